"""The parts of `edition.json`: what the model holds, field by field as the shapes say."""

from __future__ import annotations

from decimal import Decimal

from yearbook import address, markup
from yearbook.figures import scaled
from yearbook.model import (
    Category,
    Contributor,
    Edition,
    Entry,
    Figure,
    Honour,
    Name,
    Period,
    Picture,
    Recipient,
    Record,
    Section,
    Table,
)
from yearbook.render import shapes
from yearbook.render.data import Row
from yearbook.render.shapes import Shape

Data = dict[str, object]
RECORDS = (
    ("people", shapes.PERSON),
    ("bodies", shapes.BODY),
    ("items", shapes.ITEM),
    ("events", shapes.EVENT),
    ("references", shapes.REFERENCE),
    ("pictures", shapes.PICTURE),
)


def place(edition: Edition, path: str) -> str:
    return address.absolute(edition.imprint.base_url, path) or path


def period(one: Period) -> Data:
    return shapes.PERIOD.filled({"start": one.start.isoformat(), "end": one.end.isoformat()})


def category(one: Category) -> Data:
    return shapes.CATEGORY.filled(
        {
            "id": one.id,
            "title": one.title,
            "title_en": one.title_en,
            "sections": [section.stem for section in one.sections],
        }
    )


def section(edition: Edition, one: Section, texts: dict[str, str]) -> Data:
    page = address.section(edition.id, one.stem)
    here = place(edition, page)
    return shapes.SECTION.filled(
        {
            "id": one.stem,
            "title": one.title,
            "title_en": one.title_en,
            "summary_en": one.summary_en,
            "contributors": _contributors(one.contributors),
            "continues": list(one.continues),
            "address": here,
            "entries": [_entry(here, entry, texts[entry.id]) for entry in one.entries],
            **{
                kind: [_record(edition, here, shape, found) for found in getattr(one, kind)]
                for kind, shape in RECORDS
            },
            "tables": [_table(here, table) for table in one.tables],
            "notes": [
                shapes.NOTE.filled(
                    {
                        "id": note.id,
                        "text": markup.parse(note.source).text,
                        "address": f"{here}#{address.note_id(note.id)}",
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
    values: Data = {name: _value(one, name) for name in shape.names}
    if isinstance(one, Picture):
        values["file"] = place(edition, f"{edition.id}/{one.file}")
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


def figure(row: Row, one: Figure) -> Data:
    """A row of figures.csv with numbers as numbers."""
    said: Data = {**row, "value": _number(one.value), "scaled": _number(scaled(one))}
    del said["edition"]
    return shapes.FIGURE.filled(said)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def honour(edition: Edition, section: Section, one: Honour) -> Data:
    page = place(edition, address.section(edition.id, section.stem))
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


def name(one: Name, at: str = "") -> Data:
    values: Data = {name: _value(one, name) for name in shapes.NAME.names}
    return shapes.NAME.filled({**values, "address": at})
