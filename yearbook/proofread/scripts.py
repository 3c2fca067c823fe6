"""Traditional and variant characters in simplified text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from yearbook.proofread.copy import Copy, Proof
from yearbook.proofread.quotations import quoted
from yearbook.proofread.signs import HAN, finding, lines
from yearbook.rules.scope import Finding

ALWAYS = "後"  # which GB 2312 has, and nobody writes
LEGAL = frozenset("昇濛陞氾鉅脩塚祕")  # in the Table of General Standard Characters, for names
HANS = re.compile(f"[{HAN}]")
LONG = 6  # Han at least of a passage that may be one of another script for a single character


@cache
def simplified() -> dict[str, str]:
    """Each traditional character that simplified text never has, and its simplified one.

    GB 2312 has those that are right in both, such as 乾 in 乾隆 or 徵 as a note of music.
    """
    from opencc import OpenCC

    old = [chr(code) for code in range(0x4E00, 0xA000)]
    new = OpenCC("t2s").convert("\n".join(old)).split("\n")
    return {
        a: b
        for a, b in zip(old, new, strict=True)
        if a != b and _gb(b) and (a in ALWAYS or not _gb(a, LEGAL))
    }


def _gb(char: str, more: frozenset[str] = frozenset()) -> bool:
    return char in more or bool(char.encode("gb2312", "ignore"))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{''.join(simplified())}]")


@cache
def _simple() -> frozenset[str]:
    """Characters that traditional text never has."""
    from opencc import OpenCC

    new = sorted(set(simplified().values()))
    old = OpenCC("s2t").convert("\n".join(new)).split("\n")
    return frozenset(a for a, b in zip(new, old, strict=True) if a != b)


def foreign(words: str) -> bool:
    """Whether words are a passage in traditional characters, not a slip in simplified ones."""
    count, length = len(_pattern().findall(words)), len(HANS.findall(words))
    if count and _simple().isdisjoint(words):
        return count > 1 or length >= LONG
    simple = sum(char in _simple() for char in words)
    return count > 1 and count * 3 >= length and count >= 2 * simple


def traditional(proof: Proof) -> Iterator[Finding]:
    """Simplified text has no traditional characters, but in titles, names and whole passages."""
    names = _names(proof)
    for _, copies in groupby(proof.copies, key=lambda copy: id(copy.section)):
        seen: set[str] = set()
        for copy in copies:
            if simplified().keys().isdisjoint(copy.signs):
                continue
            for at in _slips(copy, names):
                char = copy.words[at]
                if char not in seen:
                    seen.add(char)
                    yield finding(copy, "L040", at, at + 1, mended=simplified()[char])


def _names(proof: Proof) -> re.Pattern[str] | None:
    """The names of names.yaml that hold such characters."""
    known = [name for one in proof.yearbook.names for name in (one.name, *one.short, *one.variants)]
    own = [re.escape(name) for name in known if _pattern().search(name)]
    return re.compile("|".join(sorted(own, key=len, reverse=True))) if own else None


def _slips(copy: Copy, names: re.Pattern[str] | None) -> Iterator[int]:
    words = names.sub(lambda one: "\x01" * len(one.group()), copy.words) if names else copy.words
    kept = [span for span in quoted(words) if _kept(words, *span)]
    for start, end in lines(words):
        if foreign(words[start:end]):
            continue
        for one in _pattern().finditer(words, start, end):
            if not any(a <= one.start() < b for a, b in kept):
                yield one.start()


def _kept(words: str, start: int, end: int) -> bool:
    """A title keeps its characters, a quotation when it is one of another script."""
    return words[start - 1] in "《〈" or foreign(words[start:end])
