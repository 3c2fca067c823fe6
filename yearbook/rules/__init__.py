"""Editorial rules. Each is a short generator whose docstring is the rule.

A rule sees only what read cleanly: a section with an error of reading is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yearbook.issues import Issues
from yearbook.model import Edition, Section, Yearbook, sections
from yearbook.rules import figures, honours, ignore, links, media, names, prose
from yearbook.rules.scope import Finding, Scope

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
)
EDITION_RULES: tuple[Callable[[Edition], Iterator[Finding]], ...] = (
    honours.highlights,
    media.pictures_used,
)
YEARBOOK_RULES: tuple[Callable[[Yearbook], Iterator[Finding]], ...] = (
    names.themselves,
    names.twins,
    names.continues,
)


def check(yearbook: Yearbook, issues: Issues) -> None:
    """Add the issues of every rule; take away those that `ignore:` accepts."""
    for place, code, args in findings(yearbook):
        issues.add(place, code, **args)
    clean = [s for edition in yearbook.editions for s in sections(edition) if s.clean]
    ignore.apply(clean, issues)


def findings(yearbook: Yearbook) -> Iterator[Finding]:
    """What the rules find, in the order of the yearbook."""
    for scope in _scopes(yearbook):
        for rule in SECTION_RULES:
            yield from rule(scope)
    for edition in yearbook.editions:
        for edition_rule in EDITION_RULES:
            yield from edition_rule(edition)
    for yearbook_rule in YEARBOOK_RULES:
        yield from yearbook_rule(yearbook)


def _scopes(yearbook: Yearbook) -> Iterator[Scope]:
    for edition in yearbook.editions:
        for section in sections(edition):
            if section.clean:
                yield Scope(yearbook, edition, section)
    about: Section | None = yearbook.about
    if about is not None and about.clean:
        yield Scope(yearbook, None, about)
