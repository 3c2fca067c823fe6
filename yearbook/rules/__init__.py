"""Editorial rules. Each is a short generator whose docstring is the rule.

A rule sees only what read cleanly. Of a section whose data has an error of reading only the
prose is judged; of one whose Markdown has, only the marks in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from yearbook import cores
from yearbook.issues import Issue, Issues
from yearbook.model import Edition, Section, Yearbook, sections
from yearbook.rules import (
    dates,
    errata,
    figures,
    honours,
    links,
    lives,
    locks,
    making,
    media,
    names,
    offline,
    prose,
    readings,
    series,
    years,
)
from yearbook.rules.scope import Finding, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.proofread import Proofread

SECTION_RULES: tuple[Callable[[Scope], Iterator[Finding]], ...] = (
    prose.marks,
    prose.notes_defined,
    prose.notes_used,
    prose.pictures,
    prose.placed_tables,
    links.links,
    figures.said,
    figures.undeclared,
    figures.plain_used,
    honours.honours_said,
    making.empty_entries,
    making.empty_section,
    making.slots,
    making.carried,
    making.states,
)
PROSE_RULES = (
    prose.marks,
    prose.notes_defined,
    prose.notes_used,
    links.links,
    making.empty_entries,
)
EDITION_RULES: tuple[Callable[[Edition], Iterator[Finding]], ...] = (
    honours.highlights,
    media.pictures_used,
    dates.within,
    errata.fitting,
    errata.changing,
    errata.dated,
)
YEARBOOK_RULES: tuple[Callable[[Yearbook], Iterator[Finding]], ...] = (
    names.themselves,
    names.twins,
    names.circles,
    names.shared,
    names.continues,
    lives.circles,
    lives.standing,
    lives.told_apart,
    years.labels,
    years.conventions,
    years.overlaps,
    readings.fitting,
    readings.true,
    readings.clear,
    readings.recipients,
    series.continued,
    series.single,
    series.same,
    offline.fitting,
)


def check(
    yearbook: Yearbook,
    issues: Issues,
    *,
    proofread: bool = False,
    told: dict[str, tuple[Issue, ...]] | None = None,
) -> tuple[Proofread, ...]:
    """Add the issues of every rule, those of proofreading too; less what `ignore:` accepts.

    Gives what came of proofreading. What the rules find in an edition by itself is put into `told`.
    """
    now = locks.Standing(yearbook)
    for edition in yearbook.editions:  # one after another: what is parsed is not kept for long
        start = len(issues.found)
        add(of_edition(yearbook, edition, now), issues)
        if told is not None:
            told[edition.id] = tuple(issues.found[start:])
    add(of_yearbook(yearbook), issues)
    read: tuple[Proofread, ...] = ()
    if proofread:
        from yearbook import proofread as proofreading

        read = tuple(proofreading.read(yearbook))
        broken = {(one.place.path, one.place.line) for one in issues.errors if one.code[:2] == "C2"}
        for place, code, args in (finding for one in read for finding in one.findings):
            if (place.path, place.line) not in broken:  # one slip makes one issue
                issues.add(place, code, **args)
    clean = [s for edition in yearbook.editions for s in sections(edition) if s.clean]
    if any(section.ignore for section in clean):
        from yearbook.rules import ignore

        ignore.apply(clean, issues, proofread=proofread)
    return read


def counted(yearbook: Yearbook, jobs: int) -> dict[str, tuple[int, int]] | None:
    """How many warnings and hints the rules find in each edition by itself, and under an empty name
    in all together, on `jobs` cores; None when there is an error, or something that `ignore:`
    accepts."""
    editions = yearbook.editions
    if any(section.ignore for edition in editions for section in sections(edition)):
        return None

    def work(nth: int) -> tuple[int, int, int]:
        issues = Issues()
        add(of_edition(yearbook, editions[nth - 1]) if nth else of_yearbook(yearbook), issues)
        found = Counter(issue.severity for issue in issues.found)
        return found["error"], found["warning"], found["hint"]

    made = cores.each(work, len(editions) + 1, jobs)
    if any(errors for errors, _, _ in made):
        return None
    names = ["", *(edition.id for edition in editions)]
    return {name: (warnings, hints) for name, (_, warnings, hints) in zip(names, made, strict=True)}


def of_edition(
    yearbook: Yearbook, edition: Edition, now: locks.Standing | None = None
) -> Iterator[Finding]:
    """What the rules find in an edition by itself."""
    units = figures.declared_units(edition)
    for section in sections(edition):
        yield from _of_section(Scope(yearbook, edition, section, units))
    for edition_rule in EDITION_RULES:
        yield from edition_rule(edition)
    yield from locks.locked(edition, now or locks.Standing(yearbook))


def of_yearbook(yearbook: Yearbook) -> Iterator[Finding]:
    """What the rules find in all editions together, and in about.md."""
    if yearbook.about is not None:
        yield from _of_section(Scope(yearbook, None, yearbook.about))
    for yearbook_rule in YEARBOOK_RULES:
        yield from yearbook_rule(yearbook)


def add(found: Iterable[Finding], issues: Issues) -> None:
    """Add findings as issues."""
    for place, code, args in found:
        issues.add(place, code, **args)


def _of_section(scope: Scope) -> Iterator[Finding]:
    for rule in _rules(scope.section):
        yield from rule(scope)


def _rules(section: Section) -> tuple[Callable[[Scope], Iterator[Finding]], ...]:
    if section.clean:
        return SECTION_RULES
    return PROSE_RULES if section.clean_prose else (prose.marks,)
