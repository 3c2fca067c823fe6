"""The store of a large yearbook: an index of positions in shards, and the texts in others.

`search/meta.js` says which units there are and which shard holds which pairs, `search/i/N.js`
holds pairs with their positions, `search/t/N.js` the texts of a few units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from yearbook import address
from yearbook.render.labels import T
from yearbook.render.site import Site
from yearbook.search.catalogue import Catalogue
from yearbook.search.chapters import Chapter, chapters, indexed
from yearbook.search.codes import CODES, coded
from yearbook.search.postings import ALONE, BLOCK, Postings, postings
from yearbook.search.script import script
from yearbook.search.terms import Term, terms

SHARD = 12_000  # bytes
MOST, FULL = 8, 3_600  # texts of a file, and their characters

Row = list[object]


@dataclass(slots=True)
class Index:
    """The postings of all volumes, grown volume by volume; `units` and their `blocks` so far."""

    units: int = 0
    blocks: int = 0
    lists: dict[str, list[str]] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)

    def add(self, part: Postings) -> None:
        """Put the postings of the next volume after those that are there."""
        lists, ends = self.lists, self.ends
        for pair, first, last, gaps in part.rows():
            start = 4 * self.units if pair[1] == ALONE else BLOCK * self.blocks
            if pair in ends:
                lists[pair] += (CODES[first + start - ends[pair]], gaps)
            else:
                lists[pair] = [CODES[first + start], gaps]
            ends[pair] = last + start
        self.units += len(part.blocks)
        self.blocks += sum(part.blocks)

    def shards(self) -> Iterator[Shard]:
        """The shards in the order of their pairs; a list that is too long has one alone."""
        shard = Shard()
        for pair in sorted(self.lists):
            codes = "".join(self.lists.pop(pair))
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
    """Rows of texts, cut into files of a few; a volume begins a file of its own."""

    files: list[list[Row]] = field(default_factory=list)

    def add(self, rows: Iterable[tuple[Row, int]]) -> None:
        """Add the rows of a volume, each with its length."""
        length = FULL
        for row, size in rows:
            if length + size > FULL or len(self.files[-1]) == MOST:
                self.files.append([])
                length = 0
            self.files[-1].append(row)
            length += size


def bundle(site: Site) -> dict[str, bytes]:
    """Every file of the store."""
    catalogue, index, texts = Catalogue(T.search_kind_names), Index(), Texts()
    for volume in site.volumes:
        found = chapters(site, volume)
        part = indexed(site, volume, found)
        catalogue.add_volume(volume, found, part)
        index.add(part)
        texts.add(_rows(found))
    suggested = terms(site)
    part = postings((one.text, one.body) for one in suggested)
    catalogue.add_terms(suggested, part)
    index.add(part)
    texts.add(_term_rows(suggested))
    return dict(_files(catalogue, index, texts))


def _rows(found: tuple[Chapter, ...]) -> Iterator[tuple[Row, int]]:
    for chapter in found:
        for unit in chapter.units:
            yield [unit.id, unit.title, unit.body], len(unit.title) + len(unit.body)


def _term_rows(found: tuple[Term, ...]) -> Iterator[tuple[Row, int]]:
    for one in found:
        yield [one.text, one.others, one.places], len(one.text) + 20 * len(one.places)


def _files(catalogue: Catalogue, index: Index, texts: Texts) -> Iterator[tuple[str, bytes]]:
    firsts, sizes = [], []
    for n, shard in enumerate(index.shards()):
        firsts.append(shard.pairs[0])
        sizes.append(shard.size // 1000)
        name = f"i/{n:04}"
        yield address.search(name), script(name, shard.dictionary(), "".join(shard.codes))
    for n, rows in enumerate(texts.files):
        yield address.search(f"t/{n:04}"), script(f"t/{n:04}", rows)
    said = catalogue.said()
    said["texts"] = coded(map(len, texts.files))
    said["router"], said["sizes"] = "".join(firsts), coded(sizes)
    yield address.search("meta"), script("meta", said)
    yield address.search("titles"), script("titles", *catalogue.titles())
