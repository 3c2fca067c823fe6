"""How many strokes a Chinese character has, after the Unihan Database."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

RUN = re.compile(r"(.)(\d+)")


@lru_cache(maxsize=1 << 14)
def strokes(char: str) -> int:
    """The strokes of a character; 0 for what is none or has no known count."""
    code = ord(char)
    if code < 0x3400:
        return 0
    for first, row in _rows():
        if first <= code < first + len(row):
            return ord(row[code - first]) - ord("@")
    return 0


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[int, str], ...]:
    """Runs of characters without a gap: the first one's code point, a letter for each."""
    text = Path(__file__).with_name("strokes.txt").read_text("utf-8")
    rows = (line.split(" ") for line in text.splitlines() if not line.startswith("#"))
    return tuple((int(code, 16), RUN.sub(lambda m: m[1] * int(m[2]), row)) for code, row in rows)
