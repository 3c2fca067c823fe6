"""Text files read strictly: UTF-8 or a fault that names the encoding, no control characters.

Tolerated: a byte order mark, CRLF and CR. Everything else that is not clean UTF-8 in NFC is an
issue with its line and column.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from yearbook.issues import Issues, Place, message

LIMIT = 16 * 1024 * 1024
SMALL = 32 * 1024  # bytes that are read at once
ORDINARY = re.compile(  # characters that any text may hold, and that NFC leaves alone in any order
    "[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2125"
    "\u2150-\u2328\u2460-\u27bf\u3000-\u3029\u3030-\u3098\u30a0-\u9fff\uac00-\ud7a3\uff01-\uffe6]*+"
)


@dataclass(slots=True)
class Source:
    """A file being read: its path as shown, where its issues go, whether it had an error.

    `draft`: it belongs to an edition in the making, where something may still be missing.
    `entries`: the ids of the entries of the section whose data it is.
    """

    path: str
    issues: Issues
    clean: bool = True
    draft: bool = False
    entries: Mapping[str, str] = field(default_factory=dict)

    def at(self, line: int = 0, column: int = 0) -> Place:
        return Place(self.path, line, column)

    def fault(self, line: int, column: int, code: str, /, **args: object) -> None:
        """Add an issue at a spot of this file; an error leaves the source unclean."""
        self.issues.add(Place(self.path, line, column), code, **args)
        if message(code).severity == "error":
            self.clean = False


_instead: dict[str, bytes] = {}


@contextmanager
def instead(files: dict[str, bytes]) -> Iterator[None]:
    """Within it the files of these paths, as shown, read as if they held these bytes, which are
    forgotten once they are read: nothing is read twice."""
    _instead.update(files)
    files.clear()
    try:
        yield
    finally:
        _instead.clear()


def read_bytes(path: str | Path, source: Source, limit: int = LIMIT) -> bytes | None:
    """The bytes of a file; None after a fault: unreadable or larger than `limit` bytes."""
    if source.path in _instead:
        return _instead.pop(source.path)
    try:
        data, size = _start(path)
        if size <= limit:
            return data if size < SMALL else Path(path).read_bytes()
    except OSError as error:
        source.fault(0, 0, "C004", reason=error.strerror or str(error))
        return None
    source.fault(0, 0, "C005", size=_megabytes(size), limit=_megabytes(limit))
    return None


def _start(path: str | Path) -> tuple[bytes, int]:
    """The first bytes of a file, all of a small one, and its size."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(file, SMALL)
        return data, len(data) if len(data) < SMALL else os.fstat(file).st_size
    finally:
        os.close(file)


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
        from yearbook.read.textfaults import name_encoding

        name_encoding(data, error.start, source)
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


def tidy(text: str, source: Source) -> str:
    """Report characters that no text may hold; the text with control characters blanked."""
    if ORDINARY.fullmatch(text):
        return text
    from yearbook.read.textfaults import mended

    return mended(text, source)
