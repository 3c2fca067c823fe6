"""Text files read strictly: UTF-8 or a fault that names the encoding, no control characters.

Tolerated: a byte order mark, CRLF and CR. Everything else that is not clean UTF-8 in NFC is an
issue with its line and column.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal
from unicodedata import is_normalized, normalize

from yearbook.issues import Issues, Place, message
from yearbook.issues import spot as spot

MOST = 20
LIMIT = 16 * 1024 * 1024
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
LOST = "\ufffd"
SUSPECT = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
PLAIN = re.compile("[\n\r\t -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2014-\u2026\ufeff]")
RADICAL = re.compile("[\u2e80-\u2fd5]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
SPECIAL = re.compile(  # what tidying looks for, but what NFC changes
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2e80-\u2fd5"
    "\ud800-\uf8ff\ufeff\ufffd-\uffff\U000f0000-\U0010ffff]"
)
CLUSTER = re.compile(
    "[^\n\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u00c0-\U0010ffff]"
)


@dataclass(slots=True)
class Source:
    """A file being read: its path as shown, where its issues go, whether it had an error.

    `draft`: it belongs to an edition in the making, where something may still be missing.
    """

    path: str
    issues: Issues
    clean: bool = True
    draft: bool = False

    def at(self, line: int = 0, column: int = 0) -> Place:
        return Place(self.path, line, column)

    def fault(self, line: int, column: int, code: str, /, **args: object) -> None:
        """Add an issue at a spot of this file; an error leaves the source unclean."""
        self.issues.add(Place(self.path, line, column), code, **args)
        if message(code).severity == "error":
            self.clean = False


_instead: dict[str, bytes] = {}


@contextmanager
def instead(files: Mapping[str, bytes]) -> Iterator[None]:
    """Within it the files of these paths, as shown, read as if they held these bytes."""
    _instead.update(files)
    try:
        yield
    finally:
        _instead.clear()


def read_bytes(path: str | Path, source: Source, limit: int = LIMIT) -> bytes | None:
    """The bytes of a file; None after a fault: unreadable or larger than `limit` bytes."""
    if source.path in _instead:
        return _instead[source.path]
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of many small files
            size = os.fstat(file.fileno()).st_size
            if size <= limit:
                return file.read()
    except OSError as error:
        source.fault(0, 0, "C004", reason=error.strerror or str(error))
        return None
    source.fault(0, 0, "C005", size=_megabytes(size), limit=_megabytes(limit))
    return None


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"


def read_text(path: str | Path, source: Source) -> str | None:
    """The text of a file with LF line ends; None after a fault that leaves no text.

    Characters that no text may hold are reported and replaced by blanks, so that the rest of the
    file is still read.
    """
    data = read_bytes(path, source)
    text = None if data is None else decode(data, source)
    return None if text is None else tidy(text, source)


def decode(data: bytes, source: Source) -> str | None:
    """Strict UTF-8; a fault names GB18030, UTF-16 or the first bad byte."""
    try:
        if seems_utf16(data):
            source.fault(0, 0, "C007")
            return None
        text = data.decode("utf-8").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    except UnicodeDecodeError as error:
        _name_encoding(data, error.start, source)
        return None


def seems_utf16(data: bytes) -> bool:
    """A byte order mark, or NUL bytes at every other place as ASCII in UTF-16 has them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\0" not in data:
        return False
    start = data[:4000]
    halves = start[::2].count(0), start[1::2].count(0)
    return max(halves) > len(start) / 16 and min(halves) == 0


def _name_encoding(data: bytes, start: int, source: Source) -> None:
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


def tidy(text: str, source: Source) -> str:
    """Report characters that no text may hold; the text with control characters blanked."""
    if not SPECIAL.search(text) and is_normalized("NFC", text):
        return text
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
