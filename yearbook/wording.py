"""Whether the wording that `text:` gives of a figure says its number, its unit and its 约 or 余.

The number is Arabic or Han. Its unit and approximation are read in the prose, so that a wording
that ends early (40 of 40余篇) does not hide them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from yearbook import units
from yearbook.figures import (
    NEGATIVE,
    SCALE_VALUES,
    Token,
    after_at,
    before_at,
    narrow,
    scaled,
    tokens,
    unit_at,
)
from yearbook.model import Figure

DIGITS = {char: n % 10 for n, char in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖")}
DIGITS |= {"○": 0, "两": 2}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
ONE = "".join(DIGITS)
HAN = re.compile(rf"[{ONE}{''.join(TENS)}万亿]{{1,24}}(?:点[{ONE}]{{1,6}})?")
VAGUE = re.compile("[数几第]$")
SHARES = {"百分之": "%", "千分之": "‰"}
ZERO = re.compile("[零无未没]")
MORE = re.compile(rf" *(?![至到和与及或](?:[0-9{ONE}]|$))[\u3400-\u9fffA-Za-z%％‰/]")
FALL = "(?:减少|下降|降低|下滑|下跌|回落|缩减|压减)(?:了|达)?$"
UPWARDS = re.compile("上[百千万亿]")
RISE = re.compile("(?<!负)(?:增长|增加|上升|提高|提升)(?:了|达)?$")
FALLS = re.compile(FALL)
FAR = re.compile("(约|近|超|逾)(?:占|有|为|需|合|过|达)[\u3400-\u9fff]{0,6}$")
COMPARED = re.compile(
    rf"(?:[比较](?:上|去|前|往|同|[12][09])|同比|环比|相比)[^。；！？\n]{{0,30}}{FALL}"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A number of a wording: where it stands with its approximation and unit, and what it says."""

    start: int
    end: int
    value: Decimal
    unit: str
    approx: tuple[str, ...]
    bare: bool


def said(text: str, span: tuple[int, int], declared: Iterable[str] = ()) -> Iterator[Said]:
    """The numbers within a wording that stands at `span` of the prose."""
    text, extra = narrow(text), frozenset(declared)
    for token in tokens(text, *span):
        yield _said(text, token, Decimal(token.digits.replace(",", "")), extra)
    for found in HAN.finditer(text, *span):
        yield _han(text, found.start(), found.end(), extra)


def _han(text: str, start: int, end: int, declared: frozenset[str]) -> Said:
    value = han_value(text[start:end])
    share = next((word for word in SHARES if text.endswith(word, 0, start)), "")
    if share:
        return Said(start - len(share), end, value, SHARES[share], _approx(text, start, end), False)
    if VAGUE.search(text, max(0, start - 1), start):
        return Said(start, end, value, "", (), False)
    before = before_at(text, start)
    one = _said(text, Token(start - len(before), start, end, "", before), value, declared)
    if start and UPWARDS.match(text, start - 1):  # 上百人 is 100人以上
        return replace(one, start=start - 1, approx=(*one.approx, "超", "以上"))
    return one


def _approx(text: str, start: int, end: int) -> tuple[str, ...]:
    """The approximations of a share (约百分之三十以上)."""
    row = before_at(text, start - len("百分之")), after_at(text, end)
    return tuple(word for word in row if word)


def _said(text: str, token: Token, value: Decimal, declared: frozenset[str]) -> Said:
    between, unit, end = unit_at(text, token.end, declared)
    times = TENS.get(text[token.end : token.end + 1], 1)
    if not unit and times > 1:  # 3千余人
        between, unit, end = unit_at(text, token.end + 1, declared)
        value *= times
    after = after_at(text, end)
    approx = tuple(word for word in (token.before, between, after) if word)
    start = token.start
    if NEGATIVE.search(text, max(0, start - 2), start):
        value, start = -value, start - 1
    bare = not units.bare(unit) and not MORE.match(text, end)
    return Said(start, end + len(after), value, unit, approx, bare)


def han_value(numeral: str) -> Decimal:
    """What a Han numeral says: 三十 is 30, 二〇一七 is 2017, 百 is 100, 三点五 is 3.5."""
    whole, _, part = numeral.partition("点")
    total = section = digit = 0
    for char in whole:
        if char in DIGITS:
            digit = digit * 10 + DIGITS[char]
        elif char in TENS:
            section, digit = section + (digit or 1) * TENS[char], 0
        else:
            total, section, digit = _myriad(total, section + digit, MYRIADS[char]), 0, 0
    fraction = "".join(str(DIGITS[char]) for char in part)
    return Decimal(f"{total + section + digit}.{fraction or 0}")


def _myriad(total: int, section: int, times: int) -> int:
    """十二万 and 三万亿: 亿 also multiplies the 万 before it."""
    if times > 10**4 or not section:
        return (total + section or 1) * times
    return total + section * times


def match(
    figure: Figure, text: str, span: tuple[int, int], declared: Iterable[str] = ()
) -> Said | None:
    """The number within the wording at `span` that is the figure's; None when it says no such.

    Zero may be said without a number (零事故, 未发生事故).
    """
    row = list(said(text, span, [*declared, figure.unit]))
    found = next((one for one in row if _equal(figure, one, text)), None)
    if not found and figure.value == 0 and ZERO.search(text, *span):
        return Said(*span, Decimal(0), figure.unit, (), False)
    return found


def _equal(figure: Figure, one: Said, text: str) -> bool:
    """The same size, unit and approximation, and no rise where the figure is a fall.

    A number without any unit (3 in 3、5、8项) has that of the figure.
    """
    value, meant = one.value * SCALE_VALUES[units.scale(one.unit)], scaled(figure)
    if figure.value is None or meant is None or one.value < 0 < meant:
        return False
    if meant < 0 < one.value and RISE.search(text, max(0, one.start - 8), one.start):
        return False
    if one.bare and not one.approx:
        return abs(value) in (abs(meant), abs(figure.value))
    unit = one.bare or units.bare(one.unit) == units.bare(figure.unit)
    approx = figure.approx in (one.approx or ("",)) or _far(text, one.start) == figure.approx != ""
    return unit and approx and abs(value) == abs(meant)


def _far(text: str, start: int) -> str:
    """The approximation that a verb parts from a number at `start` (约占40%, 超过30人)."""
    found = FAR.search(text, max(0, start - 8), start)
    return before_at(text, found.end(1)) if found else ""


def fall(text: str, start: int) -> int | None:
    """Where the word begins that says, right before a number at `start`, that it is a fall."""
    found = FALLS.search(text, max(0, start - 4), start)
    return found.start() if found else None


def compared_fall(text: str, start: int) -> bool:
    """Whether a number at `start` is said to be a fall against another year."""
    return bool(COMPARED.search(text, max(0, start - 50), start))
