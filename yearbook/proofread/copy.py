"""Copy: the words of an edition as a proofreader sees them, each stretch with its place.

The words are those of the file, sign by sign: what is markup gives way to `HIDDEN`, what is not to
be proofread (code, addresses) to `OPAQUE`. So an offset in the words is one in the file.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from yearbook.issues import Place
from yearbook.model import (
    Body,
    Edition,
    Event,
    Item,
    Person,
    Picture,
    Record,
    Reference,
    Section,
    Yearbook,
    records,
    sections,
)
from yearbook.read.values import Written
from yearbook.rules.scope import data_path, entries, notes
from yearbook.years.series import Point, indicators

if TYPE_CHECKING:
    from yearbook.proofread.quantities import Sentence

Kind = Literal["title", "prose", "note", "record", "caption", "cell"]

HIDDEN = "\x00"
OPAQUE = "\x01"
ESCAPED = r"\\`*_{}[\]()>#+.!|~\-"
MARKUP = re.compile(
    r"(?P<code>`[^`\n]*`|<[^<>\s]*[:@][^<>\s]*>|(?:https?://|www\.)[!-~]*[!-~/])"
    r"|!\[[^\]\n]*\]\([^()\"\n]*(?:\"(?P<caption>[^\"\n]*)\")?[^()\n]*\)"
    r"|\[\^[^\]\n]*\]"
    r"|\[(?=[^\[\]\n]*\]\()|\]\((?:[^()\n]|\([^()\n]*\))*\)"
    r"|\{~~[^~]*~>|~~\}|\{>>[^<]*<<\}"
    rf"|\\(?=[{ESCAPED}])|\*+"
    r"|^[ ]*(?:>[ ]?)*(?:#{3,6}[ ]+|[-+][ ]+|[0-9]{1,3}\.[ ]+|:[ ]+)?"
    r"|^[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$"
    r"|\|",
    re.MULTILINE,
)
SIGNS = re.compile(r"[`<!\[\]{}~\\*#|]|https?:|www\.|^[ ]*[-+:>0-9]|^ ", re.MULTILINE)
QUOTED = re.compile(r"[“《「『\"]|^ *>", re.MULTILINE)
QUOTES = re.compile("[“”]")
TITLES = re.compile(r"《[^《》]*》|「[^「」]*」|『[^『』]*』|\"[^\"]*\"")
WIDE = dict(zip(",;:()", "，；：（）", strict=True))
HALF = re.compile("[,;:()](?![0-9])|(?<![0-9])[,;:()]")
PAIRS = re.compile(rf"“[^“”]*”|{TITLES.pattern}")


@dataclass(frozen=True)
class Copy:
    """A stretch of words: the title or the prose of an entry, a note, a field of a record.

    `id` is the entry's, note's, record's or table's. `at` is where `source` begins in the file;
    its lines are those of the file, the later ones beginning behind `indent` blanks.
    """

    section: Section
    kind: Kind
    id: str
    source: str
    at: Place
    indent: int = 0

    @cached_property
    def words(self) -> str:
        """The source with the same length, markup replaced by `HIDDEN` and `OPAQUE`."""
        return masked(self.source) if self.kind in ("prose", "note") else self.source

    @cached_property
    def own(self) -> str:
        """The words with all that is quoted or a title `OPAQUE`: between “” and 《》, after >."""
        return quieted(self.words, self.source)

    @cached_property
    def signs(self) -> frozenset[str]:
        """The characters that occur, by which a rule sees at once that it has nothing to do."""
        return frozenset(self.words)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The words as they are read, cut into sentences."""
        from yearbook.proofread.quantities import cut

        return tuple(cut(self))

    @cached_property
    def _ends(self) -> list[int]:
        """Where the lines of the source end."""
        return [found.start() for found in re.finditer("\n", self.source)]

    def place(self, offset: int) -> Place:
        """The place in the file of an offset in the words."""
        line = bisect(self._ends, offset - 1)
        start = self._ends[line - 1] + 1 if line else 0
        column = offset - start + (self.indent + 1 if line else self.at.column)
        return Place(self.at.path, self.at.line + line, column)

    def offset(self, place: Place) -> int:
        """The offset in the words of a place in the file; -1 when it lies elsewhere."""
        down, at = place.line - self.at.line, 0
        for _ in range(down):
            at = self.source.find("\n", at) + 1
            if not at:
                return -1
        at += place.column - (self.indent + 1 if down else self.at.column)
        return at if down >= 0 and 0 <= at <= len(self.source) and self.place(at) == place else -1


@dataclass(frozen=True)
class Proof:
    """An edition to be proofread; None stands for about.md.

    `pairs` are its figures of which the edition of the year before has a value to compare.
    """

    yearbook: Yearbook
    edition: Edition | None
    copies: tuple[Copy, ...]
    pairs: tuple[tuple[Section, Point, Point], ...] = ()


def proofs(yearbook: Yearbook) -> Iterator[Proof]:
    """The editions, drafts among them, then about.md: what of them read cleanly."""
    pairs = _pairs(yearbook)
    for n, edition in enumerate(yearbook.editions):
        found = (copy for one in sections(edition) for copy in copies(one))
        yield Proof(yearbook, edition, tuple(found), tuple(pairs.get(n, ())))
    if yearbook.about is not None:
        yield Proof(yearbook, None, tuple(copies(yearbook.about)))


def _pairs(yearbook: Yearbook) -> dict[int, list[tuple[Section, Point, Point]]]:
    """The figures by the number of their edition, with the one before them in their series."""
    found: dict[int, list[tuple[Section, Point, Point]]] = {}
    for series in indicators(yearbook.editions).lasting():
        for before, after in pairwise(series.valued):
            if not after.breaks and not after.gap and after.section.clean:
                found.setdefault(after.edition, []).append((after.section, before, after))
    return found


def copies(section: Section) -> Iterator[Copy]:
    """The stretches of a section: title, entries with their titles, notes, records, tables."""
    if section.clean_prose:
        yield from _prose(section)
    if section.clean:
        yield from _data(section)


def _prose(section: Section) -> Iterator[Copy]:
    if section.entries:
        yield Copy(section, "title", "", section.title, Place(section.at.path, 1, 3))
    for entry, part in zip(section.entries, entries(section), strict=True):
        if entry.id != "lead":
            at = Place(entry.at.path, entry.at.line, 4)
            yield Copy(section, "title", entry.id, entry.title, at)
        yield Copy(section, "prose", entry.id, part.source, part.at)
    for part in notes(section):
        yield Copy(section, "note", part.id, part.source, part.at)


def _data(section: Section) -> Iterator[Copy]:
    path = data_path(section)
    for record in records(section):
        for field in (*_fields(record), record.note):
            yield from _written(section, "record", record.id, field, path)
    folder = path.rpartition("/")[0]
    for table in section.tables:
        for field in (table.caption, table.units, table.source):
            yield from _written(section, "caption", table.id, field, path)
        for row in table.rows:
            for cell in row:
                yield from _written(section, "cell", table.id, cell, f"{folder}/{table.file}")


def _written(section: Section, kind: Kind, id_: str, said: str, path: str) -> Iterator[Copy]:
    if said and isinstance(said, Written):
        line, column = said.begin
        indent = column - 1 if line > said.line else 0  # of a block
        yield Copy(section, kind, id_, str(said), Place(path, line, column), indent)


def _fields(record: Record) -> tuple[str, ...]:
    """The words of a record that its editors wrote; dates and addresses are none."""
    match record:
        case Person():
            return (record.name, record.office)
        case Body():
            return (record.name, record.parent, record.kind)
        case Item() | Event():
            return (record.text,)
        case Reference():
            return (record.title, record.author, record.publisher)
        case Picture():
            return (record.caption, record.credit)


def quieted(words: str, source: str) -> str:
    """The words without what is not the editors' own; the marks around it stay."""
    if QUOTED.search(source) is None:
        return words
    lines = zip(words.split("\n"), source.split("\n"), strict=True)
    return "\n".join(_quieted(line, written) for line, written in lines)


def _quieted(line: str, written: str) -> str:
    """A line so; where its “” do not pair (a fault), what stands between them is kept."""
    if written.lstrip(" ")[:1] == ">":
        return OPAQUE * len(line)
    marks = QUOTES.findall(line)
    if "".join(marks) == "“”" * (len(marks) // 2):
        return PAIRS.sub(_inside, line)
    if marks == ["“"] and line.lstrip(HIDDEN)[:1] == "“":  # it goes on in the next paragraph
        return OPAQUE * len(line)
    return TITLES.sub(_inside, line)


def _inside(found: re.Match[str]) -> str:
    text = found.group()
    return text[0] + OPAQUE * (len(text) - 2) + text[-1]


def widened(words: str) -> str:
    """The words of the same length with , ; : ( ) full-width, as the sums and comparisons read
    them; those within numbers and times stay."""
    return HALF.sub(lambda found: WIDE[found.group()], words)


def masked(source: str) -> str:
    """The words of Markdown: its marks hidden, of the same length."""
    return MARKUP.sub(_hidden, source) if SIGNS.search(source) else source


def _hidden(found: re.Match[str]) -> str:
    text = found.group()
    if found["code"]:
        return OPAQUE * len(text)
    if found["caption"]:
        start, end = (at - found.start() for at in found.span("caption"))
        return HIDDEN * start + text[start:end] + HIDDEN * (len(text) - end)
    return HIDDEN * len(text)
