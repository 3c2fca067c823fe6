"""Two texts side by side: which sentences are the same, changed, new, gone or moved.

templates/compare/align.js does the same in the browser; a test compares the two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from yearbook.years.sentences import form, pairs

SAME, CHANGED, CUT, NEW, AWAY, HERE = "same", "changed", "cut", "new", "away", "here"
SIMILAR = 0.4  # of the pairs of characters of two sentences, those that both have
MOVED = 6  # a shorter sentence is not looked for elsewhere
FEW = 40  # so many comparisons are made one by one, more by the places of the pairs
MOST = 100_000  # of comparisons; a longer stretch without a common sentence was written anew
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
        _rows(before, after, matches, moved)
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
    for nth, ((before, _), matches) in enumerate(zip(forms, same, strict=True)):
        kept = {i for i, _ in matches}
        for i, said in enumerate(before):
            if i not in kept and len(said) >= MOVED:
                lost.setdefault(said, []).append((nth, i))
    found = list(_found(forms, same, lost))
    for own in (True, False):
        for nth, j in found:
            there = lost[forms[nth][1][j]]
            spot = next((one for one in there if not own or one[0] == nth), None)
            if spot and j not in made[nth].here:
                there.remove(spot)
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
    crosses another."""
    found = _candidates(before, after, left, right)
    if len(found) < 2:
        return [(i, j) for _, i, j in found]
    chosen: list[Match] = []
    for _, i, j in sorted(found):
        at = bisect_left(chosen, (i, j))
        if (not at or (chosen[at - 1][0] < i and chosen[at - 1][1] < j)) and (
            at == len(chosen) or (i < chosen[at][0] and j < chosen[at][1])
        ):
            chosen.insert(at, (i, j))
    return chosen


def _candidates(
    before: Lines, after: Lines, left: Sequence[int], right: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Similar sentences with their likeness as a negative number."""
    if len(left) * len(right) > MOST:
        return []
    own = [(i, pairs(before[i])) for i in left]
    places = _places(own) if len(left) * len(right) > FEW else {}
    found = []
    for j in right:
        said = pairs(after[j])
        met = Counter(i for pair in said & places.keys() for i in places[pair]) if places else None
        size = len(said)
        for i, other in own:
            count = len(said & other) if met is None else met[i]
            likeness = 2 * count / (size + len(other))
            if likeness >= SIMILAR:
                found.append((-likeness, i, j))
    return found


def _places(own: Iterable[tuple[int, frozenset[int]]]) -> dict[int, list[int]]:
    """The sentences, by their places, that have a pair of characters."""
    places: dict[int, list[int]] = {}
    for i, said in own:
        for pair in said:
            places.setdefault(pair, []).append(i)
    return places
