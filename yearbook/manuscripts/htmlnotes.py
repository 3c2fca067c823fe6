"""Notes of a web page: short links such as [1] that lead down to a note, and back from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.manuscripts.htmltree import Node

_MARK = re.compile(
    r"\s*+[\[［〔(（]?\s*+(?:注?\s*+\d{1,3}|[*†‡①-⑳↑^]{1,3}|[a-z])\s*+[\]］〕)）]?\s*+"
)
_BLOCKS = frozenset(("p", "li", "dd", "dt", "div", "td"))


class Notes:
    """Which links of a page refer to a note, and where the notes stand."""

    def __init__(self, root: Node) -> None:
        places: dict[str, int] = {}
        links: list[tuple[int, Node]] = []
        for at, node in enumerate(_all(root)):
            places |= {key: places.get(key, at) for key in node.ids}
            if node.tag == "a" and node.attributes.get("href", "").startswith("#"):
                links.append((at, node))
        marks = [(at, node) for at, node in links if _MARK.fullmatch(node.text)]
        self._keys = {_key(node) for at, node in marks if places.get(_key(node), -1) > at}
        self._backs = {id(node) for at, node in marks if -1 < places.get(_key(node), -1) <= at}

    def referred(self, node: Node) -> str:
        """The key of the note that a link refers to; empty for any other link."""
        key = _key(node)
        short = key in self._keys and id(node) not in self._backs
        return key if short and _MARK.fullmatch(node.text) else ""

    def leads_back(self, node: Node) -> bool:
        """Whether the link leads from a note back to its place in the text."""
        return id(node) in self._backs

    def begun(self, block: Node) -> str:
        """The key of the note that a block is; empty for any other."""
        if block.tag not in _BLOCKS or not self._keys:
            return ""
        found = (key for node in _first(block) for key in node.ids if key in self._keys)
        return next(found, "")


def _key(node: Node) -> str:
    return node.attributes.get("href", "").removeprefix("#")


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if isinstance(child, Node):
            yield from _all(child)


def _first(block: Node) -> Iterator[Node]:
    """The block and the elements that its words begin with."""
    yield block
    for child in block.children:
        if isinstance(child, Node) and child.tag not in _BLOCKS:
            yield from _first(child)
        elif isinstance(child, Node) or child.strip():
            return
