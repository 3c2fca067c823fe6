"""Punctuation doubled, and ellipses, dashes, ranges and middle dots typed as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.proofread.signs import HAN, after, before, finding, is_han
from yearbook.rules.scope import Finding

TWICE = re.compile(r"([，、；：！？])\1+|(?<!。)。。(?!。)")
CLASH = re.compile(
    r"(?:[，、；：。](?=[，、；：。！？])|[！？](?=[，、；。]))[，、；：。！？]+|。”。"
)
DOTS = re.compile(r"\.{3,}|。{3,}|．{3,}|·{3,}|(?<!…)…(?:…{2})?(?!…)|…{5,}")
DASHES = re.compile("-{2,}|－{2,}|─{2,}|―{2,}|━{2,}|–{2,}|ー{2,}|—{3,}|—[-–]|[-–]—")
ONE_DASH = re.compile(
    rf"(?<![{HAN}])([{HAN}]{{6,}})(?<!—)—(?!—)([{HAN}]{{6,}})(?=[，。；：！？\n]|$)"
)
PLACES = re.compile("[线路段桥航铁轨带区隧河江海山港湾层级]")
DOT = re.compile(rf"(?<=[{HAN}])[・•‧∙⋅･．](?=[{HAN}])|(?<=[0-9])[・•‧∙⋅･](?=[0-9])")
CJK = frozenset("“”‘’《》（）〈〉【】，。；：！？、…—")
DAYS = r"(?:1[0-2]|[1-9])\.(?:3[01]|[12][0-9]|[1-9])"  # month and day
KNOWN = r"3\.8|5\.1|5\.4|6\.1|7\.1|8\.1|12\.9|1\.28|9\.18|3\.15|7\.7"
EVENT = (
    "(?:系列|重要|特别|重特大|重大|特大|专项)*(?:讲话|精神|事件|事故|会议|活动|运动|惨案|事变|暴动"
    "|起义|案件|专案|火灾|爆炸|地震|洪灾|批示|指示|晚会|青年节|国际|劳动节|建军节|儿童节)"
)
DATE_NAME = re.compile(
    rf"(?<=“)(?:{DAYS})(?=”{EVENT})|(?<=“)(?:{KNOWN})(?=”)"
    rf"|(?<=“)(?:1[0-2]|[1-9])\.(?:3[01]|[12][0-9])(?=”(?![倍折米元万亿级度寸升克吨]))"
    rf"|(?<![0-9.A-Za-z第“]){DAYS}(?={EVENT})"
)
NUMERAL = "一二三四五六七八九"
ZERO = re.compile(
    rf"(?<![{NUMERAL}十百千万〇零○])(?=[一二])[{NUMERAL}〇零○◯OoＯ０0]{{4}}(?=年|学年|级|届)"
    rf"|(?<=[{NUMERAL}])[○◯](?=[{NUMERAL}])"
)
ZEROS = re.compile("[零○◯OoＯ０0]")


def twice(copy: Copy) -> Iterator[Finding]:
    """A mark stands once, and two that end differently do not follow each other."""
    for found in TWICE.finditer(copy.words):
        yield finding(copy, "L027", *found.span(), mended=found.group()[0])
    for found in CLASH.finditer(copy.words):
        if not TWICE.fullmatch(found.group()) and set(found.group()) != {"。"}:
            yield finding(copy, "L028", *found.span())


def ellipses(copy: Copy) -> Iterator[Finding]:
    """An ellipsis has six dots: ……"""
    if copy.signs.isdisjoint("….。．·") or copy.kind == "cell":
        return
    for found in DOTS.finditer(copy.words):
        left, right = _sides(copy, found)
        if (_chinese(left) or _chinese(right)) and not _sign(copy.words, found, left, right):
            yield finding(copy, "L029", *found.span(), mended="……")


def _sign(words: str, found: re.Match[str], left: str, right: str) -> bool:
    """Whether … stands for numbers left out (1，2，…，n), for no data, or for itself (“…”)."""
    start, end = found.span()
    if found.group() != "…" or left + right == "“”":
        return found.group() == "…"
    alone = words[start - 1 : start] in ("\x00", " ") and words[end : end + 1] in ("\x00", " ")
    return alone or (left in ("", "，", "、", ",") and right in ("，", "、", ","))


def dashes(copy: Copy) -> Iterator[Finding]:
    """A dash is as long as two characters: ——"""
    if copy.signs.isdisjoint("-－─―━–ー—"):
        return
    for found in DASHES.finditer(copy.words):
        left, right = _sides(copy, found)
        if (_chinese(left) and (_chinese(right) or not right)) or (not left and is_han(right)):
            yield finding(copy, "L030", *found.span(), mended="——")
    if "—" in copy.signs and copy.kind in ("prose", "note"):
        for found in ONE_DASH.finditer(copy.words):
            if not PLACES.search(found.group()):
                yield finding(copy, "L031", found.end(1), found.end(1) + 1)


def _sides(copy: Copy, found: re.Match[str]) -> tuple[str, str]:
    return before(copy.words, found.start()), after(copy.words, found.end())


def _chinese(char: str) -> bool:
    return bool(char) and (is_han(char) or char in CJK)


def date_names(copy: Copy) -> Iterator[Finding]:
    """A day that gives an event its name has a middle dot: “7·26”讲话."""
    if "." in copy.signs:
        for found in DATE_NAME.finditer(copy.words):
            yield finding(copy, "L034", *found.span(), mended=found.group().replace(".", "·"))


def middle_dots(copy: Copy) -> Iterator[Finding]:
    """The dot between the parts of a name is U+00B7, no other dot."""
    if not copy.signs.isdisjoint("・•‧∙⋅･．"):
        for found in DOT.finditer(copy.words):
            yield finding(copy, "L035", *found.span(), mended="·")


def zeros(copy: Copy) -> Iterator[Finding]:
    """The zero of years in Han numerals is 〇."""
    if copy.signs.isdisjoint("零○◯OoＯ０0"):
        return
    for found in ZERO.finditer(copy.words):
        mended = ZEROS.sub("〇", found.group())
        if mended != found.group():
            yield finding(copy, "L036", *found.span(), mended=mended)
