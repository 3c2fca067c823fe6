"""RIS: a line a tag, `TY` first and `ER` last, lines ended as the format says, by CR and LF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.cite.cited import Cited
from yearbook.cite.forms import Forms

TYPES = {"book": "BOOK", "chapter": "CHAP", "page": "ELEC", "data": "DATA"}
END = "\r\n"
BREAKS = re.compile("[\r\n]+")


def write(cited: Cited, accessed: str = "") -> str:
    """One record."""
    rows = (f"{tag}  - {one_line(value)}{END}" for tag, value in _rows(cited, accessed) if value)
    return f"{''.join(rows)}ER  - {END}"


def file(parts: tuple[Cited, ...]) -> str:
    """A whole .ris file."""
    written = Forms(write, one_line, one_line, one_line)
    return END.join(map(written, parts))


def _rows(cited: Cited, accessed: str) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[cited.form]
    yield "ID", cited.key
    yield from (("AU", name) for name in cited.authors)
    yield "TI", cited.name
    if cited.kind != "edition":
        yield "T2", cited.container
        yield "A2", cited.editor
    if cited.form in ("book", "chapter"):
        yield "VL", cited.volume
    if cited.printed:
        yield "CY", cited.place
        yield "PB", cited.publisher
    yield "PY", cited.issued[:4]
    yield "DA", _day(cited.issued) if not cited.printed else ""
    yield "SN", cited.isbn
    yield "LA", "zh-CN"
    yield "UR", cited.url
    yield "Y2", _day(accessed) if cited.url else ""


def _day(day: str) -> str:
    return day.replace("-", "/")


def one_line(text: str) -> str:
    """`text` without breaks, which would end the field."""
    return BREAKS.sub(" ", text) if "\n" in text or "\r" in text else text
