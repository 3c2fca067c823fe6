"""What is dated: the events of an edition, its entries with a date, its honours with a date.

A matter stands once: an entry that an event of the same time names, and an honour whose title an
event says, are left to the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yearbook.model import Edition, Entry, Event, Honour, Section, sections

DAY = len("2017-03-05")


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated thing of an edition and its section; `stem` and `id` are where it is told."""

    date: str
    thing: Event | Entry | Honour
    section: Section
    stem: str
    id: str


def has_chronicle(edition: Edition) -> bool:
    """Whether an edition has a chronicle: an event or an entry with a date."""
    return any(
        section.events or any(entry.date for entry in section.entries)
        for section in sections(edition)
    )


def dated(edition: Edition) -> tuple[Dated, ...]:
    """The dated things of an edition by date; what has only a month or a year ends it."""
    events = tuple(_events(edition))
    rest = (*_entries(edition, events), *_honours(edition, events))
    return tuple(sorted((*events, *rest), key=lambda one: (one.date + "-99-99")[:DAY]))


def _events(edition: Edition) -> Iterator[Dated]:
    for section in sections(edition):
        for event in section.events:
            stem, _, id_ = event.entry.rpartition("#")
            yield Dated(event.date, event, section, stem or section.stem, id_ or event.id)


def _entries(edition: Edition, events: tuple[Dated, ...]) -> Iterator[Dated]:
    told: dict[tuple[str, str], list[str]] = {}
    for event in events:
        told.setdefault((event.stem, event.id), []).append(event.date)
    for section in sections(edition):
        for entry in section.entries:
            dates = told.get((section.stem, entry.id), ())
            if entry.date and not any(_agree(entry.date, date) for date in dates):
                yield Dated(entry.date, entry, section, section.stem, entry.id)


def _agree(one: str, other: str) -> bool:
    """Whether two dates may be the same day; they may be months or years alone."""
    return one.startswith(other) or other.startswith(one)


def _honours(edition: Edition, events: tuple[Dated, ...]) -> Iterator[Dated]:
    texts = "\n".join(one.thing.text for one in events if isinstance(one.thing, Event))
    for section in sections(edition):
        for honour in section.honours:
            if honour.date and honour.title not in texts:
                yield Dated(honour.date, honour, section, section.stem, honour.id)


def on_days(editions: Iterable[Edition]) -> dict[str, list[tuple[int, Dated]]]:
    """What happened on each day of the year (`0305`), with the place of its edition in the row.

    Only what has a day counts. Told in several editions, it is taken from the first of them.
    """
    found: dict[str, list[tuple[int, Dated]]] = {}
    told: set[tuple[str, str, str]] = set()
    for nth, edition in enumerate(editions):
        rows = [one for one in dated(edition) if len(one.date) == DAY]
        for one in rows:
            if told.isdisjoint(_names(one)):
                found.setdefault(one.date[5:].replace("-", ""), []).append((nth, one))
        told.update(*map(_names, rows))
    return {day: sorted(found[day], key=lambda row: row[1].date) for day in sorted(found)}


def _names(one: Dated) -> set[tuple[str, str, str]]:
    """What makes two dated things one: the day with the words, or with the id in the section."""
    thing = one.thing
    words = thing.text if isinstance(thing, Event) else thing.title
    who = repr(thing.recipient) if isinstance(thing, Honour) else ""
    return {(one.date, words, who), (one.date, one.section.stem, thing.id)}
