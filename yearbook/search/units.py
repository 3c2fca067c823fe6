"""The units of search: the entries and records of a section with the words that a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from yearbook import address, words
from yearbook.model import Section
from yearbook.render.records import RecordsView, records_view
from yearbook.render.site import Volume
from yearbook.search.normal import normal

ENTRY, PERSON, BODY, ITEM, EVENT, REFERENCE, PICTURE, TABLE = range(8)


class Unit(NamedTuple):
    """What a search finds: an entry or a record. `kind` is its place in the names of kinds."""

    kind: int
    id: str
    title: str
    body: str


def units(volume: Volume, section: Section) -> Iterator[Unit]:
    """The units of a section in the order of its page, with the words that the page shows."""
    for entry in section.entries:
        yield Unit(ENTRY, entry.id, entry.title, words.searched(section, entry.id))
    shown = records_view(address.section(volume.edition.id, section.stem), volume, section)
    for unit in _records(shown, section):
        if normal(unit.title + unit.body):
            yield unit


def _records(shown: RecordsView, section: Section) -> Iterator[Unit]:
    for one in shown.people:
        yield Unit(PERSON, one.id, one.main, _lines(one.before, one.after, one.note))
    for one in shown.bodies:
        yield Unit(BODY, one.id, one.main, _lines(one.after, one.note))
    for one in shown.items:
        yield Unit(ITEM, one.id, "", _lines(one.main, one.note))
    for one in shown.events:
        yield Unit(EVENT, one.id, "", _lines(one.before, one.main, one.note))
    for one in shown.references:
        yield Unit(REFERENCE, one.id, one.main, _lines(one.before, one.after, one.note))
    for table in section.tables:
        if any(table.id == other.id for other in shown.tables):
            yield Unit(TABLE, table.id, table.caption, words.cells(replace(table, caption="")))
    for picture in section.pictures:
        yield Unit(PICTURE, picture.id, picture.caption, _lines(picture.credit, picture.note))


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
