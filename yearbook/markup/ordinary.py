"""Ordinary Markdown, read without the Markdown library: of each thing the usual way to write it.

Paragraphs and headings of a line, lists of one level, tables; in them words, strong words, links
and notes. Whatever is written in another way, and all that may be a fault, is left to the library.
What comes out is what the library's way would give.
"""

from __future__ import annotations

import re

from yearbook.markup.builder import Builder, splits_number
from yearbook.markup.plain import START, circled, within
from yearbook.markup.prose import Heading, Link, NoteUse, Piece, Prose

NONE = r"\n\\`*_{}\[\]<>&=~|［］｛｝\x00-\x1f"
WORDS = rf"[^{NONE}]++"
INLINE = re.compile(
    rf"(?P<words>{WORDS})"
    rf"|\*\*(?![\s*])(?P<strong>{WORDS})(?<!\s)\*\*(?!\*)"
    rf"|(?<![!！])\[(?![\s^])(?P<text>[^{NONE}！（]++)\]\((?P<href>[A-Za-z0-9./#:%?_-]++)\)"
    r"|\[\^(?P<note>[A-Za-z0-9-]++)\](?![(:])"
)
ITEMS = ("- ", "1. ")
HEADING = re.compile(r"### +(?=\S)")
BEGIN = re.compile(START)
RULE = re.compile(r"\|(?: *:?-{3,}:? *\|){2,}")
CLASSES = {(True, True): "center", (False, True): "right"}


def prose(source: str) -> Prose | None:
    """The prose of an ordinary source; None for every other."""
    if not within(source):
        return None
    made = Reader(source)
    listed = False
    for block in re.split(r"\n\n+", source.strip("\n")):
        lines = block.split("\n")
        before, listed = listed, lines[0].startswith(ITEMS)
        if (before and listed) or not made.block(lines):  # lists in a row would be one
            return None
    made.faults += circled(source)
    return made.result()


class Reader(Builder):
    """Reads block after block; each method tells whether all was ordinary."""

    def block(self, lines: list[str]) -> bool:
        first = lines[0]
        if any(line[-1:].isspace() for line in lines):
            return False
        if first.startswith("|"):
            return self.table(lines)
        if first.startswith(ITEMS):
            return self.items(lines)
        return len(lines) == 1 and (
            self.heading(first) if first.startswith("#") else self.paragraph(first)
        )

    def paragraph(self, line: str) -> bool:
        return bool(line and BEGIN.match(line)) and self.within("p", line)

    def heading(self, line: str) -> bool:
        begin = HEADING.match(line)
        if not begin:
            return False
        self.new_block()
        before = self.length
        number, _ = self.finder.place("### ")
        self.pieces.append(Piece("heading", "h3", len(self.headings)))
        good = self.inline(line[begin.end() :])
        self.close("h3")
        self.headings.append(Heading(self.since(before), number))
        self.new_block()
        return good

    def items(self, lines: list[str]) -> bool:
        """Items of a line each, with - or with the numbers from 1 on."""
        numbered = lines[0][0] == "1"
        tag = "ol" if numbered else "ul"
        self.new_block()
        self.open(tag)
        for number, line in enumerate(lines, 1):
            mark = f"{number}. " if numbered else "- "
            item = line[len(mark) :]
            good = line.startswith(mark) and number < 100 and BEGIN.match(item)
            if not good or not self.within("li", item):
                return False
        self.close(tag)
        self.new_block()
        return True

    def table(self, lines: list[str]) -> bool:
        """A head, a rule and rows, with bars around every cell."""
        if len(lines) < 3 or not RULE.fullmatch(lines[1]):
            return False
        rule, head, *rows = (_cells(line) for line in (lines[1], lines[0], *lines[2:]))
        kinds = [CLASSES.get((cell[0] == ":", cell[-1] == ":"), "") for cell in rule]
        attrs = [(("class", kind),) if kind else () for kind in kinds]
        self.new_block()
        self.open("table")
        good = self.rows("thead", "th", [head], attrs) and self.rows("tbody", "td", rows, attrs)
        self.close("table")
        self.new_block()
        return good

    def rows(
        self,
        part: str,
        tag: str,
        rows: list[list[str]],
        attrs: list[tuple[()] | tuple[tuple[str, str]]],
    ) -> bool:
        """The rows of one part of a table; each has as many cells as the rule."""
        self.open(part)
        for row in rows:
            self.open("tr")
            if len(row) != len(attrs):
                return False
            if not all(self.within(tag, *cell) for cell in zip(row, attrs, strict=True)):
                return False
            self.close("tr")
        self.close(part)
        return True

    def within(self, tag: str, line: str, attrs: tuple[tuple[str, str], ...] = ()) -> bool:
        """An element with one line of words."""
        self.new_block()
        self.open(tag, attrs)
        good = self.inline(line)
        self.close(tag)
        self.new_block()
        return good

    def inline(self, line: str) -> bool:
        """Words, strong words, links and notes."""
        at = 0
        while at < len(line):
            found = INLINE.match(line, at)
            if not found:
                return False
            at = found.end()
            if found.lastgroup == "words":
                self.add(found["words"])
            elif found.lastgroup == "href":
                self.link(found["text"], found["href"])
            elif found.lastgroup == "note":
                self.notes.append(NoteUse(found["note"], *self.finder.place(found[0])))
                self.pieces.append(Piece("note", found["note"]))
            elif splits_number(self.last, found["strong"], line[at : at + 1]):
                return False
            else:
                self.open("strong")
                self.add(found["strong"])
                self.close("strong")
        return True

    def link(self, text: str, href: str) -> None:
        start = self.length
        line, column = self.finder.address(href)
        self.open("a", (("href", href),))
        self.add(text)
        self.close("a")
        self.quiet.append((start, self.length))
        self.links.append(Link(href, text, line, column))


def _cells(line: str) -> list[str]:
    """The cells of a row; none of a row that does not have bars around every cell."""
    good = line.startswith("|") and line.endswith("|") and "||" not in line
    return [cell.strip(" ") for cell in line[1:-1].split("|")] if good else []
