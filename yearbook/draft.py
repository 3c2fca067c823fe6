"""Drafts of figures for numbers that the prose says and YAML does not, as lines of YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from yearbook import figures
from yearbook.figures import Number
from yearbook.issues import Place
from yearbook.model import Figure
from yearbook.slugs import propose
from yearbook.units import longest

PLAIN = re.compile(r"(?![0-9 ])[\u3400-\u9fffA-Za-z0-9“”·—（）]+")
STOP = re.compile(r"[\s，。；、：！？（）()《》“”‘’,.;:!?]")
JOINING = re.compile(r"^(?:[其和及与并共有了为达至的中]|其中|以及|全年|年内|累计|共计)+(?=.{2})")
LABEL = 16


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure to be mended by an editor; `text` where its written form would not stand once."""

    id: str
    entry: str
    label: str
    number: Number
    text: str = ""

    @property
    def line(self) -> str:
        """`id: {entry: …, label: …, value: …, unit: …}`."""
        digits = self.number.digits.replace(",", "")
        value = digits.lstrip("0") if digits.strip("0.") and not digits.startswith("0.") else digits
        fields = [("entry", self.entry), ("label", scalar(self.label)), ("value", value)]
        fields.append(("unit", scalar(self.number.unit)))
        fields += [("approx", self.number.approx)] if self.number.approx else []
        fields += [("text", scalar(self.text))] if self.text else []
        return f"{self.id}: {{{', '.join(f'{key}: {said}' for key, said in fields)}}}"


def scalar(text: str) -> str:
    """A YAML scalar for a flow mapping: bare where that is safe, else in double quotes."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def drafts(
    entry: str,
    text: str,
    numbers: Iterable[Number],
    declared: Iterable[tuple[int, int]],
    taken: set[str],
) -> list[Draft]:
    """Drafts for `numbers` of an entry; a number that no wording tells apart is left out.

    `declared` are the spans of its figures, `taken` the ids in use, to which the new are added.
    """
    row = list(numbers)
    borders = sorted([*declared, *((one.start, one.end) for one in row)])
    made = []
    for number in row:
        alone = len(figures.spans(_figure(number), text)) == 1
        span = (number.start, number.end) if alone else _span(text, number, borders)
        if span is None:
            continue
        borders.append(span)
        wording = "" if alone else text[slice(*span)]
        label = _label(text, number, borders)
        name = propose(label or number.unit, taken)
        taken.add(name)
        made.append(Draft(name, entry, label or number.unit, number, wording))
    return made


def _label(text: str, number: Number, borders: list[tuple[int, int]]) -> str:
    """The words before a number in its clause, else those after it."""
    left = max((end for _, end in borders if end <= number.start), default=0)
    before = STOP.split(text[max(left, number.start - LABEL) : number.start])[-1]
    *counted, before = re.split(r"[0-9]", before)
    before = before[len(longest(before, 0)) :] if counted else before
    after = STOP.split(text[number.end : number.end + LABEL])[0]
    after = re.split(r"[0-9]", after)[0]
    return JOINING.sub("", before) or after


def _span(text: str, number: Number, borders: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The span of a wording around a number that stands once."""
    left = max((end for _, end in borders if end <= number.start), default=0)
    right = min((start for start, _ in borders if start >= number.end), default=len(text))
    for start, end in _growing(text, number, left, right):
        wording = text[start:end]
        if wording == wording.strip() and len(figures.places(wording, text)) == 1:
            return start, end
    return None


def _growing(text: str, number: Number, left: int, right: int) -> Iterable[tuple[int, int]]:
    """Ever longer spans around a number within its line: its clause, then more on either side."""
    left = max(left, text.rfind("\n", 0, number.start) + 1)
    line_end = text.find("\n", number.end)
    right = min(right, line_end if line_end >= 0 else len(text))
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
