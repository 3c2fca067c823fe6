"""Which lines of a manuscript are titles, and of what: categories, sections, entries.

A manuscript with headings by style is a tree of them; a flat one is read by the looks of its
lines and by what follows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yearbook.manuscripts import records, shapes
from yearbook.manuscripts.drafts import Line
from yearbook.manuscripts.flat import flat
from yearbook.manuscripts.hints import Hints, Said
from yearbook.manuscripts.shapes import proper, titled
from yearbook.manuscripts.styled import styled


def headings(lines: Sequence[Line], hints: Hints) -> list[Said]:
    """Every line, with what it is."""
    rest, contents = _without_contents(lines)
    if any(line.style == "heading" for line in lines):
        said = list(styled(rest, hints))
    else:
        said = list(_apart(flat(rest, hints)))
    return [*(("contents", line) for line in contents), *said]


def _apart(said: Iterable[Said]) -> Iterator[Said]:
    """In a flat manuscript sections of records do not go on with a category of others."""
    before = ""
    for kind, line in said:
        if kind == "section" and before != "category" and records.keeps_lines(proper(line.text)):
            yield "apart", line
        yield kind, line
        before = kind


def _without_contents(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without a table of contents, and that."""
    start = next((n for n, one in enumerate(lines) if shapes.CONTENTS.fullmatch(one.text)), -1)
    if start < 0:
        return list(lines), []
    end = start + 1
    seen: set[str] = set()
    while end < len(lines) and _in_contents(lines[end], seen):
        seen.add(_entry_of_contents(lines[end]))
        end += 1
    others = {proper(one.text) for one in (*lines[:start], *lines[end:])}
    known = sum(one in others for one in seen)
    if not seen or (known * 2 < len(seen) and not _paged(lines[start + 1 : end])):
        return list(lines), []
    return [*lines[:start], *lines[end:]], list(lines[start:end])


def _in_contents(line: Line, seen: set[str]) -> bool:
    """Whether a line goes on a table of contents: a title that is not there yet."""
    if line.cells or not line.text:
        return False
    paged = shapes.PAGE.fullmatch(line.text)
    return bool(paged) or (titled(line.text) and proper(line.text) not in seen)


def _entry_of_contents(line: Line) -> str:
    paged = shapes.PAGE.fullmatch(line.text)
    return proper(paged["title"] if paged else line.text)


def _paged(lines: Sequence[Line]) -> bool:
    return sum(bool(shapes.PAGE.fullmatch(one.text)) for one in lines) * 2 > len(lines)
