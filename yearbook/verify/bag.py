"""A BagIt bag (RFC 8493, and the drafts from 0.93 on) against its manifests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yearbook.verify import tags
from yearbook.verify.compare import Outcome, compare, report
from yearbook.verify.lists import LONGEST, Listing, known, parse, unsafe
from yearbook.verify.site import Volume
from yearbook.verify.store import Store, Unreadable, is_litter
from yearbook.verify.tags import Declaration

NAME = re.compile(r"(tag)?manifest-([^/]+)\.txt")
PAYLOAD = "data/"
DECLARATION, OURS = tags.BAGIT, "yearbook "


@dataclass(frozen=True, slots=True)
class Bag:
    """What a bag says of itself, and its lists."""

    declared: Declaration
    info: Sequence[tuple[str, str]]
    lists: Sequence[Listing]
    tag_lists: Sequence[Listing]

    def said(self, label: str) -> str:
        """What bag-info.txt says first of something; empty when it does not."""
        return next((value for name, value in self.info if name.lower() == label.lower()), "")


def is_list(path: str) -> bool:
    """Whether a file makes a folder a bag."""
    return path == DECLARATION or NAME.fullmatch(path) is not None


def verify(store: Store) -> tuple[Sequence[Volume], str]:
    """Compare a bag with its manifests, and these with the lists of its tag files.

    Gives the volume in it, and what it was made with.
    """
    declared = tags.declaration(store)
    info = tuple(tags.info(store, declared.encoding))
    ours = any(value.startswith(OURS) for name, value in info if name == "Bag-Software-Agent")
    lists = tuple(_lists(store, declared, "", ours))
    bag = Bag(declared, info, lists, tuple(_lists(store, declared, "tag", ours)))
    if not lists:
        store.issues.add(store.place(""), "P078")
    tag_files = _tag_files(store, bag, ours)
    if not declared.good:  # which was said
        tag_files.missing.pop(DECLARATION, None)
        tag_files.changed.pop(DECLARATION, None)
    payload = [path for path in store.sizes if path.startswith(PAYLOAD)]
    for listing in lists:
        listing.sound = listing.name not in tag_files.changed
    scope = [path for path in payload if lists and not _is_free(path, lists)]
    outcome = compare(store, lists, scope)
    _litter(outcome)
    _everywhere(store, bag, outcome)
    tags.fetched(store, declared.encoding, lists, outcome)
    _sizes(store, bag, outcome, payload)
    for found in (tag_files, outcome):
        report(store, found)
    title = bag.said("Title") or bag.said("External-Description")
    volume = Volume(title, "", bag.said("Revised"))
    return [volume] if title else [], bag.said("Bag-Software-Agent")


def _lists(store: Store, declared: Declaration, kind: str, ours: bool) -> Iterator[Listing]:
    """The manifests of the payload, or of the tag files."""
    for path in sorted(store.sizes):
        name = NAME.fullmatch(path)
        if name is None or (name[1] or "") != kind:
            continue
        algorithm = known(name[2])
        if not algorithm:
            store.issues.add(store.place(path), "P079", algorithm=name[2])
            continue
        found = Listing(path, algorithm)
        _read(store, found, declared, ours)
        yield found


def _read(store: Store, found: Listing, declared: Declaration, ours: bool) -> None:
    try:
        text = tags.decoded(store, found.name, store.read(found.name, LONGEST), declared.encoding)
    except Unreadable:
        found.cut = True
        return
    escaped = "%0A|%0D|%25" if declared.version >= (1, 0) else "%0A|%0D"
    twice = declared.version < (1, 0)
    parse(found, text, store, strict=ours, escaped=escaped, twice=twice)
    found.rows = [row for row in found.rows if _belongs(store, found, row.path, row.line)]
    if twice:
        _drop_twins(store, found)


def _belongs(store: Store, found: Listing, path: str, line: int) -> bool:
    """Whether a list may name a path: manifests the payload, others all but lists of theirs."""
    if found.name.startswith("tag"):
        if NAME.fullmatch(path) and path.startswith("tag"):
            return False
        good = not path.startswith("/") and ".." not in path.split("/")
    else:
        good = path.startswith(PAYLOAD) and ".." not in path.split("/")
    if not good and not unsafe(path):  # which was said
        store.issues.add(store.place(found.name, line), "P084", path=path)
    return good


def _drop_twins(store: Store, found: Listing) -> None:
    """A file named a second time in another case is there once: older bags are not the worse."""
    named = {row.path.casefold(): row for row in found.rows if store.find(row.path)}
    kept = []
    for row in found.rows:
        first = named.get(row.path.casefold())
        if first and first.digest == row.digest and store.find(row.path) is None:
            args = {"path": row.path, "other": first.line}
            store.issues.add(store.place(found.name, row.line), "P071", **args)
        else:
            kept.append(row)
    found.rows = kept


def _tag_files(store: Store, bag: Bag, ours: bool) -> Outcome:
    """The tag files against their lists. Others may be there, yet not in a bag of ours."""
    scope = [
        path
        for path in store.sizes
        if not path.startswith(PAYLOAD)
        and not path.startswith("tagmanifest-")
        and not _is_free(path, bag.tag_lists)
    ]
    found = compare(store, bag.tag_lists, scope)
    if not ours:
        for path in found.added if bag.tag_lists else ():
            store.issues.add(store.place(path), "P092")
        found.added = []
    return found


def _is_free(path: str, lists: Sequence[Listing]) -> bool:
    """Whether a system left a file, and no list names it."""
    return is_litter(path) and not any(row.path == path for one in lists for row in one.rows)


def _litter(outcome: Outcome) -> None:
    """What a system had left when the bag was made, and what is gone since, is no loss."""
    outcome.missing = {
        path: listing for path, listing in outcome.missing.items() if not is_litter(path)
    }


def _everywhere(store: Store, bag: Bag, outcome: Outcome) -> None:
    """From 1.0 on every manifest names every file."""
    if bag.declared.version < (1, 0) or len(bag.lists) < 2:
        return
    named = {one.name: {store.find(row.path) for row in one.rows} for one in bag.lists}
    for listing in (one for one in bag.lists if one.sound is not False):
        for path in sorted(outcome.whole - named[listing.name] - outcome.misspelt):
            if not listing.tears(path) and not listing.cut:
                store.issues.add(store.place(listing.name), "P083", path=path)


def _sizes(store: Store, bag: Bag, outcome: Outcome, payload: Sequence[str]) -> None:
    """Compare with the size that bag-info.txt gives for all of the payload."""
    here = [store.sizes[path] for path in payload if not _is_free(path, bag.lists)]
    for number, said in ((n, v) for n, v in bag.info if n.lower() == "payload-oxum"):
        size, count = (int(part) for part in said.split("."))
        if (size, count) == (sum(here), len(here)):
            continue
        if bag.lists and outcome.fine and not _lost(store, bag):
            args = {"here": f"{sum(here)}.{len(here)}", "said": said, "label": number}
            store.issues.add(store.place("bag-info.txt"), "P081", **args)
        elif count == len(here) and len(outcome.changed) == 1 and not outcome.added:
            path = next(iter(outcome.changed))
            outcome.changed[path] = store.sizes[path] + size - sum(here)


def _lost(store: Store, bag: Bag) -> bool:
    """Whether files are not there that were reported otherwise, or that a system had left."""
    return any(not store.find(row.path) for one in bag.lists for row in one.rows)
