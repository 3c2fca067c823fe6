"""The names of names.yaml as the indexes ask for them: by what is written, with their readings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from yearbook.indexes import reading
from yearbook.indexes.matching import Matcher
from yearbook.issues import Place
from yearbook.model import Name, Period
from yearbook.output import digest


@dataclass(frozen=True)
class Book:
    """The names of a yearbook."""

    names: tuple[Name, ...]

    @cached_property
    def key_of_names(self) -> str:
        """A digest of all names, without their places in the file."""
        return digest([replace(name, at=Place("")) for name in self.names])

    @cached_property
    def by_id(self) -> dict[str, Name]:
        return {name.id: name for name in self.names}

    @cached_property
    def ids(self) -> dict[str, tuple[str, ...]]:
        """The ids of the proper names that each written form may mean."""
        found: dict[str, tuple[str, ...]] = {}
        for name in self.names:
            for form in forms(name):
                proper = self.proper(name.id)
                if proper not in found.get(form, ()):
                    found[form] = (*found.get(form, ()), proper)
        return found

    @cached_property
    def matcher(self) -> Matcher:
        """Finds the names of people, bodies, places, competitions and programmes."""
        return Matcher(form for form, ids in self.ids.items() if any(map(self._is_name, ids)))

    @cached_property
    def terms(self) -> Matcher:
        """Finds the terms, which also count within a longer name."""
        return Matcher(form for form, ids in self.ids.items() if not all(map(self._is_name, ids)))

    def _is_name(self, id: str) -> bool:
        return self.by_id[id].kind != "term"

    def proper(self, id: str) -> str:
        """The id of the name under which a name is entered: where its `see` leads."""
        seen: set[str] = set()
        while id not in seen and (name := self.by_id.get(id)) and name.see in self.by_id:
            seen.add(id)
            id = name.see
        return id

    @cached_property
    def _led(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in self.names:
            if self.proper(name.id) != name.id:
                found.setdefault(self.proper(name.id), []).append(name)
        return found

    def led(self, id: str) -> list[Name]:
        """The names that lead to this one by `see`."""
        return self._led.get(id, [])

    def meant(self, form: str, period: Period, kinds: tuple[str, ...] = ()) -> list[Name]:
        """The names of these kinds that a written form may mean in a period."""
        found = [self.by_id[id] for id in self.ids.get(form, ())]
        found = [name for name in found if not kinds or name.kind in kinds]
        there = [name for name in found if lived(name, period)]
        return there or found

    def reading(self, name: Name) -> tuple[str, ...]:
        """How a name is read: as its editors say, else after the tables."""
        if name.reading and reading.fits(name.name, name.reading):
            return reading.given(name.reading, name.name)
        return reading.reading(name.name, name.kind == "person")

    def key(self, name: Name) -> str:
        return reading.key(name.name, self.reading(name))

    def form_key(self, name: Name, form: str) -> str:
        """The sort key of a short form or variant, read like the name where its characters are."""
        said = reading.within(form, name.name, self.reading(name))
        return reading.key(form, said or reading.reading(form, name.kind == "person"))


def book_of(names: tuple[Name, ...]) -> Book:
    """The book of these names; the one that was asked for last is kept."""
    if _latest[0].names is not names:
        _latest[0] = Book(names)
    return _latest[0]


_latest = [Book(())]


def forms(name: Name) -> tuple[str, ...]:
    """All that is written for a name."""
    return tuple(dict.fromkeys((name.name, *name.short, *name.variants)))


def lived(name: Name, period: Period) -> bool:
    """Whether `from` and `to` let a name stand in the period; dates may be years alone."""
    start, end = period.start.isoformat(), period.end.isoformat()
    return name.from_ <= end and (not name.to or name.to >= start[: len(name.to)])
