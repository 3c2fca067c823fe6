"""Days and years that are not named: 今年, 目前, 17年5月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.issues import Words
from yearbook.model import Period
from yearbook.proofread.copy import Copy
from yearbook.rules.scope import Finding

YEAR = {"今": 0, "去": -1, "明": 1, "前": -2}
# Not 如今年轻, 过去年代, 文明年度, 以前年度.
SURE = re.compile(
    "今年(?<![如现当至迄古]今年)(?![轻代均迈龄])|去年(?<![过失逝除离]去年)(?![轻华代])"
    "|明年(?<![文说光清黎发证透表声标注阐申昆]明年)(?![代度])|前年(?![份均产龄度])(?:(?<=^前年)|(?<=[，。；\x00]前年))"
    "|截[至止]到?目前|到目前为止|迄今为止|截[至止]今[年天日]",
    re.MULTILINE,
)
# Not 项目前期; some at the head of a clause alone, not 5日前, 附近日.
MAYBE = re.compile(
    "目前(?<![项题科节栏书条细纲数曲剧耳眼盲总编要价品名篇醒注瞩闭双至止到]目前)"
    "|近几?些?年来|近[几些]年"
    "|(?:近日(?!点)|日前|不久前|[今昨][日天](?!头条)|明天|[本上下]月(?![刊球历])|上个月|现在(?![的])|最近(?![的处点距一])|前不久|当前(?=，)|近期(?=，)"
    "|迄今(?=[，已]))(?P<head>)"
)
HEADS = "，。；！？\n\x00"
SPAN = re.compile(
    r"[0-9]{4}年?[—–-]+[0-9]{2,4}年|[0-9]{4}年[^。；]{0,12}(?:以来|起)|截至[0-9]{4}年"
)
# 自17年3月, 至17年底, 2016年、17年, 于18年建成; not 少于20年, 于20年前.
SHORT = re.compile(
    r"[0-9]{2}年(?:(?<=^..年)|(?<=[，。；、（(\x00于在自从至到’']..年))"
    r"(?:(?:1[0-2]|[1-9])月(?!龄|大)|(?<=[于在自从至到]..年)(?:[底初末]|[上下]半年))"
    r"|[0-9]{2}年(?<=[0-9]{4}年[、和]..年)(?![后前间内来的以期])"
    r"|[0-9]{2}年(?<=于..年)(?<![等当少低多大短用对长早晚高小限]于..年)(?![后前间内来的以时中之多余])",
    re.MULTILINE,
)
ERA = re.compile(
    "民国|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|崇祯|万历|嘉靖|洪武|永乐|贞观|开元|公元|昭和|大正|明治"
)


def undated(copy: Copy, covers: Period) -> Iterator[Finding]:
    """A yearbook is read in other years: the year is named; 年内, 年底 are that of the volume."""
    for found in SURE.finditer(copy.own):
        args: dict[str, object] = {"text": found.group(), "meant": _meant(found.group(), covers)}
        yield copy.place(found.start()), "L110", args
    for found in MAYBE.finditer(copy.own):
        head = found["head"] is None or copy.own[found.start() - 1 : found.start()] in HEADS
        if head and not SPAN.search(_clause(copy.own, found.start(), found.end())):
            args = {"text": found.group(), "year": _label(covers)}
            yield copy.place(found.start()), "L111", args


def _meant(text: str, covers: Period) -> Words:
    """What is to be written: the year when the volume covers one."""
    year = covers.end.year
    if text[0] not in YEAR:
        return Words(f"写明日期，如“截至{year}年底”", f"name the day, as in “截至{year}年底”")
    if covers.start.year != year:
        said = f"{covers.start.year}—{year}"
        return Words(f"写明年份，本卷记{said}年", f"name the year; the volume covers {said}")
    named = year + YEAR[text[0]]
    return Words(
        f"写成“{named}年”（本卷记{year}年）", f"write “{named}年” (the volume covers {year})"
    )


def _label(covers: Period) -> str:
    first, last = covers.start.year, covers.end.year
    return str(last) if first == last else f"{first}—{last}"


def _clause(said: str, start: int, end: int) -> str:
    """The sentence up to a word and 16 characters after it."""
    head = max(said.rfind(sign, 0, start) for sign in "。；\n") + 1
    return said[max(head, start - 30) : end + 16]


def short_years(copy: Copy) -> Iterator[Finding]:
    """A year has four digits: 2017年5月, not 17年5月."""
    if "年" in copy.signs and not ERA.search(copy.own):
        for found in SHORT.finditer(copy.own):
            yield copy.place(found.start()), "L112", {"text": found.group()}
