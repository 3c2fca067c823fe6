"""Amounts whose unit cannot be, and the same amount in two units that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from yearbook.proofread.copy import Copy
from yearbook.proofread.quantities import Quantity, Sentence
from yearbook.rules.scope import Finding

TWICE = re.compile(
    r"\d(?:余|多)?(?:(?:万万|亿亿|千千|百百|亿万亿)[\u4e00-\u9fff]{0,2}"
    r"|[万亿]?(?:元元(?![素旦月老宵])|吨吨(?![位级])|人人次|人次次|公里里(?!程)|%%))"
)
CONVERTED = re.compile(r"(?:公顷|亩|平方|吨|斤|千克|里|米|小时|分钟)[（(，]")
SAME = re.compile(r"[（(](?:约|合|即|折合|约合|相当于)?|，(?:折合|约合|合)约?")
AREA = {
    "公顷": "10000",
    "亩": "666.667",
    "平方公里": "1000000",
    "平方千米": "1000000",
    "平方米": "1",
}
WEIGHT = {"吨": "1000", "公斤": "1", "千克": "1", "斤": "0.5", "克": "0.001"}
LENGTH = {"公里": "1000", "千米": "1000", "米": "1", "里": "500", "海里": "1852", "厘米": "0.01"}
TIME = {"小时": "60", "分钟": "1", "天": "1440"}
SCALES = tuple(
    {unit: Decimal(size) for unit, size in one.items()} for one in (AREA, WEIGHT, LENGTH, TIME)
)
NEAR = Decimal("0.01")  # 1 亩 is often taken for 667 square metres


def units(copy: Copy) -> Iterator[Finding]:
    """万万 and 亿亿 are no units after digits, nor are 元元 and 人人次."""
    if not copy.signs & {"万", "亿", "千", "百", "元", "吨", "次", "里", "%"}:
        return
    for found in TWICE.finditer(copy.words):
        yield copy.place(found.start() + 1), "L346", {"text": found.group()[1:]}


def conversions(copy: Copy) -> Iterator[Finding]:
    """10公顷（150亩）: an amount and its conversion are the same."""
    if not copy.signs & {"（", "(", "合"}:
        return
    for sentence in copy.sentences if CONVERTED.search(copy.words) else ():
        for one, two in pairwise(sentence.quantities):
            if SAME.fullmatch(sentence.text, one.end, two.start) and not _alike(one, two):
                text = sentence.text[one.start : two.end]
                text += "）" * (text[one.end - one.start] in "（(")
                if _closed(sentence, one, two) and not sentence.marked(one.written, two.written):
                    args = {"text": text, "computed": two.like(_into(one, two))}
                    yield sentence.place(one.start), "L347", {**args}


def _closed(sentence: Sentence, one: Quantity, two: Quantity) -> bool:
    """Whether a bracket that opens between the two closes after them."""
    opened = sentence.text[one.end] in "（("
    return not opened or sentence.text[two.end : two.end + 1] in ("）", ")")


def _into(one: Quantity, two: Quantity) -> Decimal:
    scale = next(scale for scale in SCALES if one.unit in scale and two.unit in scale)
    return one.value * scale[one.unit] / scale[two.unit]


def _alike(one: Quantity, two: Quantity) -> bool:
    """Whether two amounts are the same, or cannot be compared."""
    scale = next((scale for scale in SCALES if one.unit in scale and two.unit in scale), None)
    if not scale or one.unit == two.unit or one.loose or not one.value or not two.value:
        return True
    first, last = one.value * scale[one.unit], two.value * scale[two.unit]
    slack = one.step * scale[one.unit] + two.step * scale[two.unit]
    return abs(first - last) <= slack + NEAR * max(first, last)
