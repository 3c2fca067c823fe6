"""What the last build recorded: the stamp of what it read, and each file that it wrote."""

from __future__ import annotations

import json
import os
import stat as modes
from dataclasses import dataclass, field
from pathlib import Path

from yearbook.write import fs
from yearbook.write.stamp import NOTHING, Stamp

FORMAT = 1
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Record:
    """A file of the site: its output's key, the digest of its bytes, and its stat in place."""

    key: str
    sha256: str
    size: int = -1
    mtime: int = 0
    inode: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """A build's record; `warnings` and `hints` are how many it had."""

    stamp: Stamp = NOTHING
    outputs: dict[str, Record] = field(default_factory=dict)
    warnings: int = 0
    hints: int = 0


def read(path: Path) -> State:
    """The state in the file `path`; an empty one when there is none that can be used."""
    try:
        data = json.loads(path.read_bytes())
        if data["format"] != FORMAT:
            return State()
        outputs = {name: Record(*record) for name, record in data["outputs"].items()}
        return State(Stamp.of(data["stamp"]), outputs, data["warnings"], data["hints"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return State()


def write(state: State, path: Path) -> None:
    """Write the state to the file `path`."""
    stamp = state.stamp
    data = {
        "format": FORMAT,
        "stamp": {"taken": stamp.taken, "facts": stamp.facts, "files": stamp.files},
        "outputs": {
            name: (one.key, one.sha256, one.size, one.mtime, one.inode)
            for name, one in state.outputs.items()
        },
        "warnings": state.warnings,
        "hints": state.hints,
    }
    path.write_text(json.dumps(data), encoding="utf-8")


def record(key: str, sha256: str, path: str | Path) -> Record:
    """The record of the file at `path`."""
    size, mtime, _, inode = fs.facts(path)
    return Record(key, sha256, size, mtime, inode)


def in_place(site: Path) -> dict[str, os.stat_result]:
    """Each file of the site with its stat; links count as files, litter of systems does not."""
    if not site.is_dir():
        return {}
    return {
        path: os.lstat(entry.path)
        for path, entry in fs.walk(site)
        if entry.name not in LITTER and not entry.is_dir(follow_symlinks=False)
    }


def untouched(record: Record, found: os.stat_result | None) -> bool:
    """Whether a file of the site has the stat that was recorded."""
    return (
        found is not None
        and modes.S_ISREG(found.st_mode)
        and (record.size, record.mtime, record.inode)
        == (found.st_size, found.st_mtime_ns, found.st_ino)
    )


def is_whole(state: State, site: Path) -> bool:
    """Whether the site holds what the last build wrote, and nothing else."""
    found = in_place(site)
    return state.outputs.keys() == found.keys() and all(
        untouched(record, found[path]) for path, record in state.outputs.items()
    )
