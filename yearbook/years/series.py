"""The series of a figure: what each edition says of one indicator.

The same figure id is the same indicator in every edition. `series: ID` on a figure says that from
its edition on the indicator continues the series to which ID belonged in an earlier one. Where a
figure stands in its edition does not matter.
"""

from __future__ import annotations

import marshal
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from yearbook import figures
from yearbook.kept import Kept
from yearbook.model import Edition, Figure, Section, sections
from yearbook.record import view
from yearbook.years.change import breaks, months

REACH = 5
MONTHS = 12


@view
class Point:
    """What an edition, by its place in their order, says.

    `breaks` is why it is not to be compared with the value before it. Points of one `segment` are
    comparable. `gap`: since the last value an edition, or a volume that is not there, says none.
    """

    edition: int
    section: Section
    figure: Figure
    scaled: Decimal | None
    breaks: tuple[str, ...] = ()
    segment: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A series by the id of its first figure; `points` in the order of the editions.

    `ids` are all figure ids that belong to it, its own first.
    """

    id: str
    points: tuple[Point, ...]
    ids: tuple[str, ...]
    valued: tuple[Point, ...] = field(init=False)

    def __post_init__(self) -> None:
        """`valued` are the points that have a value: mostly all of them, which are not copied."""
        row = tuple([one for one in self.points if one.scaled is not None])
        object.__setattr__(self, "valued", row if len(row) < len(self.points) else self.points)

    @property
    def label(self) -> str:
        """What the newest edition calls it."""
        return self.points[-1].figure.label

    def before(self, point: Point) -> Point:
        """The last value before a point that is not the first to have one."""
        at = bisect_left(self.valued, point.edition, key=lambda one: one.edition)
        return self.valued[at - 1]


@dataclass(frozen=True, slots=True)
class Indicators:
    """All series of a yearbook, by their ids."""

    series: dict[str, Series] = field(default_factory=dict)

    def lasting(self) -> Iterator[Series]:
        """The series of two and more editions."""
        return (one for one in self.series.values() if len(one.points) > 1)


@dataclass(frozen=True, slots=True)
class Names:
    """Which series a figure of an edition is of, and which editions each series has."""

    of: dict[tuple[int, str], str] = field(default_factory=dict)
    editions: dict[str, list[int]] = field(default_factory=dict)

    def around(self, edition: int, figure: str, reach: int = REACH) -> str:
        """The series of a figure when another edition within reach has it, else nothing."""
        name = self.of.get((edition, figure), "")
        places = self.editions[name] if name else []
        start = bisect_left(places, edition - reach)
        first = (one for one in places[start : start + 2] if one != edition)
        return name if any(one <= edition + reach for one in first) else ""


def names(editions: Sequence[Edition]) -> Names:
    """The series by their names alone."""
    made, current = Names(), dict[str, str]()
    for n, edition in enumerate(editions):
        row = ids(edition)
        _join(row, current)
        for id_, _ in row:
            name = current.setdefault(id_, id_)
            made.of[n, id_] = name
            places = made.editions.setdefault(name, [])
            if not places or places[-1] != n:
                places.append(n)
    return made


def ids(edition: Edition) -> list[tuple[str, str]]:
    """The figures of an edition, each with the series that it says it is of, if any."""
    if isinstance(edition, Kept):
        found: list[tuple[str, str]] = marshal.loads(edition.facts.figures)
        return found
    return [(one.id, one.series) for section in sections(edition) for one in section.figures]


def _join(row: Iterable[tuple[str, str]], current: dict[str, str]) -> None:
    """Note the figures that say that they are of the series of another."""
    joined = {id_: current.get(series, series) for id_, series in row if series}
    current |= {id_: name for id_, name in joined.items() if id_ != name}


def indicators(editions: tuple[Edition, ...]) -> Indicators:
    """The series of editions in the order of what they cover.

    Of two figures of one edition in the same series, which is an error, the first counts. Rules
    and pages ask for the same series, which are made once.
    """
    if _latest.editions is not editions:
        _latest.made, _latest.editions = _made(editions), editions
    return _latest.made


@dataclass(slots=True)
class _Latest:
    """The series that were asked for last."""

    editions: tuple[Edition, ...] = ()
    made: Indicators = field(default_factory=Indicators)


_latest = _Latest()


def _made(editions: Sequence[Edition]) -> Indicators:
    spans = [months(edition.covers) for edition in editions]
    gaps = [True, *(lacking(one, other) > 0 for one, other in pairwise(editions))]
    found: dict[str, list[Point]] = {}
    known: dict[str, dict[str, None]] = {}
    for edition, section, figure, name in named(editions):
        points = found.setdefault(name, [])
        if not points or points[-1].edition != edition:
            points.append(_point(points, edition, section, figure, spans, gaps))
        known.setdefault(name, {name: None})[figure.id] = None
    return Indicators(
        {name: Series(name, tuple(found[name]), tuple(known[name])) for name in found}
    )


def named(editions: Sequence[Edition]) -> Iterator[tuple[int, Section, Figure, str]]:
    """Every figure with the place of its edition and the id of its series."""
    current: dict[str, str] = {}
    for n, edition in enumerate(editions):
        rows = [(one, figure) for one in sections(edition) for figure in one.figures]
        _join([(one.id, one.series) for _, one in rows], current)
        for section, figure in rows:
            yield n, section, figure, current.setdefault(figure.id, figure.id)


def _point(
    points: list[Point],
    n: int,
    section: Section,
    figure: Figure,
    spans: list[int],
    gaps: list[bool],
) -> Point:
    """The point after `points`; `spans` are the months of the editions, `gaps` lie before them."""
    scaled = figures.scaled(figure)
    last = next((one for one in reversed(points) if one.scaled is not None), None)
    if scaled is None or last is None:
        return Point(n, section, figure, scaled, (), points[-1].segment if points else 0)
    why = breaks(last.figure, figure, (spans[last.edition], spans[n]))
    gap = n - last.edition > 1 or gaps[n]
    return Point(n, section, figure, scaled, why, last.segment + bool(why), gap)


def lacking(before: Edition, after: Edition) -> int:
    """How many whole years lie between what two editions record, none of them recording it."""
    first, last = before.covers.end, after.covers.start
    return max(0, ((last.year - first.year) * MONTHS + last.month - first.month - 1) // MONTHS)
