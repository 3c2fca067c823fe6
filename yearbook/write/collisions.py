"""Addresses of the site: one output each, on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from yearbook.issues import Issues, Place, Words
from yearbook.write.manifest import MANIFEST

PROGRAM = Words("程序生成的文件", "a file that the program makes")


class Addressed(Protocol):
    """A file of the site: its path, and the file of content that it is a copy of."""

    @property
    def path(self) -> str: ...
    @property
    def source(self) -> str: ...


def check_addresses(files: Iterable[Addressed], issues: Issues) -> None:
    """Add an issue for two outputs at one address, at twins by case, and for a file that stands
    where a folder must be."""
    first: dict[str, tuple[str, str]] = {_folded(MANIFEST): (MANIFEST, "")}
    given = [(one.path, one.source) for one in files]
    for file in given:
        other = first.setdefault(_folded(file[0]), file)
        if other is not file:
            _report("C401" if other[0] == file[0] else "C402", file, other, issues)
    for path, within in _files_as_folders(given, first):
        _report("C403", within, first[path], issues)


def _files_as_folders(
    given: Iterable[tuple[str, str]], first: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """The files that stand where a folder must be, each with the first output within it."""
    folders: dict[str, tuple[str, str]] = {}
    for file in given:
        above = file[0].rpartition("/")[0]
        while above and above not in folders:
            folders[above] = file
            above = above.rpartition("/")[0]
    told: set[str] = set()
    for folder, within in folders.items():
        path = _folded(folder)
        if path in first and path not in told:
            told.add(path)
            yield path, within


def _folded(path: str) -> str:
    """What systems that do not tell cases apart make of a path."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _report(code: str, output: tuple[str, str], other: tuple[str, str], issues: Issues) -> None:
    """The issue stands at the one that comes from content, since that can be renamed."""
    if other[1] and (code == "C403" or not output[1]):
        output, other = other, output
    issues.add(
        Place(output[1] or output[0]),
        code,
        path=output[0],
        other=other[0],
        source=other[1] or PROGRAM,
    )
