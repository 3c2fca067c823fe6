"""A manuscript as the readers give it: blocks in order, each with its place. No structure yet.

The readers (`docx`, `plain`, `hypertext`, `sheets`) only say what stands there; what is a section,
an entry or a note is decided by the recogniser, the same for every kind of file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; or with `note` a reference to that note, with `picture` a picture.

    `href` is the address of a link over the text, which is never opened.
    """

    text: str = ""
    note: str = ""
    picture: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `style` is what the file says of it, else empty.

    `level` is that of a heading (1 the highest) or of a list item (1 the outermost).
    `bold`: all of it is bold, which in a flat manuscript may mean a heading. `place` counts the
    paragraphs or lines of the file from 1, as a reader would count them.
    """

    runs: tuple[Run, ...]
    place: int
    style: Literal["", "title", "heading", "item", "numbered", "caption", "quote"] = ""
    level: int = 0
    bold: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells as text, the head first. `name` is that of a sheet."""

    rows: tuple[tuple[str, ...], ...]
    place: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the key that runs name; `data` are its bytes, `alt` its alternative text."""

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


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as read. `encoding` is that of a text file; `digest` the SHA-256 of its bytes.

    `lost` is text that is in the file and in no block (headers, comments, deleted text): it goes
    into the report, so that nothing vanishes unseen.
    """

    name: str
    kind: Literal["docx", "text", "html", "sheet"]
    digest: str
    blocks: tuple[Paragraph | Grid, ...]
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = ()
    lost: tuple[str, ...] = ()
    encoding: str = ""
