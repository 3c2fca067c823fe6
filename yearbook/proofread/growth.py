"""Growth that does not fit the numbers beside it, or those of the last edition."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from yearbook import figures, units
from yearbook.issues import Words
from yearbook.model import Figure
from yearbook.proofread.copy import Copy, Proof
from yearbook.proofread.quantities import SHARES, Quantity, Sentence, plain
from yearbook.rules.scope import Finding
from yearbook.years.series import Point

UP = "增长|增加|提高|提升|上升|扩大|净增|多|升|增"
DOWN = "下降|减少|降低|缩短|压减|回落|少|降|减"
CHANGED = rf"(?P<word>{UP}|{DOWN})(?:了|幅为|率为|幅度?达?|达)?"
LAST_YEAR = r"(?:(?:比|较|与)(?:上年|去年|上一年)(?:同期|年?底|年?末)?(?:相比)?[，]?|同比|净)*"
GROWS = re.compile(f"{UP}|{DOWN}")
FROM = re.compile(r"(?:由|从)[^，、。；]{0,12}$")
TO = re.compile(rf"[^，、。；\d]{{0,8}}(?:{UP}|{DOWN}|发展|变)(?:到|至|为)(?:\d{{4}}年[底末]?的?)?")
STATED = re.compile(rf"[^，、。；：（）\d]{{0,6}}[，（]{LAST_YEAR}{CHANGED}")
THAN = re.compile(r"[^，、。；（）\d]{0,6}[，（]?(?:比|较)(?:上年|去年|上一年)(?:同期|底|末)?的?")
DIRECTLY = re.compile(rf"[，]?{CHANGED}")
# Growth at other prices or of another range than the numbers beside it.
ADJUSTED = re.compile("可比|不变价|同口径|实际增|剔除|扣除|生产总值|GDP|增加值|总产值|名义")
DOUBLED = re.compile(r"[^，、。；（）\d]{0,6}，?(?:实现)?翻了?(?P<times>[一两])番")
DOUBLINGS = {"一": 2, "两": 4}


def within(copy: Copy) -> Iterator[Finding]:
    """Growth fits the two numbers that its sentence says it leads from and to."""
    if not GROWS.search(copy.words) and "番" not in copy.signs:
        return
    for sentence in copy.sentences:
        row = sentence.quantities if judged(sentence) else ()
        for one, two, three in zip(row, row[1:], row[2:], strict=False):
            yield from _triple(sentence, one, two, three)
        for one, two in itertools.pairwise(row):
            yield from _doubled(sentence, one, two)


def _triple(sentence: Sentence, one: Quantity, two: Quantity, three: Quantity) -> Iterator[Finding]:
    text, between = sentence.text, (one.end, two.start)
    stated = STATED.fullmatch(text, two.end, three.start)
    if one.unit != two.unit or any(q.loose for q in (one, two, three)):
        return
    if stated and FROM.search(text, 0, one.start) and TO.fullmatch(text, *between):
        yield from _compared(sentence, one, two, three, stated)
    directly = DIRECTLY.fullmatch(text, two.end, three.start)
    if directly and THAN.fullmatch(text, *between):
        yield from _compared(sentence, two, one, three, directly)
    added = STATED.fullmatch(text, *between)
    if added and stated and three.unit == "%" and one.unit not in SHARES:
        yield from _added(sentence, one, two, three, added)


def _compared(
    sentence: Sentence, before: Quantity, after: Quantity, stated: Quantity, said: re.Match[str]
) -> Iterator[Finding]:
    change = _change(before, after, stated, falls(said["word"]))
    if change and not sentence.marked(stated.written):
        told = f"{said['word']}{stated.written}"
        args = {"stated": told, "before": before.written, "after": after.written}
        yield sentence.place(said.start("word")), "L311", {**args, "computed": change}


def _added(
    sentence: Sentence, after: Quantity, by: Quantity, stated: Quantity, said: re.Match[str]
) -> Iterator[Finding]:
    """会员500人，比上年增加20人，增长4.2%."""
    less = falls(said["word"])
    value = after.value + by.value if less else after.value - by.value
    if value <= 0:
        return
    step = min(after.step, by.step)
    before = Quantity(0, 0, after.like(value), value, after.unit, after.scale, step)
    change = _change(before, after, stated, less)
    if change and not sentence.marked(stated.written):
        told = stated.written
        args = {"stated": told, "before": before.written, "after": after.written}
        yield sentence.place(stated.start), "L311", {**args, "computed": change}


def _doubled(sentence: Sentence, one: Quantity, two: Quantity) -> Iterator[Finding]:
    """由40人增加到60人，翻一番."""
    found = DOUBLED.match(sentence.text, two.end)
    if not found or one.unit != two.unit or one.loose or two.loose or one.value <= 0:
        return
    if not FROM.search(sentence.text, 0, one.start):
        return
    times, want = float(two.value / one.value), DOUBLINGS[found["times"]]
    if not want * 0.95 <= times < want * 1.4:
        args = {"stated": f"翻{found['times']}番", "before": one.written, "after": two.written}
        computed = Words(f"{times:.2f}倍", f"{times:.2f} times as much")
        place = sentence.place(found.start("times") - 1)
        yield place, "L311", {**args, "computed": computed}


def judged(sentence: Sentence) -> bool:
    """Whether a sentence tells growth of the very numbers that it has."""
    text = sentence.text
    grows = bool(GROWS.search(text)) or "番" in text
    return grows and not ADJUSTED.search(text)


def falls(word: str) -> bool:
    return re.fullmatch(DOWN, word) is not None


def _change(before: Quantity, after: Quantity, stated: Quantity, less: bool) -> Words | None:
    """What the change is, when it is not the one stated; None when that fits or cannot be judged.

    Growth by one time (倍) is read either way: as much again, or as much.
    """
    sign = -1 if less else 1
    readings = _readings(before, after, stated.unit)
    wanted, near = sign * stated.value, stated.step + stated.slack
    if not readings or any(low - near <= wanted <= high + near for _, low, high in readings):
        return None
    value = readings[0][0]
    word = Words("增长", "a rise of ") if value > 0 else Words("下降", "a fall of ")
    said = stated.like(abs(value)) if value else ""
    return Words(word.zh + said, word.en + said) if said else Words("没有变化", "no change")


Reading = tuple[Decimal, Decimal, Decimal]


def _readings(before: Quantity, after: Quantity, unit: str) -> list[Reading]:
    """What the change may be said to be in a unit: its value, and the least and most it may be."""
    slack = before.slack + after.slack
    apart = after.value - before.value
    plainly = (apart, apart - slack, apart + slack)
    if unit in ("个百分点", "百分点", "个点"):
        return [plainly] if before.unit == "%" else []
    if unit in ("%", "倍"):
        found = _proportion(before, after, 100 if unit == "%" else 1)
        more = [plainly] if before.unit == unit else []
        whole = [(a + 1, b + 1, c + 1) for a, b, c in found] if unit == "倍" else []
        return [*found, *more, *whole]
    return [plainly] if unit == before.unit else []


def _proportion(before: Quantity, after: Quantity, size: int) -> list[Reading]:
    if before.value - before.slack <= 0:
        return []
    ends = [
        (after.value + a * after.slack) / (before.value + b * before.slack) - 1
        for a, b in ((0, 0), (-1, 1), (1, -1))
    ]
    middle, low, high = (end * size for end in ends)
    return [(middle, low, high)]


def since(proof: Proof) -> Iterator[Finding]:
    """Growth that is stated beside a figure fits that figure in the last edition."""
    copies = {(copy.section.stem, copy.id): copy for copy in proof.copies if copy.kind == "prose"}
    for section, before, after in proof.pairs:
        copy = copies.get((section.stem, after.figure.entry))
        if copy and GROWS.search(copy.words):
            yield from _since(copy, before, after)


def _since(copy: Copy, before: Point, after: Point) -> Iterator[Finding]:
    first, last = quantity(before.figure), quantity(after.figure)
    if first.loose or last.loose:
        return
    for sentence in filter(judged, copy.sentences):
        for _, end in figures.spans(after.figure, sentence.text):
            stated = next((one for one in sentence.quantities if one.start >= end), None)
            said = STATED.fullmatch(sentence.text, end, stated.start) if stated else None
            if not stated or not said or stated.loose or sentence.marked(stated.written):
                continue
            change = _change(first, last, stated, falls(said["word"]))
            if change:
                args = {"stated": said["word"] + stated.written, "label": after.figure.label}
                args |= {"before": first.written, "after": last.written}
                place = sentence.place(said.start("word"))
                yield place, "L312", {**args, "other": before.figure.at, "computed": change}


def quantity(figure: Figure) -> Quantity:
    """A figure as a quantity."""
    value = figures.scaled(figure) or Decimal(0)
    scale, unit = units.scale(figure.unit), units.bare(figure.unit)
    step = figures.SCALE_VALUES[scale].scaleb(-len(figure.written.partition(".")[2]))
    written = figures.written(figure)
    return Quantity(0, 0, written, value, unit, scale, step, bool(figure.approx))


def jumps(proof: Proof) -> Iterator[Finding]:
    """A figure is not ten times, or a tenth of, what the last edition says."""
    for _, before, after in proof.pairs:
        times = _times(before, after)
        if not times:
            continue
        told = {"id": after.figure.id, "before": figures.written(before.figure)}
        told |= {"after": figures.written(after.figure)}
        args = {**told, "other": before.figure.at}
        if _slipped(before.figure, after.figure, times):
            yield after.figure.at, "L314", args
        elif not _erratic(before.figure, after.figure):
            yield after.figure.at, "L313", {**args, "times": _spelt(times)}


ABOUT = Decimal("0.2")  # a shifted digit and up to half as much again
FEW = 20  # a count below may well grow tenfold


def _times(before: Point, after: Point) -> Decimal | None:
    """The later value by the earlier one when one is about ten, a hundred … times the other."""
    first, last = before.scaled or Decimal(0), after.scaled or Decimal(0)
    if min(first, last) <= 0:
        return None
    power = (last / first).log10()
    shift = round(power)
    return last / first if shift and abs(power - shift) < ABOUT else None


def _erratic(before: Figure, after: Figure) -> bool:
    """Whether the figure is one that may change so much: growth itself, and small counts."""
    grows = re.search("增长|下降|增幅|降幅|增减|变化|同比", after.label)
    small = min(quantity(one).value for one in (before, after))
    return bool(grows) or (units.bare(after.unit) not in SHARES and small < FEW)


def _slipped(before: Figure, after: Figure, times: Decimal) -> bool:
    """Whether a 万 or 亿 seems to be missing or too much."""
    scales = {units.scale(one.unit) for one in (before, after)}
    return len(scales) > 1 and abs(round(times.log10())) in (4, 8)


def _spelt(times: Decimal) -> Words:
    if times >= 1:
        return Words(f"是上一卷的{plain(times)}倍", f"is {plain(times)} times the last one's")
    part = plain(1 / times)
    return Words(f"只有上一卷的{part}分之一", f"is a {part}th of the last one's")
