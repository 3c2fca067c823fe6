"""Bundles: a folder of files that are made together, in a build and behind a preview."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from building import HERE, built, clean, copied, edit, tree
from serving import served

from yearbook.output import Bundle, Output
from yearbook.parts import Parts
from yearbook.search import chapters
from yearbook.write import write
from yearbook.write.manifest import MANIFEST
from yearbook.write.state import State


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("site")


def bundle(key: str, *, late: bool = False, **texts: str) -> Bundle:
    """A bundle in the folder `b`."""
    return Bundle("b", key, lambda: [(f"b/{name}", texts[name].encode()) for name in texts], late)


def refused() -> Iterable[tuple[str, bytes]]:
    raise AssertionError("this bundle must not be made")


def files(site: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(site).items() if path != MANIFEST}


def test_its_files_are_written_like_all_others(site: Path) -> None:
    report = write([Output("a", "1", lambda: b"1"), bundle("k", x="1", y="2")], site, State())
    assert report.written == ("a", "b/x", "b/y")
    assert files(site).keys() == {"a", "b/x", "b/y"}


def test_under_the_same_key_it_is_not_made_again(site: Path) -> None:
    write([bundle("k", x="1", y="2")], site, State())
    report = write([Bundle("b", "k", refused)], site, State())
    assert (report.written, report.removed, report.kept) == ((), (), 2)


def test_under_another_key_it_is_made_anew_and_what_it_lost_is_gone(site: Path) -> None:
    write([bundle("k", x="1", y="2")], site, State())
    report = write([bundle("l", x="1", z="3")], site, State())
    assert (report.written, report.removed, report.kept) == (("b/z",), ("b/y",), 1)
    assert files(site) == {"b/x": b"1", "b/z": b"3"}


def test_a_file_that_was_damaged_or_lost_is_made_anew(site: Path) -> None:
    write([bundle("k", x="1", y="2")], site, State())
    (site / "b/x").write_text("?")
    (site / "b/y").unlink()
    assert write([bundle("k", x="1", y="2")], site, State()).written == ("b/x", "b/y")
    assert files(site) == {"b/x": b"1", "b/y": b"2"}


def test_a_file_of_its_own_may_stand_in_the_folder_of_a_bundle(site: Path) -> None:
    wanted = [Output("b/own", "1", lambda: b"1"), bundle("k", x="1")]
    write(wanted, site, State())
    again = write([Output("b/own", "2", lambda: b"2"), Bundle("b", "k", refused)], site, State())
    assert (again.written, again.kept) == (("b/own",), 1)


def test_a_preview_leaves_a_late_bundle_as_it_is(site: Path) -> None:
    write([Output("a", "1", lambda: b"1"), bundle("k", late=True, x="1", y="2")], site, State())
    wanted = [Output("a", "2", lambda: b"2"), bundle("l", late=True, x="3")]
    report = write(wanted, site, State(), defer=True)
    assert (report.written, report.late) == (("a",), True)
    assert files(site) == {"a": b"2", "b/x": b"1", "b/y": b"2"}
    report = write(wanted, site, State())
    assert (report.written, report.removed, report.late) == (("b/x",), ("b/y",), False)


def test_a_bundle_that_is_not_late_is_never_left(site: Path) -> None:
    write([bundle("k", x="1")], site, State())
    assert write([bundle("l", x="2")], site, State(), defer=True).written == ("b/x",)


# Parts


def test_a_part_is_made_once(tmp_path: Path) -> None:
    first, second = Parts(tmp_path / "parts"), Parts(tmp_path / "parts")
    assert first.get("2017.x", "k", lambda: b"made") == b"made"
    first.put_down()
    assert second.get("2017.x", "k", lambda: b"other") == b"made"
    assert second.get("2017.x", "l", lambda: b"other") == b"other"


@pytest.mark.parametrize("harm", [lambda data: data[:-1], lambda data: data[1:], lambda _: b""])
def test_a_damaged_part_is_made_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    first = Parts(tmp_path)
    first.get("2017.x", "k", lambda: b"made")
    first.put_down()
    (tmp_path / "2017.x").write_bytes(harm((tmp_path / "2017.x").read_bytes()))
    assert Parts(tmp_path).get("2017.x", "k", lambda: b"again") == b"again"


# The large store of search, in a preview


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A yearbook with more words than the small store holds."""
    folder = copied(HERE / "tiny", tmp_path / "work")
    monkeypatch.chdir(folder)
    said = "\n\n".join(f"第{n}日开馆，来客{n}位。" + "读书看报，" * 60 for n in range(900))
    with Path("content/2016/reading.md").open("a", encoding="utf-8") as file:
        file.write(f"\n## 逐日 {{#daily}}\n\n{said}\n")
    assert Path("content/2016/reading.md").stat().st_size > chapters.SMALL
    return folder


def eventually(true: Callable[[], bool], seconds: float = 30) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_a_save_shows_its_page_at_once_and_the_index_follows(work: Path) -> None:
    shown = work / ".site.build" / "serve"

    def indexed(words: str) -> bool:
        return any(words in path.read_text("utf-8") for path in shown.glob("search/t/*.js"))

    with served(work) as serving:
        assert eventually(lambda: indexed("读书看报"))
        with serving.reloads() as reload:
            edit("content/2016/reading.md", "第7日开馆", "第7日闭馆")
            reload()
            assert "第7日闭馆" in serving.page("/2016/reading.html")
        assert eventually(lambda: indexed("第7日闭馆"))
        assert not indexed("第7日开馆")
        assert eventually((work / ".site.build/.serve.build/parts").exists)
    built()
    shutil.rmtree(".site.build/parts")
    assert tree(Path("site")) == clean()
