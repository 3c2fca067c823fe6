"""What is never mended: the words of others."""

from __future__ import annotations

import re

from yearbook.proofread.copy import Copy
from yearbook.proofread.quotations import originals, within

BLOCK = re.compile(r"^ {0,3}>.*(?:\n.*\S.*)*|\{~~[^~]*~>", re.MULTILINE)
ACROSS = re.compile(r"“[^”]*(?:”|\Z)|‘[^’]*(?:’|\Z)")  # also from one paragraph to another
STRAIGHT = re.compile(r"\"[^\"\n]*(?:\"|$)|'[^'\n]*(?:'|$)", re.MULTILINE)
MARKS = frozenset("“”‘’\"'「」『』《》〈〉<>")


def is_kept(copy: Copy, start: int, text: str, mended: str) -> bool:
    """Whether words are an original's: of a quotation, a title, what was first printed.

    The marks of a quotation are the editors' own, but for those in a block quotation. So is what
    makes up the whole of one: “7.26” is a name.
    """
    end = start + len(text)
    if within(start, end, _spans(BLOCK, copy.source)):
        return True
    if len(text) == len(mended) and all(
        a == b or {a, b} <= MARKS for a, b in zip(text, mended, strict=True)
    ):
        return False
    spans = [*originals(copy), *_spans(STRAIGHT, copy.source, 1), *_spans(ACROSS, copy.source, 1)]
    return any(within(start, end, [span]) and span != (start, end) for span in spans)


def _spans(pattern: re.Pattern[str], text: str, marks: int = 0) -> list[tuple[int, int]]:
    """Where the pattern stands, without its marks of one character."""
    found = (one.span() for one in pattern.finditer(text))
    return [(start + marks, end - marks) for start, end in found]
