"""The lines of an entry as paragraphs, lists, tables and pictures, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yearbook.manuscripts import shapes
from yearbook.manuscripts.drafts import Block, EntryDraft, Found, Line, PictureDraft
from yearbook.manuscripts.mending import MARK
from yearbook.manuscripts.tabular import take_table

LISTS = ("item", "numbered")


def fill(found: Found, entry: EntryDraft, lines: Sequence[Line]) -> None:
    """The blocks of an entry: paragraphs, lists, tables, pictures; who wrote it."""
    at = 0
    while at < len(lines):
        line = lines[at]
        table, end = take_table(found, lines, at, entry.title)
        if table:
            entry.blocks.append(Block("", line.place, table=table))
        elif line.cells:
            entry.blocks += [Block(text, line.place) for text in _cells(line)]
        elif not _credited(found, entry, line):
            _paragraph(found, entry, line, lines[end] if end < len(lines) else None)
            end += _captioned(entry)
        at = end
    if entry.blocks:
        _signed(found, entry)


def _cells(line: Line) -> list[str]:
    """The cells of a table that is none, as paragraphs."""
    return [cell.text for row in line.cells for cell in row if cell.text]


def _paragraph(found: Found, entry: EntryDraft, line: Line, after: Line | None) -> None:
    """A paragraph without its pictures, and these after it, with the caption that follows."""
    keys = [said for mark in MARK.findall(line.text) if (said := found.marks[mark]).startswith("p")]
    text = line.text
    for mark in MARK.findall(text):
        if found.marks[mark].startswith("picture:"):
            text = text.replace(mark, "")
    text = text.strip()
    if text:
        style = line.style if line.style in (*LISTS, "heading", "quote") else ""
        entry.blocks.append(Block(text, line.place, style, max(1, line.level)))
    for said in keys:
        entry.blocks.append(
            Block("", line.place, picture=PictureDraft(said.partition(":")[2], line.place))
        )
    caption = after.text if after and not after.cells else ""
    if keys and (shapes.CAPTION.match(caption) or (after and after.style == "caption")):
        entry.blocks[-1].picture.caption = caption  # type: ignore[union-attr]


def _captioned(entry: EntryDraft) -> int:
    """1 when the last picture took the line after it as its caption."""
    last = entry.blocks[-1].picture if entry.blocks else None
    return int(bool(last and last.caption))


def _credited(found: Found, entry: EntryDraft, line: Line) -> bool:
    """Whether a line says who wrote the entry or the section, and nothing else."""
    return line.style not in LISTS and _credits(found, entry, line.text, line.place)


def _credits(found: Found, entry: EntryDraft, text: str, place: int) -> bool:
    """Whether words say who wrote the entry and nothing else; then it has them."""
    credits = list(shapes.CREDIT.finditer(text))
    over = shapes.CREDIT.sub("", text).strip(" 　，；、（）()")
    if not credits or over or any(re.search(r"[\d\[]", one.group(2)) for one in credits):
        return False
    for one in credits:
        role, names = one.group(1), one.group(2)
        if role.startswith(shapes.AUTHORS):
            found.leave(place, role, "label")
            entry.contributors += shapes.names_of(names)
        else:
            found.leave(place, f"{role}：{names.strip()}", "credit")
            found.doubt(place, "credit", one.group().strip("（）() "))
    return True


def _signed(found: Found, entry: EntryDraft) -> None:
    """（张三） or （撰稿：张三） at the end of the last paragraph is who wrote it."""
    last = entry.blocks[-1]
    signed = shapes.SIGNED.search(last.text)
    before = last.text[: signed.start()].strip() if signed else ""
    if not signed or last.style or (before and before[-1] not in "。！？”"):
        return
    if shapes.signer(signed.group(1)):
        entry.contributors += shapes.names_of(signed.group(1))
    elif not _credits(found, entry, signed.group(1), last.place):
        return
    last.text = before
    if not before:
        entry.blocks.pop()
