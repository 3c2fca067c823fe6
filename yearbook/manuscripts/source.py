"""A manuscript file opened: what kind it is by its content, and what is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO

from yearbook.issues import Issues, Words
from yearbook.manuscripts import kinds, package, plain
from yearbook.manuscripts.blocks import Kind, Manuscript
from yearbook.manuscripts.encoding import decode
from yearbook.manuscripts.reading import ASIDE, Found, Reading, Refused

_MOST = 100 * 1024 * 1024
_MOST_TEXT = 16 * 1024 * 1024
_START = 8192


def read(path: Path, issues: Issues) -> Manuscript | None:
    """The manuscript at `path`; None after a fault for which it is refused, added to `issues`."""
    reading = Reading(str(path), issues)
    try:
        return _opened(path, reading)
    except Refused as fault:
        reading.fault(fault.code, fault.line, fault.column, **fault.said)
    except OSError as error:
        reading.fault("M003", reason=error.strerror or str(error))
    return None


def _opened(path: Path, reading: Reading) -> Manuscript:
    if not path.exists():
        raise Refused("M001")
    if path.is_dir():
        raise Refused("M002")
    if not path.is_file():
        raise Refused("M003", reason=Words("不是普通文件", "it is no regular file"))
    _check_size(path.stat().st_size, _MOST)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        kind, found = _read(file, kinds.ENDINGS.get(path.suffix.lower(), ""), reading)
    if not found.blocks:
        raise Refused("M005")
    reading.report_doubtful()
    _report_lost(reading)
    return Manuscript(
        name=path.name,
        kind=kind,
        digest=digest,
        blocks=found.blocks,
        pictures=found.pictures,
        remarks=found.remarks,
        changes=tuple(reading.changes),
        lost=tuple(reading.lost),
        encoding=reading.encoding,
    )


def _check_size(size: int, most: int) -> None:
    if not size:
        raise Refused("M005")
    if size > most:
        raise Refused("M004", size=_megabytes(size), limit=_megabytes(most))


def _read(file: IO[bytes], ending: str, reading: Reading) -> tuple[Kind, Found]:
    start = file.read(_START)
    if start.startswith(kinds.OLE):
        raise Refused("M008" if kinds.LOCKED in start + file.read() else "M007")
    if start.startswith(b"PK"):
        return _of_package(file, ending, reading)
    strange = kinds.strange(start)
    if strange:
        raise Refused("M006", found=strange)
    kind = kinds.of_text(start, ending)
    _check_ending(kind, ending)
    _check_size(file.seek(0, 2), _MOST_TEXT)
    file.seek(0)
    return _of_text(kind, file.read(), reading)


def _of_package(file: IO[bytes], ending: str, reading: Reading) -> tuple[Kind, Found]:
    opened = package.opened(file)
    kind = kinds.of_package(opened.names)
    if not isinstance(kind, str):
        raise Refused("M006", found=kind)
    _check_ending(kind, ending)
    package.report_outside(opened, reading)
    if kind == "xlsx":
        from yearbook.manuscripts import sheets

        return "sheet", sheets.workbook(opened, file, reading)
    from yearbook.manuscripts import docx

    return "docx", docx.read(opened, reading)


def _of_text(kind: str, data: bytes, reading: Reading) -> tuple[Kind, Found]:
    if kind == "html":
        from yearbook.manuscripts import hypertext

        return "html", hypertext.read(data, reading)
    text, reading.encoding = decode(data)
    reading.by_line = True
    if kind == "csv":
        from yearbook.manuscripts import sheets

        return "sheet", sheets.csv(text, reading)
    return "text", Found(plain.read(text, reading))


def _check_ending(kind: str, ending: str) -> None:
    if kind != ending:
        raise Refused("M009", found=kinds.NAMES[kind], better=kinds.BETTER[kind])


def _report_lost(reading: Reading) -> None:
    """One warning for each kind of text that is in no block."""
    for why in dict.fromkeys(text.why for text in reading.lost):
        texts = [text for text in reading.lost if text.why == why]
        count = sum(len(text) for text in texts)
        reading.fault("M022", what=ASIDE[why], count=count, start=" ".join(texts[0].split())[:20])


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"
