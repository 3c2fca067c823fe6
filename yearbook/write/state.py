"""What the last build recorded: the stamp of what it read, and each file that it wrote.

The file is a digest of the rest and the rest: columns, since a build that finds nothing changed
should read them in a few milliseconds however many files there are.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import stat as modes
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from yearbook.write import fs
from yearbook.write.stamp import NOTHING, Stamp

FORMAT = 2
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
HEAD = hashlib.sha256().digest_size


class Record(NamedTuple):
    """A file of the site: its output's key, the digest of its bytes, and its stat in place."""

    key: str
    sha256: str
    size: int = -1
    mtime: int = 0
    inode: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """What a build recorded of a group: its key, the paths of its files, those that are copies
    with their sources, and the parts that it asked for."""

    key: str
    paths: tuple[str, ...]
    sources: dict[str, str]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A build's record; `warnings` and `hints` are how many it had, `noted` the token under which
    the facts of its editions were noted."""

    stamp: Stamp = NOTHING
    outputs: dict[str, Record] = field(default_factory=dict)
    groups: dict[str, Made] = field(default_factory=dict)
    warnings: int = 0
    hints: int = 0
    noted: str = ""


def read(path: Path) -> State:
    """The state in the file `path`; an empty one when there is none that can be used."""
    try:
        said = path.read_bytes()
        if hashlib.sha256(said[HEAD:]).digest() != said[:HEAD]:
            return State()
        form, stamp, paths, records, groups, warnings, hints, noted = marshal.loads(said[HEAD:])
        if form != FORMAT:
            return State()
    except (OSError, ValueError, TypeError, EOFError):
        return State()
    outputs = dict(zip(paths, map(Record._make, records), strict=True))
    made = {name: Made(*group) for name, *group in groups}
    return State(Stamp.of(stamp), outputs, made, warnings, hints, noted)


def write(state: State, path: Path) -> None:
    """Write the state to the file `path`."""
    records = [tuple(one) for one in state.outputs.values()]
    groups = [
        (name, one.key, one.paths, one.sources, one.parts) for name, one in state.groups.items()
    ]
    data = (
        FORMAT,
        state.stamp.data(),
        list(state.outputs),
        records,
        groups,
        state.warnings,
        state.hints,
        state.noted,
    )
    said = marshal.dumps(data)
    path.write_bytes(hashlib.sha256(said).digest() + said)


def in_place(site: Path) -> dict[str, os.stat_result]:
    """Each file of the site with its stat; links count as files, litter of systems does not."""
    if not site.is_dir():
        return {}
    return {
        path: fs.stat(entry)
        for path, entry in fs.walk(site)
        if entry.name not in LITTER and not entry.is_dir(follow_symlinks=False)
    }


def untouched(record: Record | None, found: os.stat_result | None) -> bool:
    """Whether a file of the site has the stat that was recorded."""
    return (
        found is not None
        and record is not None
        and record.inode == found.st_ino
        and record.mtime == found.st_mtime_ns
        and record.size == found.st_size
        and modes.S_ISREG(found.st_mode)
    )


def is_whole(state: State, site: Path) -> bool:
    """Whether the site holds what the last build wrote, and nothing else."""
    found = in_place(site)
    return state.outputs.keys() == found.keys() and all(
        untouched(record, found[path]) for path, record in state.outputs.items()
    )
