"""Tables for a terminal, in which a Chinese character is as wide as two letters."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

from yearbook.issues import visible


def width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def table(rows: Sequence[Sequence[str | int]], indent: str = "") -> list[str]:
    """Rows of cells as lines, the head first; numbers stand at the right, as their heads do."""
    cells = [[visible(str(cell)) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    numbers = [isinstance(cell, int) for cell in rows[-1]]
    return [indent + "  ".join(map(_padded, row, widths, numbers)).rstrip() for row in cells]


def _padded(text: str, size: int, number: bool) -> str:
    blanks = " " * (size - width(text))
    return blanks + text if number else text + blanks
