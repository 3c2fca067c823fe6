"""The dictionary of readings: of characters, and of phrases whose reading is not plain.

Two files made of pypinyin's data by tools/readings.py: loading pypinyin itself would take as long
as making hundreds of pages, and sites would depend on which one is installed.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

LAST = "\U0010ffff"


@lru_cache(maxsize=1 << 14)
def first(char: str) -> str:
    """The usual reading of a character; `~` for what has none."""
    return _usual().get(char, "~")


def ways(char: str) -> tuple[str, ...]:
    """All readings of a character, the usual one first."""
    usual = _usual().get(char)
    return (usual, *_more().get(char, ())) if usual else ()


def syllables() -> frozenset[str]:
    """All syllables that there are."""
    return frozenset(syllable.lstrip("+") for syllable, _ in _rows())


@lru_cache(maxsize=1 << 14)
def starting(head: str) -> tuple[str, ...]:
    """The phrases that begin with these two characters, the longest first."""
    rows = _phrases()
    found = rows[bisect_left(rows, head) : bisect_left(rows, head + LAST)]
    return tuple(sorted((row.partition(" ")[0] for row in found), key=len, reverse=True))


def is_phrase(text: str) -> bool:
    """Whether these characters are a phrase of the dictionary."""
    return len(text) > 1 and text in starting(text[:2])


@lru_cache(maxsize=1 << 12)
def said(phrase: str) -> tuple[str, ...]:
    """The readings of the characters of a phrase."""
    rows = _phrases()
    row = rows[bisect_left(rows, phrase)]
    return tuple(row.split(" ")[1:]) or tuple(map(first, phrase))


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    found: dict[str, str] = {}
    for syllable, chars in _rows():
        if syllable[0] != "+":
            found |= dict.fromkeys(chars, syllable)
    return found


@lru_cache(maxsize=1)
def _more() -> dict[str, list[str]]:
    """The readings of characters besides the usual ones."""
    found: dict[str, list[str]] = {}
    for syllable, chars in _rows():
        for char in chars if syllable[0] == "+" else ():
            found.setdefault(char, []).append(syllable[1:])
    return found


def _rows() -> list[tuple[str, str]]:
    """The syllables, each with its characters."""
    rows = (line.partition(" ") for line in _lines("readings.txt"))
    return [(syllable, chars) for syllable, _, chars in rows]


@lru_cache(maxsize=1)
def _phrases() -> list[str]:
    """The phrases in order, each followed by its readings where they are not the usual ones."""
    return _lines("phrases.txt")


def _lines(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text("utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"]
