"""What an index is made of: headings and the places they lead to. Plain data, to JSON and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

PAGES: dict[str, tuple[str, ...]] = {
    "subjects": ("term", "keyword", "title", "quoted"),
    "names": ("person", "body"),
    "documents": ("document", "reference"),
    "honours": ("honour", "competition", "programme"),
    "places": ("place",),
}
PAGE_OF = {kind: page for page, kinds in PAGES.items() for kind in kinds}
MARKS = str.maketrans("", "", "“”‘’\"'《》〈〉「」『』 \u3000")


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """A text without the quotes and title marks that sorting and joining pass over."""
    return text.translate(MARKS)


class Unit(NamedTuple):
    """An entry or record to which locators lead; without an id the whole section.

    `title` is what a locator says, `section` the title of its section. With `note` it stands for
    the editors' notes to it.
    """

    stem: str
    id: str
    title: str
    section: str
    note: bool = False


class Heading(NamedTuple):
    """A heading of one edition.

    `id` is that of names.yaml, empty for what stands only in the edition. `key` sorts it. `units`
    are places in the edition's list of units, in its order. A text that is a heading for several
    reasons is several, with a kind each; `merge` joins them.
    """

    kind: str
    id: str
    text: str
    key: str
    gloss: str
    units: tuple[int, ...]


class EditionIndex(NamedTuple):
    """All headings of an edition and the units they lead to.

    `volume` is its year as printed, `entries` how many entries it counts.
    """

    edition: str
    volume: str
    entries: int
    units: tuple[Unit, ...]
    headings: tuple[Heading, ...]


def held(index: EditionIndex) -> tuple[str, ...]:
    """The pages that the index of an edition has: those with headings."""
    there = {PAGE_OF[one.kind] for one in index.headings}
    return tuple(page for page in PAGES if page in there)


def to_json(index: EditionIndex) -> bytes:
    """The index of an edition as JSON, after a line with the pages that it has."""
    said = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f"{' '.join(held(index))}\n{said}".encode()


def held_by(data: bytes) -> tuple[str, ...]:
    """The pages of an index from what `to_json` made of it, without its headings."""
    return tuple(data[: data.index(b"\n")].decode("ascii").split())


def from_json(data: bytes) -> EditionIndex:
    """The index of an edition from what `to_json` made of it."""
    edition, volume, entries, units, headings = json.loads(data[data.index(b"\n") :])
    return EditionIndex(
        edition,
        volume,
        entries,
        tuple(map(_unit, units)),
        tuple(map(_heading, headings)),
    )


def _unit(row: Sequence[Any]) -> Unit:
    """A unit whose words are held once, however many editions have them."""
    stem, id_, title, section, note = row
    return Unit(intern(stem), intern(id_), intern(title), intern(section), note)


def _heading(row: Sequence[Any]) -> Heading:
    kind, id_, text, key, gloss, units = row
    return Heading(intern(kind), id_, text, key, gloss, tuple(units))
