"""CSL-JSON, the data of citation processors: Zotero, pandoc, citeproc."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yearbook.cite.cited import Cited

said = json.JSONEncoder(ensure_ascii=False).encode
TYPES = {"book": "book", "chapter": "chapter", "page": "webpage", "data": "dataset"}


def write(cited: Cited, accessed: str = "") -> str:
    """A list of one item, as processors read it."""
    return text([item(cited, accessed)])


def file(parts: tuple[Cited, ...]) -> str:
    """A whole file: a list of items."""
    return text([item(one) for one in parts])


def text(items: list[dict[str, object]]) -> str:
    """The items with a line for each variable."""
    rows = (
        ",\n".join(f'  "{name}": {said(value)}' for name, value in one.items()) for one in items
    )
    return "[\n" + ",\n".join(f" {{\n{row}\n }}" for row in rows) + "\n]\n"


def item(cited: Cited, accessed: str = "") -> dict[str, object]:
    """The variables of one item; empty ones are left out."""
    return {name: value for name, value in _variables(cited, accessed) if value}


def _variables(cited: Cited, accessed: str) -> Iterator[tuple[str, object]]:
    yield "id", cited.key
    yield "type", TYPES[cited.form]
    yield "title", cited.name
    yield "author", [{"literal": name} for name in cited.authors]
    if cited.kind != "edition":
        yield "container-title", cited.container
        yield "editor", [{"literal": cited.editor}] if cited.editor else []
    if cited.form in ("book", "chapter"):
        yield "volume", cited.volume
    if cited.printed:
        yield "publisher", cited.publisher
        yield "publisher-place", cited.place
    yield "issued", _date(cited.issued)
    yield "ISBN", cited.isbn
    yield "URL", cited.url
    yield "accessed", _date(accessed) if cited.url else {}
    yield "language", "zh-CN"


def _date(day: str) -> dict[str, object]:
    """`day` in parts: its year, month and day."""
    return {"date-parts": [[_number(part) for part in day.split("-")]]} if day else {}


def _number(part: str) -> int | str:
    return int(part) if part.isdecimal() else part
