"""The pages of the last save, before the site is made of it.

A large site takes seconds to make, a page milliseconds. Where nothing but words of closed prose
changed since the site was made, the files of the editions that hold them are made when they are
asked for; the rest of the site (comparisons, pages through the years, indexes, the search) is shown
as it is until a build in the background has made it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from itertools import islice
from pathlib import Path

from yearbook import build, listing
from yearbook.again import Change, Deeper, Memory
from yearbook.build import Job
from yearbook.issues import ContentError, UseError
from yearbook.output import Output, flat
from yearbook.render import VOLUME
from yearbook.serve.outcome import Outcome
from yearbook.write import bytes_of, state
from yearbook.write.fs import Facts, facts
from yearbook.write.stamp import Stamp
from yearbook.write.state import State
from yearbook.write.workplace import STATE, folder_of

SMALL = 100  # files of a site, up to which it is made whole at once
NOTHING = b""  # the digest of what is not there
PAGES = 3  # of a volume: its own page and those of sections


class Ahead:
    """The site of a job and, while `saved` has a stamp, what was saved since it was made."""

    def __init__(self, job: Job) -> None:
        self.job, self.memory = job, Memory()
        self.known: Facts | None = None
        self.before = State()
        self.saved: Stamp | None = None
        self.made: dict[str, Output] = {}
        self.shown: dict[str, bytes] = {}

    def take(self, told: Collection[str] = ()) -> Outcome | None:
        """Take up what was saved, in these files if it is `told`; None where the site must be made
        whole at once.

        `ContentError` with the errors of the editions that changed.
        """
        last, self.saved, self.made = self.saved, None, {}
        found = self._now(last, told)
        if found is None:
            return None
        before, now = found
        try:
            change = self.memory.change(before, now, build.parts_of(self.job))
            self.saved = now
            with build.lasting():
                self.made = self._outputs(now, change)
        except Deeper:
            self.saved = None
            return None
        changed = not now.same(last or before.stamp)
        return Outcome(changed=changed, late=changed or last is not None or before.late)

    def warm(self) -> bool:
        """Load what the first save would have to wait for, by making a page; whether it did."""
        found = self._now()
        if found is None:
            return False
        before, now = found
        try:
            change = self.memory.change(before, now, build.parts_of(self.job))
            latest = max(change.memory.facts)
            made = self._outputs(now, replace(change, editions=frozenset({latest})))
        except Deeper:
            return False
        for page in islice(made.values(), PAGES):
            bytes_of(page)
        return True

    def read(self, path: str) -> bytes:
        """A file of the site as it will be where that is known, else as it is."""
        data = self._made(path)
        if data is None:
            data = (self.job.site / path).read_bytes()
        if self.saved:
            self.shown[path] = hashlib.sha256(data).digest()
        return data

    def missed(self, path: str) -> None:
        """An address was asked for at which the site has nothing; it may have soon."""
        if self.saved:
            self.shown[path] = NOTHING

    def end(self) -> bool:
        """The site has been made: whether anything shown meanwhile is otherwise in it."""
        shown, self.saved, self.made, self.shown = self.shown, None, {}, {}
        if before := self._site():
            self.memory.load(before, build.parts_of(self.job))
        return any(_digest(self.job.site, path) != said for path, said in shown.items())

    def _now(
        self, last: Stamp | None = None, told: Collection[str] = ()
    ) -> tuple[State, Stamp] | None:
        """The record of the site and the stamp of now, as after `last`."""
        before = self._site()
        now = build.stamp_of(self.job, last or before.stamp, told) if before else None
        return (before, now) if before and now else None

    def _site(self) -> State | None:
        """The record of the site; None without one, and of a small site."""
        path = folder_of(self.job.site) / STATE
        found = facts(path) if path.exists() else None
        if found != self.known:
            self.known, self.before = found, state.read(path)
        noted = self.before.noted and listing.count(self.before.site) > SMALL
        return self.before if noted else None

    def _outputs(self, now: Stamp, change: Change) -> dict[str, Output]:
        """The outputs of the editions that changed, by their paths."""
        groups, _ = build.changed(self.job, now, change, build.parts_of(self.job))
        named = {VOLUME.format(one) for one in change.editions}
        volumes = (group for group in groups.shown if group.name in named)
        return {one.path: one for one in flat(volumes) if isinstance(one, Output)}

    def _made(self, path: str) -> bytes | None:
        output = self.made.get(path)
        try:
            return bytes_of(output) if output else None
        except (ContentError, UseError):  # which the build in the background tells
            return None


def _digest(site: Path, path: str) -> bytes:
    file = located(site, path)
    try:
        return hashlib.sha256(file.read_bytes()).digest() if file else NOTHING
    except OSError:
        return NOTHING


def located(site: Path, path: str) -> Path | None:
    """The file or folder of the site at an address; None outside the site and where none is."""
    if path.endswith("/") or not path:
        path += "index.html"
    try:
        file = (site / path).resolve()
        inside = file.is_relative_to(site.resolve()) and file.exists()
    except (OSError, ValueError):
        return None
    return file if inside else None
