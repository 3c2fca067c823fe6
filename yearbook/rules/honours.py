"""Rules of honours and highlights."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.issues import Place, Words
from yearbook.markup import parse
from yearbook.model import Edition, figures, sections
from yearbook.rules.scope import Finding, Scope, nearest
from yearbook.words import entry_of, record_of, words

COVER = 6


def honours_said(scope: Scope) -> Iterator[Finding]:
    """An honour's title stands in the words of its entry."""
    section = scope.section
    for honour in section.honours:
        entry = entry_of(section, honour.entry)
        found = entry or record_of(section, honour.entry)
        if found is None or (entry and parse(entry.source).unsure):
            continue
        text = words(section, honour.entry)
        if honour.title not in text:
            where = str(Place(found.at.path, found.at.line))
            args = {"entry": honour.entry, "where": where, "title": honour.title}
            yield honour.at, "C310", args | {"near": _near_title(honour.title, text)}


def _near_title(title: str, text: str) -> Words:
    """The stretch of the entry that comes nearest to a title, as a question."""
    found = nearest(title, text)
    if found:
        return Words(
            f"是不是“{found}”？改正 YAML 或正文，使两处一致",
            f'did you mean "{found}"? mend the YAML file or the prose so that they agree',
        )
    return Words(
        "照正文的写法改正 title，或把 entry 改为说到它的条目",
        "write the title as the prose has it, or name the entry that says it",
    )


def highlights(edition: Edition) -> Iterator[Finding]:
    """A cover shows six figures; this is asked of an edition with twelve and more."""
    count = sum(1 for _ in figures(edition))
    whole = all(section.clean for section in sections(edition))
    if whole and edition.clean and count >= 2 * COVER and len(edition.highlights) != COVER:
        yield edition.at, "C314", {"count": len(edition.highlights)}
