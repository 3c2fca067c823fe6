"""The numbers that Word shows before paragraphs and that stand in no text: 一、 （一） 1. ①."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yearbook.manuscripts.guarded import Element
from yearbook.manuscripts.wordxml import W, value

_HAN = "〇一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = re.compile("%([1-9])")
_LEVELS = 9
_MOST = 9999


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered: the kind of number, the words around it, its start."""

    kind: str = "decimal"
    words: str = ""
    start: int = 1


class Numbering:
    """The lists of a file; it counts along as paragraphs are asked for in their order."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else list(root)
        self._lists = {
            element.get(f"{W}abstractNumId", ""): _levels(element)
            for element in elements
            if element.tag == f"{W}abstractNum"
        }
        nums = [element for element in elements if element.tag == f"{W}num"]
        self._nums = {element.get(f"{W}numId", ""): element for element in nums}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()

    def next(self, properties: Element) -> tuple[int, bool, str] | None:
        """Level from 1, whether it is numbered, and the number shown; None for no list."""
        number = self._nums.get(value(properties.find(f"{W}numId")))
        if number is None:
            return None
        level = min(_whole(value(properties.find(f"{W}ilvl")), 0), _LEVELS - 1)
        list_id = value(number.find(f"{W}abstractNumId"))
        levels = self._lists.get(list_id, {}) | _overridden(number)
        counts = self._counted(list_id, level, number, levels)
        own = levels.get(level, Level())
        return level + 1, own.kind not in ("bullet", "none"), _shown(own, counts, levels)

    def _counted(
        self, list_id: str, level: int, number: Element, levels: dict[int, Level]
    ) -> list[int]:
        counts = self._counts.setdefault(list_id, [0] * _LEVELS)
        number_id = number.get(f"{W}numId", "")
        if number_id not in self._begun:
            self._begun.add(number_id)
            _restart(counts, number)
        for upper in range(level):
            counts[upper] = counts[upper] or levels.get(upper, Level()).start
        start = levels.get(level, Level()).start
        counts[level] = min(counts[level] + 1 if counts[level] else start, _MOST)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return counts


def _levels(element: Element) -> dict[int, Level]:
    found = element.iter(f"{W}lvl")
    return {_whole(one.get(f"{W}ilvl", ""), 0): _level(one) for one in found}


def _level(element: Element) -> Level:
    return Level(
        kind=value(element.find(f"{W}numFmt")) or "decimal",
        words=value(element.find(f"{W}lvlText")),
        start=_whole(value(element.find(f"{W}start")), 1),
    )


def _overridden(number: Element) -> dict[int, Level]:
    return _levels(number)


def _restart(counts: list[int], number: Element) -> None:
    """A list that begins anew where another of the same kind ended."""
    for override in number.iter(f"{W}lvlOverride"):
        start = override.find(f"{W}startOverride")
        level = _whole(override.get(f"{W}ilvl", ""), 0)
        if start is not None and level < _LEVELS:
            counts[level:] = [0] * (_LEVELS - level)


def _whole(text: str, otherwise: int) -> int:
    return min(int(text), _MOST) if text.isascii() and text.isdigit() else otherwise


def _shown(own: Level, counts: list[int], levels: dict[int, Level]) -> str:
    if own.kind in ("bullet", "none"):
        return ""

    def number(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        return written(counts[level], levels.get(level, Level()).kind)

    return _PLACE.sub(number, own.words)


def written(number: int, kind: str) -> str:
    """A number as Word writes it in a kind of numbering; others than these in digits."""
    for sign, write in _KINDS:
        if sign in kind:
            return write(number)
    return str(number)


def _chinese(number: int) -> str:
    """一 … 十 十一 … 二十 … 九十九; larger numbers digit by digit."""
    if number > 99:
        return _digits(number)
    tens, ones = divmod(number, 10)
    head = (_HAN[tens] if tens > 1 else "") + "十" if tens else ""
    return head + (_HAN[ones] if ones or not tens else "")


def _digits(number: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _roman(number: int) -> str:
    made = ""
    for size, sign in _ROMAN:
        made, number = made + sign * (number // size), number % size
    return made


_KINDS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("ideographDigital", _digits),
    ("Counting", _chinese),
    ("Circle", _circled),
    ("upperLetter", lambda number: _letter(number).upper()),
    ("lowerLetter", _letter),
    ("upperRoman", lambda number: _roman(number).upper()),
    ("lowerRoman", _roman),
)
