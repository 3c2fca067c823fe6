"""Values of cells in the words that a sheet shows for them, near enough."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_FORMAT = re.compile(
    r'(?:\[[^\]]*\])*(?:"([^"]*)")?[#0,?]*[#0](?:\.([#0?]+))?(%)?(?:_.)*(?:"([^"]*)")?'
)
Value = object


@dataclass(frozen=True, slots=True)
class Format:
    """What a number format adds: words before and after; for per cent the decimals, else -1."""

    before: str = ""
    after: str = ""
    percent: int = -1


PLAIN = Format()


def format_of(code: str) -> Format:
    """The format of a code such as `0.0%` or `#,##0"人"`."""
    found = _FORMAT.match(code.partition(";")[0])
    if not found:
        return PLAIN
    percent = len(found[2] or "") if found[3] else -1
    return Format(found[1] or "", found[4] or "", percent)


def shown(value: Value, form: Format = PLAIN) -> str:
    """1000 for 1000.0, 12.5% for 0.125 in per cent, dates as 2018-05-01."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return f"{form.before}{_number(value, form.percent)}{form.after}"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "auto")
    if isinstance(value, date | time | timedelta):
        return _of_time(value)
    return str(value).strip()


def _of_time(value: date | time | timedelta) -> str:
    if isinstance(value, time):
        return value.isoformat("auto" if value.second else "minutes")
    return str(value)


def _number(value: float, percent: int) -> str:
    if percent >= 0:
        return f"{value * 100:.{percent}f}%"
    text = format(value, ".15g")
    if "e" not in text:
        return text
    number = Decimal(text)
    return format(number, "f") if abs(number.adjusted()) < 30 else text
