"""The catalogue of a large store: which units there are, in the order of their positions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from yearbook.render.site import Volume
from yearbook.search.chapters import Chapter
from yearbook.search.codes import coded
from yearbook.search.postings import Postings
from yearbook.search.terms import Term


class Catalogue:
    """The units of all volumes, the oldest first, then the terms that search suggests.

    Units that share a section, a kind and a run of groups are one run: its edition (as a step from
    the one before), section, kind, count and first group. The same entry of many volumes is one
    group. Only what differs from the usual is written down.
    """

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self.editions: list[tuple[str, str]] = []
        self.sections: dict[tuple[str, str, str], int] = {}
        self.kinds = list(kinds)
        self.groups: dict[tuple[str, str], int] = {}
        self.runs: list[tuple[int, int, int, int, int]] = []
        self.blocks: list[int] = []
        self.heads: list[int] = []
        self.named: dict[tuple[int, str], int] = {}
        self.units = 0

    def add_volume(self, volume: Volume, found: tuple[Chapter, ...], part: Postings) -> None:
        """Add the units of the next volume."""
        edition = len(self.editions)
        self.editions.append((volume.edition.id, volume.label))
        for one in found:
            key = (one.stem, one.title, one.category)
            section = self.sections.setdefault(key, len(self.sections))
            for unit in one.units:
                group = self.groups.setdefault((one.stem, unit.id), len(self.groups))
                if unit.title:
                    self.named[group, unit.title] = self.units
                self._put(edition, section, unit.kind, group)
        self._sized(part)

    def add_terms(self, found: tuple[Term, ...], part: Postings) -> None:
        """Add the terms after all units, each a group of its own."""
        for n, one in enumerate(found):
            if one.kind not in self.kinds:
                self.kinds.append(one.kind)
            kind, group = self.kinds.index(one.kind), len(self.groups) + n
            for words in (one.text, *one.others):
                self.named[group, words] = self.units
            self._put(len(self.editions), 0, kind, group)
        self._sized(part)

    def _put(self, edition: int, section: int, kind: int, group: int) -> None:
        self.units += 1
        if self.runs:
            *same, count, first = self.runs[-1]
            if same == [edition, section, kind] and first + count == group:
                self.runs[-1] = (edition, section, kind, count + 1, first)
                return
        self.runs.append((edition, section, kind, 1, group))

    def _sized(self, part: Postings) -> None:
        self.blocks += part.blocks
        self.heads += part.titles

    def said(self) -> dict[str, object]:
        """What the browser is told."""
        return {
            "editions": self.editions,
            "sections": list(self.sections),
            "kinds": self.kinds,
            "runs": coded(self._steps()),
            "blocks": coded(self.blocks),
            "heads": coded(_long(self.heads)),
        }

    def _steps(self) -> Iterator[int]:
        before, expected = 0, 0
        for edition, section, kind, count, first in self.runs:
            off = first - expected
            yield from (edition - before, section, kind, count)
            yield 2 * off if off >= 0 else -2 * off - 1
            before, expected = edition, first + count

    def titles(self) -> tuple[str, str]:
        """The titles, each once for a group: the newest unit that has it, as a step from the unit
        before, and the words."""
        rows = sorted((unit, title) for (_, title), unit in self.named.items())
        places = [unit for unit, _ in rows]
        words = "\n".join(title.replace("\n", " ") for _, title in rows)
        return coded(after - before for before, after in pairwise([0, *places])), words


def _long(heads: list[int]) -> Iterator[int]:
    """The titles of more than one block: the step from the one before, and their blocks."""
    before = 0
    for blocks, members in groupby(enumerate(heads), key=lambda one: one[1]):
        if blocks > 1:
            for n, _ in members:
                yield from (n - before, blocks)
                before = n
