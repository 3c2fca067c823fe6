"""What is cited: a volume, a section, an entry or a figure, with all that a citation may say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yearbook import address, figures, model
from yearbook.model import Contributor, Edition, Entry, Figure, Imprint, Section

Kind = Literal["edition", "section", "entry", "figure"]
Form = Literal["book", "chapter", "page", "data"]


@dataclass(frozen=True, slots=True, kw_only=True)
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
        return self.at.replace(".html", "").replace("/", ".").replace("#", ".")

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


def figure(edition: Edition, section: Section, figure: Figure) -> Cited:
    """A figure: its label and the number as written, by those who wrote its entry."""
    place = f"{address.section(edition.id, section.stem)}#{address.figure_id(figure.id)}"
    entry = next((one for one in section.entries if one.id == figure.entry), None)
    signed = (entry.contributors if entry else ()) or section.contributors
    said = figures.written(figure) if figure.value is not None else figure.written
    title = f"{figure.label}：{said}"
    return _cited("figure", edition, place, title, _signed(edition.imprint, signed))


def parts(edition: Edition) -> Iterator[Cited]:
    """The volume and all that is cited of it; a lead is cited as its section."""
    yield volume(edition)
    for one in model.sections(edition):
        yield section(edition, one)
        yield from (entry(edition, one, part) for part in one.entries if part.id != "lead")
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
