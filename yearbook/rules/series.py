"""Rules of the series of figures: what one indicator is in every edition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from yearbook import units
from yearbook.issues import Place, Words, near
from yearbook.model import Figure, Section, Yearbook, declared, sections
from yearbook.rules.scope import Finding, place_in_data
from yearbook.years.change import DEFINITION, PER, SPAN, STOCK, UNIT, defined
from yearbook.years.series import Point, indicators, named

WHAT = {
    UNIT: Words("单位", "the unit"),
    PER: Words("“每什么”", "what it is per"),
    STOCK: Words("时期与时点", "whether it is of a day or of the year"),
    DEFINITION: Words("口径", "the definition"),
}


def continued(yearbook: Yearbook) -> Iterator[Finding]:
    """`series` names a figure of an earlier edition, so that no circle can come about."""
    earlier: dict[str, None] = {}
    whole = not any("/" not in stray for stray in yearbook.strays)
    for edition in yearbook.editions:
        rows = [(section, one) for section in sections(edition) for one in section.figures]
        for section, figure in rows:
            named_other = figure.series not in ("", figure.id)
            if named_other and figure.series not in earlier and section.clean and whole:
                place = place_in_data(section, figure.series, figure.at)
                known = near(figure.series, [one for one in earlier if one != figure.id])
                yield place, "C366", {"id": figure.id, "series": figure.series, "near": known}
        whole = whole and all(section.clean for section in sections(edition))
        earlier |= {one.id: None for one in declared(edition)}


def single(yearbook: Yearbook) -> Iterator[Finding]:
    """Two figures of an edition are not in the same series."""
    first: dict[tuple[int, str], tuple[Section, Figure]] = {}
    for n, section, figure, name in named(yearbook.editions):
        other_section, other = first.setdefault((n, name), (section, figure))
        if other.id != figure.id and section.clean and other_section.clean:
            said = figure if figure.series else other
            also = other if figure.series else figure
            args = {"id": said.id, "other": also.id, "where": _where(also), "series": name}
            yield said.at, "C367", args


def same(yearbook: Yearbook) -> Iterator[Finding]:
    """What changes of an indicator is said by its definition; its label stays recognisable."""
    for series in indicators(yearbook.editions).series.values():
        for before, after in pairwise(series.valued):
            if before.section.clean and after.section.clean:
                if after.breaks:
                    yield from _unsaid(before, after)
                yield from _renamed(before, after)


def _unsaid(before: Point, after: Point) -> Iterator[Finding]:
    one, other = before.figure, after.figure
    why = [what for what in after.breaks if what != SPAN]
    if why and not other.series and not (other.definition and defined(one) != defined(other)):
        first = why[0]
        yield (
            other.at,
            "C365",
            {
                "id": other.id,
                "what": WHAT[first],
                "where": _where(one),
                "before": _fact(first, one),
                "after": _fact(first, other),
            },
        )


def _renamed(before: Point, after: Point) -> Iterator[Finding]:
    """A label without a character of the one before is asked about."""
    one, other = before.figure, after.figure
    if one.label == other.label:
        return
    if one.id == other.id and set(one.label).isdisjoint(other.label):
        args = {"id": other.id, "label": other.label, "before": one.label, "where": _where(one)}
        yield other.at, "C368", args


def _fact(name: str, one: Figure) -> str | Words:
    if name == UNIT:
        return _quoted(units.bare(one.unit))
    if name == PER:
        return _quoted(one.per) if one.per else Words("不写", "none")
    if name == DEFINITION:
        return _quoted(one.definition) if one.definition else Words("没有写", "none")
    if one.as_of:
        return Words(f"截至{one.as_of}的数", f"of {one.as_of}")
    return Words("全年的数（没有 as_of）", "of the year (no as_of)")


@lru_cache(maxsize=256)
def _quoted(said: str) -> str:
    """The same few units are told of again and again."""
    return f"“{said}”"


def _where(figure: Figure) -> Place:
    return Place(figure.at.path, figure.at.line)
