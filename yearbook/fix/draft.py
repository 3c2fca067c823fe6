"""Drafts of figures for numbers that the prose says and YAML does not, as lines of YAML."""

from __future__ import annotations

import json
import re
from bisect import bisect, bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yearbook import figures
from yearbook.figures import Number
from yearbook.issues import Place
from yearbook.model import Figure
from yearbook.read.amounts import fits
from yearbook.read.slugs import propose
from yearbook.units import longest
from yearbook.wording import fall

PLAIN = re.compile(r"(?![0-9 ])[\u3400-\u9fffA-Za-z0-9“”·—（）]+")
STOP = re.compile(r"[\s，。；、：！？（）()《》“”‘’,.;:!?]")
JOINING = re.compile(r"^(?:[其和及与并共有了为达至的中]|其中|以及|全年|年内|累计|共计)+(?=.{2})")
NO_TEXT = ("null", "true", "false", "yes", "no")
BRACKETED = re.compile("（[^（）]*）$")
ALONE = frozenset("为有对给向由与和及约将把的")  # words that name nothing
RANKED = re.compile("(?<![目此之当年月日天以先从午空跟])前$")  # 前6名, but not 目前6名
LABEL = 16
LONGEST_TEXT = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure to be mended by an editor; `text` where its written form would not stand once.

    `lasting` are further fields, from the same figure of last year.
    """

    id: str
    entry: str
    label: str
    number: Number
    text: str = ""
    lasting: tuple[tuple[str, str], ...] = ()

    @property
    def value(self) -> str:
        """The value as YAML takes it."""
        return _plain(self.number)

    @property
    def line(self) -> str:
        """`id: {entry: …, label: …, value: …, unit: …}`."""
        fields = [("entry", self.entry), ("label", scalar(self.label)), ("value", self.value)]
        fields.append(("unit", scalar(self.number.unit)))
        fields += [("approx", self.number.approx)] if self.number.approx else []
        fields += [("text", scalar(self.text))] if self.text else []
        fields += [(key, said if key == "as_of" else scalar(said)) for key, said in self.lasting]
        return f"{self.id}: {{{', '.join(f'{key}: {said}' for key, said in fields)}}}"


def _plain(number: Number) -> str:
    """The value as YAML takes it: no commas, no zeros before it."""
    return re.sub(r"^(-?)0+(?=[0-9])", r"\1", number.digits.replace(",", ""))


def scalar(text: str) -> str:
    """A YAML scalar for a flow mapping: bare where that is safe, else in double quotes."""
    plain = PLAIN.fullmatch(text) and text.casefold() not in NO_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def drafts(
    entry: str,
    text: str,
    numbers: Iterable[Number],
    declared: Iterable[tuple[int, int]],
    taken: set[str],
) -> list[Draft]:
    """Drafts for `numbers` of an entry; a number that no wording tells apart is left out.

    So is a rank. A fall (减少30份) is negative and has a wording. `declared` are the spans of the
    figures of the entry, `taken` the ids in use, to which the new are added.
    """
    row = [one for one in numbers if fits(one.digits) and not rank(text, one)]
    borders = Borders([*declared, *((one.start, one.end) for one in row)])
    made = []
    for number in row:
        fell = fall(text, number.start)
        alone = fell is None and figures.once(_figure(number), text)
        start = number.start if fell is None else fell
        span = (start, number.end) if alone else _span(text, number, start, borders)
        if span is None:
            continue
        borders.add(span)
        wording = "" if alone else text[slice(*span)]
        label = label_of(text, number, borders)
        name = propose(label or number.unit, taken)
        taken.add(name)
        one = number if fell is None else replace(number, digits=f"-{number.digits.lstrip('-')}")
        made.append(Draft(name, entry, label or number.unit, one, wording))
    return made


class Borders:
    """Spans of a text that no other wording may reach into."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts, self.ends = list[int](), list[int]()
        for span in spans:
            self.add(span)

    def add(self, span: tuple[int, int]) -> None:
        insort(self.starts, span[0])
        insort(self.ends, span[1])

    def around(self, number: Number, last: int) -> tuple[int, int]:
        """The end of the last span before a number, and the start of the first after it."""
        left, right = bisect(self.ends, number.start), bisect_left(self.starts, number.end)
        return (
            self.ends[left - 1] if left else 0,
            self.starts[right] if right < len(self.starts) else last,
        )


def rank(text: str, number: Number) -> str:
    """The wording of a rank (前6名), which is no figure; nothing where it is one."""
    ranked = number.unit in ("名", "位") and RANKED.search(text, 0, number.start)
    return text[number.start - 1 : number.end] if ranked else ""


def label_of(text: str, number: Number, borders: Borders) -> str:
    """The words before a number in its clause, else those after it."""
    left, _ = borders.around(number, len(text))
    said = BRACKETED.sub("", text[max(left, number.start - LABEL) : number.start])
    before = STOP.split(said)[-1]
    *counted, before = re.split(r"[0-9]", before)
    before = before[len(longest(before, 0)) :] if counted else before
    after = STOP.split(text[number.end : number.end + LABEL])[0]
    after = re.split(r"[0-9]", after)[0]
    before = JOINING.sub("", before)
    return after if before in ALONE and after else before or after


def _span(text: str, number: Number, start: int, borders: Borders) -> tuple[int, int] | None:
    """The span of a wording around a number, from `start` or before it, that stands once."""
    left, right = borders.around(number, len(text))
    for first, end in _growing(text, number, left, right):
        begin = max(left, min(first, start))
        wording = text[begin:end]
        if wording == wording.strip() and figures.once(wording, text):
            return begin, end
    return None


def _growing(text: str, number: Number, left: int, right: int) -> Iterable[tuple[int, int]]:
    """Ever longer spans around a number within its line: its clause, then more on either side."""
    left = max(left, text.rfind("\n", 0, number.start) + 1, number.start - LONGEST_TEXT)
    line_end = text.find("\n", number.end)
    right = min(right, line_end if line_end >= 0 else len(text), number.end + LONGEST_TEXT)
    yield number.start, number.end
    first = number.start - len(STOP.split(text[left : number.start])[-1])
    yield first, number.end
    yield first, number.end + len(STOP.split(text[number.end : right])[0])
    for start in range(number.start - 1, left - 1, -1):
        yield start, number.end
    for end in range(number.end + 1, right + 1):
        yield left, end


def _figure(number: Number) -> Figure:
    return Figure(
        id="",
        entry="",
        label="",
        value=number.value,
        written=number.digits,
        unit=number.unit,
        approx=number.approx,
        at=Place(""),
    )
