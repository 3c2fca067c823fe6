"""The postings of one edition: where each pair of characters stands, and each whole number.

A unit begins on a block of 64 positions with its title, its body on a later block; a position is
that of a UTF-16 code unit of the normal text. A number as a whole is one more pair, `NUMBER` and a
character for its first two digits and its length: where the digits of a query have been found,
equal length says that they are the whole number. A character by itself is the pair of it and
`ALONE`; its places are units, each times 4, + 1 where the title has it, + 2 where it stands whole.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
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


@dataclass(frozen=True, slots=True)
class Postings:
    """Of each pair in `pairs`, two code units each: its first and last position, and the gaps
    between. `blocks` and `titles` say how many blocks each unit and its title take."""

    blocks: tuple[int, ...]
    titles: tuple[int, ...]
    pairs: str
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    gaps: tuple[str, ...]

    def rows(self) -> Iterator[tuple[str, int, int, str]]:
        """Each pair with its first and last position and the gaps between."""
        pairs = map(add, self.pairs[::2], self.pairs[1::2])
        return zip(pairs, self.firsts, self.lasts, self.gaps, strict=True)


def postings(texts: Iterable[tuple[str, str]]) -> Postings:
    """The postings of units, each a title and a body."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    blocks: list[int] = []
    titles: list[int] = []
    block = 0
    for words in texts:
        title, body = (units16(normal(part)) for part in words)
        head = _put(found, title, block * BLOCK)
        size = head + _put(found, body, (block + head) * BLOCK)
        _put_alone(found, title, body, 4 * len(blocks))
        titles.append(head)
        blocks.append(size)
        block += size
    rows = [(pair, found[pair]) for pair in sorted(found)]
    return Postings(
        tuple(blocks),
        tuple(titles),
        "".join(pair for pair, _ in rows),
        tuple(places[0] for _, places in rows),
        tuple(places[-1] for _, places in rows),
        tuple(gaps(places) for _, places in rows),
    )


def _put(found: defaultdict[str, list[int]], text: str, start: int) -> int:
    """Add the pairs and numbers of a text that begins at `start`; the blocks that it takes."""
    lists = map(found.__getitem__, map(add, text, text[1:]))
    deque(map(list.append, lists, count(start)), maxlen=0)  # a third faster than a loop
    for number in WHOLE.finditer(text):
        if pair := whole(number[0]):
            found[pair].append(start + number.start())
    return len(text) // BLOCK + 1


def _put_alone(found: defaultdict[str, list[int]], title: str, body: str, unit: int) -> None:
    """Add each character of a unit."""
    heads = {*title}
    cut = DIGITS.difference(WHOLE.findall(title), WHOLE.findall(body))
    for character in heads.union(body):
        found[character + ALONE].append(unit + (character in heads) + 2 * (character not in cut))


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
    """The postings as a part to remember."""
    row = (made.blocks, made.titles, made.pairs, made.firsts, made.lasts, made.gaps)
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass")


def from_bytes(data: bytes) -> Postings:
    """The postings of a part."""
    blocks, titles, pairs, firsts, lasts, between = json.loads(
        data.decode("utf-8", "surrogatepass")
    )
    return Postings(
        tuple(blocks), tuple(titles), pairs, tuple(firsts), tuple(lasts), tuple(between)
    )
