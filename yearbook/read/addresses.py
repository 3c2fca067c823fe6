"""Old addresses: each out of use, in an edition that exists, and claimed once."""

from __future__ import annotations

from collections.abc import Sequence

from yearbook import address, old
from yearbook.issues import Issues, Place, near
from yearbook.model import Edition, sections
from yearbook.old import Old
from yearbook.read.values import Written


def check_aliases(editions: Sequence[Edition], whole: bool, issues: Issues) -> None:
    """`whole` is false when there may be editions that were refused for their names."""
    aliases = [one for edition in editions for one in old.written(edition)]
    if not aliases:
        return
    live = _live(editions)
    known = [edition.id for edition in editions]
    first: dict[str, Place] = {}
    for one in aliases:
        at = _place(one)
        named = one.path.partition("/")[0]
        if named not in known:
            if whole:
                meant = near(f"../{named}", [f"../{id_}" for id_ in known if id_ != one.owner])
                issues.add(at, "C177", alias=one.written, edition=named, near=meant)
        elif one.address in live:
            issues.add(at, "C176", alias=one.written, where=live[one.address])
        elif one.address in first:
            issues.add(at, "C178", alias=one.written, first=first[one.address])
        first.setdefault(one.address, at)


def _live(editions: Sequence[Edition]) -> dict[str, Place]:
    """Every address that is in use, and where it comes from."""
    made: dict[str, Place] = {}
    for edition in editions:
        for stem in address.RESERVED_STEMS:
            made[address.section(edition.id, stem)] = edition.at
        for section in sections(edition):
            page = address.section(edition.id, section.stem)
            for thing in old.things(section):
                made.setdefault(f"{page}#{thing.anchor}" if thing.anchor else page, thing.at)
    return made


def _place(one: Old) -> Place:
    """Where an alias stands: in the section's YAML beside its Markdown."""
    alias, at = one.written, one.at
    if isinstance(alias, Written):
        return Place(
            at.path.removesuffix(".md") + ".yaml" * at.path.endswith(".md"),
            alias.line,
            alias.column,
        )
    return at
