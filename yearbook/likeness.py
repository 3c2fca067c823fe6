"""How like two wordings are, for what may be the same matter under other words."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

ALIKE = 0.75
TELLING = 3  # words shorter than this, such as 增长, tell nothing by themselves
EMPTY = re.compile("[^\u3400-\u9fffA-Za-z]")
VERBS = re.compile("(?:达到|达|为|有|共|至)+$")


def bare(text: str) -> str:
    """The words without signs, digits and a last 达到 or 有."""
    words = EMPTY.sub("", text)
    return VERBS.sub("", words) or words


def likeness(one: str, two: str) -> float:
    """1 for the same words; nearly that where one holds the other."""
    if one == two:
        return 1 if one else 0
    short, long = sorted((one, two), key=len)
    if len(short) >= TELLING and (long.endswith(short) or (len(short) > TELLING and short in long)):
        return 0.8 + 0.2 * len(short) / len(long)
    order = SequenceMatcher(None, one, two, autojunk=False).ratio()
    shared = (Counter(one) & Counter(two)).total()
    return max(order, 0.9 * 2 * shared / (len(one) + len(two)))


def named_alike(one: str, two: str) -> bool:
    """Whether two labels seem to name the same."""
    names = bare(one), bare(two)
    return min(map(len, names)) >= TELLING and likeness(*names) >= ALIKE
