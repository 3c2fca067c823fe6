"""A section's view worked up for its template: prose into HTML, figures and honours marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

from markupsafe import Markup

from yearbook import address, figures, markup
from yearbook.markup import targets
from yearbook.markup.hypertext import han
from yearbook.markup.prose import ImageView, Mark, Prose
from yearbook.model import Figure, Honour
from yearbook.render.labels import T
from yearbook.render.views import view

if TYPE_CHECKING:
    from yearbook.render.about import Words
    from yearbook.render.records import RecordView, TableView
    from yearbook.render.section import EntryView, SectionView


@view
class NoteShown:
    """A note with its number and the places that refer to it: their anchors and names."""

    id: str
    mark: str
    html: Markup
    back: tuple[tuple[str, str], ...]


@view
class EntryShown:
    """What is made of an entry for the template; `stray` are anchors that the words lack."""

    html: Markup
    stray: tuple[str, ...]
    notes: tuple[NoteShown, ...]
    tables: tuple[TableView, ...]


@view
class RecordShown:
    """The words of a record with its figures marked."""

    html: Markup
    stray: tuple[str, ...]


START = attrgetter("start")
Table = Callable[["TableView"], str]


def present(made: SectionView, table: Table) -> dict[str, object]:
    """What the template needs beside the view: `shown` by entry id, `said` by record id.

    `table` makes the HTML of a table that the prose places.
    """
    images = {path: ImageView(path, width, height) for path, width, height in made.images}
    sources = [entry.source for entry in made.entries]
    page = Presenter(made.page.path, sources, made.notes, images, made.gone)
    shown = {entry.id: _entry(page, entry, table) for entry in made.entries}
    return {"shown": shown, "said": said(made)}


def words(
    path: str,
    chapters: tuple[Words, ...],
    notes: tuple[tuple[str, str], ...],
    gone: tuple[str, ...],
) -> dict[str, EntryShown]:
    """The same for chapters that have neither figures nor tables, by id."""
    page = Presenter(path, [chapter.source for chapter in chapters], notes, {}, gone)
    return {
        chapter.id: EntryShown(page.html(chapter.id, chapter.source), (), page.notes(), ())
        for chapter in chapters
    }


class Presenter:
    """Goes through the prose of a page in order, numbering its notes."""

    def __init__(
        self,
        path: str,
        sources: list[str],
        notes: tuple[tuple[str, str], ...],
        images: Mapping[str, ImageView],
        gone: tuple[str, ...],
    ) -> None:
        self.path, self.note_sources, self.images = path, dict(notes), images
        self.gone = gone
        uses = [use.id for source in sources for use in markup.parse(source).notes]
        self.uses = [id_ for id_ in uses if id_ in self.note_sources]
        self.numbers = {id_: nth for nth, id_ in enumerate(dict.fromkeys(self.uses), 1)}
        self.used: dict[str, int] = {}
        self.fresh: tuple[str, ...] = ()

    def html(
        self,
        id_: str,
        source: str,
        marks: tuple[Mark, ...] = (),
        tables: Mapping[str, str] | None = None,
    ) -> Markup:
        """The HTML of the next entry; `notes` then gives those it is the first to refer to."""
        prose = markup.parse(source)
        made = markup.html(
            prose,
            marks=marks,
            links=links(self.path, prose, self.gone),
            images=self.images,
            notes=self.numbers,
            tables=tables,
            used=self.used,
            prefix=id_,
        )
        self.fresh = ()
        if prose.notes:
            uses = [use.id for use in prose.notes if use.id in self.numbers]
            self.fresh = tuple(id_ for id_ in dict.fromkeys(uses) if id_ not in self.used)
            for id_ in uses:
                self.used[id_] = self.used.get(id_, 0) + 1
        return Markup(made)

    def notes(self) -> tuple[NoteShown, ...]:
        return tuple(self._note(id_) for id_ in self.fresh)

    def _note(self, id_: str) -> NoteShown:
        prose = markup.parse(self.note_sources[id_])
        number = han(self.numbers[id_])
        return NoteShown(
            address.note_id(id_),
            T.note_mark.format(number=number),
            Markup(
                markup.html(prose, links=links(self.path, prose, self.gone), images=self.images)
            ),
            tuple(
                (address.note_reference_id(id_, nth), T.note_back.format(nth=han(nth)))
                for nth in range(1, self.uses.count(id_) + 1)
            ),
        )


def _entry(page: Presenter, entry: EntryView, table: Table) -> EntryShown:
    prose = markup.parse(entry.source)
    marks = find_marks(entry.figures, entry.honours, prose.text)
    placed = {image.src for image in prose.tables}
    tables = {one.file: table(one) for one in entry.tables if one.file in placed}
    return EntryShown(
        page.html(entry.id, entry.source, marks, tables),
        (*entry.aliases, *_lost(entry, marks)),
        page.notes(),
        tuple([one for one in entry.tables if one.file not in placed]),
    )


def _lost(entry: EntryView, marks: tuple[Mark, ...]) -> Iterator[str]:
    """The anchors of figures and honours that neither the words nor a table has."""
    if len(marks) == len(entry.figures) + len(entry.honours):
        return
    known = {mark.id for mark in marks}
    known.update(cell.anchor for one in entry.tables for row in one.rows for cell in row)
    wanted = [address.figure_id(figure.id) for figure in entry.figures]
    wanted += [address.honour_id(honour.id) for honour in entry.honours]
    yield from (anchor for anchor in wanted if anchor not in known)


def find_marks(
    wanted: tuple[Figure, ...], honours: tuple[Honour, ...], text: str
) -> tuple[Mark, ...]:
    """The figures and honours of an entry where its words say them."""
    marks: list[Mark] = []
    for figure in wanted:
        found = figures.first(figure, text) if not figure.cell else None
        if found:
            anchor = address.figure_id(figure.id)
            marks.append(Mark(*found, anchor, address.row_beside(anchor), "figure"))
    for honour in honours:
        at = text.find(honour.title)
        if at >= 0:
            anchor = address.honour_id(honour.id)
            end = at + len(honour.title)
            marks.append(Mark(at, end, anchor, f"honours.html#{anchor}", "honour"))
    return tuple(sorted(marks, key=START))


def links(path: str, prose: Prose, gone: tuple[str, ...]) -> dict[str, str]:
    """Links as written to links of the page at `path`; those that leave the site stay.

    Of those to editions that are `gone` the words alone are left.
    """
    if not prose.links:
        return {}
    edition, _, page = path.rpartition("/")
    stem = page.removesuffix(".html") if edition else ""
    found = {link.href: targets.resolve(link.href, edition, stem) for link in prose.links}
    return {
        href: "" if target.edition in gone else address.relative(path, target.address)
        for href, target in found.items()
        if isinstance(target, targets.Target)
    }


def said(made: SectionView) -> dict[str, RecordShown]:
    """The words of each record as HTML, its figures marked."""
    kinds = made.records
    rows: tuple[RecordView, ...] = (
        *kinds.people,
        *kinds.bodies,
        *kinds.items,
        *kinds.events,
        *kinds.references,
    )
    return {row.id: _record(row) for row in rows}


def _record(row: RecordView) -> RecordShown:
    """A record that is itself a link gives no links to its figures, but their anchors."""
    marks = () if row.href else find_marks(row.figures, row.honours, row.main)
    known = {mark.id for mark in marks}
    wanted = [address.figure_id(figure.id) for figure in row.figures if not figure.cell]
    wanted += [address.honour_id(honour.id) for honour in row.honours]
    stray = (*row.aliases, *(anchor for anchor in wanted if anchor not in known))
    return RecordShown(Markup(markup.text_html(row.main, marks)), stray)
