"""Rows of cells, some over several columns or rows, as a table with a text at each place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from yearbook.issues import Words
from yearbook.manuscripts.reading import Refused

Rows = tuple[tuple[str, ...], ...]
_MOST = 200_000
WIDEST = 63  # columns that one cell may cover, as in Word


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1

    @property
    def merged(self) -> bool:
        return self.columns > 1 or self.rows > 1


def filled(rows: list[list[Cell]]) -> Rows:
    """All rows of one length; a cell's words stand at its first place alone."""
    texts: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in texts:
                column += 1
            down = range(at, min(at + cell.rows, len(rows)))
            across = range(column, column + min(cell.columns, WIDEST))
            texts |= dict.fromkeys(product(down, across), "")
            texts[at, column] = cell.text
            _check_size(len(texts))
    width = max((column for _, column in texts), default=-1) + 1
    _check_size(width * len(rows))
    return tuple(
        tuple(texts.get((at, column), "") for column in range(width)) for at in range(len(rows))
    )


def _check_size(cells: int) -> None:
    """No more than a proper table has, those that are filled up among them."""
    if cells > _MOST:
        raise Refused("M013", found=Words(f"表格超过 {_MOST} 格", f"over {_MOST} cells"))
