"""Sentences of two entries that are the same but for their numbers (L201)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from yearbook.figures import NUMBER
from yearbook.proofread.statements import Statement

FORM = 3  # entries that have the sentence; more are a form (每月……)
LEAST = 12  # characters of the sentence beside its numbers
TELLING = 3  # digits of a number that two different facts would hardly share
MARKS = re.compile(r"[\x00\x01\s，。；：、！？“”‘’《》（）]")

Numbers = tuple[re.Match[str], ...]


def verbatim(
    told: Sequence[Statement],
) -> Iterator[tuple[Statement, Statement, list[tuple[re.Match[str], re.Match[str]]]]]:
    """Two sentences of the same words that share a telling number, and the numbers that differ."""
    for group in _groups(told):
        for one, other in combinations(group, 2):
            if one.entry != other.entry:
                pairs = list(zip(_numbers(one), _numbers(other), strict=True))
                wrong = [(a, b) for a, b in pairs if a[0] != b[0]]
                alike = any(a[0] == b[0] and _telling(a[0]) for a, b in pairs)
                if wrong and alike:
                    yield one, other, wrong


def _groups(told: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Statements that are the same but for their numbers, where they are no form."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        frame = MARKS.sub("", NUMBER.sub("0", one.text))
        if len(frame) - frame.count("0") >= LEAST and frame.count("0") > 1:
            found[frame].append(one)
    yield from (group for group in found.values() if 1 < len(group) <= FORM)


def _numbers(one: Statement) -> Numbers:
    return tuple(NUMBER.finditer(one.text))


def _telling(number: str) -> bool:
    """Whether a number has digits enough, and is no year."""
    digits = re.sub(r"\D", "", number).strip("0")
    return len(digits) >= TELLING and not re.fullmatch("(?:19|20)[0-9]{2}", number)
