"""Where the files lie that are to be verified; they are read there, nothing is unpacked or written.

A store finds a file by the name that a list gives it: in another normal form as well, as Macs
write names, and in another case where the disk does not tell cases apart.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, ClassVar

from yearbook.issues import Issues, Place, Words

CHUNK = 1 << 20
LITTER = re.compile(
    r"\.DS_Store|Thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|\._.*|\.directory|Icon\r"
    r"|System Volume Information|\$RECYCLE\.BIN|RECYCLER|__MACOSX|lost\+found|FOUND\.\d{3}"
    r"|\.Spotlight-V100|\.Trashes|\.Trash-\d+|\.fseventsd|\.TemporaryItems|\.DocumentRevisions-V100"
    r"|\.apdisk|\.AppleDouble",
    re.IGNORECASE,
)
LINK = Words("一个链接", "a link")
SPECIAL = Words("管道或设备", "a pipe or a device")


class Unreadable(Exception):
    """A file that is there and cannot be read; it has been reported."""


def is_litter(path: str) -> bool:
    """Whether a path was left by a system, or lies in a folder that was."""
    return any(LITTER.fullmatch(part) for part in path.split("/"))


def nfc(path: str) -> str:
    return path if path.isascii() else unicodedata.normalize("NFC", path)


@dataclass
class Store(ABC):
    """Files by their path with `/`, with their sizes; `litter` is what systems left among them,
    `told` what is there and was reported for itself."""

    errors: ClassVar[type[Exception]] = OSError
    shown: str
    issues: Issues
    sizes: dict[str, int]
    litter: list[str]
    told: set[str]

    @abstractmethod
    def open(self, path: str) -> IO[bytes]:
        """A file, to be read. `OSError` or an error of the archive where it cannot be."""

    @abstractmethod
    def refused(self, path: str, error: Exception) -> None:
        """Report that a file could not be read."""

    def has(self, path: str) -> bool:
        """Whether there is a file of this name, or of the name in another case where the disk
        takes both for one."""
        return path in self.sizes

    def place(self, path: str, line: int = 0) -> Place:
        return Place(f"{self.shown}/{path}" if path else self.shown, line)

    def find(self, path: str) -> str | None:
        """The file that a list calls `path`, by the name that it has here."""
        if path in self.sizes:
            return path
        normal = self._normal.get(nfc(path))
        if normal is None and self.has(path):
            return self._folded.get(nfc(path).casefold())
        return normal

    @cached_property
    def _normal(self) -> dict[str, str]:
        return {nfc(path): path for path in self.sizes}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {nfc(path).casefold(): path for path in self.sizes}

    def read(self, path: str, most: int) -> bytes:
        """The bytes of a file, `most` of them; `Unreadable` when it cannot be read."""
        try:
            with self.open(path) as file:
                return file.read(most)
        except self.errors as error:
            self.refused(path, error)
            raise Unreadable from error

    def digests(self, path: str, algorithms: Iterable[str]) -> dict[str, str]:
        """The digests of a file; `Unreadable` when it cannot be read."""
        made = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}
        try:
            with self.open(path) as file:
                while data := file.read(CHUNK):
                    for one in made.values():
                        one.update(data)
        except self.errors as error:
            self.refused(path, error)
            raise Unreadable from error
        return {name: one.hexdigest() for name, one in made.items()}


class Folder(Store):
    """The files of a folder; links are told and not followed."""

    def __init__(self, root: Path, issues: Issues) -> None:
        super().__init__(root.as_posix(), issues, {}, [], set())
        self.root = root
        self._look("")

    def _look(self, folder: str) -> None:
        try:
            with os.scandir(self.root / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.refused(folder, error)
            return
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if LITTER.fullmatch(entry.name):
                self.litter.append(path)
            if entry.is_dir(follow_symlinks=False):
                if not LITTER.fullmatch(entry.name):
                    self._look(path)
            else:
                self._take(path, entry)

    def _take(self, path: str, entry: os.DirEntry[str]) -> None:
        try:
            found = entry.stat(follow_symlinks=False)
        except OSError as error:
            self.refused(path, error)
            return
        if stat.S_ISREG(found.st_mode):
            self.sizes[path] = found.st_size
        else:
            what = LINK if stat.S_ISLNK(found.st_mode) else SPECIAL
            self.told.add(path)
            self.issues.add(self.place(path), "P075", what=what)

    def open(self, path: str) -> IO[bytes]:
        return (self.root / path).open("rb")

    def refused(self, path: str, error: Exception) -> None:
        self.told.add(path)
        reason = getattr(error, "strerror", None) or str(error)
        self.issues.add(self.place(path), "P076", reason=reason)

    def has(self, path: str) -> bool:
        return super().has(path) or (self._apart and os.path.lexists(self.root / path))

    @cached_property
    def _apart(self) -> bool:
        """Whether the disk takes names that differ in case for one."""
        name = next((one for one in self.sizes if one.swapcase() not in self.sizes), "")
        return bool(name) and os.path.lexists(self.root / name.swapcase())
