"""Sentences of a copy as they are read, and the quantities in them: numbers that can be added.

A sentence has no hidden markup and no line end within it; rows of a Markdown table are in none.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from yearbook import figures, units
from yearbook.issues import Place
from yearbook.proofread.copy import HIDDEN, OPAQUE, Copy, widened
from yearbook.years import sentences as cutting

GAP = re.compile(f"{HIDDEN}+|(?<=[^\n])\n(?=[^\n{HIDDEN}])")
TABLE_ROW = re.compile(r"^[^\n]*(?<!\\)\|[^\n]*$", re.MULTILINE)
NOTE = re.compile(r"\[\^([^\]\n]+)\]")
BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)")
SHARES = frozenset(("%", "‰", "个百分点", "百分点", "个点"))
LONGEST = 2000  # what is longer is no sentence, and would be looked through again and again
SAME_UNIT = {"名": "人", "位": "人"}
# Units in which 30 may stand for 30.4.
MEASURED = frozenset(
    "米 厘米 毫米 千米 公里 平方米 平方公里 平方千米 立方米 公顷 亩 顷 吨 千克 公斤 克 升 毫升 度"
    " 千瓦 千瓦时 兆瓦 岁 年 个月 天 小时 分钟 秒"
    " % ‰ 倍 成 个百分点 百分点 km m t kg ㎡ m² km²".split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit in a sentence. `value` has 万 and 亿 multiplied out, `unit` has none.

    `start` and `end` are offsets in the sentence, `step` is one unit of the last digit. `loose`:
    an approximation or the end of a range, with which nothing can be reckoned.
    """

    start: int
    end: int
    written: str
    value: Decimal
    unit: str
    scale: str = ""
    step: Decimal = Decimal(1)
    loose: bool = False

    @property
    def slack(self) -> Decimal:
        """By how much it may have been rounded; a count is exact."""
        counted = self.step == 1 and not self.scale and self.unit not in MEASURED
        return Decimal(0) if counted else self.step / 2

    def like(self, value: Decimal) -> str:
        """Another value, written with the unit of this one."""
        unit = re.sub(r"^[^0-9]*[0-9][0-9,.]*", "", self.written)
        return plain(value / figures.SCALE_VALUES[self.scale]) + unit


@dataclass(frozen=True)
class Sentence:
    """A sentence of a copy. `starts` are offsets in what is read of it, `spots` in its words."""

    copy: Copy
    text: str
    start: int
    starts: tuple[int, ...]
    spots: tuple[int, ...]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers with a unit, in order; not those in 《》 and “”."""
        return tuple(_quantity(number) for number in figures.numbers(self.text))

    @cached_property
    def outside(self) -> str:
        """The text, blanks for what stands in brackets."""
        return unbracketed(self.text)

    def offset(self, at: int) -> int:
        """The offset in the words of the copy."""
        nth = bisect(self.starts, self.start + at) - 1
        return self.spots[nth] + self.start + at - self.starts[nth]

    def place(self, at: int) -> Place:
        return self.copy.place(self.offset(at))

    def marked(self, *written: str) -> bool:
        """Whether a 校注 at the sentence speaks of one of the wordings."""
        end = self.offset(len(self.text.rstrip("\n")) - 1) + 1
        more = re.match(r"(?:\[\^[^\]\n]+\]|[。！？；”’）])*", self.copy.source[end:])
        source = self.copy.source[self.offset(0) : end + (more.end() if more else 0)]
        ids = set(NOTE.findall(source))
        notes = [note.source for note in self.copy.section.notes if note.id in ids]
        return any(word in note for note in notes for word in written)


def cut(copy: Copy) -> Iterator[Sentence]:
    """The sentences of a copy; see `Copy.sentences`."""
    words = widened(copy.words)
    if "|" in copy.source:
        for row in TABLE_ROW.finditer(copy.source):
            start, end = row.span()
            words = words[:start] + OPAQUE * (end - start) + words[end:]
    read, starts, spots = _read(words)
    at = 0
    for text in cutting.sentences(read):
        if len(text) <= LONGEST:
            yield Sentence(copy, text, at, starts, spots)
        at += len(text)


def noted(copy: Copy, at: int, *written: str) -> bool:
    """Whether a 校注 at the sentence of an offset speaks of one of the wordings."""
    row = [one for one in copy.sentences if one.text.strip() and one.offset(0) <= at]
    return bool(row) and row[-1].marked(*written)


def _read(words: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Words without markup and line ends, and where each stretch of them begins in both."""
    parts, starts, spots = [], [0], [0]
    at = size = 0
    for gap in GAP.finditer(words):
        parts.append(words[at : gap.start()])
        size += gap.start() - at
        at = gap.end()
        starts.append(size)
        spots.append(at)
    return "".join([*parts, words[at:]]), tuple(starts), tuple(spots)


def _quantity(number: figures.Number) -> Quantity:
    scale, unit = units.scale(number.unit), units.bare(number.unit)
    size = figures.SCALE_VALUES[scale]
    step = size.scaleb(-len(number.digits.partition(".")[2]))
    loose = bool(number.approx) or number.ranged
    start, end, value = number.start, number.end, number.value * size
    unit = SAME_UNIT.get(unit, unit)
    return Quantity(start, end, number.written, value, unit, scale, step, loose)


def unbracketed(text: str) -> str:
    """A text of the same length, blanks for what stands in closed brackets."""
    while BRACKETED.search(text):
        text = BRACKETED.sub(lambda found: " " * len(found.group()), text)
    return text


def plain(value: Decimal) -> str:
    """A number with at most two decimals and no zeros at its end."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text
