"""The same matter in other editions: ids decide, and `continues` where it moved.

A section keeps its stem and an entry its id in every edition. Where an entry or a section says
`continues`, it carries on what stood there in the latest earlier edition that had it: `stem` a
section, `stem#id` an entry. What the lead says, its section says. Where a section carries on
another, its entries and records carry on those of the same ids there. What is carried on is
always earlier, so that no thread can run in a circle.
"""

from __future__ import annotations

import marshal
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from yearbook.kept import Kept
from yearbook.model import Edition, Section, records, sections
from yearbook.old import called

LEAD = "lead"


class Spot(NamedTuple):
    """A matter of an edition: a section (`id` empty), an entry or a record."""

    stem: str
    id: str = ""


class Outline(NamedTuple):
    """What threads know of a section: its title, what it carries on as a whole, its entries with
    title and `continues`, its records with their names."""

    stem: str
    title: str
    continued: Sequence[str]
    entries: Sequence[tuple[str, str, Sequence[str]]]
    records: Sequence[tuple[str, str]]


Stand = tuple[int, Spot]  # a spot and the place of its edition


class Threads:
    """What carries on what, across editions in the order of what they cover.

    All lookups take the place of an edition in that order, from 0. A matter carries on itself in
    the latest earlier edition that had it; kept is only where it carries on others as well.
    """

    def __init__(self, editions: Sequence[Edition]) -> None:
        self.editions = tuple(editions)
        self.at = {edition.id: n for n, edition in enumerate(self.editions)}
        self._places: dict[Spot, list[int]] = {}
        self._spots: dict[Spot, Spot] = {}
        rows = [outlines(edition) for edition in self.editions]
        self.stands = [self._titles(n, row) for n, row in enumerate(rows)]
        self._back = dict(self._backward(rows))
        self._on = dict(self._forward())
        stands = (*self._back, *self._on)
        self._mixed = frozenset(spot for _, spot in stands)

    def over(self, editions: Sequence[Edition]) -> Threads:
        """The same for editions of the same outlines."""
        made = copy(self)
        made.editions = tuple(editions)
        return made

    def title(self, edition: int, spot: Spot) -> str:
        """The title of a matter in an edition that has it."""
        return self.stands[edition][spot]

    def before(self, edition: int, spot: Spot) -> tuple[Stand, ...]:
        """What the matter carries on directly: each the latest edition that had it."""
        if (edition, spot) in self._back:
            return self._back[edition, spot]
        return tuple(self._known(edition, [spot])) if spot in self.stands[edition] else ()

    def after(self, edition: int, spot: Spot) -> tuple[Stand, ...]:
        """What carries the matter on directly."""
        if (edition, spot) in self._on:
            return self._on[edition, spot]
        return self._next(edition, spot) if spot in self.stands[edition] else ()

    def years(self, edition: int, spot: Spot, reach: int = 0) -> dict[int, tuple[Spot, ...]]:
        """Where the matter stands in each edition that has it, this one among them.

        With `reach` only editions at most so many away count, and nothing beyond them.
        """
        last = len(self.editions) - 1
        low, high = (edition - reach, edition + reach) if reach else (0, last)
        if spot in self._mixed or spot not in self.stands[edition]:
            return self._all(edition, spot, low, high)
        return {n: (spot,) for n in self._places[spot] if low <= n <= high}

    def _all(self, edition: int, spot: Spot, low: int, high: int) -> dict[int, tuple[Spot, ...]]:
        found: dict[int, dict[Spot, None]] = {edition: {spot: None}}
        for steps in (self.before, self.after):
            seen, todo = {(edition, spot)}, [(edition, spot)]
            while todo:
                for one in steps(*todo.pop()):
                    if one not in seen and low <= one[0] <= high:
                        seen.add(one)
                        todo.append(one)
                        found.setdefault(one[0], {})[one[1]] = None
        return {n: tuple(found[n]) for n in sorted(found)}

    def comparable(self, edition: int, section: Section) -> bool:
        """Whether the edition just before has the section, or one of its entries elsewhere."""
        spots = (Spot(section.stem), *(Spot(section.stem, entry.id) for entry in section.entries))
        return any(at == edition - 1 for spot in spots for at, _ in self.before(edition, spot))

    def _titles(self, nth: int, row: Iterable[Outline]) -> dict[Spot, str]:
        """The matters of an edition with their titles; editions share what names them."""
        made: dict[Spot, str] = {}
        for one, title in _spots(row):
            spot = self._spots.setdefault(one, one)
            places = self._places.setdefault(spot, [])
            if not places or places[-1] != nth:
                places.append(nth)
            made[spot] = title
        return made

    def _known(self, edition: int, targets: Iterable[Spot]) -> Iterator[Stand]:
        """The targets that some earlier edition had, each once, in the latest that had it."""
        for spot in dict.fromkeys(targets):
            places = self._places.get(spot, ())
            nth = bisect_left(places, edition)
            if nth:
                yield places[nth - 1], spot

    def _next(self, edition: int, spot: Spot) -> tuple[Stand, ...]:
        """The matter itself in the next edition that has it."""
        places = self._places[spot]
        nth = bisect_right(places, edition)
        return ((places[nth], spot),) if nth < len(places) else ()

    def _backward(
        self, rows: Iterable[Iterable[Outline]]
    ) -> Iterator[tuple[Stand, tuple[Stand, ...]]]:
        """The stands that carry on others, with all that they do."""
        for n, row in enumerate(rows):
            for spot, targets in _targets(row):
                found = tuple(self._known(n, targets))
                if any(one != spot for _, one in found):
                    yield (n, spot), found

    def _forward(self) -> Iterator[tuple[Stand, tuple[Stand, ...]]]:
        """The stands that others carry on, with all that do, in the order of their editions."""
        made: dict[Stand, list[Stand]] = {}
        for stand, targets in self._back.items():
            for target in targets:
                if target[1] != stand[1]:
                    made.setdefault(target, []).append(stand)
        for stand, others in made.items():
            yield stand, tuple(sorted([*others, *self._next(*stand)], key=self._order))

    def _order(self, stand: Stand) -> tuple[int, int]:
        return stand[0], tuple(self.stands[stand[0]]).index(stand[1])


def outlines(edition: Edition) -> list[Outline]:
    """The outlines of the sections of an edition."""
    if isinstance(edition, Kept):
        return [Outline(*one) for one in marshal.loads(edition.facts.outlines)]
    return [
        Outline(
            section.stem,
            section.title,
            continued(section),
            [(one.id, one.title, one.continues) for one in section.entries],
            [(one.id, called(one)) for one in records(section)],
        )
        for section in sections(edition)
    ]


def _spots(row: Iterable[Outline]) -> Iterator[tuple[Spot, str]]:
    for one in row:
        yield Spot(one.stem), one.title
        for id_, title, _ in one.entries:
            yield Spot(one.stem, id_), title
        for id_, name in one.records:
            yield Spot(one.stem, id_), name


def _targets(row: Iterable[Outline]) -> Iterator[tuple[Spot, list[Spot]]]:
    """The matters that may carry on more than themselves: what `continues` names."""
    for one in row:
        carried = [*map(_spot, one.continued)]
        stems = [one.stem, *(spot.stem for spot in carried if not spot.id)]
        if carried:
            yield Spot(one.stem), [Spot(one.stem), *carried]
        for id_, _, continues in one.entries:
            others = [spot for spot in map(_spot, continues) if spot.id or id_ != LEAD]
            if carried or others:
                own = [Spot(stem, id_) for stem in stems]
                yield Spot(one.stem, id_), [*own, *others]
        for id_, _ in one.records if carried else ():
            yield Spot(one.stem, id_), [Spot(stem, id_) for stem in stems]


def continued(section: Section) -> tuple[str, ...]:
    """What a section carries on as a whole: what it says itself, and its lead."""
    for entry in section.entries:
        if entry.id == LEAD:
            return (*section.continues, *entry.continues)
    return section.continues


def _spot(target: str) -> Spot:
    return Spot(*target.split("#", 1))
