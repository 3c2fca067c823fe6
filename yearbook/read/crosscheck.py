"""What one record says of another: ids that repeat or lead nowhere. Runs while reading.

Where the thing named did not read cleanly, nothing is said about those who name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from yearbook.issues import Issues, Place, near
from yearbook.model import Edition, Name, Section, declared, honours, records, sections
from yearbook.read.text import Source
from yearbook.read.values import Written


def check_section(section: Section, md: Source | None, yaml: Source | None) -> None:
    """Ids of one page, and the entries that its figures, honours and tables name."""
    single = _check_ids(section, [source for source in (md, yaml) if source])
    if yaml is None:
        return
    if single and (md is None or md.clean):
        _check_entries(section, yaml)
    _check_ignored(section, yaml)


def _check_entries(section: Section, source: Source) -> None:
    """What stands in an entry names one that is there."""
    rows = (section.figures, section.honours, section.tables, section.events)
    named = [one.entry for row in rows for one in row]
    known = {one.id: None for one in (*section.entries, *records(section))}
    if known.keys() >= {*named}:
        return
    for entry in named:
        if entry and "#" not in entry and entry not in known:
            source.fault(*_spot(entry), "C161", id=entry, near=near(entry, known))


def _spot(name: str) -> tuple[int, int]:
    return (name.line, name.column) if isinstance(name, Written) else (0, 0)


def _check_ids(section: Section, sources: Sequence[Source]) -> bool:
    """Entries, records and tables share the ids of one page.

    False when one repeats: an entry that is named and not there may be one of the two.
    """
    names = [name for name, _ in _ids(section)]
    if len({"lead", *names}) > len(names):
        return True
    first: dict[str, Place] = {}
    single = True
    for name, place in _ids(section):
        source = next((one for one in sources if one.path == place.path), sources[-1])
        if name == "lead":
            source.fault(place.line, place.column, "C159")
        elif name in first and first[name] != place:
            source.fault(place.line, place.column, "C168", id=name, first=first[name])
            single = False
        first.setdefault(name, place)
    return single


def _ids(section: Section) -> Iterable[tuple[str, Place]]:
    for entry in section.entries:
        if entry.id != "lead":
            yield entry.id, entry.at
    for one in (*records(section), *section.tables):
        yield one.id, one.at


def _check_ignored(section: Section, source: Source) -> None:
    if not section.ignore:
        return
    from yearbook.catalog import CATALOG

    for one in section.ignore:
        if one.code not in CATALOG:
            source.fault(*_spot(one.code), "C169", code=one.code, near=near(one.code, CATALOG))


def check_edition(edition: Edition, source: Source, whole: bool) -> None:
    """Ids of figures and honours are single in an edition; covers and charts name figures.

    `whole` is false when a section did not read cleanly: unknown figures are then not judged.
    """
    issues = source.issues
    won = (honour for _, honour in honours(edition))
    for code, found in (("C162", declared(edition)), ("C163", won)):
        first: dict[str, Place] = {}
        for one in found:
            other = first.setdefault(one.id, one.at)
            if other is not one.at:
                issues.add(one.at, code, id=one.id, first=other)
    _check_charts(edition, source)
    if whole:
        _check_figures(edition, source)
    _check_events(edition, whole, issues)


def _check_charts(edition: Edition, source: Source) -> None:
    """A chart has what its kind shows, and an id of its own."""
    first: dict[str, Place] = {}
    clean = source.clean
    for chart in edition.charts:
        at = chart.at
        if chart.id in first:
            source.fault(at.line, at.column, "C168", id=chart.id, first=first[chart.id])
        first.setdefault(chart.id, at)
        key = "pairs" if chart.kind == "pairs" else "figures"
        if clean and not getattr(chart, key):
            source.fault(at.line, at.column, "C174", id=chart.id, kind=chart.kind, key=key)


def _check_figures(edition: Edition, source: Source) -> None:
    known = {one.id: None for one in declared(edition)}
    for name in _named_figures(edition):
        if name not in known:
            source.fault(*_spot(name), "C164", id=name, near=near(name, known))


def _named_figures(edition: Edition) -> Iterable[str]:
    yield from edition.highlights
    for chart in edition.charts:
        yield from chart.figures
        for pair in chart.pairs:
            yield pair.applied
            yield from pair.recognised


def _check_events(edition: Edition, whole: bool, issues: Issues) -> None:
    """An event may name an entry of another section, `stem#id`."""
    events = [event for section in sections(edition) for event in section.events]
    links = [event for event in events if whole and "#" in event.entry]
    if not links:
        return
    known = {
        f"{section.stem}#{one.id}"
        for section in sections(edition)
        for one in (*section.entries, *records(section))
    }
    for event in links:
        if event.entry not in known:
            place = Place(event.at.path, *_spot(event.entry))
            issues.add(place, "C161", id=event.entry, near=near(event.entry, known))


def check_coverage(editions: Sequence[Edition], issues: Issues) -> None:
    """No two editions record the same period."""
    for before, after in pairwise(editions):
        if (before.covers.start, before.covers.end) == (after.covers.start, after.covers.end):
            issues.add(after.at, "C123", other=before.at.path)


def check_names(names: Sequence[Name], source: Source) -> None:
    """`see`, `also`, `before` and `after` name other ids of names.yaml."""
    known = {name.id: None for name in names}
    if not source.clean:
        return
    for name in names:
        for other in (name.see, *name.also, name.before, name.after):
            if other and other not in known:
                source.fault(*_spot(other), "C167", id=other, near=near(other, known))
