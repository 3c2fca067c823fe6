"""Word manuscripts (.docx), read by mammoth after `word` has made them ready."""

from __future__ import annotations

import re
from collections.abc import Iterator

import mammoth.docx

from yearbook.manuscripts.blocks import Lost, Paragraph, Picture
from yearbook.manuscripts.package import Package
from yearbook.manuscripts.pictures import picture
from yearbook.manuscripts.reading import Found, Reading, Refused
from yearbook.manuscripts.word import Ready, ready
from yearbook.manuscripts.wordmodel import Model
from yearbook.manuscripts.wordxml import PIECE

_COUNTED = re.compile("[0-9\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]+")

_RAISED = str.maketrans("²³", "23")
_NEAR = 5000


def read(package: Package, reading: Reading) -> Found:
    """The blocks, pictures and notes of a Word file; text that is in none of them is lost."""
    prepared = ready(package, reading)
    model = Model(reading, prepared.styles)
    try:
        model.read(mammoth.docx.read(prepared.file).value)
    except Refused:
        raise
    except Exception as error:  # mammoth meets what it was not written for
        raise Refused("M010", part=f"document.xml ({type(error).__name__})") from None
    for key in prepared.notes.keys() - model.noted.keys():
        reading.lose(prepared.notes[key], "note")
    pictures = tuple(_pictures(package, prepared, model, reading))
    found = Found(tuple(model.blocks), pictures, tuple(model.remarks))
    for text in _missing(prepared.said, found, reading.lost):
        reading.lose(text, "other")
    return found


def _pictures(
    package: Package, prepared: Ready, model: Model, reading: Reading
) -> Iterator[Picture]:
    for key, alt in model.pictures.items():
        part = prepared.pictures[key]
        data = package.read(part) if part in package.names else b""
        yield picture(key, data, alt, reading)


def _missing(said: tuple[str, ...], found: Found, lost: list[Lost]) -> Iterator[str]:
    """Texts of the file whose Han characters or digits are in no block, note or lost text."""
    kept = _counted("".join(_texts(found, lost)))
    at = 0
    for text in said:
        counted = _counted(text)
        start = kept.find(counted, max(at - _NEAR, 0), at + len(counted) + _NEAR)
        start = kept.find(counted) if start < 0 else start
        if start >= 0:
            at = start
        else:
            yield from (piece for piece in text.split(PIECE) if _counted(piece) not in kept)


def _texts(found: Found, lost: list[Lost]) -> Iterator[str]:
    paragraphs = (one for remark in found.remarks for one in remark.paragraphs)
    for block in (*found.blocks, *paragraphs):
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell for row in block.rows for cell in row)
    yield from lost


def _counted(text: str) -> str:
    return "".join(_COUNTED.findall(text.translate(_RAISED)))
