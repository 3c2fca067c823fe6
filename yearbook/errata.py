"""The corrections of an edition: those in the prose and those in the YAML files, as one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yearbook import address, markup
from yearbook.lock.printed import plain
from yearbook.markup.prose import Correction
from yearbook.model import Edition, Erratum, Section, sections
from yearbook.old import things

MARK = "{~~"
NOTE = "校注"


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction: the page and the anchor where it stands, and what is called so there.

    `day` is empty where none is written. Without both readings the whole of it was added.
    """

    page: str
    anchor: str
    title: str
    day: str
    printed: str
    corrected: str
    reason: str

    @property
    def address(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def corrections(edition: Edition) -> Iterator[Corrected]:
    """The corrections of an edition in its order."""
    cover = address.edition(edition.id)
    titles = {one.id: one.title for one in edition.contents}
    for one in edition.corrections:
        anchor = f"{one.anchor}_" if one.anchor else ""
        yield _declared(cover, anchor, titles.get(one.anchor, edition.imprint.title), one)
    for section in sections(edition):
        yield from _of_section(section, address.section(edition.id, section.stem))


def _of_section(section: Section, page: str) -> Iterator[Corrected]:
    for entry in section.entries:
        for one in _readings(entry.source):
            yield _found(page, entry.id, entry.title, one)
    for note in section.notes:
        for one in _readings(note.source):
            yield _found(page, address.note_id(note.id), f"{section.title}·{NOTE}", one)
    titles = {thing.anchor: thing.title for thing in things(section)}
    for erratum in section.corrections:
        yield _declared(page, erratum.anchor, titles.get(erratum.anchor, section.title), erratum)


def _readings(source: str) -> tuple[Correction, ...]:
    """The corrections of prose; what has none is not parsed."""
    return markup.parse(source).readings if MARK in source else ()


def _found(page: str, anchor: str, title: str, one: Correction) -> Corrected:
    return Corrected(page, anchor, title, one.day, plain(one.printed), one.corrected, one.why)


def _declared(page: str, anchor: str, title: str, one: Erratum) -> Corrected:
    day = one.date.isoformat()
    return Corrected(page, anchor, title, day, one.printed, one.corrected, one.reason)
