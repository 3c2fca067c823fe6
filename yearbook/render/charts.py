"""Charts of the figures page: geometry, and headlines computed from the figures.

Lengths across are per cent, positions down are em, so that text keeps its size on every screen.
Figures are compared by their values with 万 and 亿 multiplied out, and only when what is left of
their units is the same. A comparison with an approximate figure says 约.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from yearbook import figures, units
from yearbook.model import Chart, Figure, Pair
from yearbook.render.figure import FigureView
from yearbook.render.labels import T
from yearbook.render.views import view

FULL = Decimal(70)
LONG = Context(prec=60)  # how many times 999999999999999万亿 is of 0.000001 has 34 digits
ROW = Decimal("3.2")
LABEL, BAR, SAID = Decimal("1.05"), Decimal("1.5"), Decimal("2.45")


@view
class Bar:
    """A bar from `start`, `width` long, its value written at `end`; `leads` is the one named."""

    label: str
    said: str
    start: str
    width: str
    end: str
    label_at: str
    bar_at: str
    said_at: str
    leads: bool


@view
class Tile:
    """A figure as a large number; a share of a whole has a bar of `share` per cent."""

    figure: FigureView
    share: str = ""


@view
class Panel:
    """Bars under each other, or tiles of what cannot be compared; `described` is read aloud."""

    id: str
    title: str
    described: str
    bars: tuple[Bar, ...]
    height: str
    remark: str = ""
    tiles: tuple[Tile, ...] = ()


@view
class ChartView:
    """A chart: its subject, the statement that it makes, panels of bars or tiles of numbers."""

    id: str
    title: str
    headline: str
    panels: tuple[Panel, ...]
    tiles: tuple[Tile, ...]
    note: str
    sources: tuple[tuple[str, str], ...]


def chart_view(
    chart: Chart,
    known: dict[str, Figure],
    shown: dict[str, FigureView],
    sources: dict[str, tuple[str, str]],
) -> ChartView:
    """A chart of the figures page; each mapping is by figure id, unknown ids are left out."""
    named = [id_ for id_ in used(chart) if id_ in known]
    chosen = [known[id_] for id_ in chart.figures if id_ in known]
    pairs = [pair for pair in chart.pairs if _whole(pair, known)]
    bars = chart.kind == "bars" and comparable(chosen)
    panels = tuple(pair_panel(chart.id, n, pair, known, shown) for n, pair in enumerate(pairs))
    if bars:
        panels = (bar_panel(chart, chosen),)
    elif chart.kind == "pairs":
        named = []
    return ChartView(
        chart.id,
        chart.title,
        headline(chart, chosen, pairs, known),
        panels,
        () if bars else tuple(_tile(known[id_], shown[id_]) for id_ in named),
        chart.note,
        tuple(dict.fromkeys(sources[id_] for id_ in used(chart) if id_ in sources)),
    )


def used(chart: Chart) -> tuple[str, ...]:
    """The ids of the figures of a chart in their order."""
    sides = (id_ for pair in chart.pairs for id_ in (pair.applied, *pair.recognised))
    return tuple(dict.fromkeys((*chart.figures, *sides)))


def comparable(row: Sequence[Figure]) -> bool:
    """Whether all figures have a value and the same unit but for 万 and 亿."""
    known = all(figure.value is not None for figure in row)
    return bool(row) and known and len({units.bare(figure.unit) for figure in row}) == 1


def headline(
    chart: Chart, chosen: Sequence[Figure], pairs: Sequence[Pair], known: dict[str, Figure]
) -> str:
    """What the figures say, as a sentence; empty when they cannot be compared."""
    if chart.kind == "bars":
        return largest(chosen) if comparable(chosen) and len(chosen) > 1 else ""
    if chart.kind == "pairs":
        return shares(pairs, known)
    return T.comma.join(figure.label + figures.written(figure) for figure in chosen[:2])


def largest(row: Sequence[Figure]) -> str:
    """Which figure is the largest, and how many times the second it is."""
    first, second = sorted(row, key=value, reverse=True)[:2]
    said = {"label": first.label, "written": figures.written(first), "second": second.label}
    if value(first) == value(second):
        return T.chart_equal.format(**said)
    if value(second) <= 0:
        return T.chart_largest.format(**said)
    about = T.about_word if first.approx or second.approx else ""
    times = _rounded(value(first) / value(second), "0.1")
    if times < Decimal("1.1"):
        return T.chart_close.format(**said)
    return T.chart_times.format(**said, about=about, times=times)


def shares(pairs: Sequence[Pair], known: dict[str, Figure]) -> str:
    """The pair of which the largest part was recognised, and the one of which the smallest."""
    found = [(share(pair, known), pair.title) for pair in pairs]
    row = sorted(((part, title) for part, title in found if part is not None), reverse=True)
    if not row:
        return ""
    (most, first), (least, last) = row[0], row[-1]
    if most == least:
        return T.chart_share.format(title=first, share=most)
    return T.chart_shares.format(first=first, most=most, last=last, least=least)


def share(pair: Pair, known: dict[str, Figure]) -> Decimal | None:
    """Recognised of applied in per cent, to one decimal; None when the units differ."""
    applied = known[pair.applied]
    parts = [known[id_] for id_ in pair.recognised]
    if not comparable([applied, *parts]) or value(applied) <= 0:
        return None
    return _rounded(sum(map(value, parts)) / value(applied) * 100, "0.1")


def value(figure: Figure) -> Decimal:
    """The value with 万 and 亿 multiplied out; 0 when there is none."""
    return figures.scaled(figure) or Decimal(0)


def bar_panel(chart: Chart, chosen: Sequence[Figure]) -> Panel:
    """The figures by size, the largest first."""
    row = sorted(chosen, key=value, reverse=True)
    return _panel(f"{chart.id}_", chart.title, row, ())


def pair_panel(
    chart: str, nth: int, pair: Pair, known: dict[str, Figure], shown: dict[str, FigureView]
) -> Panel:
    """What was applied for, and under it the parts recognised, each beginning where one ends."""
    applied, parts = known[pair.applied], [known[id_] for id_ in pair.recognised]
    part = share(pair, known)
    remark = _differ([applied, *parts]) if part is None else _share_said(applied, parts, part)
    remarks = "；".join(said for said in (remark, pair.note) if said)
    if part is None:
        tiles = tuple(_tile(one, shown[one.id]) for one in (applied, *parts))
        return Panel(f"{chart}_{nth}", pair.title, "", (), "", remarks, tiles)
    return _panel(f"{chart}_{nth}", pair.title, [applied], parts, remarks)


def _panel(
    id_: str, title: str, row: Sequence[Figure], stacked: Sequence[Figure], remark: str = ""
) -> Panel:
    """Bars from zero, then those that continue each other."""
    top = max([value(figure) for figure in row] + [sum(map(value, stacked), Decimal(0))])
    bars, start = [], Decimal(0)
    for nth, figure in enumerate((*row, *stacked)):
        offset = start if nth >= len(row) else Decimal(0)
        leads = bool(stacked) == (nth >= len(row)) and (bool(stacked) or nth == 0)
        bars.append(_bar(figure, nth, offset, top, leads))
        start += value(figure) if nth >= len(row) else 0
    height = f"{ROW * len(bars)}em"
    return Panel(id_, title, _described([*row, *stacked]), tuple(bars), height, remark)


def _bar(figure: Figure, nth: int, start: Decimal, top: Decimal, leads: bool) -> Bar:
    scale = FULL / top if top > 0 else Decimal(0)
    left, width = start * scale, max(value(figure), Decimal(0)) * scale
    down = ROW * nth
    return Bar(
        figure.label,
        figures.written(figure),
        _percent(left),
        _percent(width),
        _percent(left + width),
        f"{down + LABEL}em",
        f"{down + BAR}em",
        f"{down + SAID}em",
        leads,
    )


def _tile(figure: Figure, shown: FigureView) -> Tile:
    part = figure.value if figure.unit == "%" else None
    return Tile(shown, _percent(part) if part is not None and 0 <= part <= 100 else "")


def _share_said(applied: Figure, parts: Sequence[Figure], part: Decimal) -> str:
    """占70.3%（18＋27＝45项）, with 约 when a side is approximate."""
    about = T.about_word if any(one.approx for one in (applied, *parts)) else ""
    sum_ = ""
    if len(parts) > 1 and len({one.unit for one in parts}) == 1:
        total = sum((one.value or Decimal(0) for one in parts), Decimal(0))
        sum_ = T.chart_sum.format(
            parts="＋".join(one.written for one in parts), total=f"{total:f}", unit=parts[0].unit
        )
    return T.chart_part.format(about=about, share=part) + sum_


def _differ(row: Sequence[Figure]) -> str:
    """Why there is no proportion: units that differ, or a number that is missing or nil."""
    if len({units.bare(one.unit) for one in row}) == 1:
        return T.chart_void
    return T.chart_differ.format(units=T.join.join(dict.fromkeys(one.unit for one in row)))


def _described(row: Iterable[Figure]) -> str:
    return "；".join(figure.label + figures.written(figure) for figure in row) + "。"


def _whole(pair: Pair, known: dict[str, Figure]) -> bool:
    return all(id_ in known for id_ in (pair.applied, *pair.recognised))


def _percent(number: Decimal) -> str:
    return f"{_rounded(number, '0.01').normalize():f}%"


def _rounded(number: Decimal, step: str) -> Decimal:
    return number.quantize(Decimal(step), ROUND_HALF_UP, LONG)
