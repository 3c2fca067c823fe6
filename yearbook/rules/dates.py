"""Rules of dates: they lie in the period of their volume."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.issues import Place
from yearbook.model import Edition, Event, Period, Section, meets, sections
from yearbook.rules.scope import Finding

HISTORY = 2  # events of more years than this beside the volume's are a history


def within(edition: Edition) -> Iterator[Finding]:
    """Dates of stocks and events lie in the period recorded, honours in the one they are from."""
    window = edition.honours_window or edition.covers
    for section in sections(edition):
        if not section.clean:
            continue
        for figure in section.figures:
            if figure.as_of:
                yield from _outside(edition.covers, "as_of", figure.as_of.isoformat(), figure.at)
        for event in _of_the_year(section, edition.covers):
            yield from _outside(edition.covers, "date", event.date, event.at)
        for honour in section.honours:
            yield from _outside(window, "date", honour.date, honour.at)


def _outside(period: Period, field: str, said: str, place: Place) -> Iterator[Finding]:
    if said and not meets(period, said):
        start, end = period.start.isoformat(), period.end.isoformat()
        yield place, "C311", {"field": field, "date": said, "start": start, "end": end}


def _of_the_year(section: Section, covers: Period) -> tuple[Event, ...]:
    """The events of a section; none when it is a history of many years."""
    years = {event.date[:4] for event in section.events if not meets(covers, event.date)}
    return () if len(years) > HISTORY else section.events
