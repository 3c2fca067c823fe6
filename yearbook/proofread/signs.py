"""Which characters are which, and what a rule of characters says of a place."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.proofread.copy import HIDDEN, OPAQUE, Copy
from yearbook.rules.scope import Finding

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
NEAR = 8  # characters shown before and after a place


def finding(copy: Copy, code: str, start: int, end: int, **more: object) -> Finding:
    """What stands at a place, with the words around it in `near`."""
    text = copy.source[start:end]
    return copy.place(start), code, {"text": text, "near": near(copy, start, end), **more}


def near(copy: Copy, start: int, end: int) -> str:
    """The words around a stretch, on its line, without markup."""
    left = copy.words[max(0, start - NEAR) : start].rpartition("\n")[2]
    right = copy.words[end : end + NEAR].partition("\n")[0]
    said = left + copy.words[start:end] + right
    return said.replace(HIDDEN, "").replace(OPAQUE, "…")


def before(words: str, at: int) -> str:
    """The character before an offset on its line, markup and blanks passed over; empty for none."""
    while at and words[at - 1] in "\x00 \u00a0":
        at -= 1
    found = words[at - 1 : at]
    return "" if found == "\n" else found


def after(words: str, at: int) -> str:
    """The character from an offset on, on its line, markup and blanks passed over."""
    while words[at : at + 1] and words[at] in "\x00 \u00a0":
        at += 1
    found = words[at : at + 1]
    return "" if found == "\n" else found


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or char >= "\U00020000"


def lines(words: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends."""
    start = 0
    while (end := words.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(words)
