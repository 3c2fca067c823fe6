"""Characters that no text may hold, or that need an eye."""

from __future__ import annotations

import re
from collections import Counter

from yearbook.manuscripts.reading import Reading
from yearbook.read.text import LOST, PRIVATE, SUSPECT

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(f"{_CONTROL.pattern}|{SUSPECT.pattern}")
_NOTED = re.compile(f"{PRIVATE.pattern}|{LOST}")
_CLEAN = re.compile("[\n\t -~\u00b7\u2014-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*")


def tidy(text: str, place: int, reading: Reading) -> str:
    """The text without control and invisible characters, each noted; doubtful ones reported."""
    if _CLEAN.fullmatch(text):
        return text
    line = place if reading.by_line else 0
    for said, count in Counter(_NOTED.findall(text)).items():
        code = "M020" if said == LOST else "M019"
        reading.fault(code, line, **_spelt(said), count=count, place=place)
    if not _UNSEEN.search(text):
        return text
    for said in sorted(set(_UNSEEN.findall(text))):
        reading.change(place, _spelt(said)["char"])
        if _CONTROL.match(said):
            reading.fault("M018", line, char=_spelt(said)["char"], place=place)
    return _UNSEEN.sub("", text)


def _spelt(char: str) -> dict[str, str]:
    return {"said": char, "char": f"U+{ord(char):04X}"}
