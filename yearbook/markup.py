"""Markdown of an entry → its words, its faults and its HTML.

    prose = parse(source)
    html(prose, marks=…, links=…)

`parse` never raises: what markup must not hold is in `prose.faults`.
"""

from __future__ import annotations

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
    from yearbook import dialect, flatten

    return flatten.prose(dialect.tree(source), source)
