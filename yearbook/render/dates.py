"""Dates and years in the words of the page language."""

from __future__ import annotations

import re
from datetime import date

from yearbook.model import Period

MONTH_OR_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


def han_digits(text: str) -> str:
    """Each Arabic digit in Chinese: 2017 → 二〇一七."""
    return text.translate(HAN_DIGITS)


def day(value: date) -> str:
    """2017-03-05 → 2017年3月5日."""
    return f"{value.year}年{value.month}月{value.day}日"


def written(text: str) -> str:
    """A written date YYYY, YYYY-MM or YYYY-MM-DD as read: 2017年3月; other text as it is."""
    parts = text.split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        return text
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def plain(text: str) -> str:
    """A value that is a date of month or day as read; any other text as it is."""
    return written(text) if MONTH_OR_DAY.fullmatch(text) else text


def in_year(text: str) -> str:
    """A written date as read within its year: 3月5日; a year alone in full."""
    said = written(text)
    return said.partition("年")[2] or said


def whole_year(period: Period) -> int:
    """The year when the period is a calendar year, else 0."""
    start, end = period.start, period.end
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return start.year if whole and start.year == end.year else 0
