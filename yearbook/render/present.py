"""A section's view worked up for its template: prose into HTML, figures and honours marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from yearbook import address, figures, markup
from yearbook.hypertext import han
from yearbook.model import Figure, Honour
from yearbook.prose import ImageView, Mark, Prose
from yearbook.render.labels import T

if TYPE_CHECKING:
    from yearbook.render.records import RecordView, TableView
    from yearbook.render.section import EntryView, SectionView


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note with its number and the anchors of the places that refer to it."""

    id: str
    mark: str
    number: str
    html: Markup
    back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryShown:
    """What is made of an entry for the template; `stray` are anchors that the words lack."""

    html: Markup
    stray: tuple[str, ...]
    notes: tuple[NoteShown, ...]
    tables: tuple[TableView, ...]


@dataclass(frozen=True, slots=True)
class RecordShown:
    """The words of a record with its figures marked."""

    html: Markup
    stray: tuple[str, ...]


Table = Callable[["TableView"], str]


def present(view: SectionView, table: Table) -> dict[str, object]:
    """What the template needs beside the view: `shown` by entry id, `said` by record id.

    `table` makes the HTML of a table that the prose places.
    """
    return {"shown": _Presenter(view, table).entries(), "said": said(view)}


class _Presenter:
    """Goes through the entries in order, numbering the notes of the page."""

    def __init__(self, view: SectionView, table: Table) -> None:
        self.view, self.table = view, table
        self.used: Counter[str] = Counter()
        self.sources = dict(view.notes)
        self.numbers = self._numbers()
        self.images = {
            path: ImageView(path, width, height) for path, width, height in view.images
        }

    def _numbers(self) -> dict[str, int]:
        """Notes numbered in the order in which the page first refers to them."""
        order: dict[str, int] = {}
        for entry in self.view.entries:
            for use in markup.parse(entry.source).notes:
                if use.id in self.sources:
                    order.setdefault(use.id, len(order) + 1)
        return order

    def entries(self) -> dict[str, EntryShown]:
        return {entry.id: self.entry(entry) for entry in self.view.entries}

    def entry(self, entry: EntryView) -> EntryShown:
        prose = markup.parse(entry.source)
        marks = find_marks(entry.figures, entry.honours, prose.text)
        placed = {image.src for image in prose.tables}
        cells = {cell.anchor for table in entry.tables for row in table.rows for cell in row}
        known = {mark.id for mark in marks} | cells
        made = self.html(prose, entry, marks, placed)
        wanted = [address.figure_id(figure.id) for figure in entry.figures]
        wanted += [address.honour_id(honour.id) for honour in entry.honours]
        return EntryShown(
            Markup(made),
            (*entry.aliases, *(anchor for anchor in wanted if anchor not in known)),
            tuple(self.notes(prose)),
            tuple(table for table in entry.tables if table.file not in placed),
        )

    def html(
        self, prose: Prose, entry: EntryView, marks: tuple[Mark, ...], placed: set[str]
    ) -> str:
        tables = {one.file: self.table(one) for one in entry.tables if one.file in placed}
        made = markup.html(
            prose,
            marks=marks,
            links=links(prose),
            images=self.images,
            notes=self.numbers,
            tables=tables,
            used=self.used,
            prefix=entry.id,
        )
        self.before = Counter(self.used)
        self.used.update(use.id for use in prose.notes)
        return made

    def notes(self, prose: Prose) -> list[NoteShown]:
        """The notes to which this entry is the first on the page to refer."""
        fresh = dict.fromkeys(use.id for use in prose.notes if not self.before[use.id])
        return [self.note(id_) for id_ in fresh if id_ in self.numbers]

    def note(self, id_: str) -> NoteShown:
        words = markup.parse(self.sources[id_])
        number = han(self.numbers[id_])
        return NoteShown(
            address.note_id(id_),
            T.note_mark.format(number=number),
            number,
            Markup(markup.html(words, links=links(words), images=self.images)),
            tuple(self.references(id_)),
        )

    def references(self, id_: str) -> list[str]:
        """The anchors of all places of the page that refer to a note."""
        uses = sum(
            use.id == id_
            for entry in self.view.entries
            for use in markup.parse(entry.source).notes
        )
        return [address.note_reference_id(id_, nth) for nth in range(1, uses + 1)]


def find_marks(
    wanted: tuple[Figure, ...], honours: tuple[Honour, ...], text: str
) -> tuple[Mark, ...]:
    """The figures and honours of an entry where its words say them."""
    marks = []
    for figure in wanted:
        found = figures.spans(figure, text) if not figure.cell else ()
        if found:
            anchor = address.figure_id(figure.id)
            marks.append(Mark(*found[0], anchor, f"figures.html#{anchor}", "figure"))
    for honour in honours:
        at = text.find(honour.title)
        if at >= 0:
            anchor = address.honour_id(honour.id)
            end = at + len(honour.title)
            marks.append(Mark(at, end, anchor, f"honours.html#{anchor}", "honour"))
    return tuple(sorted(marks, key=lambda mark: mark.start))


def links(prose: Prose) -> dict[str, str]:
    """Links to source files lead to their pages: women-workers.md#care → women-workers.html#care."""
    return {link.href: page_link(link.href) for link in prose.links}


def page_link(href: str) -> str:
    if "://" in href or href.startswith(("#", "mailto:")):
        return href
    file, mark, anchor = href.partition("#")
    stem = file.removesuffix(".md").removesuffix(".yaml")
    return (f"{stem}.html" if stem != file else file) + mark + anchor


def said(view: SectionView) -> dict[str, RecordShown]:
    """The words of each record as HTML, its figures marked."""
    kinds = view.records
    rows: tuple[RecordView, ...] = (
        *kinds.people, *kinds.bodies, *kinds.items, *kinds.events, *kinds.references
    )
    return {row.id: _record(row) for row in rows}


def _record(row: RecordView) -> RecordShown:
    marks = find_marks(row.figures, (), row.main)
    known = {mark.id for mark in marks}
    wanted = (address.figure_id(figure.id) for figure in row.figures if not figure.cell)
    stray = tuple(anchor for anchor in wanted if anchor not in known)
    return RecordShown(Markup(markup.text_html(row.main, marks)), stray)
