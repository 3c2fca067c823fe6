"""The elements that prose may have, and questions about one element."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from yearbook.markup import allow

BLOCKS = frozenset("p ul ol li dl dt dd blockquote table thead tbody tr th td".split())
INLINE = frozenset(("em", "strong", "code"))
FAULTS = {
    "x-html": "C201",
    "x-entity": "C202",
    "x-attributes": "C203",
    "x-indented": "C204",
    "x-ragged": "C205",
    "x-left": "C229",
}
MENDS = {"x-html": allow.instead, "x-entity": allow.entity, "x-left": allow.complete}


def only_images(node: etree.Element) -> bool:
    """Whether a paragraph holds images and nothing else."""
    words = (node.text or "") + "".join(child.tail or "" for child in node)
    return len(node) > 0 and not words.strip() and all(child.tag == "img" for child in node)


def attributes(node: etree.Element) -> tuple[tuple[str, str], ...]:
    """The start of a numbered list, the alignment of a cell as a class."""
    made = []
    if node.tag == "ol" and node.get("start", "1") != "1":
        made.append(("start", node.get("start", "")))
    if node.get("align") in ("right", "center"):
        made.append(("class", node.get("align", "")))
    return tuple(made)


def short(text: str) -> str:
    """At most 40 characters of a literal, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
