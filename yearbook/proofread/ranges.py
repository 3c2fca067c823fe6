"""Ranges of years, dates, times and amounts, which have one dash: 2016—2020年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.proofread.signs import finding
from yearbook.rules.scope import Finding

LINE = "[-~～–－−‐‑─―]|--|——"
PLAIN = "[-~–－−‐‑─―]|--|——"  # ～ is right between amounts
ANY = frozenset("-~～–－−‐‑─―—")
FREE = r"(?<![0-9A-Za-z.\-/—～~])(?<![A-Za-z] )"
END = r"(?![0-9A-Za-z.\-/])"
YEAR = "(?:1[0-9]|20)[0-9]{2}"
UNITS = (
    "万|亿|元|人|岁|倍|天|个|小时|分钟|公里|千米|毫米|厘米|平方|立方|米|吨|公斤|千克|毫克|克|毫升|升|℃|摄氏度|度"
    "|亩|公顷|名|家|项|次|%|％|户|件|册|层|级|期|章|条|页|周|年|款|台|辆|场|篇|批|头|只|株|秒|届|位|倍|折|成|辆"
)
YEARS = re.compile(rf"{FREE}({YEAR})年?(?:{LINE})({YEAR}){END}(?!(?:{UNITS})(?<!年))")
DATED = re.compile(
    rf"(?<![0-9.\-/])[0-9]{{1,4}}(?P<a>年|月|日|时|世纪|年代)(?:{LINE})[0-9]{{1,4}}(?=年|月|日|时|世纪)"
    rf"|(?:周|星期)[一二三四五六日](?:{LINE})(?:周|星期)?[一二三四五六日](?![一-鿿]*[次个])"
    rf"|(?<![一二三四五六七八九十百])[一二三四五六七八九十]{{1,3}}[月日](?:{LINE})[一二三四五六七八九十]{{1,3}}(?=[月日])"
    rf"|[〇零○一二三四五六七八九]{{4}}年?(?:{LINE})[〇零○一二三四五六七八九]{{4}}(?=年)"
)
MONTHS = re.compile(rf"{FREE}([0-9]{{1,2}})(?:{LINE})([0-9]{{1,2}})(?=月|日|时|年级)")
TIMES = re.compile(
    rf"(?<![0-9:：])([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?:{PLAIN})"
    rf"([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?![0-9:：])"
)
AMOUNTS = re.compile(
    rf"{FREE}(?<![:：])([0-9]+(?:\.[0-9]+)?)(?:%|％|万|亿)?(?:{PLAIN})([0-9]+(?:\.[0-9]+)?)"
    rf"(?=(?:余|多)?(?:{UNITS}))"
)
SIGN = re.compile(LINE)


def ranges(copy: Copy) -> Iterator[Finding]:
    """From one year, date, time or number to another leads one dash."""
    if copy.signs.isdisjoint(ANY):
        return
    for pattern in (YEARS, MONTHS):
        for found in pattern.finditer(copy.words):
            if float(found[1]) < float(found[2]):
                yield _range(copy, "L032", found)
    for found in DATED.finditer(copy.words):
        yield _range(copy, "L032", found)
    for found in TIMES.finditer(copy.words):
        if (int(found[1]), int(found[2])) < (int(found[3]), int(found[4])):
            yield _range(copy, "L032", found)
    for found in AMOUNTS.finditer(copy.words):
        if float(found[1]) < float(found[2]) and not YEARS.match(copy.words, found.start()):
            yield _range(copy, "L033", found)


def _range(copy: Copy, code: str, found: re.Match[str]) -> Finding:
    start, end = found.span()
    mended = SIGN.sub("—", copy.source[start:end], count=1)
    return finding(copy, code, start, end, mended=mended)
