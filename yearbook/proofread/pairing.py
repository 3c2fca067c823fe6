"""Which mark belongs to which: quotation marks, title marks and brackets of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yearbook.proofread.signs import HAN, after, before, is_han

PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
PAIRS |= {"「": "」", "『": "』"}
OPENS = {close: open_ for open_, close in PAIRS.items()}
STRAIGHT = {"“": '"＂', "‘": "'"}
FULL = str.maketrans("()", "（）")
TOKEN = re.compile(
    f"[{''.join(PAIRS)}{''.join(OPENS)}()\"＂]|(?<=[{HAN}，。：])'|'(?=[{HAN}，。；：])"
)
NESTED = re.compile("““|‘‘|《《|〈〈")
NUMBERING = re.compile(r"(?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$")
BREAKS_OFF = re.compile("[。！？；;](?!$)")
DEEP = 20  # levels that are looked at quickly
MOST = 200  # quotation marks of a paragraph that are weighed against each other
AHEAD = 40  # marks looked at for the partner of one
LONGEST = 40  # of a quotation whose reversed marks are mended without asking

Kind = Literal["reversed", "straight", "alone", "nested", "other", "crossing", "across"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the marks of a stretch of words; `mended` when that is certain."""

    kind: Kind
    start: int
    end: int
    mended: str = ""


@dataclass(slots=True)
class Mark:
    at: int
    char: str


@dataclass(frozen=True, slots=True)
class Way:
    """One reading of the marks so far: what it costs, which are open, how each is read."""

    cost: float
    opened: tuple[int, ...]
    read: tuple[str, ...]


def plain(marks: str) -> bool:
    """Whether the marks of a paragraph, without its words, pair and nest as they should."""
    marks = marks.translate(FULL)
    for _ in range(DEEP):
        if not marks or NESTED.search(marks):
            return not marks
        shorter = marks
        for open_, close in PAIRS.items():
            shorter = shorter.replace(open_ + close, "")
        if shorter == marks:
            return False
        marks = shorter
    return False


def faults(words: str, start: int, end: int, *, goes_on: bool) -> list[Fault]:
    """What is wrong with the marks of a paragraph.

    `goes_on`: the next paragraph begins with “, so that a quotation may stay open here.
    """
    marks = _marks(words, start, end)
    if goes_on:
        _leave_open(marks)
    found: list[Fault] = []
    for open_ in "“‘":
        marks = _turned(words, marks, open_, found)
    stacked = _stacked(words, marks)
    nested = {one.start for one in stacked if one.kind == "nested"}
    found = stacked + [one for one in found if one.start not in nested]
    return list(_joined(words, sorted(found, key=lambda one: one.start)))


def _joined(words: str, found: list[Fault]) -> Iterator[Fault]:
    """“甲’ is one fault, not two marks without a partner."""
    last: Fault | None = None
    for one in found:
        if last and _mismatched(words, last, one):
            yield Fault("other", last.start, one.end)
            last = None
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _mismatched(words: str, one: Fault, other: Fault) -> bool:
    both = one.kind == other.kind == "alone" and other.end - one.start <= LONGEST
    return both and words[one.start] in PAIRS and words[other.start] in OPENS


def _marks(words: str, start: int, end: int) -> list[Mark]:
    found = [Mark(one.start(), one.group()) for one in TOKEN.finditer(words, start, end)]
    return [one for one in found if not _no_mark(words, one)]


def _no_mark(words: str, mark: Mark) -> bool:
    """An apostrophe, feet and minutes, or brackets among Latin letters, such as [0, 1)."""
    left, right = words[mark.at - 1 : mark.at], words[mark.at + 1 : mark.at + 2]
    if mark.char == "’":
        return left.isascii() and left.isalnum() and not is_han(right)
    if mark.char == "”":
        return bool(re.search(r"[0-9]’[0-9.]+$", words[max(0, mark.at - 8) : mark.at]))
    if mark.char in "()":
        return not (is_han(before(words, mark.at)) or is_han(after(words, mark.at + 1)))
    return False


def _leave_open(marks: list[Mark]) -> None:
    """Take the quotation that goes on in the next paragraph out of the marks."""
    opened: list[Mark] = []
    for mark in marks:
        if mark.char == "“":
            opened.append(mark)
        elif mark.char == "”" and opened:
            opened.pop()
    if opened:
        marks.remove(opened[-1])


def _turned(words: str, marks: list[Mark], open_: str, found: list[Fault]) -> list[Mark]:
    """The marks with reversed quotes turned; those without a partner are taken out."""
    close = PAIRS[open_]
    own = [one for one in marks if one.char in (open_, close) or one.char in STRAIGHT[open_]]
    if _alternate(own, open_):
        return marks
    if len(own) > MOST:
        found.append(Fault("reversed", own[0].at, own[0].at + 1))
        return [one for one in marks if one.char not in f"{open_}{close}{STRAIGHT[open_]}"]
    read = _reading(words, own, open_).read
    dropped = [one for one, said in zip(own, read, strict=True) if not said]
    found += [Fault("alone", one.at, one.at + 1) for one in dropped if not _of_inches(words, one)]
    sure = all(words[one.at - 1 : one.at].isdigit() for one in dropped)
    stack: list[Mark] = []
    for mark, said in zip(own, read, strict=True):
        if said == open_:
            stack.append(mark)
        elif said:
            found += _ill_marked(words, stack.pop(), mark, open_, sure=sure)
    for mark, said in zip(own, read, strict=True):
        mark.char = said or mark.char
    return [one for one in marks if one not in dropped]


def _of_inches(words: str, mark: Mark) -> bool:
    """A mark without a partner that is none of ours: 12”, or a straight one."""
    return mark.char in STRAIGHT["“"] + STRAIGHT["‘"] or (
        mark.char == "”" and words[mark.at - 1 : mark.at].isdigit()
    )


def _alternate(own: list[Mark], open_: str) -> bool:
    chars = "".join(one.char for one in own)
    return not chars.replace(open_ + PAIRS[open_], "")


def _ill_marked(words: str, first: Mark, last: Mark, open_: str, *, sure: bool) -> Iterator[Fault]:
    """A pair that is not written as “…”: turned round, or straight beside Han."""
    said, end = words[first.at + 1 : last.at], last.at + 1
    mended = f"{open_}{said}{PAIRS[open_]}"
    if first.char + last.char == open_ + PAIRS[open_]:
        return
    if first.char in "\"＂'" or last.char in "\"＂'":
        edges = (words[first.at - 1 : first.at], said[:1], said[-1:], words[end : end + 1])
        if any(is_han(one) or one in "，。《》（）" for one in edges if one):
            yield Fault("straight", first.at, end, mended if sure else "")
        return
    sure = sure and len(said) <= LONGEST and not BREAKS_OFF.search(said) and "\n" not in said
    yield Fault("reversed", first.at, end, mended if sure else "")


def _reading(words: str, own: list[Mark], open_: str) -> Way:
    """The likeliest reading: as few turned as may be, fewer without a partner, one level inside."""
    ways = [Way(0.0, (), ())]
    for mark in own:
        made = [way for old in ways for way in _ways(words, mark, old, open_)]
        best: dict[tuple[int, ...], Way] = {}
        for way in made:
            if way.opened not in best or way.cost < best[way.opened].cost:
                best[way.opened] = way
        ways = sorted(best.values(), key=lambda way: way.cost)[:40]
    whole = [way for way in ways if not way.opened]
    return min(whole, key=lambda way: way.cost)


def _ways(words: str, mark: Mark, old: Way, open_: str) -> list[Way]:
    close, at = PAIRS[open_], mark.at
    alone = 0.3 if mark.char in '”"' and words[at - 1 : at].isdigit() else 1.5
    ways = [Way(old.cost + alone, old.opened, (*old.read, ""))]
    if len(old.opened) < 2:
        turned = (mark.char != open_) * (0.1 if mark.char in STRAIGHT[open_] else 0.5)
        cost = 0.9 * len(old.opened) + turned + _ill_opened(words, at)
        ways.append(Way(old.cost + cost, (*old.opened, at), (*old.read, open_)))
    if old.opened:
        said = words[old.opened[-1] + 1 : at]
        turned = (mark.char != close) * (0.1 if mark.char in STRAIGHT[open_] else 0.5)
        ways.append(Way(old.cost + turned + _ill_closed(said), old.opened[:-1], (*old.read, close)))
    return ways


def _ill_opened(words: str, at: int) -> float:
    follows = after(words, at + 1)
    if words[at] in "\"'" and words[at + 1 : at + 2].isspace():
        return 1.0
    if words[at] == '"' and words[at - 1 : at].isdigit():
        return 0.5
    return 1.0 if not follows or follows in "，。、；：！？”）》" else 0.0


def _ill_closed(said: str) -> float:
    """How unlikely a quotation is: empty, cut off, several sentences that end in mid-sentence."""
    if not said:
        return 2.0
    broken = bool(BREAKS_OFF.search(said)) and said[-1] not in "。！？"
    edges = (said[-1] in "，、（《： ") + (said[0] in "，。、")
    return broken * 0.6 + edges + ("，" in said or "," in said) * 0.4


def _stacked(words: str, marks: list[Mark]) -> list[Fault]:
    """Marks that close another than the last one opened, and those that stay open."""
    found: list[Fault] = []
    stack: list[Mark] = []
    for nth, mark in enumerate(marks):
        char = mark.char.translate(FULL)
        if char in PAIRS:
            found += _within_itself(words, stack, mark, marks[nth + 1 : nth + AHEAD])
            stack.append(mark)
        elif stack and _closes(stack[-1], char):
            stack.pop()
        else:
            found += _misfit(words, stack, mark, marks[nth + 1 : nth + AHEAD])
    return found + [Fault("alone", one.at, one.at + 1) for one in stack]


def _closes(opened: Mark, char: str) -> bool:
    return PAIRS[opened.char.translate(FULL)] == char


def _within_itself(words: str, stack: list[Mark], mark: Mark, rest: list[Mark]) -> list[Fault]:
    """“ right within “, 《 right within 《: the inner pair has other marks."""
    around = next((one for one in stack[: -AHEAD - 1 : -1] if one.char in "“‘《〈"), None)
    if around is None or around.char != mark.char or mark.char not in "“《":
        return []
    end = next((one.at for one in rest if one.char == PAIRS[mark.char]), -1)
    inner = {"“": "‘’", "《": "〈〉"}[mark.char]
    if end < 0:
        return []
    return [Fault("nested", mark.at, end + 1, inner[0] + words[mark.at + 1 : end] + inner[1])]


def _misfit(words: str, stack: list[Mark], mark: Mark, rest: list[Mark]) -> list[Fault]:
    """A closing mark whose own opening is not the last one; the stack is mended on the way."""
    char = mark.char.translate(FULL)
    deep = next((n for n in range(len(stack) - 1, -1, -1) if _closes(stack[n], char)), -1)
    if deep < 0:
        if char == "）" and NUMBERING.search(words[max(0, mark.at - 3) : mark.at]):
            return []
        if stack and not any(_closes(stack[-1], one.char.translate(FULL)) for one in rest):
            return [Fault("other", stack.pop().at, mark.at + 1)]
        return [Fault("alone", mark.at, mark.at + 1)]
    opened = stack.pop(deep)
    inner = stack[deep]
    later = next((one for one in rest if _closes(inner, one.char.translate(FULL))), None)
    if later is not None:
        return [Fault("crossing", opened.at, later.at + 1)]
    left = [Fault("alone", one.at, one.at + 1) for one in stack[deep:]]
    del stack[deep:]
    return left
