"""The writer: outputs become the files of a folder, all in one step or not at all."""

from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path

import pytest
from building import stats, tree

from yearbook import __version__
from yearbook.issues import ContentError, Issue, Place, UseError
from yearbook.output import Output
from yearbook.write import Report, write
from yearbook.write.manifest import MANIFEST
from yearbook.write.state import State

WORK = ".site.build"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("site")


def put(site: Path, **texts: str) -> Report:
    """Write one output for each name; its key is its text."""
    outputs = [Output(name.replace("_", "/"), text, text.encode) for name, text in texts.items()]
    return write(outputs, site, State())


def bytes_of(site: Path) -> dict[str, bytes]:
    made = tree(site)
    made.pop(MANIFEST)
    return made


def refused() -> bytes:
    raise AssertionError("this output must not be made")


# what is written


def test_every_output_becomes_a_file(site: Path) -> None:
    assert put(site, a="1", b_c="2") == Report(("a", "b/c"), (), 0)
    assert bytes_of(site) == {"a": b"1", "b/c": b"2"}


def test_the_list_of_files_has_the_digest_and_size_of_each_and_proves_itself(site: Path) -> None:
    put(site, b_c="22", a="1")
    one, two = (hashlib.sha256(data).hexdigest() for data in (b"1", b"22"))
    said = f"{one}  a\n{two}  b/c\n# yearbook {__version__}\n# sizes 1 2\n"
    proof = hashlib.sha256(said.encode()).hexdigest()
    assert (site / MANIFEST).read_text("utf-8") == f"{said}# sha256 {proof}\n"


def test_an_output_whose_key_is_known_is_not_made_again(site: Path) -> None:
    put(site, a="1", b="2")
    outputs = [Output("a", "1", refused), Output("b", "3", "3".encode)]
    assert write(outputs, site, State()).kept == 1


def test_what_stays_keeps_its_file(site: Path) -> None:
    put(site, a="1", b="2")
    before = stats(site)
    put(site, a="1", b="3")
    after = stats(site)
    assert after["site/a"] == before["site/a"]
    assert after["site/b"] != before["site/b"]


def test_the_same_bytes_under_a_new_key_keep_their_file(site: Path) -> None:
    put(site, a="1")
    before = stats(site)
    assert write([Output("a", "new", "1".encode)], site, State()) == Report((), (), 1)
    assert stats(site) == before


def test_nothing_changed_leaves_the_folder_alone(site: Path) -> None:
    put(site, a="1")
    before = site.stat()
    assert put(site, a="1") == Report((), (), 1)
    assert os.path.samestat(site.stat(), before)


def test_what_no_output_names_is_removed_with_its_folder(site: Path) -> None:
    put(site, a="1", b_c_d="2")
    assert put(site, a="1") == Report((), ("b/c/d",), 1)
    assert [path.name for path in site.iterdir() if path.name != MANIFEST] == ["a"]


def test_a_folder_becomes_a_file_and_a_file_a_folder(site: Path) -> None:
    put(site, a="1", b_c="2")
    put(site, a_x="3", b="4")
    assert bytes_of(site) == {"a/x": b"3", "b": b"4"}


def test_a_site_without_a_record_of_its_build_is_compared_by_its_bytes(site: Path) -> None:
    put(site, a="1", b="2")
    before = stats(site)
    (Path(WORK) / "state").write_text("{", "utf-8")
    assert put(site, a="1", b="3") == Report(("b",), (), 1)
    assert stats(site)["site/a"] == before["site/a"]


def test_a_record_of_another_version_is_not_used(site: Path) -> None:
    put(site, a="1")
    (Path(WORK) / "state").write_text('{"format": 0}', "utf-8")
    assert put(site, a="1") == Report((), (), 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_everyone_may_read_the_site_whatever_the_mask(site: Path) -> None:
    old = os.umask(0o077)
    try:
        put(site, a="1", b_c="2")
        put(site, a="1", b_c="3")
    finally:
        os.umask(old)
    modes = {path.stat().st_mode & 0o777 for path in site.rglob("*") if path.is_file()}
    folders = {path.stat().st_mode & 0o777 for path in (site, *site.rglob("*")) if path.is_dir()}
    assert (modes, folders) == ({0o644}, {0o755})


# what others did to the site


def test_a_file_of_ours_that_someone_changed_is_put_right(site: Path) -> None:
    put(site, a="1", b="2")
    (site / "a").write_text("mine", "utf-8")
    assert put(site, a="1", b="2") == Report(("a",), (), 1)
    assert bytes_of(site) == {"a": b"1", "b": b"2"}


def test_a_file_of_ours_that_someone_deleted_comes_back(site: Path) -> None:
    put(site, a="1", b="2")
    (site / "a").unlink()
    assert put(site, a="1", b="2") == Report(("a",), (), 1)


def test_litter_of_systems_is_no_stranger_and_does_not_stay(site: Path) -> None:
    put(site, a="1")
    (site / ".DS_Store").write_bytes(b"x")
    put(site, a="2")
    assert bytes_of(site) == {"a": b"2"}


def test_files_that_the_program_did_not_write_are_refused_and_kept(site: Path) -> None:
    put(site, a="1")
    (site / "photos").mkdir()
    (site / "photos" / "1.jpg").write_bytes(b"mine")
    before = tree(site)
    with pytest.raises(UseError) as refusal:
        put(site, a="2")
    assert refusal.value.issue.line("en") == (
        "site: S012 the site folder holds files that this program did not write: photos/1.jpg"
        " — move them away; what is to be published goes into content/files/"
    )
    assert tree(site) == before


def test_a_folder_of_ones_own_named_like_the_site_is_refused(site: Path) -> None:
    site.mkdir()
    (site / "a").write_text("mine", "utf-8")
    with pytest.raises(UseError, match="S012"):
        put(site, a="1")
    assert tree(site) == {"a": b"mine"}
    assert not Path(WORK).exists()


def test_an_empty_folder_is_taken(site: Path) -> None:
    site.mkdir()
    put(site, a="1")
    assert bytes_of(site) == {"a": b"1"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_the_site_is_not_followed(site: Path) -> None:
    put(site, a="1", b="2")
    Path("precious").write_text("mine", "utf-8")
    (site / "a").unlink()
    (site / "a").symlink_to("../precious")
    put(site, a="1", b="3")
    assert Path("precious").read_text("utf-8") == "mine"
    assert not (site / "a").is_symlink()


# in one step or not at all


def test_a_fault_of_the_templates_leaves_the_site_as_it_was(site: Path) -> None:
    put(site, a="1")
    before = stats(site)

    def fault(line: int) -> Output:
        error = ContentError((Issue(Place("templates/base.html", line), "T008", (("said", "x"),)),))
        return Output(f"x{line}", "", lambda: (_ for _ in ()).throw(error))

    with pytest.raises(ContentError) as found:
        write([Output("a", "2", "2".encode), fault(1), fault(2), fault(2)], site, State())
    assert [issue.place.line for issue in found.value.issues] == [1, 2]
    assert stats(site) == before


def test_a_reader_never_sees_two_editions_mixed(site: Path) -> None:
    """Someone who holds the folder open reads one edition whole, or finds it gone."""
    names = [f"p{number}" for number in range(30)]
    put(site, **dict.fromkeys(names, "0"))
    seen: list[set[str]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            folder = os.open(site, os.O_RDONLY)
            found = set()
            for name in names:
                try:
                    file = os.open(name, os.O_RDONLY, dir_fd=folder)
                except FileNotFoundError:
                    break
                found.add(os.read(file, 9).decode())
                os.close(file)
            os.close(folder)
            seen.append(found)

    if os.open not in os.supports_dir_fd:
        pytest.skip("this system cannot hold a folder open")
    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 30):
        put(site, **dict.fromkeys(names, str(number)))
    done.set()
    reader.join()
    assert {len(found) for found in seen} <= {0, 1}
    assert len(set().union(*seen)) > 1


def test_nothing_but_the_record_and_the_lock_is_left_beside_the_site(site: Path) -> None:
    put(site, a="1")
    put(site, a="2")
    assert sorted(path.name for path in Path(WORK).iterdir()) == ["lock", "state"]


# without trust in times


def test_bytes_that_changed_under_the_same_stat_are_found_when_asked(site: Path) -> None:
    put(site, a="1", b="2")
    before = (site / "a").stat()
    with (site / "a").open("r+b") as file:
        file.write(b"x")
    os.utime(site / "a", ns=(before.st_atime_ns, before.st_mtime_ns))
    outputs = [Output("a", "1", "1".encode), Output("b", "2", refused)]
    assert write(outputs, site, State()) == Report((), (), 2)
    assert write(outputs, site, State(), rehash=True) == Report(("a",), (), 1)
    assert bytes_of(site) == {"a": b"1", "b": b"2"}
