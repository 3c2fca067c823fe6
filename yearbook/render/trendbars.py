"""A series of few values as bars under each other, from zero, each with its volume and value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yearbook.model import Edition
from yearbook.render.trend import (
    Beam,
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
    unsaid,
    value,
    volume,
)
from yearbook.years.series import Point, Series

FULL = 62.0
ROW, NAME, BAR, SAID = 3.3, 1.05, 1.5, 2.45
WORDS = 2.3


def bars(series: Series, editions: Sequence[Edition], title: str) -> Trend:
    """The values of a series, the newest last; between them what is missing or has changed."""
    by_unit = scales(series.valued, from_zero=True)
    strokes: list[Stroke] = []
    marks: list[Mark] = []
    beams: list[Beam] = []
    down, last = 0.0, series.points[0]
    for point in series.points:
        for text in unsaid(last, point, editions):
            marks.append(_why(text, down))
            down += WORDS
        if point.breaks:
            strokes.append(Stroke("cut", "0%", em(down + 0.3), "100%", em(down + 0.3)))
            marks.append(_why(broken(point), down))
            down += WORDS
        start, end = _ends(point, by_unit)
        marks += _words(point, editions[point.edition], down, end)
        if point.scaled is not None:
            kind = "bar open" if point.figure.approx else "bar"
            kind += " top" if point is series.valued[-1] else ""
            beams.append(Beam(kind, percent(start), em(down + BAR), percent(end - start)))
        down, last = down + ROW, point
    strokes += [Stroke("axis", x, "0em", x, em(down)) for x in _zeros(by_unit)]
    drawn = (tuple(strokes), (), tuple(beams), tuple(marks), tuple(remarks(series.valued, by_unit)))
    return Trend(f"{series.id}_", title, described(series, editions), em(down), *drawn)


def _why(text: str, down: float) -> Mark:
    return Mark("why", "0%", em(down + 1.5), "start", text)


def _ends(point: Point, by_unit: dict[str, Scale]) -> tuple[float, float]:
    """From where to where a bar goes; a value that is missing stands at zero."""
    if point.scaled is None:
        return 0.0, 0.0
    scale = by_unit[measure(point)]
    start, end = sorted((scale.part(0), scale.part(value(point))))
    return start * FULL, end * FULL


def _zeros(by_unit: dict[str, Scale]) -> list[str]:
    """Where zero is when bars go to both sides of it."""
    zeros = {percent(scale.part(0) * FULL) for scale in by_unit.values() if scale.low < 0}
    return sorted(zeros) if len(by_unit) == 1 else []


def _words(point: Point, edition: Edition, down: float, end: float) -> Iterator[Mark]:
    yield Mark("year", "0%", em(down + NAME), "start", volume(edition))
    yield Mark("v", percent(end), em(down + SAID), "start", spoken(point))
