"""The tag files of a bag: bagit.txt, bag-info.txt, fetch.txt."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yearbook.issues import Words
from yearbook.verify.compare import Outcome
from yearbook.verify.lists import Listing, lines, unsafe
from yearbook.verify.store import Store, Unreadable

BAGIT, FETCH = "bagit.txt", "fetch.txt"
INFO = ("bag-info.txt", "package-info.txt")  # the latter until 0.95
KNOWN = frozenset([(0, 93), (0, 94), (0, 95), (0, 96), (0, 97), (1, 0)])
VERSION = re.compile(r"BagIt-Version( *): *(\d+)\.(\d+)[ \t]*")
ENCODING = re.compile(r"Tag-File-Character-Encoding( *): *(\S+)[ \t]*")
FETCHED = re.compile(r"(\S+)[ \t]+(\d+|-)[ \t]+(.+)")
GONE = Words("这里没有它", "it is missing")
LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Declaration:
    """What bagit.txt says: the version of BagIt, in what encoding tag files are; whether it is
    as it must be."""

    version: tuple[int, int] = (1, 0)
    encoding: str = "utf-8"
    good: bool = False


def declaration(store: Store) -> Declaration:
    """What bagit.txt says; what it should say where it is missing or wrong."""
    if BAGIT not in store.sizes:
        store.issues.add(store.place(BAGIT), "P077", now=GONE)
        return Declaration()
    try:
        text = store.read(BAGIT, LARGEST).decode("utf-8", "surrogateescape")
    except Unreadable:
        return Declaration()
    rows = [line for _, line in lines(text)]
    version = VERSION.fullmatch(rows[0]) if rows else None
    encoding = ENCODING.fullmatch(rows[1]) if len(rows) > 1 else None
    number = (int(version[2]), int(version[3])) if version else (1, 0)
    name = _codec(encoding[2]) if encoding else ""
    blanks = number >= (1, 0) and ((version and version[1]) or (encoding and encoding[1]))
    good = bool(version and name and not blanks) and number in KNOWN and len(rows) == 2
    if not good:
        said = " / ".join(rows)[:120]
        now = Words(f"现为“{said}”", f"here stands “{said}”")
        store.issues.add(store.place(BAGIT), "P077", now=now)
    return Declaration(number if number in KNOWN else (1, 0), name or "utf-8", good)


def _codec(said: str) -> str:
    """The name of an encoding of text; empty when there is none of that name."""
    try:
        "".encode(said)
        return codecs.lookup(said).name
    except (LookupError, ValueError, UnicodeError):
        return ""


def decoded(store: Store, path: str, data: bytes, encoding: str) -> str:
    """The text of a tag file; lines that are not in its encoding are reported."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        at = data[: getattr(error, "start", 0)].count(b"\n") + 1
        store.issues.add(store.place(path, at), "P073", encoding=encoding.upper())
    return data.decode("utf-8" if encoding == "utf-8" else "latin-1", "surrogateescape")


def info(store: Store, encoding: str) -> Iterator[tuple[str, str]]:
    """The labels and values of bag-info.txt, long lines joined; others are reported."""
    for path in INFO:
        if path not in store.sizes:
            continue
        try:
            text = decoded(store, path, store.read(path, LARGEST), encoding)
        except Unreadable:
            continue
        yield from _info(store, path, text)


def _info(store: Store, path: str, text: str) -> Iterator[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, line in lines(text):
        label, colon, value = line.partition(":")
        if line[0] in " \t" and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        elif not colon or not label.strip() or line[0] in " \t" or _odd(label, value):
            store.issues.add(store.place(path, number), "P080", said=line)
        else:
            found.append((label.strip(), value.strip()))
    yield from found


def _odd(label: str, value: str) -> bool:
    return label.strip().lower() == "payload-oxum" and not re.fullmatch(r"\d+\.\d+", value.strip())


def fetched(store: Store, encoding: str, lists: Sequence[Listing], outcome: Outcome) -> None:
    """Report what is still to be fetched from elsewhere, and lines of fetch.txt that are wrong."""
    if FETCH not in store.sizes:
        return
    try:
        text = decoded(store, FETCH, store.read(FETCH, LARGEST), encoding)
    except Unreadable:
        return
    named = {row.path for one in lists for row in one.rows}
    for number, line in lines(text):
        row = FETCHED.fullmatch(line)
        place = store.place(FETCH, number)
        path = row[3].removeprefix("./") if row else ""
        if row is None:
            store.issues.add(place, "P069", said=line)
        elif unsafe(path) or not path.startswith("data/"):
            store.issues.add(place, "P072", path=path)
        elif path not in named:
            store.issues.add(place, "P084", path=path)
        elif store.find(path) is None:
            outcome.missing.pop(path, None)
            store.issues.add(place, "P082", path=path, address=row[1])
