"""Members of one set that differ between two places: ten offices here, nine there (L205).

A set is the records of a data section (bodies, people, short items), or a list of prose with the
number of its members. A list of prose is held against one of them when it has most members in
common with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from yearbook.issues import Place, Words
from yearbook.model import Body, Item, Person, Section, records, sections
from yearbook.proofread.copy import HIDDEN, Proof
from yearbook.proofread.lists import BODIES, VERB, Counted, counted, number, summed, trailing
from yearbook.proofread.statements import NOTED, Statement, apart
from yearbook.rules.scope import Finding, place_in_data

BRACKET = re.compile("（[^（）]*）")
PREFIX = re.compile(r"^(?:[一-鿿]{0,3}[省市县区]|本|原)(?=[一-鿿]{4})")
SUMMED = re.compile(
    r"等?(?:[0-9]{1,2}|[二两三四五六七八九十]{1,3})个[一-鿿]{2,6}?(?=[和及与、，；。]|$)"
)
JOINT = re.compile("以及|[和及与、]")
STRUCTURE = re.compile("室|部门|机构|单位|街道|[区县镇乡村]|工会|支部|分馆|分校")
MOST = 0.75  # of the members that both must have
FEWEST = 4
LONGEST = 16  # characters of an item that is a name
OWN = 5  # characters of a name that not every body has


@dataclass(frozen=True, slots=True)
class Group:
    """A set at a place: its members by the form in which they are compared."""

    section: Section
    at: Place
    members: tuple[tuple[str, str], ...]

    @property
    def forms(self) -> frozenset[str]:
        return frozenset(form for form, _ in self.members)


def sets(told: Sequence[Statement], proof: Proof) -> Iterator[Finding]:
    """A set has the same members wherever it is told (L205)."""
    for group in _recorded(proof):
        for one in told:
            if "、" in one.text and one.section.stem != group.section.stem:
                yield from _against(one, group)
    yield from _between(told)


def _recorded(proof: Proof) -> Iterator[Group]:
    """The sets that are the records of a data section."""
    for section in sections(proof.edition) if proof.edition else ():
        if section.clean and section.clean_prose:
            for kind in (Body, Person, Item):
                rows = [one for one in records(section) if isinstance(one, kind)]
                names = [one.text if isinstance(one, Item) else one.name for one in rows]
                if len(names) >= FEWEST and all(len(name) <= LONGEST for name in names):
                    at = place_in_data(section, names[0], rows[0].at)
                    yield Group(section, at, tuple((_form(name), name) for name in names))


def _form(name: str) -> str:
    """A name without brackets, blanks and the place that it may begin with."""
    return PREFIX.sub("", BRACKET.sub("", name.replace(HIDDEN, "")).strip())


def _members(text: str) -> list[list[str]]:
    """The items of a sentence, a row for each list; those that 和 and 及 join are apart."""
    plain = SUMMED.sub("、", BRACKET.sub("", text.replace(HIDDEN, "")))
    rows = re.split("[，；：。]", plain)
    return [[part for part in JOINT.split(row) if part] for row in rows]


def _against(one: Statement, group: Group) -> Iterator[Finding]:
    """A sentence that names most of the records must name all, and no others of their kind."""
    plain = BRACKET.sub("", one.plain)
    there = [name for form, name in group.members if form in plain]
    missing = [name for form, name in group.members if form not in plain]
    if len(there) < max(FEWEST, MOST * len(group.members)):
        return
    if not any(len(_form(name)) >= OWN for name in there) or "等。" in plain:
        return
    further = _further(one, group)
    if (missing or further) and not _marked(one, group):
        at = one.text.find(further[0]) if further else 0
        counts = len(there) + len(further), len(group.members)
        yield _finding(one.place(max(at, 0)), group, counts, further, missing)


def _further(one: Statement, group: Group) -> list[str]:
    """The items of their lists that are no members but end as these do."""
    forms, endings = group.forms, {form[-1] for form in group.forms} & set(BODIES)
    rows = [row for row in _members(one.text) if any(_member(item, forms) for item in row)]
    return [
        item
        for row in rows
        for item in row
        if item[-1] in endings and len(item) <= LONGEST and not _member(item, forms)
    ]


def _member(item: str, forms: frozenset[str]) -> bool:
    """Whether an item is a member, be it with words before its name, or without its place."""
    return any(item.endswith(form) or form.endswith(item) for form in forms)


def _finding(
    at: Place,
    group: Group,
    counts: tuple[int, int],
    further: Sequence[str],
    missing: Sequence[str],
) -> Finding:
    return at, "L205", {"other": group.at, "how": _how(counts, further, missing)}


def _how(counts: tuple[int, int], further: Sequence[str], missing: Sequence[str]) -> Words:
    here, there = counts
    zh, en = [f"此处列{here}个，彼处列{there}个"], [f"{here} here and {there} there"]
    if further:
        zh.append(f"此处多“{'、'.join(further)}”")
        en.append(f"here also “{'、'.join(further)}”")
    if missing:
        zh.append(f"此处无“{'、'.join(missing)}”")
        en.append(f"“{'、'.join(missing)}” only there")
    return Words("，".join(zh), ", ".join(en))


def _marked(one: Statement, group: Group) -> bool:
    """Whether a note says so: of the sentence, or of the section that has the records."""
    if one.marked(group.section):
        return True
    leads = (entry.source for entry in group.section.entries if entry.id == "lead")
    ids = {id_ for source in leads for id_ in NOTED.findall(source)}
    notes = (note.source for note in group.section.notes if note.id in ids)
    return any(f"({one.section.stem}.md" in source for source in notes)


def _between(told: Sequence[Statement]) -> Iterator[Finding]:
    """Two lists of prose that say how many members they have, of what a body is made of."""
    found = [
        (one, group)
        for one in told
        if "、" in one.text
        for listed in (*counted(one.text), *_summed(one.text))
        if (group := _listed(one, listed))
    ]
    for (one, first), (other, second) in combinations(found, 2):
        common = len(first.forms & second.forms)
        most = max(len(first.forms), len(second.forms))
        if one.entry == other.entry or common < MOST * most or first.forms == second.forms:
            continue
        if apart(one, other) or one.marked(other.section) or other.marked(one.section):
            continue
        if any(len(form) >= OWN for form in first.forms & second.forms):
            further = [name for form, name in second.members if form not in first.forms]
            missing = [name for form, name in first.members if form not in second.forms]
            counts = len(second.members), len(first.members)
            yield _finding(second.at, first, counts, further, missing)


def _summed(text: str) -> Iterator[Counted]:
    """The lists that their number follows and that are whole: 设甲室、乙室、丙部等3个部室."""
    for found, listed in summed(text):
        items, count = trailing(listed), number(found["count"])
        if len(items) == count:
            yield Counted(found[0], count, count, count, items, found.start("count"))


def _listed(one: Statement, listed: Counted) -> Group | None:
    if not STRUCTURE.search(listed.said) or len(listed.items) < FEWEST - 1:
        return None
    first = listed.items[0]
    verbs = list(VERB.finditer(first))
    items = (first[verbs[-1].end() :] if verbs else first, *listed.items[1:])
    parts = [part for item in items for part in re.split("以及|[和及与]", item) if part]
    members = tuple((_form(part), part) for part in parts)
    return Group(one.section, one.place(listed.start), members)
