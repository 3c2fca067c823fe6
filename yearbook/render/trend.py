"""What the pictures of a series are made of: strokes, dots, bars, words, and their scales.

Lengths across are per cent, positions down are em of the picture's own text, so that text keeps
its size on every screen. Approximate values are hollow. Values of different units have each a
scale of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from yearbook import units
from yearbook.model import Edition
from yearbook.record import positional
from yearbook.render.figure import shown
from yearbook.render.labels import T
from yearbook.render.site import volume_label, years_between
from yearbook.render.views import view
from yearbook.years.change import STOCK
from yearbook.years.series import Point, Series, lacking

FEW = 12  # points up to which a picture is read aloud value by value
FAR = 10  # times the second: a value before which the others seem to be nothing
HALF = 0.5  # of the largest value: where the smallest is above it the axis is cut


@view
class Stroke:
    """A straight line; `kind` is its class: of the series, of a break, or of the axis."""

    kind: str
    x1: str
    y1: str
    x2: str
    y2: str


@view
class Dot:
    """A value; `kind` is its class, `open` for an approximate one."""

    kind: str
    x: str
    y: str
    r: str


@view
class Beam:
    """A bar; `kind` is its class, `open` for an approximate value."""

    kind: str
    x: str
    y: str
    width: str


@view
class Mark:
    """Words in the picture; `kind` is their class: a value, a volume, the reason of a break."""

    kind: str
    x: str
    y: str
    anchor: str
    text: str


@view
class Trend:
    """A picture of a series; `described` is read aloud, `remarks` stand beneath it."""

    id: str
    title: str
    described: str
    height: str
    strokes: tuple[Stroke, ...] = ()
    dots: tuple[Dot, ...] = ()
    beams: tuple[Beam, ...] = ()
    marks: tuple[Mark, ...] = ()
    remarks: tuple[str, ...] = ()


@positional
class Scale:
    """From the lowest to the highest value of one unit; `cut`: it does not begin at zero."""

    low: float
    high: float
    cut: bool

    def part(self, number: float) -> float:
        """How far up a value is, from 0 to 1."""
        return (number - self.low) / (self.high - self.low)


def scales(points: Sequence[Point], from_zero: bool = False) -> dict[str, Scale]:
    """The scale of each unit."""
    rows: dict[str, list[float]] = {}
    for point in points:
        rows.setdefault(measure(point), []).append(value(point))
    return {name: _scale(min(row), max(row), from_zero) for name, row in rows.items()}


def _scale(least: float, most: float, from_zero: bool) -> Scale:
    cut = not from_zero and HALF * most < least < most
    low = least - (most - least) / 4 if cut else min(least, 0.0)
    high = max(most, 0.0)
    return Scale(low, high if high > low else low + 1, cut)


def measure(point: Point) -> str:
    """What a value is measured in: values of one measure share a scale."""
    return _measure(point.figure.unit, point.figure.per)


@lru_cache(maxsize=512)
def _measure(unit: str, per: str) -> str:
    return f"{units.bare(unit)}/{per}"


def value(point: Point) -> float:
    """The value, 万 and 亿 multiplied out, as geometry needs it."""
    return float(point.scaled or 0)


def described(series: Series, editions: Sequence[Edition]) -> str:
    """What the picture shows, read aloud: each value while they are few."""
    if len(series.points) > FEW:
        return T.series_in_table
    said = (volume(editions[one.edition]) + spoken(one) for one in series.points)
    return T.series_list.join(said) + T.series_stop


def volume(edition: Edition) -> str:
    """2019卷."""
    return volume_label(edition.volume)


def spoken(point: Point) -> str:
    """The value as written; missing and nil in words."""
    if point.scaled is not None:
        return shown(point.figure)
    return T.series_nil if point.figure.written.startswith("—") else T.series_missing


def broken(point: Point) -> str:
    """The reasons of a break, briefly."""
    now = {STOCK: T.series_stock_now if point.figure.as_of else T.series_flow_now}
    return T.join.join((T.series_breaks | now)[why] for why in point.breaks)


def unsaid(before: Point, after: Point, editions: Sequence[Edition]) -> Iterator[str]:
    """What lies between two points that follow each other: editions without it, years without."""
    if after.edition - before.edition < 2 and not lacking(
        editions[before.edition], editions[after.edition]
    ):
        return
    silent: list[Edition] = []
    for one, next_ in pairwise(editions[before.edition : after.edition + 1]):
        if lacking(one, next_):
            yield from _silent(silent)
            yield _absent(one, next_)
            silent = []
        silent.append(next_)
    yield from _silent(silent[:-1])


def _silent(editions: Sequence[Edition]) -> Iterator[str]:
    """The editions that say nothing, the first and the last of them named."""
    names = dict.fromkeys(volume(one) for one in (*editions[:1], *editions[-1:]))
    if names:
        yield T.series_unsaid.format(volumes=T.series_to.join(names))


def _absent(before: Edition, after: Edition) -> str:
    """The years between two editions that none records; how many where they are no whole ones."""
    years = years_between(before, after)
    count = lacking(before, after)
    return T.missing.format(years=years) if years else T.series_lacking.format(count=count)


def remarks(points: Sequence[Point], by_unit: dict[str, Scale]) -> Iterator[str]:
    """What a reader must know to read the picture."""
    if any(point.figure.approx for point in points):
        yield T.series_hollow
    if len(by_unit) > 1:
        yield T.series_scales
    if any(scale.cut for scale in by_unit.values()):
        yield T.series_cut
    values: dict[str, list[float]] = {name: [0.0] for name in by_unit}
    for one in points:
        values[measure(one)].append(value(one))
    for row in values.values():
        second, first = sorted(row[1:])[-2:] if len(row) > 2 else row
        if first >= FAR * second > 0:
            yield T.series_far


@lru_cache(maxsize=4096)
def percent(number: float) -> str:
    return f"{round(number, 2):g}%"


@lru_cache(maxsize=4096)
def em(number: float) -> str:
    return f"{round(number, 2):g}em"
