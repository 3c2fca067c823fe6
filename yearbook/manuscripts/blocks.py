"""A manuscript as the readers give it: blocks in order, each with its place. No structure yet.

The readers (`docx`, `plain`, `hypertext`, `sheets`) only say what stands there; what is a section,
an entry or a note is decided by the recogniser, the same for every kind of file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["docx", "text", "html", "sheet"]
Style = Literal["", "title", "heading", "item", "numbered", "caption", "quote"]
Why = Literal[
    "header",
    "footer",
    "comment",
    "deleted",
    "hidden",
    "contents",
    "note",
    "object",
    "title",
    "navigation",
    "other",
]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; or with `note` a reference to that note, with `picture` a picture.

    `href` is the address of a link over the text, which is never opened. A line break within a
    paragraph is "\\n", a tab "\\t".
    """

    text: str = ""
    note: str = ""
    picture: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `style` is what the file says of it, else empty.

    `level` is that of a heading (1 the highest) or of a list item (1 the outermost).
    `bold`: all of it is bold or in a face that serves for it (黑体), `centred`: it stands in the
    middle; in a flat manuscript either may mean a heading. `number` is the number that Word
    shows before it and that is not in its text, as “第三章” or “（二）”. `place` counts the lines
    of a text file, elsewhere the paragraphs and tables that hold something, from 1. `head` are the
    words in bold with which a paragraph begins that goes on otherwise.
    """

    runs: tuple[Run, ...]
    place: int
    style: Style = ""
    level: int = 0
    bold: bool = False
    centred: bool = False
    number: str = ""
    head: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells as text, the head first. `name` is that of a sheet.

    All rows are of one length. A merged cell has its text once, at its first place; pictures and
    notes of the cells are in a paragraph after the table.
    """

    rows: tuple[tuple[str, ...], ...]
    place: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the key that runs name; `data` are its bytes, `alt` its alternative text.

    Without `data` it cannot be shown on the web or is not in the file; the report says so.
    """

    key: str
    name: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """The text of a footnote or endnote by the key that runs name."""

    key: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader could not keep as it was, or kept with a difference; for the report."""

    place: int
    said: str
    became: str = ""


class Lost(str):
    """Text that is in no block; `why` says what it was, `place` near which paragraph it stands."""

    __slots__ = ("place", "why")
    why: Why
    place: int

    @classmethod
    def at(cls, text: str, why: Why, place: int = 0) -> Lost:
        made = cls(text)
        made.why, made.place = why, place
        return made


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as read. `encoding` is that of a text file; `digest` the SHA-256 of its bytes.

    `lost` is text that is in the file and in no block (headers, comments, deleted text): it goes
    into the report, so that nothing vanishes unseen.
    """

    name: str
    kind: Kind
    digest: str
    blocks: tuple[Paragraph | Grid, ...]
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = ()
    lost: tuple[Lost, ...] = ()
    encoding: str = ""
