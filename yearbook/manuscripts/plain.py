"""Text manuscripts (.txt), also those pasted from the web: lines, and the paragraphs they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from yearbook.issues import Words
from yearbook.manuscripts.blocks import Paragraph, Run
from yearbook.manuscripts.chars import tidy
from yearbook.manuscripts.reading import Reading, Refused

_ENDS = re.compile("\r\n|\r|\n")
_BREAKS = re.compile("[\f\v\x85\u2028\u2029]")
_WIDE = re.compile(
    "[\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003fffd]"
)
_SENTENCE_END = re.compile(r"[。！？：；…”’）】」』》.!?:;)][”’）」』\"']?$")
_START = re.compile(
    "[【①-⑳㈠-㈩⑴-⒇]|第[一二三四五六七八九十百零〇0-9]+[编章节条卷]|[一二三四五六七八九十]+、"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[、.．](?![0-9])"
)
_COLUMNS = re.compile(r"\t| {2}|\u3000{2}")
_NARROWEST, _WIDEST = 40, 130
_MOST = 400_000  # ends of lines, of which Windows has two


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number, its words, and whether it is set off from the last."""

    number: int
    text: str
    apart: bool
    width: int


def read(text: str, reading: Reading) -> tuple[Paragraph, ...]:
    """The paragraphs of a text: one for each line, or for the lines that a hard wrap cut up."""
    if text.count("\n") + text.count("\r") > _MOST:
        raise Refused("M013", found=Words(f"超过 {_MOST} 行", f"over {_MOST} lines"))
    lines = list(_lines(text, reading))
    made = tuple(_paragraphs(lines, _wrapped(lines)))
    if len(made) < len(lines):
        reading.fault("M029", lines=len(lines), paragraphs=len(made))
    return made


def _lines(text: str, reading: Reading) -> Iterator[Line]:
    apart = True
    for number, line in enumerate(_ENDS.split(text), 1):
        for piece in _BREAKS.split(line):
            clean = tidy(piece, number, reading)
            words = clean.strip()
            if words:
                yield Line(number, words, apart or clean[0] in " \t\u3000", _width(clean.rstrip()))
            apart = not words


def _width(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))


def _wrapped(lines: list[Line]) -> int:
    """The width at which the lines were cut, 0 where each line is a paragraph.

    Cut lines are nearly all of one width, and most of them end within a sentence.
    """
    edge = max((line.width for line in lines), default=0)
    if not _NARROWEST <= edge <= _WIDEST:
        return 0
    followed = [line for line, after in pairwise(lines) if not after.apart]
    full = [line for line in followed if _is_full(line, edge)]
    within = [line for line in full if not _SENTENCE_END.search(line.text)]
    many = len(full) >= 3 and len(full) * 10 >= len(followed) * 6
    return edge if many and len(within) * 2 > len(full) else 0


def _paragraphs(lines: list[Line], edge: int) -> Iterator[Paragraph]:
    """`Paragraph`s of the lines; a line that runs to the edge goes on in the next."""
    spaced = any(line.apart for line in lines[1:])
    joined: list[Line] = []
    for line in lines:
        if joined and not _goes_on(joined[-1], line, edge, spaced):
            yield _paragraph(joined)
            joined = []
        joined.append(line)
    if joined:
        yield _paragraph(joined)


def _goes_on(line: Line, after: Line, edge: int, spaced: bool) -> bool:
    if not edge or after.apart or not _is_full(line, edge) or _START.match(after.text):
        return False
    return spaced or not _SENTENCE_END.search(line.text)


def _is_full(line: Line, edge: int) -> bool:
    """Whether a line runs to the edge; a row of columns ends where it ends."""
    return line.width >= edge - 4 and not _COLUMNS.search(line.text)


def _paragraph(lines: list[Line]) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text += " " * _apart(text[-1], line.text[0]) + line.text
    return Paragraph((Run(text),), lines[0].number)


def _apart(before: str, after: str) -> bool:
    """Two words of letters need a blank between them; a number may have been cut in two."""
    both = before.isascii() and after.isascii()
    return both and not (before.isdigit() and after.isdigit())
