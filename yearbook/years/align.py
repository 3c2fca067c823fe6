"""Two texts side by side: which sentences are the same, changed, new, gone or moved.

templates/compare/align.js does the same in the browser; a test compares the two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from yearbook.years.sentences import Sketch, form, forms, masked, pairs_of, sketch

SAME, CHANGED, CUT, NEW, AWAY, HERE = "same", "changed", "cut", "new", "away", "here"
SIMILAR = 0.4  # of the pairs of characters of two sentences, those that both have
LEAST = round(2 / SIMILAR)  # so many times those that both have are as many as both together
MOVED = 6  # a shorter sentence is not looked for elsewhere
FEW = 50  # so many comparisons are made without sketches
MOST = 100_000  # of comparisons; a longer stretch without a common sentence was written anew
OFTEN = 50  # of a sentence that stands in a text more often, the first places count

Lines = tuple[str, ...]
Match = tuple[int, int]
Candidate = tuple[float, int, int]  # likeness as a negative number, places


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
    found = [(forms(before), forms(after)) for before, after in texts]
    same = [common(before, after) for before, after in found]
    loose = _moved(found, same)
    return [
        _rows(before, after, matches, moved)
        for (before, after), matches, moved in zip(found, same, loose, strict=True)
    ]


def common(before: Lines, after: Lines) -> list[Match]:
    """The longest common subsequence as places in both: the longest rising chain of matches."""
    if set(before).isdisjoint(after):
        return []
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
    there = set(chain.from_iterable(after for _, after in forms))
    lost: dict[str, list[Match]] = {}
    for nth, ((before, _), matches) in enumerate(zip(forms, same, strict=True)):
        kept = {i for i, _ in matches}
        for i, said in enumerate(before):
            if said in there and i not in kept and len(said) >= MOVED:
                lost.setdefault(said, []).append((nth, i))
    found = list(_found(forms, same, lost)) if lost else []
    for own in (True, False):
        for nth, j in found:
            spots = lost[forms[nth][1][j]]
            spot = next((one for one in spots if not own or one[0] == nth), None)
            if spot and j not in made[nth].here:
                spots.remove(spot)
                made[nth].here[j] = spot[0]
                made[spot[0]].away[spot[1]] = nth
    return made


def _found(
    forms: Sequence[tuple[Lines, Lines]], same: Sequence[list[Match]], lost: Mapping[str, object]
) -> Iterator[Match]:
    """The sentences of the later side that the earlier has at another place, by pair and place."""
    for nth, ((_, after), matches) in enumerate(zip(forms, same, strict=True)):
        kept = {j for _, j in matches}
        yield from ((nth, j) for j, said in enumerate(after) if said in lost and j not in kept)


def _rows(before: Lines, after: Lines, same: Iterable[Match], moved: Loose) -> list[Row]:
    made: list[Row] = []
    i = j = 0
    for x, y in (*same, (len(before), len(after))):
        if i < x and j < y:
            left = [n for n in range(i, x) if n not in moved.away]
            right = [n for n in range(j, y) if n not in moved.here]
            for p, q in similar(before, after, left, right):
                made += _single(range(i, p), CUT, moved.away)
                made += _single(range(j, q), NEW, moved.here)
                made.append(Row(CHANGED, p, q))
                i, j = p + 1, q + 1
        made += _single(range(i, x), CUT, moved.away)
        made += _single(range(j, y), NEW, moved.here)
        if x < len(before) or y < len(after):
            made.append(Row(SAME, x, y))
        i, j = x + 1, y + 1
    return made


def _single(places: range, kind: str, where: Mapping[int, int]) -> Iterable[Row]:
    """The rows of sentences that only one side has: cut or new, else moved."""
    if not places:
        return ()
    if kind == CUT:
        return [Row(AWAY if n in where else CUT, n, -1, where.get(n, -1)) for n in places]
    return [Row(HERE if n in where else NEW, -1, n, where.get(n, -1)) for n in places]


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
    crosses another. So what has the same pairs of characters parts all others."""
    many = len(left) * len(right)
    if not many or many > MOST:
        return []
    own, others = masked(before), masked(after)
    if many <= FEW:
        return _best(_few(own, others, left, right))
    own_sketches = {i: sketch(own[i]) for i in left}
    sketches = {j: sketch(others[j]) for j in right}
    made: list[Match] = []
    i = j = 0
    for x, y in (*_chosen(_equal(own_sketches, sketches)), (len(before), len(after))):
        p, q = bisect_left(left, x, i), bisect_left(right, y, j)
        if i < p and j < q:
            made += _best(_candidates(own_sketches, sketches, left[i:p], right[j:q]))
        made.append((x, y))
        i, j = p + 1, q + 1
    return made[:-1]


def _best(found: list[Candidate]) -> list[Match]:
    found.sort()
    return _chosen((i, j) for _, i, j in found)


def _chosen(found: Iterable[Match]) -> list[Match]:
    """Of pairs, the best first, those that cross none before them."""
    chosen: list[Match] = []
    for i, j in found:
        at = bisect_left(chosen, (i, j))
        if (not at or (chosen[at - 1][0] < i and chosen[at - 1][1] < j)) and (
            at == len(chosen) or (i < chosen[at][0] and j < chosen[at][1])
        ):
            chosen.insert(at, (i, j))
    return chosen


def _few(own: Lines, others: Lines, left: Sequence[int], right: Sequence[int]) -> list[Candidate]:
    """Similar sentences, each compared with each."""
    found: list[Candidate] = []
    rows = [(i, pairs_of(own[i])) for i in left]
    for j in right:
        its = pairs_of(others[j])
        for i, mine in rows:
            likeness = 2 * len(its & mine) / (len(its) + len(mine))
            if likeness >= SIMILAR:
                found.append((-likeness, i, j))
    return found


def _equal(own: Mapping[int, Sketch], others: Mapping[int, Sketch]) -> Iterator[Match]:
    """The places of sentences with the same pairs of characters."""
    places: dict[int, list[int]] = {}
    for j, other in others.items():
        places.setdefault(other.bits, []).append(j)
    for i, (one, _, bits, _) in own.items():
        for j in places.get(bits, ()):
            said = others[j].said
            if one == said or pairs_of(one) == pairs_of(said):
                yield i, j


def _candidates(
    own: Mapping[int, Sketch],
    others: Mapping[int, Sketch],
    left: Sequence[int],
    right: Sequence[int],
) -> list[Candidate]:
    """Similar sentences among those that may be so by their sketches."""
    rows = [(i, own[i].bits, own[i].size - LEAST * own[i].hidden) for i in left]
    found: list[Candidate] = []
    for j in right:
        said, size, bits, _ = others[j]
        near = [i for i, mine, more in rows if LEAST * (mine & bits).bit_count() - more >= size]
        its = pairs_of(said) if near else frozenset()
        for i in near:
            other = own[i]
            likeness = 2 * len(its & pairs_of(other.said)) / (size + other.size)
            if likeness >= SIMILAR:
                found.append((-likeness, i, j))
    return found
