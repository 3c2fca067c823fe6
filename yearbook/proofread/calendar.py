"""Days and times that are not, and days that do not fit each other."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from yearbook.figures import TITLED
from yearbook.issues import Words
from yearbook.proofread.copy import Copy
from yearbook.proofread.listing import number
from yearbook.proofread.quantities import Sentence, noted
from yearbook.rules.scope import Finding

LEAP = 2000
WEEK = "一二三四五六日"
DAY = re.compile(
    r"(?<![\d.·/—-])(?:(?P<year>[12]\d{3})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
    r"(?:[，]?(?:[（(])?(?:星期|周|礼拜)(?P<week>[一二三四五六日天])(?![年岁期]))?"
)
NO_MONTH = re.compile(r"(?<!\d)[12]\d{3}年(?P<month>0?0|1[3-9]|[2-9]\d)月(?!龄)")
LUNAR = re.compile(r"(?:农历|阴历|旧历|夏历|藏历|彝历|回历)[^。；]{0,8}$")
TIME = re.compile(r"(?<![\d:：.])(?P<hour>\d{1,2})(?:时|点)(?P<minute>\d{1,2})分(?![之\d])")
AT_HOUR = re.compile(r"(?:凌晨|[早晚]上?|上午|中午|下午|夜间)(?P<hour>\d{1,2})(?P<minute>)时(?!\d)")
CLOCK = re.compile(r"(?:[日午晨晚间]|时间为?)(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?![\d:：])")
LASTS = re.compile("历时|用时|时长|耗时|共计?|成绩|累计|长达|平均$")
DASH = r"(?:至|到|—+|–|-|～|~)"
SPAN = re.compile(
    rf"(?<![\d.·/])(?:(?P<year>[12]\d{{3}})年)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日?{DASH}"
    r"(?:(?P<year2>[12]\d{3})年)?(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日"
)
YEARS = re.compile(rf"(?<![\d前])([12]\d{{3}})年?{DASH}([12]\d{{3}})年(?!度?[^，。；]{{0,6}}倒)")
DAYS = re.compile(
    r"(?:历时|为期|持续|连续|会期)(?P<count>\d{1,3}|[一二三四五六七八九十]{1,3})[天日](?!左右|多|余)"
)
BORN = re.compile(
    r"(?P<year>1[89]\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生)|生于(?P<in>1[89]\d\d|20\d\d)年"
)
DIED = re.compile(
    r"(?P<year>1[89]\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。；]{0,16}?(?:逝世|去世|病逝|辞世|因病医治无效|牺牲|殉职)"
)
LIFE = re.compile(
    r"（(?P<born>1[89]\d\d|20\d\d)(?:[.年]\d{1,2}月?)?[—–－-]+(?P<died>1[89]\d\d|20\d\d)[.年）]"
)
LIVED = re.compile(r"(?:享年|终年)(?P<age>\d{1,3})岁")


MONTHS = Words("一年只有十二个月", "a year has twelve months")
HOURS = Words("一天二十四小时，一小时六十分", "a day has 24 hours, an hour 60 minutes")


def days(copy: Copy) -> Iterator[Finding]:
    """A day is in the calendar and on the day of the week that is said."""
    if "月" not in copy.signs:
        return
    for found in DAY.finditer(copy.words):
        yield from _day(copy, found)
    for found in NO_MONTH.finditer(copy.words):
        yield from _impossible(copy, found.start(), found.group(), MONTHS)


def _day(copy: Copy, found: re.Match[str]) -> Iterator[Finding]:
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    said = re.sub("[，（(]?(?:星期|周|礼拜).*", "", found.group())
    last = monthrange(year or LEAP, month)[1] if 1 <= month <= 12 else 0
    if not last:
        yield from _impossible(copy, found.start(), said, MONTHS)
    elif not 1 <= day <= last:
        of = f"{year}年" if year else ""
        why = Words(f"{of}{month}月只有{last}天", f"that month has {last} days")
        yield from _impossible(copy, found.start(), said, why)
    elif found["week"] and year:
        right = WEEK[date(year, month, day).weekday()]
        wrong = right != found["week"].replace("天", "日")
        if wrong and not _quiet(copy, found.start(), said):
            args = {"text": said, "said": found["week"], "right": right}
            yield copy.place(found.start()), "L342", {**args}


def _impossible(copy: Copy, at: int, said: str, why: Words) -> Iterator[Finding]:
    if not _quiet(copy, at, said):
        yield copy.place(at), "L341", {"text": said, "why": why}


def _quiet(copy: Copy, at: int, said: str) -> bool:
    """Whether a date is of another calendar, within a title, or spoken of in a note."""
    if LUNAR.search(copy.words, max(0, at - 24), at):
        return True
    titled = (found.span() for found in TITLED.finditer(copy.words))
    return any(a <= at < b for a, b in titled) or noted(copy, at, said)


def times(copy: Copy) -> Iterator[Finding]:
    """A time of day is one."""
    signs = ((TIME, "分"), (AT_HOUR, "时"), (CLOCK, ":"), (CLOCK, "："))
    for pattern in dict.fromkeys(pattern for pattern, sign in signs if sign in copy.signs):
        for found in pattern.finditer(copy.words):
            hour, minute, at = int(found["hour"]), int(found["minute"] or 0), found.start("hour")
            lasts = LASTS.search(copy.words, max(0, at - 12), at)
            if minute > 59 or (hour > 24 and not lasts):
                yield from _impossible(copy, at, copy.words[at : found.end()], HOURS)


def spans(copy: Copy) -> Iterator[Finding]:
    """A span of time does not end before it begins, and lasts as long as is said."""
    if not SPAN.search(copy.words) and not YEARS.search(copy.words):
        return
    for sentence in copy.sentences:
        found = list(SPAN.finditer(sentence.text))
        for one in found:
            yield from _reversed(sentence, one)
        if len(found) == 1:
            yield from _lasting(sentence, found[0])
        for years in YEARS.finditer(sentence.text):
            first, last = int(years[1]), int(years[2])
            era = sentence.text[: years.start()].endswith(("公元前", "前"))
            if last < first and not era and not sentence.marked(years.group()):
                yield sentence.place(years.start()), "L343", {"text": years.group()}


def _ends(found: re.Match[str]) -> tuple[date, date] | None:
    """The first and the last day of a span; None for days that are none."""
    year = int(found["year"] or LEAP)
    month = int(found["month"])
    try:
        first = date(year, month, int(found["day"]))
        last = date(int(found["year2"] or year), int(found["month2"] or month), int(found["day2"]))
    except ValueError:
        return None
    return first, last


def _reversed(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    ends = _ends(found)
    sure = found["year2"] or not found["month2"] or found["month2"] == found["month"]
    lunar = LUNAR.search(sentence.text, 0, found.start())
    if ends and sure and not lunar and ends[1] < ends[0] and not sentence.marked(found.group()):
        yield sentence.place(found.start()), "L343", {"text": found.group()}


def _lasting(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    ends, said = _ends(found), DAYS.search(sentence.text, found.end())
    if not ends or not said or "。" in sentence.text[found.end() : said.start()]:
        return
    days, count = (ends[1] - ends[0]).days, number(said["count"])
    working = sum((ends[0].toordinal() + n - 1) % 7 < 5 for n in range(days + 1))
    near = said.start() - found.end() < 40
    if near and days >= 0 and count not in (days, days + 1, working):
        args = {"text": found.group(), "said": said.group(), "days": days + 1}
        if not sentence.marked(said.group(), found.group()):
            yield sentence.place(said.start()), "L344", {**args}


def ages(copy: Copy) -> Iterator[Finding]:
    """享年 fits the years of birth and death; 虚岁 is one or two years more."""
    if "岁" not in copy.signs or not copy.signs & {"享", "终"}:
        return
    for before, sentence in zip((None, *copy.sentences), copy.sentences, strict=False):
        lived = LIVED.search(sentence.text)
        text = (before.text if before else "") + sentence.text
        years = (_told(text) or _headed(copy, sentence)) if lived else None
        if lived and years:
            first, last = years
            age = int(lived["age"])
            if not -1 <= age - (last - first) <= 2 and not sentence.marked(lived.group()):
                args = {"said": lived.group(), "born": first, "died": last, "years": last - first}
                yield sentence.place(lived.start()), "L345", {**args}


def _told(text: str) -> tuple[int, int] | None:
    """The years of birth and death of the one whom two sentences speak of."""
    born, died = BORN.search(text), DIED.search(text)
    if not born or not died or len(BORN.findall(text)) > 1:
        return None
    return int(born["year"] or born["in"]), int(died["year"])


def _headed(copy: Copy, sentence: Sentence) -> tuple[int, int] | None:
    """The years after the name at the head of a paragraph: 甲（1931—2025）."""
    at = sentence.offset(0)
    start, end = copy.words.rfind("\n", 0, at + 1) + 1, copy.words.find("\n", at + 1)
    found = list(LIFE.finditer(copy.words, start, end if end >= 0 else len(copy.words)))
    return (int(found[0]["born"]), int(found[0]["died"])) if len(found) == 1 else None
