"""Markdown of an entry → its words, its faults and its HTML.

    prose = parse(source)
    html(prose, marks=…, links=…)

`parse` never raises: what markup must not hold is in `prose.faults`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from yearbook.hypertext import grouped, han, heading_id, html, text_html
from yearbook.prose import (
    Correction,
    Fault,
    Heading,
    Image,
    ImageView,
    Link,
    Mark,
    NoteUse,
    Piece,
    Prose,
)

__all__ = [
    "Correction",
    "Fault",
    "Heading",
    "Image",
    "ImageView",
    "Link",
    "Mark",
    "NoteUse",
    "Piece",
    "Prose",
    "grouped",
    "han",
    "heading_id",
    "html",
    "parse",
    "text_html",
]


@lru_cache(maxsize=4096)
def parse(source: str) -> Prose:
    """Parse the Markdown of an entry or a note."""
    from yearbook import limits

    fault = limits.refused(source)
    return _refused(fault) if fault else _parsed(source)


def _refused(fault: Fault) -> Prose:
    """A source that is not parsed: its words are not known."""
    return Prose(text="", refused=True, faults=(fault,))


def _parsed(source: str) -> Prose:
    """A source within the caps: the faults of its lines and of its tree together."""
    from yearbook import dialect, flatten, lines

    try:
        prose = flatten.prose(dialect.tree(source), source)
    except (flatten.TooDeep, RecursionError):
        dialect.markdown.cache_clear()
        return _refused(Fault("C210", (("depth", flatten.DEEPEST),), 0, 1))
    faults = sorted({*lines.faults(source), *prose.faults}, key=_order)
    return replace(prose, faults=tuple(fault for fault in faults if not _follows(fault, faults)))


def _follows(fault: Fault, faults: list[Fault]) -> bool:
    """Whether a mark was left standing since its partner is full-width, which has its own issue."""
    return fault.code == "C229" and any(
        other.code == "C217"
        and other.line == fault.line
        and other.column <= fault.column <= other.column + len(str(dict(other.args)["text"]))
        for other in faults
    )


def _order(fault: Fault) -> tuple[int, int, str]:
    return fault.line, fault.column, fault.code
