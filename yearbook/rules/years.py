"""Rules across editions: their labels and what they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.issues import Place, Words
from yearbook.model import Edition, Yearbook
from yearbook.rules.scope import Finding

YEAR = re.compile("[12][0-9]{3}")
ENDS = re.compile("[年卷版]+$")


def labels(yearbook: Yearbook) -> Iterator[Finding]:
    """No two editions have the same volume."""
    first: dict[str, Edition] = {}
    for edition in yearbook.editions:
        if edition.clean:
            other = first.setdefault(ENDS.sub("", edition.volume.strip()), edition)
            if other is not edition:
                said = {"volume": edition.volume, "other": other.at.path}
                yield _at(edition, edition.volume), "C360", {**said}


def conventions(yearbook: Yearbook) -> Iterator[Finding]:
    """The year of a volume stands to what it covers as in the volumes around it."""
    row = [one for one in yearbook.editions if one.clean and YEAR.fullmatch(one.volume)]
    for n, edition in enumerate(row):
        offset, place = _offset(edition), _at(edition, edition.volume)
        said: dict[str, object] = {"volume": edition.volume, "year": edition.covers.end.year}
        other, usual = _usual(row, n)
        if other is None and abs(offset) > 1:
            yield place, "C362", said
        elif other is not None and offset != usual:
            said |= {"other": other.volume, "other_year": other.covers.end.year}
            yield place, "C361", {**said, "rule": _rule(usual)}


def _usual(row: list[Edition], n: int) -> tuple[Edition | None, int]:
    """A volume beside the one at `n` and its offset, when the two nearest agree in that."""
    low = min(max(0, n - 1), max(0, len(row) - 3))
    beside = [one for one in row[low : low + 3] if one is not row[n]]
    offsets = {_offset(one) for one in beside}
    return (beside[0], offsets.pop()) if len(beside) == 2 and len(offsets) == 1 else (None, 0)


def _offset(edition: Edition) -> int:
    """How many years a volume is called after the last that it covers; 0 within what it covers."""
    year, covers = int(edition.volume), edition.covers
    return 0 if covers.start.year <= year <= covers.end.year else year - covers.end.year


def _rule(offset: int) -> Words:
    if offset == 0:
        return Words("相同", "cover their own year")
    after = offset > 0
    zh = f"{'晚' if after else '早'}{abs(offset)}年"
    plural = "year" if abs(offset) == 1 else "years"
    en = f"are called {abs(offset)} {plural} {'later' if after else 'earlier'} than what they cover"
    return Words(zh, en)


def overlaps(yearbook: Yearbook) -> Iterator[Finding]:
    """What one edition covers no other covers too; of the same period another issue tells."""
    last: Edition | None = None
    for edition in yearbook.editions:
        if not edition.clean:
            continue
        here = edition.covers
        if last and here.start <= last.covers.end and here != last.covers:
            start, end = here.start.isoformat(), min(here.end, last.covers.end).isoformat()
            yield edition.at, "C363", {"start": start, "end": end, "other": last.at.path}
        if last is None or here.end > last.covers.end:
            last = edition


def _at(edition: Edition, said: str) -> Place:
    """Where a word of edition.yaml stands, when it remembers that."""
    line, column = getattr(said, "line", 0), getattr(said, "column", 0)
    return Place(edition.at.path, line, column) if line else edition.at
