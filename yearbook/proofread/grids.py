"""Tables as grids of cells with their places: CSV files and those that stand in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from yearbook.issues import Place
from yearbook.model import Section
from yearbook.proofread.copy import Copy, Proof
from yearbook.read.values import Written
from yearbook.rules.scope import data_path

ROW = re.compile(r"^[ ]*\|?(?P<cells>[^\n]*\|[^\n]*)$", re.MULTILINE)
RULE = re.compile(r"[ |:-]+")
NUMBER = re.compile(r"[-−－]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
NONE = re.compile(r"[…—–/\-－\s]*|\.\.\.|无|缺")
BLANK = re.compile(r"[\s\u3000]+")
# Columns and rows that are not added: shares, means, ranks, years.
NOT_ADDED = re.compile(
    "率|比|占|%|％|‰|均|指数|每|位次|名次|排名|年龄|岁|单价|价格|增长|增幅|增减|同比|温度|气温|年份|序号|编号|代码"
    "|电话|邮编|日期|时间|排序|得分|成绩|密度|系数|倍|最[高大低小]|面积占|比上年|备注|年度$|℃"
)


@dataclass(frozen=True)
class Grid:
    """A table: its head, its rows, and where each cell of the body stands."""

    section: Section
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[tuple[Place, ...], ...]
    id: str = ""
    units: str = ""

    @cached_property
    def values(self) -> tuple[tuple[Decimal | None, ...], ...]:
        """The numbers of the body; None for a cell that is none."""
        return tuple(tuple(map(number, row)) for row in self.rows)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The first cells without blanks."""
        return tuple(bare(row[0]) for row in self.rows)

    def numeric(self, column: int) -> bool:
        """Whether a column holds only numbers and cells that stand for none, and may be added."""
        cells = [row[column] for row in self.rows]
        read = all(number(cell) is not None or NONE.fullmatch(cell) for cell in cells)
        return read and any(map(str.strip, cells)) and not NOT_ADDED.search(self.head[column])


def number(cell: str) -> Decimal | None:
    """What a cell says when it is a number."""
    said = cell.strip()
    if not NUMBER.fullmatch(said):
        return None
    return Decimal(re.sub("[−－]", "-", said).replace(",", ""))


def bare(cell: str) -> str:
    return BLANK.sub("", cell)


def grids(proof: Proof) -> Iterator[Grid]:
    """The tables of an edition."""
    seen: set[str] = set()
    for copy in proof.copies:
        if copy.section.stem not in seen:
            seen.add(copy.section.stem)
            yield from _of_files(copy.section)
        if copy.kind == "prose" and "|" in copy.source:
            yield from _of_prose(copy)


def _of_files(section: Section) -> Iterator[Grid]:
    folder = data_path(section).rpartition("/")[0]
    for table in section.tables if section.clean else ():
        body = table.rows[1:]
        if not body or any(len(row) != len(table.rows[0]) for row in body):
            continue
        path = f"{folder}/{table.file}"
        places = tuple(tuple(_place(path, cell) for cell in row) for row in body)
        yield Grid(section, table.rows[0], body, places, table.id, table.units)


def _place(path: str, cell: str) -> Place:
    return Place(path, cell.line, cell.column) if isinstance(cell, Written) else Place(path)


def _of_prose(copy: Copy) -> Iterator[Grid]:
    block: list[re.Match[str]] = []
    for row in [*ROW.finditer(copy.source), None]:
        if row and (not block or row.start() == block[-1].end() + 1):
            block.append(row)
            continue
        yield from _of_rows(copy, block)
        block = [row] if row else []


def _of_rows(copy: Copy, block: list[re.Match[str]]) -> Iterator[Grid]:
    if len(block) < 3 or not RULE.fullmatch(block[1].group()):
        return
    cells = [list(_cells(row)) for row in (block[0], *block[2:])]
    if any(len(row) != len(cells[0]) for row in cells):
        return
    words = [tuple(text for text, _ in row) for row in cells]
    places = [tuple(copy.place(at) for _, at in row) for row in cells[1:]]
    yield Grid(copy.section, words[0], tuple(words[1:]), tuple(places))


def _cells(row: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The cells of a row of Markdown, and where each begins in the source."""
    line, at = row["cells"].rstrip().removesuffix("|"), row.start("cells")
    for part in re.split(r"(?<!\\)\|", line):
        text = part.strip().strip("*")
        yield text, at + max(0, part.find(text))
        at += len(part) + 1


def step(cell: str) -> Decimal:
    """One unit of the last digit of a cell."""
    found = NUMBER.search(cell)
    return Decimal(1).scaleb(-len(found.group().partition(".")[2])) if found else Decimal(1)
