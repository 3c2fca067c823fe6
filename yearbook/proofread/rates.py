"""Percentages that do not fit the numbers beside them, shares over a whole, means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yearbook.proofread import parts as listing
from yearbook.proofread.copy import Copy
from yearbook.proofread.quantities import SAME_UNIT, Quantity, Sentence, plain
from yearbook.rules.scope import Finding

HUNDRED = Decimal(100)
SHARE = re.compile(
    r"[^，、；。：（）\d]{0,8}[，（](?:约?占)(?:总数|总人数|总量|总额|总数量)?的?比?例?为?"
)
RATE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2})率(?:为|达到?|是)?$")
TOLD = re.compile(
    r"占[^，、。；：\d]{0,8}\d[\d.]*%|(?P<stem>[\u4e00-\u9fff]{2})率(?:为|达到?|是)?\d"
)
AMONG = re.compile(r"其中|(?:共有?|总数|总计|合计|现有|有)[^，、。；：\d]{0,12}\d")
PAPERS = re.compile("通知|书|方案|措施|意见|计划|任务|会议")
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
PER_HEAD = re.compile("[人户]均|平均每[人户]|每[人户家名][^，。；]{0,12}，共")
EACH = re.compile(r"每(?P<each>[人户家名])[^，、。；：（）\d]{0,8}$")
IN_ALL = re.compile(r"，共计?[^，、。；：（）\d]{0,8}")
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
    begin = sentence.text.rfind("；", 0, part.start) + 1
    if not AMONG.search(sentence.text, begin, part.start):
        return []
    return _judged(sentence, part, (part,), share)


def _rate(sentence: Sentence, n: int) -> list[Finding]:
    """A rate whose name (应约率) is said of a number in its sentence (960家应约)."""
    share = sentence.quantities[n]
    found = RATE.search(sentence.text, 0, share.start)
    if not found:
        return []
    clause = sentence.text.rfind("；", 0, found.start()) + 1
    row = [one for one in sentence.quantities[:n] if one.start >= clause and one.unit != "%"]
    said = [one for one in row if _of(found["stem"], sentence.text, one)]
    if not said or OF_OTHERS.search(sentence.text, clause, share.start):
        return []
    like = tuple(one for one in row if one.unit == said[-1].unit)
    return _judged(sentence, said[-1], like, share)


def _of(stem: str, text: str, one: Quantity) -> bool:
    """Whether a stem (应约) stands right before or behind a number: 应约企业900家, 900家应约."""
    found = re.search(rf"{stem}(?P<of>[^，、。；：\d]{{0,4}})$", text[: one.start])
    return text.startswith(stem, one.end) or (found is not None and not PAPERS.search(found["of"]))


def _judged(
    sentence: Sentence, part: Quantity, parts: tuple[Quantity, ...], share: Quantity
) -> list[Finding]:
    """The share of `part`, when none of the numbers before it make it."""
    row = [one for one in sentence.quantities if one.end <= part.start and one.unit == part.unit]
    if not row or not listing.exact(part, *row) or sentence.marked(share.written):
        return []
    if any(_makes(whole, one, share) for whole in row for one in parts):
        return []
    wholes = [one for one in listing.wholes(sentence, part.start, part.unit) if one.value > 0]
    if not wholes or wholes[0].value < part.value:
        return []
    whole = max(wholes, key=lambda one: one.value)
    args = {"share": share.written, "part": part.written, "whole": whole.written}
    computed = plain(part.value / whole.value * HUNDRED) + "%"
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
    """发放救助金90万元，惠及45人，人均2万元; 资助40人，每人3000元，共12万元."""
    if not copy.signs & {"均", "每"}:
        return
    for sentence in copy.sentences:
        row = sentence.quantities if PER_HEAD.search(sentence.text) else ()
        for n, one in enumerate(row):
            if n and one.unit in MONEY and not OF_OTHERS.search(sentence.text, 0, one.start):
                yield from _per_head(sentence, n)


def _per_head(sentence: Sentence, n: int) -> Iterator[Finding]:
    row, one = sentence.quantities, sentence.quantities[n]
    mean = MEAN.search(sentence.text, 0, one.start)
    each = EACH.search(sentence.text, 0, one.start)
    if mean:
        totals = [other for other in row[:n] if other.unit == one.unit]
        yield from _mean(sentence, row[:n], totals, one, (mean["who"] or mean["each"])[-1])
    elif each and n + 1 < len(row) and IN_ALL.fullmatch(sentence.text, one.end, row[n + 1].start):
        yield from _mean(sentence, row[:n], [row[n + 1]], one, each["each"])


def _mean(
    sentence: Sentence,
    before: Sequence[Quantity],
    totals: Sequence[Quantity],
    mean: Quantity,
    who: str,
) -> Iterator[Finding]:
    """The mean when it is not the one total by the one number of those who have it."""
    counts = [one for one in before if one.unit == SAME_UNIT.get(who, who)]
    if len(totals) != 1 or len(counts) != 1 or totals[0].unit != mean.unit:
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
