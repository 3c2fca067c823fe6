"""What is cited: a volume, a section, an entry, a record or a figure, and what a citation says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from yearbook import address, figures, model
from yearbook.model import (
    Body,
    Contributor,
    Edition,
    Entry,
    Event,
    Figure,
    Imprint,
    Item,
    Person,
    Picture,
    Record,
    Reference,
    Section,
    Table,
)

Kind = Literal["edition", "section", "entry", "record", "figure"]
Form = Literal["book", "chapter", "page", "data"]
SENTENCE = re.compile(".*?(?=[。！？；\n]|$)")
PAUSE = re.compile("[，、：]")
SHORT = 30
CUT = "……"


@model.record
class Cited:
    """One thing that is cited; what is not known is empty.

    `at` is its address in the site, `url` the published one. `host` is the yearbook whose `volume`
    it is a part of, or is. `issued` is the day of publication of a book, as far as it is known, and
    the day of the last change of a page, YYYY-MM-DD.
    """

    kind: Kind
    at: str
    title: str
    authors: tuple[str, ...]
    host: str
    volume: str
    editor: str = ""
    place: str = ""
    publisher: str = ""
    isbn: str = ""
    issued: str = ""
    url: str = ""
    standard: str = "2025"

    @property
    def key(self) -> str:
        """Its name in reference managers, as lasting as its address: 2017.lending.loans."""
        return _key(self.at)

    @property
    def printed(self) -> bool:
        """Whether the yearbook is cited as a published volume."""
        return bool(self.place and self.publisher)

    @property
    def form(self) -> Form:
        """What it is to a reference manager, and in GB/T 7714: all forms agree."""
        if self.kind == "figure":
            return "data"
        if not self.printed:
            return "page"
        return "book" if self.kind == "edition" else "chapter"

    @property
    def name(self) -> str:
        """Its title; a volume that is no book has its number in it."""
        whole = self.kind == "edition" and self.form == "page"
        return f"{self.title}：{self.volume}" if whole else self.title

    @property
    def container(self) -> str:
        """What a part stands in: the book, whose volume is said apart, else both in one."""
        return self.host if self.form == "chapter" else f"{self.host}：{self.volume}"


@lru_cache(maxsize=1 << 12)  # each file of a volume asks for it
def _key(at: str) -> str:
    return at.replace(".html", "").replace("/", ".").replace("#", ".")


def volume(edition: Edition) -> Cited:
    """A whole volume."""
    imprint = edition.imprint
    return _cited("edition", edition, address.edition(edition.id), imprint.title, _whole(imprint))


def section(edition: Edition, section: Section) -> Cited:
    """A section, by those who wrote it."""
    place = address.section(edition.id, section.stem)
    signed = _signed(edition.imprint, section.contributors)
    return _cited("section", edition, place, section.title, signed)


def entry(edition: Edition, section: Section, entry: Entry) -> Cited:
    """An entry, by those who wrote it or else its section."""
    place = f"{address.section(edition.id, section.stem)}#{entry.id}"
    signed = _signed(edition.imprint, entry.contributors or section.contributors)
    return _cited("entry", edition, place, entry.title, signed)


def record(edition: Edition, section: Section, record: Record | Table) -> Cited:
    """A record or a table, by those who wrote its entry or else the section."""
    place = f"{address.section(edition.id, section.stem)}#{record.id}"
    signed = _writers(section, record.entry if isinstance(record, Table) else "")
    title = _record_title(record) or section.title
    return _cited("record", edition, place, title, _signed(edition.imprint, signed))


def records(section: Section) -> tuple[Record | Table, ...]:
    """What a section records apart from its entries, its tables with it."""
    return (*model.records(section), *section.tables)


def _record_title(record: Record | Table) -> str:
    """Its name, title or caption; of what has none its first words."""
    match record:
        case Person() | Body():
            return record.name
        case Reference():
            return record.title
        case Picture() | Table():
            return record.caption
        case Item() | Event():
            return first_words(record.text)


def first_words(text: str) -> str:
    """The first sentence of a text; a long one up to a pause, with a mark that it goes on."""
    found = SENTENCE.match(text.strip())
    said = found[0] if found else ""
    if len(said) <= SHORT:
        return said
    pauses = [one.start() for one in PAUSE.finditer(said, 1, SHORT)]
    return said[: pauses[-1] if pauses else SHORT] + CUT


def figure(edition: Edition, section: Section, figure: Figure) -> Cited:
    """A figure: its label and the number as written, by those who wrote its entry.

    Of a number that is missing or nil only the label is said.
    """
    place = f"{address.section(edition.id, section.stem)}#{address.figure_id(figure.id)}"
    signed = _writers(section, figure.entry)
    known = figure.value is not None
    title = f"{figure.label}：{figures.written(figure)}" if known else figure.label
    return _cited("figure", edition, place, title, _signed(edition.imprint, signed))


def _writers(section: Section, entry: str) -> tuple[Contributor, ...]:
    """Who wrote the entry of that id, or else the section."""
    found = next((one for one in section.entries if one.id == entry), None)
    return (found.contributors if found else ()) or section.contributors


def parts(edition: Edition) -> Iterator[Cited]:
    """The volume and all that is cited of it; a lead is cited as its section."""
    yield volume(edition)
    for one in model.sections(edition):
        yield section(edition, one)
        yield from (entry(edition, one, part) for part in one.entries if part.id != "lead")
        yield from (record(edition, one, part) for part in records(one))
        yield from (figure(edition, one, number) for number in one.figures)


def _cited(kind: Kind, edition: Edition, place: str, title: str, authors: tuple[str, ...]) -> Cited:
    imprint = edition.imprint
    revised = edition.revised.isoformat() if edition.revised else ""
    return Cited(
        kind=kind,
        at=place,
        title=title,
        authors=authors,
        host=imprint.title,
        volume=edition.volume,
        editor="" if kind == "edition" else imprint.editor or imprint.institution,
        place=imprint.place,
        publisher=imprint.publisher,
        isbn=imprint.isbn,
        issued=imprint.published if printed(imprint) else revised,
        url=address.absolute(imprint.base_url, place),
        standard=imprint.citation,
    )


def printed(imprint: Imprint) -> bool:
    """Whether its volumes are cited as published ones."""
    return bool(imprint.place and imprint.publisher)


def _whole(imprint: Imprint) -> tuple[str, ...]:
    """Who answers for a volume: its editor when it is published, else the institution."""
    names = (imprint.editor, imprint.institution)
    first = names if printed(imprint) else names[::-1]
    return tuple(name for name in first if name)[:1]


def _signed(imprint: Imprint, signed: tuple[Contributor, ...]) -> tuple[str, ...]:
    """Who answers for a text: the body of each contributor, or the person without one."""
    names = dict.fromkeys(one.body or one.name for one in signed)
    return tuple(names) or tuple(filter(None, [imprint.institution or imprint.editor]))
