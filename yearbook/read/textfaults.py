"""What is wrong with the bytes and characters of a text: another encoding, controls, not NFC."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Literal
from unicodedata import is_normalized, normalize

from yearbook.issues import spot

if TYPE_CHECKING:
    from yearbook.read.text import Source

MOST = 20
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
LOST = "\ufffd"
SUSPECT = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
PLAIN = re.compile("[\n\r\t -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2014-\u2026\ufeff]")
RADICAL = re.compile("[\u2e80-\u2fd5]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
CLUSTER = re.compile(
    "[^\n\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u00c0-\U0010ffff]"
)


def name_encoding(data: bytes, start: int, source: Source) -> None:
    """The issue of bytes that are no UTF-8, of which the first bad one is at `start`."""
    if b"\0" in data and any(reads_as(data, name) for name in ("utf-16-le", "utf-16-be")):
        source.fault(0, 0, "C007")
        return
    if seems_gb18030(data):
        source.fault(0, 0, "C006")
        return
    before = data[:start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line, column = spot(before, len(before))
    source.fault(line, column, "C008", byte=f"0x{data[start]:02X}")


def reads_as(data: bytes, encoding: str) -> bool:
    """Nearly all of it is ASCII, Han or Chinese punctuation in that encoding."""
    start = data[: min(4000, len(data) // 2 * 2)].decode(encoding, "replace")
    return sum(bool(PLAIN.match(char)) for char in start) > len(start) * 0.9


def seems_gb18030(data: bytes) -> bool:
    """It decodes as GB18030, and as UTF-8 more of it is broken than whole."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    return broken * 2 > sum(char > "\x7f" for char in loose)


def mended(text: str, source: Source) -> str:
    """Report characters that no text may hold; the text with control characters blanked."""
    if not text.isascii():
        _report_foreign(text, source)
        text = text.replace("\ufeff", "")
    if not CONTROL.search(text):
        return text
    _report_control(text, source)
    return CONTROL.sub(_blanked, text)


def _blanked(found: re.Match[str]) -> str:
    """A blank at the edge of a word; within one a sign that something was there."""
    text, at = found.string, found.start()
    return LOST if text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum() else " "


def _report_control(text: str, source: Source) -> None:
    """The first control character of each line, on some twenty lines."""
    lines = enumerate(text.split("\n"), 1)
    found = ((number, match) for number, line in lines if (match := CONTROL.search(line)))
    for number, match in islice(found, MOST):
        code = "C009" if match.group() == "\0" else "C010"
        source.fault(number, match.start() + 1, code, char=f"U+{ord(match.group()):04X}")


def _report_foreign(text: str, source: Source) -> None:
    if not is_normalized("NFC", text):
        _report_each(text, CLUSTER, "C011", source)
    for pattern, code in ((RADICAL, "C012"), (SUSPECT, "C013"), (PRIVATE, "C014")):
        if pattern.search(text):
            _report_each(text, pattern, code, source)
    if LOST in text:
        _report_each(text, re.compile(LOST), "C015", source)


def _report_each(text: str, pattern: re.Pattern[str], code: str, source: Source) -> None:
    """One issue for each different find, at its first place, with the number of its places."""
    form: Literal["NFC", "NFKC"] = "NFC" if code == "C011" else "NFKC"
    count: dict[str, int] = Counter(pattern.findall(text))
    wrong = (said for said in count if form == "NFKC" or normalize(form, said) != said)
    for said in islice(wrong, MOST):
        line, column = spot(text, text.index(said))
        spelt = " ".join(f"U+{ord(char):04X}" for char in said)
        mended = normalize(form, said)
        source.fault(line, column, code, said=said, spelt=spelt, mended=mended, count=count[said])
