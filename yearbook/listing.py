"""What lies in a folder, as bytes that are equal when nothing in it changed.

No other module of the program is needed here: a build that finds nothing changed imports no more.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    Stat = tuple[int, ...]

SKIP = frozenset({"__pycache__", ".git", ".hg", ".svn"})
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
RACY = 2_000_000_000  # ns: what changed this short before a stamp may change again unseen
PLAIN = 2  # the version of marshal that writes equal values as equal bytes
NAME = attrgetter("name")
SOURCE = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")
WRITTEN = attrgetter("st_size", "st_mtime_ns", "st_ino")  # to link a file changes its record's time


def sources(root: str) -> dict[str, bytes]:
    """Each folder below `root`, by its path with `/` at its end, and the stats of its files.

    `OSError` when something cannot be read, is no file, or leads out of `root`.
    """
    return {
        folder: packed((entry.name, *SOURCE(_stat(entry, root))) for entry in files)
        for folder, files in _walk(root, SKIP)
    }


def folder(root: str, path: str) -> bytes:
    """The stats of the files of one folder below `root`, as `sources` gives them."""
    _, files = _entries(f"{root}/{path}", SKIP)
    return packed((entry.name, *SOURCE(_stat(entry, root))) for entry in files)


def site(root: str) -> dict[str, bytes]:
    """The same of a site, of folders that hold files; links count as files, litter of systems does
    not."""
    if not os.path.isdir(root):  # noqa: PTH112 (pathlib takes longer to import than all this)
        return {}
    return {
        folder: packed((entry.name, *WRITTEN(own_stat(entry))) for entry in files)
        for folder, files in _walk(root, LITTER)
        if files
    }


def packed(rows: Iterable[tuple[str, *Stat]]) -> bytes:
    """The names and stats of files, sorted by name, as bytes."""
    return marshal.dumps([value for row in rows for value in row], PLAIN)


def unpacked(said: bytes) -> Iterator[tuple[str, Stat]]:
    """The names and stats of the files of a folder of sources."""
    found = marshal.loads(said)
    width = 5
    for at in range(0, len(found), width):
        yield found[at], tuple(found[at + 1 : at + width])


def count(folders: Mapping[str, bytes]) -> int:
    """How many files a site has."""
    return sum(len(marshal.loads(one)) // 4 for one in folders.values())


def newest(said: bytes) -> int:
    """The last time of change in a folder of sources; 0 where there is no file."""
    row = marshal.loads(said)
    return max(*row[2::5], *row[3::5]) if row else 0


def _walk(root: str, skip: frozenset[str]) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """Each folder and its files, sorted; links to folders are not followed."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        folders, files = _entries(f"{root}/{folder}", skip)
        waiting += [f"{folder}{name}/" for name in folders]
        yield folder, files


def _entries(path: str, skip: frozenset[str]) -> tuple[list[str], list[os.DirEntry[str]]]:
    """The names of the folders in a folder, and its files, sorted."""
    with os.scandir(path) as found:
        entries = sorted(found, key=NAME)
    folders, files = [], []
    for entry in entries:
        if entry.name in skip:
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.name)
        else:
            files.append(entry)
    return folders, files


def own_stat(entry: os.DirEntry[str]) -> os.stat_result:
    """The stat of an entry itself; on Windows what the folder knows of it has no number."""
    return os.lstat(entry.path) if os.name == "nt" else entry.stat(follow_symlinks=False)


def _stat(entry: os.DirEntry[str], root: str) -> os.stat_result:
    """The stat of a source, of what a link leads to."""
    if entry.is_file(follow_symlinks=False):
        return own_stat(entry)
    real, top = os.path.realpath(entry.path), os.path.realpath(root)
    if not entry.is_symlink() or os.path.commonpath((real, top)) != top:
        raise OSError(f"{entry.path} is no file of {root}")
    return os.stat(entry.path)  # noqa: PTH116
