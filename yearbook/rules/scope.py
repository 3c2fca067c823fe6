"""What a rule sees, and the places of what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from yearbook import markup
from yearbook.issues import Place, spot
from yearbook.model import Edition, Section, Yearbook
from yearbook.record import view

Finding = tuple[Place, str, dict[str, object]]


@view
class Part:
    """A stretch of Markdown: an entry's or a note's. `at` is where its source begins.

    `at.column` is that of the first line, later lines begin at column 1.
    """

    id: str
    source: str
    at: Place
    note: bool = False

    @property
    def prose(self) -> markup.Prose:
        return markup.parse(self.source)

    def place(self, line: int, column: int) -> Place:
        """The place in the file of a line (from 0) and column (from 1) of the source."""
        shift = self.at.column - 1 if line == 0 else 0
        return Place(self.at.path, self.at.line + line, column + shift)

    def offset(self, at: int) -> Place:
        """The place in the file of an offset in the source."""
        line, column = spot(self.source, at)
        return self.place(line - 1, column)


def entries(section: Section) -> Iterator[Part]:
    """The Markdown of the entries."""
    for entry in section.entries:
        yield Part(entry.id, entry.source, Place(entry.at.path, entry.line, 1))


def notes(section: Section) -> Iterator[Part]:
    """The Markdown of the notes."""
    for note in section.notes:
        yield Part(note.id, note.source, note.at, note=True)


def parts(section: Section) -> Iterator[Part]:
    """All Markdown of a section, in the order of the entries, notes last."""
    yield from entries(section)
    yield from notes(section)


@dataclass(slots=True)
class Scope:
    """A section that read cleanly, with its edition (None for about.md) and yearbook.

    `units` are the units of all figures of the edition. The Markdown of the section is here once
    for all rules: its `entries`, its `notes`, and both as `parts`.
    """

    yearbook: Yearbook
    edition: Edition | None
    section: Section
    units: frozenset[str] = frozenset()
    entries: tuple[Part, ...] = field(init=False)
    notes: tuple[Part, ...] = field(init=False)
    parts: tuple[Part, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.entries, self.notes = tuple(entries(self.section)), tuple(notes(self.section))
        self.parts = self.entries + self.notes if self.notes else self.entries


def nearest(wording: str, text: str) -> str:
    """The stretch of a text that comes nearest to a wording; empty when none is near."""
    from difflib import SequenceMatcher

    match = SequenceMatcher(None, wording, text, autojunk=False).find_longest_match()
    start = max(0, match.b - match.a)
    found = text[start : start + len(wording)].split("\n", maxsplit=1)[0]
    return found if SequenceMatcher(None, wording, found).ratio() >= 0.6 else ""


def place_in_data(section: Section, said: str, otherwise: Place) -> Place:
    """Where a word of a section's YAML file stands, when it remembers that."""
    line, column = getattr(said, "line", 0), getattr(said, "column", 0)
    return Place(data_path(section), line, column) if line else otherwise


def data_path(section: Section) -> str:
    """The path of a section's YAML file, as shown."""
    rows = (section.figures, section.honours, section.ignore, section.tables)
    for path in (one.at.path for row in rows for one in row):
        return path
    stem, dot, ending = section.at.path.rpartition(".")
    return f"{stem}.yaml" if dot and ending == "md" else section.at.path
