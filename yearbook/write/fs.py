"""What differs between systems: locks, links, and swapping one folder for another."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from yearbook import cores

AT_FDCWD, RENAME_EXCHANGE = -100, 2
LOCK_BYTE = 1 << 30  # on Windows a locked byte cannot be read: lock one far behind the text
NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})
MANY = 30  # folders of a site, from which on a fork is worth its while
OLD, MARK = "old", "swapping"
WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)

Facts = tuple[int, int, int, int]


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk has no such step."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if not call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE):
        return True
    number = ctypes.get_errno()
    if number in NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def swap(stage: Path, site: Path, work: Path) -> None:
    """Put `stage` in the place of `site`; the old tree is left in `work`, to be swept.

    Where two folders cannot be exchanged, a marker in `work` lets `recover` finish the swap.
    """
    if not site.exists():
        stage.rename(site)
    elif not exchange(stage, site):
        _two_renames(stage, site, work)


def _two_renames(stage: Path, site: Path, work: Path) -> None:
    (work / MARK).touch()
    site.rename(work / OLD)
    try:
        stage.rename(site)
    except OSError:
        (work / OLD).rename(site)
        raise
    finally:
        (work / MARK).unlink()


def recover(stage: Path, site: Path, work: Path) -> None:
    """Finish a swap that was killed between its two renames."""
    mark = work / MARK
    if not mark.exists():
        return
    if not site.exists():
        (stage if stage.exists() else work / OLD).rename(site)
    mark.unlink()


def link(source: str, target: str) -> None:
    """The same file at a second address: a hard link, or a copy where there are none."""
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        import shutil

        shutil.copy2(source, target)


def create(path: str, data: bytes) -> os.stat_result:
    """A file with these bytes, readable by all whatever the user's umask; its stat."""
    file = os.open(path, WRITING, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
        found = os.fstat(file)
    finally:
        os.close(file)
    if found.st_mode & 0o777 != 0o644:
        os.chmod(path, 0o644)
    return found if sys.platform != "win32" else os.lstat(path)


def folder(path: str | Path) -> None:
    """A folder, readable by all whatever the user's umask; one that is there is no fault."""
    with suppress(FileExistsError):
        os.mkdir(path, 0o755)
        if os.stat(path).st_mode & 0o777 != 0o755:
            os.chmod(path, 0o755)


def remove(tree: Path) -> None:
    """Remove a folder with all that is in it; a missing one is no fault.

    `shutil.rmtree` takes three times as long, since it guards against others at work there.
    """
    if tree.exists():
        with os.scandir(tree) as found:
            folders = [one.path for one in found if one.is_dir(follow_symlinks=False)]
        forks = cores.here() if len(folders) >= MANY else 1
        cores.each(lambda n: _remove(folders[n]), len(folders), forks)
        _remove(str(tree))


def _remove(folder: str) -> None:
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _remove(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir(folder)


def facts(path: str | Path, *, follow: bool = True) -> Facts:
    """Size, time of change, time of change of the record, and number of a file."""
    found = os.stat(path, follow_symlinks=follow)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def walk(root: Path, skip: frozenset[str] = frozenset()) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below `root`: its path with `/` and its entry; links are not followed."""
    waiting = [("", str(root))]
    while waiting:
        start, path = waiting.pop()
        with os.scandir(path) as found:
            for entry in found:
                if entry.name in skip:
                    continue
                yield start + entry.name, entry
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{start}{entry.name}/", entry.path))


def try_lock(descriptor: int) -> bool:
    """Whether this process now holds the lock of an open file; it ends with the process."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, LOCK_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


def unlock(descriptor: int) -> None:
    """Give up the lock and close its file."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, LOCK_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    os.close(descriptor)
