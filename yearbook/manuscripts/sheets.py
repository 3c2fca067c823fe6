"""Workbooks (.xlsx, read by calamine) and CSV: each table of a sheet as a grid."""

from __future__ import annotations

import csv as commas
import io
import re
from collections.abc import Iterator, Sequence
from typing import IO

import python_calamine

from yearbook.issues import Words
from yearbook.manuscripts import sheetxml
from yearbook.manuscripts.blocks import Grid, Paragraph, Run
from yearbook.manuscripts.cells import shown
from yearbook.manuscripts.chars import tidy
from yearbook.manuscripts.package import Package
from yearbook.manuscripts.reading import Found, Reading, Refused

Rows = list[list[str]]
Blocks = Iterator[Paragraph | Grid]
Sheet = tuple[str, bool, tuple[int, int], Sequence[Sequence[object]]]
_NOTE = re.compile(
    r"[（(*]?\s*(?:注|备注|说明|附注|资料来源|数据来源|来源|Note|Source)", re.IGNORECASE
)
_MOST = 1_000_000
_PLAIN, _FILLED = 50_000, 10  # larger tables have at most ten cells for each that is written
_COMMAS = (",", "\t", ";", "，")


def workbook(package: Package, file: IO[bytes], reading: Reading) -> Found:
    """The tables of all sheets; hidden sheets, remarks and drawings are left aside."""
    described = sheetxml.described(package, reading)
    blocks: list[Paragraph | Grid] = []
    for name, visible, first, values in _sheets(file):
        formats = described.get(name, sheetxml.Described())
        rows = [
            [shown(value, formats.at(at, column)) for column, value in enumerate(row, first[1])]
            for at, row in enumerate(values, first[0])
        ]
        if visible:
            blocks += _blocks(rows, name, reading, len(blocks))
        else:
            text = "\n".join("\t".join(row) for row in rows if any(row))
            reading.lose(f"{name}\n{text}", "hidden")
    return Found(tuple(blocks))


def _sheets(file: IO[bytes]) -> Iterator[Sheet]:
    """Name, whether it is shown, the place of the first cell, and the values of each sheet."""
    file.seek(0)
    try:
        book = python_calamine.load_workbook(file)
        for described in book.sheets_metadata:
            if described.typ is python_calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(described.name)
                visible = described.visible is python_calamine.SheetVisibleEnum.Visible
                yield described.name, visible, sheet.start or (0, 0), sheet.to_python()
    except python_calamine.PasswordError:
        raise Refused("M008") from None
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic of calamine is no Exception
        raise Refused("M010", part=f"xl ({type(error).__name__})") from None


def csv(text: str, reading: Reading) -> Found:
    """The table of a CSV file, whichever comma it is written with."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    comma = max(_COMMAS, key=first.count)
    if text.count(comma) + text.count("\n") > _MOST:
        raise Refused("M013", found=Words(f"超过 {_MOST} 格", f"over {_MOST} cells"))
    reader = commas.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    try:
        rows = [[cell.strip() for cell in row] for row in reader]
    except commas.Error:
        raise Refused("M027", reader.line_num) from None
    return Found(tuple(_blocks(rows, "", reading, 0)))


def _blocks(rows: Rows, name: str, reading: Reading, before: int) -> Blocks:
    """The tables of a sheet, each with the lines above and below it."""
    place = before
    for part in _parts(rows):
        head, body, foot = _divided(part)
        for style, lines in (("caption", head), ("grid", body), ("", foot)):
            if style == "grid" and lines:
                place += 1
                clean = (tuple(tidy(cell, place, reading) for cell in row) for row in lines)
                yield Grid(tuple(clean), place, name)
            for line in lines if style != "grid" else ():
                place += 1
                text = tidy(" ".join(cell for cell in line if cell), place, reading)
                yield Paragraph((Run(text),), place, "caption" if style else "")


def _parts(rows: Rows) -> Iterator[Rows]:
    """The tables of a sheet: after a blank row, a row of one cell is the title of the next."""
    part: Rows = []
    blank = False
    for row in rows:
        if not any(row):
            blank = True
            continue
        if part and blank and _alone(row) and not _NOTE.match("".join(row)):
            yield _trimmed(part)
            part = []
        part.append(row)
        blank = False
    if part:
        yield _trimmed(part)


def _trimmed(rows: Rows) -> Rows:
    """All rows of one length, without empty columns at their edges."""
    width = max(len(row) for row in rows)
    cells = width * len(rows)
    if cells > min(_MOST, max(_PLAIN, _FILLED * sum(map(len, rows)))):
        raise Refused("M013", found=Words(f"表格有 {cells} 格", f"{cells} cells"))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    filled = [column for column in range(width) if any(row[column] for row in rows)]
    return [row[filled[0] : filled[-1] + 1] for row in rows]


def _divided(rows: Rows) -> tuple[Rows, Rows, Rows]:
    """The title lines, the table, and the notes under it."""
    if len(rows[0]) == 1:
        return [], rows, []
    start, end = 0, len(rows)
    while start < end and _alone(rows[start]):
        start += 1
    while end > start and _alone(rows[end - 1]) and _NOTE.match("".join(rows[end - 1])):
        end -= 1
    return rows[:start], rows[start:end], rows[end:]


def _alone(row: list[str]) -> bool:
    return sum(bool(cell) for cell in row) == 1
