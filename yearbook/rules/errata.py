"""Rules of corrections: they fit what they correct, change something, and have a likely day."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.issues import Place, near
from yearbook.model import Edition, Erratum, sections
from yearbook.rules.scope import Finding, entries, notes
from yearbook.today import today

MARK = "{~~"


def fitting(edition: Edition) -> Iterator[Finding]:
    """The words of a correction in YAML stand once in what it names."""
    if not any(True for _ in _errata(edition)):
        return
    from yearbook.lock.passages import unfit

    for one in unfit(edition):
        at, anchor = one.erratum.at, one.erratum.anchor
        if one.count < 0:
            yield at, "C350", {"anchor": anchor, "near": near(anchor, one.known)}
        else:
            yield at, "C345", {"corrected": one.erratum.corrected, "count": one.count}


def changing(edition: Edition) -> Iterator[Finding]:
    """A correction in YAML changes something."""
    for one in _errata(edition):
        if one.printed and one.printed == one.corrected:
            yield one.at, "C352", {"said": one.printed}


def dated(edition: Edition) -> Iterator[Finding]:
    """What was released is corrected after what it covers, and not in the future."""
    row = tuple(_days(edition)) if edition.status == "released" else ()
    last = today().isoformat() if row else ""
    for at, day in row:
        if not edition.covers.end.isoformat() < day <= last:
            yield at, "C351", {"day": day}


def _errata(edition: Edition) -> Iterator[Erratum]:
    """The corrections of YAML."""
    yield from edition.corrections
    for section in sections(edition):
        yield from section.corrections


def _days(edition: Edition) -> Iterator[tuple[Place, str]]:
    """The days of all corrections, each with its place; what has none is not parsed."""
    yield from ((one.at, one.date.isoformat()) for one in _errata(edition))
    for section in sections(edition):
        for part in (*entries(section), *notes(section)):
            for one in part.prose.readings if MARK in part.source else ():
                if one.day:
                    yield part.place(one.line, one.column), one.day
