"""`edition.json`: all that a volume holds, for programs, as the shapes say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yearbook import address, markup, words
from yearbook.figures import scaled
from yearbook.model import (
    Category,
    Contributor,
    Edition,
    Entry,
    Honour,
    Name,
    Period,
    Picture,
    Recipient,
    Record,
    Section,
    Table,
    records,
)
from yearbook.output import Output, digest
from yearbook.render import shapes
from yearbook.render.data import row
from yearbook.render.edition import EDITION_DATA
from yearbook.render.named import occurring
from yearbook.render.shapes import Shape
from yearbook.render.site import Site, Volume, program
from yearbook.render.views import bare

Data = dict[str, object]
RECORDS = (
    ("people", shapes.PERSON),
    ("bodies", shapes.BODY),
    ("items", shapes.ITEM),
    ("events", shapes.EVENT),
    ("references", shapes.REFERENCE),
    ("pictures", shapes.PICTURE),
)


def outputs(site: Site) -> Iterator[Output]:
    yield from shapes.outputs()
    for volume in site.volumes:
        yield _output(site, volume)


def _output(site: Site, volume: Volume) -> Output:
    path = address.data(volume.edition.id, EDITION_DATA)
    return Output(path, _key(site, volume), lambda: shapes.to_json(edition(site, volume)))


def _key(site: Site, volume: Volume) -> str:
    """A digest of what the file is made from, taken without parsing any prose."""
    one = volume.edition
    contents = [
        (
            category.id,
            category.title,
            category.title_en,
            [_head(part) for part in category.sections],
        )
        for category in one.contents
    ]
    said = (one.imprint, one.volume, one.covers, one.honours_window, one.status, one.revised)
    figures = [bare(figure) for _, figure in volume.figures]
    honours = [bare(honour) for _, honour in volume.honours]
    names = [_name(name, "") for name in site.yearbook.names]
    return digest(EDITION_DATA, volume.source, said, contents, figures, honours, names, program())


def _head(section: Section) -> object:
    details = [
        (one.title_en, one.group, one.contributors, one.date, one.keywords, one.continues)
        for one in section.entries
    ]
    head = (section.stem, section.title, section.title_en, section.summary_en)
    return head, section.contributors, details


def edition(site: Site, volume: Volume) -> Data:
    """A volume as data."""
    one, imprint = volume.edition, volume.edition.imprint
    path = address.data(one.id, EDITION_DATA)
    texts = {section.stem: _texts(section) for section in volume.sections}
    return shapes.EDITION.filled(
        {
            "$schema": address.relative(path, address.DATA_SCHEMA),
            "id": one.id,
            "title": imprint.title,
            "title_en": imprint.title_en,
            "volume": one.volume,
            "covers": _period(one.covers),
            "honours_window": _period(one.honours_window) if one.honours_window else None,
            "status": one.status,
            "revised": one.revised.isoformat() if one.revised else "",
            "institution": imprint.institution,
            "editor": imprint.editor,
            "publisher": imprint.publisher,
            "place": imprint.place,
            "isbn": imprint.isbn,
            "licence": imprint.licence,
            "address": _place(one, address.edition(one.id)),
            "categories": [_category(category) for category in one.contents if category.id],
            "sections": [_section(one, part, texts[part.stem]) for part in volume.sections],
            "figures": [_figure(volume, n) for n in range(len(volume.figures))],
            "honours": [_honour(one, section, honour) for section, honour in volume.honours],
            "names": _names(site, volume, texts),
        }
    )


def _place(edition: Edition, path: str) -> str:
    return address.absolute(edition.imprint.base_url, path) or path


def _texts(section: Section) -> dict[str, str]:
    """The words of each entry as they are shown."""
    return {entry.id: words.words(section, entry.id) for entry in section.entries}


def _period(one: Period) -> Data:
    return shapes.PERIOD.filled({"start": one.start.isoformat(), "end": one.end.isoformat()})


def _category(one: Category) -> Data:
    return shapes.CATEGORY.filled(
        {
            "id": one.id,
            "title": one.title,
            "title_en": one.title_en,
            "sections": [section.stem for section in one.sections],
        }
    )


def _section(edition: Edition, one: Section, texts: dict[str, str]) -> Data:
    page = address.section(edition.id, one.stem)
    place = _place(edition, page)
    return shapes.SECTION.filled(
        {
            "id": one.stem,
            "title": one.title,
            "title_en": one.title_en,
            "summary_en": one.summary_en,
            "contributors": _contributors(one.contributors),
            "address": place,
            "entries": [_entry(place, entry, texts[entry.id]) for entry in one.entries],
            **{
                kind: [_record(edition, place, shape, found) for found in getattr(one, kind)]
                for kind, shape in RECORDS
            },
            "tables": [_table(place, table) for table in one.tables],
            "notes": [
                shapes.NOTE.filled(
                    {
                        "id": note.id,
                        "text": markup.parse(note.source).text,
                        "address": f"{place}#{address.note_id(note.id)}",
                    }
                )
                for note in one.notes
            ],
        }
    )


def _contributors(signed: tuple[Contributor, ...]) -> list[Data]:
    return [shapes.CONTRIBUTOR.filled({"name": one.name, "body": one.body}) for one in signed]


def _entry(page: str, one: Entry, text: str) -> Data:
    return shapes.ENTRY.filled(
        {
            "id": one.id,
            "title": one.title,
            "title_en": one.title_en,
            "group": one.group,
            "contributors": _contributors(one.contributors),
            "date": one.date,
            "keywords": list(one.keywords),
            "continues": list(one.continues),
            "address": f"{page}#{one.id}",
            "text": text,
        }
    )


def _record(edition: Edition, page: str, shape: Shape, one: Record) -> Data:
    """A record by the names of its fields in the content."""
    names = (name.rstrip("!") for name in shape.fields)
    values: Data = {name: _value(one, name) for name in names}
    if isinstance(one, Picture):
        values["file"] = _place(edition, f"{edition.id}/{one.file}")
    return shape.filled({**values, "address": f"{page}#{one.id}"})


def _value(one: object, name: str) -> object:
    """A field of a record or name; a name that Python keeps for itself has `_` after it."""
    found = getattr(one, f"{name}_", None) or getattr(one, name, "")
    return list(found) if isinstance(found, tuple) else found


def _table(page: str, one: Table) -> Data:
    return shapes.TABLE.filled(
        {
            "id": one.id,
            "entry": one.entry,
            "caption": one.caption,
            "units": one.units,
            "source": one.source,
            "rows": [list(cells) for cells in one.rows],
            "address": f"{page}#{one.id}",
        }
    )


def _figure(volume: Volume, nth: int) -> Data:
    """A row of figures.csv with numbers as numbers."""
    section, figure = volume.figures[nth]
    said: Data = dict(row(volume.edition, section, figure))
    del said["edition"]
    return shapes.FIGURE.filled(
        {**said, "value": _number(figure.value), "scaled": _number(scaled(figure))}
    )


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _honour(edition: Edition, section: Section, one: Honour) -> Data:
    page = _place(edition, address.section(edition.id, section.stem))
    return shapes.HONOUR.filled(
        {
            "section": section.stem,
            "entry": one.entry,
            "id": one.id,
            "title": one.title,
            "level": one.level,
            "recipient": _recipient(one.recipient),
            "from": one.from_,
            "date": one.date,
            "address": f"{page}#{address.honour_id(one.id)}",
        }
    )


def _recipient(one: Recipient) -> Data:
    return shapes.RECIPIENT.filled(
        {
            "self": one.self_ or None,
            "name": one.name,
            "count": one.count or None,
            "unit": one.unit,
            "named": list(one.named),
        }
    )


def _names(site: Site, volume: Volume, texts: dict[str, dict[str, str]]) -> list[Data]:
    """The names of names.yaml that the volume says, with their places in the index."""
    found = occurring(site.yearbook.names, _said(volume, texts))
    return [_name(name, "") for name in site.yearbook.names if name.id in found]


def _name(one: Name, place: str) -> Data:
    names = (name.rstrip("!") for name in shapes.NAME.fields)
    return shapes.NAME.filled({**{name: _value(one, name) for name in names}, "address": place})


def _said(volume: Volume, texts: dict[str, dict[str, str]]) -> Iterator[str]:
    """All words of a volume in which a name may stand."""
    for section in volume.sections:
        yield section.title
        for entry in section.entries:
            yield f"{entry.title}\n{texts[section.stem][entry.id]}"
        yield from (words.record_words(one) for one in records(section))
        yield from (words.cells(table) for table in section.tables)
