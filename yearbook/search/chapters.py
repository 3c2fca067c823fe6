"""The units of a volume, section by section, remembered from build to build."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from yearbook import words
from yearbook.model import Section
from yearbook.output import digest
from yearbook.render.program import program
from yearbook.render.site import Site, Volume
from yearbook.search.script import compact, safe
from yearbook.search.units import ENTRY, Unit, units

SMALL = 256_000


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of a volume with its category, empty where it has none, and its units."""

    stem: str
    title: str
    category: str
    units: tuple[Unit, ...]


Chapters = tuple[Chapter, ...]


def chapters(site: Site, volume: Volume) -> Chapters:
    """The sections of a volume in their order; those of the volume that was asked for last are
    kept, for its data and its index ask one after the other."""
    said, at = written(site, volume), (volume.edition.id, key_of(volume))
    return _latest.get(at) or _kept(at, _read(said))


_latest: dict[tuple[str, str], Chapters] = {}


def _kept(at: tuple[str, str], found: Chapters) -> Chapters:
    _latest.clear()
    _latest[at] = found
    return found


def _read(said: bytes) -> Chapters:
    return tuple(
        Chapter(stem, title, category, tuple(map(Unit._make, found)))
        for stem, title, category, found in json.loads(said)
    )


def written(site: Site, volume: Volume) -> bytes:
    """The chapters as JSON: of each its stem, title and category, and its units."""
    id_, key = volume.edition.id, key_of(volume)

    def make() -> bytes:
        return _to_bytes(_kept((id_, key), tuple(_made(volume))))

    return site.parts.get(f"{id_}.units", key, make)


def key_of(volume: Volume) -> str:
    """A digest of what the chapters are made from."""
    return digest(volume.said, program())


def _made(volume: Volume) -> Iterator[Chapter]:
    for category in volume.edition.contents:
        for section in category.sections:
            found = tuple(units(volume, section))
            yield Chapter(section.stem, section.title, category.title, found)


def _to_bytes(made: Chapters) -> bytes:
    rows = [(one.stem, one.title, one.category, one.units) for one in made]
    return safe(compact(rows).encode())


def entry_texts(site: Site, volume: Volume) -> dict[str, dict[str, str]]:
    """The words of the entries of each section as they are shown, by stem and id.

    Where search finds more than these (cells, notes, what was printed) the prose is parsed.
    """
    found = {one.stem: one.units for one in chapters(site, volume)}
    return {
        section.stem: {
            unit.id: words.words(section, unit.id) if unit.id in more else unit.body
            for more in [_with_more(section)]
            for unit in found[section.stem]
            if unit.kind == ENTRY
        }
        for section in volume.sections
    }


def _with_more(section: Section) -> frozenset[str]:
    """The entries with tables, notes or corrections."""
    noted = (one.id for one in section.entries if "[^" in one.source or "{~~" in one.source)
    return frozenset([*noted, *(table.entry for table in section.tables)])


def is_small(site: Site) -> bool:
    """Whether all words are to stand in one file: it has been said so, or they are not many."""
    return site.store == "text" or not (site.store or is_long(site))


def is_long(site: Site) -> bool:
    """Whether there are more words than some 256,000 characters, as written."""
    return sum(volume.length for volume in site.volumes) > SMALL
