"""From mammoth's model of a Word file to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from mammoth import documents

from yearbook.issues import Words
from yearbook.manuscripts.blocks import Grid, Paragraph, Remark, Run, Style
from yearbook.manuscripts.grids import Cell, filled
from yearbook.manuscripts.reading import Reading
from yearbook.manuscripts.runs import Piece, all_bold, bold_head, joined
from yearbook.manuscripts.styles import Styles
from yearbook.manuscripts.wordxml import MARK

_POWERS = {"2": "²", "3": "³"}
_MEASURES = ("m", "M", "米")


@dataclass(slots=True)
class Model:
    """The model of a file while it is gone through; what was found so far.

    `within`: how many tables it stands in; their cells have the place of the outermost.
    """

    reading: Reading
    styles: Styles
    blocks: list[Paragraph | Grid] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    noted: dict[str, int] = field(default_factory=dict)
    place: int = 0
    within: int = 0

    def read(self, document: Any) -> None:
        self.blocks += self._blocks(document.children)
        for key, place in list(self.noted.items()):
            note = document.notes.find_note(*key.split("-", 1))
            found = (one for block in self._blocks(note.body) for one in _as_paragraphs(block))
            self.remarks.append(Remark(key, tuple(replace(one, place=place) for one in found)))

    def _blocks(self, elements: list[Any]) -> Iterator[Paragraph | Grid]:
        for element in elements:
            if isinstance(element, documents.Paragraph):
                yield from self._paragraph(element)
            elif isinstance(element, documents.Table):
                yield from self._table(element)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        """The paragraph, unless it is empty."""
        self.place += not self.within
        pieces = list(self._pieces(element.children))
        marks = [one for one, _ in pieces if one.href == MARK]
        pieces = [piece for piece in pieces if piece[0].href != MARK]
        runs = joined(pieces, self.place, self.reading)
        if not runs:
            self.place -= not self.within
            return
        style, level, number = self._style(element.style_id or "", marks)
        yield Paragraph(
            runs=runs,
            place=self.place,
            style=style,
            level=level,
            bold=all_bold(pieces),
            centred=element.alignment == "center",
            number=number,
            head=bold_head(pieces),
        )

    def _style(self, style_id: str, marks: list[Run]) -> tuple[Style, int, str]:
        """Style, level and the number that Word shows: of a heading, or of an item of a list."""
        role, level = self.styles.role(style_id)
        mark, ordered, number = marks[0].text.split(" ", 2) if marks else ("0", "0", "")
        if role and role != "contents":
            return role, level, number
        if not marks:
            return "", 0, ""
        return ("numbered" if ordered == "1" else "item"), int(mark), number

    def _pieces(self, elements: list[Any], href: str = "", bold: bool = False) -> Iterator[Piece]:
        """Each stretch of a paragraph, and whether it is bold."""
        before = ""
        for element in elements:
            raised = getattr(element, "vertical_alignment", "") == "superscript"
            for run, heavy in self._stretches(element, href, bold):
                made = self._powered(run, before) if raised else run
                before = made.text
                yield made, heavy

    def _powered(self, run: Run, before: str) -> Run:
        """A raised 2 or 3 after a measure as ² or ³, which keep their meaning in plain text."""
        power = _POWERS.get(run.text, "") if before.endswith(_MEASURES) else ""
        if not power:
            return run
        self.reading.change(self.place, f"{before[-1]}{run.text}", f"{before[-1]}{power}")
        return replace(run, text=power)

    def _stretches(self, element: Any, href: str, bold: bool) -> Iterator[Piece]:
        if isinstance(element, documents.Run):
            own = MARK if element.style_id == MARK else href
            yield from self._pieces(element.children, own, element.is_bold)
        elif isinstance(element, documents.Hyperlink):
            address = element.href or f"#{element.anchor or ''}"
            yield from self._pieces(element.children, address, bold)
        else:
            run = self._run(element)
            if run:
                yield replace(run, href=href), bold

    def _run(self, element: Any) -> Run | None:
        if isinstance(element, documents.Text):
            return Run(element.value)
        if isinstance(element, documents.Tab):
            return Run("\t")
        if isinstance(element, documents.Break):
            return Run("\n") if element.break_type == "line" else None
        if isinstance(element, documents.Checkbox):
            return Run("☑" if element.checked else "☐")
        if isinstance(element, documents.NoteReference):
            key = f"{element.note_type}-{element.note_id}"
            self.noted.setdefault(key, self.place)
            return Run(note=key)
        return self._picture(element) if isinstance(element, documents.Image) else None

    def _picture(self, element: Any) -> Run:
        with element.open() as file:
            key = file.read().decode("utf-8")
        if not self.pictures.get(key):
            self.pictures[key] = (element.alt_text or "").strip()
        return Run(picture=key)

    def _table(self, element: Any) -> Iterator[Paragraph | Grid]:
        """The table; one of a single cell is a frame around paragraphs."""
        rows = [row for row in element.children if isinstance(row, documents.TableRow)]
        if len(rows) == 1 and len(rows[0].children) == 1:
            yield from self._blocks(rows[0].children[0].children)
            return
        self.place += not self.within
        self.within += 1
        place, others = self.place, list[Run]()
        grid = filled([list(self._cells(row, others)) for row in rows])
        self.within -= 1
        if any(cell for row in grid for cell in row):
            yield Grid(grid, place)
        if others:
            yield Paragraph(tuple(others), place)

    def _cells(self, row: Any, others: list[Run]) -> Iterator[Cell]:
        for cell in row.children:
            made = Cell(self._words(cell.children, others), cell.colspan, cell.rowspan)
            if made.merged:
                self._remark_on_table(Words("合并的单元格", "merged cells"))
            yield made

    def _words(self, elements: list[Any], others: list[Run]) -> str:
        lines: list[str] = []
        for block in self._blocks(elements):
            if isinstance(block, Grid):
                self._remark_on_table(Words("套在单元格里的表格", "a table within a cell"))
                lines += ["\t".join(row) for row in block.rows]
            else:
                lines.append(block.text)
                others += [run for run in block.runs if run.note or run.picture]
        return "\n".join(line for line in lines if line)

    def _remark_on_table(self, what: Words) -> None:
        self.reading.fault("M024", what=what, place=self.place)


def _as_paragraphs(block: Paragraph | Grid) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from (Paragraph((Run("\t".join(row)),), block.place) for row in block.rows)
