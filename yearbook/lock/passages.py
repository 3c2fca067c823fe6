"""The words under every address of an edition, as they were printed.

Locked are titles, the words of prose with its notes, records, tables, figures, honours and the
names that sign them. Not locked: English, keywords, states, aliases, links, emphasis, the order of
sections and entries, where a paragraph begins, pictures as such, names.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from yearbook import figures, markup
from yearbook.address import figure_id, honour_id
from yearbook.issues import Place
from yearbook.lock.printed import (
    Reading,
    as_readings,
    newest,
    printed,
    printed_prose,
    readings,
    said,
    taken_back,
)
from yearbook.markup.prose import Prose
from yearbook.model import (
    Contributor,
    Edition,
    Entry,
    Erratum,
    Figure,
    Honour,
    Reference,
    Section,
    Table,
    records,
    sections,
)
from yearbook.words import entry_of, record_of, record_words

GROUP = "子目："
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Passage:
    """The words under `address` (relative to the edition's folder) as printed, a line each.

    `others` are further ways in which they may have been printed. `owner` is the address of the
    entry that says a figure or an honour, `prose` its Markdown with the place where it begins,
    `name` what it is called. `errata` are the corrections of YAML that were taken back, and
    `shown` the lines with them. `corrected`: there are dated corrections. `unsure`: its words are
    not known, of which is told elsewhere.
    """

    address: str
    lines: tuple[str, ...]
    at: Place
    name: str
    others: tuple[tuple[str, ...], ...] = ()
    owner: str = ""
    prose: tuple[tuple[Prose, Place], ...] = ()
    errata: tuple[Erratum, ...] = ()
    shown: tuple[str, ...] = ()
    corrected: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Unfit:
    """A correction of YAML that does not fit: how often its words stand under its address.

    `count` is -1 where there is no such address; then `known` are the anchors that there are.
    """

    erratum: Erratum
    count: int
    known: tuple[str, ...] = ()


def passages(edition: Edition) -> tuple[Passage, ...]:
    """The words of an edition, in its order."""
    return (
        *_cover(edition),
        *(one for section in sections(edition) for one in _of_section(section)),
    )


def _cover(edition: Edition) -> Iterator[Passage]:
    start, end = edition.covers.start.isoformat(), edition.covers.end.isoformat()
    lines = (edition.imprint.title, edition.volume, f"{start}—{end}")
    row = [Passage(INDEX, lines, edition.at, edition.imprint.title)]
    for one in edition.contents:
        if one.id:
            row.append(Passage(f"{INDEX}#{one.id}_", (one.title,), edition.at, one.title))
    return (_before(one, edition.corrections) for one in row)


def _of_section(section: Section) -> tuple[Passage, ...]:
    own = [one for one in section.corrections if not _of_group(section, one)]
    return tuple(_before(one, own) for one in _shown(section))


def _anchor(address: str) -> str:
    """What a correction names: the anchor of an address, of a category without its mark."""
    return address.partition("#")[2].removesuffix("_")


def _before(one: Passage, errata: Iterable[Erratum]) -> Passage:
    """The passage before the corrections of YAML."""
    own = tuple(erratum for erratum in errata if erratum.anchor == _anchor(one.address))
    return replace(
        one,
        lines=_lines(printed("\n".join(one.lines), own)),
        others=tuple(_lines(printed("\n".join(lines), own)) for lines in one.others),
        errata=own,
        shown=one.lines,
        corrected=bool(own)
        or any(reading.day for prose, _ in one.prose for reading in prose.readings),
    )


def _lines(*parts: str) -> tuple[str, ...]:
    """The lines of texts that hold something."""
    rows = (line.strip() for part in parts for line in part.split("\n"))
    return tuple(line for line in rows if line)


def _shown(section: Section) -> Iterator[Passage]:
    """The passages of a section, its corrections of YAML still in them."""
    page = f"{section.stem}.html"
    signed = _signed(section.contributors)
    yield Passage(page, _lines(section.title, signed), section.at, section.title)
    for entry in section.entries:
        yield _entry(section, entry, f"{page}#{entry.id}")
    for one in records(section):
        seen = one.accessed if isinstance(one, Reference) else ""
        note = f"校注：{one.note}" if one.note else ""
        lines = _lines(record_words(one), seen, note)
        yield Passage(f"{page}#{one.id}", lines, one.at, _named(one))
    for table in section.tables:
        yield Passage(f"{page}#{table.id}", _lines(_table(table)[0]), table.at, table.caption)
    yield from (_figure(section, figure, page) for figure in section.figures)
    yield from (_honour(section, honour, page) for honour in section.honours)


def _signed(contributors: Iterable[Contributor]) -> str:
    names = "、".join(one.name for one in contributors)
    return f"（{names}）" if names else ""


def _named(record: object) -> str:
    fields = ("name", "title", "caption", "text")
    return next(str(getattr(record, field)) for field in fields if hasattr(record, field))


def _entry(section: Section, entry: Entry, address: str) -> Passage:
    prose = markup.parse(entry.source)
    used = {use.id for use in prose.notes}
    own = (Place(entry.at.path, entry.line, 1), *(n.at for n in section.notes if n.id in used))
    notes = (markup.parse(note.source) for note in section.notes if note.id in used)
    row = tuple(zip((prose, *notes), own, strict=True))
    group = GROUP + _group(section, entry.group) if entry.group else ""
    words = [printed_prose(one) for one, _ in row]
    title = "" if entry.id == "lead" else entry.title  # the lead has the title of its section
    lines = _lines(title, entry.date, *words, _signed(entry.contributors), group)
    unsure = any(one.unsure for one, _ in row)
    return Passage(address, lines, entry.at, entry.title, prose=row, unsure=unsure)


def _group(section: Section, group: str) -> str:
    """A 子目 as it was printed; its correction is one of the section's own."""
    for one in newest(section.corrections):
        if not one.anchor and one.corrected == group:
            group = one.printed
    return group


def _of_group(section: Section, one: Erratum) -> bool:
    """Whether a correction without an anchor is that of a 子目, not of the section's own words."""
    groups = {entry.group for entry in section.entries}
    groups |= {other.printed for other in section.corrections if other.corrected in groups}
    own = (section.title, _signed(section.contributors))
    return not one.anchor and one.corrected in groups and one.corrected not in own


def _table(table: Table) -> tuple[str, dict[tuple[str, str], tuple[int, int]]]:
    """The words of a table, and where each cell stands in them, by row and column."""
    text = "".join(f"{part}\n" for part in (table.caption, table.units) if part)
    head, found = table.rows[0] if table.rows else (), {}
    for row in table.rows:
        for nth, cell in enumerate(row):
            text += "," if nth else ""
            if nth < len(head):
                found[(row[0], head[nth])] = len(text), len(text) + len(cell)
            text += cell
        text += "\n"
    return text + table.source, found


def _words(section: Section, id_: str) -> tuple[str, list[Reading]]:
    """The words of an entry or record that say figures, with their dated corrections."""
    errata = [one for one in section.corrections if one.anchor == id_]
    entry, record = entry_of(section, id_), record_of(section, id_)
    if entry is not None:
        prose = markup.parse(entry.source)
        return prose.text, [*readings(prose), *as_readings(prose.text, errata)]
    text = record_words(record) if record is not None else ""
    return text, as_readings(text, errata)


def _figure(section: Section, figure: Figure, page: str) -> Passage:
    as_of = figure.as_of.isoformat() if figure.as_of else ""
    more = (as_of, figure.per, figure.definition)
    amounts = _amount(section, figure)
    ways = [_lines(figure.label, way, *more) for way in amounts]
    owner = f"{page}#{figure.cell.table if figure.cell else figure.entry}"
    address = f"{page}#{figure_id(figure.id)}"
    return Passage(
        address, ways[0], figure.at, figure.label, tuple(ways[1:]), owner, unsure=not any(amounts)
    )


def _amount(section: Section, figure: Figure) -> tuple[str, ...]:
    """The words that said a figure; its cell with the unit where it stands in a table."""
    if figure.cell:
        table = next((one for one in section.tables if one.id == figure.cell.table), None)
        text, cells = _table(table) if table else ("", {})
        span = cells.get((figure.cell.row, figure.cell.column))
        errata = [one for one in section.corrections if table and one.anchor == table.id]
        ways = said(text, *span, as_readings(text, errata)) if span else ("",)
        return tuple(f"{way} {figure.unit}" for way in ways)
    text, row = _words(section, figure.entry)
    found = figures.spans(figure, text)
    return said(text, *found[0], row) if found else ("",)


def _honour(section: Section, honour: Honour, page: str) -> Passage:
    text, row = _words(section, honour.entry)
    at = text.find(honour.title)
    titles = said(text, at, at + len(honour.title), row) if at >= 0 else (honour.title,)
    who = honour.recipient
    count = f"{who.count}{who.unit}" if who.count else ""
    named = ("本单位" if who.self_ else "", who.name, count, *who.named)
    more = (honour.level, *named, honour.from_, honour.date)
    ways = [_lines(title, *more) for title in titles]
    address = f"{page}#{honour_id(honour.id)}"
    owner = f"{page}#{honour.entry}"
    others = tuple(ways[1:])
    return Passage(address, ways[0], honour.at, honour.title, others, owner, unsure=at < 0)


def unfit(edition: Edition) -> Iterator[Unfit]:
    """The corrections of YAML whose corrected words do not stand once under their address."""
    yield from _unfit(edition.corrections, tuple(_cover(replace(edition, corrections=()))))
    for section in sections(edition):
        if section.corrections and section.clean:
            groups = tuple(dict.fromkeys(entry.group for entry in section.entries))
            yield from _unfit(section.corrections, tuple(_shown(section)), groups)


def _unfit(
    errata: tuple[Erratum, ...], row: tuple[Passage, ...], groups: tuple[str, ...] = ()
) -> Iterator[Unfit]:
    texts = {_anchor(one.address): "\n".join(one.lines) for one in row}
    texts[""] = "\n".join((texts[""], *groups))
    for anchor in dict.fromkeys(one.anchor for one in errata):
        own = [one for one in errata if one.anchor == anchor]
        if anchor not in texts:
            yield from (Unfit(one, -1, tuple(filter(None, texts))) for one in own)
            continue
        changing = [one for one in own if one.printed or one.corrected]
        for one, count, _ in taken_back(texts[anchor], changing):
            if count != 1:
                yield Unfit(one, count)
