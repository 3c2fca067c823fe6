"""The same matter in other editions: ids decide, and `continues` where it moved.

A section keeps its stem and an entry its id in every edition. Where an entry says `continues`, it
carries on what stood there in the latest earlier edition that had it; a bare stem means the
section as a whole, of which the lead is the spot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yearbook.model import Edition, Section, records, sections

LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Spot:
    """A matter of an edition: a section (`id` empty), an entry or a record."""

    stem: str
    id: str = ""


class Threads:
    """What carries on what, across editions in the order of what they cover.

    All lookups take the place of an edition in that order, from 0.
    """

    def __init__(self, editions: Sequence[Edition]) -> None:
        self.editions = tuple(editions)
        self.stands = [dict(_spots(edition)) for edition in self.editions]
        self._back = [self._backward(n, edition) for n, edition in enumerate(self.editions)]
        self._on = self._forward()

    def title(self, edition: int, spot: Spot) -> str:
        """The title of a matter in an edition that has it."""
        return self.stands[edition][spot]

    def before(self, edition: int, spot: Spot) -> tuple[tuple[int, Spot], ...]:
        """What the matter carries on directly: each the latest edition that had it."""
        return self._back[edition].get(spot, ())

    def after(self, edition: int, spot: Spot) -> tuple[tuple[int, Spot], ...]:
        """What carries the matter on directly."""
        return self._on.get((edition, spot), ())

    def years(self, edition: int, spot: Spot, reach: int = 0) -> dict[int, tuple[Spot, ...]]:
        """Where the matter stands in each edition that has it, this one among them.

        With `reach` only editions at most so many away count, and nothing beyond them.
        """
        last = len(self.editions) - 1
        low, high = (edition - reach, edition + reach) if reach else (0, last)
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

    def _backward(self, n: int, edition: Edition) -> dict[Spot, tuple[tuple[int, Spot], ...]]:
        made = {}
        for spot, targets in _targets(edition):
            found = dict.fromkeys(self._latest(n, target) for target in targets)
            made[spot] = tuple(one for one in found if one is not None)
        return made

    def _latest(self, n: int, spot: Spot) -> tuple[int, Spot] | None:
        return next(((at, spot) for at in range(n - 1, -1, -1) if spot in self.stands[at]), None)

    def _forward(self) -> dict[tuple[int, Spot], tuple[tuple[int, Spot], ...]]:
        made: dict[tuple[int, Spot], tuple[tuple[int, Spot], ...]] = {}
        for n, back in enumerate(self._back):
            for spot, targets in back.items():
                for target in targets:
                    made[target] = (*made.get(target, ()), (n, spot))
        return made


def _spots(edition: Edition) -> Iterator[tuple[Spot, str]]:
    for section in sections(edition):
        yield Spot(section.stem), section.title
        for entry in section.entries:
            yield Spot(section.stem, entry.id), entry.title
        for record in records(section):
            yield Spot(section.stem, record.id), _name(record)


def _name(record: object) -> str:
    """What a record is called: its name, title, caption or text."""
    fields = ("name", "title", "caption", "text")
    return next(str(getattr(record, field)) for field in fields if hasattr(record, field))


def _targets(edition: Edition) -> Iterator[tuple[Spot, list[Spot]]]:
    """Every matter of an edition with what it may carry on: itself, and what `continues` names."""
    for section in sections(edition):
        own = Spot(section.stem)
        yield own, [own, *_sections_continued(section)]
        for entry in section.entries:
            spot = Spot(section.stem, entry.id)
            yield spot, [spot, *(_spot(target) for target in entry.continues)]
        for record in records(section):
            spot = Spot(section.stem, record.id)
            yield spot, [spot]


def _sections_continued(section: Section) -> Iterator[Spot]:
    """The sections that this one carries on: those named bare by its lead."""
    for entry in section.entries:
        if entry.id == LEAD:
            yield from (Spot(target) for target in entry.continues if "#" not in target)


def _spot(target: str) -> Spot:
    stem, _, id_ = target.partition("#")
    return Spot(stem, id_ or LEAD)
