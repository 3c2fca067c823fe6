"""Where names stand in a text: the longest name wins, however many there are to look for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]


class Matcher:
    """Finds any of a number of words of two characters and more; as quick for many as for few."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(word for word in words if len(word) > 1)
        sizes: dict[str, set[int]] = {}
        for word in self.words:
            sizes.setdefault(word[:2], set()).add(len(word))
        self.sizes = {head: sorted(found, reverse=True) for head, found in sizes.items()}
        first = "".join(re.escape(char) for char in sorted({head[0] for head in sizes}))
        self.first = re.compile(f"[{first}]") if first else None

    def may_be_in(self, text: str) -> bool:
        """Whether a text has the beginning of any word."""
        return bool(self.first and self.first.search(text))

    def spans(self, text: str) -> Iterator[Span]:
        """For each place the longest word that begins there."""
        for found in self.first.finditer(text) if self.first else ():
            at = found.start()
            for size in self.sizes.get(text[at : at + 2], ()):
                end = at + size
                if end <= len(text) and text[at:end] in self.words and whole(text, at, end):
                    yield at, end
                    break


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
