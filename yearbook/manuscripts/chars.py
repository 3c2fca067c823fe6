"""Characters that no text may hold, or that need an eye."""

from __future__ import annotations

import re

from yearbook.manuscripts.reading import Reading, spelt
from yearbook.read.textfaults import LOST, PRIVATE, SUSPECT

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(f"{_CONTROL.pattern}|{SUSPECT.pattern}")
_NOTED = re.compile(f"{PRIVATE.pattern}|{LOST}")
_CLEAN = re.compile("[\n\t -~\u00b7\u2014-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*")


def tidy(text: str, place: int, reading: Reading) -> str:
    """The text without control and invisible characters, each noted; doubtful ones reported."""
    if _CLEAN.fullmatch(text):
        return text
    for said in _NOTED.findall(text):
        reading.doubt("M020" if said == LOST else "M019", said, place)
    if not _UNSEEN.search(text):
        return text
    for said in sorted(set(_UNSEEN.findall(text))):
        reading.change(place, spelt(said))
    for said in _CONTROL.findall(text):
        reading.doubt("M018", said, place)
    return _UNSEEN.sub("", text)
