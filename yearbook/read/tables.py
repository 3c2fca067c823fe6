"""CSV tables (RFC 4180): rectangular, with a named column each."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import TypeGuard

from yearbook.issues import Issues, Place, Words, near
from yearbook.model import Cell, Table
from yearbook.read.values import Written

Rows = tuple[tuple[str, ...], ...]
Line = tuple[int, tuple[str, ...]]
Found = tuple[str, tuple[tuple[str, object], ...]]

_OTHER_COMMAS = (
    ("\t", Words("制表符", "tabs")),
    (";", Words("分号", "semicolons")),
    ("，", Words("中文逗号“，”", "full-width commas")),
)

_FAULTS = {
    "unexpected": Words("双引号没有成对", "a double quote is not closed"),
    "',' expect": Words("双引号之后不是逗号", "no comma follows a closing double quote"),
    "field larg": Words("一格的文字过长", "a cell is too long"),
}


def parse(text: str, place: Place, issues: Issues) -> Rows:
    """The cells of a CSV file, the head first; blanks around cells and blank rows are left out.

    What is wrong is added to `issues` at its line of the file `place`; empty when not readable.
    """
    filled = _filled(text.removeprefix("\ufeff"), place, issues)
    if not _has_data(filled, place, issues):
        return ()
    _check_head(*filled[0], place, issues)
    _check_width(filled, place, issues)
    return tuple(row for _, row in filled)


def cell(table: Table, cell: Cell) -> str:
    """The text of the cell that a figure names; `KeyError` where `faults` finds something."""
    if faults(table, cell):
        raise KeyError((cell.row, cell.column))
    column = table.rows[0].index(cell.column)
    return next(row[column] for row in table.rows[1:] if row[0] == cell.row)


def faults(table: Table, cell: Cell) -> tuple[Found, ...]:
    """Why the table has no such cell, or more than one: codes with arguments."""
    firsts = [row[0] for row in table.rows[1:]]
    heads = table.rows[0] if table.rows else ()
    wrong: list[Found] = []
    named = (("table", table.id), ("row", cell.row))
    if cell.row not in firsts:
        wrong.append(("C276", (*named, ("near", near(cell.row, firsts)))))
    if firsts.count(cell.row) > 1:
        wrong.append(("C278", named))
    if cell.column not in heads:
        found = (("column", cell.column), ("near", near(cell.column, heads)))
        wrong.append(("C277", (("table", table.id), *found)))
    return tuple(wrong)


def _filled(text: str, place: Place, issues: Issues) -> list[Line] | None:
    """Each row that is not blank, with the line that it begins on; None for no CSV."""
    reader, line, found = csv.reader(io.StringIO(text, newline=""), strict=True), 1, []
    lines = [*re.split("\r\n|\r|\n", text), ""]
    try:
        for row in reader:
            cells = tuple(cell.strip() for cell in row)
            if any(cells):
                found.append((line, tuple(_placed(cells, line, lines[line - 1]))))
            line = reader.line_num + 1
    except csv.Error as fault:
        issues.add(Place(place.path, line, 1), "C274", found=_FAULTS.get(str(fault)[:10], fault))
        return None
    return found


def _placed(cells: Iterable[str], line: int, source: str) -> Iterator[str]:
    """The cells of a row that begins on a line, each remembering where it stands."""
    at = 0
    for cell in cells:
        found = source.find(cell, at)
        column, at = (found + 1, found + len(cell)) if found >= 0 else (1, at)
        yield Written.spot(cell, line, column)


def _has_data(filled: list[Line] | None, place: Place, issues: Issues) -> TypeGuard[list[Line]]:
    if filled is None:
        return False
    if len(filled) > 1:
        divider = _other_comma(filled)
        if divider:
            issues.add(Place(place.path, filled[0][0], 1), "C275", found=divider)
        return not divider
    found = Words("只有一行", "has one row only") if filled else Words("是空的", "is empty")
    issues.add(place, "C270", found=found)
    return False


def _other_comma(filled: list[Line]) -> Words | None:
    """What divides the cells instead of commas, where no row has a second cell."""
    if any(len(row) > 1 for _, row in filled):
        return None
    head = filled[0][1][0]
    return next((name for sign, name in _OTHER_COMMAS if sign in head), None)


def _check_head(line: int, head: tuple[str, ...], place: Place, issues: Issues) -> None:
    seen = {""}
    for n, name in enumerate(head):
        if not name and n:
            issues.add(Place(place.path, line, 1), "C273", nth=n + 1)
        if name and name in seen:
            issues.add(Place(place.path, line, 1), "C272", head=name)
        seen.add(name)


def _check_width(filled: list[Line], place: Place, issues: Issues) -> None:
    wanted, widths = len(filled[0][1]), {len(row) for _, row in filled[1:]}
    rows = filled[1:]
    if len(widths) == 1 and len(rows) > 1:  # the head is wrong, not every row
        wanted, rows = widths.pop(), filled[:1]
    for line, row in rows:
        if len(row) != wanted:
            said = ",".join(row)
            said = said if len(said) <= 40 else said[:39] + "…"
            issues.add(Place(place.path, line, 1), "C271", wanted=wanted, found=len(row), row=said)
