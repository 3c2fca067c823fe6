"""Prose without markup, read without the Markdown library: paragraphs of one line each.

Most entries are such. What comes out is what the library's way would give: every character that
means anything there, and every beginning of a line that does, makes a source not plain.
"""

from __future__ import annotations

import re

from yearbook.markup.prose import Fault, Piece, Prose

LINES, SOURCE = 1000, 10_000  # characters, up to which no caps of `limits` can be passed
START = r"(?![\s#+:>|＃＞：｜-]|\d+\.\s)"  # no heading, item, quote or row, of half or full width
LINE = START + r"[^\n\\`*_{\[<&=~［｛\x00-\x1f]++"
PLAIN = re.compile(rf"\n*+{LINE}(?:\n\n++{LINE})*+\n*+")
OPENING = re.compile(
    r"[][{}<>#\\&`~^=［］｛｝＜＞＃\x00-\x08\x0b-\x1f]|://|^[ \t]*-+[ \t]*$", re.MULTILINE
)
CIRCLED = re.compile(r"\s*([①-⑳])")
OPEN, CLOSE = Piece("open", "p"), Piece("close", "p")


def is_closed(source: str) -> bool:
    """Whether nothing in a source can be known of elsewhere: it is paragraphs, lists, tables, words
    in bold, and has nothing that could be a link, note, heading, anchor, picture or HTML."""
    return not OPENING.search(source)


def prose(source: str) -> Prose | None:
    """The prose of a plain source; None for every other."""
    if not PLAIN.fullmatch(source) or not within(source):
        return None
    lines = [line for line in source.split("\n") if line]
    pieces, end = list[Piece](), -1
    for line in lines:
        start = end + 1
        end = start + len(line)
        pieces += OPEN, Piece("text", start=start, end=end), CLOSE
    return Prose(text="\n".join(lines), faults=circled(source), pieces=tuple(pieces))


def within(source: str) -> bool:
    """Whether a source is within the caps: surely when its lines are short, each a unit of cost."""
    if len(source) <= LINES:
        return True
    if len(source) <= SOURCE and max(map(len, source.split("\n"))) <= LINES:
        return True
    from yearbook.markup import limits

    return limits.refused(source) is None


def circled(source: str) -> tuple[Fault, ...]:
    """①②③ at the start of an entry: the page numbers the entries itself."""
    found = CIRCLED.match(source)
    if not found:
        return ()
    at = found.start(1)
    column = at - source.rfind("\n", 0, at)
    return (Fault("C218", (("text", found.group(1)),), source.count("\n", 0, at), column),)
