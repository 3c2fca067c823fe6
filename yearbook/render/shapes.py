"""The shapes of `edition.json`: a table of fields that its writer writes by, and its JSON Schema.

A field is named with `!` when it is always there. Empty values are left out of the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yearbook import address
from yearbook.model import LEVELS
from yearbook.output import Output, digest
from yearbook.read.format import APPROX, NAME_KINDS
from yearbook.render.labels import T
from yearbook.render.site import program

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]
Fields = dict[str, Schema]

TEXT: Schema = {"type": "string", "minLength": 1}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 1}
TRUE: Schema = {"const": True}
ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}
STEM = ID
EDITION_ID: Schema = {"type": "string", "pattern": "^[0-9][a-z0-9-]*$"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
DATE: Schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
ADDRESS: Schema = {"type": "string", "format": "uri-reference"}
CELLS: Schema = {"type": "array", "items": {"type": "string"}}


def listed(one: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "items": one}


def choice(*values: str) -> Schema:
    return {"enum": list(values)}


@dataclass(frozen=True, slots=True)
class Shape:
    """An object of the data: its name in the schema and its fields in their order."""

    name: str
    fields: Fields

    @property
    def ref(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}

    def filled(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values in the order of the table, without the empty ones."""
        names = [name.rstrip("!") for name in self.fields]
        unknown = values.keys() - set(names)
        assert not unknown, unknown
        found = {name: values.get(name) for name in names}
        return {name: value for name, value in found.items() if value not in ("", None, [], {})}

    def schema(self) -> Schema:
        """The shape as a JSON Schema that allows nothing else."""
        fields = {name.rstrip("!"): schema for name, schema in self.fields.items()}
        said = {name: _said(name, schema) for name, schema in fields.items()}
        return {
            "description": T.data_shapes[self.name],
            "type": "object",
            "properties": said,
            "required": [name[:-1] for name in self.fields if name.endswith("!")],
            "additionalProperties": False,
        }


def _said(name: str, schema: Schema) -> Schema:
    said = T.data_fields.get(name)
    return {"description": said, **schema} if said else schema


def outputs() -> Iterator[Output]:
    """The schema, which is the same for every yearbook."""
    key = digest(address.DATA_SCHEMA, program())
    yield Output(address.DATA_SCHEMA, key, lambda: to_json(schema()))


def schema() -> Schema:
    """The JSON Schema of `edition.json`."""
    whole = EDITION.schema()
    return {
        "$schema": DIALECT,
        "title": T.data_title,
        **whole,
        "$defs": {one.name: one.schema() for one in SHAPES},
    }


def to_json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


CONTRIBUTOR = Shape("contributor", {"name!": TEXT, "body": TEXT})
PERIOD = Shape("period", {"start!": DAY, "end!": DAY})
CATEGORY = Shape(
    "category", {"id!": ID, "title!": TEXT, "title_en": TEXT, "sections!": listed(STEM)}
)
ENTRY = Shape(
    "entry",
    {
        "id!": ID,
        "title!": TEXT,
        "title_en": TEXT,
        "group": TEXT,
        "contributors": listed(CONTRIBUTOR.ref),
        "date": DATE,
        "keywords": listed(TEXT),
        "continues": listed(TEXT),
        "address!": ADDRESS,
        "text": TEXT,
    },
)
PERSON = Shape(
    "person",
    {
        "id!": ID, "name!": TEXT, "office": TEXT, "from": DATE, "to": DATE, "note": TEXT,
        "address!": ADDRESS,
    },
)  # fmt: skip
BODY = Shape(
    "body",
    {
        "id!": ID, "name!": TEXT, "kind": TEXT, "parent": TEXT, "note": TEXT,
        "address!": ADDRESS,
    },
)  # fmt: skip
ITEM = Shape("item", {"id!": ID, "text!": TEXT, "note": TEXT, "address!": ADDRESS})
EVENT = Shape(
    "event",
    {"id!": ID, "date!": DATE, "text!": TEXT, "entry": TEXT, "note": TEXT, "address!": ADDRESS},
)
REFERENCE = Shape(
    "reference",
    {
        "id!": ID, "title!": TEXT, "author": TEXT, "publisher": TEXT, "date": DATE, "url": TEXT,
        "accessed": DATE, "note": TEXT, "address!": ADDRESS,
    },
)  # fmt: skip
PICTURE = Shape(
    "picture",
    {
        "id!": ID, "caption!": TEXT, "credit": TEXT, "note": TEXT, "file!": ADDRESS,
        "address!": ADDRESS,
    },
)  # fmt: skip
TABLE = Shape(
    "table",
    {
        "id!": ID, "entry": ID, "caption": TEXT, "units": TEXT, "source": TEXT,
        "rows!": {"type": "array", "items": CELLS}, "address!": ADDRESS,
    },
)  # fmt: skip
NOTE = Shape("note", {"id!": ID, "text!": TEXT, "address!": ADDRESS})
SECTION = Shape(
    "section",
    {
        "id!": STEM,
        "title!": TEXT,
        "title_en": TEXT,
        "summary_en": TEXT,
        "contributors": listed(CONTRIBUTOR.ref),
        "address!": ADDRESS,
        "entries": listed(ENTRY.ref),
        "people": listed(PERSON.ref),
        "bodies": listed(BODY.ref),
        "items": listed(ITEM.ref),
        "events": listed(EVENT.ref),
        "references": listed(REFERENCE.ref),
        "tables": listed(TABLE.ref),
        "pictures": listed(PICTURE.ref),
        "notes": listed(NOTE.ref),
    },
)
FIGURE = Shape(
    "figure",
    {
        "section!": STEM,
        "entry!": ID,
        "id!": ID,
        "label!": TEXT,
        "value": NUMBER,
        "unit": TEXT,
        "approx": choice(*APPROX),
        "written!": TEXT,
        "scaled": NUMBER,
        "as_of": DAY,
        "per": TEXT,
        "definition": TEXT,
        "address!": ADDRESS,
    },
)
RECIPIENT = Shape(
    "recipient",
    {"self": TRUE, "name": TEXT, "count": COUNT, "unit": TEXT, "named": listed(TEXT)},
)
HONOUR = Shape(
    "honour",
    {
        "section!": STEM, "entry!": ID, "id!": ID, "title!": TEXT, "level!": choice(*LEVELS),
        "recipient!": RECIPIENT.ref, "from": TEXT, "date": DATE, "address!": ADDRESS,
    },
)  # fmt: skip
NAME = Shape(
    "name",
    {
        "id!": ID,
        "name!": TEXT,
        "kind!": choice(*NAME_KINDS),
        "short": listed(TEXT),
        "variants": listed(TEXT),
        "reading": TEXT,
        "gloss": TEXT,
        "see": ID,
        "also": listed(ID),
        "before": ID,
        "after": ID,
        "from": DATE,
        "to": DATE,
        "address": ADDRESS,
    },
)
EDITION = Shape(
    "edition",
    {
        "$schema!": ADDRESS,
        "id!": EDITION_ID,
        "title!": TEXT,
        "title_en": TEXT,
        "volume!": TEXT,
        "covers!": PERIOD.ref,
        "honours_window": PERIOD.ref,
        "status!": choice("draft", "released"),
        "revised": DAY,
        "institution": TEXT,
        "editor": TEXT,
        "publisher": TEXT,
        "place": TEXT,
        "isbn": TEXT,
        "licence": TEXT,
        "address!": ADDRESS,
        "categories": listed(CATEGORY.ref),
        "sections!": listed(SECTION.ref),
        "figures": listed(FIGURE.ref),
        "honours": listed(HONOUR.ref),
        "names": listed(NAME.ref),
    },
)
SHAPES = (
    CONTRIBUTOR, PERIOD, CATEGORY, SECTION, ENTRY, PERSON, BODY, ITEM, EVENT, REFERENCE, TABLE,
    PICTURE, NOTE, FIGURE, RECIPIENT, HONOUR, NAME,
)  # fmt: skip
