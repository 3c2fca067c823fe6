"""Figures proposed for the numbers of a section, with the ids that the same figures had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Protocol

from yearbook import figures
from yearbook.fix.draft import Draft, drafts, label_of
from yearbook.issues import Place
from yearbook.manuscripts.drafts import TableDraft
from yearbook.manuscripts.yamlfile import inline, scalar
from yearbook.markup import Prose, parse
from yearbook.model import Edition, Figure, Section, records
from yearbook.read.amounts import DECIMAL, fits
from yearbook.read.plainwords import mark
from yearbook.read.slugs import propose
from yearbook.rules.figures import declared_units, missing
from yearbook.words import record_words, words

ALIKE = 0.75
MOST_CELLS = 60
IN_HEAD = re.compile(r"[（(]([^（()）]{1,8})[）)]$")


class Slot(Protocol):
    """A figure that waits for its value."""

    @property
    def id(self) -> str: ...
    @property
    def entry(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def unit(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Old:
    """A figure of the same section as it was: by its id the number is known again.

    `labels` are its own and the words before it in the prose of its year.
    """

    id: str
    entry: str
    unit: str
    labels: tuple[str, ...]
    label: str
    per: str = ""
    definition: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A figure as a line of YAML; `old`: its id is one that was there before. `figure` is that of
    words, not of a cell."""

    id: str
    line: str
    old: bool
    figure: Figure | None = None


def old_figures(sections: Iterable[tuple[Section, int]]) -> list[Old]:
    """The figures and empty slots of the sections, each id once, the first first.

    With each section stands by how many years it is earlier: a day of a stock moves on by them.
    """
    made: dict[str, Old] = {}
    for section, years in sections:
        slots: Sequence[Slot] = getattr(section, "slots", ())
        for slot in slots:
            made.setdefault(slot.id, Old(slot.id, slot.entry, slot.unit, (slot.label,), slot.label))
        for figure in section.figures:
            labels = (figure.label, *_as_said(section, figure))
            old = made.get(figure.id)
            labels = tuple(dict.fromkeys((*(old.labels if old else ()), *labels)))
            label = old.label if old else figure.label
            day = _moved(figure.as_of, years)
            said = (figure.per, figure.definition, (old.as_of if old else "") or day)
            made[figure.id] = Old(figure.id, figure.entry, figure.unit, labels, label, *said)
    return list(made.values())


def _moved(day: date | None, years: int) -> str:
    if day is None:
        return ""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year + years, day.month, last).isoformat()


def _as_said(section: Section, figure: Figure) -> Iterator[str]:
    """The words before a figure in its prose, as a draft would take them for its label."""
    text = words(section, figure.entry) if figure.entry and not figure.cell else ""
    found = figures.spans(figure, text) if text else ()
    numbers = figures.numbers(text) if found else ()
    borders = [(one.start, one.end) for one in numbers]
    for one in numbers:
        if found[0][0] < one.end and one.start < found[0][1]:
            yield label_of(text, one, borders)


def propose_figures(
    section: Section, here: Edition | None, old: Sequence[Old], taken: set[str]
) -> list[Proposed]:
    """Figures for the numbers of the prose and records of a section."""
    units = declared_units(here)
    made: list[Proposed] = []
    texts = [(entry.id, parse(entry.source)) for entry in section.entries]
    texts += [(one.id, Prose(text=record_words(one))) for one in records(section)]
    free = list(old)
    for id_, prose in texts:
        numbers = missing(section, id_, prose, units)
        row = drafts(id_, prose.text, numbers, (), taken)
        row = [
            one for one in row if not (mark(one.text) or mark(one.label) or mark(one.number.unit))
        ]
        for draft, same in _matched(row, free):
            made.append(_proposed(draft, same))
    return made


def _matched(row: Sequence[Draft], free: list[Old]) -> Iterator[tuple[Draft, Old | None]]:
    """Each draft with the old figure that it carries on; the best pairs first."""
    scores = (
        (_alike(draft, old), n, old)
        for n, draft in enumerate(row)
        for old in free
        if old.entry == draft.entry and old.unit == draft.number.unit
    )
    best: dict[int, Old] = {}
    for score, n, old in sorted(scores, key=lambda one: (-one[0], one[1], one[2].id)):
        if score >= ALIKE and n not in best and old in free:
            best[n] = old
            free.remove(old)
    yield from ((draft, best.get(n)) for n, draft in enumerate(row))


def _alike(draft: Draft, old: Old) -> float:
    return max(_likeness(draft.label, label) for label in old.labels)


def _likeness(one: str, two: str) -> float:
    """1 for the same words; nearly that where one ends the other."""
    if one == two:
        return 1
    short, long = sorted((one, two), key=len)
    if len(short) >= 3 and long.endswith(short):
        return 0.9
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _proposed(draft: Draft, old: Old | None) -> Proposed:
    if old is None:
        return Proposed(draft.id, draft.line, False, _figure(draft))
    draft = replace(draft, id=old.id, label=old.label)
    line = draft.line
    more = {"per": scalar(old.per) if old.per else "", "as_of": old.as_of}
    more["definition"] = scalar(old.definition) if old.definition else ""
    extra = "".join(f", {key}: {said}" for key, said in more.items() if said)
    return Proposed(old.id, f"{line[:-1]}{extra}}}", True, _figure(draft))


def _figure(draft: Draft) -> Figure:
    number = draft.number
    return Figure(
        id=draft.id,
        entry=draft.entry,
        label=draft.label,
        value=number.value,
        written=number.digits,
        unit=number.unit,
        approx=number.approx,
        text=draft.text,
        at=Place(""),
    )


def cell_figures(table: TableDraft, old: Sequence[Old], taken: set[str]) -> Iterator[Proposed]:
    """Figures of the cells of a table, where their unit is said and each row has its name."""
    rows, head = table.rows[1:], table.rows[0]
    firsts, free = [row[0] for row in rows], list(old)
    columns = list(_columns(table))
    if len(set(firsts)) < len(firsts) or not all(firsts) or len(rows) * len(columns) > MOST_CELLS:
        return
    for row in rows:
        for n, said_unit in columns:
            unit = said_unit or row[_unit_column(head)].strip()
            if not unit or not DECIMAL.fullmatch(row[n]) or not fits(row[n]) or mark(unit):
                continue
            label = row[0] if _is_list(head) else f"{row[0]}{IN_HEAD.sub('', head[n])}"
            same = next((o for o in free if o.unit == unit and label in o.labels), None)
            name = same.id if same else propose(label, taken)
            taken.add(name)
            free = [one for one in free if one is not same]
            fields = {"table": table.id, "row": row[0], "column": head[n], "label": label}
            said = {key: scalar(value) for key, value in (fields | {"unit": unit}).items()}
            yield Proposed(name, f"{name}: {inline(said)}", bool(same and same.id == name))


def _is_list(head: Sequence[str]) -> bool:
    """Whether the columns are 指标, 单位, 数值."""
    return _unit_column(head) > 0 and any(one in VALUES for one in head)


def _unit_column(head: Sequence[str]) -> int:
    return next((n for n, one in enumerate(head) if one in ("单位", "计量单位")), 0)


VALUES = ("数值", "数量", "数据", "数")


def _columns(table: TableDraft) -> Iterator[tuple[int, str]]:
    """The columns of numbers with their unit; empty where each row says its own."""
    head = table.rows[0]
    if _is_list(head):
        yield next(n for n, one in enumerate(head) if one in VALUES), ""
        return
    for n, name in enumerate(head[1:], 1):
        said = IN_HEAD.search(name)
        if said or (table.units and not re.search("[、，,；;/]|和", table.units)):
            yield n, said.group(1) if said else table.units
