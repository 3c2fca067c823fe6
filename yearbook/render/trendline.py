"""A series as a line over the years, large with words or small without.

The line is broken where a value is missing; where the series breaks stands a rule with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from yearbook.model import Edition
from yearbook.record import positional
from yearbook.render import dates
from yearbook.render.labels import T
from yearbook.render.trend import (
    Dot,
    Mark,
    Scale,
    Stroke,
    Trend,
    broken,
    described,
    em,
    measure,
    percent,
    remarks,
    scales,
    spoken,
    value,
)
from yearbook.years.series import Point, Series

ALL_SAID = 8  # values that are all labelled
MANY = 40  # values whose dots are small
NARROW = 23.0  # em of text across on a phone
LONG_NAME = 4.5  # em of a volume's name beneath the line; longer ones give way to years
LEFT, RIGHT = 2.0, 98.0
EDGE = 22.0  # per cent from the edge within which words lean inwards
WHY, TOP, DEPTH, NAME = 0.9, 3.2, 10.0, 1.6
SMALL = 2.6


@positional
class Plane:
    """Where years and values lie: years from first to last across, the depth in em down."""

    editions: Sequence[Edition]
    first: float
    last: float
    scales: dict[str, Scale]
    top: float
    depth: float

    def x(self, edition: int) -> float:
        at = when(self.editions[edition])
        part = (at - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return LEFT + (RIGHT - LEFT) * part

    def y(self, point: Point) -> float:
        return self.top + self.depth * (1 - self.scales[measure(point)].part(value(point)))


def line(series: Series, editions: Sequence[Edition], title: str) -> Trend:
    """The line of a series with its words."""
    points, shown = series.valued, range(series.points[0].edition, series.points[-1].edition + 1)
    plane = _plane(points, editions, shown, TOP, DEPTH)
    by_years = any(wide(editions[n].volume) > LONG_NAME for n in shown)
    values = tuple(_values(plane, points))
    foot = max(TOP + DEPTH, *(float(mark.y.removesuffix("em")) for mark in values)) + NAME
    return Trend(
        f"{series.id}_",
        title,
        described(series, editions),
        em(foot + 0.6),
        (*_axes(plane), *_runs(plane, points), *_rules(plane, points)),
        tuple(_dots(plane, points, 0.16 if len(points) > MANY else 0.3)),
        (),
        (*values, *_names(plane, shown, by_years, foot), *_reasons(plane, points)),
        (*remarks(points, plane.scales), *([T.series_by_years] if by_years else [])),
    )


def spark(series: Series, editions: Sequence[Edition], shown: range) -> Trend:
    """The line alone, small; `shown` are the editions that several such lines share."""
    points = series.valued
    plane = _plane(points, editions, shown, 0.4, SMALL)
    joined = [not after.gap and not after.breaks for after in points[1:]]
    ends = zip(points, [False, *joined], [*joined, False], strict=True)
    alone = [point for point, left, right in ends if not left and not right]
    foot = Stroke("axis", "0%", em(SMALL + 0.8), "100%", em(SMALL + 0.8))
    strokes = (foot, *_runs(plane, points), *_rules(plane, points))
    told = {point.edition: point for point in (*alone, points[-1])}
    dots = _dots(plane, told.values(), 0.2)
    return Trend("", "", "", em(SMALL + 0.8), strokes, tuple(dots))


def _plane(
    points: Sequence[Point], editions: Sequence[Edition], shown: range, top: float, depth: float
) -> Plane:
    times = [when(editions[n]) for n in shown]
    return Plane(editions, min(times), max(times), scales(points), top, depth)


def when(edition: Edition) -> float:
    """The end of what an edition records, as a year with a fraction."""
    end = edition.covers.end
    return float(dates.whole_year(edition.covers) or end.year - 1 + (end.month + end.day / 31) / 13)


def _axes(plane: Plane) -> Iterator[Stroke]:
    """Zero where a scale has it, else the foot."""
    zeros = {round(scale.part(0), 4) for scale in plane.scales.values() if not scale.cut}
    for part in sorted(zeros or {0.0}):
        y = em(plane.top + plane.depth * (1 - part))
        yield Stroke("axis", "0%", y, "100%", y)


def _runs(plane: Plane, points: Sequence[Point]) -> Iterator[Stroke]:
    """From each value to the next, but not over a gap or a break."""
    for before, after in pairwise(points):
        if not after.gap and not after.breaks:
            start = percent(plane.x(before.edition)), em(plane.y(before))
            end = percent(plane.x(after.edition)), em(plane.y(after))
            yield Stroke("run", *start, *end)


def _cuts(plane: Plane, points: Sequence[Point]) -> Iterator[tuple[float, Point]]:
    """Where the series breaks, halfway between two values."""
    for before, after in pairwise(points):
        if after.breaks:
            yield (plane.x(before.edition) + plane.x(after.edition)) / 2, after


def _rules(plane: Plane, points: Sequence[Point]) -> Iterator[Stroke]:
    start, end = em(max(0.0, plane.top - 1.9)), em(plane.top + plane.depth)
    for x, _ in _cuts(plane, points):
        yield Stroke("cut", percent(x), start, percent(x), end)


def _reasons(plane: Plane, points: Sequence[Point]) -> Iterator[Mark]:
    """The reason at each rule that has room for it."""
    room = Room()
    for x, point in _cuts(plane, points):
        yield from room.placed("why", x, (WHY,), broken(point))


def _dots(plane: Plane, points: Iterable[Point], radius: float) -> Iterator[Dot]:
    for point in points:
        kind = "dot open" if point.figure.approx else "dot"
        yield Dot(kind, percent(plane.x(point.edition)), em(plane.y(point)), em(radius))


def _values(plane: Plane, points: Sequence[Point]) -> Iterator[Mark]:
    """Values beside their dots, the most telling first, as far as there is room."""
    room = Room()
    for n in _telling(points):
        y = plane.y(points[n])
        above, below = y - 0.75, y + 1.5
        heights = (below, above) if _is_low(points, n) else (above, below)
        yield from room.placed("v", plane.x(points[n].edition), heights, spoken(points[n]))


def _telling(points: Sequence[Point]) -> Iterable[int]:
    """Last, first, highest and lowest; the ends of what can be compared; all when few."""
    row = range(len(points))
    by_value = sorted(row, key=lambda n: value(points[n]))
    ends = [m for n in row[1:] if points[n].breaks for m in (n - 1, n)]
    rest = row if len(row) <= ALL_SAID else ()
    return dict.fromkeys((row[-1], 0, by_value[-1], by_value[0], *ends, *rest))


def _is_low(points: Sequence[Point], n: int) -> bool:
    """Whether no value beside it is lower, and one is higher."""
    beside = [value(point) for point in points[max(0, n - 1) : n + 2]]
    return min(beside) == value(points[n]) < max(beside)


def _names(plane: Plane, shown: range, by_years: bool, y: float) -> Iterator[Mark]:
    """Names of volumes beneath, as many as a phone has room for."""
    names = [_name(plane.editions[n], by_years) for n in shown]
    most = max(2, int(NARROW / (max(map(wide, names)) + 1)))
    step = max(1, -(-(len(names) - 1) // (most - 1)))
    room = Room()
    for n in dict.fromkeys((len(names) - 1, *range(0, len(names), step))):
        yield from room.placed("year", plane.x(shown[n]), (y,), names[n])


def _name(edition: Edition, by_years: bool) -> str:
    return f"{edition.covers.end.year}" if by_years else edition.volume


def wide(text: str) -> float:
    """How many em a text takes: a Han character one, others little more than half."""
    return sum(1.0 if char > "\u2e80" else 0.58 for char in text)


class Room:
    """Words that do not lie on each other, measured on the narrowest screen."""

    def __init__(self) -> None:
        self.taken: list[tuple[float, float, float]] = []

    def placed(self, kind: str, x: float, heights: Sequence[float], text: str) -> Iterator[Mark]:
        """The words at the first height where there is room, if there is one."""
        anchor = "start" if x < EDGE else "end" if x > 100 - EDGE else "middle"
        long, at = wide(text), x * NARROW / 100
        start = at - long * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        for y in heights:
            box = (start - 0.4, start + long + 0.4, y)
            if not any(_meet(box, other) for other in self.taken):
                self.taken.append(box)
                yield Mark(kind, percent(x), em(y), anchor, text)
                return


def _meet(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and abs(one[2] - other[2]) < 1.3
