"""Figures proposed for the numbers of a section, with the ids that the same figures had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yearbook.figures import Number
from yearbook.fix.draft import Draft, drafts, rank
from yearbook.fix.same import Old, matched, renewed
from yearbook.issues import Place
from yearbook.likeness import named_alike
from yearbook.manuscripts.drafts import TableDraft
from yearbook.manuscripts.yamlfile import inline, scalar
from yearbook.markup import Prose, parse
from yearbook.model import Edition, Figure, Section, records
from yearbook.read.amounts import DECIMAL, fits
from yearbook.read.plainwords import mark
from yearbook.read.slugs import propose
from yearbook.rules.figures import declared_units, missing
from yearbook.words import record_words

MOST_CELLS = 60
IN_HEAD = re.compile(r"[（(]([^（()）]{1,8})[）)]$")


@dataclass(frozen=True, slots=True)
class Proposed:
    """A figure as a line of YAML; `old`: its id is one that was there before. `figure` is that of
    words, not of a cell; `start` where its number stands in them."""

    id: str
    line: str
    old: bool
    figure: Figure | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """An entry or record with the numbers that it says and no figure declares."""

    id: str
    text: str
    numbers: tuple[Number, ...]


def numbers_said(section: Section, here: Edition | None) -> list[Said]:
    """The numbers of the prose and records of a section."""
    units = declared_units(here)
    texts = [(entry.id, parse(entry.source)) for entry in section.entries]
    texts += [(one.id, Prose(text=record_words(one))) for one in records(section)]
    return [Said(id_, one.text, missing(section, id_, one, units)) for id_, one in texts]


def propose_figures(said: Iterable[Said], old: Sequence[Old], taken: set[str]) -> list[Proposed]:
    """Figures for numbers."""
    made: list[Proposed] = []
    free = list(old)
    for one in said:
        row = drafts(one.id, one.text, one.numbers, (), taken)
        row = [it for it in row if all(map(_fits_yaml, (it.text, it.label, it.number.unit)))]
        made += [_proposed(draft, same) for draft, same in matched(one.text, row, free)]
    return made


def _fits_yaml(text: str) -> bool:
    """Whether words may stand in a field: on one line, without marks."""
    return "\n" not in text and mark(text) is None


def ranks(said: Iterable[Said]) -> list[str]:
    """The ranks (前6名) among numbers, which are no figures."""
    row = (rank(one.text, number) for one in said for number in one.numbers)
    return list(dict.fromkeys(one for one in row if one and not mark(one)))


def undeclared(said: Iterable[Said], made: Iterable[Proposed]) -> dict[str, list[str]]:
    """The numbers that are neither figures nor ranks, by the entry or record that says them."""
    done = {(one.figure.entry, one.start) for one in made if one.figure}
    rows = {
        one.id: [
            number.written
            for number in one.numbers
            if (one.id, number.start) not in done and not rank(one.text, number)
        ]
        for one in said
    }
    return {id_: row for id_, row in rows.items() if row}


def _proposed(draft: Draft, old: Old | None) -> Proposed:
    if old is None:
        return Proposed(draft.id, draft.line, False, _figure(draft), draft.number.start)
    draft = renewed(draft, old)
    return Proposed(draft.id, draft.line, True, _figure(draft), draft.number.start)


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


def cell_figures(
    table: TableDraft, old: Sequence[Old], known: Sequence[Figure], taken: set[str]
) -> Iterator[Proposed]:
    """Figures of the cells of a table, where their unit is said and each row has its name.

    What a figure of `known` says already is the same figure and not declared again.
    """
    rows, head = table.rows[1:], table.rows[0]
    firsts, free = [row[0] for row in rows], list(old)
    columns = list(_columns(table))
    if len(set(firsts)) < len(firsts) or not all(firsts) or is_large(table):
        return
    for row in rows:
        for n, said_unit in columns:
            unit = said_unit or row[_unit_column(head)].strip()
            if not unit or not DECIMAL.fullmatch(row[n]) or not fits(row[n]) or mark(unit):
                continue
            label = row[0] if _is_list(head) else f"{row[0]}{IN_HEAD.sub('', head[n])}"
            if any(_says(one, label, row[n], unit) for one in known):
                continue
            same = next((one for one in free if one.is_called(label, unit)), None)
            name = same.id if same else propose(label, taken)
            taken.add(name)
            free = [one for one in free if one is not same]
            fields = {"table": table.id, "row": row[0], "column": head[n], "label": label}
            said = {key: scalar(value) for key, value in (fields | {"unit": unit}).items()}
            yield Proposed(name, f"{name}: {inline(said)}", bool(same and same.id == name))


def is_large(table: TableDraft) -> bool:
    """Whether a table has more numbers than a section should declare as figures."""
    return (len(table.rows) - 1) * len(list(_columns(table))) > MOST_CELLS


def _says(figure: Figure, label: str, value: str, unit: str) -> bool:
    """Whether a figure is that of a cell: as much of what has that name."""
    amount = figure.value == Decimal(value.replace(",", "")) and figure.unit == unit
    return amount and not figure.approx and named_alike(figure.label, label)


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
