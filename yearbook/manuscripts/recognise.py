"""From the blocks of a manuscript to sections, entries and records, without losing a character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from yearbook.manuscripts import records, shapes
from yearbook.manuscripts.blocks import Grid, Manuscript, Paragraph
from yearbook.manuscripts.drafts import (
    Added,
    EntryDraft,
    Found,
    Line,
    SectionDraft,
    line_of,
    lines_of,
    without_marks,
)
from yearbook.manuscripts.filling import fill
from yearbook.manuscripts.headings import headings
from yearbook.manuscripts.hints import Hints, Said
from yearbook.manuscripts.mending import MARK
from yearbook.manuscripts.notes import note_marks, take_notes
from yearbook.manuscripts.shapes import proper
from yearbook.manuscripts.starts import begins, keep_heads

LEAD = "lead"
ANYWHERE = 0


def recognise(manuscript: Manuscript, hints: Hints, title: str = "") -> Found:
    """The sections of a manuscript; `title` is that of the one section when it has none."""
    found = Found(manuscript)
    lines = _lines(found)
    body = [line for line in lines if not line.note and (line.text or line.cells)]
    keep_heads(body)
    said = headings(body, hints)
    _Builder(found, hints, title).build(said)
    for lost in manuscript.lost:
        found.leave(0, lost, "unread")
    return found


def _lines(found: Found) -> list[Line]:
    """Every line of the blocks and of the notes, mended; all are kept for the proof."""
    marks = note_marks(found)
    for block in found.manuscript.blocks:
        if isinstance(block, Grid):
            found.lines.append(line_of(block))
        else:
            found.lines += lines_of(found, block, marks.get(id(block), {}))
            _report_links(found, block)
    for remark in found.manuscript.remarks:
        for paragraph in remark.paragraphs:
            row = list(lines_of(found, paragraph, {}))
            for line in row:
                line.note = remark.key
            found.notes.setdefault(remark.key, []).extend(row)
            found.lines += row
    take_notes(found)
    for line in found.lines:
        for doubt in line.words.doubts:
            found.doubt(line.place, doubt.kind, doubt.near)
    return found.lines


def _report_links(found: Found, paragraph: Paragraph) -> None:
    """The addresses of links, of which only the words are kept."""
    for run in paragraph.runs:
        if run.href.startswith(("http:", "https:", "mailto:")) and run.href != run.text:
            found.doubt(paragraph.place, "link", f"{run.text} {run.href}")


@dataclass(slots=True)
class _Builder:
    """Puts titled lines and texts together."""

    found: Found
    hints: Hints
    title: str
    category: str = ""
    group: str = ""
    group_place: int = 0
    section: SectionDraft | None = None
    opening: list[Line] = field(default_factory=list)
    texts: list[tuple[EntryDraft, list[Line]]] = field(default_factory=list)

    def build(self, said: Sequence[Said]) -> None:
        for kind, line in said:
            getattr(self, f"_{kind}")(line)
        self._close()

    def _contents(self, line: Line) -> None:
        self.found.leave(line.place, line.text, "contents")

    def _title(self, line: Line) -> None:
        if self.hints.single and self.section is None and not self.title:
            self._section(line)
        else:
            self.found.leave(line.place, line.text, "title")

    def _category(self, line: Line) -> None:
        self._close()
        self.category = self._named(line)
        self.found.categories.append(line)

    def _apart(self, line: Line) -> None:
        self._close()
        self.category = ""

    def _section(self, line: Line) -> None:
        self._close()
        name = self._named(line)
        if self.hints.single and self.title:
            self._begin_as_told(line, name)
            return
        self.section = self._begun(name, line.place)

    def _begin_as_told(self, line: Line, name: str) -> None:
        """The section that the user named: another title in the manuscript is no title."""
        if proper(name) == proper(self.title):
            self.section = self._begun(name, line.place)
            return
        self.found.leave(line.place, name, "title")
        self.found.add(line.place, self.title, "title")
        self.section = self._begun(self.title, line.place)

    def _begun(self, name: str, place: int) -> SectionDraft:
        lead = EntryDraft(name, place, id=LEAD)
        made = SectionDraft(name, place, lead, self.category)
        self.group, self.texts = "", [(lead, [])]
        self.found.sections.append(made)
        return made

    def _named(self, line: Line) -> str:
        """A title without its number, which pages give themselves."""
        number = shapes.numbering(line.text)
        if number and number.end < len(line.text):
            self.found.leave(line.place, line.text[: number.end], "number")
            return without_marks(line.text[number.end :]).strip()
        return without_marks(line.text)

    def _group(self, line: Line) -> None:
        section = self._current(line)
        if records.keeps_lines(section.title):
            self._text(line)
            return
        name = self._named(line)
        if name == self.group:  # it goes on
            self.found.leave(line.place, name, "title")
            return
        self._end_group()
        self.group, self.group_place = name, line.place

    def _end_group(self) -> None:
        """A group without entries is none."""
        used = {entry.group for entry in self.section.entries} if self.section else set()
        if self.group and self.group not in used:
            self.found.leave(self.group_place, self.group, "empty")
        self.group = ""

    def _entry(self, line: Line) -> None:
        section = self._current(line)
        if records.keeps_lines(section.title):
            self._text(line)
            return
        self._enter(EntryDraft(self._named(line), line.place, group=self.group))

    def _enter(self, entry: EntryDraft) -> None:
        assert self.section is not None
        self.section.entries.append(entry)
        self.texts.append((entry, []))

    def _sub(self, line: Line) -> None:
        section = self._current(line)
        if not records.keeps_lines(section.title):
            line.style = "heading"
        self._text(line)

    def _text(self, line: Line) -> None:
        section = self._current(line)
        circled = shapes.CIRCLED.match(line.text) if not line.cells else None
        bracketed = shapes.BRACKETED.match(line.text) if not line.cells else None
        if records.keeps_lines(section.title):
            pass
        elif circled and len(line.text) > circled.end():
            self.found.leave(line.place, line.text[: circled.end()], "number")
            self._run_on(line, line.text[circled.end() :])
            return
        elif begun := begins(line):
            title, rest = begun
            self._enter(EntryDraft(title, line.place, group=self.group))
            self._rest(line, rest)
            return
        elif bracketed:
            self._bracketed(line, bracketed.group(1).strip(), line.text[bracketed.end() :])
            return
        self.texts[-1][1].append(line)

    def _run_on(self, line: Line, text: str) -> None:
        """An entry whose title is the words up to the first 。."""
        title, rest = shapes.headline(text)
        bracketed = shapes.BRACKETED.match(text)
        if bracketed:
            title, rest = bracketed.group(1).strip(), text[bracketed.end() :]
        marks = "".join(MARK.findall(title))
        self._enter(EntryDraft(without_marks(title), line.place, group=self.group))
        self._rest(line, marks + rest)

    def _bracketed(self, line: Line, title: str, rest: str) -> None:
        marks = "".join(MARK.findall(title))
        self._enter(EntryDraft(without_marks(title), line.place, group=self.group))
        self._rest(line, marks + rest.strip())

    def _rest(self, line: Line, rest: str) -> None:
        if rest:
            self.texts[-1][1].append(_with_text(line, rest))

    def _current(self, line: Line) -> SectionDraft:
        """The open section; before the first, that of the opening or of all."""
        if self.section is None:
            self.section = self._begun(self.title, line.place)
            if self.title:
                self.found.add(line.place, self.title, "title")
        return self.section

    def _close(self) -> None:
        """Make entries and records of the lines of the section that ends."""
        if self.section is None:
            return
        for entry, lines in self.texts:
            rest = records.take(self.found, self.section, entry, lines, self.hints.year)
            fill(self.found, entry, rest)
        self._end_group()
        lead = self.section.lead
        if lead.contributors and not lead.blocks:
            self.section.contributors, lead.contributors = lead.contributors, []
        self._settle(self.section)
        self.section = None

    def _settle(self, section: SectionDraft) -> None:
        """A section without any words is no section."""
        if not section.all and not section.records:
            self._leave_title(section)
            for name in section.contributors:
                self.found.leave(ANYWHERE, name, "empty")
            self.found.doubt(section.place, "empty", section.title)
            self.found.sections.remove(section)

    def _leave_title(self, section: SectionDraft) -> None:
        """The title of a section that is none goes into the report, if the manuscript has it."""
        told = Added(section.place, section.title, "title")
        if told in self.found.added:
            self.found.added.remove(told)
        else:
            self.found.leave(section.place, section.title, "empty")


def _with_text(line: Line, text: str) -> Line:
    words = line.words
    made = type(words)(text, words.decoded, words.escapes)
    return Line(made, line.place, line.style, line.level)
