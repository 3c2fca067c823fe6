"""The same matter in other editions: ids decide, and `continues` where it moved.

A section keeps its stem and an entry its id in every edition. Where an entry or a section says
`continues`, it carries on what stood there in the latest earlier edition that had it: `stem` a
section, `stem#id` an entry. What the lead says, its section says. Where a section carries on
another, its entries and records carry on those of the same ids there. What is carried on is
always earlier, so that no thread can run in a circle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yearbook.model import Edition, Section, records, sections

LEAD = "lead"


class Spot(NamedTuple):
    """A matter of an edition: a section (`id` empty), an entry or a record."""

    stem: str
    id: str = ""


Stand = tuple[int, Spot]  # a spot and the place of its edition


class Threads:
    """What carries on what, across editions in the order of what they cover.

    All lookups take the place of an edition in that order, from 0.
    """

    def __init__(self, editions: Sequence[Edition]) -> None:
        self.editions = tuple(editions)
        self.at = {edition.id: n for n, edition in enumerate(self.editions)}
        self.stands = [dict(_spots(edition)) for edition in self.editions]
        self._back = self._backward()
        self._on = self._forward()

    def title(self, edition: int, spot: Spot) -> str:
        """The title of a matter in an edition that has it."""
        return self.stands[edition][spot]

    def before(self, edition: int, spot: Spot) -> tuple[Stand, ...]:
        """What the matter carries on directly: each the latest edition that had it."""
        return self._back[edition].get(spot, ())

    def after(self, edition: int, spot: Spot) -> tuple[Stand, ...]:
        """What carries the matter on directly."""
        return self._on.get((edition, spot), ())

    def years(self, edition: int, spot: Spot, reach: int = 0) -> dict[int, tuple[Spot, ...]]:
        """Where the matter stands in each edition that has it, this one among them.

        With `reach` only editions at most so many away count, and nothing beyond them.
        """
        last = len(self.editions) - 1
        low, high = (edition - reach, edition + reach) if reach else (0, last)
        straight = self._straight(edition, spot, low, high)
        return straight if straight is not None else self._all(edition, spot, low, high)

    def _straight(
        self, edition: int, spot: Spot, low: int, high: int
    ) -> dict[int, tuple[Spot, ...]] | None:
        """The same where the matter was never divided or joined, as most are; else None."""
        earlier: list[Stand] = []
        here = (edition, spot)
        while here[0] >= low:
            earlier.append(here)
            back = self._back[here[0]].get(here[1])
            if not back:
                break
            if len(back) > 1:
                return None
            here = back[0]
        later: list[Stand] = []
        on = self._on.get((edition, spot))
        while on and len(on) == 1 and on[0][0] <= high:
            later.append(on[0])
            on = self._on.get(on[0])
        if on and len(on) > 1:
            return None
        return {n: (one,) for n, one in (*reversed(earlier), *later)}

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

    def _backward(self) -> list[dict[Spot, tuple[Stand, ...]]]:
        made = []
        latest: dict[Spot, int] = {}
        for n, edition in enumerate(self.editions):
            made.append({spot: tuple(_known(all_, latest)) for spot, all_ in _targets(edition)})
            latest |= dict.fromkeys(self.stands[n], n)
        return made

    def _forward(self) -> dict[Stand, tuple[Stand, ...]]:
        made: dict[Stand, list[Stand]] = {}
        for n, back in enumerate(self._back):
            for spot, targets in back.items():
                for target in targets:
                    made.setdefault(target, []).append((n, spot))
        return {stand: tuple(carried) for stand, carried in made.items()}


def _known(targets: list[Spot], latest: dict[Spot, int]) -> Iterator[Stand]:
    """The targets that some earlier edition had, each once, in the latest that had it."""
    for spot in dict.fromkeys(targets):
        if spot in latest:
            yield latest[spot], spot


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
        carried = [*map(_spot, continued(section))]
        stems = [section.stem, *(spot.stem for spot in carried if not spot.id)]
        yield Spot(section.stem), [Spot(section.stem), *carried]
        for entry in section.entries:
            own = [Spot(stem, entry.id) for stem in stems]
            others = [spot for spot in map(_spot, entry.continues) if spot.id or entry.id != LEAD]
            yield Spot(section.stem, entry.id), [*own, *others]
        for record in records(section):
            yield Spot(section.stem, record.id), [Spot(stem, record.id) for stem in stems]


def continued(section: Section) -> tuple[str, ...]:
    """What a section carries on as a whole: what it says itself, and its lead."""
    lead = next((entry for entry in section.entries if entry.id == LEAD), None)
    return (*section.continues, *(lead.continues if lead else ()))


def _spot(target: str) -> Spot:
    return Spot(*target.split("#", 1))
