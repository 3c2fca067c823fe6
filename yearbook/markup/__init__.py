"""Markdown of an entry → its words, its faults and its HTML.

    prose = parse(source)
    html(prose, marks=…, links=…)

`parse` never raises: what markup must not hold is in `prose.faults`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from yearbook.markup import plain
from yearbook.markup.hypertext import grouped, han, heading_id, html, text_html
from yearbook.markup.prose import (
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
    mistyped,
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
    "mistyped",
    "parse",
    "text_html",
]

HALVES = ("C222", "C229")  # marks that have no partner


@lru_cache(maxsize=256)  # plain prose is soon made again, and kept it would take much room
def parse(source: str) -> Prose:
    """Parse the Markdown of an entry or a note."""
    return plain.prose(source) or _ordinary(source) or general(source)


def _ordinary(source: str) -> Prose | None:
    from yearbook.markup import ordinary

    return ordinary.prose(source)


@lru_cache(maxsize=2048)
def general(source: str) -> Prose:
    """The same by the Markdown library, for any source."""
    from yearbook.markup import limits

    fault = limits.refused(source)
    return _refused(fault) if fault else _parsed(source)


def _refused(fault: Fault) -> Prose:
    """A source that is not parsed: its words are not known."""
    return Prose(text="", refused=True, faults=(fault,))


def _parsed(source: str) -> Prose:
    """A source within the caps: the faults of its lines and of its tree together."""
    from yearbook.markup import dialect, flatten, lines

    try:
        prose = flatten.prose(dialect.tree(source), source)
    except (flatten.TooDeep, RecursionError):
        dialect.markdown.cache_clear()
        return _refused(Fault("C210", (("depth", flatten.DEEPEST),), 0, 1))
    faults = sorted({*lines.faults(source), *prose.faults}, key=_order)
    within = mistyped(faults)  # a mark whose partner is full-width is told of once
    kept = (one for one in faults if one.code not in HALVES or not within(one.line, one.column))
    return replace(prose, faults=tuple(kept))


def _order(fault: Fault) -> tuple[int, int, str]:
    return fault.line, fault.column, fault.code
