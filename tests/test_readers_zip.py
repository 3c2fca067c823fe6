"""`offline`: a zip that readers unpack anywhere; the site offers it when it has been made."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from building import (
    HERE,
    TEMPLATES,
    append,
    built,
    clean,
    command,
    copied,
    edit,
    tiny,
    tree,
    written,
)
from test_alone import dead

from yearbook import build
from yearbook.build import Job
from yearbook.issues import ContentError, Issues, UseError
from yearbook.offline.making import Made, make
from yearbook.write import silent

__all__ = ["tiny"]
ZIPS = Path("content/files/offline")
DEEP = "新 到 的 U盘/年鉴 (2)"
AWAY = Path("stick")
Shared = dict[str, tuple[Made, bytes]]


def zipped(edition: str = "", out: Path | None = None) -> Made:
    return make(Job(templates=TEMPLATES), edition, out, silent)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """The zips of the tiny yearbook, by edition, with what was made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copied(HERE / "tiny", tmp_path_factory.mktemp("shared") / "work"))
        made = {edition: zipped(edition) for edition in ("2016", "2017", "")}
        return {edition: (one, one.path.read_bytes()) for edition, one in made.items()}


def laid(shared: Shared, edition: str = "") -> Path:
    """A zip as if it had been made in the current folder."""
    made, data = shared[edition]
    made.path.parent.mkdir(exist_ok=True)
    made.path.write_bytes(data)
    return made.path


def unpacked(path: Path, target: Path) -> dict[str, bytes]:
    """The files in the one folder of a zip that was unpacked as a reader does."""
    with zipfile.ZipFile(path) as one:
        assert one.testzip() is None
        one.extractall(target)
    (folder,) = target.iterdir()
    assert folder.name == path.stem
    return tree(folder)


def told() -> list[str]:
    """What `check` says of the zips."""
    issues = Issues()
    build.check(Job(templates=TEMPLATES), issues)
    return [issue.line("en") for issue in issues if issue.code.startswith("P")]


# What is in it


@pytest.mark.parametrize("edition", ["2017", ""])
def test_it_is_read_where_it_is_unpacked(tiny: Path, shared: Shared, edition: str) -> None:
    made, _ = shared[edition]
    assert made.path == ZIPS / (f"yearbook-{edition}.zip" if edition else "yearbook.zip")
    files = unpacked(laid(shared, edition), Path(DEEP))
    assert made.files == len(files)
    assert dead(files) == []
    assert {"index.html", "search.html", "2017/index.html"} <= files.keys()
    assert ("2016/index.html" in files) is not edition


def test_windows_can_unpack_it(tiny: Path, shared: Shared) -> None:
    with zipfile.ZipFile(laid(shared, "2017")) as one:
        found = one.infolist()
    assert [entry.filename for entry in found[:2]] == [
        "yearbook-2017/README.txt",
        "yearbook-2017/index.html",
    ]
    assert all(entry.filename.isascii() and "\\" not in entry.filename for entry in found)
    assert {entry.external_attr >> 16 for entry in found} == {0o100644}


def test_a_name_in_chinese_is_marked_as_utf8(tiny: Path) -> None:
    Path("content/files/影印件.txt").write_text("影印")
    with zipfile.ZipFile(zipped().path) as one:
        assert one.getinfo("yearbook/影印件.txt").flag_bits & 0x800


def test_its_list_proves_each_of_its_files(tiny: Path, shared: Shared) -> None:
    files = unpacked(laid(shared, "2016"), Path("out"))
    lines = files.pop("yearbook.sha256").decode().splitlines()
    assert lines[:-3] == [
        f"{hashlib.sha256(files[path]).hexdigest()}  {path}" for path in sorted(files)
    ]


def test_what_to_read_first_says_what_it_is(tiny: Path, shared: Shared) -> None:
    text = unpacked(laid(shared, "2017"), Path("out"))["README.txt"]
    assert text.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in text.replace(b"\r\n", b"")
    lines = text.decode("utf-8-sig").splitlines()
    assert lines[:2] == ["海棠县图书馆年鉴·离线阅读", "2017卷（2018年6月30日修订）"]
    assert "    sha256sum -c yearbook.sha256" in lines
    assert "Volume: 2017 (revised 2018-06-30)" in lines


def test_a_readme_of_the_editors_stays_theirs(tiny: Path) -> None:
    Path("content/files/readme.txt").write_text("自己的")
    files = unpacked(zipped().path, Path("out"))
    assert files["readme.txt"].decode() == "自己的"
    assert "README.txt" not in files


def test_no_zip_holds_a_zip_or_offers_one(tiny: Path, shared: Shared) -> None:
    first = laid(shared, "2017").read_bytes()
    whole = unpacked(zipped().path, Path("one"))
    assert not [path for path in whole if path.endswith(".zip") or b"offline/" in whole[path]]
    assert zipped("2017").path.read_bytes() == first


# The same bytes


def test_the_same_bytes_whoever_makes_it(tiny: Path, shared: Shared) -> None:
    made = {name: shared[name][1] for name in ("2017", "")}
    other = Path("别 处")
    shutil.copytree("content", other / "content")
    shutil.copytree("templates", other / "templates")
    built()  # what the last build made is taken from the site
    assert zipped("", AWAY).path.read_bytes() == made[""]
    away = {"TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8", "PYTHONHASHSEED": "7"}
    before = os.umask(0o077)
    try:
        for name, data in made.items():
            done = command("offline", *filter(None, [name]), cwd=other, **away)
            assert done.returncode == 0, done.stderr
            path = other / ZIPS / (f"yearbook-{name}.zip" if name else "yearbook.zip")
            assert path.read_bytes() == data
            assert path.stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)


def test_a_damaged_site_does_no_harm(tiny: Path, shared: Shared) -> None:
    before = shared[""][1]
    built()
    append("site/2016/reading.html", "<p>nonsense")
    Path("site/about.html").unlink()
    assert zipped("", AWAY).path.read_bytes() == before


# What the site says of it


def test_the_page_of_the_edition_offers_it_with_its_size(tiny: Path) -> None:
    built()
    made = zipped("2017")
    assert written(built()) == {"2017/index.html", "offline/yearbook-2017.zip"}
    page = Path("site/2017/index.html").read_text("utf-8")
    size = f"{round(made.size / 1000)} KB"
    link = f'<a href="../offline/yearbook-2017.zip" download>ZIP（{size}）</a>'
    assert f"<p>离线阅读 {link}，解压后打开index.html，不用联网</p>" in page
    assert Path("site/offline/yearbook-2017.zip").read_bytes() == made.path.read_bytes()
    assert tree(Path("site")) == clean()


def test_the_home_page_offers_the_whole(tiny: Path) -> None:
    built()
    zipped()
    assert written(built()) == {"index.html", "offline/yearbook.zip"}
    assert '<a href="offline/yearbook.zip">离线阅读</a>' in Path("site/index.html").read_text(
        "utf-8"
    )


def test_written_elsewhere_it_is_not_offered(tiny: Path) -> None:
    made = zipped("2017", AWAY / "年鉴")
    assert (made.path, made.offered) == (Path("stick/年鉴/yearbook-2017.zip"), False)
    assert not ZIPS.exists()


def test_changed_words_are_told_until_it_is_made_anew(tiny: Path, shared: Shared) -> None:
    laid(shared, "2016")
    assert told() == []
    append("content/2016/reading.md", "\n又记一句。\n")
    assert told() == [
        "content/files/offline/yearbook-2016.zip: P055 the content changed after this zip was made;"
        " readers get the old one — run `offline 2016` to make it anew"
    ]
    assert built().warnings == 1 + 2  # that neither edition is locked is told too
    zipped("2016")
    assert told() == []


def test_what_readers_do_not_see_makes_no_zip_old(tiny: Path, shared: Shared) -> None:
    laid(shared, "2016")
    for name in ("edition.yaml", "overview.yaml"):
        path = Path("content/2016", name)
        path.write_text("# 编者自己的话\n" + path.read_text("utf-8"), "utf-8")
    append("content/names.yaml", "- {id: newcomer, name: 新馆, kind: place}\n")
    append("content/2017/reading.md", "\n别的卷里的话。\n")
    assert told() == []


def test_the_zip_of_the_whole_is_old_when_anything_changed(tiny: Path, shared: Shared) -> None:
    laid(shared)
    assert told() == []
    Path("content/files/another.txt").write_text("x")
    assert [line.partition(" the")[0] for line in told()] == [f"{ZIPS}/yearbook.zip: P055"]


def test_a_damaged_zip_is_told_and_not_published(tiny: Path, shared: Shared) -> None:
    path = laid(shared, "2017")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert [line.partition(" this")[0] for line in told()] == [f"{ZIPS}/yearbook-2017.zip: P057"]
    built()
    assert not Path("site/offline").exists()
    assert "离线阅读" not in Path("site/2017/index.html").read_text("utf-8")
    zipped("2017")
    assert told() == []


def test_the_zip_of_another_edition_is_not_taken_for_it(tiny: Path, shared: Shared) -> None:
    laid(shared, "2016").rename(ZIPS / "yearbook-2017.zip")
    assert [line.partition(" this")[0] for line in told()] == [f"{ZIPS}/yearbook-2017.zip: P057"]


# What goes wrong


def test_errors_of_the_content_are_told_together_and_nothing_is_written(tiny: Path) -> None:
    append("content/2016/reading.md", "\n[无](none.md)\n")
    append("content/2017/reading.md", "\n[无](nothing.md)\n")
    with pytest.raises(ContentError) as raised:
        zipped("2017")
    errors = [issue.code for issue in raised.value.issues if issue.severity == "error"]
    assert errors == ["C239", "C239"]
    assert not ZIPS.exists()


def test_faults_of_the_templates_are_told_and_the_old_zip_stays(tiny: Path, shared: Shared) -> None:
    before = laid(shared, "2017").read_bytes()
    for name in ("about", "figures"):
        edit(f"templates/{name}.html", "{% block main %}", "{% block main %}{{ view.nothing }}")
    with pytest.raises(ContentError) as raised:
        make(Job(), "2017", None, silent)
    found = {issue.place.path for issue in raised.value.issues if issue.severity == "error"}
    assert found == {"templates/about.html", "templates/figures.html"}
    assert tree(ZIPS) == {"yearbook-2017.zip": before}


def test_interrupted_it_leaves_nothing(tiny: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(Job(templates=TEMPLATES), "2017", None, stop)
    assert list(ZIPS.iterdir()) == []


def test_what_a_killed_run_left_is_swept_later(tiny: Path) -> None:
    ZIPS.mkdir()
    for name, age in (("old", 7200), ("new", 0)):
        left = ZIPS / f".yearbook-2017.zip.{name}.part"
        left.write_bytes(b"half")
        os.utime(left, (left.stat().st_mtime - age,) * 2)
    zipped("2017")
    assert {path.name for path in ZIPS.iterdir()} == {
        ".yearbook-2017.zip.new.part",
        "yearbook-2017.zip",
    }
    assert told() == []


def test_the_folder_of_a_templates_set_is_not_for_zips(tiny: Path) -> None:
    with pytest.raises(UseError, match=r"P052 .* lies in the templates folder"):
        make(Job(), "2017", Path("templates/zips"), silent)


def test_the_command_says_what_it_made(tiny: Path) -> None:
    done = command("offline", "2017", "--out", "U 盘")
    assert done.returncode == 0
    assert re.fullmatch(
        r"(building: \d+/\d+\n)*wrote U 盘/yearbook-2017\.zip: \d+ files, \d+ KB; [\d.]+ s\n"
        r"For readers: unpack it, open index\.html\n",
        done.stderr,
    )
