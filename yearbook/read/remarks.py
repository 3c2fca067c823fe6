"""Remarks of the editors in a section's Markdown: `<!-- … -->` on lines of their own.

They are dropped before anything else looks at the text, and leave blank lines, so that every other
line keeps its number. A comment among the words of a block, in code or in a note is left to
markup, which refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.read.cut import FENCE, coded
from yearbook.read.text import Source

OPEN, CLOSE = "<!--", "-->"
START = re.compile(f" {{0,3}}{OPEN}")
HEADING = re.compile(" {0,3}[#＃]")


def without_remarks(text: str, source: Source) -> str:
    """The text with its remarks made blank; one that does not end is a fault."""
    if OPEN not in text:
        return text
    lines = text.split("\n")
    taken = {number for first, end in _remarks(lines, source) for number in range(first, end)}
    kept = ["" if number in taken else line for number, line in enumerate(lines)]
    return "\n".join(kept)


def _remarks(lines: list[str], source: Source) -> Iterator[tuple[int, int]]:
    """The first line of each remark, from 0, and the line after its last."""
    code = {number - 1 for number, _, within in coded(lines) if within}
    free, number = True, 0  # free: no words stand directly before
    while number < len(lines):
        line = lines[number]
        end = _end(lines, number, source) if START.match(line) and number not in code else 0
        if end and (free or _is_free(lines, end)):
            yield number, end
            number, free = end, True
            continue
        free = not line.strip() or bool(HEADING.match(line))
        number += 1


def _end(lines: list[str], first: int, source: Source) -> int:
    """The line after a remark; 0 when words follow its end. Without an end it is one block."""
    for number in range(first, len(lines)):
        line = lines[number]
        head = line.partition(CLOSE)[0]
        if OPEN in (head.partition(OPEN)[2] if number == first else head):
            break
        if CLOSE in line:
            return 0 if line.partition(CLOSE)[2].strip() else number + 1
    source.fault(first + 1, lines[first].index(OPEN) + 1, "C370")
    return _block_end(lines, first)


def _block_end(lines: list[str], first: int) -> int:
    rest = range(first + 1, len(lines))
    return next((number for number in rest if _is_free(lines, number)), len(lines))


def _is_free(lines: list[str], number: int) -> bool:
    """Whether at this line no block goes on: it is blank, a heading, a remark, or the end."""
    line = lines[number] if number < len(lines) else ""
    return not line.strip() or bool(HEADING.match(line) or START.match(line) or FENCE.match(line))
