"""Lists of digests, as `sha256sum` and BagIt write them: a line for each file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yearbook.verify.store import Store

LINE = re.compile(r"([0-9A-Fa-f]+)([ \t]+)(\*?)(.+)")
MERGED = re.compile(r"[0-9a-fA-F]{32,128} [ *]")  # within a path: a second line hangs on the first
SIZES = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
TOLD, WIDEST = 5, 90
LONGEST = 256 * 1024 * 1024
DRIVE = re.compile(r"[A-Za-z]:|[/\\~]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line: the path as it is looked for, the digest, the line's number, the size if known."""

    path: str
    digest: str
    line: int
    size: int = -1


@dataclass(slots=True)
class Listing:
    """A list by its name. `sound`: it is proved to be as it was written (False: proved not to be).

    `cut`: its end is lost. `torn` are the lines that could not be read.
    """

    name: str
    algorithm: str
    rows: list[Row] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    sound: bool | None = None
    cut: bool = False

    def tears(self, path: str) -> bool:
        """Whether a path stands in a line that could not be read."""
        return any(path in line for line in self.torn)


def known(name: str) -> str:
    """The algorithm that a list's name gives, as Python calls it; empty when it has none such."""
    plain = name.lower().replace("-", "")
    return plain if plain in SIZES and plain in hashlib.algorithms_available else ""


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, numbered; CR, LF and CRLF end a line, nothing else does."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if line.strip(" \t"):
            yield number, line


def parse(
    found: Listing,
    text: str,
    store: Store,
    *,
    strict: bool,
    escaped: str = "%0A|%0D",
    twice: bool = False,
) -> None:
    """Read the lines of a list into it and report those that are none.

    `strict`: they must look as this program writes them. `escaped` is what stands for other signs.
    `twice`: a file may be listed again with the same digest.
    """
    before: dict[str, Row] = {}
    torn: list[tuple[int, str]] = []
    size = SIZES[found.algorithm]
    for number, line in lines(text):
        row = LINE.fullmatch(line)
        odd = strict and row and (row[2] != "  " or row[3] or row[1] != row[1].lower())
        merged = MERGED.search(line[size + 2 :])
        good = row and len(row[1]) == size and not merged
        if odd or not good:
            torn.append((number, line))
        if row and good:
            _tell(found, row, number, store)
            made = Row(_unescaped(plain(row[4]), escaped, store), row[1].lower(), number)
            first = before.setdefault(store.find(made.path) or made.path, made)
            if first is not made:
                code = "P071" if twice and first.digest == made.digest else "P070"
                args = {"path": made.path, "other": first.line}
                store.issues.add(store.place(found.name, number), code, **args)
            found.rows.append(made)
    _tell_torn(found, torn, store)


def _tell_torn(found: Listing, torn: Sequence[tuple[int, str]], store: Store) -> None:
    """Report the lines that could not be read: the first ones, and how many there are besides."""
    found.torn = [line for _, line in torn]
    for number, line in torn[:TOLD]:
        said = line if len(line) <= WIDEST else f"{line[:WIDEST]}…"
        store.issues.add(store.place(found.name, number), "P069", said=said)
    if len(torn) > TOLD:
        store.issues.add(store.place(found.name), "P097", count=len(torn), told=TOLD)


def _unescaped(path: str, escaped: str, store: Store) -> str:
    """The path with what was escaped; as it stands where only that is there."""
    meant = re.sub(escaped, lambda one: chr(int(one[0][1:], 16)), path, flags=re.IGNORECASE)
    return path if meant != path and not store.find(meant) and store.find(path) else meant


def _tell(found: Listing, row: re.Match[str], number: int, store: Store) -> None:
    """Tell what other tools write, and unsafe paths."""
    if unsafe(row[4]):
        store.issues.add(store.place(found.name, number), "P072", path=row[4])
    elif row[3] or row[4].startswith("./"):
        said = f"{row[3]}{row[4]}"
        store.issues.add(store.place(found.name, number), "P093", said=said, plain=plain(row[4]))


def plain(path: str) -> str:
    """A path without what says nothing: `./` at its head."""
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path


def unsafe(path: str) -> bool:
    """Whether a path leads, or on some system would lead, out of the folder."""
    return bool(DRIVE.match(path)) or ".." in re.split(r"[/\\]", path) or "\0" in path
