"""edition.lock as text: an address and its check to a line, below it its words, indented.

# …
format: 1
edition: 2017
released: 2018-06-30
addresses: 212
check: <SHA-256 of all the rest>

reading.html#evening 5e2d8c0f1a2b3c4d
    夜间开放
    自5月起……
"""

from __future__ import annotations

import hashlib
import re

from yearbook.issues import Place
from yearbook.model import Lock
from yearbook.record import positional

LOCK = "edition.lock"
FORMAT = "1"
HEAD = """\
# 本卷发布时的全部地址和文字，由 release 写成，不要改动：改动一个字都会被发现。
# Every address of the edition and its words as released. Written by `release`; do not edit.
"""
KEYS = ("format", "edition", "released", "addresses", "check")
KEY = re.compile(r"([a-z]+): (\S+)")
ADDRESS = re.compile(r"([a-z0-9][a-z0-9_.#-]*) ([0-9a-f]{16})")
INDENT = "    "

Passages = tuple[tuple[str, tuple[str, ...]], ...]


@positional
class Damage:
    """What is wrong with a lock: the kind, the line from 1 (0: the whole file), what it says."""

    kind: str
    line: int = 0
    said: str = ""


def written(lock: Lock) -> str:
    """The text of a lock."""
    body = "".join(
        f"\n{address} {check(address, lines)}\n" + "".join(f"{INDENT}{line}\n" for line in lines)
        for address, lines in lock.passages
    )
    values = (FORMAT, lock.edition, lock.released, str(len(lock.passages)))
    pairs = list(zip(KEYS, values, strict=False))
    whole = _whole(dict(pairs), lock.passages)
    return HEAD + "".join(f"{key}: {value}\n" for key, value in [*pairs, ("check", whole)]) + body


def check(address: str, lines: tuple[str, ...]) -> str:
    """The digest of a passage."""
    return hashlib.sha256("\n".join((address, *lines)).encode()).hexdigest()[:16]


def _whole(values: dict[str, str], passages: Passages) -> str:
    made = hashlib.sha256()
    for key in KEYS[:-1]:
        made.update(f"{key}: {values.get(key, '')}\n".encode())
    for address, lines in passages:
        made.update("\n".join((address, *lines, "")).encode())
    return made.hexdigest()


def parsed(text: str, at: Place) -> Lock | Damage:
    """The lock that a text holds; of a damaged one where and how it is damaged."""
    rows = text.rstrip("\n").split("\n")
    values, after = _header(rows)
    if "format" not in values:
        return Damage("none" if text.strip() else "empty")
    if values["format"] != FORMAT:
        return Damage("newer", _line(rows, "format"), values["format"])
    found = _passages(rows, after, int(values.get("addresses", "0")))
    if isinstance(found, Damage):
        return found
    if any(key not in values for key in KEYS) or len(found) < int(values["addresses"]):
        return Damage("cut", len(rows))
    if _whole(values, found) != values["check"]:
        return Damage("edited", _line(rows, "check"))
    return Lock(edition=values["edition"], released=values["released"], passages=found, at=at)


def _line(rows: list[str], key: str) -> int:
    return next(number for number, row in enumerate(rows, 1) if row.startswith(f"{key}:"))


def _header(rows: list[str]) -> tuple[dict[str, str], int]:
    """The values before the first address, and the index of the line after them."""
    values: dict[str, str] = {}
    for nth, row in enumerate(rows):
        found = KEY.fullmatch(row)
        if found and found[1] in KEYS and found[1] not in values:
            values[found[1]] = found[2]
        elif row and not row.startswith("#"):
            return _whole_numbers(values), nth
    return _whole_numbers(values), len(rows)


def _whole_numbers(values: dict[str, str]) -> dict[str, str]:
    if not re.fullmatch("[0-9]{1,9}", values.get("addresses", "0")):
        del values["addresses"]
    return values


def _passages(rows: list[str], start: int, count: int) -> Passages | Damage:
    """The passages from a line on; damage at the first whose words are not those of its check."""
    made: list[tuple[str, tuple[str, ...]]] = []
    nth = start
    while nth < len(rows):
        head = ADDRESS.fullmatch(rows[nth])
        first = nth = nth + 1
        while nth < len(rows) and rows[nth].startswith(INDENT):
            nth += 1
        lines = tuple(row.removeprefix(INDENT) for row in rows[first:nth])
        if head is None or head[2] != check(head[1], lines):
            cut = nth == len(rows) and len(made) + 1 < count
            return Damage("cut" if cut else "edited", nth if cut else first)
        made.append((head[1], lines))
        if nth < len(rows):
            if rows[nth]:
                return Damage("edited", nth + 1)
            nth += 1
    return tuple(made)
