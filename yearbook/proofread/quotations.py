"""Quotations of originals: what others wrote or named, where nothing is mended by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.proofread.pairing import faults

Span = tuple[int, int]

OPENED = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}
CLOSED = frozenset(OPENED.values())
APART = re.compile(r"\n[\x00 \t]*\n")
TOKEN = re.compile(f"[{''.join(OPENED)}{''.join(CLOSED)}]")
BLOCK_QUOTE = re.compile(r"^ {0,3}>.*(?:\n.*\S.*)*", re.MULTILINE)  # to its blank line


def quoted(words: str) -> list[Span]:
    """What stands within “”, ‘’, 「」, 『』, 《》 and 〈〉, the outermost, without the marks.

    In a paragraph whose marks do not pair all from its first mark to its last is taken for quoted,
    or to its end where the last one opens: rather too much than too little.
    """
    spans: list[Span] = []
    start = 0
    for end in (*(found.start() for found in APART.finditer(words)), len(words)):
        spans += _in_paragraph(words, start, end)
        start = end
    return spans


def originals(copy: Copy) -> list[Span]:
    """The quotations of a copy, block quotations too; a finding within one is not mended."""
    spans = quoted(copy.words)
    if ">" in copy.source and copy.kind in ("prose", "note"):
        spans += [found.span() for found in BLOCK_QUOTE.finditer(copy.source)]
    return sorted(spans)


def within(start: int, end: int, spans: list[Span]) -> bool:
    """Whether a stretch lies within one of the spans; one that goes beyond it does not."""
    return any(a <= start and end <= b for a, b in spans)


def _in_paragraph(words: str, start: int, end: int) -> list[Span]:
    marks = [(one.start(), one.group()) for one in TOKEN.finditer(words, start, end)]
    marks = [(at, mark) for at, mark in marks if mark != "’" or not _apostrophe(words, at)]
    paired = list(_paired(marks))
    if None in paired:
        paired = list(_paired(_turned(words, start, end, marks)))
    if None not in paired:
        return [span for span in paired if span is not None]
    first, (last, mark) = marks[0][0], marks[-1]
    return [(first + 1, end if mark in OPENED else last)]


def _turned(
    words: str, start: int, end: int, marks: list[tuple[int, str]]
) -> list[tuple[int, str]]:
    """The marks with those turned that are reversed for certain."""
    found = [one for one in faults(words, start, end, goes_on=False) if one.kind == "reversed"]
    good = {one.start: one.mended[0] for one in found if one.mended}
    good |= {one.end - 1: one.mended[-1] for one in found if one.mended}
    return [(at, good.get(at, mark)) for at, mark in marks]


def _paired(marks: list[tuple[int, str]]) -> Iterator[Span | None]:
    """The outermost pairs; None for a mark that has no partner."""
    stack: list[tuple[int, str]] = []
    for at, mark in marks:
        if mark in OPENED:
            if len(stack) == 1 and stack[0][1] == mark:
                yield None  # the same mark within itself: one of the two may be reversed
            stack.append((at, mark))
        elif stack and OPENED[stack[-1][1]] == mark:
            opened, _ = stack.pop()
            if not stack:
                yield opened + 1, at
        else:
            yield None
    if stack:
        yield None


def _apostrophe(words: str, at: int) -> bool:
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return before.isascii() and before.isalpha() and (after.isascii() or not after)
