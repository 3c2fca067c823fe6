"""What the last build recorded: the stamp of what it read, and each file that it wrote.

A build that finds nothing changed should read it in a few milliseconds however many files there
are: stats are kept by folders, and records are made when they are asked for.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import stat as modes
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from yearbook import listing
from yearbook.listing import LITTER
from yearbook.write import fs
from yearbook.write.stamp import NOTHING, Stamp

FORMAT = 4
HEAD = hashlib.sha256().digest_size


class Record(NamedTuple):
    """A file of the site: its output's key, the digest of its bytes, and its stat in place."""

    key: str
    sha256: str
    size: int = -1
    mtime: int = 0
    inode: int = 0


class Made(NamedTuple):
    """What a build recorded of a group: its key, the paths of its files, those that are copies
    with their sources, and the parts that it asked for."""

    key: str
    paths: tuple[str, ...]
    sources: dict[str, str]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class State:
    """A build's record; `warnings` and `hints` are how many it had, `noted` the token under which
    the facts of its editions were noted. `late`: some files are still those of an earlier build.
    `site` has the stats of its files by folders."""

    stamp: Stamp = NOTHING
    warnings: int = 0
    hints: int = 0
    noted: str = ""
    late: bool = False
    site: Mapping[str, bytes] = field(default_factory=dict)
    rest: bytes = b""

    @cached_property
    def outputs(self) -> dict[str, Record]:
        """The files of the site by their paths."""
        return {path: Record(*record) for path, *record in self._rest[0]}

    @cached_property
    def groups(self) -> dict[str, Made]:
        """The groups by their names."""
        return {name: Made(*made) for name, *made in self._rest[1]}

    @cached_property
    def _rest(self) -> tuple[Any, Any]:
        return marshal.loads(self.rest) if self.rest else ((), ())

    def of(self, outputs: Mapping[str, Record], groups: Mapping[str, Made]) -> State:
        """The same with these files and groups."""
        rest = [(path, *one) for path, one in outputs.items()]
        made = [(name, *one) for name, one in groups.items()]
        return replace(self, site=_by_folders(outputs), rest=marshal.dumps((rest, made)))

    def doubted(self) -> State:
        """The same files, when it is not known what they were made of: none is kept by its key."""
        outputs = {path: one._replace(key="") for path, one in self.outputs.items()}
        groups = {name: one._replace(key="") for name, one in self.groups.items()}
        return replace(self, stamp=NOTHING, noted="", late=True).of(outputs, groups)


def _by_folders(outputs: Mapping[str, Record]) -> dict[str, bytes]:
    """The stats of files as `listing.site` gives them."""
    rows: dict[str, list[tuple[str, int, int, int]]] = {}
    for path, one in outputs.items():
        folder, mark, name = path.rpartition("/")
        rows.setdefault(folder + mark, []).append((name, one.size, one.mtime, one.inode))
    return {folder: listing.packed(sorted(row)) for folder, row in rows.items()}


def read(path: Path) -> State:
    """The state in the file `path`; an empty one when there is none that can be used."""
    try:
        said = path.read_bytes()
        if hashlib.sha256(said[HEAD:]).digest() != said[:HEAD]:
            return State()
        form, stamp, *more = marshal.loads(said[HEAD:])
        return State(Stamp(*stamp), *more) if form == FORMAT else State()
    except (OSError, ValueError, TypeError, EOFError):
        return State()


def write(state: State, path: Path) -> None:
    """Write the state to the file `path`."""
    one = state.stamp
    stamp = one.taken, one.facts, dict(one.folders), dict(one.digests), dict(one.newest)
    more = state.warnings, state.hints, state.noted, state.late, dict(state.site), state.rest
    said = marshal.dumps((FORMAT, stamp, *more))
    path.write_bytes(hashlib.sha256(said).digest() + said)


def in_place(site: Path) -> dict[str, os.stat_result]:
    """Each file of the site with its stat; links count as files, litter of systems does not."""
    if not site.is_dir():
        return {}
    return {
        path: listing.own_stat(entry)
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


def sound(state: State, site: Path) -> State:
    """The state without the files of the site that are not as they were written, by their bytes."""
    kept = {path: one for path, one in state.outputs.items() if _digest(site / path) == one.sha256}
    return state.of(kept, state.groups)


def is_sound(state: State, site: Path) -> bool:
    """Whether the site holds the bytes that the last build wrote, and nothing else."""
    return is_whole(state, site) and sound(state, site).site == state.site


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def is_whole(state: State, site: Path) -> bool:
    """Whether the site holds what the last build wrote, and nothing else."""
    return bool(state.site) and listing.site(str(site)) == state.site
