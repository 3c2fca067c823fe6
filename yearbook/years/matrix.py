"""Which sections and entries there are in all the volumes: a row for each thread of a matter.

Rows stand in the order of the newest edition, then come those that only older ones have.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from yearbook.model import sections
from yearbook.years.threads import LEAD, Spot, Stand, Threads

Years = dict[int, tuple[Spot, ...]]


@dataclass(slots=True)
class Row:
    """A section with the years in which it stands, and its entries with theirs."""

    years: Years
    entries: list[Years] = field(default_factory=list)


def rows(threads: Threads) -> list[Row]:
    """Every section of every edition in the row of its thread, and so every entry."""
    made: list[Row] = []
    row_of: dict[Stand, Row] = {}
    for n, spot in _newest_first(threads, entries=False):
        if (n, spot) not in row_of:
            row = Row(threads.years(n, spot))
            made.append(row)
            for stand in _stands(row.years):
                row_of.setdefault(stand, row)
    covered = set(row_of)
    for n, spot in _newest_first(threads, entries=True):
        if (n, spot) not in covered:
            years = threads.years(n, spot)
            covered.update(_stands(years))
            row_of[n, Spot(spot.stem)].entries.append(years)
    return made


def _newest_first(threads: Threads, *, entries: bool) -> Iterator[Stand]:
    """The sections, or their entries, from the newest edition; a lead is its section."""
    for n in reversed(range(len(threads.editions))):
        for section in sections(threads.editions[n]):
            if not entries:
                yield n, Spot(section.stem)
                continue
            for entry in section.entries:
                if entry.id != LEAD:
                    yield n, Spot(section.stem, entry.id)


def _stands(years: Years) -> Iterator[Stand]:
    return ((n, spot) for n, spots in years.items() for spot in spots)
