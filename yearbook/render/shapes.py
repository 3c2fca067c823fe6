"""The shapes of `edition.json`: a table of fields that its writer writes by, and its JSON Schema.

A field is named with `!` when it is always there. Empty values are left out of the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from yearbook import address
from yearbook.model import LEVELS
from yearbook.output import Output, digest
from yearbook.read.format import APPROX, NAME_KINDS
from yearbook.render.indented import to_json
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
YEAR, MONTH, OF_MONTH = "[0-9]{4}", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
DAY: Schema = {
    "type": "string", "format": "date", "pattern": f"^{YEAR}-{MONTH}-{OF_MONTH}$", "maxLength": 10,
}  # fmt: skip
DATE: Schema = {
    "type": "string", "pattern": f"^{YEAR}(-{MONTH}(-{OF_MONTH})?)?$", "maxLength": 10,
}  # fmt: skip
URL: Schema = {"type": "string", "pattern": r"^https?://[^\s<>\"{}|\\^`]+$"}
ISBN: Schema = {"type": "string", "pattern": "^[0-9][0-9-]*[0-9X]$"}
SITE, FOLDER, NAME_IN = r"(https?://[^\s<>\"{}|\\^`]+/)?", "[0-9][a-z0-9-]*", "[a-z][a-z0-9-]*"
PAGE: Schema = {"type": "string", "pattern": f"^{SITE}{FOLDER}/{NAME_IN}[.]html$"}
PLACE: Schema = {"type": "string", "pattern": f"^{SITE}{FOLDER}/{NAME_IN}[.]html#[a-z][a-z0-9_-]*$"}
IMAGE: Schema = {
    "type": "string",
    "pattern": f"^{SITE}{FOLDER}/images/[a-z0-9-]+[.](jpg|png|webp|svg)$",
}
CONTINUES: Schema = {"type": "string", "pattern": f"^{NAME_IN}(#{NAME_IN})?$"}
CELLS: Schema = {"type": "array", "minItems": 1, "items": {"type": "string"}}


def listed(one: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "items": one}


def choice(*values: str) -> Schema:
    return {"enum": list(values)}


@dataclass(frozen=True)
class Shape:
    """An object of the data: its name in the schema and its fields in their order.

    `more` is what the schema says besides, of fields that go together.
    """

    name: str
    fields: Fields
    more: Schema = field(default_factory=dict)

    @property
    def ref(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}

    @cached_property
    def names(self) -> dict[str, None]:
        """The names of the fields in their order."""
        return dict.fromkeys(name.rstrip("!") for name in self.fields)

    def filled(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values in the order of the table, without the empty ones."""
        assert values.keys() <= self.names.keys(), values.keys() - self.names.keys()
        given = values.get
        return {name: value for name in self.names if (value := given(name)) or value == 0}

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
            **self.more,
        }


def _said(name: str, schema: Schema) -> Schema:
    said = T.data_fields.get(name)
    return {"description": said, **schema} if said else schema


def outputs(_site: object) -> Iterator[Output]:
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
        "continues": listed(CONTINUES),
        "address!": PLACE,
        "text": TEXT,
    },
)
PERSON = Shape(
    "person",
    {
        "id!": ID, "name!": TEXT, "office!": TEXT, "from": DATE, "to": DATE, "note": TEXT,
        "address!": PLACE,
    },
)  # fmt: skip
BODY = Shape(
    "body",
    {
        "id!": ID, "name!": TEXT, "kind": TEXT, "parent": TEXT, "note": TEXT,
        "address!": PLACE,
    },
)  # fmt: skip
ITEM = Shape("item", {"id!": ID, "text!": TEXT, "note": TEXT, "address!": PLACE})
EVENT = Shape(
    "event",
    {"id!": ID, "date!": DATE, "text!": TEXT, "entry": TEXT, "note": TEXT, "address!": PLACE},
)
REFERENCE = Shape(
    "reference",
    {
        "id!": ID, "title!": TEXT, "author": TEXT, "publisher": TEXT, "date": DATE, "url": URL,
        "accessed": DATE, "note": TEXT, "address!": PLACE,
    },
)  # fmt: skip
PICTURE = Shape(
    "picture",
    {
        "id!": ID, "caption!": TEXT, "credit": TEXT, "note": TEXT, "file!": IMAGE,
        "address!": PLACE,
    },
)  # fmt: skip
TABLE = Shape(
    "table",
    {
        "id!": ID, "entry!": ID, "caption!": TEXT, "units": TEXT, "source": TEXT,
        "rows!": listed(CELLS), "address!": PLACE,
    },
)  # fmt: skip
NOTE = Shape("note", {"id!": ID, "text!": TEXT, "address!": PLACE})
SECTION = Shape(
    "section",
    {
        "id!": STEM,
        "title!": TEXT,
        "title_en": TEXT,
        "summary_en": TEXT,
        "contributors": listed(CONTRIBUTOR.ref),
        "continues": listed(CONTINUES),
        "address!": PAGE,
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
        "unit!": TEXT,
        "approx": choice(*APPROX),
        "written!": TEXT,
        "scaled": NUMBER,
        "as_of": DAY,
        "per": TEXT,
        "definition": TEXT,
        "address!": PLACE,
    },
    {"dependentRequired": {"value": ["scaled"], "scaled": ["value"]}},
)
RECIPIENT = Shape(
    "recipient",
    {"self": TRUE, "name": TEXT, "count": COUNT, "unit": TEXT, "named": listed(TEXT)},
    {
        "oneOf": [
            {"required": ["self"], "maxProperties": 1},
            {"required": ["name"], "maxProperties": 1},
            {"required": ["count", "unit"], "properties": {"self": False, "name": False}},
        ]
    },
)
HONOUR = Shape(
    "honour",
    {
        "section!": STEM, "entry!": ID, "id!": ID, "title!": TEXT, "level!": choice(*LEVELS),
        "recipient!": RECIPIENT.ref, "from": TEXT, "date": DATE, "address!": PLACE,
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
        "address!": PLACE,
    },
)
EDITION = Shape(
    "edition",
    {
        "$schema!": {"const": "../edition.schema.json"},
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
        "published": DATE,
        "isbn": ISBN,
        "licence": TEXT,
        "address!": PAGE,
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
