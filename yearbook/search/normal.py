"""The text that search compares. templates/assets/search.js holds the same rules."""

from __future__ import annotations

import re

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
THOUSANDS = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
BLANKS = "\t\v\f\r \xa0\xad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
QUOTES = "\"'`«»‘-‟‹›「-』〝-〟"
BRACKETS = r"()\[\]{}〈-》【】〔-〛"
DROPPED = re.compile(f"[{BLANKS}{QUOTES}{BRACKETS}]")
LOWER = {
    code: low for code in range(0x530) if len(low := chr(code).lower()) == 1 and low != chr(code)
}
WIDE = re.compile("[\uff01-\uff5e]+")
CAPITAL = re.compile(f"[{''.join(map(chr, LOWER))}]+")


def normal(text: str) -> str:
    """`text` in half width and lower case, without thousands commas, blanks, quotes and brackets.

    Line breaks stay, as does all other punctuation: a match does not run across them.
    """
    plain = THOUSANDS.sub("", WIDE.sub(_half, text))
    return CAPITAL.sub(_low, DROPPED.sub("", plain))


def _half(wide: re.Match[str]) -> str:
    """Only what has another form is translated: to translate a whole text takes three times as
    long."""
    return wide[0].translate(HALF_WIDTH)


def _low(capitals: re.Match[str]) -> str:
    return capitals[0].translate(LOWER)
