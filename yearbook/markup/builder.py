"""The words and pieces of an entry, put together in the order of reading."""

from __future__ import annotations

import re

from yearbook.markup.finder import Finder
from yearbook.markup.prose import Correction, Fault, Heading, Image, Link, NoteUse, Piece, Prose

WIDE = (  # compiled when a line break within words is met
    "[\u1100-\u11ff\u2014\u2018-\u201d\u2026\u2e80-\u303f\u3040-\ua4cf\uac00-\ud7af\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0003ffff]"
)


class Builder:
    """Takes blocks and words, and gives the prose that they make."""

    def __init__(self, source: str) -> None:
        self.finder = Finder(source)
        self.chunks: list[str] = []
        self.length = 0
        self.last = "\n"
        self.pending = False
        self.pieces: list[Piece] = []
        self.quiet: list[tuple[int, int]] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.tables: list[Image] = []
        self.notes: list[NoteUse] = []
        self.headings: list[Heading] = []
        self.readings: list[Correction] = []
        self.faults: list[Fault] = []
        self.halved = False

    def result(self) -> Prose:
        return Prose(
            text="".join(self.chunks).rstrip("\n"),
            quiet=tuple(self.quiet),
            links=tuple(self.links),
            images=tuple(self.images),
            tables=tuple(self.tables),
            notes=tuple(self.notes),
            headings=tuple(self.headings),
            readings=tuple(self.readings),
            faults=tuple(self.faults),
            pieces=tuple(self.pieces),
        )

    def open(self, tag: str, attrs: tuple[tuple[str, str], ...] = ()) -> None:
        self.pieces.append(Piece("open", tag, attrs=attrs))

    def close(self, tag: str) -> None:
        self.pieces.append(Piece("close", tag))

    def new_block(self) -> None:
        """End a block of words: whatever follows stands on a new line of the text."""
        self.pending = self.halved = False
        if self.last != "\n":
            self.chunks.append("\n")
            self.length += 1
            self.last = "\n"

    def words(self, text: str) -> None:
        """Add words; a line break within is dropped beside a Han, else it is a blank."""
        head, *rest = text.split("\n")
        self.add(head.rstrip() if rest else head)
        for part in rest:
            self.pending = True
            self.add(part.strip() if part is not rest[-1] else part.lstrip())

    def add(self, part: str) -> None:
        """Add words without a line break, after the break that may be pending."""
        if self.last == "\n":
            part, self.pending = part.lstrip(), False
        if not part:
            return
        if self.pending and not (re.match(WIDE, self.last) or re.match(WIDE, part)):
            part = f" {part}"
        self.pending = False
        self.pieces.append(Piece("text", start=self.length, end=self.length + len(part)))
        self.chunks.append(part)
        self.length += len(part)
        self.last = part[-1]

    def since(self, start: int) -> str:
        """The words added since the offset `start`."""
        taken: list[str] = []
        need = self.length - start
        for chunk in reversed(self.chunks):
            if need <= 0:
                break
            taken.append(chunk[-need:])
            need -= len(chunk)
        return "".join(reversed(taken)).strip("\n")


def splits_number(before: str, words: str, after: str) -> bool:
    """Whether an edge of emphasised words stands between two digits."""
    edges = (before + words[:1], words[-1:] + after[:1])
    return any(len(edge) == 2 and edge.isdigit() for edge in edges)
