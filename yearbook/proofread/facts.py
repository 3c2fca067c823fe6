"""The same fact with different numbers in two entries (L201).

Two statements tell one fact when they have another number in common and half of their words, or
when they count the same particular thing for the whole of the year. What is told of more than a
few entries in the same words is a form (每月……, 各县……), not a contradiction.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, combinations, islice
from typing import NamedTuple

from yearbook.figures import NUMBER
from yearbook.proofread.claims import REPEATED, Claim
from yearbook.proofread.statements import OVERVIEW, Statement, apart, unlike
from yearbook.proofread.verbatim import verbatim
from yearbook.rules.scope import Finding
from yearbook.years.sentences import pairs

SHARED = 0.5  # of the pairs of characters of the shorter statement
STRETCH = 6  # characters in a row that both have
NAME = 4  # characters of no general word that are enough by themselves
FEW = 8  # statements that count something of the same name; of more only those nearer are compared
FORM = 3  # entries that count the same thing in the same unit; more are a form
OFTEN = 9  # entries that count something whose name ends alike
TAIL = 4  # characters of that end
LONGEST = 600  # characters of a sentence that are looked at for such words
MANY = 120  # numbers in a sentence; more are a table
NO_COUNT = "年月日时%％"
MOST = 20_000  # comparisons in an edition
PARTICULAR = 2  # characters that are no general word
GENERAL = re.compile(
    "等地|调研|培训班|培训|讲座|会议|座谈会|推进会|活动|演出|比赛|竞赛|大赛|展览|课程|论坛|宣讲|宣传|仪式|资料|手册|传单|图书"
    "|材料|物资|物品|资金|奖金|经费|慰问金|救助金|奖励|人员|职工|干部|群众|人数|选手|学员|学生|教师|居民|企业|单位"
    "|个人|部门|项目|工作|任务|问题|隐患|案件|事项|意见|建议|提案|稿件|信息|简报|报告|文件|制度|方案|办法|服务|场所"
    "|志愿者|党员|团员|会员|代表|专家|队伍|小组|班组|家庭|先进|优秀|示范|典型|荣誉|称号|作品|成果|论文|课题|专项|各类"
    "|各级|各种|全国|全省|全市|市级|省级|县级|级|设备|仪器|车辆|电话|来访|来信|咨询|现场|参赛|参训|参加|参会|举办|组织"
    "|开展|完成|新|建设|工程|投资|面积|人才|基层|重点|困难|一线|骨干|青年|技术|业务|专业|名师"
)
ACT = re.compile(
    "(?:调研|培训|活动|检查|指导|宣讲|走访|慰问|会议|宣传|演练|巡查|服务|督导|交流|观摩|人员)$"
)
APART = re.compile(
    "全?国家?级?|全?省级?|全?市级|县级|区级|[特一二三四]等|[金银铜]|[男女老净原现]|(?<!创)新|[高中初]级|计划|目标|预计"
    "|其中|推荐|申报|报送|提名|入围|合格|达标|在职|退休|未|不|非|自建|分|副|户均|人均|日均"
)


Forms = Counter[tuple[str, str]]  # entries by the thing that they count and its unit


class Pairing(NamedTuple):
    """A number of one statement and that of another that counts the same."""

    one: Claim
    other: Claim
    likeness: float


def facts(told: Sequence[Statement]) -> Iterator[Finding]:
    """The same fact must have the same number everywhere in an edition (L201)."""
    seen: set[frozenset[int]] = set()
    for one, other, spans in chain(_told_otherwise(_worth(told)), _same_but_for_numbers(told)):
        pair = frozenset((id(one), id(other)))
        if pair not in seen:
            yield from _findings(one, other, spans)
        seen.add(pair)


Span = tuple[int, int]
Spans = list[tuple[Span, Span]]
Conflict = tuple[Statement, Statement, Spans]


def _told_otherwise(told: Sequence[Statement]) -> Iterator[Conflict]:
    forms = _forms(told)
    for one, other in islice(_candidates(told, forms), MOST):
        found = [((a.start, a.end), (b.start, b.end)) for a, b, _ in _conflicts(one, other, forms)]
        if found:
            yield one, other, found


def _same_but_for_numbers(told: Sequence[Statement]) -> Iterator[Conflict]:
    for one, other, numbers in verbatim(told):
        if not apart(one, other):
            yield one, other, [(a.span(), b.span()) for a, b in numbers]


def _findings(one: Statement, other: Statement, spans: Spans) -> Iterator[Finding]:
    for a, b in spans:
        here, there = _said(other, *b), _said(one, *a)
        told_here, told_there = other.text[slice(*b)], one.text[slice(*a)]
        known = one.marked(other.section, told_here) or other.marked(one.section, told_there)
        if not known:
            place = other.place(b[0])
            yield place, "L201", {"here": here, "there": there, "other": one.place(a[0])}


def _worth(told: Sequence[Statement]) -> list[Statement]:
    """The statements of whose numbers most are not told again and again in the same words.

    In a volume of many entries most are forms; this sees it without reading them closely.
    """
    rows = [list(_signs(one.text)) for one in told]
    seen = Counter(sign for row in rows for sign in row)
    return [
        one
        for one, row in zip(told, rows, strict=True)
        if len(row) <= MANY and 2 * sum(seen[sign] <= OFTEN for sign in row) > len(row)
    ]


def _signs(text: str) -> Iterator[str]:
    """The characters right beside each number that may count something."""
    for found in NUMBER.finditer(text):
        start, end = found.span()
        if text[end : end + 1] not in NO_COUNT:
            yield text[max(0, start - TAIL) : start] + text[end : end + TAIL]


def _forms(told: Sequence[Statement]) -> Forms:
    """In how many entries a thing is counted in a unit: as named, and by the end of its name.

    Those of towns, bodies and months do not count, for they are told apart by their titles.
    """
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in told:
        for claim in () if one.subject else one.claims:
            found[claim.thing, claim.unit].add(one.entry)
            if len(claim.thing) > TAIL:
                found[claim.thing[-TAIL:], claim.unit].add(one.entry)
    return Counter({key: len(entries) for key, entries in found.items()})


def _form(claim: Claim, forms: Forms) -> bool:
    """Whether a thing is counted in so many entries that it says nothing of one fact."""
    tail = forms[claim.thing[-TAIL:], claim.unit]
    return forms[claim.thing, claim.unit] > FORM or tail > OFTEN


def _candidates(told: Sequence[Statement], forms: Forms) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of statements of two entries that count something of one name, each pair once."""
    seen: set[tuple[int, int]] = set()
    for group in _groups(told, forms):
        for a, b in combinations(group, 2):
            if (a, b) not in seen and told[a].entry != told[b].entry:
                seen.add((a, b))
                yield told[a], told[b]


def _groups(told: Sequence[Statement], forms: Forms) -> Iterator[list[int]]:
    """Statements that count the same: by the end of its name where they are few, else by the
    whole name or the same number."""
    heads: dict[object, list[int]] = defaultdict(list)
    exact: dict[object, list[int]] = defaultdict(list)
    for nth, one in enumerate(told):
        for claim in one.claims:
            if _form(claim, forms):
                continue
            head = claim.thing[-2:], claim.unit
            heads[head].append(nth)
            exact[head, claim.thing].append(nth)
            exact[head, claim.value].append(nth)
    for rows in (heads, exact):
        for group in rows.values():
            few = group if len(group) <= FEW else [n for n in group if not told[n].subject]
            if 1 < len(few) <= FEW:
                yield sorted(set(few))


def _conflicts(one: Statement, other: Statement, forms: Forms) -> Iterator[Pairing]:
    """The numbers of two statements that tell one fact and do not agree."""
    paired = list(_aligned(one, other))
    wrong = [
        found
        for found in paired
        if not (
            found.one.agrees(found.other) or _form(found.one, forms) or _form(found.other, forms)
        )
    ]
    if not wrong or apart(one, other):
        return
    support = [found for found in paired if found.one.agrees(found.other)]
    if support and _one_matter(one, other, support):
        yield from wrong
    elif not unlike(one, other) and (one.of_the_whole or other.of_the_whole):
        yield from (found for found in wrong if _same_thing(found) and _near(found))


def _aligned(one: Statement, other: Statement) -> Iterator[Pairing]:
    """The numbers that count the same, those of one size first, then the most alike."""
    rows = [
        (not a.agrees(b), -likeness, a.start, b.start, a, b)
        for a in one.claims
        for b in other.claims
        if (likeness := _likeness(a, b))
    ]
    taken: set[Claim] = set()
    for _, likeness, _, _, a, b in sorted(rows, key=lambda row: row[:4]):
        if a not in taken and b not in taken:
            taken |= {a, b}
            yield Pairing(a, b, -likeness)


def _likeness(a: Claim, b: Claim) -> float:
    """How much of the longer name the shorter has, its characters in order; 0 when the unit, the
    verb or a word that tells kinds apart (省级, 一等) differs."""
    if a.unit != b.unit or a.thing[-2:] != b.thing[-2:] or _verbs_apart(a, b):
        return 0
    if a.thing == b.thing:
        return 1
    short, long = sorted((a.thing, b.thing), key=len)
    rest = iter(long)
    if not all(char in rest for char in short):
        return 0
    if set(APART.findall(short)) != set(APART.findall(long)) and not a.agrees(b):
        return 0
    return len(short) / len(long)


def _verbs_apart(a: Claim, b: Claim) -> bool:
    return a.verb >= 0 and b.verb >= 0 and a.verb != b.verb


def _one_matter(one: Statement, other: Statement, support: Sequence[Pairing]) -> bool:
    """Whether statements with a number in common share half of their words, and among them words
    of their own; general words do where one of them is the overview's."""
    a, b = pairs(one.plain), pairs(other.plain)
    if len(a & b) < SHARED * min(len(a), len(b)):
        return False
    stretch = _stretch(one.plain, other.plain)
    if (len(stretch) >= STRETCH and _particular(stretch) >= PARTICULAR) or _particular(
        stretch
    ) >= 4:
        return True
    overview = any(OVERVIEW.search(said.title) for said in (one, other))
    return overview and any(found.one.value >= 10 for found in support)


def _stretch(one: str, other: str) -> str:
    """The longest words in a row that both have."""
    one, other = one[:LONGEST], other[:LONGEST]
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


def _same_thing(found: Pairing) -> bool:
    """Whether the same particular thing is counted: 新建企业工会, and not 参加人员."""
    one, other = found.one, found.other
    if one.verb in REPEATED or ACT.search(one.thing):
        return False
    return found.likeness == 1 and one.verb == other.verb and _particular(one.thing) >= PARTICULAR


def _particular(words: str) -> int:
    """How many characters are of no general word."""
    return len(re.findall("[一-鿿]", GENERAL.sub("", words))) if len(words) > 2 else 0


def _near(found: Pairing) -> bool:
    """Whether two sizes may be one that was mistyped: near, one digit wrong, or tenfold."""
    a, b = sorted((found.one.value, found.other.value))
    if not a:
        return False
    one, other = (f"{value.normalize():f}".replace(".", "") for value in (a, b))
    same = len(one) == len(other) and sum(x != y for x, y in zip(one, other, strict=True)) == 1
    return b <= a * 3 / 2 or same or one.rstrip("0") == other.rstrip("0")


def _said(statement: Statement, first: int, last: int) -> str:
    """The clause of a number, as an editor finds it."""
    text = statement.text
    start = max(text.rfind(mark, 0, first) for mark in "，；。：、\n") + 1
    ends = (text.find(mark, last) for mark in "，；。：、！？（\n")
    end = min((at for at in ends if at >= 0), default=len(text))
    return text[start:end].replace("\x00", "").strip()
