"""The annalist's manner: the third person, no superlatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.rules.scope import Finding

# 我市 我局; not 自我会, 我所有, 我国.
OURS = re.compile(
    "我(?<![自忘唯小大无毋非敌彼真对本]我)(?:[市省县州旗镇乡村委厅院校厂社]|区(?!分)|局(?![限势部])|会(?![见议])"
    "|处(?![在于])|馆(?!藏)|所(?![有在见])|站(?![在起])|街道|公司|单位|集团|中心|部门|系统|支队|总队)"
    "|我们(?!的节日)|咱们"
)
# At the head of a clause.
THIS = re.compile(
    "本(?:[局馆院校厂站委厅市县区镇乡村省]|会(?![议场长员计])|公司|中心|单位|部门)(?![人级籍科内毕户])"
)
HEADS = "，。；！？\n\x00年月日"
GENERAL = re.compile("各|每|凡|任何|应当|须|不得|该|某|其")
SUPERLATIVE = re.compile(
    "史无前例|前所未有|空前(?:绝后|高涨|繁荣|盛大)|盛况空前|规模空前|无与伦比|举世无双|辉煌成就|成绩斐然|硕果累累"
)
SENTENCE_END = "。；！？\n"


def first_person(copy: Copy) -> Iterator[Finding]:
    """The editors do not speak of themselves: 全市, not 我市; the body's name, not 本局."""
    if "我" in copy.signs or "咱" in copy.signs:
        for found in OURS.finditer(copy.own):
            yield copy.place(found.start()), "L108", {"text": found.group()}
    if "本" in copy.signs:
        for found in THIS.finditer(copy.own):
            if _speaking(copy.own, found.start()):
                yield copy.place(found.start()), "L108", {"text": found.group()}


def _speaking(said: str, at: int) -> bool:
    """Whether 本局 at the head of a clause is the writers' own, not that of any body meant."""
    return said[at - 1 : at] in HEADS and not GENERAL.search(_sentence(said, at))


def _sentence(said: str, at: int) -> str:
    start = max(said.rfind(sign, 0, at) for sign in SENTENCE_END) + 1
    ends = [end for end in (said.find(sign, at) for sign in SENTENCE_END) if end >= 0]
    return said[start : min(ends, default=len(said))]


def superlatives(copy: Copy) -> Iterator[Finding]:
    """What is praised instead of told."""
    for found in SUPERLATIVE.finditer(copy.own):
        yield copy.place(found.start()), "L109", {"text": found.group()}
