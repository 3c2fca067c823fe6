"""What a manuscript is recognised as: sections with entries and records, not yet files.

Words hold marks where a note or a picture stands: one character of a plane that no text uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from yearbook.manuscripts.blocks import Grid, Manuscript, Paragraph
from yearbook.manuscripts.mending import DEAD, MARK, Mended, mend

FIRST_MARK = 0xF0000
Why = Literal["number", "contents", "title", "label", "credit", "empty", "note", "unread"]


@dataclass(slots=True)
class Line:
    """A paragraph or a line of one, mended; or with `cells` a table."""

    words: Mended
    place: int
    style: str = ""
    level: int = 0
    bold: bool = False
    head: str = ""  # the title in bold with which it begins
    cells: tuple[tuple[Mended, ...], ...] = ()
    name: str = ""
    note: str = ""  # the mark of the note whose text this is

    @property
    def text(self) -> str:
        return self.words.text


@dataclass(frozen=True, slots=True)
class Left:
    """Words of the manuscript that stand in the report and not in the result."""

    place: int
    text: str
    why: Why


@dataclass(frozen=True, slots=True)
class Added:
    """Words of the result that the manuscript does not have there: repeated or supplied."""

    place: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as the manuscript has it and as the result writes it."""

    place: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an editor must look at; `kind` is a phrase of the report."""

    place: int
    kind: str
    text: str


@dataclass(slots=True)
class TableDraft:
    caption: str
    rows: list[list[str]]
    place: int
    units: str = ""
    source: str = ""
    id: str = ""
    file: str = ""


@dataclass(slots=True)
class PictureDraft:
    key: str
    place: int
    caption: str = ""
    alt: str = ""
    file: str = ""


@dataclass(slots=True)
class Block:
    """A paragraph of an entry: plain, an item of a list, a heading, a table or a picture."""

    text: str
    place: int
    style: str = ""
    level: int = 1
    table: TableDraft | None = None
    picture: PictureDraft | None = None


@dataclass(slots=True)
class EntryDraft:
    title: str
    place: int
    blocks: list[Block] = field(default_factory=list)
    contributors: list[str] = field(default_factory=list)
    group: str = ""
    id: str = ""


@dataclass(slots=True)
class RecordDraft:
    """A record of `kind` (people, bodies, items, events or references) by its fields."""

    kind: str
    fields: dict[str, str]
    place: int
    id: str = ""


@dataclass(slots=True)
class SectionDraft:
    """A section; the first entry is the lead, which may be without words."""

    title: str
    place: int
    lead: EntryDraft
    category: str = ""
    entries: list[EntryDraft] = field(default_factory=list)
    records: list[RecordDraft] = field(default_factory=list)
    contributors: list[str] = field(default_factory=list)
    stem: str = ""
    sheet: bool = False

    @property
    def all(self) -> list[EntryDraft]:
        """The entries, with the lead when it has words."""
        return [*([self.lead] if self.lead.blocks else []), *self.entries]

    @property
    def ids(self) -> set[str]:
        """The ids of its entries and records."""
        return {entry.id for entry in self.all} | {record.id for record in self.records}

    @property
    def tables(self) -> list[tuple[EntryDraft, TableDraft]]:
        return [(one, b.table) for one in self.all for b in one.blocks if b.table]

    @property
    def pictures(self) -> list[PictureDraft]:
        return [block.picture for one in self.all for block in one.blocks if block.picture]


@dataclass(slots=True)
class Found:
    """All that was found in a manuscript. `marks` are notes (`note:KEY`) and pictures by mark."""

    manuscript: Manuscript
    lines: list[Line] = field(default_factory=list)
    sections: list[SectionDraft] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[Line]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    dated: list[Dated] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    categories: list[Line] = field(default_factory=list)
    owners: dict[str, SectionDraft] = field(default_factory=dict)

    def leave(self, place: int, text: str, why: Why) -> None:
        text = MARK.sub("", text).strip()
        if text:
            self.left.append(Left(place, text, why))

    def add(self, place: int, text: str, where: str) -> None:
        self.added.append(Added(place, text, where))

    def doubt(self, place: int, kind: str, text: str = "") -> None:
        self.doubts.append(Doubt(place, kind, MARK.sub("", text)[:80]))

    def takes(self, note: str, section: SectionDraft) -> bool:
        """Whether a note belongs to a section: to the first that refers to it."""
        return self.owners.setdefault(note, section) is section

    def leave_notes(self) -> None:
        """Notes that no section took: nothing refers to them where words can hold a note."""
        for key, lines in self.notes.items():
            for line in lines if key not in self.owners else ():
                self.leave(line.place, line.text, "note")
                self.doubt(line.place, "note", line.text)

    def mark(self, said: str) -> str:
        """The mark for a note or picture, a new one each time."""
        made = chr(FIRST_MARK + len(self.marks))
        self.marks[made] = said
        return made


def without_marks(text: str) -> str:
    return MARK.sub("", text)


def raw_of(paragraph: Paragraph) -> str:
    """All that a reader of the manuscript sees of a paragraph: its number and its words."""
    number = getattr(paragraph, "number", "")
    if paragraph.style in ("item", "numbered"):
        number = ""
    parted = number[-1:].isdigit() or (number.endswith(".") and paragraph.text[:1].isdigit())
    return number + (" " if parted else "") + paragraph.text


def lines_of(found: Found, paragraph: Paragraph, marks: dict[str, str]) -> Iterable[Line]:
    """The lines of a paragraph, one for each line break in it."""
    raw = raw_of(paragraph)
    marked = raw[: len(raw) - len(paragraph.text)]
    for run in paragraph.runs:
        marked += MARK.sub(DEAD, run.text)
        if run.note:
            marked += found.mark(f"note:{run.note}")
        if run.picture:
            marked += found.mark(f"picture:{run.picture}")
    head = mend(paragraph.head).text
    for part in re.split("[\n\r]", marked):
        words = mend(part, marks)
        own = head if words.text.startswith(head) else ""
        yield Line(words, paragraph.place, paragraph.style, paragraph.level, paragraph.bold, own)
        head = ""


def line_of(grid: Grid) -> Line:
    """A table as a line."""
    cells = tuple(tuple(mend(MARK.sub(DEAD, one)) for one in row) for row in grid.rows)
    return Line(mend(""), grid.place, cells=cells, name=grid.name)
