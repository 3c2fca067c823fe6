"""Rules of names.yaml and of what stood elsewhere in an earlier edition."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.issues import Place, Words, near
from yearbook.model import Edition, Name, Section, Yearbook, sections
from yearbook.rules.links import anchors
from yearbook.rules.scope import Finding, place_in_data

KINDS = {
    "person": Words("人物", "person"),
    "body": Words("机构", "body"),
    "place": Words("地名", "place"),
    "programme": Words("项目", "programme"),
    "competition": Words("竞赛", "competition"),
    "term": Words("用语", "term"),
}


def themselves(yearbook: Yearbook) -> Iterator[Finding]:
    """No name refers to itself by see, also, before or after."""
    for name in yearbook.names:
        for field, target in _references(name):
            if target == name.id:
                yield name.at, "C322", {"field": field, "target": target}


def _references(name: Name) -> Iterator[tuple[str, str]]:
    row = (("see", name.see), ("before", name.before), ("after", name.after))
    yield from ((field, target) for field, target in row if target)
    yield from (("also", target) for target in name.also)


def twins(yearbook: Yearbook) -> Iterator[Finding]:
    """Two names of one kind differ, or each has a gloss that tells them apart."""
    first: dict[tuple[str, str], Name] = {}
    for name in yearbook.names:
        other = first.setdefault((name.kind, name.name), name)
        if other is not name and not (name.gloss and other.gloss):
            kind = KINDS.get(name.kind, Words("名称", "name"))
            yield name.at, "C321", {"kind": kind, "name": name.name, "other": other.id}


def circles(yearbook: Yearbook) -> Iterator[Finding]:
    """`see` leads to a name in the end."""
    see = {name.id: name.see for name in yearbook.names}
    told: set[str] = set()
    for name in yearbook.names:
        row = [name.id]
        while (after := see.get(row[-1], "")) and after not in row:
            row.append(after)
        if after == name.id and len(row) > 1 and not told & {*row}:
            told |= {*row}
            yield name.at, "C324", {"circle": " → ".join([*row, after])}


def shared(yearbook: Yearbook) -> Iterator[Finding]:
    """A short form or variant belongs to one name, unless glosses or times tell the two apart."""
    said: dict[tuple[str, str], list[Name]] = {}
    for name in yearbook.names:
        for word in dict.fromkeys((*name.short, *name.variants)):
            others = said.setdefault((name.kind, word), [])
            other = next((one for one in others if not _apart(one, name)), None)
            others.append(name)
            if other is not None:
                yield place_of(name, word), "C325", {"word": word, "other": other.id}


def _apart(one: Name, other: Name) -> bool:
    """Whether nothing is unclear when two names share a form."""
    related = one is other or one.see == other.id or other.see == one.id
    return related or bool(one.gloss and other.gloss) or _before(one, other) or _before(other, one)


def _before(one: Name, other: Name) -> bool:
    """Whether a name had ended when the other began; dates may be years alone."""
    size = min(len(one.to), len(other.from_))
    return size > 0 and one.to[:size] < other.from_[:size]


def place_of(name: Name, said: str) -> Place:
    """Where a word of a name stands, when it remembers that; else the name's entry."""
    line, column = getattr(said, "line", 0), getattr(said, "column", 0)
    return Place(name.at.path, line, column) if line else name.at


def continues(yearbook: Yearbook) -> Iterator[Finding]:
    """`continues` names a section or an entry of an earlier edition."""
    earlier: list[Edition] = []
    for edition in yearbook.editions:
        for section in sections(edition):
            for target, place in _targets(section) if section.clean else ():
                if _stood(target, earlier, yearbook):
                    continue
                if _stands(target, edition):
                    yield place, "C364", {"target": target}
                else:
                    near_by = _near_target(target, earlier)
                    yield place, "C323", {"target": target, "near": near_by}
        earlier.append(edition)


def _targets(section: Section) -> Iterator[tuple[str, Place]]:
    for target in section.continues:
        yield target, place_in_data(section, target, section.at)
    for entry in section.entries:
        yield from (
            (target, place_in_data(section, target, entry.at)) for target in entry.continues
        )


def _stands(target: str, edition: Edition) -> bool:
    """Whether a target is in an edition."""
    stem, _, id_ = target.partition("#")
    found = [section for section in sections(edition) if section.stem == stem]
    return any(not id_ or id_ in anchors(section) for section in found)


def _stood(target: str, earlier: list[Edition], yearbook: Yearbook) -> bool:
    """Whether a target is there, or may be in an edition elsewhere or under a refused name."""
    if yearbook.gone:
        return True
    stem, _, id_ = target.partition("#")
    strays = [*yearbook.strays, *(s for edition in earlier for s in edition.strays)]
    found = [s for edition in earlier for s in sections(edition) if s.stem == stem]
    if not found:
        return any("/" not in stray for stray in strays)
    return any(not id_ or not section.clean or id_ in anchors(section) for section in found)


def _near_target(target: str, earlier: list[Edition]) -> Words:
    stem, mark, _ = target.partition("#")
    found: list[Section] = [s for edition in earlier for s in sections(edition)]
    same = [section for section in found if section.stem == stem]
    if mark and same:
        return near(target, [f"{stem}#{id_}" for id_ in anchors(same[-1])])
    return near(stem, dict.fromkeys(section.stem for section in found))
