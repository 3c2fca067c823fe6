"""The postings of one edition: where each pair of characters stands, and each whole number.

A unit begins on a block of 64 positions with its title, its body on a later block; a position is
that of a UTF-16 code unit of the normal text. A number as a whole is one more pair, `NUMBER` and a
character for its first two digits and its length: where the digits of a query have been found,
equal length says that they are the whole number. A character by itself is the pair of it and
`ALONE`; its places are units, each times 4, + 1 where the title has it, + 2 where it stands whole.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, count, repeat
from operator import add

from yearbook.search.codes import gaps
from yearbook.search.normal import normal

BLOCK = 64
ALONE, NUMBER = "\x00", "\x01"
DIGITS = frozenset("0123456789")
WHOLE = re.compile(r"[0-9]+(?:\.[0-9]+)*")
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
SECOND = {digit: n for n, digit in enumerate("0123456789.")}
LONGEST = 63
COLUMNS = 7


@dataclass(frozen=True, slots=True)
class Postings:
    """Of each pair in `pairs`, two code units each: its first and last position, and the gaps
    between, one after the other in `gaps`, where those of the next pair begin at `cuts`. `blocks`
    and `titles` say how many blocks each unit and its title take.

    All in a few arrays: those of all volumes are in memory together.
    """

    blocks: array[int]
    titles: array[int]
    pairs: str
    firsts: array[int]
    lasts: array[int]
    cuts: array[int]
    gaps: str

    def rows(self, low: str = "", high: str = "") -> Iterator[tuple[str, int, int, str]]:
        """Each pair from `low` on and before `high` with its first and last position and the gaps
        between."""
        a, b = self._at(low), self._at(high) if high else len(self.firsts)
        pairs = map(add, self.pairs[2 * a : 2 * b : 2], self.pairs[2 * a + 1 : 2 * b : 2])
        spans = map(slice, self.cuts[a:b], self.cuts[a + 1 : b + 1])
        between = map(self.gaps.__getitem__, spans)
        return zip(pairs, self.firsts[a:b], self.lasts[a:b], between, strict=True)

    def every(self, many: int) -> list[str]:
        """One pair of so many."""
        return [self.pairs[2 * n : 2 * n + 2] for n in range(many, len(self.firsts), many)]

    def _at(self, pair: str) -> int:
        """The place of the first pair that does not come before this one."""
        places = range(len(self.firsts))
        return bisect_left(places, pair, key=lambda n: self.pairs[2 * n : 2 * n + 2])


def postings(texts: Iterable[tuple[str, str]]) -> Postings:
    """The postings of units, each a title and a body."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    alone: defaultdict[str, list[int]] = defaultdict(list)
    blocks, titles = array("I"), array("I")
    block = 0
    for words in texts:
        title, body = (units16(normal(part)) for part in words)
        head = len(title) // BLOCK + 1
        numbers = {
            *_put(found, title, block * BLOCK),
            *_put(found, body, (block + head) * BLOCK),
        }
        _put_alone(alone, title, body, numbers, 4 * len(blocks))
        titles.append(head)
        blocks.append(head + len(body) // BLOCK + 1)
        block += blocks[-1]
    found.update((character + ALONE, places) for character, places in alone.items())
    rows = sorted(found.items())
    between = [gaps(places) for _, places in rows]
    return Postings(
        blocks,
        titles,
        "".join(pair for pair, _ in rows),
        array("I", (places[0] for _, places in rows)),
        array("I", (places[-1] for _, places in rows)),
        array("I", accumulate(map(len, between), initial=0)),
        "".join(between),
    )


def _put(found: defaultdict[str, list[int]], text: str, start: int) -> list[str]:
    """Add the pairs and numbers of a text that begins at `start`; the numbers."""
    lists = map(found.__getitem__, map(add, text, text[1:]))
    deque(map(list.append, lists, count(start)), maxlen=0)  # a third faster than a loop
    numbers = []
    for number in WHOLE.finditer(text):
        numbers.append(number[0])
        if pair := whole(number[0]):
            found[pair].append(start + number.start())
    return numbers


def _put_alone(
    alone: defaultdict[str, list[int]], title: str, body: str, numbers: set[str], unit: int
) -> None:
    """Add each character of a unit; a digit stands whole when it is one of the numbers."""
    heads = {*title}
    cut = {*title, *body} & DIGITS - numbers
    plain = {*body} - heads - cut
    deque(map(list.append, map(alone.__getitem__, plain), repeat(unit + 2)), maxlen=0)
    for character in heads | cut:
        alone[character].append(unit + (character in heads) + 2 * (character not in cut))


@lru_cache(maxsize=1 << 14)
def whole(number: str) -> str:
    """The pair that stands for a whole number; none for one of too many digits."""
    if len(number) > LONGEST:
        return ""
    second = SECOND[number[1]] if len(number) > 1 else 11
    return NUMBER + chr(0x100 + (int(number[0]) * 12 + second) * 64 + len(number))


def units16(text: str) -> str:
    """The text with a character for each UTF-16 code unit, as a browser counts."""
    return ASTRAL.sub(_halves, text)


def _halves(rare: re.Match[str]) -> str:
    code = ord(rare[0]) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))


def to_bytes(made: Postings) -> bytes:
    """The postings as a part to remember: how long the columns are, then the columns."""
    columns = (
        *(one.tobytes() for one in (made.blocks, made.titles, made.firsts, made.lasts, made.cuts)),
        array("H", map(ord, made.pairs)).tobytes(),
        made.gaps.encode("ascii"),
    )
    return b"".join((array("Q", map(len, columns)).tobytes(), *columns))


def from_bytes(data: bytes) -> Postings:
    """The postings of a part that a machine of the same order of bytes has made."""
    lengths = array("Q", data[: 8 * COLUMNS])
    ends = [*accumulate(lengths, initial=8 * COLUMNS)]
    columns = map(data.__getitem__, map(slice, ends, ends[1:]))
    blocks, titles, firsts, lasts, cuts, pairs, between = columns
    return Postings(
        array("I", blocks),
        array("I", titles),
        "".join(map(chr, array("H", pairs))),
        array("I", firsts),
        array("I", lasts),
        array("I", cuts),
        between.decode("ascii"),
    )
