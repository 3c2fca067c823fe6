"""Notes of a text manuscript: [1] in the words, and the line [1] that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from yearbook.manuscripts import shapes
from yearbook.manuscripts.blocks import Grid, Paragraph
from yearbook.manuscripts.drafts import Found


def note_marks(found: Found) -> dict[int, dict[str, str]]:
    """For each paragraph (by identity) the signs such as [1] in it that a later line explains."""
    made: dict[int, dict[str, str]] = {}
    blocks = found.manuscript.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Grid):
            continue
        text = block.text
        start = first.end() if (first := shapes.NOTE.match(text.strip())) else 0
        for sign in dict.fromkeys(shapes.NOTE_MARK.findall(text[start:])):
            where = _explained(blocks, at, sign)
            if where is not None:
                mark = found.mark(f"note:text-{where}-{_number(sign)}")
                made.setdefault(id(block), {})[sign] = mark
    return made


def _explained(blocks: Sequence[Paragraph | Grid], at: int, sign: str) -> int | None:
    """The place of the next line that begins with the sign."""
    for later in blocks[at + 1 :]:
        if isinstance(later, Paragraph):
            found = shapes.NOTE.match(later.text.strip())
            if found and _number(found.group()) == _number(sign):
                return later.place
    return None


def _number(sign: str) -> str:
    return "".join(char for char in sign if char.isdigit())


def take_notes(found: Found) -> None:
    """Lines that explain a sign become notes; their own sign goes into the report."""
    wanted = {said.removeprefix("note:") for said in found.marks.values()}
    for line in found.lines:
        number = shapes.NOTE.match(line.text) if not line.cells and not line.note else None
        key = f"text-{line.place}-{_number(number.group())}" if number else ""
        if number and key in wanted and len(line.text) > number.end():
            found.leave(line.place, line.text[: number.end()], "number")
            line.note = key
            line.words = type(line.words)(
                line.text[number.end() :], line.words.decoded, line.words.escapes, line.words.edits
            )
            found.notes.setdefault(key, []).append(line)
