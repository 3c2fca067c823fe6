"""Signs that a page cannot show as they are: what they became, for the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.manuscripts import markdown, yamlfile
from yearbook.manuscripts.drafts import Found, SectionDraft, without_marks

BEFORE, AFTER = 8, 24


def report_signs(found: Found, section: SectionDraft) -> None:
    """Say of each text of a section where its signs are others on the page."""
    for place, text, shown in _texts(section):
        old, new = (re.sub(r"\s+", " ", one.strip()) for one in (text, shown))
        if old.replace(" ", "") != new.replace(" ", ""):
            found.doubt(place, "words", _difference(old, new))


def _texts(section: SectionDraft) -> Iterator[tuple[int, str, str]]:
    """Place, words and words as shown of titles, paragraphs and records."""
    titles = [(section.title, section.place)]
    titles += [(one.title, one.place) for one in section.entries]
    yield from ((place, without_marks(text), markdown.title(text)) for text, place in titles)
    for block in (block for entry in section.all for block in entry.blocks if block.text):
        text = without_marks(block.text)
        shown = markdown.heading(text) if block.style == "heading" else markdown.shown(text)
        yield block.place, text, shown
    for one in section.records:
        yield from ((one.place, said, yamlfile.words(said)) for said in one.fields.values())


def _difference(old: str, new: str) -> str:
    """Both texts from a little before the first sign that differs."""
    at = next((n for n, pair in enumerate(zip(old, new, strict=False)) if len(set(pair)) > 1), 0)
    start = max(0, at - BEFORE)
    return f"{old[start : at + AFTER]} → {new[start : at + AFTER]}"
