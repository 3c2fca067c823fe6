"""Kinds of fields that the format alone has: what may be written in two ways, and addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from yearbook import address
from yearbook.issues import Place, Words
from yearbook.model import Cell, Figure, Period, Recipient, Slot
from yearbook.read.amounts import Whole
from yearbook.read.fields import Field, Fields, ListOf, Struct
from yearbook.read.nodes import Broken, List, Map, Node, Scalar
from yearbook.read.text import Source
from yearbook.read.values import (
    Day,
    Form,
    Id,
    Schema,
    Text,
    Written,
    fitting,
    half,
    refuse,
    scalar,
    shorten,
    single,
)
from yearbook.record import positional


class Year:
    """A period: a year, or `{from, to}` in days."""

    def read(self, node: Node, source: Source) -> Period | None:
        if isinstance(node, Map):
            return self._span(node, source)
        what = Words(
            "年份，如 2017，或 {from: 2017-01-01, to: 2017-12-31}",
            "a year such as 2017, or {from: 2017-01-01, to: 2017-12-31}",
        )
        text = Form(re.compile("[1-9][0-9]{3}"), _such_year(node) or what).read(node, source)
        return Period(start=date(int(text), 1, 1), end=date(int(text), 12, 31)) if text else None

    def _span(self, node: Map, source: Source) -> Period | None:
        values = SPAN.read(node, source)
        if values is None:
            return None
        if values["from"] > values["to"]:
            source.fault(node.line, node.column, "C115", start=values["from"], end=values["to"])
            return None
        return Period(start=values["from"], end=values["to"])

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "integer", "minimum": 1000, "maximum": 9999}, SPAN.schema()]}


def _such_year(node: Node) -> Words | None:
    """A year that was written otherwise (2017年), as it must be written."""
    text = node.text if isinstance(node, Scalar) else ""
    found = re.fullmatch(r"([1-9][0-9]{3})\s*年度?", text)
    return Words(f"年份，如 {found[1]}", f"a year such as {found[1]}") if found else None


SPAN = Fields(
    (Field("from", Day(), "第一天", required=True), Field("to", Day(), "最后一天", required=True))
)


class Url:
    """An absolute http or https address."""

    def read(self, node: Node, source: Source) -> str | None:
        what = Words("网址，如 https://example.org/", "an address such as https://example.org/")
        found = scalar(node, source, what)
        if found is None or _is_url(found.text):
            return None if found is None else found.text
        mended = half(found.text)
        if mended != found.text.strip() and _is_url(mended):
            source.fault(found.line, found.column, "C116", said=found.text, mended=mended)
        else:
            source.fault(found.line, found.column, "C132", said=shorten(found.text, 60))
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^https?://"}


def _is_url(text: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        return whole and parts.username is None and not _odd(text)
    except ValueError:
        return False


def _odd(text: str) -> bool:
    return re.search(r"[\s<>\"'`{}|\\^\u3000]", text) is not None


NO_FOLDER = re.compile(r"//.*/(?:[^/]*\.(?:html?|php|aspx?|jsp)/?|\.\.?(?:/.*)?)$", re.IGNORECASE)


class RootUrl(Url):
    """The address that the whole site has: no query, no `#`, no page, no steps up."""

    def read(self, node: Node, source: Source) -> str | None:
        text = Url.read(self, node, source)
        if text is not None and ("?" in text or "#" in text):
            source.fault(node.line, node.column, "C132", said=shorten(text, 60))
            return None
        if text is not None and NO_FOLDER.search(text):
            source.fault(node.line, node.column, "C138", said=shorten(text, 60))
            return None
        return text


class Half(Text):
    """Words without full-width letters and digits."""

    def read(self, node: Node, source: Source) -> str | None:
        text = Text.read(self, node, source)
        if text is None or not (found := WIDE.search(text)):
            return text
        mended = WIDE.sub(lambda one: half(one[0]), text)
        source.fault(node.line, node.column, "C116", said=shorten(found.string), mended=mended)
        return None


WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
ISBN_LENGTH = Words("的位数不对", "has another number of digits")
ISBN_CHECK = Words("的校验码不对", "has a wrong check digit")


class Isbn(Text):
    """An ISBN; a wrong one is told of and kept, for a book may bear it."""

    def read(self, node: Node, source: Source) -> str | None:
        text = Text.read(self, node, source)
        why = None if text is None else _wrong_isbn(text)
        if text is not None and why:
            source.fault(node.line, node.column, "C136", said=shorten(text), why=why)
        return text


def _wrong_isbn(text: str) -> Words | None:
    digits = re.sub(r"ISBN|[\s:：‐–—-]", "", half(text).upper())
    if not re.fullmatch("[0-9]{13}|[0-9]{9}[0-9X]", digits):
        return ISBN_LENGTH
    row = [10 if one == "X" else int(one) for one in digits]
    if len(row) == 13:
        good = sum(one * (1, 3)[n % 2] for n, one in enumerate(row)) % 10 == 0
    else:
        good = sum(one * (10 - n) for n, one in enumerate(row)) % 11 == 0
    return None if good else ISBN_CHECK


STEM_WHAT = Words("分目的文件名（不带 .md、.yaml）", "a section's file name without .md or .yaml")


class Stem:
    """The file stem of a section in the table of contents, `Written`."""

    def read(self, node: Node, source: Source) -> Written | None:
        found = fitting(node, address.ID) or single(scalar(node, source, STEM_WHAT), source)
        if found is None or not good_stem(found.text, source, found.line, found.column):
            return None
        return Written.at(found.text, found)

    def schema(self) -> Schema:
        return Id().schema()


def good_stem(stem: str, source: Source, line: int = 0, column: int = 0) -> bool:
    """Whether a section may be called `stem`; adds the issue that says why not."""
    if stem in address.WINDOWS_NAMES:
        source.fault(line, column, "C131", stem=stem)
    elif stem in address.RESERVED_STEMS:
        source.fault(line, column, "C130", stem=stem)
    elif address.ID.fullmatch(stem):
        return True
    elif len(stem) > 60:
        source.fault(line, column, "C111", said=shorten(stem), length=len(stem))
    else:
        from yearbook.read.slugs import mend

        bare = stem.removesuffix(".md").removesuffix(".yaml")
        source.fault(line, column, "C129", stem=shorten(stem), mended=mend(bare, "section"))
    return False


@positional
class Listed:
    """A line of the table of contents: a category with its stems, or a stem that stands alone."""

    id: str
    title: str
    title_en: str
    stems: tuple[Written, ...]
    at: Place


CATEGORY = Fields(
    (
        Field("category", Id(), "类目的标识", required=True),
        Field("title", Text(), "类目名称", required=True),
        Field("title_en", Text(), "类目的英文名称"),
        Field("sections", ListOf(Stem()), "分目，按顺序", required=True),
    )
)


CONTENTS_WHAT = Words(
    "分目的文件名，或 {category: …, title: …, sections: […]}",
    "a section's file name, or {category: …, title: …, sections: […]}",
)


class Contents:
    """A line of the table of contents."""

    def read(self, node: Node, source: Source) -> Listed | None:
        at = source.at(node.line, node.column)
        if isinstance(node, Scalar):
            stem = Stem().read(node, source)
            return Listed("", "", "", (stem,), at) if stem else None
        if not isinstance(node, Map):
            refuse(node, source, CONTENTS_WHAT)
            return None
        if not {one.key for one in CATEGORY.fields} & node.values.keys():
            refuse(node, source, CONTENTS_WHAT)
            return None
        values = CATEGORY.read(node, source)
        if values is None:
            return None
        listed = node.values["sections"]
        if isinstance(listed, List) and not listed.items:
            source.fault(node.line, node.column, "C124", category=values["category"])
        stems = values["sections"]
        return Listed(values["category"], values["title"], values.get("title_en", ""), stems, at)

    def schema(self) -> Schema:
        return {"anyOf": [Stem().schema(), CATEGORY.schema()]}


RECIPIENTS = Fields(
    (
        Field("count", Whole(), "获奖的个数", required=True),
        Field("unit", Text(), "量词，如 家、人", required=True),
        Field("named", ListOf(Text()), "其中写明名称的"),
    )
)


class RecipientForm:
    """`self`, a name, or `{count, unit, named}`."""

    def read(self, node: Node, source: Source) -> Recipient | None:
        if isinstance(node, Map):
            return self._several(node, source)
        name = Text().read(node, source)
        if name is None:
            return None
        return Recipient(self_=True) if name == "self" else Recipient(name=name)

    def _several(self, node: Map, source: Source) -> Recipient | None:
        values = RECIPIENTS.read(node, source)
        if values is None:
            return None
        made = Recipient(**values)
        if len(made.named) > made.count:
            spot = node.values["count"]
            named = len(made.named)
            source.fault(spot.line, spot.column, "C135", count=made.count, named=named)
            return None
        return made

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "string"}, RECIPIENTS.schema()]}


class TermForm(Struct):
    """A record with `from` and `to`, which do not come in the wrong order."""

    def build(self, node: Node, source: Source, at: Place, **more: Any) -> Any:
        made = Struct.build(self, node, source, at, **more)
        if made is None or not (made.from_ and made.to and isinstance(node, Map)):
            return made
        size = min(len(made.from_), len(made.to))
        if made.from_[:size] > made.to[:size]:
            spot = node.values["to"]
            source.fault(spot.line, spot.column, "C115", start=made.from_, end=made.to)
            return None
        return made


class FigureForm(Struct):
    """A figure: `value` with `entry`, or `table`, `row` and `column` of the cell that it is.

    In a draft the value may be empty: a slot.
    """

    optional = frozenset(("entry", "value"))

    def build(self, node: Node, source: Source, at: Place, **more: Any) -> Figure | Slot | None:
        if source.draft and isinstance(node, Map) and _awaited(node):
            return self._slot(node, source, at, **more)
        values = self.keys.read(node, source)
        if values is None or not isinstance(node, Map):
            return None
        if "table" not in node.values and "entry" in values and "value" in values:
            return _figure(values, at, more)
        needed = ("table", "row", "column") if "table" in node.values else ("entry", "value")
        missing = self.keys.require(node, needed, source)
        if "table" in node.values and "value" in node.values:
            spot = node.key("value")
            source.fault(spot.line, spot.column, "C113")
        if missing or any(key not in values for key in needed):
            return None
        return _figure(values, at, more)

    def _slot(self, node: Map, source: Source, at: Place, **more: Any) -> Slot | None:
        empty = node.values["value"]
        rest = node.values | {"value": Broken(empty.line, empty.column)}
        values = self.keys.read(replace(node, values=rest), source)
        missing = self.keys.require(node, ("entry",), source)
        if values is None or missing or "entry" not in values:
            return None
        said = {key: values[key] for key in ("entry", "label", "unit")}
        return Slot(**said, **more, at=at)

    def schema(self) -> Schema:
        cell = {"required": ["table", "row", "column"]}
        return Struct.schema(self) | {"anyOf": [{"required": ["entry", "value"]}, cell]}


def _awaited(node: Map) -> bool:
    """Whether a figure has an empty `value:`, and is no cell of a table."""
    value = node.values.get("value")
    return "table" not in node.values and isinstance(value, Scalar) and value.empty


def _figure(values: dict[str, Any], at: Place, more: dict[str, Any]) -> Figure:
    value, written = values.pop("value", (None, ""))
    table, row, column = [values.pop(key, "") for key in ("table", "row", "column")]
    if table:
        values["cell"] = Cell(table=table, row=row, column=column)
        values.setdefault("entry", "")
    return Figure(**values, **more, at=at, value=value, written=written)


class TableForm(Struct):
    """A table, its rows not yet read."""

    def build(self, node: Node, source: Source, at: Place, **more: Any) -> Any:
        return Struct.build(self, node, source, at, rows=(), **more)


@positional
class Details:
    """What YAML says about an entry of the prose."""

    id: str
    at: Place
    values: dict[str, Any]


class DetailsForm(Struct):
    """The fields of an entry that its Markdown cannot say."""

    def build(self, node: Node, source: Source, at: Place, **more: Any) -> Details | None:
        values = self.keys.read(node, source)
        return None if values is None or not more["id"] else Details(more["id"], at, values)
