"""Caps before parsing, so that no input makes the parser slow or deep.

The library's cost grows with the marks of a paragraph times its length, and with the depth of
nesting. Real prose stays a hundred times below these caps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.markup.prose import Fault

LONGEST = 300_000
BLOCKS = 20_000
DEEPEST = 6
UNIT_COST = 1_000_000
TOTAL_COST = 10_000_000

MARKS = "[]()*_`\\!{}<&~^\"'#>:"
ONLY_MARKS = re.compile(rf"[^{re.escape(MARKS)}]+")
MARKER = re.compile(r"[ \t]*(?:>|[-*+:](?=[ \t])|\d+\.(?=[ \t]))")
ITEM = re.compile(r"[ \t]*(?:\||[-*+][ \t]|\d+\.[ \t])")


def refused(source: str) -> Fault | None:
    """The fault for which a source is not parsed at all, or None."""
    if len(source) > LONGEST:
        return Fault("C209", (("length", len(source)), ("limit", LONGEST)), 0, 1)
    total = 0
    for line, length, marks in _units(source):
        cost = length * marks
        total += cost
        if cost > UNIT_COST or total > TOTAL_COST:
            return Fault("C223", (("marks", marks), ("length", length)), line, 1)
    return _too_deep(source) or _too_many(source)


def _too_many(source: str) -> Fault | None:
    blocks = source.count("\n\n")
    return Fault("C224", (("blocks", blocks), ("limit", BLOCKS)), 0, 1) if blocks > BLOCKS else None


def _units(source: str) -> Iterator[tuple[int, int, int]]:
    """First line, length and number of marks of each stretch that is parsed at one go.

    That is a paragraph, and within lists and tables an item or a row.
    """
    start, length, marks = 0, 0, 0
    for number, line in enumerate(source.split("\n")):
        if not line.strip() or ITEM.match(line):
            yield start, length, marks
            start, length, marks = number + (not line.strip()), 0, 0
        length += len(line)
        marks += len(ONLY_MARKS.sub("", line))
    yield start, length, marks


def _too_deep(source: str) -> Fault | None:
    """Quotes and lists within one another: markers in a row, or far indented."""
    for number, line in enumerate(source.split("\n")):
        depth, at = 0, 0
        while depth <= DEEPEST and (found := MARKER.match(line, at)):
            depth += 1 + len(found.group().expandtabs(4)) // 4
            at = found.end()
        if depth > DEEPEST:
            return Fault("C210", (("depth", DEEPEST),), number, 1)
    return None
