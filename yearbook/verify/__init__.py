"""`verify`: whether a site, a bag or a zip of either is whole, and if not, what of it is not.

Nothing is written and nothing is unpacked. What was found are issues at the files' own places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from yearbook.issues import Issue, Issues, Place, UseError, Words
from yearbook.verify import bag, site
from yearbook.verify.store import Folder, Store
from yearbook.verify.zipped import Damaged, Zip
from yearbook.write.manifest import MANIFEST

LISTS = re.compile(r"(.*/)?(?:yearbook\.sha256|bagit\.txt|manifest-[^/]+\.txt|assets/annals\.js)")
Kind = Literal["site", "bag", "zip"]
INSIDE = Words("；它里面的 {path} 也许是", "; perhaps {path} in it is")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was verified, and whether it is whole: its files and bytes, its yearbook, and what it
    was made with."""

    kind: Kind
    zipped: bool
    whole: bool
    files: int
    size: int
    volumes: Sequence[site.Volume]
    made: str


def verify(path: Path, issues: Issues) -> Verdict:
    """Verify what lies at `path`; `UseError` when there is nothing that can be verified."""
    try:
        store = _store(path, issues)
    except Damaged as damaged:
        issues.found.append(damaged.issue)
        return Verdict("zip", True, False, 0, 0, (), "")
    root = _root(store)
    if isinstance(store, Zip) and root is not None:
        store.below(root)
    elif issues.errors and root is None:
        return Verdict("zip", isinstance(store, Zip), False, 0, 0, (), "")
    elif root != "":
        near = Words("", "")
        if root:
            inside = (path / root).as_posix()
            near = Words(INSIDE.zh.format(path=inside), INSIDE.en.format(path=inside))
        raise _nothing(path, near)
    ours = MANIFEST in store.sizes or not any(map(bag.is_list, store.sizes))
    volumes, made = site.verify(store) if ours else bag.verify(store)
    if store.litter:
        some = Words("、".join(store.litter[:3]), ", ".join(store.litter[:3]))
        issues.add(store.place(""), "P074", count=len(store.litter), some=some)
    if isinstance(store, Zip):
        store.prove()
    size = sum(store.sizes.values())
    zipped, whole = isinstance(store, Zip), not issues.errors
    count = len(store.sizes)
    return Verdict("site" if ours else "bag", zipped, whole, count, size, volumes, made)


def _nothing(path: Path, near: Words) -> UseError:
    """The error for what cannot be verified."""
    return UseError(Issue(Place(path.as_posix()), "P061", (("near", near),)))


def _store(path: Path, issues: Issues) -> Store:
    try:
        if path.is_dir():
            return Folder(path, issues)
        if path.is_file():
            return Zip(path, issues)
        path.stat()
    except OSError as error:
        args = (("reason", error.strerror or str(error)),)
        raise UseError(Issue(Place(path.as_posix()), "P060", args)) from error
    raise _nothing(path, Words("", ""))


def _root(store: Store) -> str | None:
    """The folder in which the list lies, the uppermost one; None when there is no list."""
    found = (LISTS.fullmatch(path) for path in store.sizes)
    roots = {one[1] or "" for one in found if one}
    return min(roots, key=lambda one: (one.count("/"), one), default=None)
