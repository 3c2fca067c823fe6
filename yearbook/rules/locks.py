"""Rules of locks: a released edition is locked, and says what it was released with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from yearbook.model import Edition, Yearbook
from yearbook.rules.scope import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.lock.passages import Passage

KEPT = 3


class Standing:
    """What readers can reach: of drafts nothing. Worked out when a locked edition asks for it.

    Of a few editions the passages are kept: more would take much room.
    """

    def __init__(self, yearbook: Yearbook) -> None:
        self.yearbook = yearbook
        self.known: dict[str, dict[str, Passage]] = {}

    @cached_property
    def editions(self) -> dict[str, Edition]:
        return {one.id: one for one in self.yearbook.editions if one.status == "released"}

    @cached_property
    def old(self) -> dict[str, str]:
        """Where old addresses lead, from the root."""
        from yearbook import old

        shown = replace(self.yearbook, editions=tuple(self.editions.values()))
        return {one.address: one.target for one in old.old(shown)}

    def of(self, edition: str) -> dict[str, Passage]:
        """The passages of an edition, worked out once as long as few are asked for."""
        from yearbook.lock.passages import passages

        if edition not in self.known:
            if len(self.known) == KEPT:
                del self.known[next(iter(self.known))]
            row = passages(self.editions[edition]) if edition in self.editions else ()
            self.known[edition] = {f"{edition}/{one.address}": one for one in row}
        return self.known[edition]

    def find(self, address: str) -> tuple[str, Passage] | None:
        """Where an address leads now, and what stands there."""
        for path in (address, self.old.get(address, "")):
            found = self.of(path.partition("/")[0]).get(path)
            if found is not None:
                return path, found
        return None


def locked(edition: Edition, now: Standing) -> Iterator[Finding]:
    """A released edition is locked, a locked one is released and says what it was released with."""
    if edition.status == "released" and edition.clean and not edition.locked:
        yield edition.at, "C340", {"edition": edition.id}
    if edition.lock is not None and edition.status != "released":
        yield edition.at, "C349", {}
    elif edition.lock is not None and edition.clean:
        from yearbook.rules.released import kept

        yield from kept(now, edition, edition.lock)
