"""Claims: the numbers of a sentence with their unit and the words that say what is counted.

“收集……的职工技术创新成果64项” and “评选出18项优秀成果” both count 成果 in 项; the verb before
the thing counted is kept apart, verbs that mean the same being one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from yearbook.figures import (
    JOINED,
    NUMBER,
    OF_A_YEAR,
    ORDINAL,
    RANGE,
    SCALE_VALUES,
    after_at,
    before_at,
    unit_at,
)
from yearbook.proofread.copy import HIDDEN
from yearbook.units import bare, scale

EDGE = re.compile(r"[，。；：！？、\n,;:（）()—…]")
THING = re.compile(r"[\x00“”‘’一-鿿·A-Za-z]*")
STOPS = re.compile(
    r"参加|参与|获|被|为|用于|发放|达|占|是|在|于|由|对|向|从|与|和|及|并|以上|以下|左右|通过|进行|开展|完成"
    r"|报名|接受|共|有|等|将|给|让|使|到|均|已|次之|加入|走|来|受|入|出"
)
LEADS = re.compile(
    r"^(?:全[市县区省国年镇乡馆校院系统]|年内|当年|本年|年底|年末|至年底|至年末|今年|期间|[0-9]+年|共计|共|累计|总计"
    r"|合计|总|先后|分别|同时|并|还|已|又|另|再|陆续|各级|和|及|与|以及|了|出|有|等|的|达到|达|为|中|其|后|前|来自)+"
)
TAIL = re.compile("(?:[共达有为约]|达到|总数)+$")
VERBS = {
    verb: number
    for number, same in enumerate(
        (
            "征集 收集 收到 征得 搜集 汇集",
            "评选出 评选 评出 选出 评审出",
            "举办 举行 开展 组织开展 组织举办 组织 承办",
            "新建成 新建 建成",
            "发放 派发 分发",
            "签订 签署",
            "新增 净增",
            "获得 荣获 获",
            *"接待 培训 走访慰问 走访 慰问 帮扶 救助 资助 筹集 争取 投入 命名 授予 表彰".split(),
            *"选树 推荐 编发 刊发 印发 受理 办结 解决 化解 调解 排查 查出 整改 检查 完成".split(),
            *"提供 召开 实现 采购 新购 购置 外借 借阅 出版 改造 修建 安装 更换 招聘 聘用".split(),
            *"吸纳 覆盖 涉及 涵盖 设立 设 下辖 辖".split(),
        )
    )
    for verb in same.split()
}
REPEATED = frozenset(
    VERBS[verb] for verb in "培训 走访慰问 走访 慰问 检查".split()
)  # many times a year
VERB = re.compile("|".join(sorted(VERBS, key=len, reverse=True)))
SUSPECT = re.compile(r"[“《]|[^一-鿿，。；）”》]$|[第、和及与至到前]\s?$")
QUIET = str.maketrans("", "", f"{HIDDEN}“”‘’\"' ")
LIKELY = 24  # characters before a number in which its words stand
TIMES = frozenset("年 月 日 时 点 号 元/年".split())
SHARES = frozenset("% ‰ 个百分点 百分点 倍 成 分 岁 周岁 位".split())


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A number at `start` of a text: its size, the size of its last place, unit and words.

    `verb` is a number of `VERBS`, -1 for none. `vague`: 约, 余, 多 … stand with it.
    """

    start: int
    end: int
    value: Decimal
    place: Decimal
    unit: str
    thing: str
    verb: int
    vague: bool

    def agrees(self, other: Claim) -> bool:
        """Whether both may say the same size: exactly, rounded, or as about so much."""
        near = abs(self.value - other.value)
        if self.vague or other.vague:
            return near * 10 <= max(self.value, other.value) or near < max(self.place, other.place)
        return near == 0 or (self.place != other.place and near < max(self.place, other.place))


def claims(text: str) -> Iterator[Claim]:
    """The numbers of a text that count something which the words beside them name."""
    last = 0
    for found in NUMBER.finditer(text):
        start, end = found.span()
        between, unit, close = _unit(text[end : end + 10])
        if unit and _counts(text, start, unit):
            one = _claim(text, last, start, found[0], between, unit, end + close)
            if one:
                yield one
        last = end + close if unit else end


@lru_cache(maxsize=1 << 14)
def _unit(rest: str) -> tuple[str, str, int]:
    """The approximation, the unit and their length; no unit where it measures time or a share."""
    between, unit, end = unit_at(rest, 0, frozenset())
    return between, "" if unit in TIMES or bare(unit) in SHARES else unit, end


def _counts(text: str, start: int, unit: str) -> bool:
    """Whether a number at `start` is no ordinal, year, code or end of a range."""
    before = text[max(0, start - 12) : start]
    if unit in OF_A_YEAR and re.match("[12][0-9]{3}", text[start : start + 4]):
        return False
    if not SUSPECT.search(before):
        return True
    return not (
        ORDINAL.search(before)
        or JOINED.search(before)
        or (RANGE.search(before) and re.search("[0-9][^，。；]{0,3}$", before))
        or before.count("“") > before.count("”")
        or before.count("《") > before.count("》")
        or before.endswith("前")
    )


def _claim(
    text: str, last: int, start: int, digits: str, between: str, unit: str, end: int
) -> Claim | None:
    approx = _before(text[max(0, start - 4) : start])
    row = text[max(last, start - LIKELY) : start - len(approx)]
    found = THING.match(text, end)
    verb, thing = _words(EDGE.split(row)[-1], found[0] if found else "")
    if len(thing) < 2:
        return None
    value, place = _size(digits, unit)
    vague = bool(approx or between or _after(text[end : end + 2]))
    return Claim(start, end, value, place, bare(unit), thing, verb, vague)


@lru_cache(maxsize=1 << 12)
def _before(words: str) -> str:
    return before_at(words, len(words))


@lru_cache(maxsize=1 << 12)
def _after(words: str) -> str:
    return after_at(words, 0)


@lru_cache(maxsize=1 << 14)
def _size(digits: str, unit: str) -> tuple[Decimal, Decimal]:
    """The size of a number, and that of its last place."""
    times = SCALE_VALUES[scale(unit)]
    return Decimal(digits.replace(",", "")) * times, times.scaleb(-len(digits.partition(".")[2]))


@lru_cache(maxsize=1 << 15)
def _words(before: str, after: str) -> tuple[int, str]:
    """The verb, and the thing counted: what follows the unit, else what stands before."""
    said, thing = before.translate(QUIET), after.translate(QUIET)
    stop = STOPS.search(thing)
    thing = thing[: stop.start()] if stop else thing
    verbs = [one for one in VERB.finditer(said) if len(said) - one.end() != 1]
    while verbs and "的" in said[verbs[-1].end() :]:
        verbs.pop()  # it tells of what kind the thing is
    verb = VERBS[verbs[-1][0]] if verbs else -1
    if len(thing) < 2:
        thing = said[verbs[-1].end() :] if verbs else said
    of, _, thing_of = thing.rpartition("的")
    return verb, LEADS.sub("", TAIL.sub("", thing_of if of and len(thing_of) > 2 else thing))
