"""Documents 《》 and quoted terms “” in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.indexes.matching import Span

BRACKET = re.compile("[《〈》〉\n]")
QUOTED = re.compile("“([^“”\n]+)”")
SENTENCE = re.compile(r"[，。；：！？、…—,.;:!?／/（）()《》〈〉=＝]")
INNER = str.maketrans("《》", "〈〉")
LONGEST_TERM = 14
LONGEST_DOCUMENT = 120


def documents(text: str) -> Iterator[tuple[str, Span]]:
    """The titles between 《》, and 〈〉 within them, with their span, marks included.

    Within a heading titles stand in 〈〉, whatever the text has.
    """
    stack: list[int] = []
    for found in BRACKET.finditer(text):
        char, at = found[0], found.start()
        if char == "\n":
            stack.clear()
        elif char in "《〈":
            stack.append(at)
        elif stack:
            start = stack.pop()
            title = text[start + 1 : at].strip()
            if title and len(title) <= LONGEST_DOCUMENT:
                yield f"《{title.translate(INNER)}》", (start, at + 1)


def terms(text: str) -> Iterator[tuple[str, Span]]:
    """The terms between “”, with their span, marks included: short, and no sentence."""
    for found in QUOTED.finditer(text):
        term = found[1].strip()
        if 2 <= len(term) <= LONGEST_TERM and not SENTENCE.search(term):
            yield f"“{term}”", found.span()
