"""What differs between systems, and what stands in where a system or a disk lacks it."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from yearbook.write import fs
from yearbook.write.workplace import workplace


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def folder(name: str) -> Path:
    """A folder that holds its own name."""
    path = Path(name)
    path.mkdir()
    (path / "name").write_text(name, "utf-8")
    return path


def refusing(number: int) -> object:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


# exchanging two folders


def test_two_folders_are_exchanged_where_the_system_can() -> None:
    one, other = folder("one"), folder("other")
    if fs.exchange(one, other):
        assert (one / "name").read_text("utf-8") == "other"
        assert (other / "name").read_text("utf-8") == "one"
    else:
        assert (one / "name").read_text("utf-8") == "one"


def test_other_systems_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not fs.exchange(folder("one"), folder("other"))


class Library:
    """A C library in which the call fails with an error, or that has none."""

    def __init__(self, number: int) -> None:
        if number:
            self.renameat2 = lambda *_: ctypes.set_errno(number) or -1


@pytest.mark.parametrize("number", [0, errno.ENOSYS, errno.EINVAL])
def test_an_old_system_or_disk_cannot(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library(number))
    assert not fs.exchange(folder("one"), folder("other"))


@pytest.mark.skipif(sys.platform != "linux", reason="a call of Linux")
def test_any_other_fault_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="No such file"):
        fs.exchange(Path("one"), folder("other"))


# links


def test_a_kept_file_is_one_file_with_two_addresses() -> None:
    Path("a").write_text("1", "utf-8")
    fs.link(Path("a"), Path("b"))
    assert Path("b").samefile("a")


def test_where_there_are_no_links_it_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a").write_text("1", "utf-8")
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    fs.link(Path("a"), Path("b"))
    assert Path("b").read_text("utf-8") == "1"
    assert Path("b").stat().st_mtime_ns == Path("a").stat().st_mtime_ns
    assert not Path("b").samefile("a")


def test_a_full_disk_is_told_and_not_copied_to(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a").write_text("1", "utf-8")
    monkeypatch.setattr(os, "link", refusing(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        fs.link(Path("a"), Path("b"))
    assert not Path("b").exists()


# walking and removing


def test_walking_names_everything_and_follows_no_link() -> None:
    (folder("a") / "b").mkdir()
    folder("a/b/c")
    folder("skipped")
    try:
        Path("a/link").symlink_to("b", target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    found = {path for path, _ in fs.walk(Path(), frozenset({"skipped"}))}
    assert found == {"a", "a/b", "a/b/c", "a/b/c/name", "a/link", "a/name"}


def test_removing_what_is_not_there_is_no_fault() -> None:
    fs.remove(Path("none"))
    fs.remove(folder("a"))
    assert not Path("a").exists()


# the lock


def test_a_lock_has_one_holder_at_a_time() -> None:
    one, other = (os.open("lock", os.O_RDWR | os.O_CREAT) for _ in range(2))
    assert fs.try_lock(one)
    assert not fs.try_lock(other)
    fs.unlock(one)
    assert fs.try_lock(other)
    fs.unlock(other)


@pytest.mark.skipif(os.name == "nt", reason="locks of other systems")
def test_a_disk_without_locks_is_built_on_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", refusing(errno.ENOLCK))
    lock = os.open("lock", os.O_RDWR | os.O_CREAT)
    assert fs.try_lock(lock)
    os.close(lock)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed on Windows")
@pytest.mark.parametrize("gone", ["the lock", "the folder"])
def test_a_lock_whose_file_was_removed_meanwhile_is_taken_anew(
    monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    """Its last holder, leaving no site, removes the folder between our opening and locking."""
    work, tries = Path(".site.build"), []

    def lock(descriptor: int) -> bool:
        tries.append(descriptor)
        if len(tries) == 1:
            (work / "lock").unlink() if gone == "the lock" else shutil.rmtree(work)
        return True

    monkeypatch.setattr(fs, "try_lock", lock)
    with workplace(Path("site")) as held:
        assert (held / "lock").exists()
    assert len(tries) == 2
