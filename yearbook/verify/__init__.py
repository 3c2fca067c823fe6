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
from yearbook.verify.zipped import Damaged, NoZip, Zip
from yearbook.write.manifest import MANIFEST

LISTS = re.compile(r"(.*/)?(?:yearbook\.sha256|bagit\.txt|manifest-[^/]+\.txt|assets/annals\.js)")
Kind = Literal["site", "bag", "zip", "folder"]
NONE = Words("", "")
AROUND = Words("；它所在的 {path} 也许是", "; perhaps {path}, in which it lies, is")
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
    zipped, root = isinstance(store, Zip), _root(store)
    if root is None and issues.errors:
        return Verdict("zip" if zipped else "folder", zipped, False, 0, 0, (), "")
    if root is None or (root and not zipped):
        raise _nothing(path, _perhaps(INSIDE, path / root) if root else NONE)
    if isinstance(store, Zip):
        store.below(root)
    kind = _kind(store)
    volumes, made = site.verify(store) if kind == "site" else bag.verify(store)
    _tell_litter(store)
    if isinstance(store, Zip):
        store.prove()
    size = sum(store.sizes.values())
    return Verdict(kind, zipped, not issues.errors, len(store.sizes), size, volumes, made)


def _kind(store: Store) -> Kind:
    """Whether the files are those of a bag, or else of a site."""
    if bag.DECLARATION in store.sizes or MANIFEST not in store.sizes:
        return "bag" if any(map(bag.is_list, store.sizes)) else "site"
    return "site"


def _tell_litter(store: Store) -> None:
    if store.litter:
        some = Words("、".join(store.litter[:3]), ", ".join(store.litter[:3]))
        store.issues.add(store.place(""), "P074", count=len(store.litter), some=some)


def _nothing(path: Path, near: Words) -> UseError:
    """The error for what cannot be verified."""
    return UseError(Issue(Place(path.as_posix()), "P061", (("near", near),)))


def _perhaps(said: Words, path: Path) -> Words:
    return Words(said.zh.format(path=path.as_posix()), said.en.format(path=path.as_posix()))


def _store(path: Path, issues: Issues) -> Store:
    try:
        if path.is_dir():
            return Folder(path, issues)
        if path.is_file():
            return Zip(path, issues)
        path.stat()
    except NoZip as error:
        listed = any((path.parent / name).is_file() for name in (MANIFEST, bag.DECLARATION))
        raise _nothing(path, _perhaps(AROUND, path.parent) if listed else NONE) from error
    except OSError as error:
        args = (("reason", error.strerror or str(error)),)
        raise UseError(Issue(Place(path.as_posix()), "P060", args)) from error
    raise _nothing(path, NONE)


def _root(store: Store) -> str | None:
    """The folder in which the list lies, the uppermost one; None when there is no list."""
    found = (LISTS.fullmatch(path) for path in store.sizes)
    roots = {one[1] or "" for one in found if one}
    return min(roots, key=lambda one: (one.count("/"), one), default=None)
