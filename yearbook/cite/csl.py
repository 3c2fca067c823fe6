"""CSL-JSON, the data of citation processors: Zotero, pandoc, citeproc."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring

from yearbook.cite.cited import Cited
from yearbook.cite.forms import Forms

said = json.JSONEncoder(ensure_ascii=False).encode
TYPES = {"book": "book", "chapter": "chapter", "page": "webpage", "data": "dataset"}


def write(cited: Cited, accessed: str = "") -> str:
    """A list of one item, as processors read it."""
    return _list([_item(cited, accessed)])


def file(parts: tuple[Cited, ...]) -> str:
    """A whole file: a list of items."""
    return _list(map(Forms(_item, _inner, _inner, _inner), parts))


def _list(items: Iterable[str]) -> str:
    return "[\n" + ",\n".join(items) + "\n]\n"


def _item(cited: Cited, accessed: str = "") -> str:
    """One item with a line for each variable; empty ones are left out."""
    known = (one for one in _variables(cited, accessed) if one[1])
    row = ",\n".join(f'  "{name}": {said(value)}' for name, value in known)
    return f" {{\n{row}\n }}"


def _inner(text: str) -> str:
    """A text as it stands within quotes."""
    return encode_basestring(text)[1:-1]


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
