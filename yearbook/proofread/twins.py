"""A name that is spelt in two ways: quoted names, bodies, people, names of names.yaml (L203).

Two spellings are one name when a single character of many differs, no word that tells names apart
(东西, 省市, 一二, 男女), and one of them stands in one entry only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yearbook.indexes.matching import Matcher
from yearbook.issues import Place
from yearbook.model import sections
from yearbook.proofread.copy import HIDDEN, Proof
from yearbook.proofread.statements import Statement
from yearbook.rules.scope import Finding, place_in_data

NAMED = re.compile(r"“([^“”\n]{5,40})”|《([^《》\n]{5,60})》")
BODY = re.compile(
    r"[一-鿿]{6,24}?(?:公司|集团|学校|学院|大学|中学|小学|银行|协会|学会|联合会|中心|委员会|研究院|研究所|医院|幼儿园"
    r"|俱乐部|合作社|基地|工作室|分局|支队|办公室)"
)
OFFICE = re.compile(
    r"((?:主席|书记|主任|[局馆市县区镇乡会校院部处科所站厂社台]长|经理|秘书长))([一-鿿]{3})"
)
JOINING = re.compile("[把对与和向在由为从被给将及等的了是各]")
SIGNS = re.compile(r"[^一-鿿A-Za-z0-9]+")
ENDING = re.compile("(?:系列)?(?:活动|行动|工程|计划|项目)$")
CONTRASTS = (
    "0123456789〇零一二三四五六七八九十百千万两双首末初",
    "东西南北中上下左右前后内外里本同各",
    "省市县区镇乡村州国街校院局厅科室部委站队组班",
    "男女老少青幼童",
    "大中小高低初长短轻重",
    "春夏秋冬晨晚",
    "年月日季周旬",
    "金银铜铁",
    "甲乙丙丁戊ABCDEFG",
    "新旧老原",
    "正副主",
    "出入进收支存取增减开关",
    "公私民国",
    "工农商学兵渔林牧水电气油煤",
    "优良特",
    "红黄蓝绿白黑紫青",
    "看听说读写学讲演唱画做赛评",
    "父母子儿",
    "昨今明",
)
PLACES = "庄村家镇乡街里屯湾桥河山店寨路营沟口县市区州"
SHORTEST = 6  # characters of a quoted name
LONGER = 9  # characters of a name in which one may be missing
WINDOW = 8  # last characters of a body's name that are compared, the first of them the same
SAME = 3
SHARED_HALF = 20  # names with one half; of more the other half decides


@dataclass(frozen=True, slots=True)
class Mention:
    """A spelling at a place; `form` is what is compared."""

    form: str
    said: str
    at: int
    statement: Statement

    @property
    def place(self) -> Place:
        return self.statement.place(self.at)


Spelt = dict[str, list[Mention]]


def twins(told: Sequence[Statement], proof: Proof) -> Iterator[Finding]:
    """A name is spelt in one way through an edition (L203)."""
    known = _known(proof)
    yield from _twins(_quoted(told), known)
    yield from _bodies(told, known)
    yield from _misspelt(told, proof, known)
    yield from _people(told, proof)


def _known(proof: Proof) -> frozenset[str]:
    """Every spelling of names.yaml."""
    names = proof.yearbook.names
    words = (word for one in names for word in (one.name, *one.short, *one.variants))
    return frozenset(_form(word) for word in words)


def _form(said: str) -> str:
    return ENDING.sub("", SIGNS.sub("", said.replace(HIDDEN, "")))


def _quoted(told: Sequence[Statement]) -> Spelt:
    spelt: Spelt = defaultdict(list)
    for one in told:
        for found in NAMED.finditer(one.text):
            form = _form(found[1] or found[2])
            if len(form) >= SHORTEST:
                said = found[0].replace(HIDDEN, "").strip("“”")
                spelt[form].append(Mention(form, said, found.start(), one))
    return spelt


def _twins(spelt: Spelt, known: frozenset[str]) -> Iterator[Finding]:
    for first, second in sorted(_alike(spelt)):
        if not {first, second} <= known and _one_name(first, second):
            yield from _report(spelt[first], spelt[second])


def _alike(spelt: Spelt) -> set[tuple[str, str]]:
    """The pairs of forms that a single character tells apart, or that one has more."""
    keys: dict[object, list[str]] = defaultdict(list)
    found: set[tuple[str, str]] = set()
    for form in spelt:
        for at in range(len(form)):
            less = form[:at] + form[at + 1 :]
            others = keys[at, less]
            if others:
                found |= {_sorted(form, other) for other in others}
            others.append(form)
            if less in spelt and len(form) > LONGER:
                found.add(_sorted(form, less))
    return {(a, b) for a, b in found if a != b}


def _sorted(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _one_name(a: str, b: str) -> bool:
    """Whether the difference is a slip: no contrast, and not at an end where it is one more."""
    if len(a) == len(b):
        at = next(n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)
        return not _contrast(a[at], b[at]) and not (a + b).isascii()
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return 1 < at < len(short) - 1 and not any(long[at] in row for row in CONTRASTS)


def _contrast(x: str, y: str) -> bool:
    return x + y == y + x or any(x in row and y in row for row in CONTRASTS) or (x + y).isascii()


def _report(first: Sequence[Mention], second: Sequence[Mention]) -> Iterator[Finding]:
    """The rarer spelling, with a place of the other; not where both stand side by side."""
    few, many = sorted((first, second), key=lambda row: len({m.statement.entry for m in row}))
    entries = {one.statement.entry for one in few}
    sides = {id(one.statement) for one in few} & {id(one.statement) for one in many}
    if len(entries) > 1 or sides:
        return
    later, other = few[0], many[0]
    if len({m.statement.entry for m in many}) == 1 and other.place > later.place:
        later, other = other, later
    a, b = later.statement, other.statement
    if not (a.marked(b.section, other.said) or b.marked(a.section, later.said)):
        yield later.place, "L203", _args(later.said, other.said, other.place)


def _args(here: str, there: str, other: Place) -> dict[str, object]:
    return {"here": here, "there": there, "other": other}


def _bodies(told: Sequence[Statement], known: frozenset[str]) -> Iterator[Finding]:
    """Bodies whose names end alike but for one character within."""
    spelt: Spelt = defaultdict(list)
    for one in told:
        for found in BODY.finditer(one.text):
            tail = found[0][-WINDOW:]
            if JOINING.search(tail):
                continue
            spelt[tail].append(Mention(tail, tail, found.end() - len(tail), one))
    for first, second in sorted(_alike_within(spelt)):
        if not any(name.endswith((first, second)) for name in known):
            yield from _report(spelt[first], spelt[second])


def _alike_within(spelt: Spelt) -> Iterator[tuple[str, str]]:
    keys: dict[object, list[str]] = defaultdict(list)
    for form in spelt:
        for at in range(SAME, WINDOW - 2):
            for other in keys[at, form[:at] + form[at + 1 :]]:
                if not _contrast(form[at], other[at]) and form[at + 1] not in PLACES:
                    yield _sorted(form, other)
            keys[at, form[:at] + form[at + 1 :]].append(form)


def _misspelt(told: Sequence[Statement], proof: Proof, known: frozenset[str]) -> Iterator[Finding]:
    """Names of names.yaml of which prose has one character otherwise."""
    halves: dict[str, list[str]] = defaultdict(list)
    at = {one.name: one.at for one in proof.yearbook.names}
    for name in at:
        if len(name) > SHORTEST and re.fullmatch("[一-鿿]+", name):
            for half in (name[: len(name) // 2], name[len(name) // 2 :]):
                halves[half].append(name)
    few = {half: names for half, names in halves.items() if len(names) <= SHARED_HALF}
    matcher = Matcher(few)
    spelt: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in told if few else ():
        for start, end in matcher.spans(one.text):
            for name in few[one.text[start:end]]:
                for begin in {start, end - len(name)}:
                    said = one.text[max(0, begin) : max(0, begin) + len(name)]
                    if said != name and _slip(said, name) and said not in known:
                        spelt[said, name].append(Mention(said, said, max(0, begin), one))
    for (said, name), mentions in spelt.items():
        if len({one.statement.entry for one in mentions}) == 1:
            yield mentions[0].place, "L203", _args(said, name, at[name])


def _slip(said: str, name: str) -> bool:
    """Whether one character within a name differs, behind the place that it may begin with."""
    if len(said) != len(name) or said[:SAME] != name[:SAME] or said[-1] != name[-1]:
        return False
    wrong = [n for n, (x, y) in enumerate(zip(said, name, strict=True)) if x != y]
    return (
        len(wrong) == 1
        and bool(re.fullmatch("[一-鿿]+", said))
        and not (_contrast(said[wrong[0]], name[wrong[0]]) or name[wrong[0] + 1] in PLACES)
    )


def _people(told: Sequence[Statement], proof: Proof) -> Iterator[Finding]:
    """A person of the data whom prose names with the same office and one character otherwise."""
    people = [
        (one, place_in_data(section, one.name, one.at))
        for section in (sections(proof.edition) if proof.edition else ())
        if section.clean
        for one in section.people
        if len(one.name) == 3
    ]
    names = {one.name for one, _ in people} | {one.name for one in proof.yearbook.names}
    for told_of in told if people else ():
        for found in OFFICE.finditer(told_of.text):
            office, said = found.groups()
            for person, at in people if not {said, said[:2]} & names else ():
                same = [x == y for x, y in zip(said, person.name, strict=True)]
                if same[0] and sum(same) == 2 and office in person.office:
                    yield told_of.place(found.start(2)), "L203", _args(said, person.name, at)
