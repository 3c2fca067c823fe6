"""The full name comes first, then the short form: names.yaml and （以下简称…）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from yearbook.model import Name
from yearbook.proofread.copy import Copy, Proof
from yearbook.rules.scope import Finding

DECLARED = re.compile(
    "以下(?:统称|简称|称)(?:为)?[“《「]?(?P<short>[一-鿿A-Za-z]{2,12})[”》」]?[）)]"
)
SHORTEST = 3
# Words that mean something else elsewhere: 以下简称大赛.
COMMON = frozenset(
    "大赛 比赛 竞赛 公司 协会 中心 集团 条例 办法 方案 规划 计划 领导小组 指挥部 委员会 活动 会议"
    " 大会 论坛 展会 学院 学校 医院 银行 项目 工程 系统 平台 基地 园区 开发区 示范区 高新区 经开区"
    " 新区 办公室 工作组 专班 组委会 党委 党组 工会 县委 市委 省委 区委 县政府 市政府 省政府 区政府"
    " 意见 通知 决定 规定 本书 本鉴 本法 该项目".split()
)


# What may stand right before a name without being part of it: 由市总工会, not 济南市总工会.
JOINS = frozenset(
    "由经在向与和及同对为是据从被到至受将把使请给让以按又再还并即时年月日内会称的了任聘邀报送赴驻获该其当"
)

Spot = tuple[int, int]  # a copy of a section and an offset in it


def early(proof: Proof) -> Iterator[Finding]:
    """In a section no short form stands before its full name."""
    if proof.edition is None:
        return
    known = Known(proof.yearbook.names)
    for copies in _by_section(proof):
        yield from _before_declared(copies)
        yield from _before_full(copies, known)


class Known:
    """The names that have short forms, and a pattern of all that must be told apart from these."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self.full = {s: n.name for n in names for s in n.short if len(s) >= SHORTEST}
        forms = {form for name in names for form in (name.name, *name.short, *name.variants)}
        told = {form for form in forms if any(short in form for short in self.full)}
        rows = sorted({*self.full.values(), *told}, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, rows))) if self.full else None


def _by_section(proof: Proof) -> Iterator[list[Copy]]:
    """The prose and records of each section."""
    rows = groupby(proof.copies, key=lambda copy: id(copy.section))
    return ([copy for copy in row if copy.kind in ("prose", "record")] for _, row in rows)


def _before_full(copies: list[Copy], known: Known) -> Iterator[Finding]:
    if known.pattern is None:
        return
    first: dict[str, Spot] = {}
    for number, copy in enumerate(copies):
        for found in known.pattern.finditer(copy.own):
            if found.group() not in first and _stands_alone(copy.own, found.start()):
                first[found.group()] = (number, found.start())
    for short, full in known.full.items():
        if short in first and first[short] < first.get(full, (0, 0)):
            yield _finding("L140", copies, first[short], first[full], text=short, full=full)


def _before_declared(copies: list[Copy]) -> Iterator[Finding]:
    """A short form that is declared stands after its declaration alone."""
    for number, copy in enumerate(copies):
        for found in DECLARED.finditer(copy.own) if "简" in copy.signs else ():
            short = found["short"]
            spot = (number, found.start())
            if short not in COMMON and len(short) >= SHORTEST:
                before = next(_uses(copies, short, spot), None)
                if before is not None:
                    yield _finding("L141", copies, before, spot, text=short)


def _uses(copies: list[Copy], short: str, until: Spot) -> Iterator[Spot]:
    for number, copy in enumerate(copies[: until[0] + 1]):
        for found in re.finditer(re.escape(short), copy.own):
            if (number, found.start()) < until and _stands_alone(copy.own, found.start()):
                yield number, found.start()


def _stands_alone(said: str, at: int) -> bool:
    """Whether a name is not the end of a longer one."""
    before = said[at - 1 : at]
    return not ("一" <= before <= "鿿") or before in JOINS


def _finding(code: str, copies: list[Copy], at: Spot, other: Spot, **args: object) -> Finding:
    place, later = (copies[number].place(offset) for number, offset in (at, other))
    return place, code, {**args, "place": later}
