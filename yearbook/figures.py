"""Numbers with a unit in prose, and declared figures found again in it.

The contract is the section on figures of the content format: written form, what is not a figure,
where a figure may stand.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from yearbook import units
from yearbook.model import Figure
from yearbook.record import view

BEFORE = ("不足", "约", "近", "超", "逾")
BETWEEN = ("余", "多", "来")
AFTER = ("左右", "以上", "以下")
LAST_BEFORE = frozenset(word[-1] for word in BEFORE)

NUMBER = re.compile(  # that a digit comes first lets the search leap to it
    r"\d(?<![0-9]\d)(?<![0-9][.,]\d)(?:\d{0,2}(?:,\d{3})+|\d*)(?:\.\d+)?(?![0-9]|[.,][0-9])"
)
# The word that shares its last character with an approximation: 节约36万元 is no 约.
NO_APPROX = re.compile(
    r"(?:[节契公预签邀条履合特制集失毁解大相隐简]约|[附最亲新靠临相邻]近|[赶反高]超|高逾)$"
)
JOINED = re.compile(r"[A-Za-z_·•×/:：∶〔〇]$|[A-Za-z][-–]$|\d[./:：·]$")
ORDINAL = re.compile(r"(?:第|[Nn][Oo]\.?|№)\s?(?:\d+[、和及与至到—–~～-]\s?)*$")
RANGE = re.compile(r"(?:—+|–|~|～|-|至|到)$")
RANGE_SIGNS = frozenset("—–~～-至到")
MINUS = frozenset("-−－")
NEGATIVE = re.compile(r"(?:^|[^0-9A-Za-z%％）)])[-−－]$")
RANGE_START = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)(?:—+|–|~|～|-|至|到)$")
OF_A_YEAR = frozenset(("年", "级", "届", "版", "款", "学年"))
MONTH = re.compile(r"\d{1,2}月")
ERA = re.compile(
    "(?:公元前?|民国|洪武|永乐|宣德|成化|弘治|正德|嘉靖|隆庆|万历|天启|崇祯"
    "|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统)$"
)
QUOTED = re.compile(r"“[^“”\n]*”|‘[^‘’\n]*’|「[^「」\n]*」|『[^『』\n]*』")
TITLED = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
FOREIGN = re.compile(  # among which are all digits of full width and of other scripts
    "[\u0660-\u1c59\ua620-\uabf9\uff10-\uff19\U000104a0-\U0001fbf9]"
)
WIDE_DIGITS = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


@lru_cache(maxsize=16)
@lru_cache(maxsize=16)
def _ordinary(text: str) -> bool:
    """Whether a text has no digits but 0 to 9, as far as is seen quickly."""
    return not FOREIGN.search(text)


def narrow(text: str) -> str:
    """The text with plain digits for full-width ones, every sign where it was."""
    if _ordinary(text) and "．" not in text and "％" not in text:
        return text
    return WIDE_COMMA.sub(",", text).translate(WIDE_DIGITS)


@view
class Number:
    """A number with a unit in a text; the span covers the approximation and the unit.

    `digits` is the number as written, `unit` with its 万 or 亿. `ranged`: the number ends a
    range (30—50人), which the span covers whole.
    """

    start: int
    end: int
    written: str
    digits: str
    unit: str
    approx: str = ""
    ranged: bool = False

    @property
    def value(self) -> Decimal:
        return Decimal(self.digits.replace(",", ""))


@view
class Token:
    """Digits in a text with the approximation before them; `start` includes that."""

    start: int
    at: int
    end: int
    digits: str
    before: str


def numbers(
    text: str, quiet: Iterable[tuple[int, int]] = (), declared: Iterable[str] = ()
) -> tuple[Number, ...]:
    """Every Arabic number with a unit.

    Not: years, dates, times, periods, ordinals and issue numbers, numbers inside 《》 and “”, in
    `quiet` spans, in codes such as PM2.5 or 7·26. `declared` are further units.
    """
    text = narrow(text)
    silent = _merged([*quiet, *_quoted(text)])
    extra = frozenset(declared) - units.known()
    found = []
    for token in tokens(text):
        if _inside(token.at, silent) or _excluded(text, token):
            continue
        number = _measured(text, token, extra)
        if number is not None:
            found.append(number)
    return tuple(found)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same spans in order, those that touch made one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return made


def _inside(at: int, merged: list[tuple[int, int]]) -> bool:
    nth = bisect(merged, at, key=lambda span: span[0]) - 1
    return nth >= 0 and at < merged[nth][1]


def tokens(text: str, start: int = 0, end: int = sys.maxsize) -> Iterable[Token]:
    """The digits in a text, or in a stretch of it."""
    for found in NUMBER.finditer(text, start, min(end, len(text))):
        yield _token(text, *found.span())


def _token(text: str, start: int, end: int) -> Token:
    before = before_at(text, start)
    return Token(start - len(before), start, end, text[start:end], before)


def before_at(text: str, at: int) -> str:
    """The approximation that ends at `at`, or nothing."""
    if text[max(0, at - 1) : at] not in LAST_BEFORE:
        return ""
    word = next((word for word in BEFORE if text.endswith(word, 0, at)), "")
    return "" if word and NO_APPROX.search(text, max(0, at - 2), at) else word


def after_at(text: str, at: int) -> str:
    """The approximation that follows a unit at `at`, or nothing."""
    word = text[at : at + 2]
    return word if word in AFTER else ""


def _quoted(text: str) -> list[tuple[int, int]]:
    """Spans inside 《》 and quotes; in a line with quotes out of order only short ones count."""
    spans = [found.span() for found in TITLED.finditer(text)]
    for line in re.finditer(r"[^\n]+", text):
        ordered = _ordered(line.group())
        for found in QUOTED.finditer(text, line.start(), line.end()):
            if ordered or not re.search(r"[，。；,;]", found.group()):
                spans.append(found.span())
    return spans


def _ordered(line: str) -> bool:
    """Whether the double quotes of a line open and close in turn."""
    marks = [char for char in line if char in "“”"]
    return all(mark == "“”"[n % 2] for n, mark in enumerate(marks))


def _excluded(text: str, token: Token) -> bool:
    """Ordinals, codes, and the second half of a date or a version."""
    before = text[max(0, token.start - 12) : token.start]
    return bool(before) and bool(ORDINAL.search(before) or JOINED.search(before))


def _measured(text: str, token: Token, declared: frozenset[str]) -> Number | None:
    """The number at a token when a unit follows it."""
    between, unit, end = unit_at(text, token.end, declared)
    if not unit or _is_time(text, token, unit, end):
        return None
    start, ranged = _range(text, token)
    digits = token.digits
    if not ranged and NEGATIVE.search(text, max(0, start - 2), start):
        start, digits = start - 1, f"-{digits}"
    after = after_at(text, end)
    approx = token.before or between or after
    if after and approx == after:
        end += len(after)
    return Number(start, end, text[start:end], digits, unit, approx, ranged)


def unit_at(text: str, at: int, declared: frozenset[str]) -> tuple[str, str, int]:
    """Approximation, unit and end of what follows digits at `at`; no unit is an empty one."""
    between = _between(text, at)
    scale = units.scale_at(text, at + len(between))
    spot = at + len(between) + len(scale)
    if scale and not between:
        between = _between(text, spot)
        spot += len(between)
    bare = units.longest(text, spot, declared)
    if scale and not bare and not _is_word(text[spot : spot + 1]):
        return between, scale, spot
    return between, scale + bare if bare else "", spot + len(bare)


def _is_word(char: str) -> bool:
    """Whether a character is Han or a Latin letter."""
    return "\u3400" <= char <= "\u9fff" or (char.isascii() and char.isalpha())


def _between(text: str, at: int) -> str:
    word = text[at : at + 1]
    return word if word in BETWEEN else ""


def _is_time(text: str, token: Token, unit: str, end: int) -> bool:
    """Years (2017年), clock times (8时30分), 20世纪90年代 and 80后 have no unit of measure."""
    if unit in OF_A_YEAR and re.fullmatch("[12]\\d{3}", token.digits):
        return True
    if unit == "年":
        half = re.search(r"\d年?(?:—+|–|~|～|-|至|到)$", text[max(0, token.at - 8) : token.at])
        era = ERA.search(text, max(0, token.at - 3), token.at)
        return bool(half or era or MONTH.match(text, end) or text.startswith("代", end))
    if unit == "分":
        return bool(re.search(r"\d[时点]$", text[max(0, token.at - 2) : token.at]))
    return unit in ("天", "周") and text.startswith("天", end)


def _range(text: str, token: Token) -> tuple[int, bool]:
    """Where the number begins: a range 30—50人 begins at its first digits."""
    found = RANGE_START.search(text, max(0, token.start - 24), token.start)
    if not found or token.before:
        return token.start, False
    start = found.start(1)
    return start - len(before_at(text, start)), True


def spans(figure: Figure, text: str, declared: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """Where `text` says the figure: its `text:` when it has one, else its written form.

    No digit touches a match, and no longer known unit stands there than the figure's.
    """
    return tuple(_spans(figure, text, declared))


def first(figure: Figure, text: str) -> tuple[int, int] | None:
    """The first of those places."""
    return next(_spans(figure, text, ()), None)


def once(said: Figure | str, text: str) -> bool:
    """Whether a text says a figure, or has a wording, in one place and no more."""
    found = _literal(said, text) if isinstance(said, str) else _spans(said, text, ())
    return len(list(islice(found, 2))) == 1


def _spans(figure: Figure, text: str, declared: Iterable[str]) -> Iterator[tuple[int, int]]:
    if figure.text:
        yield from _literal(figure.text, text)
    elif figure.value is not None:
        plain, extra = narrow(text), _with(figure.unit, declared)
        for place in _equal(abs(figure.value), plain):
            span = _said(figure, figure.value < 0, plain, *place, extra)
            if span:
                yield span


def _with(unit: str, declared: Iterable[str]) -> frozenset[str]:
    """The declared units and one more."""
    if isinstance(declared, frozenset) and unit in declared:
        return declared
    return frozenset([*declared, unit])


def _equal(value: Decimal, text: str) -> Iterator[tuple[int, int]]:
    """Where a text with plain digits has a number of that value, thousands commas or none."""
    if "," in text or not _ordinary(text):
        yield from _numbers(text).get(value, ())
        return
    digits = format(value.normalize(), "f")
    at, end = text.find(digits), 0
    while at >= 0:
        start = at
        while start > end and text[start - 1] == "0":  # 007 is 7
            start -= 1
        found = NUMBER.match(text, start)
        if found and _value(found.group()) == value:
            yield found.span()
        end = found.end() if found else at + 1
        at = text.find(digits, end)


@lru_cache(maxsize=16)
def _numbers(text: str) -> dict[Decimal, list[tuple[int, int]]]:
    """The numbers of a text by value: the figures of an entry ask often."""
    row: dict[Decimal, list[tuple[int, int]]] = {}
    for found in NUMBER.finditer(text):
        row.setdefault(_value(found.group()), []).append(found.span())
    return row


def unspaced(text: str) -> str:
    """A text without the blanks between Han and digits, which no number should have."""
    return re.sub(r"(?<=[\u4e00-\u9fff]) +(?=\d)|(?<=\d) +(?=[\u4e00-\u9fff])", "", text)


def places(wording: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a wording stands in a text, no digit touching a digit of its own."""
    return tuple(_literal(wording, text)) if wording else ()


def _literal(wording: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(wording)
    while at >= 0:
        end = at + len(wording)
        left = wording[0].isdigit() and re.search(r"\d[.,]?$", text[max(0, at - 2) : at])
        right = wording[-1].isdigit() and re.match(r"[.,]?\d", text[end : end + 2])
        if not left and not right:
            yield at, end
        at = text.find(wording, at + 1)


def _said(
    figure: Figure, negative: bool, text: str, at: int, end: int, declared: frozenset[str]
) -> tuple[int, int] | None:
    """The span of the figure whose digits stand from `at` to `end`, or None."""
    between, unit, end = unit_at(text, end, declared)
    if unit != figure.unit:
        return None
    before, after = before_at(text, at), after_at(text, end)
    approx = [word for word in (before, between, after) if word]
    if approx != ([figure.approx] if figure.approx else []):
        return None
    start = at - len(before)
    sign = text[max(0, start - 1) : start]
    if negative:
        return (start - 1, end + len(after)) if sign in MINUS else None
    if sign in RANGE_SIGNS and text[max(0, start - 2)].isdigit():
        return None
    return start, end + len(after)


@lru_cache(maxsize=1024)
def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def written(figure: Figure, text: str = "") -> str:
    """A figure as shown: 30000余项, 约36家, 12万余项; with `text` exactly as that says it."""
    found = spans(figure, text) if text and not figure.text else ()
    if len(found) == 1:
        return text[slice(*found[0])]
    number = figure.written
    if figure.approx in BEFORE:
        return f"{figure.approx}{number}{figure.unit}"
    if figure.approx in BETWEEN:
        scale = units.scale(figure.unit) if units.bare(figure.unit) else ""
        return f"{number}{scale}{figure.approx}{figure.unit[len(scale) :]}"
    return f"{number}{figure.unit}{figure.approx}"


def scaled(figure: Figure) -> Decimal | None:
    """The value with 万 and 亿 multiplied out, for comparison; None when there is none."""
    if figure.value is None:
        return None
    return figure.value * SCALE_VALUES[units.scale(figure.unit)]


SCALE_VALUES = {
    "": Decimal(1),
    "万": Decimal(10**4),
    "十万": Decimal(10**5),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
}
