"""Tables whose totals are not the sums of their rows or columns.

What a total adds up (all rows, the sub-totals, those after the last one …) is known from where it
is right: a total is reported where the others of its row or column fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yearbook.proofread.copy import Proof
from yearbook.proofread.grids import Grid, bare, grids, number, step
from yearbook.proofread.parts import disjoint
from yearbook.proofread.quantities import plain
from yearbook.rules.scope import Finding

BEHIND = r"(?:[（(].*[）)])?"
TOTAL = re.compile(rf"[^其]{{0,6}}(?:合计|总计|共计|总数|总量|总额|总和){BEHIND}|全部|总|计")
PARTIAL = re.compile(rf".{{0,8}}小计{BEHIND}")
AMONG = re.compile("其中|[#＃]|内[:：]|含[:：]")
LEVEL = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]")
TOP = re.compile("[一二三四五六七八九十]+、")
ROUNDED = re.compile("万|亿|吨|公顷|亩|平方|公里|千瓦|米")
NEXT = range(2, 6)  # columns that a total may add without a word
LIKELY = (Decimal("0.5"), Decimal("1.5"))  # where little shows what a total adds up

Cells = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with the cells that it adds, each by row and column of a grid."""

    total: tuple[int, int]
    cells: Cells


def tables(proof: Proof) -> Iterator[Finding]:
    """The totals of a table, its 其中 and its column of growth fit the other cells."""
    for grid in grids(proof):
        numeric = [n for n in range(1, len(grid.head)) if grid.numeric(n)]
        yield from _totals(grid, numeric)
        yield from _among(grid, numeric)
        for column in range(1, len(grid.head)):
            if GROWTH.search(grid.head[column]) and (years := _years(grid)):
                yield from _grown(grid, column, *years)


def _totals(grid: Grid, numeric: list[int]) -> Iterator[Finding]:
    """A total of a table is the sum of what it totals."""
    for row, label in enumerate(grid.labels if numeric else ()):
        if _total(label):
            yield from _judged(grid, _down(grid, row, numeric))
    for column in numeric:
        if _total(bare(grid.head[column])):
            yield from _judged(grid, _across(grid, column, numeric))


def _total(label: str) -> bool:
    return bool(TOTAL.fullmatch(label) or PARTIAL.fullmatch(label))


def _down(grid: Grid, row: int, numeric: list[int]) -> list[list[Sum]]:
    """What the total of a row may add: for each reading a sum in every column."""
    readings = {rows for rows in _readings(grid.labels, row) if len(rows) > 1}
    return [
        [Sum((row, column), tuple((one, column) for one in rows)) for column in numeric]
        for rows in sorted(readings)
    ]


def _across(grid: Grid, column: int, numeric: list[int]) -> list[list[Sum]]:
    """What the total of a column may add: for each reading a sum in every row."""
    heads = [bare(grid.head[n]) for n in numeric]
    at = numeric.index(column)
    found = {*_readings(heads, at), *(tuple(range(at + 1, at + 1 + k)) for k in NEXT)}
    readings = {tuple(numeric[n] for n in one if n < len(numeric)) for one in found}
    return [
        [Sum((row, column), tuple((row, one) for one in columns)) for row in range(len(grid.rows))]
        for columns in sorted(one for one in readings if len(one) > 1)
    ]


def _readings(labels: Sequence[str], at: int) -> Iterator[tuple[int, ...]]:
    """The lines that the total at `at` may add up."""
    lines = [n for n, label in enumerate(labels) if n != at and not AMONG.match(label)]
    total = [n for n in lines if TOTAL.fullmatch(labels[n])]
    partial = [n for n in lines if PARTIAL.fullmatch(labels[n])]
    plainly = [n for n in lines if n not in total and n not in partial]
    for stops in (total, [*total, *partial]):
        last = max((n for n in stops if n < at), default=-1)
        following = min((n for n in stops if n > at), default=len(labels))
        yield tuple(n for n in plainly if last < n < at)
        yield tuple(n for n in plainly if at < n < following)
    yield tuple(plainly)
    yield tuple(partial)
    yield tuple(n for n in [*partial, *plainly] if n in partial or n > max(partial, default=at))
    yield tuple(total)
    yield tuple(n for n in plainly if TOP.match(labels[n]))
    yield tuple(n for n in plainly if not LEVEL.match(labels[n]))


def _judged(grid: Grid, readings: list[list[Sum]]) -> Iterator[Finding]:
    """The totals that do not fit, by the reading by which most of them do."""
    known = [[one for one in row if _known(grid, one)] for row in readings]
    best = max(known, key=lambda row: sum(_fits(grid, one) for one in row), default=[])
    wrong = [one for one in best if not _fits(grid, one)]
    right = len(best) - len(wrong)
    others = {one.total for row in known for one in row if _fits(grid, one)}
    for one in wrong:
        sure = right > 1 and right >= 2 * len(wrong)
        likely = _near(grid, one) and (right >= len(wrong) or _simple(grid, one, len(best)))
        if one.total not in others and not _mean(grid, one) and (sure or likely):
            yield _finding(grid, one)


def _known(grid: Grid, one: Sum) -> bool:
    """Whether total and cells are there, as far as they must be; a nil cell adds nothing."""
    row, column = one.total
    missing = any("…" in grid.rows[r][c] or not grid.rows[r][c] for r, c in one.cells)
    return grid.values[row][column] is not None and not missing


def _values(grid: Grid, one: Sum) -> list[Decimal]:
    return [grid.values[r][c] or Decimal(0) for r, c in one.cells]


def _of_total(grid: Grid, one: Sum) -> Decimal:
    return grid.values[one.total[0]][one.total[1]] or Decimal(0)


def _fits(grid: Grid, one: Sum) -> bool:
    return abs(sum(_values(grid, one)) - _of_total(grid, one)) <= _slack(grid, one)


def _slack(grid: Grid, one: Sum) -> Decimal:
    """By how much a sum may differ for rounding: not at all where all are counted."""
    finest = min(step(grid.rows[r][c]) for r, c in (one.total, *one.cells))
    heads = {grid.units, *(grid.head[c] for _, c in (one.total, *one.cells))}
    measured = finest < 1 or any(map(ROUNDED.search, heads))
    return finest / 2 * (len(one.cells) + 1) if measured else Decimal(0)


def _mean(grid: Grid, one: Sum) -> bool:
    """Whether the total may be a mean or the last of the values."""
    values = [value for value in _values(grid, one) if value]
    return len(values) > 1 and min(values) <= _of_total(grid, one) <= max(values)


def _near(grid: Grid, one: Sum) -> bool:
    low, high = (_of_total(grid, one) * part for part in LIKELY)
    return low <= sum(_values(grid, one)) <= high


def _simple(grid: Grid, one: Sum, count: int) -> bool:
    """Whether a lone total can only be that of all the others."""
    down = one.cells[0][1] == one.total[1]
    labels = list(grid.labels if down else map(bare, grid.head[1:]))
    at = one.total[0] if down else one.total[1] - 1
    parts = [label for n, label in enumerate(labels) if n != at]
    plainly = not any(_total(p) or AMONG.match(p) or LEVEL.match(p) or not p for p in parts)
    all_of_them = len(one.cells) == len(parts)
    return count == 1 and plainly and all_of_them and disjoint(parts) and not _folds(grid, one)


def _folds(grid: Grid, one: Sum) -> bool:
    """Whether a cell may be the sum of some that follow it, as 农业 of 种植业 and 林业."""
    row = _values(grid, one)
    spans = ((n, k) for n in range(len(row)) for k in range(n + 3, len(row) + 1))
    first = one.total[0] == 0 and sum(row) > _of_total(grid, one)
    return first or any(row[n] and row[n] == sum(row[n + 1 : k]) for n, k in spans)


def _finding(grid: Grid, one: Sum) -> Finding:
    row, column = one.total
    down = one.cells[0][1] == column
    added = [grid.rows[r][c] for r, c in one.cells if grid.values[r][c] is not None]
    args: dict[str, object] = {"label": grid.labels[row] if down else bare(grid.head[column])}
    args |= {"of": bare(grid.head[column]) if down else grid.labels[row]}
    args |= {"total": grid.rows[row][column], "parts": "＋".join(added)}
    args |= {"sum": plain(sum(_values(grid, one), Decimal(0)))}
    return grid.places[row][column], "L304", args


def _among(grid: Grid, numeric: list[int]) -> Iterator[Finding]:
    """What is 其中 of a row or column is not more than the row or column."""
    for row, whole in _within(grid.labels):
        yield from _larger(grid, [((row, n), (whole, n)) for n in numeric])
    heads = [bare(grid.head[n]) for n in numeric]
    for part, whole in _within(heads):
        rows = range(len(grid.rows))
        yield from _larger(grid, [((n, numeric[part]), (n, numeric[whole])) for n in rows])


def _within(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines that are 其中 of the last line above or before them that is not."""
    whole = -1
    for n, label in enumerate(labels):
        if not AMONG.match(label):
            whole = n
        elif whole >= 0:
            yield n, whole


def _larger(
    grid: Grid, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> Iterator[Finding]:
    """The pairs whose part is larger than the whole, unless most are so."""
    read = [(p, w, grid.values[p[0]][p[1]], grid.values[w[0]][w[1]]) for p, w in pairs]
    known = [(p, w, a, b) for p, w, a, b in read if a is not None and b is not None]
    wrong = [(p, w) for p, w, a, b in known if a > b >= 0]
    if wrong and 2 * len(wrong) <= max(2, len(known)):
        for part, whole in wrong:
            args = {"part": grid.rows[part[0]][part[1]], "whole": grid.rows[whole[0]][whole[1]]}
            args |= {"label": grid.labels[part[0]], "head": bare(grid.head[part[1]])}
            yield grid.places[part[0]][part[1]], "L305", {**args}


GROWTH = re.compile("(?:增长|增幅|增减|±|增速|[比较]上年|同比)")
SHARE = re.compile("[%％]|率|增幅|百分比")
LAST = re.compile("上年|去年|上期|同期|上一年")
YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")


def _years(grid: Grid) -> tuple[int, int] | tuple[()]:
    """The columns of the year before and of the year, when they are clear."""
    columns = [n for n, head in enumerate(grid.head) if n and not GROWTH.search(head)]
    dated = {int(found[1]): n for n in columns if (found := YEAR.search(grid.head[n]))}
    if len(dated) == 2 and len(columns) == 2 and max(dated) - min(dated) == 1:
        return dated[min(dated)], dated[max(dated)]
    last = [n for n in columns if LAST.search(grid.head[n])]
    rest = [n for n in columns if n not in last and grid.numeric(n)]
    return (last[0], rest[0]) if len(last) == len(rest) == 1 else ()


def _grown(grid: Grid, column: int, before: int, after: int) -> Iterator[Finding]:
    """The rows whose growth does not fit, where that of most does."""
    share = bool(SHARE.search(grid.head[column])) or any("%" in row[column] for row in grid.rows)
    known = []
    for row in range(len(grid.rows)):
        stated = _stated(grid, row, column)
        computed = _computed(grid, row, before, after, share)
        if stated is not None and computed:
            near = computed[1] + step(grid.rows[row][column])
            known.append((row, computed[0], abs(stated - computed[0]) <= near))
    wrong = [(row, value) for row, value, fits in known if not fits]
    for row, value in wrong if 2 * len(wrong) < len(known) else ():
        cells = {"before": grid.rows[row][before], "after": grid.rows[row][after]}
        args = {"label": grid.labels[row], "head": bare(grid.head[column]), **cells}
        said = {"stated": grid.rows[row][column], "computed": plain(value) + "%" * share}
        yield grid.places[row][column], "L306", {**args, **said}


def _stated(grid: Grid, row: int, column: int) -> Decimal | None:
    return number(grid.rows[row][column].rstrip("%％"))


def _computed(
    grid: Grid, row: int, before: int, after: int, share: bool
) -> tuple[Decimal, Decimal] | None:
    """The growth of a row, and by how much it may differ for rounding."""
    first, last = grid.values[row][before], grid.values[row][after]
    if first is None or last is None or (share and first <= 0):
        return None
    slack = [step(grid.rows[row][n]) / 2 * (step(grid.rows[row][n]) < 1) for n in (before, after)]
    if not share:
        return last - first, sum(slack, Decimal(0))
    return (last - first) / first * 100, (slack[0] * last / first + slack[1]) / first * 100
