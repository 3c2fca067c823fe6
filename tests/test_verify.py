"""`verify`: whether a site, a bag or a zip of either is whole, and what of it is not."""

from __future__ import annotations

import json
import random
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import bags
import pytest
from bags import BAG, SITE
from building import HERE, copied, stats, tree

from benchmarks import flips
from yearbook import __version__, cli
from yearbook.issues import Issues, UseError
from yearbook.verify import verify
from yearbook.verify.store import Folder

Damage = Callable[[Path], object]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(path: str | Path) -> list[str]:
    """The codes of what is found, each with its path below what is verified, warnings as well."""
    issues = Issues()
    try:
        whole = verify(Path(path), issues).whole
    except UseError as error:
        return [error.issue.code]
    assert whole == (not issues.errors)
    shown = Path(path).as_posix()
    rows = [(str(one.place).removeprefix(shown).removeprefix("/"), one.code) for one in issues]
    return [f"{code} {place}".strip() for place, code in rows]


# what is whole


def test_it_says_of_what_is_whole_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    data = '{"title": "海棠县图书馆年鉴", "volume": "2017", "revised": "2018-06-30"}'.encode()
    bags.site(files=SITE | {"data/2017/edition.json": data})
    assert cli.main(["verify", "site", "--lang", "zh"]) == 0
    assert cli.main(["verify", "site", "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"完整：网站，4 个文件，1 KB；由 yearbook {__version__} 生成\n"
        "  海棠县图书馆年鉴 2017 卷（2018-06-30 修订）\n"
        f"whole: site, 4 files, 1 KB; made with yearbook {__version__}\n"
        "  海棠县图书馆年鉴, volume 2017 (revised 2018-06-30)\n"
    )


def test_it_says_of_what_is_not_how_many_faults_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (bags.bag() / "data/a.txt").unlink()
    zipped = bags.zipped(Path("bag"))
    assert cli.main(["verify", str(zipped), "--lang", "zh"]) == 1
    assert cli.main(["verify", "bag", "--lang", "en", "--quiet"]) == 1
    said = capsys.readouterr()
    assert said.err == "不完整：归档包的 zip，1 处问题，5 个文件，1 KB\n"
    assert [line.partition(" ")[0] for line in said.out.splitlines()] == [
        "made.zip/data/a.txt:",
        "bag/data/a.txt:",
    ]


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    (bags.site() / "index.html").write_bytes(b"")
    assert cli.main(["verify", "site", "--json", "--lang", "en"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["ok"], said["whole"], said["kind"], said["zipped"]) == (
        False,
        False,
        "site",
        False,
    )
    assert (said["errors"], said["files"], said["made"]) == (1, 3, f"yearbook {__version__}")
    assert said["issues"][0]["path"] == "site/index.html"
    assert said["issues"][0]["code"] == "P065"


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"])
@pytest.mark.parametrize("algorithms", [("md5",), ("sha1", "sha512"), ("sha256",)])
def test_bags_of_all_versions(version: str, algorithms: tuple[str, ...]) -> None:
    assert found(bags.bag(version=version, algorithms=algorithms)) == []


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "GB18030"])
def test_bags_with_tag_files_in_other_encodings(encoding: str) -> None:
    files = {"data/来稿 一.txt": b"1", "data/b.txt": b"2"}
    assert found(bags.bag(files=files, encoding=encoding)) == []


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_bags_with_other_ends_of_lines(ending: str) -> None:
    bag = bags.bag()
    for path in bag.glob("*.txt"):
        path.write_bytes(path.read_bytes().replace(b"\n", ending.encode()))
    path = bags.relisted(bag) / "tagmanifest-sha256.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", ending.encode()))
    assert found(bag) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.replace("data/", "./data/"),
        lambda path: path.upper().replace("DATA", "data").replace("TXT", "txt"),
    ],
)
def test_lists_as_other_tools_write_them(change: Callable[[str], str]) -> None:
    bag = bags.bag(version="0.97")
    rows = [line.split("  ") for line in (bag / "manifest-sha256.txt").read_text().splitlines()]
    text = "".join(f"{digest.upper()} \t{change(path)}\n" for digest, path in rows)
    if "./" not in text:
        text = "".join(f"{digest.upper()}  {path}\n" for digest, path in rows)
    (bag / "manifest-sha256.txt").write_text(text)
    assert not [one for one in found(bags.relisted(bag)) if not one.startswith("P093")]


def test_names_with_escaped_signs() -> None:
    files = {"data/a\nb.txt": b"1", "data/100%.txt": b"2", "data/c%25d.txt": b"3"}
    bag = bags.bag(files=files)
    path = bag / "manifest-sha256.txt"
    path.write_bytes(path.read_bytes().replace(b"a\nb", b"a%0ab").replace(b"100%", b"100%25"))
    assert found(bags.relisted(bag)) == []


def test_a_bag_in_a_bag() -> None:
    inner = {f"data/{path}": data for path, data in tree(bags.bag("inner")).items()}
    assert found(bags.bag(files=inner)) == []


@pytest.mark.parametrize("name", ["盘 里/网 站", "a b"])
def test_any_path(name: str) -> None:
    assert found(bags.site(name)) == []
    assert found(bags.zipped(Path(name), "压 缩.zip", "网 站/")) == []


def test_read_only_media() -> None:
    site = bags.site()
    before = stats(site)
    for path in (*site.rglob("*"), site):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert found(site) == []
    assert stats(site) == before
    for path in (site, *site.rglob("*")):
        path.chmod(0o755)


# names


def test_names_as_macs_write_them_are_told_and_tolerated() -> None:
    site = bags.site(files={"files/caf\u00e9/说明.txt": b"1", "index.html": b"2"})
    (site / "files/caf\u00e9").rename(site / unicodedata.normalize("NFD", "files/caf\u00e9"))
    assert found(site) == ["P067 files/cafe\u0301/说明.txt"]


def test_names_in_another_case_where_the_disk_takes_both_for_one() -> None:
    class Stick(Folder):
        _apart = True

        def has(self, path: str) -> bool:
            return path.casefold() in {one.casefold() for one in self.sizes}

    site = bags.site()
    (site / "index.html").rename(site / "INDEX.HTML")
    issues = Issues()
    store = Stick(site, issues)
    assert store.find("index.html") == "INDEX.HTML"
    assert store.find("other.html") is None
    assert found(site) == ["P066 index.html"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_zips_that_do_not_say_how_their_names_are_written(encoding: str) -> None:
    site = bags.site(files={"说明.txt": b"1", "index.html": b"2"})
    raw = "说明.txt".encode(encoding)
    with zipfile.ZipFile("made.zip", "w") as made:
        for path, data in tree(site).items():
            made.writestr(path if path.isascii() else "?" * len(raw), data)
    zipped = Path("made.zip")
    zipped.write_bytes(zipped.read_bytes().replace(b"?" * len(raw), raw))
    assert found(zipped) == []


# all that is wrong, at once and in order


def test_everything_is_named_at_once() -> None:
    files = SITE | {f"{n}.html": f"page {n}\n".encode() for n in range(6)}
    site = bags.site(files=files)
    (site / "0.html").write_bytes(b"page x\n")
    (site / "1.html").write_bytes(b"pa")
    (site / "2.html").unlink()
    (site / "3.html").rename(site / "三.html")
    (site / "4.html").write_bytes(b"page 4\n and more\n")
    (site / "new.html").write_bytes(b"new")
    (site / "Thumbs.db").write_bytes(b"")
    assert found(site) == [
        "P074",
        "P064 0.html",
        "P065 1.html",
        "P062 2.html",
        "P066 3.html",
        "P064 4.html",
        "P063 new.html",
    ]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("upper", ["P095 yearbook.sha256", "P069 yearbook.sha256:1"]),
        ("merged", ["P095 yearbook.sha256", "P069 yearbook.sha256:1"]),
        ("sizes", ["P095 yearbook.sha256"]),
        ("proof", ["P095 yearbook.sha256"]),
        ("empty", ["P094 yearbook.sha256"]),
        ("bytes", ["P095 yearbook.sha256", "P068 yearbook.sha256:1"]),
    ],
)
def test_a_damaged_list_is_told_from_damaged_files(damage: str, said: list[str]) -> None:
    path = bags.site() / "yearbook.sha256"
    data = path.read_bytes()
    first = data.partition(b"\n")[0]
    changed = {
        "upper": data.replace(first, first.upper()[:64] + first[64:]),
        "merged": data.replace(b"\n", b"*", 1),
        "sizes": data.replace(b"# sizes 1", b"# sizes 9"),
        "proof": data[:-3] + (b"0" if data[-3:-2] != b"0" else b"1") + data[-2:],
        "empty": b"",
        "bytes": data.replace(b"2017/index", b"20\xb17/index"),
    }[damage]
    path.write_bytes(changed)
    assert found("site") == said


def test_a_list_that_lost_lines_does_not_call_files_added() -> None:
    path = bags.site() / "yearbook.sha256"
    path.write_bytes(path.read_bytes().partition(b"\n")[0] + b"\n")
    assert found("site") == ["P094 yearbook.sha256"]


def test_of_two_lists_the_one_that_vouches_for_a_file_is_believed() -> None:
    bag = bags.bag(algorithms=("md5", "sha256"))
    path = bag / "manifest-md5.txt"
    path.write_text(path.read_text().replace(bags.digest(b"one\n", "md5"), "0" * 32))
    assert found(bag) == ["P064 manifest-md5.txt", "P068 manifest-md5.txt:1"]


def test_a_list_that_is_lost_as_a_whole_is_told_once() -> None:
    files = {f"data/{number}.txt": str(number).encode() for number in range(30)}
    bag = bags.bag(files=files, algorithms=("sha256", "sha512"))
    (bag / "manifest-sha256.txt").write_bytes(b"")
    assert found(bag) == ["P064 manifest-sha256.txt"]


def test_a_name_misspelt_in_one_of_two_lists() -> None:
    bag = bags.bag(algorithms=("md5", "sha256"))
    path = bag / "tagmanifest-md5.txt"
    path.write_text(path.read_text().replace("bagit.txt", "bagiT.txt"))
    assert found(bag) == ["P068 tagmanifest-md5.txt:1"]


# bags that are not as they must be, and older ones that may be so


def listed(*lines: str) -> Damage:
    """Add lines to the manifest, as if they had been there when the bag was made."""

    def damage(bag: Path) -> None:
        with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in lines))
        bags.relisted(bag)

    return damage


def tag(name: str, data: bytes) -> Damage:
    """Write a tag file, as if it had been there when the bag was made."""

    def damage(bag: Path) -> None:
        (bag / name).write_bytes(data)
        bags.relisted(bag)

    return damage


def gone(name: str) -> Damage:
    return lambda bag: (bag / name).unlink()


ONE = bags.digest(BAG["data/a.txt"])


@pytest.mark.parametrize(
    ("version", "damage", "said"),
    [
        ("1.0", gone("bag-info.txt"), ["P062 bag-info.txt"]),
        ("1.0", gone("tagmanifest-sha256.txt"), []),
        ("1.0", tag("bagit.txt", b"BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n"), ["P077 bagit.txt"]),
        ("0.97", tag("bagit.txt", b"BagIt-Version : 0.97\nTag-File-Character-Encoding : UTF-8"), []),
        ("1.0", tag("bagit.txt", b"\xef\xbb\xbf" + bags.declared()), ["P077 bagit.txt"]),
        ("1.0", tag("bagit.txt", b"BagIt-Version: 1.0\n"), ["P077 bagit.txt"]),
        ("1.0", tag("bagit.txt", bags.declared(encoding="UTF-9")), ["P077 bagit.txt"]),
        ("1.0", tag("bagit.txt", b""), ["P077 bagit.txt"]),
        ("1.0", tag("bag-info.txt", b"Test : 1\nLong:\n  and more\n\t and more\n"), []),
        ("1.0", tag("bag-info.txt", b" begins: with a blank\n"), ["P080 bag-info.txt:1"]),
        ("1.0", tag("bag-info.txt", b"Payload-Oxum: 8\n"), ["P080 bag-info.txt:1"]),
        ("1.0", tag("package-info.txt", b"hello"), ["P080 package-info.txt:1"]),
        ("1.0", tag("fetch.txt", b"https://example.org/ 4 data/a.txt\n"), []),
        ("1.0", tag("fetch.txt", b"https://example.org/ 4 data/x.txt\n"), ["P084 fetch.txt:1"]),
        ("1.0", tag("fetch.txt", b"hello\n"), ["P069 fetch.txt:1"]),
        ("1.0", listed(f"{ONE}  data/a.txt"), ["P070 manifest-sha256.txt:3"]),
        ("0.97", listed(f"{ONE}  data/a.txt"), ["P071 manifest-sha256.txt:3"]),
        ("0.97", listed(f"{ONE}  data/A.txt"), ["P071 manifest-sha256.txt:3"]),
        ("1.0", listed(f"{ONE}  data/A.txt"), ["P062 data/A.txt"]),
        ("0.97", listed(f"{ONE}  data/.DS_Store"), []),
        ("1.0", listed(f"{ONE}  data/gone.txt"), ["P062 data/gone.txt"]),
        ("1.0", listed(f"{ONE}  bagit.txt"), ["P084 manifest-sha256.txt:3"]),
        ("1.0", listed(f"{ONE}  /etc/passwd"), ["P072 manifest-sha256.txt:3"]),
        ("1.0", listed(f"{ONE}  ~/x"), ["P072 manifest-sha256.txt:3"]),
        ("1.0", listed(f"{ONE}  C:\\x"), ["P072 manifest-sha256.txt:3"]),
        ("1.0", listed("abc  data/a.txt"), ["P069 manifest-sha256.txt:3"]),
        ("1.0", listed("# a note"), ["P069 manifest-sha256.txt:3"]),
    ],
)  # fmt: skip
def test_the_rules_of_bagit(version: str, damage: Damage, said: list[str]) -> None:
    bag = bags.bag(version=version)
    damage(bag)
    assert found(bag) == said


def test_in_a_bag_of_this_program_no_other_file_may_lie_and_lists_are_as_it_writes_them() -> None:
    bag = bags.bag(info="Bag-Software-Agent: yearbook 0.1\n")
    (bag / "note.txt").write_text("mine")
    path = bag / "tagmanifest-sha256.txt"
    path.write_text(path.read_text().replace("  bagit.txt", " *bagit.txt"))
    assert found(bag) == [
        "P063 note.txt",
        "P069 tagmanifest-sha256.txt:1",
        "P093 tagmanifest-sha256.txt:1",
    ]


def test_a_list_of_a_site_in_a_bag_makes_no_site_of_it() -> None:
    bag = bags.bag()
    (bag / "yearbook.sha256").write_text("")
    (bag / "data/a.txt").unlink()
    assert found(bag) == ["P062 data/a.txt", "P092 yearbook.sha256"]


def test_a_file_of_a_site_is_no_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(bags.site("网站") / "index.html"), "--lang", "zh"]) == 2
    assert "归档包里须有 bagit.txt；它所在的 网站 也许是" in capsys.readouterr().err


# zips


def test_a_zip_made_on_a_mac_with_a_folder_in_it() -> None:
    zipped = bags.zipped(bags.site(), root="site/")
    with zipfile.ZipFile(zipped, "a") as made:
        made.writestr("__MACOSX/site/._index.html", b"")
        made.writestr("site/empty/", b"")
        made.writestr("beside.txt", b"")
    assert found(zipped) == ["P063 beside.txt", "P074 site"]


def test_a_zip_whose_files_overlap_is_not_read() -> None:
    zipped = bags.zipped(bags.site())
    data = bytearray(zipped.read_bytes())
    start = data.index(b"PK\x01\x02")
    data[start + 20 : start + 24] = (1 << 30).to_bytes(4, "little")
    zipped.write_bytes(data)
    assert found(zipped) == ["P087"]


def test_a_link_in_a_zip_is_not_followed() -> None:
    zipped = bags.zipped(bags.site())
    with zipfile.ZipFile(zipped, "a") as made:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    assert found(zipped) == ["P075 link"]


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[flips.Target]]:
    """A package, a site and their zips; each test leaves them whole."""
    folder = tmp_path_factory.mktemp("flips")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copied(HERE / "tiny", folder / "work"))
        return flips.made(folder / "made", Path("content"), "2017")


def test_every_flip_is_found_and_its_file_named(targets: dict[str, list[flips.Target]]) -> None:
    row = [*flips.flips(targets, 42, random.Random(5))]
    assert [one for one in row if not (one.found and one.named)] == []


def test_a_flip_beside_the_files_of_a_zip(targets: dict[str, list[flips.Target]]) -> None:
    (target,) = targets["package.zip"]
    with zipfile.ZipFile(target.file) as zipped:
        info = zipped.infolist()[3]
    head = info.header_offset + 30 + len(info.filename)
    last = head + info.compress_size - 1
    for byte in (info.header_offset + 10, info.header_offset + 4, last):
        before = target.file.read_bytes()
        data = bytearray(before)
        data[byte] ^= 0x80
        target.file.write_bytes(data)
        (said,) = found(target.file)
        assert said == f"P086 {info.filename}"
        target.file.write_bytes(before)
