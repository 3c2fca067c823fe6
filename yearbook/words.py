"""The words of an entry or a data record as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import markup
from yearbook.markup.prose import Prose
from yearbook.model import (
    Body,
    Entry,
    Erratum,
    Event,
    Item,
    Person,
    Picture,
    Record,
    Reference,
    Section,
    Table,
    records,
)

MANY = 64  # entries of a section, from which on they are sought by an index
PRINTED = "\x1e"  # a record separator: no match and no excerpt runs across it


def words(section: Section, id: str) -> str:
    """The words shown of the entry or record `id`; empty when there is none.

    These are the words in which figures and honours stand: no cells of CSV tables, no notes.
    """
    entry = entry_of(section, id)
    if entry is not None:
        return markup.parse(entry.source).text
    found = record_of(section, id)
    return record_words(found) if found is not None else ""


def length(section: Section, id: str) -> int:
    """How many characters the words shown have, blanks not counted."""
    return len("".join(words(section, id).split()))


def searched(section: Section, id: str) -> str:
    """The words in which a search finds the entry or record: also cells, notes, both readings.

    What was first printed stands after `PRINTED`, with the reasons of the corrections.
    """
    entry = entry_of(section, id)
    if entry is not None and not (section.tables or section.notes or section.corrections):
        prose = markup.parse(entry.source)
        return prose.text + _printed(_as_printed(prose) if prose.readings else [])
    errata = [part for one in _errata(section, id) for part in (one.printed, one.reason) if part]
    if entry is None:
        found = record_of(section, id)
        notes = [found.note] if found is not None and found.note else []
        return "\n".join([words(section, id), *notes]) + _printed(errata)
    prose = markup.parse(entry.source)
    tables = [cells(table) for table in section.tables if table.entry == id]
    used = {use.id for use in prose.notes}
    notes = [markup.parse(note.source).text for note in section.notes if note.id in used]
    printed = [*(_as_printed(prose) if prose.readings else ()), *errata]
    return "\n".join([prose.text, *tables, *notes]) + _printed(printed)


def _printed(lines: list[str]) -> str:
    return PRINTED + "\n".join(lines) if lines else ""


def _errata(section: Section, id: str) -> Iterator[Erratum]:
    """The corrections of an entry or record and of its tables; its lead has those of the title."""
    own = {id, *(table.id for table in section.tables if table.entry == id)}
    own |= {""} if id == "lead" else set()
    return (one for one in section.corrections if one.anchor in own)


def _as_printed(prose: Prose) -> list[str]:
    """The lines that were corrected, as they were first printed, and why they were corrected."""
    text = prose.text
    for reading in reversed(prose.readings):
        text = text[: reading.start] + reading.printed + text[reading.end :]
    lines = zip(prose.text.split("\n"), text.split("\n"), strict=False)
    reasons = [reading.reason for reading in prose.readings if reading.reason]
    return [*(printed for line, printed in lines if printed != line), *reasons]


def entry_of(section: Section, id: str) -> Entry | None:
    """The entry of that id; in a section of thousands it is not sought from the start each time."""
    if len(section.entries) < MANY:
        return next((entry for entry in section.entries if entry.id == id), None)
    return _index.of(section).get(id)


class _Index:
    """The entries of the section that was asked for last, by id."""

    def __init__(self) -> None:
        self.latest: tuple[Section | None, dict[str, Entry]] = None, {}

    def of(self, section: Section) -> dict[str, Entry]:
        found = self.latest
        if found[0] is not section:
            self.latest = found = section, {one.id: one for one in reversed(section.entries)}
        return found[1]


_index = _Index()


def record_of(section: Section, id: str) -> Record | None:
    return next((record for record in records(section) if record.id == id), None)


def cells(table: Table) -> str:
    """The caption, units, cells and source of a table, a line each."""
    rows = ["\n".join(row) for row in table.rows]
    return "\n".join(part for part in (table.caption, table.units, *rows, table.source) if part)


def record_words(record: Record) -> str:
    """The fields of a record that a page shows, without its note, a line each."""
    return "\n".join(field for field in _fields(record) if field)


def _fields(record: Record) -> Iterator[str]:
    match record:
        case Person():
            yield from (record.name, record.office, record.from_, record.to)
        case Body():
            yield from (record.name, record.parent, record.kind)
        case Item():
            yield record.text
        case Event():
            yield from (record.date, record.text)
        case Reference():
            yield from (record.title, record.author, record.publisher, record.date, record.url)
        case Picture():
            yield from (record.caption, record.credit)
