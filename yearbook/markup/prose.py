"""What parsing an entry's Markdown gives: words, links, notes, faults and the pieces of HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from yearbook.record import record, view

DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[：:]\s*(.+)", re.DOTALL)
PieceKind = Literal["open", "close", "void", "text", "note", "image", "table", "was", "heading"]


@view
class Link:
    """A link as written. `line` counts from 0 within the source, `column` from 1."""

    href: str
    text: str
    line: int
    column: int


@view
class Image:
    """An image, or with `src` below `tables/` the place of a table; `title` is its caption."""

    src: str
    alt: str
    title: str
    line: int
    column: int


@view
class NoteUse:
    """A reference `[^id]` to a note."""

    id: str
    line: int
    column: int


@view
class Heading:
    """A `### ` heading inside an entry."""

    text: str
    line: int


@view
class Correction:
    """Both readings of a corrected text; `start` to `end` is the corrected one in the words.

    `reason` may begin with the day of the correction: 2018-03-05：据……改.
    """

    printed: str
    corrected: str
    reason: str
    start: int
    end: int
    line: int
    column: int

    @property
    def day(self) -> str:
        """The day of the correction, YYYY-MM-DD; empty where none is written."""
        found = DATED.fullmatch(self.reason)
        try:
            return date.fromisoformat(found[1]).isoformat() if found else ""
        except ValueError:
            return ""

    @property
    def why(self) -> str:
        """The reason without the day."""
        found = DATED.fullmatch(self.reason) if self.day else None
        return found[2] if found else self.reason


@view
class Fault:
    """Something that markup must not hold; `code` and `args` are those of an issue."""

    code: str
    args: tuple[tuple[str, object], ...]
    line: int
    column: int


@view
class Piece:
    """A step in writing the HTML.

    `open`, `close`, `void`: `value` is the tag. `text`: the words from `start` to `end`.
    `note`: `value` is its id. `image`, `table`: `value` is the source, `start` the index in
    `Prose.images`. `was`: `start` is the index in `Prose.readings`. `heading` opens an h3, `start`
    is its index in `Prose.headings`.
    """

    kind: PieceKind
    value: str = ""
    start: int = 0
    end: int = 0
    attrs: tuple[tuple[str, str], ...] = ()


@record
class Prose:
    """Parsed Markdown, read-only.

    `text` is the words shown, blocks divided by newlines; marks of notes are not words. `quiet`
    are spans of `text` in which numbers are not looked for. `tables` are the sources of the
    tables that the prose places. `refused`: it was not parsed, so its words are not known.
    """

    text: str
    quiet: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    tables: tuple[Image, ...] = ()
    notes: tuple[NoteUse, ...] = ()
    headings: tuple[Heading, ...] = ()
    readings: tuple[Correction, ...] = ()
    faults: tuple[Fault, ...] = ()
    pieces: tuple[Piece, ...] = ()
    refused: bool = False

    @property
    def unsure(self) -> bool:
        """Whether the words are not known, or not as meant: a correction in them is broken."""
        return self.refused or any(_breaks(fault) for fault in self.faults)


def _breaks(fault: Fault) -> bool:
    """Whether the marks of a correction stay among the words."""
    wide = fault.code == "C217" and "{~~" in str(dict(fault.args)["mended"])
    return wide or fault.code in ("C222", "C280")


def mistyped(faults: Iterable[Fault]) -> Callable[[int, int], bool]:
    """A question: whether a place lies within marks that are told to be full-width (C217)."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for one in faults:
        if one.code == "C217":
            end = one.column + len(str(dict(one.args)["text"]))
            spans.setdefault(one.line, []).append((one.column, end))
    return lambda line, column: any(a <= column <= b for a, b in spans.get(line, ()))


@view
class Mark:
    """A span of the words that is a figure or an honour.

    `id` is the anchor that the HTML gets (`f_…`, `h_…`), `href` what it links to.
    """

    start: int
    end: int
    id: str
    href: str
    kind: Literal["figure", "honour"] = "figure"


@view
class ImageView:
    """An image as a page needs it: address from that page and size in pixels (0 = unknown)."""

    src: str
    width: int = 0
    height: int = 0
