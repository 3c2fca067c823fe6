"""Files against the lists that name them: what is missing, added, changed, cut, renamed.

Where a list and a file disagree, it is the list that is wrong when another list vouches for the
file, or when the digests differ in a sign or two: another file has another digest altogether.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from yearbook.verify.lists import Listing, Row
from yearbook.verify.store import Store, Unreadable

NEAR = 2

Claim = tuple[Listing, Row]


@dataclass(slots=True)
class Outcome:
    """What was found, by path. `changed` has the size that was listed, -1 where none was; `renamed`
    the name that a file has now; `misspelt` are files that a damaged list calls otherwise."""

    whole: set[str] = field(default_factory=set)
    missing: dict[str, Listing] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    changed: dict[str, int] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    misspelt: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    @property
    def fine(self) -> bool:
        """Whether all files are there, as they were, and no others."""
        return not (self.missing or self.added or self.changed or self.renamed or self.unread)


def compare(store: Store, listings: Sequence[Listing], scope: Sequence[str]) -> Outcome:
    """Compare the files of `scope` with what the lists say; faults of the lists are reported."""
    found, claims = Outcome(), _claims(store, listings)
    for path in sorted(claims):
        _judge(store, path, claims[path], found)
    for listing in listings:
        gone = [one for one in listing.rows if not store.find(one.path)]
        gone = [one for one in gone if one.path not in store.told]
        _seek(store, listing, gone, _free(store, listing, scope), found)
    spoken = {*claims, *found.renamed.values(), *found.misspelt}
    torn = [path for path in scope if any(one.cut or one.tears(path) for one in listings)]
    found.added += sorted({*scope} - spoken - {*torn})
    return found


def _claims(store: Store, listings: Sequence[Listing]) -> dict[str, list[Claim]]:
    """What the lists say of each file that is there."""
    claims: dict[str, list[Claim]] = {}
    for listing in listings:
        for row in listing.rows:
            here = store.find(row.path)
            if here is not None:
                claims.setdefault(here, []).append((listing, row))
                if here != row.path:
                    store.issues.add(store.place(here), "P067", said=row.path)
    return claims


def _free(store: Store, listing: Listing, scope: Sequence[str]) -> list[str]:
    """The files that a list does not name."""
    named = {store.find(row.path) for row in listing.rows}
    return [path for path in scope if path not in named]


def _judge(store: Store, path: str, claims: Sequence[Claim], found: Outcome) -> None:
    """Whether a file has the digests that the lists give it."""
    try:
        made = store.digests(path, {listing.algorithm for listing, _ in claims})
    except Unreadable:
        found.unread.add(path)
        return
    wrong = [(one, row) for one, row in claims if made[one.algorithm] != row.digest]
    vouched = len(wrong) < len(claims)
    flaws = [(one, row) for one, row in wrong if vouched or _near(made[one.algorithm], row)]
    for listing, row in flaws:
        store.issues.add(store.place(listing.name, row.line), "P068", path=path)
    if len(flaws) == len(wrong):
        found.whole.add(path)
    else:
        found.changed[path] = max(row.size for _, row in wrong)


def _near(digest: str, row: Row) -> bool:
    return sum(one != other for one, other in zip(digest, row.digest, strict=True)) <= NEAR


def _seek(
    store: Store, listing: Listing, gone: Sequence[Row], free: Sequence[str], found: Outcome
) -> None:
    """Files that are not there: renamed, misspelt by a damaged list, or missing."""
    others = _by_digest(store, listing.algorithm, free) if gone else {}
    for row in gone:
        other = next(iter(others.get(row.digest, ())), None)
        if other is None:
            found.missing.setdefault(row.path, listing)
            continue
        others[row.digest].remove(other)
        if listing.sound is False or other in found.whole:
            store.issues.add(store.place(listing.name, row.line), "P068", path=other)
            found.misspelt.add(other)
        else:
            found.renamed[row.path] = other


def _by_digest(store: Store, algorithm: str, free: Sequence[str]) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for path in free:
        try:
            made.setdefault(store.digests(path, [algorithm])[algorithm], []).append(path)
        except Unreadable:
            continue
    return made


def report(store: Store, found: Outcome) -> None:
    """Report what was found of each file."""
    for path, listing in found.missing.items():
        store.issues.add(store.place(path), "P062", list=listing.name)
    for path in found.added:
        store.issues.add(store.place(path), "P063")
    for path, size in found.changed.items():
        here = store.sizes[path]
        if here < size:
            store.issues.add(store.place(path), "P065", here=here, size=size, lost=size - here)
        else:
            store.issues.add(store.place(path), "P064")
    for path, other in found.renamed.items():
        store.issues.add(store.place(path), "P066", other=other)
