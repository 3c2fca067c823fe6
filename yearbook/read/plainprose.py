"""A section's Markdown as it is nearly always written, cut at its headings at once.

Known here are a `# title` in front, `## title {#id}` and prose. Where anything else stands that
`cut` looks at, or may be a fault, it gives None.
"""

from __future__ import annotations

import re

from yearbook.issues import Place
from yearbook.model import Entry

LEAD = "lead"
OTHERS = ("[^", "<!--", "```", "~~~", "＃", " #", "\t#", "\u3000#")
_ODD = r"#{}｛｝<>*`\[\]"
_WORDS = rf"([^\s{_ODD}](?:[^\n{_ODD}]*[^\s{_ODD}])?)"
_TITLE = re.compile(f" {_WORDS}")
_ENTRY = re.compile(rf"# {_WORDS} \{{#(?!{LEAD}\}})([a-z][a-z0-9-]{{0,59}})\}}")


def read(text: str, path: str) -> tuple[str, list[Entry]] | None:
    """The title and the entries of a text of the ordinary form."""
    before, *blocks = _blocks(f"\n{text}")
    if before.strip() or not blocks or any(sign in text for sign in OTHERS):
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
            id_, words = found[2], found[1]
            entries.append(Entry(id=id_, title=words, source=said, line=line + 1, at=at))
        else:
            title = found[1]
            if said:
                entries.append(Entry(id=LEAD, title=title, source=said, line=line + 1, at=at))
        line += block.count("\n") + 1
    return title, entries


def _blocks(text: str) -> list[str]:
    """The text cut before its headings of the first two levels, their first # left out."""
    made: list[str] = []
    for block in text.split("\n#"):
        if block.startswith("##"):
            made[-1] += f"\n#{block}"
        else:
            made.append(block)
    return made
