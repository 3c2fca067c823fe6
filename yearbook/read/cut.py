"""A section's Markdown cut at its headings, so that every fault has its line.

Only `# `, `## `, fenced code and note definitions are looked at; the rest is prose for markup.
Headings that were meant but written otherwise (full-width ＃, no blank) are reported and cut all
the same, so that one slip makes one issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from yearbook.model import Note
from yearbook.read.text import Source
from yearbook.read.values import check_id_text

HEADING = re.compile(r"([ \t\u3000]*)([#＃]{1,2})(?![#＃])(.*)")
FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
BARE = re.compile(r" {0,3}(?:`{3,}|~{3,})\s*")
NOTE = re.compile(r" {0,3}\[\^([^\]]*)\](\s*[:：])[ \t]*(.*)")
WIDE = re.compile("[＃｛｝]")
WIDE_ATTRIBUTES = re.compile(r"(?:｛[^{}｛｝]*[｝}]|\{[^{}｛｝]*｝|\{\s*＃[^{}｛｝]*\})\s*$")


@dataclass(slots=True)
class Part:
    """A heading of `level` 1 or 2 as written after its marks, and the lines below it.

    `line` is the heading's, from 1; level 0 is what stands before the first heading.
    """

    level: int
    title: str
    line: int
    column: int = 1
    body: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The lines below, without the blank ones at the end."""
        return "\n".join(self.body).rstrip()


def cut(text: str, source: Source) -> tuple[list[Part], tuple[Note, ...]]:
    """The parts of a section file in their order, and its notes, taken out of the parts."""
    lines = text.split("\n")
    parts = [Part(0, "", 0)]
    taken = _Notes(lines, source)
    for number, line, code in coded(lines):
        if code:
            taken.close()
            parts[-1].body.append(line)
        elif part := _heading(line, number, source):
            taken.close()
            parts.append(part)
        elif taken.takes(number, line):
            parts[-1].body.append("")
        else:
            parts[-1].body.append(line)
    return parts, taken.finished()


def coded(lines: list[str]) -> Iterator[tuple[int, str, bool]]:
    """Each line with its number from 1, and whether it belongs to fenced code.

    Markup refuses code; it is looked for so that a `#` in it is not called a heading. A fence
    that is never closed is none.
    """
    bare = {line.strip()[0]: n for n, line in enumerate(lines, 1) if BARE.fullmatch(line)}
    fence = ""
    for number, line in enumerate(lines, 1):
        found = FENCE.match(line)
        mark = found.group(1) if found else ""
        if fence:
            yield number, line, True
            ends = mark[:1] == fence[0] and len(mark) >= len(fence) and line.strip() == mark
            fence = "" if ends else fence
        else:
            fence = mark if mark and bare.get(mark[0], 0) > number else ""
            yield number, line, bool(fence)


def _heading(line: str, number: int, source: Source) -> Part | None:
    if line[:1] not in "#＃ \t\u3000" or not line:
        return None
    found = HEADING.match(line)
    if not found or (found.group(1).count(" ") > 3 or "\t" in found.group(1)):
        return None
    indent, marks, rest = found.groups()
    if indent and not rest[:1].isspace() and "＃" not in marks:
        return None
    _check_marks(found, number, source)
    title = rest.strip()
    if WIDE_ATTRIBUTES.search(title):
        title = title.replace("｛", "{").replace("｝", "}").replace("＃", "#")
    return Part(len(marks), title, number, len(line) - len(rest.lstrip()) + 1)


def _check_marks(found: re.Match[str], number: int, source: Source) -> None:
    indent, marks, rest = found.groups()
    wide = WIDE.search(marks + rest)
    mended = f"{'#' * len(marks)} {rest.strip().replace('＃', '#')}"
    mended = mended.replace("｛", "{").replace("｝", "}")
    if "＃" in marks or rest.startswith("\u3000") or WIDE_ATTRIBUTES.search(rest):
        spot = 1 + len(indent) + (wide.start() if wide else len(marks))
        source.fault(number, spot, "C148", mended=mended)
    elif indent:
        source.fault(number, 1, "C152")
    elif rest and not rest[0].isspace():
        source.fault(number, 1, "C151", mended=mended)


class _Notes:
    """Takes note definitions with their continuation lines out of the lines of a file.

    A definition runs on through the lines that follow it directly, and through blocks that are
    indented by four blanks or a tab, as Markdown has it.
    """

    def __init__(self, lines: list[str], source: Source) -> None:
        self.lines = lines
        self.source = source
        self.notes: dict[str, Note] = {}
        self.open: tuple[str, int, int, list[str]] | None = None
        self.after_blank = False

    def takes(self, number: int, line: str) -> bool:
        """Whether this line belongs to a note."""
        found = NOTE.match(line)
        if found:
            self.close()
            if found.group(2) != ":":
                self.source.fault(number, found.start(2) + 1, "C160", said=found.group(2))
            self.open = (found.group(1), number, found.start(3) + 1, [found.group(3)])
            self.after_blank = False
            return True
        return self.open is not None and self._continues(number, line, self.open)

    def _continues(self, number: int, line: str, note: tuple[str, int, int, list[str]]) -> bool:
        name, body = note[0], note[3]
        if not line.strip():
            self.after_blank = True
            body.append("")
            return True
        indented = re.match("    |\t", line)
        if indented or not self.after_blank:
            body.append(line[indented.end() :] if indented else line)
            return True
        if line.startswith(" "):
            self.source.fault(number, 1, "C158", name=name)
        self.close()
        return False

    def close(self) -> None:
        """End the note that is open."""
        if self.open is not None:
            self._add(*self.open)
        self.open = None

    def _add(self, name: str, line: int, column: int, body: list[str]) -> None:
        words = "\n".join(body).rstrip()
        if check_id_text(name, self.source, line, self.lines[line - 1].index("^") + 2) is None:
            return
        if name in self.notes:
            self.source.fault(line, 1, "C156", name=name, first=self.notes[name].at.line)
        elif not words.strip():
            self.source.fault(line, 1, "C157", name=name)
        else:
            self.notes[name] = Note(id=name, source=words, at=self.source.at(line, column))

    def finished(self) -> tuple[Note, ...]:
        self.close()
        return tuple(self.notes.values())
