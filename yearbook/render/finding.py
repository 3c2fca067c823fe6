"""The statement of a series: how it rose or fell, and which volume stands out.

It speaks of the newest values that can be compared. An approximate value makes it say 约; where
two values differ by less than an approximation may hide, it says that they are near each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from yearbook.render import changes
from yearbook.render.figure import shown
from yearbook.render.labels import T
from yearbook.render.trend import broken
from yearbook.years.change import LONG, SHARES, Change, change
from yearbook.years.series import Point, Series

HIDDEN = Decimal("0.01")  # of a value: what 余, 约 and their like may hide
MANY = 3  # times the first value: said as a multiple from here on


def finding(series: Series, volumes: Sequence[str]) -> str:
    """The statement. `volumes` are the names of the editions."""
    row = newest(series)
    if not row:
        return _apart(series, volumes)
    first, last = row[0], row[-1]
    made = change(first.figure, last.figure)
    assert made is not None
    names = {
        "first": volumes[first.edition],
        "last": volumes[last.edition],
        "before": shown(first.figure),
        "after": shown(last.figure),
    }
    sentence, more = _moved(first, last, made)
    return sentence.format(**names, **more) + _highest(row, volumes)


def _apart(series: Series, volumes: Sequence[str]) -> str:
    """What is said where no two values can be compared."""
    for point in reversed(series.valued):
        names = {"volume": volumes[point.edition], "written": shown(point.figure)}
        if point.breaks:
            return T.series_break.format(why=broken(point), **names)
        return T.finding_alone.format(**names)
    return T.finding_nothing


def newest(series: Series) -> tuple[Point, ...]:
    """The newest two and more values that can be compared."""
    row: dict[int, list[Point]] = {}
    for point in series.valued:
        row.setdefault(point.segment, []).append(point)
    return tuple(next((one for one in reversed(row.values()) if len(one) > 1), ()))


def _moved(first: Point, last: Point, made: Change) -> tuple[str, dict[str, str]]:
    """The sentence on first and last, and its words beside their volumes and values."""
    if not made.difference and first.figure.approx == last.figure.approx:
        return T.finding_same, {}
    if not made.difference or (made.approx and _near(first, last)):
        return T.finding_near, {}
    less = made.difference < 0
    shares = made.unit in SHARES
    word = (T.finding_levels if shares else T.finding_words)[less]
    return T.finding_moved, {"word": word, "by": _by(first, last, made)}


def _by(first: Point, last: Point, made: Change) -> str:
    """How much: many times, or in per cent, or as a difference."""
    a, b = first.scaled or Decimal(0), last.scaled or Decimal(0)
    if made.percent is not None and b >= MANY * a:
        about = T.about_word if made.approx else ""
        times = (b / a).quantize(Decimal("0.1"), ROUND_HALF_UP, LONG)
        return T.finding_times.format(about=about, times=f"{times:f}".removesuffix(".0"))
    return changes.briefly(made)


def _near(one: Point, other: Point) -> bool:
    a, b = one.scaled or Decimal(0), other.scaled or Decimal(0)
    return abs(a - b) < HIDDEN * max(abs(a), abs(b))


def _highest(row: Sequence[Point], volumes: Sequence[str]) -> str:
    """The volume between first and last that stands out above all others, or below them."""
    if len(row) < 4:
        return ""
    by_value = sorted(row, key=lambda point: point.scaled or Decimal(0))
    for word, one, next_ in (
        (T.finding_highest, by_value[-1], by_value[-2]),
        (T.finding_lowest, by_value[0], by_value[1]),
    ):
        hidden = (one.figure.approx or next_.figure.approx) and _near(one, next_)
        if one not in (row[0], row[-1]) and one.scaled != next_.scaled and not hidden:
            return word.format(volume=volumes[one.edition], written=shown(one.figure))
    return ""
