"""What a build depended on: every file it could read, by its stat and its digest.

The rule of the racily clean is git's: a file changed within two seconds of the stamp may change
again without its stat showing it, so its digest is taken anew.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yearbook.libraries import Facts, environment
from yearbook.write import fs

RACY = 2_000_000_000
SKIP = frozenset({"__pycache__", ".git", ".hg", ".svn"})
FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Stamp:
    """When it was taken, the facts that must be equal, and each file's stat with its digest."""

    taken: int
    facts: tuple[Facts, ...]
    files: dict[str, tuple[int, int, int, int, str]]

    def same(self, other: Stamp) -> bool:
        """Whether the same bytes would be read, whatever the stats say."""
        return self.facts == other.facts and self._digests() == other._digests()

    def _digests(self) -> dict[str, str]:
        return {path: file[4] for path, file in self.files.items()}

    def data(self) -> tuple[int, tuple[Facts, ...], dict[str, tuple[int, int, int, int, str]]]:
        """The stamp as plain values."""
        return self.taken, self.facts, self.files

    @classmethod
    def of(cls, data: Any) -> Stamp:
        """A stamp from its plain values."""
        return cls(*data)


NOTHING = Stamp(0, (), {})


def take(trees: Mapping[str, Path], facts: tuple[Facts, ...], before: Stamp = NOTHING) -> Stamp:
    """The stamp of now; digests whose file has the stat of `before` are taken over.

    `OSError` when a file cannot be read.
    """
    taken = time.time_ns()
    files: dict[str, tuple[int, int, int, int, str]] = {}
    for name, root in trees.items():
        for path, entry in fs.walk(root, SKIP):
            key = f"{name}/{path}"
            if not _within(entry, root):
                raise OSError(f"{entry.path} is no file of {root}")
            if entry.is_dir():
                files[key] = (0, 0, 0, 0, "link" if entry.is_symlink() else FOLDER)
            else:
                files[key] = _file(entry.path, before.files.get(key), before.taken)
    return Stamp(taken, (*facts, *environment()), files)


def _within(entry: os.DirEntry[str], root: Path) -> bool:
    """Whether an entry is a file or folder, and no link that leads out of `root`."""
    real = Path(os.path.realpath(entry.path)) if entry.is_symlink() else None
    if real and not real.is_relative_to(os.path.realpath(root)):
        return False
    return entry.is_dir() or entry.is_file()


def _file(
    path: str, known: tuple[int, int, int, int, str] | None, taken: int
) -> tuple[int, int, int, int, str]:
    now = fs.facts(path)
    settled = max(now[1], now[2]) < taken - RACY
    if known is not None and settled and known[:4] == now:
        return known
    with Path(path).open("rb") as file:
        return (*now, hashlib.file_digest(file, "sha256").hexdigest())
