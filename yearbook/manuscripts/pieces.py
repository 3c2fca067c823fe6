"""What the result of an import says, piece by piece, as the program reads its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yearbook.manuscripts.drafts import Found
from yearbook.manuscripts.files import SectionFiles
from yearbook.manuscripts.mending import HAN
from yearbook.manuscripts.shapes import proper
from yearbook.markup import parse
from yearbook.model import Edition, Section

TOKEN = re.compile(rf"[{HAN}]|\d+(?:[.,]\d+)*")
Tokens = tuple[str, ...]
FIELDS = {
    "people": ("name", "office", "note"),
    "bodies": ("name",),
    "items": ("text",),
    "events": ("date", "text"),
    "references": ("title", "author", "publisher", "date", "url", "accessed", "note"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the result: its words, and in which entry it stands."""

    tokens: Tokens
    text: str
    where: str


def tokens(text: str) -> Tokens:
    return tuple(TOKEN.findall(text))


def categories_of(found: Found, edition: Edition) -> Iterator[Piece]:
    """The categories of the manuscript that the contents have; the others go into the report."""
    titles = {proper(one.title): one.title for one in edition.contents}
    for line in found.categories:
        name = proper(line.text)
        if name in titles:
            yield Piece(tokens(titles[name]), titles[name], "")
        else:
            found.leave(line.place, name, "title")


def pieces_of(files: SectionFiles, section: Section) -> Iterator[Piece]:
    """What the files of a section say, piece by piece, as the program reads them."""
    draft = files.draft
    own = {one.id for one in draft.all}
    stem = section.stem
    if not files.added:
        yield Piece(tokens(section.title), section.title, f"{stem}#")
    groups: list[str] = []
    for entry in section.entries:
        if entry.id not in own or files.added:
            continue
        if entry.group and (not groups or groups[-1] != entry.group):
            yield Piece(tokens(entry.group), entry.group, f"{stem}#")
            groups.append(entry.group)
        if entry.id != "lead":
            yield Piece(tokens(entry.title), entry.title, f"{stem}#{entry.id}")
        for text in parse(entry.source).text.split("\n"):
            yield Piece(tokens(text), text, f"{stem}#{entry.id}")
        if any(one.id == entry.id and one.contributors for one in draft.all):
            yield from _texts((one.name for one in entry.contributors), stem)
    if draft.contributors:
        yield from _texts((one.name for one in section.contributors), stem)
    if not (files.added or files.keeps):
        for note in section.notes:
            yield from _texts(parse(note.source).text.split("\n"), f"{stem}^")
    yield from _records(files, section)
    yield from _tables(files, section)


def _texts(texts: Iterable[str], where: str) -> Iterator[Piece]:
    return (Piece(tokens(text), text, where) for text in texts)


def _records(files: SectionFiles, section: Section) -> Iterator[Piece]:
    own = {one.id for one in files.draft.records}
    for kind, names in FIELDS.items():
        for one in getattr(section, kind):
            if one.id in own:
                texts = (str(getattr(one, name)) for name in names)
                yield from _texts(
                    (t for text in texts for t in re.split("[\n；]", text)), f"{section.stem}."
                )


def _tables(files: SectionFiles, section: Section) -> Iterator[Piece]:
    own = {table.id for _, table in files.draft.tables}
    for table in section.tables:
        if table.id in own:
            yield from _texts((table.caption, table.units, table.source), f"{section.stem}.")
            yield from _texts((cell for row in table.rows for cell in row), f"{section.stem}|")
