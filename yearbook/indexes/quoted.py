"""Documents 《》 and quoted terms “” in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.indexes.matching import Span

OPENING = "《〈“"
BRACKET = re.compile("[《〈》〉\n]")
QUOTED = re.compile("“([^“”\n]+)”")
SENTENCE = re.compile(r"[，。；：！？、…—,.;:!?／/（）()《》〈〉=＝]")
INNER = str.maketrans("《》", "〈〉")
HONOUR = re.compile("[一-鿿]{0,4}?(?:奖章|奖状|勋章|先锋号|红旗手)")
LONGEST_TERM = 14
LONGEST_DOCUMENT = 120


def documents(text: str) -> Iterator[tuple[str, Span]]:
    """The titles between 《》, and 〈〉 within them, with their span, marks included.

    Within a heading titles stand in 〈〉, whatever the text has.
    """
    stack: list[int] = []
    for found in BRACKET.finditer(text) if "《" in text or "〈" in text else ():
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
    """The terms between “”, with their span, marks included: short, no sentence, no slogan, and
    not torn off from an honour such as “五一”劳动奖章."""
    for found in QUOTED.finditer(text):
        term = found[1].strip()
        none = SENTENCE.search(term) or _slogan(term) or HONOUR.match(text, found.end())
        if 2 <= len(term) <= LONGEST_TERM and not none:
            yield f"“{term}”", found.span()


def _slogan(term: str) -> bool:
    """Whether a term is two halves that say the same of two things: 谁执法谁普法."""
    half = len(term) // 2
    same = sum(one == other for one, other in zip(term[:half], term[half:], strict=False))
    return half >= 3 and len(term) == 2 * half and same >= 2
