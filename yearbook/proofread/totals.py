"""Totals in prose that are not the sum of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yearbook.proofread import parts as listing
from yearbook.proofread.copy import Copy
from yearbook.proofread.parts import Part
from yearbook.proofread.quantities import SHARES, Quantity, Sentence
from yearbook.rules.scope import Finding

AMONG = re.compile("其中[:：，,]?")
ENDS = re.compile("[。！？\n]|其中|另[有外]|此外")
NEED = re.compile(
    r"合计|总计|共计|总共|[，；]共\d|分别[为是有]|男|\d[^，、。；：（）\d]{0,8}[（(：:]"
)
TOTAL = re.compile(
    r"[，；](?:三者|两者|四者|以上)?(?:合计|共计|总计|总共)[^，、；。：（）\d]{0,6}$|[，；]共$"
)
OPEN_LIST = re.compile("等(?![级次奖])|不含|不包括|其中|另|还有|主要|先后|上年|去年|同期")
APART = re.compile(r"分别(?:为|是|有)[:：]?")
HEAD = re.compile(r"(?:共有?|合计|共计|总计|总数|总共|总)[^，、；。：（）\d]{0,12}$")
EXCESS, EXCESS_OF_CLAUSES = Decimal("1.5"), Decimal("1.2")  # more, and the list is another one
RATES = SHARES | {"倍", "成", "分", "岁"}  # they are not added up
NEARLY_ALL = Decimal("0.8")  # less, and the list leaves parts out


def among(copy: Copy) -> Iterator[Finding]:
    """No part of a whole is larger than the whole, nor do its parts add up to more."""
    if "其" not in copy.signs or "其中" not in copy.words:
        return
    for sentence in copy.sentences:
        for found in AMONG.finditer(sentence.text) if "其中" in sentence.text else ():
            yield from _among(sentence, found.start(), found.end())


def _among(sentence: Sentence, start: int, at: int) -> Iterator[Finding]:
    end = _end(sentence, at)
    first = next((n for n, one in enumerate(sentence.quantities) if at <= one.start < end), None)
    if first is None:
        return
    label = sentence.text[at : sentence.quantities[first].start]
    if sentence.quantities[first].unit in RATES:
        return  # 利润增长8.4%，其中制造业增长12.0%
    row = listing.chain(sentence, first, label, end)
    found = listing.wholes(sentence, start, row[0].quantity.unit)
    if not found or listing.EACH.search(label) or listing.OTHER_TIME.search(label):
        return
    whole, quantities = found[0], [part.quantity for part in row]
    if sentence.marked(whole.written) or not listing.exact(whole, *quantities):
        return
    larger = next((part for part in row if _larger(part, whole)), None)
    if len(row) > 1 and _closed(sentence, start, at, row):
        return  # 86万户，其中5G用户52万户；宽带用户38万户
    if larger and re.search("[，；]", sentence.text[quantities[0].end : larger.quantity.start]):
        return
    if larger and _same_thing(sentence, whole, larger):
        yield _finding(sentence, whole, [larger], "L302")
    elif not larger and len(row) > 1 and _men_and_women_of(sentence, whole, row):
        return  # see `complete`
    elif not larger and len(row) > 1 and _too_many(sentence, whole, row):
        yield _finding(sentence, whole, row, "L303")


def _closed(sentence: Sentence, start: int, at: int, row: Sequence[Part]) -> bool:
    """Whether a ； at once after the first part ends what 其中 begins, which has no colon."""
    between = sentence.text[row[0].quantity.end : row[1].quantity.start]
    return (
        "；" in between
        and "，" not in between
        and not sentence.text[start:at].endswith(("：", ":"))
    )


def _end(sentence: Sentence, at: int) -> int:
    """Where the list after 其中 ends; at the bracket that closes around it, too."""
    depth, text = 0, sentence.text
    stop = ENDS.search(text, at)
    last = stop.start() if stop else len(text)
    for n in range(at, last):
        depth += (text[n] in "（(") - (text[n] in "）)")
        if depth < 0:
            return n
    return last


def _larger(part: Part, whole: Quantity) -> bool:
    one = part.quantity
    return one.value - one.slack > whole.value + whole.slack


GENERIC = frozenset("个项家件次处场所支条种类份期座")
HOLDS = re.compile("[有辖设含建]|涉及|覆盖|包括|组织|举办|开展|发放")
NOUN = re.compile("[\u4e00-\u9fff]{1,6}")


def _same_thing(sentence: Sentence, whole: Quantity, part: Part) -> bool:
    """Whether what is counted by a unit such as 个 seems the same in whole and part."""
    if part.quantity.unit not in GENERIC:
        return True
    if HOLDS.search(part.label):
        return False
    nouns = [NOUN.match(sentence.text, one.end) for one in (whole, part.quantity)]
    if all(nouns):
        said = [set(noun.group()) for noun in nouns if noun]
        return bool(said[0] & said[1])
    return True


def _too_many(sentence: Sentence, whole: Quantity, row: Sequence[Part]) -> bool:
    """Whether the parts, by one criterion, make more than the whole, but not very much more."""
    if any(listing.fits(whole, row[:n]) for n in range(2, len(row))):
        return False  # what follows is no part any more
    total, slack = listing.add(row)
    between = sentence.text[row[0].quantity.end : row[1].quantity.start]
    excess = EXCESS if "、" in between else EXCESS_OF_CLAUSES
    over = total - slack > whole.value + whole.slack and total <= excess * whole.value
    return over and listing.disjoint([part.label for part in row])


def complete(copy: Copy) -> Iterator[Finding]:
    """Parts that are said to be all of a whole add up to it."""
    if not NEED.search(copy.words):
        return
    for sentence in copy.sentences:
        if not NEED.search(sentence.text) or len(sentence.quantities) < 3:
            continue
        for rule in (_men_and_women, _headed, _totalled, _apart):
            yield from rule(sentence)


def _men_and_women(sentence: Sentence) -> Iterator[Finding]:
    """共40人，其中男20人、女18人."""
    for n in range(1, len(sentence.quantities) - 1):
        first = sentence.quantities[n]
        label = listing.label_before(sentence, first.start).removeprefix("其中")
        row = listing.chain(sentence, n, label, len(sentence.text))[:2]
        if len(row) < 2 or not _both(label, row[1].label):
            continue
        found = listing.wholes(sentence, first.start - len(label), first.unit)
        if found and _about(sentence, found[0], label[1:]):
            yield from _unless_one_fits(sentence, found, row)


def _men_and_women_of(sentence: Sentence, whole: Quantity, row: Sequence[Part]) -> bool:
    return _both(row[0].label, row[1].label) and _about(sentence, whole, row[0].label[1:])


def _both(one: str, other: str) -> bool:
    return {one[:1], other[:1]} == {"男", "女"} and one[1:] == other[1:]


def _about(sentence: Sentence, whole: Quantity, noun: str) -> bool:
    """Whether the whole is of men and women, or of what they are called: 选手, 学生."""
    around = sentence.text[max(0, whole.start - 12) : whole.end + 6]
    return noun in ("", "性", "职工" if "职工" in around else "") or noun in around


def _unless_one_fits(
    sentence: Sentence, found: tuple[Quantity, ...], row: tuple[Part, ...]
) -> Iterator[Finding]:
    whole = found[0]
    if not listing.exact(whole, *(part.quantity for part in row)):
        return
    if sentence.marked(whole.written) or any(listing.fits(one, row) for one in found):
        return
    yield _finding(sentence, whole, row, "L301")


def _headed(sentence: Sentence) -> Iterator[Finding]:
    """共40人：甲10人、乙20人、丙15人。 and 40人（甲10人、乙20人、丙15人）."""
    for n, whole in enumerate(sentence.quantities[:-2]):
        sign = re.compile(r"[^，、；。：（）\d]{0,8}([（(：:])").match(sentence.text, whole.end)
        if not sign:
            continue
        row = _listed(sentence, n + 1, sign.end(), ")" if sign[1] in "（(" else "")
        few = len(row) < 3 and not HEAD.search(sentence.text, 0, whole.start)
        if sign[1] in "：:" and few:
            continue
        near = row and listing.add(row)[0] >= NEARLY_ALL * whole.value
        if near and listing.disjoint([part.label for part in row]):
            yield from _unless_one_fits(sentence, (whole,), row)


def _listed(sentence: Sentence, first: int, at: int, close: str) -> tuple[Part, ...]:
    """The list that begins at `at` with nothing but its parts, up to the end or the bracket."""
    if first >= len(sentence.quantities):
        return ()
    label = sentence.text[at : sentence.quantities[first].start]
    row = listing.chain(sentence, first, label, len(sentence.text))
    after = re.match(r"[^，、；。：（）\d]{0,6}(.?)", sentence.text[row[-1].quantity.end :])
    said = sentence.text[at : row[-1].quantity.end] + (after.group() if after else "")
    ends = "）)" if close else "。；！\n"
    if len(row) < 2 or OPEN_LIST.search(said) or not after or (after[1] and after[1] not in ends):
        return ()
    return () if len(label) > 12 or re.search("[，、；]", label) else row


def _totalled(sentence: Sentence) -> Iterator[Finding]:
    """甲10人、乙20人、丙15人，共40人."""
    row = sentence.quantities
    for n in range(2, len(row)):
        if not TOTAL.search(sentence.outside, 0, row[n].start):
            continue
        found = _before(sentence, n)
        same = [one for one in row[:n] if one.unit == row[n].unit]
        if len(found) < 2 or _some_fit(row[n], same) or row[n - 1].unit != row[n].unit:
            continue
        if OPEN_LIST.search(sentence.text, found[0].quantity.start, row[n].start):
            continue
        if listing.disjoint([part.label for part in found[1:]]):
            yield from _unless_one_fits(sentence, (row[n],), found)


def _before(sentence: Sentence, n: int) -> tuple[Part, ...]:
    """The longest list that ends before quantity `n`."""
    for first in range(max(0, n - 30), n - 1):
        label = listing.label_before(sentence, sentence.quantities[first].start)
        found = listing.chain(sentence, first, label, sentence.quantities[n].start)
        if found[-1].quantity is sentence.quantities[n - 1]:
            return found
    return ()


def _some_fit(whole: Quantity, row: list[Quantity]) -> bool:
    """Whether the last quantities before a total add up to it, however many they are."""
    return any(
        listing.fits(whole, [Part("", one) for one in row[first:]]) for first in range(len(row))
    )


def _apart(sentence: Sentence) -> Iterator[Finding]:
    """共40人，分别为甲10人、乙20人、丙15人."""
    for found in APART.finditer(sentence.text):
        row = sentence.quantities
        first = next((n for n, one in enumerate(row) if one.start >= found.end()), 0)
        if not first or not HEAD.search(sentence.text, 0, row[first - 1].start):
            continue
        listed = _listed(sentence, first, found.end(), "")
        if listed and row[first - 1].unit == listed[0].quantity.unit:
            yield from _unless_one_fits(sentence, (row[first - 1],), listed)


def _finding(sentence: Sentence, whole: Quantity, row: Sequence[Part], code: str) -> Finding:
    total, _ = listing.add(row)
    args: dict[str, object] = {
        "whole": whole.written,
        "parts": listing.shown(row),
        "sum": whole.like(total),
    }
    return sentence.place(whole.start), code, args
