"""The store of a large yearbook: an index of positions in shards, and the texts in others.

`search/meta.js` says which units there are and which shard holds which pairs, `search/i/N.js`
holds pairs with their positions, `search/t/N.js` the texts of a few units.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from yearbook import address
from yearbook.output import digest
from yearbook.render.labels import T
from yearbook.render.program import program
from yearbook.render.site import Site, Volume
from yearbook.search.catalogue import Catalogue
from yearbook.search.chapters import Chapter, chapters
from yearbook.search.codes import CODES, coded
from yearbook.search.postings import ALONE, BLOCK, Postings, from_bytes, postings, to_bytes
from yearbook.search.script import script
from yearbook.search.terms import Term, terms

SOME = 4_000  # pairs of a volume
SHARD = 12_000  # bytes
MOST, FULL = 8, 3_600  # texts of a file, and their characters

Row = list[object]


@dataclass(slots=True)
class Index:
    """The postings of all volumes, each with the units and blocks before it."""

    units: int = 0
    blocks: int = 0
    parts: list[tuple[int, int, Postings]] = field(default_factory=list)

    def add(self, part: Postings) -> None:
        """Put the postings of the next volume after those that are there."""
        self.parts.append((self.units, self.blocks, part))
        self.units += len(part.blocks)
        self.blocks += sum(part.blocks)

    def rows(self) -> Iterator[tuple[str, str]]:
        """Each pair with the codes of its positions in all volumes. They are joined for some
        thousand pairs at a time, which bounds the memory that it takes."""
        longest = max((part for *_, part in self.parts), key=lambda part: len(part.firsts))
        for low, high in pairwise(("", *longest.every(SOME), "")):
            lists: dict[str, list[str]] = {}
            ends: dict[str, int] = {}
            for units, blocks, part in self.parts:
                for pair, first, last, gaps in part.rows(low, high):
                    start = 4 * units if pair[1] == ALONE else BLOCK * blocks
                    if pair in ends:
                        lists[pair] += (CODES[first + start - ends[pair]], gaps)
                    else:
                        lists[pair] = [CODES[first + start], gaps]
                    ends[pair] = last + start
            for pair in sorted(lists):
                yield pair, "".join(lists.pop(pair))

    def shards(self) -> Iterator[Shard]:
        """The shards in the order of their pairs; a list that is too long has one alone."""
        shard = Shard()
        for pair, codes in self.rows():
            if shard.pairs and shard.size + len(codes) > SHARD:
                yield shard
                shard = Shard()
            shard.add(pair, codes)
        if shard.pairs:
            yield shard


@dataclass(slots=True)
class Shard:
    """Pairs and the codes of their positions."""

    pairs: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, pair: str, codes: str) -> None:
        self.pairs.append(pair)
        self.codes.append(codes)
        self.size += len(codes) + 5

    def dictionary(self) -> str:
        """Its pairs grouped by their first: it, how many, and of each the second and a length."""
        made: list[str] = []
        groups: dict[str, list[int]] = {}
        for n, pair in enumerate(self.pairs):
            groups.setdefault(pair[0], []).append(n)
        for first, members in groups.items():
            made += first, CODES[len(members)]
            for n in members:
                made += self.pairs[n][1], CODES[len(self.codes[n])]
        return "".join(made)


@dataclass(slots=True)
class Texts:
    """Rows of texts, cut into files of a few; a volume begins a file of its own. `sizes` are the
    rows of each file so far."""

    sizes: list[int] = field(default_factory=list)

    def files(self, rows: Iterable[tuple[Row, int]]) -> Iterator[tuple[str, bytes]]:
        """The files of a volume, of its rows with their lengths."""
        file: list[Row] = []
        length = 0
        for row, size in rows:
            if file and (length + size > FULL or len(file) == MOST):
                yield self._file(file)
                file, length = [], 0
            file.append(row)
            length += size
        if file:
            yield self._file(file)

    def _file(self, rows: list[Row]) -> tuple[str, bytes]:
        name = f"t/{len(self.sizes):04}"
        self.sizes.append(len(rows))
        return address.search(name), script(name, rows)


def bundle(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file of the store, by its address; no more is kept of the texts than of one volume."""
    catalogue, index, texts = Catalogue(T.search_kind_names), Index(), Texts()
    for volume in site.volumes:
        found = chapters(site, volume)
        part = indexed(site, volume, found)
        catalogue.add_volume(volume, found, part)
        index.add(part)
        yield from texts.files(_rows(found))
    suggested = terms(site)
    part = postings((one.text, one.body) for one in suggested)
    catalogue.add_terms(suggested, part)
    index.add(part)
    yield from texts.files(_term_rows(suggested))
    yield from _index(catalogue, index, texts)


def indexed(site: Site, volume: Volume, found: tuple[Chapter, ...]) -> Postings:
    """The postings of a volume whose chapters have been found."""

    def make() -> bytes:
        texts = ((unit.title, unit.body) for one in found for unit in one.units)
        return to_bytes(postings(texts))

    name, key = f"{volume.edition.id}.postings", digest(volume.said, program(), sys.byteorder)
    return from_bytes(site.parts.get(name, key, make))


def _rows(found: tuple[Chapter, ...]) -> Iterator[tuple[Row, int]]:
    for chapter in found:
        for unit in chapter.units:
            yield [unit.id, unit.title, unit.body], len(unit.title) + len(unit.body)


def _term_rows(found: tuple[Term, ...]) -> Iterator[tuple[Row, int]]:
    for one in found:
        yield [one.text, one.others, one.places], len(one.text) + 20 * len(one.places)


def _index(catalogue: Catalogue, index: Index, texts: Texts) -> Iterator[tuple[str, bytes]]:
    firsts, sizes = [], []
    for n, shard in enumerate(index.shards()):
        firsts.append(shard.pairs[0])
        sizes.append(shard.size // 1000)
        name = f"i/{n:04}"
        yield address.search(name), script(name, shard.dictionary(), "".join(shard.codes))
    said = catalogue.said()
    said["texts"] = coded(texts.sizes)
    said["router"], said["sizes"] = "".join(firsts), coded(sizes)
    yield address.search("meta"), script("meta", said)
    yield address.search("titles"), script("titles", *catalogue.titles())
