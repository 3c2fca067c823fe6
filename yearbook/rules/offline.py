"""Rules of readers' zips: each is whole, of a released edition, and says what the edition says."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.model import Offline, Yearbook, sections
from yearbook.rules.scope import Finding


def fitting(yearbook: Yearbook) -> Iterator[Finding]:
    """A zip in content/files/offline/ is whole, of what is released, and of its words as now."""
    for one in yearbook.offline:
        code = _flaw(yearbook, one)
        if code:
            yield (
                one.at,
                code,
                {"edition": one.edition, "command": f"offline {one.edition}".strip()},
            )


def _flaw(yearbook: Yearbook, one: Offline) -> str:
    if not one.sound:
        return "P057"
    named = [x for x in yearbook.editions if x.id == one.edition or not one.edition]
    if not any(edition.status == "released" for edition in named):
        return "P056"
    if not all(section.clean for edition in named for section in sections(edition)):
        return ""
    from yearbook.offline.content import fingerprint

    return "" if fingerprint(yearbook, one.edition) == one.content else "P055"
