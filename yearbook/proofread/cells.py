"""What prose says of a cell of a table in its section, when it says another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yearbook import figures
from yearbook.issues import Place
from yearbook.model import Cell
from yearbook.proofread.copy import Copy, Proof
from yearbook.proofread.grids import Grid, bare, grids
from yearbook.proofread.quantities import SHARES, Quantity
from yearbook.rules.scope import Finding

IS = r"数?(?:[共为有是计]|达到?|总计|合计)*"
BRACKET = re.compile(r"[（(].*[）)]")
OTHER_YEAR = re.compile(
    "上年|去年|往年|前年|同期|计划|预计|目标|年初|上半年|下半年|[一二三四1-4]季度|月"
)
SHORTEST = 2  # a head of fewer characters tells nothing
TOTAL = re.compile("[合总]计|总数")
ALL = (
    r"(?:^|[，；。])(?:全[县市区省年乡镇校馆院]|年内|[0-9]{4}年，?)+"
    r"(?P<of>[^，、；。：（）\d总共]{0,6})[总共]?"
)
SCALES = sorted({*figures.SCALE_VALUES.values()})

Said = tuple[str, str, str, Decimal, Place]


def cells(proof: Proof) -> Iterator[Finding]:
    """Prose says of a row and a column, or of the figure of a cell, what the table says."""
    told: dict[str, list[Said]] = {}
    for grid in grids(proof):
        told.setdefault(grid.section.stem, []).extend(_of_grid(grid))
    for copy in proof.copies:
        if copy.kind == "prose" and copy.section.stem in told:
            words = copy.words
            near = [one for one in told[copy.section.stem] if one[0] in words and one[1] in words]
            yield from _said(copy, near)


def _of_grid(grid: Grid) -> Iterator[Said]:
    """The cells that prose may speak of: by row and column, and by the label of their figure."""
    heads = [BRACKET.sub("", bare(head)) for head in grid.head]
    for row, values in enumerate(grid.values):
        for column, value in enumerate(values):
            label = grid.labels[row]
            if not column or value is None or min(len(label), len(heads[column])) < SHORTEST:
                continue
            cell = grid.rows[row][column], value, grid.places[row][column]
            yield label, heads[column], *cell
            for figure in grid.section.figures:
                if figure.cell == Cell(
                    table=grid.id, row=grid.rows[row][0], column=grid.head[column]
                ):
                    yield figure.label, "", *cell


def _said(copy: Copy, told: list[Said]) -> Iterator[Finding]:
    for label, head, cell, value, place in told:
        between = r"[^，、；。：（）\d]{0,4}" if head else ""
        pattern = re.compile(rf"{re.escape(label)}{between}{re.escape(head)}{IS}$")
        for sentence in copy.sentences:
            if label not in sentence.text or OTHER_YEAR.search(sentence.text.replace(label, "")):
                continue
            for one in sentence.quantities:
                found = pattern.search(sentence.text, 0, one.start)
                quiet = one.loose or _same(one, value) or sentence.marked(one.written)
                if found and not quiet:
                    text = sentence.text[found.start() : one.end]
                    args = {"text": text, "cell": cell, "other": place}
                    yield sentence.place(found.start()), "L321", {**args}


def _same(one: Quantity, value: Decimal) -> bool:
    """Whether a sentence says the number of the cell, which may be in 万 or 亿; not of shares."""
    near = (abs(one.value - value * scale) <= one.slack for scale in SCALES)
    return one.unit in SHARES or any(near)


def totals(proof: Proof) -> Iterator[Finding]:
    """The entry of a table says of the whole what its last row does: 全县粮食总产量41.2万吨."""
    prose = {(one.section.stem, one.id): one for one in proof.copies if one.kind == "prose"}
    for grid in grids(proof):
        for table in grid.section.tables:
            copy = prose.get((grid.section.stem, table.entry))
            if copy and table.id == grid.id and TOTAL.fullmatch(grid.labels[-1]):
                yield from _totalled(copy, grid, table.caption)


def _totalled(copy: Copy, grid: Grid, caption: str) -> Iterator[Finding]:
    for column, head in enumerate(grid.head):
        value, name = grid.values[-1][column], BRACKET.sub("", bare(head))
        if value is None or len(name) < SHORTEST or OTHER_YEAR.search(caption + name):
            continue
        pattern = re.compile(f"{ALL}{re.escape(name)}{IS}$")
        for sentence in copy.sentences if name in copy.words else ():
            for one in sentence.quantities:
                found = pattern.search(sentence.text, 0, one.start)
                if not found or found["of"] not in caption or OTHER_YEAR.search(sentence.text):
                    continue
                quiet = one.loose or _same(one, value) or sentence.marked(one.written)
                if one.written.endswith(_unit(grid, head)) and not quiet:
                    at, place = found.start("of"), grid.places[-1][column]
                    args = {"text": sentence.text[at : one.end], "cell": grid.rows[-1][column]}
                    yield sentence.place(at), "L321", {**args, "other": place}


def _unit(grid: Grid, head: str) -> str:
    """The unit of a column, in brackets after its head, else that of the table; a line end, in
    which no number ends, where neither is said."""
    found = BRACKET.search(head)
    return (found[0][1:-1] if found else grid.units) or "\n"
