"""Kinds of fields that hold others: lists, records, records by id.

Like the values they read a node, or add an issue and give None, and say their JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from itertools import pairwise
from sys import intern
from typing import Any, Protocol

from yearbook.issues import Place, Words, likely, near
from yearbook.read.nodes import List, Map, Node, Scalar
from yearbook.read.text import Source
from yearbook.read.values import ID_FORM, Kind, Schema, check_id_text, half, refuse, shorten
from yearbook.record import positional


@positional
class ListOf:
    """A list without repeats, as a tuple; what does not read is left out."""

    kind: Kind
    most: int = 0

    def read(self, node: Node, source: Source) -> tuple[Any, ...] | None:
        if not isinstance(node, List):
            self._refuse(node, source)
            return None
        if self.most and len(node.items) > self.most:
            extra = node.items[self.most]
            source.fault(extra.line, extra.column, "C118", most=self.most, count=len(node.items))
        return tuple(self._items(node, source))

    def _items(self, node: List, source: Source) -> list[Any]:
        seen: set[object] = set()
        values = []
        for item in node.items:
            value = self.kind.read(item, source)
            if value is None:
                continue
            if isinstance(value, str) and value in seen:
                source.fault(item.line, item.column, "C119", said=shorten(value))
                continue
            seen.add(value if isinstance(value, str) else id(value))
            values.append(value)
        return values

    def _refuse(self, node: Node, source: Source) -> None:
        what = Words("列表，如 [甲, 乙]", "a list such as [a, b]")
        if isinstance(node, Scalar) and node.text[:1] in "［【" and node.text:
            source.fault(node.line, node.column, "C039")
        else:
            refuse(node, source, what)

    def schema(self) -> Schema:
        made: Schema = {"type": "array", "items": self.kind.schema(), "uniqueItems": True}
        return made | ({"maxItems": self.most} if self.most else {})


@positional
class Field:
    """A key of a mapping: its kind, what it is for (shown by editors), whether it must be there."""

    key: str
    kind: Kind
    help: str
    required: bool = False


class Fields:
    """The keys that a mapping may have; reads into a dict by key."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self.fields = fields
        self.known = {one.key: one for one in fields}
        self.required = {one.key: None for one in fields if one.required}
        self.reads = {one.key: one.kind.read for one in fields}

    def read(self, node: Node, source: Source) -> dict[str, Any] | None:
        """The values by key; None when a required one is missing or did not read."""
        if not isinstance(node, Map):
            refuse_map(node, source)
            return None
        values = self.part(node, source)
        return values if values.keys() >= self.required.keys() else None

    def part(self, node: Map, source: Source) -> dict[str, Any]:
        """The values that read well, by key; the rest is reported."""
        keys = node.values.keys()
        if not keys >= self.required.keys():
            self.require(node, self.required, source)
        left = () if keys <= self.known.keys() else self._strangers(node, source)
        values = {}
        for key, value in node.values.items():
            if key not in left:
                found = self.reads[key](value, source)
                if found is not None:
                    values[key] = found
        return values

    def _strangers(self, node: Map, source: Source) -> set[str]:
        """Report the keys that are not known; the keys that are not read."""
        left, owners = set(), set()
        for before, key in pairwise(["", *node.values]):
            if key in self.known:
                continue
            left.add(key)
            if before in self.known and _is_empty(node.values[before]):
                self._outdented(node.key(key), before, source)
                owners.add(before)
            elif before not in owners:
                self._unknown(node, key, source)
        return left | owners

    def require(self, node: Map, keys: Iterable[str], source: Source) -> list[str]:
        """Those of `keys` that are missing; reported unless another key seems to be meant so."""
        missing = [key for key in keys if key not in node.values]
        if not missing:
            return missing
        meant = {_meant(key, self.known) for key in node.values if key not in self.known}
        for key in missing:
            if key not in meant and not node.torn:
                source.fault(node.line, node.column, "C102", key=key)
        return missing

    def mentions(self, node: Map, key: str) -> bool:
        """Whether a key is there, if in a wrong spelling."""
        others = node.values.keys() - self.known.keys()
        return key in node.values or key in {_meant(other, self.known) for other in others}

    def _outdented(self, key: Scalar, owner: str, source: Source) -> None:
        """Report a key that should be indented below the empty one before it."""
        if key.text[0] in "\u3000\u00a0":
            source.fault(key.line, key.column, "C038")
        else:
            source.fault(key.line, key.column, "C057", key=shorten(key.text), owner=owner)

    def _unknown(self, node: Map, name: str, source: Source) -> None:
        """Report a key that is not known."""
        from yearbook.read.yamlfaults import fullwidth_key

        key, mended, known = node.key(name), half(name), self.known
        if re.fullmatch("[0-9]{3}", name) and _is_empty(node.values[name]):
            source.fault(key.line, key.column, "C133", said=name)
        elif fullwidth_key(name) in known:
            word = fullwidth_key(name)
            source.fault(key.line, key.column + name.index("："), "C037", key=word)
        elif _joined(name) in known:
            word = _joined(name)
            source.fault(key.line, key.column + name.index(":") + 1, "C032", key=word)
        elif mended != name and mended in known:
            source.fault(key.line, key.column, "C116", said=name, mended=mended)
        else:
            source.fault(key.line, key.column, "C101", key=shorten(name), near=near(name, known))

    def schema(self) -> Schema:
        made: Schema = {
            "type": "object",
            "properties": {
                one.key: {"description": one.help, **one.kind.schema()} for one in self.fields
            },
            "additionalProperties": False,
        }
        return made | ({"required": [*self.required]} if self.required else {})


def _meant(key: str, known: Iterable[str]) -> str:
    """The known key for which an unknown one likely stands."""
    from yearbook.read.yamlfaults import fullwidth_key

    word = fullwidth_key(key) or _joined(key) or half(key)
    return word if word in known else likely(word, known)


def _joined(key: str) -> str:
    """The word before a colon that no blank follows, as in {value:3}; empty for none."""
    found = re.match(r"([a-z_]+) *:", key)
    return found.group(1) if found else ""


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def refuse_map(node: Node, source: Source) -> None:
    """The issue of a node that must be a mapping and is none."""
    from yearbook.read.yamlfaults import fullwidth_key

    what = Words("“键: 值”的一组字段", "a set of `key: value`")
    if isinstance(node, Scalar) and fullwidth_key(node.text):
        source.fault(node.line, node.column, "C037", key=fullwidth_key(node.text))
    elif isinstance(node, Scalar) and node.text[:1] == "｛":
        source.fault(node.line, node.column, "C039")
    else:
        refuse(node, source, what)


class Record(Protocol):
    """What a list or a mapping of records is made of."""

    def build(self, node: Node, source: Source, at: Place, **more: Any) -> Any:
        """The record with `more` fields set, or None after an issue."""

    def schema(self) -> Schema: ...


class Struct:
    """A mapping read into a record: a key for each given field, `from` into `from_`.

    A field is required where the record has no default for it; `at` is filled with the place.
    A field is given as its kind, its help and, where it differs from the field, its key.
    """

    optional: frozenset[str] = frozenset()

    def __init__(
        self, record: Callable[..., Any], **given: tuple[Kind, str] | tuple[Kind, str, str]
    ) -> None:
        assert is_dataclass(record)
        self.record = record
        needed = {
            one.name
            for one in fields(record)
            if one.default is MISSING
            and one.default_factory is MISSING
            and one.name not in self.optional
        }
        self.placed = "at" in needed
        self.names = {
            one[2] if len(one) == 3 else name.rstrip("_"): name for name, one in given.items()
        }
        self.renamed = {key for key, name in self.names.items() if key != name}
        self.keys = Fields(
            tuple(
                Field(key, given[name][0], given[name][1], name in needed)
                for key, name in self.names.items()
            )
        )

    def read(self, node: Node, source: Source) -> Any:
        return self.build(node, source, source.at(node.line, node.column))

    def build(self, node: Node, source: Source, at: Place, **more: Any) -> Any:
        values = self.keys.read(node, source)
        if values is None:
            return None
        for key in self.renamed & values.keys():
            values[self.names[key]] = values.pop(key)
        if self.placed:
            more["at"] = at
        return self.record(**values, **more)

    def schema(self) -> Schema:
        return self.keys.schema()


@positional
class ById:
    """A mapping from written ids to records, read into a tuple; the key becomes `id`."""

    kind: Record

    def read(self, node: Node, source: Source) -> tuple[Any, ...] | None:
        if not isinstance(node, Map):
            refuse_map(node, source)
            return None
        found = []
        for key, value in node.values.items():
            line, column = node.places[key]
            name = check_id_text(intern(key), source, line, column)
            made = self.kind.build(value, source, Place(source.path, line, column), id=name)
            if name is not None and made is not None:
                found.append(made)
        return tuple(found)

    def schema(self) -> Schema:
        return {
            "type": "object",
            "propertyNames": {"pattern": ID_FORM},
            "additionalProperties": self.kind.schema(),
        }
