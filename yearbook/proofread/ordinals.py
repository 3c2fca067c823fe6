"""Ordinals of one contest or festival that disagree between two entries (L202)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice
from typing import NamedTuple

from yearbook.proofread.copy import HIDDEN
from yearbook.proofread.statements import Statement
from yearbook.rules.scope import Finding
from yearbook.wording import han_value

ORDINAL = re.compile(r"第\x00*([0-9]+|[〇零一二三四五六七八九十百]+)\x00*届")
KINDS = (
    "竞赛|大赛|比赛|联赛|锦标赛|选拔赛|邀请赛|挑战赛|对抗赛|公开赛|团体赛|赛|运动会|艺术节|文化节|旅游节|读书节|购物节|美食节"
    "|电影节|音乐节|节|展览|展销会|展示会|精品展|作品展|书画展|摄影展|展|博览会|交易会|洽谈会|招聘会|庙会|灯会|花会|书会"
    "|评选|论坛|征文|汇演|会演|展演|晚会|演讲会|朗诵会|研讨会|年会|峰会|讲堂|行动周|宣传周|活动周|科技周|读书月|宣传月|奖"
)
AFTER = re.compile(rf"[\x00“”‘’《》一-鿿A-Za-z·—]{{1,40}}?(?:{KINDS})+(?:评选|表彰|颁奖)?(?:活动)?")
BEFORE = re.compile(r"[“”‘’《》一-鿿A-Za-z·—]*$")
VERB = re.compile(
    r".*(?:组织举办|举办|承办|主办|协办|联办|参加|参与|组织|开展|举行|迎接|启动|出席|观看|表彰|颁发|荣获|获得|斩获|获|赴|在|的|为|由|于|将|是"
    r"|了|并|和|与|及|暨|对|以|推荐|选派|选送|组队|报送|筹办|筹备|申办|年内|期间|[0-9]年|[0-9]月|[0-9]日|同时|还|又|其中)"
)
OTHER_ROUND = re.compile(
    "筹备|申办|筹办|将于|拟于|[上下][一1]?届|往届|历届|前[一二三四五0-9几]+届|次年|明年|去年|上年|连续|此前|曾"
    "|[自从至到]第"
)
CLEAN = re.compile(rf"[{HIDDEN}“”‘’《》（）\s·—-]")
LOOSE = re.compile("职业|职工|活动|系列|评选")
LEVEL = re.compile("[全国省市县区镇乡街村校院厂局系统青少幼老残女男]")
FURTHER = 4  # characters that may stand before a name without being of it
SHORTEST = 5  # characters of a name
BRAND = 10  # characters of a name that may have a sponsor's name of two characters more
REACH = 24  # characters before an ordinal in which a name begins
MOST = 100_000  # comparisons
LONG = 550  # days; an edition of more years has more than one round


class Round(NamedTuple):
    """One mention: which round of what, where."""

    number: Decimal
    name: str
    said: str
    at: int
    statement: Statement


def ordinals(told: Sequence[Statement]) -> Iterator[Finding]:
    """A contest has one ordinal in an edition (L202)."""
    seen: set[tuple[str, Decimal, str, Decimal]] = set()
    for one, other in _pairs(list(_rounds(told))):
        key = (one.name, one.number, other.name, other.number)
        if key in seen or _explained(one, other):
            continue
        seen.add(key)
        yield (
            other.statement.place(other.at),
            "L202",
            {"here": other.said, "there": one.said, "other": one.statement.place(one.at)},
        )


def _rounds(told: Sequence[Statement]) -> Iterator[Round]:
    for statement in told:
        if "届" in statement.text and not OTHER_ROUND.search(statement.plain):
            for found in ORDINAL.finditer(statement.text):
                yield from _round(statement, found)


def _round(statement: Statement, found: re.Match[str]) -> Iterator[Round]:
    """The mention at an ordinal: the name goes on after it, its beginning may stand before."""
    text = statement.text
    after = AFTER.match(text, found.end())
    if not after:
        return
    begun = BEFORE.search(text[max(0, found.start() - REACH) : found.start()])
    before = begun[0] if begun else ""
    verb = VERB.match(before)
    before = before[verb.end() :] if verb else before
    name = CLEAN.sub("", before + after[0])
    if len(name) >= SHORTEST:
        said = text[found.start() - len(before) : after.end()].replace(HIDDEN, "")
        yield Round(_number(found[1]), name, said, found.start() - len(before), statement)


def _number(written: str) -> Decimal:
    return Decimal(written) if written.isdigit() and written.isascii() else han_value(written)


def _pairs(rounds: Sequence[Round]) -> Iterator[tuple[Round, Round]]:
    """Mentions of one contest in two entries with two ordinals."""
    kinds: dict[str, list[Round]] = defaultdict(list)
    several = _several(rounds)
    for one in (one for one in rounds if (one.statement.entry, one.name) not in several):
        kinds[one.name.removesuffix("活动")[-2:]].append(one)
    for group in kinds.values():
        names = sorted({one.name for one in group})
        same = {(a, b) for a, b in islice(combinations(names, 2), MOST) if _one_name(a, b)}
        for one, other in islice(combinations(group, 2), MOST):
            name = tuple(sorted((one.name, other.name)))
            if one.number != other.number and (name[0] == name[1] or name in same):
                yield one, other


def _one_name(a: str, b: str) -> bool:
    """Whether the shorter name is the longer without a general word, or a part of a sponsor's."""
    short, long = sorted((a.removesuffix("活动"), b.removesuffix("活动")), key=len)
    if short[-2:] != long[-2:]:
        return False
    if long.endswith(short):
        return not LEVEL.search(long[: -len(short)]) and len(long) - len(short) <= FURTHER
    return _less(short, long) or LOOSE.sub("", short) == LOOSE.sub("", long) != ""


def _less(short: str, long: str) -> bool:
    """Whether two characters were left out within a long name."""
    extra = len(long) - len(short)
    if not 0 < extra <= 2 or len(short) < BRAND:
        return False
    start = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), 0)
    return start > 1 and short[start:] == long[start + extra :]


def _explained(one: Round, other: Round) -> bool:
    """Whether the two are no contradiction: both in one entry, in two years or seasons, or marked
    by a note."""
    a, b = one.statement, other.statement
    if a.entry == b.entry:
        return True
    edition = a.whole.edition
    if edition and (edition.covers.end - edition.covers.start).days > LONG:
        return True
    consecutive = abs(one.number - other.number) == 1
    times = a.bounds.times, b.bounds.times
    if (consecutive and all(times) and times[0] != times[1]) or _years(a) != _years(b):
        return True
    return a.marked(b.section, other.said) or b.marked(a.section, one.said)


def _several(rounds: Sequence[Round]) -> set[tuple[object, str]]:
    """The names of which an entry itself tells several rounds."""
    found: dict[tuple[object, str], set[Decimal]] = defaultdict(set)
    for one in rounds:
        found[one.statement.entry, one.name].add(one.number)
    return {key for key, numbers in found.items() if len(numbers) > 1}


def _years(statement: Statement) -> frozenset[str]:
    return frozenset(time for time in statement.bounds.times if time[:4].isdigit())
