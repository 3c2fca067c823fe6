"""The indexes of the book: subjects, names, documents, honours, places; no HTML.

    edition_index(volume, book)  → the headings of an edition, plain data
    pages(indexes, book)         → the lines of each page, of one edition or of all

What is found in an edition is remembered from build to build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from yearbook import address
from yearbook.indexes.book import Book, book_of
from yearbook.indexes.collect import edition_index
from yearbook.indexes.headings import EditionIndex, from_json, held_by, to_json
from yearbook.indexes.merge import Joined, Line, count, named, pages
from yearbook.output import digest
from yearbook.parts import Parts
from yearbook.render.program import program
from yearbook.render.site import Site, Volume
from yearbook.search.chapters import chapters

__all__ = [
    "Book",
    "Depth",
    "EditionIndex",
    "Joined",
    "Line",
    "Term",
    "book_of",
    "depths",
    "edition_index",
    "index_of",
    "pages",
    "terms",
]

ENDING = ".index"  # of the parts


@dataclass(frozen=True, slots=True)
class Term:
    """A heading of all editions together, for whoever searches.

    `others` are its short forms and variants, `href` its address from the root of the site.
    """

    kind: str
    text: str
    others: tuple[str, ...]
    href: str


class Known(NamedTuple):
    """An index: a digest of it and the pages that it has."""

    edition: str
    key: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Depth:
    """How many headings and how many entries an edition has."""

    edition: str
    volume: str
    headings: int
    entries: int

    @property
    def ratio(self) -> float:
        return self.headings / self.entries if self.entries else 0.0


def depths(parts: Parts) -> tuple[Depth, ...]:
    """The depth of each index that has been asked for, in the order of the editions' ids."""
    names = sorted(name for name in parts.used if name.endswith(ENDING))
    found = [from_json(parts.look(name)) for name in names]
    return tuple(Depth(one.edition, one.volume, count(one), one.entries) for one in found)


def terms(site: Site) -> tuple[Term, ...]:
    """The headings of the pages of all editions, but for titles of entries and forms to see."""
    return tuple(_terms(site))


def _terms(site: Site) -> Iterator[Term]:
    book = book_of(site.yearbook.names)
    found = (index_of(site, volume, book) for volume in site.volumes)
    for page, lines in named(found, book).items():
        for line in lines:
            href = f"{address.index(page)}#{line.anchor}"
            yield Term(line.kinds[0], line.text, line.others, href)


def index_of(site: Site, volume: Volume, book: Book) -> EditionIndex:
    """The index of an edition, made anew only when its words or the names have changed."""
    return from_json(_part(site, volume, book))


def held_of(site: Site, volume: Volume) -> tuple[str, ...]:
    """The pages that the index of an edition has."""
    return held_by(_part(site, volume, book_of(site.yearbook.names)))


def known(site: Site) -> Iterator[Known]:
    """What is told of the index of each edition without its headings."""
    book = book_of(site.yearbook.names)
    for volume in site.volumes:
        part = _part(site, volume, book)
        yield Known(volume.edition.id, digest(part), held_by(part))


def _part(site: Site, volume: Volume, book: Book) -> bytes:
    key = key_of(volume, book)

    def make() -> bytes:
        texts = {chapter.stem: chapter.units for chapter in chapters(site, volume)}
        return to_json(edition_index(volume, book, lambda section: texts[section.stem]))

    return site.parts.get(f"{volume.edition.id}{ENDING}", key, make)


def keys(site: Site) -> list[str]:
    """A digest of the index of each edition."""
    return [one.key for one in known(site)]


def key_of(volume: Volume, book: Book) -> str:
    """A digest of what the index of an edition is made from."""
    return digest(*_sources(volume), book.key_of_names, program())


def _sources(volume: Volume) -> Iterator[object]:
    """What the index of an edition is made from besides names."""
    edition = volume.edition
    yield volume.said, volume.entries, edition.volume, edition.covers
