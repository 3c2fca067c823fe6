"""Two texts side by side: which sentences are the same, changed, new, gone or moved.

templates/compare/align.js does the same in the browser; a test compares the two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from yearbook.years.sentences import form, pairs

SAME, CHANGED, CUT, NEW, AWAY, HERE = "same", "changed", "cut", "new", "away", "here"
SIMILAR = 0.4  # of the pairs of characters of two sentences, those that both have
MOVED = 6  # a shorter sentence is not looked for elsewhere
FEW = 12  # so many comparisons are made one by one, more by the places of the pairs
OFTEN = 50  # of a sentence that stands in a text more often, the first places count

Lines = Sequence[str]
Match = tuple[int, int]


class Row(NamedTuple):
    """Sentences of two texts by their places; -1 where one side has none.

    `other` is the number of the pair of texts to which a sentence moved, or from which it came.
    """

    kind: str
    before: int
    after: int
    other: int = -1


@dataclass(frozen=True, slots=True)
class Loose:
    """The places of a pair of texts that moved, each with the pair where it is now or was."""

    away: dict[int, int] = field(default_factory=dict)
    here: dict[int, int] = field(default_factory=dict)


def align(texts: Sequence[tuple[Lines, Lines]]) -> list[list[Row]]:
    """The rows of each pair of texts: on either side its sentences in their order, each once."""
    forms = [(list(map(form, before)), list(map(form, after))) for before, after in texts]
    same = [common(before, after) for before, after in forms]
    loose = _moved(forms, same)
    return [
        list(_rows(before, after, matches, moved))
        for (before, after), matches, moved in zip(texts, same, loose, strict=True)
    ]


def common(before: Lines, after: Lines) -> list[Match]:
    """The longest common subsequence as places in both: the longest rising chain of matches."""
    places: dict[str, list[int]] = {}
    for j, said in enumerate(after):
        places.setdefault(said, []).append(j)
    ends: list[int] = []
    chains: list[tuple[int, int, object]] = []
    for i, said in enumerate(before):
        for j in reversed(places.get(said, ())[:OFTEN]):
            at = bisect_left(ends, j)
            link = (i, j, chains[at - 1] if at else None)
            ends[at : at + 1] = [j]
            chains[at : at + 1] = [link]
    return list(_unlinked(chains[-1] if chains else None))[::-1]


def _unlinked(link: object) -> Iterator[Match]:
    while isinstance(link, tuple):
        i, j, link = link
        yield i, j


def _moved(forms: Sequence[tuple[Lines, Lines]], same: Sequence[list[Match]]) -> list[Loose]:
    """Sentences that left their place: first for another of the same text, then of any."""
    made = [Loose() for _ in forms]
    lost: dict[str, list[Match]] = {}
    found: list[Match] = []
    for nth, ((before, after), matches) in enumerate(zip(forms, same, strict=True)):
        left, right = {i for i, _ in matches}, {j for _, j in matches}
        for i, said in enumerate(before):
            if i not in left and len(said) >= MOVED:
                lost.setdefault(said, []).append((nth, i))
        found += ((nth, j) for j in range(len(after)) if j not in right)
    for own in (True, False) if lost else ():
        for nth, j in found:
            there = lost.get(forms[nth][1][j], [])
            spot = next((one for one in there if not own or one[0] == nth), None)
            if spot and j not in made[nth].here:
                there.remove(spot)
                made[nth].here[j] = spot[0]
                made[spot[0]].away[spot[1]] = nth
    return made


def _rows(before: Lines, after: Lines, same: Iterable[Match], moved: Loose) -> Iterator[Row]:
    i = j = 0
    for x, y in chain(same, [(len(before), len(after))]):
        left = [n for n in range(i, x) if n not in moved.away]
        right = [n for n in range(j, y) if n not in moved.here]
        for p, q in chain(similar(before, after, left, right), [(x, y)]):
            yield from _single(range(i, p), CUT, AWAY, moved.away)
            yield from _single(range(j, q), NEW, HERE, moved.here)
            if (p, q) != (x, y):
                yield Row(CHANGED, p, q)
            i, j = p + 1, q + 1
        if x < len(before) or y < len(after):
            yield Row(SAME, x, y)


def _single(
    places: Iterable[int], plain: str, moved: str, where: Mapping[int, int]
) -> Iterator[Row]:
    """The rows of sentences that only one side has."""
    for n in places:
        kind = moved if n in where else plain
        spot = (n, -1) if plain == CUT else (-1, n)
        yield Row(kind, *spot, where.get(n, -1))


def align_records(
    before: Lines, after: Lines, before_ids: Lines, after_ids: Lines
) -> Iterator[Row]:
    """The rows of records by their ids, in the order of the later side; then those it lacks."""
    places = {id_: n for n, id_ in enumerate(before_ids)}
    for j, id_ in enumerate(after_ids):
        i = places.pop(id_, -1)
        alike = i >= 0 and form(before[i]) == form(after[j])
        yield Row(NEW if i < 0 else SAME if alike else CHANGED, i, j)
    yield from (Row(CUT, i, -1) for i in places.values())


def similar(before: Lines, after: Lines, left: Sequence[int], right: Sequence[int]) -> list[Match]:
    """The pairs of similar sentences among these places, the most similar first chosen; no pair
    crosses another."""
    if not left or not right:
        return []
    chosen: list[Match] = []
    for _, i, j in sorted(_candidates(before, after, left, right)):
        at = bisect_left(chosen, (i, j))
        if (not at or (chosen[at - 1][0] < i and chosen[at - 1][1] < j)) and (
            at == len(chosen) or (i < chosen[at][0] and j < chosen[at][1])
        ):
            chosen.insert(at, (i, j))
    return chosen


def _candidates(
    before: Lines, after: Lines, left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    """Similar sentences with their likeness as a negative number."""
    own = {i: pairs(before[i]) for i in left}
    places = _places(own) if len(left) * len(right) > FEW else {}
    for j in right:
        said = pairs(after[j])
        for i, count in _shared(own, places, said):
            likeness = 2 * count / (len(said) + len(own[i]))
            if likeness >= SIMILAR:
                yield -likeness, i, j


def _places(own: Mapping[int, frozenset[str]]) -> dict[str, list[int]]:
    """The sentences that have a pair of characters."""
    places: dict[str, list[int]] = {}
    for i, found in own.items():
        for pair in found:
            places.setdefault(pair, []).append(i)
    return places


def _shared(
    own: Mapping[int, frozenset[str]], places: Mapping[str, list[int]], said: frozenset[str]
) -> Iterable[tuple[int, int]]:
    """How many pairs of characters a sentence has in common with each of the others."""
    if places:
        return Counter(i for pair in said & places.keys() for i in places[pair]).items()
    return [(i, len(found & said)) for i, found in own.items()]
