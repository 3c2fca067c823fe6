"""A site, or a reader's zip of one: its files against `yearbook.sha256`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yearbook.verify.compare import Outcome, compare, report
from yearbook.verify.lists import LONGEST, Listing, parse
from yearbook.verify.store import Store, Unreadable, is_litter
from yearbook.write.manifest import MADE, MANIFEST, PROOF, SIZES

LARGEST = 64 * 1024 * 1024
DATA = re.compile(r"data/[^/]+/edition\.json")


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume that was found: its yearbook, its name, and when it was last revised."""

    title: str
    volume: str
    revised: str


def verify(store: Store) -> tuple[Sequence[Volume], str]:
    """Compare a site with its list. Gives the volumes in it, and what it was made with."""
    if MANIFEST not in store.sizes:
        store.issues.add(store.place(MANIFEST), "P090")
        return (), ""
    listing, made = _listing(store)
    outcome = compare(store, [listing], [path for path in _files(store) if path != MANIFEST])
    report(store, outcome)
    return _volumes(store, outcome), made


def _files(store: Store) -> list[str]:
    return [path for path in store.sizes if not is_litter(path)]


def _listing(store: Store) -> tuple[Listing, str]:
    found = Listing(MANIFEST, "sha256", sound=False, cut=True)
    try:
        data = store.read(MANIFEST, LONGEST)
    except Unreadable:
        return found, ""
    text = data.decode("utf-8", "surrogateescape")
    files, notes = _apart(text)
    parse(found, files, store, strict=True)
    body, mark, proof = data.rpartition(PROOF.encode("ascii"))
    found.cut = not mark or not text.endswith("\n")
    found.sound = proof == f"{hashlib.sha256(body).hexdigest()}\n".encode("ascii")
    if not found.sound:
        store.issues.add(store.place(MANIFEST), "P094" if found.cut else "P095")
    sizes = notes.get(SIZES, "").split()
    if found.sound and len(sizes) == len(found.rows):
        pairs = zip(found.rows, map(int, sizes), strict=True)
        found.rows = [replace(row, size=size) for row, size in pairs]
    return found, f"yearbook {notes[MADE]}" if found.sound and MADE in notes else ""


def _apart(text: str) -> tuple[str, dict[str, str]]:
    """The lines of files, each at its number, and the notes at the end."""
    notes = {}
    rows = text.split("\n")
    for number, line in enumerate(rows):
        for kind in (MADE, SIZES, PROOF):
            if line.startswith(kind):
                notes[kind], rows[number] = line.removeprefix(kind), ""
    return "\n".join(rows), notes


def _volumes(store: Store, outcome: Outcome) -> Sequence[Volume]:
    """The volumes that the data of a site speak of, as far as these are whole."""
    paths = (one for one in sorted(outcome.whole) if DATA.fullmatch(one))
    return [volume for path in paths for volume in _volume(store, path)]


def _volume(store: Store, path: str) -> Iterator[Volume]:
    try:
        said = json.loads(store.read(path, LARGEST))
        yield Volume(str(said["title"]), str(said["volume"]), str(said.get("revised", "")))
    except (Unreadable, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return
