"""A section's Markdown as it is nearly always written, cut at its headings at once.

Known here are a `# title` in front, `## title {#id}` and prose. Where anything else stands that
`cut` looks at, or may be a fault, it gives None. Titles and ids are kept once: they recur in every
edition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from sys import intern

from yearbook.issues import Place
from yearbook.model import Entry, Note

LEAD = "lead"
OTHERS = ("`", "~", "<", "＃", "[^")  # of code, remarks, notes and headings miswritten
_INDENTED = re.compile("\n[ \t\u3000]")
_ODD = r"#{}｛｝<>*`\[\]"
_WORDS = rf"([^\s{_ODD}](?:[^\n{_ODD}]*[^\s{_ODD}])?)"
_TITLE = re.compile(f" {_WORDS}")
_ENTRY = re.compile(rf"# {_WORDS} \{{#(?!{LEAD}\}})([a-z][a-z0-9-]{{0,59}})\}}")


@dataclass(slots=True)
class Prose:
    """What a Markdown file holds: the section's title, entries and notes."""

    title: str = ""
    entries: list[Entry] = field(default_factory=list)
    notes: tuple[Note, ...] = ()


def read(text: str, path: str) -> Prose | None:
    """What a text of the ordinary form holds."""
    text = f"\n{text}"
    before, *blocks = _blocks(text)
    if before.strip() or not blocks or _INDENTED.search(text):
        return None
    for sign in OTHERS:
        if sign in text:
            return None
    line, title = before.count("\n") + 1, ""
    entries = []
    for block in blocks:
        head, _, body = block.partition("\n")
        found = (_ENTRY if title else _TITLE).fullmatch(head)
        if found is None:
            return None
        said, at = body.rstrip(), Place(path, line, 1)
        if title:
            id_, words = intern(found[2]), intern(found[1])
            entries.append(Entry(id=id_, title=words, source=said, line=line + 1, at=at))
        else:
            title = intern(found[1])
            if said:
                entries.append(Entry(id=LEAD, title=title, source=said, line=line + 1, at=at))
        line += block.count("\n") + 1
    return Prose(title, entries)


def _blocks(text: str) -> list[str]:
    """The text cut before its headings of the first two levels, their first # left out."""
    made: list[str] = []
    for block in text.split("\n#"):
        if block.startswith("##"):
            made[-1] += f"\n#{block}"
        else:
            made.append(block)
    return made
