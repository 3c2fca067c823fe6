"""`package`: an edition for the archive, as a BagIt bag and as a zip of the same."""

from __future__ import annotations

import csv
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import bagit
import bags
import pytest
from building import HERE, append, command, copied, edit, environment, stats, tiny, tree
from test_disk import mounted
from test_issues import as_a_user

from yearbook import __version__, build, cli
from yearbook.build import Job
from yearbook.deposit import names, sources
from yearbook.deposit.making import Made, package
from yearbook.deposit.terms import rights
from yearbook.issues import ContentError, Issues, Place, UseError
from yearbook.model import Edition, Imprint, Period
from yearbook.read import load
from yearbook.write import silent

__all__ = ["tiny"]
NAME = "haitang-county-library-yearbook-2017"
READING = hashlib.sha256(
    (HERE / "tiny/content/2017/originals/reading.txt").read_bytes()
).hexdigest()
IMPORTS = f"""imports:
  - original: reading.txt
    sha256: {READING}
    files: {{reading.md: "{"0" * 64}"}}
    ids: {{}}
"""
DC = "{http://purl.org/dc/elements/1.1/}"


def packed(edition: str = "2017", out: Path | None = None) -> Made:
    return package(Job(), edition, out, silent)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The package of the tiny yearbook's second volume."""
    folder = copied(HERE / "tiny", tmp_path_factory.mktemp("package") / "work")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        there = packed(out=folder / "packages")
    yield there


def info(bag: Path) -> list[tuple[str, str]]:
    """bag-info.txt with its long lines joined, in its order."""
    text = (bag / "bag-info.txt").read_text("utf-8").replace("\n  ", " ")
    return [
        (label, value) for label, _, value in (one.partition(": ") for one in text.splitlines())
    ]


# what is in it


def test_it_is_a_valid_bag(made: Made) -> None:
    bag = bagit.Bag(str(made.folder))
    assert bag.validate(processes=1, fast=False)
    assert bag.version_info == (1, 0)
    assert {*bag.algorithms} == {"sha256", "sha512"}


def test_it_holds_sources_site_data_and_manuscripts(made: Made) -> None:
    files = {*tree(made.folder)}
    assert {one.name for one in (made.folder / "data").iterdir()} == {
        "sources",
        "site",
        "data",
        "originals",
    }
    assert files >= {
        "README.txt",
        "bag-info.txt",
        "bagit.txt",
        "dublin-core.xml",
        "data/site/index.html",
        "data/site/yearbook.sha256",
        "data/sources/content/yearbook.yaml",
        "data/sources/content/names.yaml",
        "data/sources/content/2017/reading.md",
        "data/sources/content/2017/images/hall.png",
        "data/sources/templates/base.html",
        "data/data/datapackage.json",
        "data/data/edition.schema.json",
        "data/data/2017/figures.csv",
        "data/data/2017/edition.json",
        "data/data/2017/citations.bib",
        "data/originals/reading.txt",
        "data/originals/originals.csv",
    }
    assert not any("2016" in path or "sources/content/2017/originals" in path for path in files)


def test_its_sources_build_its_site_again(made: Made, tmp_path: Path) -> None:
    place = made.folder / "data/sources"
    build.build(Job(place / "content", place / "templates", tmp_path / "site"))
    assert tree(tmp_path / "site") == tree(made.folder / "data/site")


def test_its_own_tools_are_enough_to_prove_it(made: Made) -> None:
    if not shutil.which("sha256sum"):
        pytest.skip("this system has no sha256sum")
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        done = command("--check", "--quiet", name, start=["sha256sum"], cwd=made.folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_bag_info_has_the_terms_of_the_archive(made: Made) -> None:
    said = info(made.folder)
    size = sum(len(data) for path, data in tree(made.folder).items() if path.startswith("data/"))
    count = sum(path.startswith("data/") for path in tree(made.folder))
    assert [one for one in said if one[0] not in ("External-Description", "Bag-Size")] == [
        ("Source-Organization", "海棠县图书馆"),
        ("External-Identifier", "https://example.org/haitang/2017/index.html"),
        ("Internal-Sender-Identifier", "2017"),
        ("Bag-Group-Identifier", "haitang-county-library-yearbook"),
        ("Bagging-Date", "2018-06-30"),
        ("Payload-Oxum", f"{size}.{count}"),
        ("Bag-Software-Agent", f"yearbook {__version__}"),
        ("Title", "海棠县图书馆年鉴（2017卷）"),
        ("Title-English", "Haitang County Library Yearbook"),
        ("Volume", "2017"),
        ("Coverage", "2017-01-01/2017-12-31"),
        ("Producer", "海棠县图书馆"),
        ("Editor", "海棠县图书馆年鉴编辑部"),
        ("Publisher", "海棠出版社"),
        ("Place", "海棠"),
        ("Revised", "2018-06-30"),
        ("Language", "zh-Hans"),
        ("Rights", "CC BY 4.0"),
        ("Software-Version", f"yearbook {__version__}"),
    ]
    assert dict(said)["External-Description"].startswith(
        "海棠县图书馆年鉴（2017卷），记述2017-01-01至"
    )
    read = bagit.Bag(str(made.folder)).info
    assert read["Title"] == "海棠县图书馆年鉴（2017卷）"


def test_rights_that_are_not_stated_are_told() -> None:
    imprint = Imprint(title="年鉴")
    covers = Period(start=date(2017, 1, 1), end=date(2017, 12, 31))
    edition = Edition(id="2017", imprint=imprint, volume="2017", covers=covers, at=Place(""))
    assert rights(edition) == "未注明 (not stated)"


def test_dublin_core_says_what_it_is(made: Made) -> None:
    root = ElementTree.parse(made.folder / "dublin-core.xml").getroot()
    assert root.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    said = [(one.tag.removeprefix(DC), one.text) for one in root]
    assert ("title", "海棠县图书馆年鉴（2017卷）") in said
    assert ("title", "Haitang County Library Yearbook, volume 2017") in said
    assert ("identifier", "https://example.org/haitang/2017/index.html") in said
    assert dict(said) | {"title": "", "description": "", "format": ""} == {
        "title": "",
        "creator": "海棠县图书馆",
        "contributor": "海棠县图书馆年鉴编辑部",
        "subject": "业务工作",
        "description": "",
        "publisher": "海棠出版社",
        "date": "2018-06-30",
        "type": "Dataset",
        "identifier": "https://example.org/haitang/2017/index.html",
        "language": "zh-Hans",
        "coverage": "2017-01-01/2017-12-31",
        "rights": "CC BY 4.0",
        "format": "",
    }


def test_the_readme_is_for_whoever_finds_it(made: Made) -> None:
    data = (made.folder / "README.txt").read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.decode("utf-8-sig").splitlines()
    assert lines[0] == "海棠县图书馆年鉴（2017卷）"
    assert "  用任何浏览器打开 data/site/index.html。不用联网，不用安装，不需要本程序。" in lines
    assert "Haitang County Library Yearbook, volume 2017" in lines
    assert "    sha256sum --check --quiet manifest-sha256.txt" in lines
    assert (
        lines[2] == "这是《海棠县图书馆年鉴》2017卷的归档包，记述2017年1月1日至2017年12月31日的事。"
    )
    python = f"    Python {sys.version_info.major}.{sys.version_info.minor}"
    assert any(line.startswith(f"{python}, jinja2 {version('jinja2')}, ") for line in lines)
    assert (
        "    yearbook build --content data/sources/content --templates data/sources/templates"
        " --site site"
    ) in lines


# manuscripts

ODD = {"来稿?.txt": "来稿-.txt", "a%b.txt": "a-b.txt", "READING.TXT": "READING.TXT"}
DECOMPOSED = unicodedata.normalize("NFD", "café.txt")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A package of manuscripts with odd names, on a given day, where a killed run left things."""
    folder = copied(HERE / "tiny", tmp_path_factory.mktemp("odd") / "work")
    given = {name: name.encode() for name in (*ODD, DECOMPOSED, ".DS_Store")}
    given |= {"第一批/con.docx": b"PK", "imports.yaml": IMPORTS.encode()}
    bags.put(folder / "content/2017/originals", given)
    left = {"stage/data/site/index.html": b"half", "lock": b""}
    bags.put(folder / "packages" / f".{NAME}.build", left)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", "1600000000")
        return packed(out=folder / "packages")


def test_manuscripts_keep_their_names_in_a_table(odd: Made) -> None:
    folder = odd.folder / "data/originals"
    rows = [*csv.reader((folder / "originals.csv").read_text("utf-8-sig").splitlines())]
    assert rows[0][:2] == ["file", "original_name"]
    known = {one[0]: one[1] for one in rows[1:]}
    assert {**ODD, DECOMPOSED: "café.txt"}.items() <= {b: a for a, b in known.items()}.items()
    assert known["reading-2.txt"] == "reading.txt"
    assert known["第一批/manuscript-con.docx"] == "第一批/con.docx"
    assert {*known} == {*tree(folder)} - {"originals.csv"}
    for name, _, size, digest, *_ in rows[1:]:
        data = (folder / name).read_bytes()
        assert (int(size), digest) == (len(data), hashlib.sha256(data).hexdigest())


def test_a_manuscript_that_cannot_be_read_is_named(tiny: Path) -> None:
    Path("content/2017/originals/reading.txt").chmod(0)
    bags.put(Path("content/2017/originals"), {"imports.yaml": IMPORTS.encode()})
    tiny.chmod(0o755)
    with as_a_user(), pytest.raises(ContentError) as refused:
        packed()
    assert [issue.line("en") for issue in refused.value.issues if issue.severity == "error"] == [
        "content/2017/originals/reading.txt: P076 this could not be read (Permission denied)"
        " — check your rights and the disk and run again"
    ]


def test_the_table_has_the_digest_of_the_import(odd: Made) -> None:
    table = odd.folder / "data/originals/originals.csv"
    rows = csv.DictReader(table.read_text("utf-8-sig").splitlines())
    (row,) = (one for one in rows if one["original_name"] == "reading.txt")
    assert row["sha256"] == row["sha256_when_imported"] == READING
    assert row["imported_into"] == "reading.md"


# the same bytes


def test_nothing_but_the_content_changes_a_byte(made: Made, tmp_path: Path) -> None:
    folder = copied(HERE / "tiny", tmp_path / "另一 处")
    words = [sys.executable, "-m", "yearbook", "package", "2017", "--quiet"]
    other = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "3", "LC_ALL": "C", "USER": "nobody"}
    old = os.umask(0o077)
    try:
        done = subprocess.run(words, cwd=folder, env=environment(**other), check=False)
    finally:
        os.umask(old)
    assert done.returncode == 0
    assert tree(folder / "packages") == tree(made.folder.parent)


def test_the_day_may_be_given(odd: Made) -> None:
    assert dict(info(odd.folder))["Bagging-Date"] == "2020-09-13"
    with zipfile.ZipFile(odd.zip) as found:
        assert {one.date_time for one in found.infolist()} == {(2020, 9, 13, 0, 0, 0)}


def test_the_zip_holds_the_same_files(made: Made, tmp_path: Path) -> None:
    with zipfile.ZipFile(made.zip) as found:
        assert found.namelist() == sorted(found.namelist())
        found.extractall(tmp_path)
    assert tree(tmp_path / NAME) == tree(made.folder)


# its place


def test_a_second_run_changes_nothing_and_a_third_renews_all_of_it(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["package", "2017", "--lang", "en"]) == 0
    before, count = stats(Path("packages")), len(tree(Path("packages"))) - 1
    assert cli.main(["package", "2017", "--lang", "zh"]) == 0
    assert stats(Path("packages")) == before
    said = [
        line
        for line in capsys.readouterr().err.splitlines()
        if not line.startswith(("building: ", "正在生成："))  # on a slow computer
    ]
    assert said[0].startswith(f"wrote packages/{NAME} and packages/{NAME}.zip: {count} files, ")
    assert said[1].endswith(f" verify packages/{NAME}")
    assert said[-2].startswith(f"没有变化：packages/{NAME} 和 packages/{NAME}.zip：{count} 个文件")
    append("content/2017/duties.yaml", "# 核对过\n")
    assert packed().written
    assert "核对过" in Path(f"packages/{NAME}/data/sources/content/2017/duties.yaml").read_text()
    assert sorted(one.name for one in Path("packages").iterdir()) == [NAME, f"{NAME}.zip"]


@pytest.mark.parametrize("damaged", ["data/site/index.html", "data/notes.txt", ".zip"])
def test_what_was_changed_since_is_not_overwritten(made: Made, tiny: Path, damaged: str) -> None:
    shutil.copytree(made.folder.parent, "packages")
    file = Path("packages", f"{NAME}/{damaged}".replace("/.", "."))
    file.write_bytes((file.read_bytes() if file.exists() else b"") + b"mine")
    before = tree(Path("packages"))
    with pytest.raises(UseError) as refused:
        packed()
    assert refused.value.issue.code == "P004"
    assert tree(Path("packages")) == before


def test_a_killed_run_leaves_nothing_that_the_next_does_not_sweep(odd: Made) -> None:
    assert sorted(one.name for one in odd.folder.parent.iterdir()) == [NAME, f"{NAME}.zip"]


def test_a_full_disk_leaves_what_was_there(made: Made, tiny: Path) -> None:
    run = f"{sys.executable} -m yearbook package 2017 --quiet --lang en --out disk"
    said = mounted(f"""
        mkdir disk && mount -t tmpfs -o size=3m x disk
        cp -a {shlex.quote(str(made.folder.parent))}/. disk
        before=$(cd disk && find . -type f | sort | xargs sha256sum)
        echo '# 核对过' >> content/2017/duties.yaml
        head -c 3m /dev/zero > disk/filling 2>/dev/null || true
        {run} 2>&1 || echo exit $?
        rm disk/filling
        test "$before" = "$(cd disk && find . -type f | sort | xargs sha256sum)" && echo whole
        ls -A disk
    """)
    assert said == (
        "disk: P003 the package cannot be written (No space left on device); what was there is as"
        " before — check the path, your rights and the room on the disk and run again, or name"
        f" another place with --out\nexit 2\nwhole\n{NAME}\n{NAME}.zip\n"
    )


def test_every_reason_against_it_is_given_at_once(tiny: Path) -> None:
    edit("content/2017/edition.yaml", "status: released", "status: draft")
    append("content/2016/reading.md", "\n见[无](nowhere.md)。\n")
    Path("content/2017/originals/link.txt").symlink_to("reading.txt")
    with pytest.raises(ContentError) as refused:
        packed(out=Path("content/2017/packages"))
    codes = {one.code for one in refused.value.issues if one.severity == "error"}
    assert codes == {"C239", "P001", "P002", "P008"}
    assert not Path("content/2017/packages").exists()


def test_a_folder_made_for_nothing_is_removed(tiny: Path) -> None:
    Path("templates/home.html").write_text("{{ nothing }}", "utf-8")
    with pytest.raises(ContentError):
        packed(out=Path("far/away"))
    assert not Path("far").exists()


def test_there_is_no_such_edition(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["package", "2071", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith(
        "content: S060 there is no edition 2071 — did you mean"
    )


# names


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"title_en": "The Yearbook of Haitang"}, "yearbook-of-haitang-2017"),
        (
            {"title_en": "", "base_url": "https://nianjian.example.org/"},
            "nianjian-example-org-2017",
        ),
        ({"title_en": "", "base_url": ""}, "hai-tang-xian-tu-shu-guan-2017"),
        (
            {
                "title_en": "Yearbook of the Haitang County Association of Public Libraries and Archives"
            },
            "yearbook-of-haitang-county-association-of-public-2017",
        ),
    ],
)
def test_a_package_is_called_after_its_yearbook(said: dict[str, str], name: str) -> None:
    yearbook = load(HERE / "tiny" / "content", Issues())
    assert yearbook is not None
    edition = yearbook.editions[-1]
    imprint = replace(edition.imprint, **said)  # type: ignore[arg-type]
    assert names.bag_name(replace(edition, imprint=imprint)) == name


@pytest.mark.parametrize(
    ("paths", "why"),
    [
        (["a/" + "文" * 64 + ".txt"], "has 68 characters; 64 are allowed"),
        (["a/cafe\u0301.txt"], "names must be in NFC"),
        (["a/con.txt"], "some systems forbid the name “con.txt”"),
        (["a/x:y.txt"], "some systems forbid the name “x:y.txt”"),
        (["a/end./b.txt"], "some systems forbid the name “end.”"),
        (["a/ b.txt"], "some systems forbid the name “ b.txt”"),
        (["a/b%.txt"], "BagIt escapes other signs with %"),
        (["a/B.txt", "a/b.txt"], "a/B.txt differs in case only"),
        (["/".join(["n" * 50] * 5)], "the path has 254 characters; 240 are allowed"),
        (["a/b/c/d/e/f/g/h/i"], "it lies 9 levels deep; discs have 8"),
    ],
)
def test_paths_that_do_not_travel(paths: list[str], why: str) -> None:
    (found,) = names.faults(paths)
    assert found[0] == paths[-1]
    assert found[1].en.endswith(why)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("title: 年鉴\n", "title: 年鉴\nelsewhere: [2016, 2018]\n"),
        ("title: 年鉴", "title: 年鉴\nelsewhere: [2016, 2018]\n"),
        ("title: 年鉴\nelsewhere: [2016, 2018]\n", "title: 年鉴\nelsewhere: [2016, 2018]\n"),
        ("elsewhere: [2016]\n", "elsewhere:\n- '2016'\n- '2018'\n"),
        ("{title: 年鉴}\n", "title: 年鉴\nelsewhere:\n- '2016'\n- '2018'\n"),
    ],
)
def test_the_sources_say_what_volumes_are_elsewhere(tmp_path: Path, text: str, made: str) -> None:
    (tmp_path / "yearbook.yaml").write_text(text, "utf-8")
    assert sources.yearbook_yaml(tmp_path, ("2016", "2018")).decode() == made
