"""The text that search compares. templates/assets/search.js holds the same rules."""

from __future__ import annotations

import re

THOUSANDS = re.compile("(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))")
BLANKS = "\t\v\f\r \xa0\xad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
QUOTES = "\"'`‘-‟«»‹›「-』〝-〟＂＇"
BRACKETS = r"()\[\]{}〈-《》【】〔-〛（）［］｛｝〈〉"
DROPPED = re.compile(f"[{BLANKS}{QUOTES}{BRACKETS}]")
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
LOWER = {
    code: low
    for code in range(0x530)
    if len(low := chr(code).lower()) == 1 and low != chr(code)
}


def normal(text: str) -> str:
    """`text` with thousands commas, blanks, quotes and brackets dropped, half width, lower case.

    A line break stays, as does all other punctuation: a match does not run across them.
    """
    bare = DROPPED.sub("", THOUSANDS.sub("", text))
    return bare.translate(HALF_WIDTH).translate(LOWER)
