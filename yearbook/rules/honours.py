"""Rules of honours, highlights and charts."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from yearbook.issues import Place, Words, near
from yearbook.markup import parse
from yearbook.model import Edition, Figure, Honour, figures, honours, sections
from yearbook.rules.scope import Finding, Scope
from yearbook.words import entry_of, record_of, words

COVER = 6


def honours_said(scope: Scope) -> Iterator[Finding]:
    """An honour's title stands in the words of its entry."""
    section = scope.section
    for honour in section.honours:
        entry = entry_of(section, honour.entry)
        found = entry or record_of(section, honour.entry)
        if found is None or (entry and parse(entry.source).refused):
            continue
        text = words(section, honour.entry)
        if honour.title not in text:
            where = str(Place(found.at.path, found.at.line))
            args = {"entry": honour.entry, "where": where, "title": honour.title}
            yield honour.at, "C310", args | {"near": _near_title(honour.title, text)}


def _near_title(title: str, text: str) -> Words:
    """The stretch of the entry that comes nearest to a title, as a question."""
    match = SequenceMatcher(None, title, text, autojunk=False).find_longest_match()
    start = max(0, match.b - match.a)
    found = text[start : start + len(title)].split("\n")[0]
    if SequenceMatcher(None, title, found).ratio() >= 0.6:
        return Words(
            f"是不是“{found}”？改正 YAML 或正文，使两处一致",
            f'did you mean "{found}"? mend the YAML file or the prose so that they agree',
        )
    return Words(
        "照正文的写法改正 title，或把 entry 改为说到它的条目",
        "write the title as the prose has it, or name the entry that says it",
    )


def ids_once(edition: Edition) -> Iterator[Finding]:
    """Ids of figures and honours are used once in an edition: its pages list them all."""
    for code, row in (("C306", list(figures(edition))), ("C312", list(honours(edition)))):
        first: dict[str, Figure | Honour] = {}
        for section, one in row:
            if one.id in first:
                args: dict[str, object] = {"id": one.id, "where": str(first[one.id].at)}
                yield one.at, code, args | {"better": f"{section.stem}-{one.id}"}
            first.setdefault(one.id, one)


def highlights(edition: Edition) -> Iterator[Finding]:
    """Highlights name figures of the edition; an edition with twelve figures shows six of them."""
    ids = [figure.id for _, figure in figures(edition)]
    if not all(section.clean for section in sections(edition)):
        return
    for id_ in edition.highlights:
        if id_ not in ids:
            yield edition.at, "C313", {"id": id_, "near": near(id_, ids)}
    if len(ids) >= 2 * COVER and len(edition.highlights) != COVER:
        yield edition.at, "C314", {"count": len(edition.highlights)}


def charts(edition: Edition) -> Iterator[Finding]:
    """Charts use figures of the edition."""
    ids = [figure.id for _, figure in figures(edition)]
    if not all(section.clean for section in sections(edition)):
        return
    for chart in edition.charts:
        pairs = [id_ for pair in chart.pairs for id_ in (pair.applied, *pair.recognised)]
        for id_ in (*chart.figures, *pairs):
            if id_ not in ids:
                yield chart.at, "C315", {"chart": chart.id, "id": id_, "near": near(id_, ids)}
