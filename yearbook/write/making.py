"""Making groups of outputs: each is made, compared with the file in place, and staged at once.

Nothing is kept but a row for each file, so that memory does not grow with the site.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from yearbook import cores
from yearbook.issues import ContentError, Issue, Place, UseError
from yearbook.output import Bundle, Group, Output
from yearbook.parts import Parts
from yearbook.write import fs
from yearbook.write.bundles import as_it_was, opened, waits
from yearbook.write.state import Record, State, untouched

Piece = Output | Bundle | Group


class Row(NamedTuple):
    """A file of the site as it will be; `new`: its bytes lie in the stage.

    `source` is the file of content that it is a copy of.
    """

    path: str
    source: str
    record: Record
    new: bool


class Done(NamedTuple):
    """What came of a group: its rows, the faults of the templates, whether something was left for
    a later build, the parts that were asked for, and those made that could not be put down."""

    rows: Sequence[Row] = ()
    issues: Sequence[Issue] = ()
    late: bool = False
    parts: frozenset[str] = frozenset()
    made: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is known before anything is made: the site, its files as they are, the last build's
    record of them, and the stage, which is empty when nothing is to be written."""

    site: str
    found: dict[str, os.stat_result]
    before: State
    stage: str = ""
    defer: bool = False

    def record(self, path: str) -> Record | None:
        """The record of a file that is as it was written; None for any other."""
        known = self.before.outputs.get(path)
        return known if untouched(known, self.found.get(path)) else None

    def held(self, path: str) -> str:
        """The digest of the file in place; empty without one."""
        if known := self.record(path):
            return known.sha256
        if path not in self.found:
            return ""
        with Path(self.site, path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def grouped(pieces: Iterable[Piece]) -> list[Group]:
    """The groups; the outputs that belong to none are one by themselves, a bundle is one."""
    given = tuple(pieces)
    single = tuple(one for one in given if isinstance(one, Output))
    groups = [Group("", "", lambda: single)] if single else []
    for one in given:
        if isinstance(one, Group):
            groups.append(one)
        elif isinstance(one, Bundle):
            groups.append(Group(one.folder, "", partial(tuple, (one,))))
    return groups


def make(
    groups: Sequence[Group],
    grounds: Grounds,
    jobs: int = 1,
    tick: cores.Tick | None = None,
    parts: Parts | None = None,
) -> list[Done]:
    """Make the groups that are not as the last build left them. `ContentError` with all faults."""
    if parts and grounds.stage:
        parts.put_down()
    kept = {one.name: _kept(one, grounds) for one in groups}
    waiting = [one for one in groups if kept[one.name] is None]

    def work(number: int) -> Done:
        if parts is None:
            return _done(waiting[number], grounds)
        parts.used.clear()
        done = _done(waiting[number], grounds)
        if grounds.stage:
            parts.put_down()
        return done._replace(parts=frozenset(parts.used), made=tuple(parts.made.items()))

    made = iter(cores.each(work, len(waiting), jobs, tick))
    found = [kept[one.name] or next(made) for one in groups]
    issues = dict.fromkeys(issue for one in found for issue in one.issues)
    if issues:
        raise ContentError(tuple(issues))
    return found


def _kept(group: Group, grounds: Grounds) -> Done | None:
    """A group that the last build recorded under the same key, its files as it left them."""
    old = grounds.before.groups.get(group.name)
    if not group.key or old is None or old.key != group.key:
        return None
    rows = []
    for path in old.paths:
        record = grounds.record(path)
        if record is None:
            return None
        rows.append(Row(path, old.sources.get(path, ""), record, False))
    return Done(rows, parts=frozenset(old.parts))


def _done(group: Group, grounds: Grounds) -> Done:
    """Make a group, an output after the other."""
    rows: list[Row] = []
    issues: dict[Issue, None] = {}
    late = False

    def add(outputs: Iterable[Output]) -> None:
        for one in outputs:
            try:
                rows.append(_row(one, grounds))
            except ContentError as error:
                issues.update(dict.fromkeys(error.issues))

    try:
        for output in group.outputs():
            if isinstance(output, Output):
                add((output,))
            elif not grounds.stage:
                continue  # what is no page has no fault of a template
            elif grounds.defer and waits(output, known := _recorded(output, group, grounds)):
                late = True
                add(as_it_was(known, grounds.site))
            else:
                add(opened(output, _recorded(output, group, grounds)))
    except ContentError as error:
        issues.update(dict.fromkeys(error.issues))
    return Done(rows, tuple(issues), late)


def _recorded(bundle: Bundle, group: Group, grounds: Grounds) -> dict[str, Record]:
    """What the last build recorded of a bundle, which has its group to itself."""
    old = grounds.before.groups.get(group.name)
    known = grounds.before.outputs
    paths = old.paths if old else ()
    return {path: known[path] for path in paths if bundle.holds(path) and path in known}


def _row(output: Output, grounds: Grounds) -> Row:
    """Make an output, and stage it when the file in place is another."""
    path, key = output.path, output.key
    known = grounds.record(path)
    if known and key and known.key == key:
        return Row(path, output.source, known, False)
    data = bytes_of(output)
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 == grounds.held(path):
        return Row(path, output.source, _in_place(key, sha256, grounds.found[path]), False)
    if not grounds.stage:
        return Row(path, output.source, Record(key, sha256, len(data)), True)
    found = _staged(f"{grounds.stage}/{path}", data)
    return Row(path, output.source, Record(key, sha256, len(data), *found), True)


def _in_place(key: str, sha256: str, found: os.stat_result) -> Record:
    return Record(key, sha256, found.st_size, found.st_mtime_ns, found.st_ino)


def _staged(path: str, data: bytes) -> tuple[int, int]:
    """Write a file of the stage. Where another stands in its way nothing is written: two outputs
    at one address are told of when all are known."""
    try:
        found = fs.create(path, data)
    except FileNotFoundError:
        folders(path.rpartition("/")[0])
        return _staged(path, data)
    except (IsADirectoryError, NotADirectoryError):
        return 0, 0
    return found.st_mtime_ns, found.st_ino


def folders(path: str) -> None:
    """Make a folder with those above it."""
    try:
        fs.folder(path)
    except FileNotFoundError:
        folders(path.rpartition("/")[0])
        fs.folder(path)


def bytes_of(output: Output) -> bytes:
    """What an output makes; `UseError` when its source is no longer there to be read."""
    try:
        return output.make()
    except OSError as error:
        place = Place(output.source or output.path)
        args = (("reason", error.strerror or str(error)),)
        raise UseError(Issue(place, "S021", args)) from error
