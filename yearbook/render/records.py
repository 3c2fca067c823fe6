"""The data of a section that is no prose: people, bodies, items, events, references and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from yearbook import address, model
from yearbook.markup.hypertext import han
from yearbook.model import (
    Body,
    Event,
    Figure,
    Honour,
    Item,
    Person,
    Picture,
    Reference,
    Section,
    Table,
)
from yearbook.old import anchors
from yearbook.render import dates
from yearbook.render.corrected import corrected
from yearbook.render.labels import T
from yearbook.render.site import Volume
from yearbook.render.views import Toc, view


@view
class RecordView:
    """A record: `main` is its words, `before` and `after` what stands around them.

    `href` is where its words lead, `see` (text, address) where more is said.
    """

    id: str
    main: str
    before: str = ""
    after: str = ""
    note: str = ""
    href: str = ""
    number: str = ""
    see: tuple[str, str] = ("", "")
    figures: tuple[Figure, ...] = ()
    honours: tuple[Honour, ...] = ()
    aliases: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


@view
class CellView:
    """A cell; with `anchor` it is a figure and links to its row."""

    text: str
    anchor: str = ""
    href: str = ""
    number: bool = False


@view
class TableView:
    """A table, its head first; `file` is its address as the prose writes it."""

    id: str
    file: str
    caption: str
    head: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    units: str
    source: str
    aliases: tuple[str, ...]
    was: tuple[str, ...]


@view
class PictureView:
    """A picture with its size in pixels, 0 when unknown."""

    id: str
    src: str
    width: int
    height: int
    caption: str
    credit: str
    note: str
    aliases: tuple[str, ...]
    was: tuple[str, ...]


@view
class RecordsView:
    """The records of a section by kind; `headed`: the kinds need headings of their own."""

    headed: bool
    people: tuple[RecordView, ...]
    bodies: tuple[RecordView, ...]
    items: tuple[RecordView, ...]
    events: tuple[RecordView, ...]
    references: tuple[RecordView, ...]
    tables: tuple[TableView, ...]
    pictures: tuple[PictureView, ...]


NONE = RecordsView(False, (), (), (), (), (), (), ())
KINDS = ("people", "bodies", "items", "events", "references", "tables", "pictures")


def records_view(path: str, volume: Volume, section: Section) -> RecordsView:
    """The records of a section as its page shows them."""
    if not section.tables and not model.records(section):
        return NONE

    def declared(rows: Iterable[RecordView]) -> tuple[RecordView, ...]:
        return tuple(_declared(path, volume, section, row) for row in rows)

    return RecordsView(
        headed(section),
        declared(_person(one) for one in section.people),
        declared(_body(one) for one in section.bodies),
        declared(_item(one, n) for n, one in enumerate(section.items, 1)),
        declared(_event(path, volume, one) for one in section.events),
        declared(_reference(one, n) for n, one in enumerate(section.references, 1)),
        tuple(tables_of(path, volume, section, "")),
        tuple(_picture(path, volume, section, one) for one in section.pictures),
    )


def _declared(path: str, volume: Volume, section: Section, row: RecordView) -> RecordView:
    """The record with the figures and honours that its words say, and its old anchors."""
    own = anchors(section, row.id)
    return replace(
        row,
        figures=tuple(one for one in section.figures if one.entry == row.id),
        honours=tuple(one for one in section.honours if one.entry == row.id),
        aliases=kept(path, volume, own),
        was=corrected(section, own),
    )


def kept(path: str, volume: Volume, anchors: Iterable[str]) -> tuple[str, ...]:
    """The old anchors of a page that lead to one of these on the same page."""
    if not volume.moved:
        return ()
    here = {f"{path}#{anchor}" for anchor in anchors}
    return tuple(
        one.anchor for one in volume.moved if one.path == path and one.anchor and one.target in here
    )


def kinds(section: Section) -> tuple[str, ...]:
    """The kinds of data that stand after the prose of a section."""
    loose = {"tables": [table for table in section.tables if not _placed(section, table)]}
    return tuple(kind for kind in KINDS if loose.get(kind, getattr(section, kind)))


def headed(section: Section) -> bool:
    """Whether the kinds need headings: a lead with one kind of data is clear without."""
    found = kinds(section)
    return len(found) > 1 or bool(found and any(one.id != "lead" for one in section.entries))


def toc(section: Section) -> tuple[Toc, ...]:
    """The headings of the records in the table of contents, when the page has them."""
    if not headed(section):
        return ()
    found = kinds(section)
    return tuple(Toc(getattr(T, kind), f"#{kind}_") for kind in found)


def _person(one: Person) -> RecordView:
    start, end = dates.written(one.from_), dates.written(one.to)
    term = T.office_term.format(start=start, end=end) if start or end else ""
    return RecordView(one.id, one.name, one.office, term, one.note)


def _body(one: Body) -> RecordView:
    about = T.join.join(part for part in (one.kind, one.parent) if part)
    return RecordView(one.id, one.name, after=about, note=one.note)


def _item(one: Item, nth: int) -> RecordView:
    return RecordView(one.id, one.text, note=one.note, number=han(nth))


def _event(path: str, volume: Volume, one: Event) -> RecordView:
    day = dates.written(one.date)
    return RecordView(one.id, one.text, day, one.date, one.note, see=_see(path, volume, one.entry))


def _see(path: str, volume: Volume, target: str) -> tuple[str, str]:
    """The title and address of the entry `stem#id` of a volume."""
    stem, _, anchor = target.rpartition("#")
    for section in volume.sections:
        if stem and section.stem == stem:
            title = next((e.title for e in section.entries if e.id == anchor), section.title)
            page = address.section(volume.edition.id, stem)
            return T.see.format(title=title), address.relative(path, f"{page}#{anchor}")
    return "", ""


def _reference(one: Reference, nth: int) -> RecordView:
    """author. title. publisher, date — after the order of GB/T 7714."""
    issued = "，".join(part for part in (one.publisher, dates.written(one.date)) if part)
    accessed = T.accessed.format(date=dates.written(one.accessed)) if one.accessed else ""
    after = "，".join(part for part in (issued, accessed) if part)
    return RecordView(one.id, one.title, one.author, after, one.note, one.url, han(nth))


def _picture(path: str, volume: Volume, section: Section, one: Picture) -> PictureView:
    size = next((m for m in volume.edition.media if m.path == one.file), None)
    credit = T.credit.format(credit=one.credit) if one.credit else ""
    width, height = (size.width, size.height) if size else (0, 0)
    was, old = corrected(section, (one.id,)), kept(path, volume, (one.id,))
    return PictureView(one.id, one.file, width, height, one.caption, credit, one.note, old, was)


def tables_of(path: str, volume: Volume, section: Section, entry: str) -> Iterator[TableView]:
    """The tables of an entry; without one those that belong to none."""
    for table in section.tables:
        if (table.entry if _placed(section, table) else "") == entry:
            yield _table(path, volume, section, table)


def _placed(section: Section, table: Table) -> bool:
    return any(entry.id == table.entry for entry in section.entries)


def _table(path: str, volume: Volume, section: Section, table: Table) -> TableView:
    figures = {
        (figure.cell.row, figure.cell.column): figure.id
        for figure in section.figures
        if figure.cell and figure.cell.table == table.id
    }
    own = tuple(address.figure_id(figure) for figure in figures.values())
    head, *rows = table.rows or ((),)
    target = address.relative(path, address.figures(volume.edition.id))
    return TableView(
        table.id,
        table.file,
        table.caption,
        tuple(CellView(text, number=_numeric(rows, n)) for n, text in enumerate(head)),
        tuple(tuple(_cells(head, row, figures, target)) for row in rows),
        T.units.format(units=table.units) if table.units else "",
        T.source.format(source=table.source) if table.source else "",
        kept(path, volume, (table.id,)),
        corrected(section, (table.id, *own)),
    )


def _cells(
    head: tuple[str, ...], row: tuple[str, ...], figures: dict[tuple[str, str], str], page: str
) -> Iterator[CellView]:
    for column, text in zip(head, row, strict=False):
        figure = figures.get((row[0], column))
        anchor = address.figure_id(figure) if figure else ""
        yield CellView(text, anchor, f"{page}#{anchor}" if anchor else "", _is_number(text))


def _numeric(rows: list[tuple[str, ...]], column: int) -> bool:
    """Whether a column holds numbers only."""
    cells = [row[column] for row in rows if column < len(row)]
    return bool(cells) and all(_is_number(cell) for cell in cells)


def _is_number(text: str) -> bool:
    bare = text.strip().rstrip("%").replace(",", "").lstrip("-−")
    return bare.replace(".", "", 1).isdecimal() or text.strip() in ("…", "—", "")
