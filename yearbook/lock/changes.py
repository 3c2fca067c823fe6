"""What differs between the words as released and as they are now, in an excerpt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from yearbook.lock.printed import shared

ENDED = re.compile(r"(?<=[。！？；：…”』）〕])\n")
SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*|\n")
JOINED = re.compile(r"[0-9A-Za-z.,%]")
AROUND, LONGEST = 8, 60


@dataclass(frozen=True, slots=True)
class Change:
    """The first change: an excerpt of both, and how many changes there are.

    `old` and `new` are the words that differ, whole numbers of them; `old_line` and `new_line` the
    whole lines where only one line is concerned, else empty.
    """

    was: str
    now: str
    old: str
    new: str
    count: int
    old_line: str = ""
    new_line: str = ""


def same(one: Sequence[str], other: Sequence[str], anywhere: bool = False) -> bool:
    """Whether two texts are equal; where a sentence ends a paragraph may begin or not.

    With `anywhere` it may begin anywhere.
    """
    if anywhere:
        return "".join(one) == "".join(other)
    return one == other or _key(one) == _key(other)


def _key(lines: Sequence[str]) -> str:
    return ENDED.sub("", "\n".join(lines))


def change(was: Sequence[str], now: Sequence[str]) -> Change:
    """The first of the changes between two texts that differ."""
    before, after = "\n".join(was), "\n".join(now)
    rows = SENTENCE.findall(before), SENTENCE.findall(after)
    found = [
        code
        for code in SequenceMatcher(None, *rows, autojunk=False).get_opcodes()
        if code[0] != "equal"
    ]
    _, a, b, c, d = found[0]
    spans = _span(rows[0], a, b), _span(rows[1], c, d)
    one, other = _core(before, spans[0], after, spans[1])
    old, new = before[slice(*one)], after[slice(*other)]
    single = "\n" not in old + new
    return Change(
        "" if _line_added(before, one, after, other) else _excerpt(before, *one),
        "" if _line_added(after, other, before, one) else _excerpt(after, *other),
        old,
        new,
        len(found),
        _line(before, *one) if single and not _line_added(before, one, after, other) else "",
        _line(after, *other) if single and not _line_added(after, other, before, one) else "",
    )


def _line_added(text: str, here: tuple[int, int], other: str, there: tuple[int, int]) -> bool:
    """Whether nothing stands here for what is a whole line, or more, there."""
    start, end = there
    whole = other[start - 1 : start] in ("", "\n") and other[end : end + 1] in ("", "\n")
    return here[0] == here[1] and start < end and whole


def _span(row: list[str], start: int, end: int) -> tuple[int, int]:
    at = sum(map(len, row[:start]))
    return at, at + sum(map(len, row[start:end]))


Spans = tuple[tuple[int, int], tuple[int, int]]


def _core(before: str, one: tuple[int, int], after: str, other: tuple[int, int]) -> Spans:
    """The spans without what their ends have in common; a number stays whole."""
    (a, b), (c, d) = _within(before, *one), _within(after, *other)
    old, new = before[a:b], after[c:d]
    head = shared(old, new)
    tail = shared(old[head:][::-1], new[head:][::-1])
    while head and JOINED.match(old[head - 1]):
        head -= 1
    while tail and JOINED.match(old[len(old) - tail]):
        tail -= 1
    if head + tail in (len(old), len(new)):  # nothing but added or left out
        head, tail = max(0, head - 1), max(0, tail - 1)
    return (a + head, b - tail), (c + head, d - tail)


def _within(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without line breaks at its ends."""
    said = text[start:end]
    start = end - len(said.lstrip("\n"))
    return start, max(start, end - len(said) + len(said.rstrip("\n")))


def _line(text: str, start: int, end: int) -> str:
    """The line in which a span stands."""
    after = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : after if after >= 0 else len(text)]


def _excerpt(text: str, start: int, end: int) -> str:
    """A span with some words around it, in one line."""
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    after = text.find("\n", end)
    last = min(after if after >= 0 else len(text), end + AROUND)
    said = text[first:last].strip("\n")
    if len(said) > LONGEST:
        said = f"{said[: LONGEST * 2 // 3]}……{said[-LONGEST // 3 :]}"
    cut = (
        "…" if first and text[first - 1] != "\n" else "",
        "…" if last < len(text) and text[last] != "\n" else "",
    )
    return f"{cut[0]}{said}{cut[1]}".replace("\n", " / ")
