"""Proposals for ids: pinyin of Chinese words, plain letters of others. Never used by the build."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

SYLLABLES = 6
LONGEST = 48


def propose(title: str, taken: Collection[str] = ()) -> str:
    """A good id for `title` that is not among `taken`."""
    made = _letters(title) or "entry"
    if made not in taken and made != "lead":
        return made
    return next(name for nth in _numbers(made, taken) if (name := f"{made}-{nth}") not in taken)


def _numbers(made: str, taken: Collection[str]) -> Iterator[int]:
    """Numbers from 2; where hundreds are taken, from the last of those that are taken in a row."""
    yield from range(2, 100)
    low, high = 50, 100
    while f"{made}-{high}" in taken:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if f"{made}-{middle}" in taken else (low, middle)
    yield high


def mend(text: str, default: str = "entry") -> str:
    """The good id that is nearest to `text`; `default` where nothing can be made of it."""
    return _letters(text) or default


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    parts = re.findall("[a-z0-9]+", _romanised(text).lower())
    if parts and not any(part[0].isalpha() for part in parts):
        parts.insert(0, "n")
    first = next((n for n, part in enumerate(parts) if part[0].isalpha()), 0)
    parts = parts[first:] + parts[:first]
    return "-".join(parts)[:LONGEST].strip("-")


def _romanised(text: str) -> str:
    if not any("\u3400" <= char <= "\u9fff" for char in text):
        return _plain(text)
    from pypinyin import lazy_pinyin

    han = re.findall("[\u3400-\u9fff]|[^\u3400-\u9fff]+", text)
    short = "".join(_first(han))
    return _plain(" ".join(lazy_pinyin(short)))


def _first(parts: list[str]) -> list[str]:
    """The parts up to the sixth Chinese character."""
    kept: list[str] = []
    for part in parts:
        kept.append(part)
        if sum(len(one) == 1 and one >= "\u3400" for one in kept) >= SYLLABLES:
            break
    return kept


def _plain(text: str) -> str:
    """Letters without their accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
