"""Chinese prose cut into sentences, and the form in which two of them say the same.

A sentence ends with 。！？, with the closing marks after it, or with its line. Within “” （） 《》
「」 『』 it does not end, but with quotes that close after a full stop: “……好。” ends, “五小！”
and （见附表。） do not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from yearbook.search.normal import BLANKS, HALF_WIDTH

LONGEST = 400  # a mark that is not closed within so many characters encloses nothing
QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))
BRACKETS = (("（", "）"), ("《", "》"))
OPENING = "".join(a for a, _ in (*QUOTES, *BRACKETS))
CLOSING = "”’」』）》〉】〕"
WITHIN = [f"{a}(?:[^{b}\n]{{0,{LONGEST}}}[^。{b}\n])?{b}" for a, b in QUOTES]
WITHIN += [f"{a}[^{b}\n]{{0,{LONGEST}}}{b}" for a, b in BRACKETS]
ENCLOSED = "|".join(WITHIN)
ENDED = "|".join(f"{a}[^{b}\n]{{0,{LONGEST}}}。{b}" for a, b in QUOTES)
SENTENCE = re.compile(
    f"(?:[^。！？\n{OPENING}]+|{ENCLOSED}|(?!{ENDED})[{OPENING}])*"
    f"(?:(?:[。！？]+|{ENDED})[{CLOSING}]*)?\n*"
)
BLANK = re.compile(f"[{BLANKS}\n]+")
FORM = HALF_WIDTH | str.maketrans("“”〝〞「」『』‘’・•", '""""""""\'\'··')
WIDE = 4  # bytes of a character
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text as written; together they are the text. Line ends stay with them."""
    return tuple(filter(None, SENTENCE.findall(text)))


@lru_cache(maxsize=1 << 14)
def form(sentence: str) -> str:
    """What makes two sentences the same: all but blanks and the width of punctuation.

    templates/compare/align.js holds the same rule.
    """
    return BLANK.sub("", sentence.translate(FORM))


@lru_cache(maxsize=1 << 12)
def pairs(sentence: str) -> frozenset[int]:
    """The pairs of characters by which sentences are similar; every number counts as the same.

    They are numbers, for sets of numbers are made faster than sets of words and take less memory.
    """
    said = NUMBER.sub("0", form(sentence)).encode("utf-32-le", "surrogatepass")
    if len(said) <= WIDE:
        return frozenset((int.from_bytes(said, "little"),))
    rows = (memoryview(part[: len(part) & -2 * WIDE]).cast("Q") for part in (said, said[WIDE:]))
    return frozenset().union(*rows)
