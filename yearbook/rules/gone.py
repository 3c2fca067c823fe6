"""Addresses that a locked edition has no more, and what it has that was not released."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from yearbook.issues import Place, Words
from yearbook.lock.changes import same
from yearbook.lock.passages import INDEX, Passage
from yearbook.model import Edition, sections
from yearbook.rules.scope import Finding

Locked = tuple[str, tuple[str, ...]]
ALIKE = 0.6
COMPARED = 400  # characters of a passage


def gone(
    edition: Edition, lost: Sequence[Locked], fresh: Sequence[Passage], taken: set[str]
) -> Iterator[Finding]:
    """A released address stays, if by an alias; what went with its page or entry is not told of.

    `taken` gets the addresses of what seems to be meant by an alias.
    """
    pages = {address for address, _ in lost if "#" not in address}
    told: list[Locked] = []
    for address, lines in lost:
        page, _, anchor = address.partition("#")
        if anchor and page in pages:
            continue
        meant = _meant(address, lines, fresh)
        if _went_along(address, lines, meant, taken, told):
            taken.add(meant.address if meant else "")
            continue
        told.append((address, lines))
        if meant:
            taken.add(meant.address)
            taken |= {one.address for one in fresh if _within(one, meant)}
        name = lines[0] if lines else address
        args = {"address": f"{edition.id}/{address}", "name": name, "how": _how(address, meant)}
        yield _place(edition, page, meant), "C342", {**args}


def _within(one: Passage, page: Passage) -> bool:
    """Whether a passage stands on the page that another one is."""
    return "#" not in page.address and one.address.startswith(f"{page.address}#")


def _went_along(
    address: str,
    lines: Sequence[str],
    meant: Passage | None,
    taken: set[str],
    told: Sequence[Locked],
) -> bool:
    """Whether a figure or an honour is gone with its entry, of which was told."""
    page, _, anchor = address.partition("#")
    if anchor[:2] not in ("f_", "h_"):
        return False
    if meant is not None and meant.owner in taken:
        return True
    rows = [row for other, row in told if other.startswith(f"{page}#")]
    return any(one in line for one in lines[:2] for row in rows for line in row)


def _meant(address: str, lines: Sequence[str], fresh: Sequence[Passage]) -> Passage | None:
    """What stands now and was not released that seems to be what stood there."""
    alike = [one for one in fresh if _kind(one.address) == _kind(address)]
    if not alike or not lines:
        return None
    best = max(alike, key=lambda one: _likeness(address, lines, one))
    return best if _likeness(address, lines, best) >= ALIKE else None


def _kind(address: str) -> str:
    """What sort of thing an address names, roughly."""
    page, _, anchor = address.partition("#")
    if page == INDEX or not anchor:
        return f"{page == INDEX}{bool(anchor)}"
    return anchor[:2] if anchor[:2] in ("f_", "h_") else "entry"


def _likeness(address: str, lines: Sequence[str], one: Passage) -> float:
    if same(lines, one.lines):
        return 3
    if one.address.partition("#")[2] == address.partition("#")[2] != "":
        return 2
    if lines[0] == one.name:
        return 1
    was, now = ("\n".join(row)[:COMPARED] for row in (lines, one.lines))
    return SequenceMatcher(None, was, now, autojunk=False).ratio()


def _how(address: str, meant: Passage | None) -> Words:
    alias = f"aliases: [{address}]".replace("[", '["').replace("]", '"]')
    if address.startswith(INDEX):
        return Words("标识照旧", "keep its id")
    if meant is None:
        return Words(f"在它现在的所在写上 {alias}", f"write {alias} where it stands now")
    page, _, anchor = meant.address.partition("#")
    file, id_ = page.replace(".html", ".yaml"), anchor[2:] if anchor[1:2] == "_" else anchor
    if not anchor:
        return Words(f"在 {file} 写上 {alias}", f"write {alias} in {file}")
    return Words(f"在 {file} 的 {id_} 处写上 {alias}", f"write {alias} at {id_} in {file}")


def _place(edition: Edition, page: str, meant: Passage | None) -> Place:
    """Where the mend is written, as far as it is known."""
    if meant is not None:
        return meant.at
    own = (one.at for one in sections(edition) if f"{one.stem}.html" == page)
    return next(own, edition.at)


def added(edition: Edition, fresh: Iterable[Passage]) -> Iterator[Finding]:
    """What was not released is added only with a date; figures and honours say nothing new."""
    row = [one for one in fresh if "#f_" not in one.address and "#h_" not in one.address]
    told = {one.address for one in row if "#" not in one.address}
    for one in row:
        page, _, anchor = one.address.partition("#")
        if anchor and page in told:
            continue
        if anchor.removesuffix("_") not in _declared(edition, page):
            file = "edition.yaml" if page == INDEX else page.replace(".html", ".yaml")
            at = f"at: {anchor.removesuffix('_')}, " if anchor else ""
            args = {"name": one.name, "address": one.address, "file": file, "at": at}
            yield one.at, "C343", {**args}


def _declared(edition: Edition, page: str) -> set[str]:
    """The anchors that the editors say were added after the release."""
    own = (one for one in sections(edition) if f"{one.stem}.html" == page)
    rows = (edition.corrections if page == INDEX else one.corrections for one in own)
    errata = edition.corrections if page == INDEX else [one for row in rows for one in row]
    return {one.anchor for one in errata if not one.printed and not one.corrected}
