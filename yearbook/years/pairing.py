"""Which parts of two editions are compared with each other.

A matter is known by its keys: the places where it stood when it was first recorded. So any two
editions can be compared, each knowing nothing but itself and what is older.
templates/compare/pairing.js does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from yearbook.model import Figure
from yearbook.years.change import YEAR
from yearbook.years.threads import Outline, Spot, Threads, outlines

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """An entry, a table, or the records of one kind, with its sentences, rows or records.

    `id` is its anchor on the page of its section, empty where it has none. `ids` are those of the
    records, a line each; else there are none.
    """

    stem: str
    keys: Keys
    id: str
    title: str
    lines: tuple[str, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure of a section, with the id of the series to which it belongs.

    `months` is how many its edition records.
    """

    stem: str
    series: str
    figure: Figure
    months: int = YEAR


@dataclass(frozen=True, slots=True)
class Matter:
    """What a section has to compare."""

    stem: str
    title: str
    blocks: tuple[Block, ...]
    figures: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A section by its stem, with its keys and those of its entries by id."""

    stem: str
    title: str
    keys: Keys
    entries: dict[str, Keys]


@dataclass(frozen=True)
class Contents:
    """The sections of an edition in their order."""

    edition: str
    heads: tuple[Head, ...]

    @cached_property
    def by_stem(self) -> dict[str, Head]:
        return {head.stem: head for head in self.heads}

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        """The places of the sections that have a key."""
        made: dict[str, list[int]] = {}
        for n, head in enumerate(self.heads):
            for key in head.keys:
                made.setdefault(key, []).append(n)
        return made

    @cached_property
    def stands(self) -> dict[str, tuple[str, ...]]:
        """The sections that have the matter of a key among their entries."""
        made: dict[str, tuple[str, ...]] = {}
        for head in self.heads:
            for key in (key for keys in head.entries.values() for key in keys):
                made[key] = tuple(dict.fromkeys((*made.get(key, ()), head.stem)))
        return made


def contents(threads: Threads) -> tuple[Contents, ...]:
    """The contents of each edition by keys."""
    known: list[dict[Spot, Keys]] = []
    made = []
    for n, edition in enumerate(threads.editions):
        known.append({})
        heads = tuple(_head(one, n, threads, known) for one in outlines(edition))
        made.append(Contents(edition.id, heads))
    return tuple(made)


def _head(one: Outline, n: int, threads: Threads, known: list[dict[Spot, Keys]]) -> Head:
    own = _keys(Spot(one.stem), n, threads, known)
    entries = {id_: _keys(Spot(one.stem, id_), n, threads, known) for id_, _, _ in one.entries}
    return Head(one.stem, one.title, own, entries)


def _keys(spot: Spot, n: int, threads: Threads, known: list[dict[Spot, Keys]]) -> Keys:
    """The places where a matter stood first; those of what it carries on are known."""
    older = [key for at, one in threads.before(n, spot) for key in known[at].get(one, ())]
    own = f"{spot.stem}#{spot.id}" if spot.id else spot.stem
    known[n][spot] = found = tuple(dict.fromkeys(older)) or (own,)
    return found


def sources(stem: str, before: Contents, after: Contents) -> dict[str, frozenset[str] | None]:
    """The earlier sections that a later one is compared with: whole ones, which are the same
    matter, without keys; of others the entries of these keys."""
    head = after.by_stem[stem]
    found = {n for key in head.keys for n in before.by_key.get(key, ())}
    whole = [before.heads[n].stem for n in sorted(found)]
    parts: dict[str, frozenset[str]] = {}
    for key in (key for keys in head.entries.values() for key in keys):
        there = before.stands.get(key, ())
        if there and not set(there).intersection(whole):
            parts[there[0]] = parts.get(there[0], frozenset()) | {key}
    return dict.fromkeys(whole) | parts


def gathered(wanted: Mapping[str, frozenset[str] | None], matters: Mapping[str, Matter]) -> Matter:
    """The earlier side: whole sections, then single entries of others, with their figures."""
    blocks: list[Block] = []
    figures: list[Indicator] = []
    for stem, keys in wanted.items():
        matter = matters[stem]
        own = [one for one in matter.blocks if keys is None or not keys.isdisjoint(one.keys)]
        ids = {one.id for one in own}
        blocks += own
        figures += [one for one in matter.figures if keys is None or one.figure.entry in ids]
    titles = [matters[stem].title for stem, keys in wanted.items() if keys is None]
    return Matter("", "、".join(titles), tuple(blocks), tuple(figures))


BlockPair = tuple[Block | None, Block | None]


def paired(before: Sequence[Block], after: Matter, later: Contents) -> list[BlockPair]:
    """The blocks in the order of the later side, then those that only the earlier has. Those whose
    matter stands in another section of the later edition are left out."""
    places: dict[str, list[int]] = {}
    for n, block in enumerate(before):
        for key in block.keys:
            places.setdefault(key, []).append(n)
    left = dict(enumerate(before))
    found: dict[int, Block] = {}
    for same in (True, False):
        for n, block in enumerate(after.blocks):
            met = [m for key in block.keys for m in places.get(key, ()) if m in left]
            met = [m for m in met if left[m].id == block.id] if same else met
            if met and n not in found:
                found[n] = left.pop(min(met))
    made: list[BlockPair] = [(found.get(n), block) for n, block in enumerate(after.blocks)]
    return made + [(one, None) for one in left.values() if not _elsewhere(one, after.stem, later)]


def _elsewhere(block: Block, stem: str, later: Contents) -> bool:
    return any(one != stem for key in block.keys for one in later.stands.get(key, ()))


FigurePair = tuple[Indicator | None, Indicator | None]


def figures(before: Sequence[Indicator], after: Sequence[Indicator]) -> Iterator[FigurePair]:
    """The figures of the same series together, in the order of the later side; then those that
    only the earlier has."""
    left = {one.series: one for one in reversed(before)}
    for one in after:
        yield left.pop(one.series, None), one
    yield from ((one, None) for one in before if left.get(one.series) is one)
