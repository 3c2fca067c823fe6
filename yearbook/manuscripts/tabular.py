"""Tables of a manuscript: what is one, and its caption, units and source around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from yearbook.manuscripts import shapes
from yearbook.manuscripts.blocks import Grid, Manuscript, Paragraph
from yearbook.manuscripts.drafts import Found, Line, TableDraft, without_marks
from yearbook.read.amounts import DECIMAL

LONGEST_CELL = 400
LONGEST_TABBED = 60


def gridded(manuscript: Manuscript) -> Manuscript:
    """The manuscript with lines that tabs divide alike, one after another, as tables."""
    blocks: list[Paragraph | Grid] = []
    run: list[Paragraph] = []
    for block in (*manuscript.blocks, None):
        cells = _divided(block) if isinstance(block, Paragraph) else 0
        if run and cells != _divided(run[0]):
            blocks += _grid(run)
            run = []
        if isinstance(block, Paragraph) and cells > 1:
            run.append(block)
        elif block is not None:
            blocks.append(block)
    return replace(manuscript, blocks=tuple(blocks))


def _divided(block: Paragraph) -> int:
    """Into how many cells tabs divide a paragraph; 0 where it is none of a table."""
    parts = block.text.strip("\n").split("\t")
    plain = not block.style and not any(run.note or run.picture for run in block.runs)
    short = all(len(part) <= LONGEST_TABBED for part in parts)
    return len(parts) if plain and short and parts[0].strip() else 0


def _grid(run: Sequence[Paragraph]) -> list[Paragraph | Grid]:
    if len(run) < 2:
        return list(run)
    return [Grid(tuple(tuple(one.text.split("\t")) for one in run), run[0].place)]


def take_table(
    found: Found, lines: Sequence[Line], at: int, title: str
) -> tuple[TableDraft | None, int]:
    """The table that begins at a line, its caption perhaps first, and the line after it."""
    grid = at
    caption = units = label = ""
    if _captions(lines[grid]):
        caption = lines[grid].text
        grid += 1
    if grid < len(lines) and (said := shapes.UNITS.fullmatch(lines[grid].text)):
        units, label = said.group(1).strip(), lines[grid].text[: said.start(1)]
        grid += 1
    if grid >= len(lines) or not lines[grid].cells or not _is_table(lines[grid]):
        return None, at + 1
    if not caption:
        caption = lines[grid].name or title or PurePath(found.manuscript.name).stem
        found.add(lines[grid].place, caption, "caption")
    elif shapes.UNITS.search(caption) and not units:
        caption, label, units = _parted(caption)
    if units:
        found.leave(lines[grid - 1].place, label, "label")
    rows = _rows(found, lines[grid])
    made = TableDraft(without_marks(caption), rows, lines[grid].place, units)
    end = grid + 1
    if end < len(lines) and (said := shapes.SOURCE.fullmatch(lines[end].text)):
        made.source = said.group(1).strip()
        found.leave(lines[end].place, lines[end].text[: lines[end].text.find(made.source)], "label")
        end += 1
    return made, end


def _captions(line: Line) -> bool:
    said = shapes.CAPTION.match(line.text)
    if line.cells or not line.text:
        return False
    return bool(said and "表" in said.group(1)) or (line.style == "caption" and not said)


def _parted(caption: str) -> tuple[str, str, str]:
    """Caption, label and units of a caption with its units behind it: 表1 经费（单位：万元）."""
    said = shapes.UNITS.search(caption)
    if said is None or said.end() != len(caption) or not said.start():
        return caption, "", ""
    label = caption[said.start() : said.start(1)]
    return caption[: said.start()].strip(), label, said.group(1).strip()


def _is_table(line: Line) -> bool:
    """Two rows and two columns at least, and no page laid out by a table."""
    rows = [row for row in line.cells if any(cell.text for cell in row)]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    return all(len(cell.text) <= LONGEST_CELL for row in rows for cell in row)


def _rows(found: Found, line: Line) -> list[list[str]]:
    """The rows of one length, with a name for each column that no other has."""
    rows = [[_one_line(cell.text) for cell in row] for row in line.cells]
    rows = [row for row in rows if any(row)]
    width = max(len(row) for row in rows)
    rows = [row + [""] * (width - len(row)) for row in rows]
    while width > 2 and not any(row[-1] for row in rows):
        rows, width = [row[:-1] for row in rows], width - 1
    rows = _with_one_head(found, line.place, rows)
    seen: set[str] = set()
    for n, name in enumerate(rows[0]):
        rows[0][n] = _named(found, line.place, name, n, seen)
        seen.add(rows[0][n])
    return rows


def _with_one_head(found: Found, place: int, rows: list[list[str]]) -> list[list[str]]:
    """Two rows of heads as one: 收入 over 预算 and 决算 is 收入预算, 收入决算."""
    above, below, *rest = rows
    parted = any(one and not two for one, two in zip(below[1:], above[1:], strict=True))
    if not rest or below[0] or not parted or any(map(DECIMAL.fullmatch, below)):
        return rows
    head, over = [], ""
    for one, two in zip(above, below, strict=True):
        over = one or (over if two else "")
        head.append(f"{over}{two}")
        if two:
            found.leave(place, one, "label")
            found.leave(place, two, "label")
            found.add(place, head[-1], "heads")
    found.doubt(place, "heads", "、".join(head))
    return [head, *rest]


def _named(found: Found, place: int, name: str, n: int, seen: set[str]) -> str:
    """A head that is empty or twice there gets a number."""
    if (not name and not n) or (name and name not in seen):
        return name
    number = next(k for k in range(n + 1, 10_000) if f"{name}（{k}）" not in seen)
    made = f"{name}（{number}）"
    found.leave(place, name, "label")
    found.add(place, made, "head")
    found.doubt(place, "head", made)
    return made


def _one_line(text: str) -> str:
    return without_marks(re.sub(r"\s+", " ", text)).strip()
