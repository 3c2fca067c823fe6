"""Percentages that do not fit the numbers beside them, shares over a whole, means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yearbook.proofread import parts as listing
from yearbook.proofread.copy import Copy
from yearbook.proofread.quantities import Quantity, Sentence, plain
from yearbook.rules.scope import Finding

HUNDRED = Decimal(100)
SHARE = re.compile(
    r"[^，、；。：（）\d]{0,8}[，（](?:约?占)(?:总数|总人数|总量|总额|总数量)?的?比?例?为?"
)
RATE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2})率(?:为|达到?|是)?$")
TOLD = re.compile(
    r"占[^，、。；：\d]{0,8}\d[\d.]*%|(?P<stem>[\u4e00-\u9fff]{2})率(?:为|达到?|是)?\d"
)
OF_OTHERS = re.compile("上年|去年|同期|比|增长|提高|下降|累计|平均|目标|计划|预算|以上|以下")
DIVIDED = re.compile(r"分别占[^，。；\d]{0,12}(?:的)?$")
HOLDS = re.compile(r"占(?:总数|总人数|总量|总额|[^，。；、\d]{0,8}的)?(?:比重|比例)?为?$")
INDUSTRIES = re.compile(
    r"产业[^，。；\d]{0,10}(?:结构|比例|比重|之比)[^，。；]{0,24}?"
    r"(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)"
)
MEAN = re.compile(
    r"(?P<who>人|户|每人|每户)均[^，、。；\d]{0,8}$|平均每(?P<each>[人户])[^，、。；\d]{0,8}$"
)
PER_HEAD = re.compile("[人户]均|平均每[人户]")
MONEY = frozenset(("元", "美元"))


def shares(copy: Copy) -> Iterator[Finding]:
    """共964家，应约960家，应约率98%; 共40人，其中女20人，占45%."""
    if "%" not in copy.signs or not TOLD.search(copy.words):
        return
    for sentence in filter(_tells, copy.sentences):
        for n, one in enumerate(sentence.quantities):
            if n and one.unit == "%" and not one.loose:
                yield from _share(sentence, n) or _rate(sentence, n)


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence has a share (占40%), or a rate and the word that it is made of."""
    found = TOLD.search(sentence.text)
    while found and found["stem"] and sentence.text.count(found["stem"]) < 2:
        found = TOLD.search(sentence.text, found.end())
    return found is not None


def _share(sentence: Sentence, n: int) -> list[Finding]:
    """A part and, directly after it, which share of the whole it is."""
    part, share = sentence.quantities[n - 1], sentence.quantities[n]
    if not SHARE.fullmatch(sentence.text, part.end, share.start):
        return []
    label = listing.label_before(sentence, part.start)
    if listing.EACH.search(label) or OF_OTHERS.search(label):
        return []
    return _judged(sentence, part.start, (part,), share)


def _rate(sentence: Sentence, n: int) -> list[Finding]:
    """A rate whose name (应约率) is said of a number in its sentence (960家应约)."""
    share = sentence.quantities[n]
    found = RATE.search(sentence.text, 0, share.start)
    if not found:
        return []
    clause = sentence.text.rfind("；", 0, found.start()) + 1
    row = [one for one in sentence.quantities[:n] if one.start >= clause]
    said = [one for one in row if found["stem"] in _clause(sentence.text, one)]
    parts = tuple(one for one in said if one.unit != "%")
    if not parts or OF_OTHERS.search(sentence.text, clause, share.start):
        return []
    return _judged(sentence, parts[-1].start, parts, share)


def _clause(text: str, one: Quantity) -> str:
    """The words around a quantity up to the next signs."""
    start = max(text.rfind(sign, 0, one.start) for sign in "，、；。：") + 1
    end = re.compile("[，、；。：]").search(text, one.end)
    return text[start : end.start() if end else len(text)]


def _judged(
    sentence: Sentence, at: int, parts: tuple[Quantity, ...], share: Quantity
) -> list[Finding]:
    """The share when no part and no whole before it make it, and one of each is plain."""
    part = parts[-1]
    found = [one for one in sentence.quantities if one.end <= at and one.unit == part.unit]
    if not found or not listing.exact(part, *found) or sentence.marked(share.written):
        return []
    if any(_makes(whole, one, share) for whole in found for one in parts):
        return []
    wholes = listing.wholes(sentence, at, part.unit)
    if not wholes or wholes[0].value < part.value or wholes[0].value <= 0:
        return []
    args = {"share": share.written, "part": part.written, "whole": wholes[0].written}
    computed = plain(part.value / wholes[0].value * HUNDRED) + "%"
    return [(sentence.place(share.start), "L332", {**args, "computed": computed})]


def _makes(whole: Quantity, part: Quantity, share: Quantity) -> bool:
    if whole.value <= 0:
        return False
    low = (part.value - part.slack) / (whole.value + whole.slack) * HUNDRED
    high = (part.value + part.slack) / max(whole.value - whole.slack, Decimal(1)) * HUNDRED
    return low - share.step <= share.value <= high + share.step


def whole(copy: Copy) -> Iterator[Finding]:
    """Shares of one whole add up to no more than 100%, men and women to 100%."""
    if "占" not in copy.signs and "产业" not in copy.words:
        return
    for sentence in copy.sentences:
        yield from _divided(sentence)
        for found in INDUSTRIES.finditer(sentence.text):
            shares = [Decimal(one) for one in found.groups()]
            if abs(sum(shares) - HUNDRED) > Decimal("0.3"):
                said = "∶".join(found.groups())
                args = {"parts": said, "sum": plain(sum(shares, Decimal(0)))}
                yield sentence.place(found.start(1)), "L331", {**args}


def _divided(sentence: Sentence) -> Iterator[Finding]:
    shared = "分别占" in sentence.text or sentence.text.count("占") > 1
    row = sentence.quantities if shared else ()
    for n, one in enumerate(row[:-1]):
        if one.unit != "%" or not HOLDS.search(sentence.text, 0, one.start):
            continue
        found = _shares(sentence, n)
        total = sum((share.value for share in found), Decimal(0))
        slack = sum((share.step for share in found), Decimal(0))
        if len(found) < 2 or any(share.loose for share in found):
            continue
        labels = [_label(sentence, share) for share in found]
        both = len(found) == 2 and {label[:1] for label in labels} == {"男", "女"}
        apart = DIVIDED.search(sentence.text, 0, one.start) or listing.disjoint(labels)
        if apart and (total > HUNDRED + slack or (both and total < HUNDRED - slack)):
            args = {"parts": "＋".join(share.written for share in found), "sum": f"{plain(total)}%"}
            if not sentence.marked(one.written):
                yield sentence.place(one.start), "L331", {**args}


JOINED = re.compile(r"(?:[、，]|和|及)(?:[^，、。；：\d]{0,12}占[^，、。；：\d]{0,6})?")


def _shares(sentence: Sentence, first: int) -> list[Quantity]:
    """The percentages that follow each other, each with 占 or all after 分别占."""
    row = sentence.quantities
    earlier = row[first - 1] if first else None
    inner = earlier and JOINED.fullmatch(sentence.text, earlier.end, row[first].start)
    if earlier and inner and earlier.unit == "%":
        return []
    found = [row[first]]
    for one in row[first + 1 :]:
        link = JOINED.fullmatch(sentence.text, found[-1].end, one.start)
        if one.unit != "%" or not link:
            break
        found.append(one)
    return found


def _label(sentence: Sentence, share: Quantity) -> str:
    label = listing.label_before(sentence, share.start).partition("占")[0]
    return label.rpartition("中")[2]


def means(copy: Copy) -> Iterator[Finding]:
    """发放救助金90万元，惠及45人，人均2万元."""
    if "均" not in copy.signs:
        return
    for sentence in copy.sentences:
        row = sentence.quantities if PER_HEAD.search(sentence.text) else ()
        for n, one in enumerate(row):
            found = MEAN.search(sentence.text, 0, one.start) if one.unit in MONEY else None
            if found and n > 1:
                yield from _mean(sentence, n, (found["who"] or found["each"])[-1])


def _mean(sentence: Sentence, n: int, who: str) -> Iterator[Finding]:
    mean = sentence.quantities[n]
    before = sentence.quantities[:n]
    totals = [one for one in before if one.unit == mean.unit]
    counts = [one for one in before if one.unit == who]
    if len(totals) != 1 or len(counts) != 1 or OF_OTHERS.search(sentence.text, 0, mean.start):
        return
    total, count = totals[0], counts[0]
    if count.value <= 0 or not listing.exact(total, count, mean) or sentence.marked(mean.written):
        return
    low = (total.value - total.slack) / (count.value + count.slack)
    high = (total.value + total.slack) / max(count.value - count.slack, Decimal(1))
    if not low - mean.slack <= mean.value <= high + mean.slack:
        args = {"mean": mean.written, "total": total.written, "count": count.written}
        computed = mean.like(total.value / count.value)
        yield sentence.place(mean.start), "L333", {**args, "computed": computed}
