"""Where names stand in a text: the longest name wins, however many there are to look for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
Tree = dict[str, "Tree"]


class Matcher:
    """Finds any of a number of words in a text, in time that grows with the text alone."""

    def __init__(self, words: Iterable[str]) -> None:
        known = {word for word in words if len(word) > 1}
        self.pattern = re.compile(f"(?=({_pattern(_tree(known))}))") if known else None

    def spans(self, text: str) -> Iterator[Span]:
        """For each place the longest word that begins there."""
        if self.pattern:
            for found in self.pattern.finditer(text):
                if whole(text, *found.span(1)):
                    yield found.span(1)


def whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit touches one at an end of the span."""
    return not (_joined(text[start - 1 : start + 1]) or _joined(text[end - 1 : end + 1]))


def _joined(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def longest(spans: Iterable[Span]) -> list[Span]:
    """Of spans that overlap the longest; of equal ones the first. In the order of the text."""
    taken: list[Span] = []
    free: list[Span] = []
    reach = 0
    for span in sorted(spans):
        if span[0] >= reach:
            taken += _apart(free)
            free = []
        free.append(span)
        reach = max(reach, span[1])
    return [*taken, *_apart(free)]


def _apart(spans: list[Span]) -> list[Span]:
    """The longest of a cluster of spans, then the longest that it leaves room for."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end))
    return sorted(kept)


def _tree(words: Iterable[str]) -> Tree:
    """The words letter by letter; an empty key ends a word."""
    top: Tree = {}
    for word in words:
        node = top
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return top


def _pattern(tree: Tree) -> str:
    """A regular expression for the words of a tree, which prefers the longer."""
    chain = ""
    while len(tree) == 1:
        char, tree = next(iter(tree.items()))
        chain += re.escape(char)
    if not tree:
        return chain
    branches = "|".join(re.escape(char) + _pattern(node) for char, node in tree.items() if char)
    return f"{chain}(?:{branches}){'?' if '' in tree else ''}"
