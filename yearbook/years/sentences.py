"""Chinese prose cut into sentences, and the form in which two of them say the same.

A sentence ends with 。！？, with the closing marks after it, or with its line. Within “” （） 《》
「」 『』 it does not end, but with quotes that close after a full stop: “……好。” ends, “五小！”
and （见附表。） do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from struct import unpack_from
from typing import NamedTuple

from yearbook.search.normal import BLANKS, HALF_WIDTH

LONGEST = 400  # a mark that is not closed within so many characters encloses nothing
QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))
BRACKETS = (("（", "）"), ("《", "》"))
OPENING = "".join(a for a, _ in (*QUOTES, *BRACKETS))
CLOSING = "”’」』）》〉】〕"
WITHIN = [f"{a}(?:[^{b}\n]{{0,{LONGEST}}}[^。{b}\n])?{b}" for a, b in QUOTES]
WITHIN += [f"{a}[^{b}\n]{{0,{LONGEST}}}{b}" for a, b in BRACKETS]
ENCLOSED = "|".join(WITHIN)
ENDED = "|".join(f"{a}[^{b}\n]{{0,{LONGEST}}}。{b}" for a, b in QUOTES)
SENTENCE = re.compile(
    f"(?:[^。！？\n{OPENING}]+|{ENCLOSED}|(?!{ENDED})[{OPENING}])*"
    f"(?:(?:[。！？]+|{ENDED})[{CLOSING}]*)?\n*"
)
BLANK = re.compile(f"[{BLANKS}\n]+")
FORM = dict(zip(map(chr, HALF_WIDTH), map(chr, HALF_WIDTH.values()), strict=True))
FORM |= zip("“”〝〞「」『』‘’・•", '""""""""\'\'··', strict=True)
SIGN = re.compile(f"[{re.escape(''.join(FORM))}]")
BETWEEN = "\0"  # sentences, for many of them to be worked on as one text
WIDE = 4  # bytes of a character
PLACES = 509  # of a sketch
BITS = tuple(1 << n for n in range(PLACES))
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text as written; together they are the text. Line ends stay with them."""
    return tuple(filter(None, SENTENCE.findall(text)))


class Sketch(NamedTuple):
    """How many pairs of characters a sentence has, and where they fall in a row of bits. `hidden`
    is how many fall on others: two sentences share at most as many pairs as they share bits, and
    those that one of them hides. In what is `said` every number is the same.
    """

    said: str
    size: int
    bits: int
    hidden: int


def form(sentence: str) -> str:
    """What makes two sentences the same: all but blanks and the width of punctuation.

    templates/compare/align.js holds the same rule.
    """
    for sign in set(SIGN.findall(sentence)):  # by far faster than `translate` with its table
        sentence = sentence.replace(sign, FORM[sign])
    return BLANK.sub("", sentence)


@lru_cache(maxsize=1 << 10)
def forms(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of the sentences of a text."""
    return _each(form, lines)


@lru_cache(maxsize=1 << 10)
def masked(forms: tuple[str, ...]) -> tuple[str, ...]:
    """What the sentences of a text say, of which the forms are given, numbers aside."""
    return _each(_masked, forms)


def _each(change: Callable[[str], str], lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines, changed as one text where that is the same: a change of many is not dear."""
    changed = tuple(change(BETWEEN.join(lines)).split(BETWEEN))
    return changed if len(changed) == len(lines) else tuple(map(change, lines))


def _masked(form: str) -> str:
    """Every number counts as the same."""
    return NUMBER.sub("0", form)


@lru_cache(maxsize=1 << 13)
def sketch(said: str) -> Sketch:
    """The sketch of what a sentence says, numbers aside."""
    found, places, bits = pairs_of(said), BITS, 0
    for pair in found:
        bits |= places[pair % PLACES]
    return Sketch(said, len(found), bits, len(found) - bits.bit_count())


@lru_cache(maxsize=1 << 10)
def pairs(sentence: str) -> frozenset[int]:
    """The pairs of characters by which sentences are similar."""
    return pairs_of(_masked(form(sentence)))


@lru_cache(maxsize=1 << 11)
def pairs_of(said: str) -> frozenset[int]:
    """The same of what is said, numbers aside.

    They are numbers, for sets of numbers are made faster than sets of words and take less memory.
    """
    data = said.encode("utf-32-le", "surrogatepass")
    if len(data) <= WIDE:
        return frozenset((int.from_bytes(data, "little"),))
    even, odd = len(data) // (2 * WIDE), (len(data) - WIDE) // (2 * WIDE)
    return frozenset(unpack_from(f"<{even}Q", data) + unpack_from(f"<{odd}Q", data, WIDE))
