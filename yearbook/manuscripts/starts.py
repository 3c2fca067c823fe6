"""Titles with which a paragraph begins: in bold, or before a wide blank."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yearbook.manuscripts import shapes
from yearbook.manuscripts.drafts import Line

SIGNS = "：:。 "
LISTING = re.compile(
    "[一二三四五六七八九十]+[是要]|首先|其[一二三四五六次]|第[一二三四五六]|[一二三四五]方面"
)


def begins(line: Line) -> tuple[str, str] | None:
    """The title and the words after it; None for a paragraph that has none."""
    if line.cells or line.style:
        return None
    title = line.head or _before_blank(line)
    rest = line.text[len(title) :].lstrip(SIGNS)
    title = title.rstrip(SIGNS)
    return (title, rest) if title and "。" in rest else None


def _before_blank(line: Line) -> str:
    found = shapes.SPACED.match(line.words.decoded)
    return found["title"] if found and line.text.startswith(f"{found['title']} ") else ""


def keep_heads(lines: Iterable[Line]) -> None:
    """Words in bold are titles where several paragraphs begin so; else they are only stressed."""
    row = [line for line in lines if line.head]
    titles = [line for line in row if _is_title(line.head.rstrip(SIGNS))]
    for line in row:
        if len(titles) < 2 or line not in titles:
            line.head = ""


def _is_title(text: str) -> bool:
    return (
        shapes.titled(text)
        and not shapes.numbering(text)
        and not LISTING.match(text)
        and "，" not in text
    )
