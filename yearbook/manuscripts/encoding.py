"""Which encoding a text manuscript has: UTF-8, UTF-16, UTF-32 or GB18030, decoded strictly."""

from __future__ import annotations

import codecs

from yearbook.issues import spot
from yearbook.manuscripts.reading import Refused
from yearbook.read.textfaults import reads_as, seems_gb18030

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE"}


def decode(data: bytes, said: str = "") -> tuple[str, str]:
    """The text and the name of its encoding; `said` is the one that an HTML file names.

    Never replaces a character; `Refused` with the line where the text fits no encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    guessed = _guessed(data) if b"\0" in data else "utf-8"
    names = [name for name in (guessed, said, _guessed(data)) if name]
    for encoding in names:
        try:
            return data.decode(encoding), _NAMES.get(encoding, encoding.upper())
        except UnicodeDecodeError:
            continue
    return _strictly(data, names[-1] if len(names) > 1 else "utf-8")


def _strictly(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), _NAMES.get(encoding, encoding.upper())
    except UnicodeDecodeError as error:
        raise _misfit(data, encoding, error) from None


def _guessed(data: bytes) -> str:
    """The encoding of bytes without a mark that are no UTF-8; empty where none fits."""
    wide = [name for name in ("utf-16-le", "utf-16-be") if reads_as(data, name)]
    if wide and (b"\0" in data or not seems_gb18030(data)):
        return wide[0]
    fits = b"\0" not in data and seems_gb18030(data) and not _seems_big5(data)
    return "gb18030" if fits else ""


def _seems_big5(data: bytes) -> bool:
    """Whether it is Big5, which read as GB18030 is full of characters that nobody has."""
    if not reads_as(data, "big5"):
        return False
    wide = [char for char in data.decode("gb18030", "replace") if not char.isascii()]
    return sum("\ue000" <= char <= "\uf8ff" for char in wide) * 30 > len(wide)


def _misfit(data: bytes, encoding: str, error: UnicodeDecodeError) -> Refused:
    before = data[: error.start].decode(encoding, "replace")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line, column = spot(before, len(before))
    byte = " ".join(f"0x{one:02X}" for one in data[error.start : error.end][:4])
    return Refused("M017", line, column, byte=byte, encoding=_NAMES.get(encoding, encoding.upper()))
