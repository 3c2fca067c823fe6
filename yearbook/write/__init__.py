"""The only writer: makes what changed, stages the whole site, and swaps it in at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from yearbook import cores
from yearbook.output import Group
from yearbook.parts import Parts
from yearbook.write import fs, state
from yearbook.write.grounds import refuse_strangers, told
from yearbook.write.making import Done, Grounds, Piece, Row, bytes_of, folders, grouped, make
from yearbook.write.manifest import MANIFEST, manifest
from yearbook.write.state import Made, Record, State
from yearbook.write.workplace import STAGE, STATE, folder_of, workplace

__all__ = ["Moved", "Report", "Tick", "bytes_of", "make_all", "silent", "write"]

Tick = cores.Tick
silent = cores.silent
MANY = 4000  # files, from which on a fork is worth its while for linking them
Judge = Callable[[Sequence[Row]], None]


class Moved(Exception):
    """Files changed while the site was made of them."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: paths written and removed, and how many files were kept.

    `late`: files were left as an earlier build made them, or what they are made of changed
    meanwhile; the next build makes them anew.
    """

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    late: bool = False


def agreed(rows: Sequence[Row]) -> None:
    """Find no fault."""


def write(
    pieces: Iterable[Piece],
    site: Path,
    build: State,
    tick: Tick = silent,
    parts: Parts | None = None,
    *,
    defer: bool = False,
    rehash: bool = False,
    jobs: int = 1,
    judge: Judge = agreed,
    steady: Callable[[], bool] = lambda: True,
) -> Report:
    """Make the folder `site` hold the outputs of `pieces` and nothing else, in one step or not at
    all, on `jobs` cores.

    `build` is the state to record, its outputs still to be filled in; `parts` are kept for the
    next build. With `defer` late bundles stay as they are, with `rehash` no file of the site is
    trusted by its stat. `judge` sees every file before the site is changed. `Moved` when all is
    made and what it was made of is not `steady`; with `defer` the site is put in place all the
    same, and nothing of it is trusted afterwards. `ContentError` when the templates are at fault,
    `UseError` when the site cannot be written; it is then as before.
    """
    with told(site):
        found = state.in_place(site)
        refuse_strangers(site, found)
        with workplace(site) as work:
            before = state.read(work / STATE)
            if rehash:
                before = state.sound(before, site)
            grounds = Grounds(site.as_posix(), found, before, (work / STAGE).as_posix(), defer)
            groups = grouped(pieces)
            always = set(parts.used) if parts else set()
            done = make(groups, grounds, jobs, tick, parts)
            judge([row for one in done for row in one.rows])
            late = any(one.late for one in done)
            made = {one.name: _made(one, came) for one, came in zip(groups, done, strict=True)}
            report = _put(done, made, grounds, work, replace(build, late=late), steady, jobs)
            if parts and not report.late:
                parts.keep(always.union(*(one.parts for one in done)))
            return report


def make_all(
    pieces: Iterable[Piece],
    site: Path,
    parts: Parts,
    *,
    jobs: int = 1,
    judge: Judge = agreed,
) -> None:
    """Make the outputs that a build of `site` would make, and write nothing; `parts` has what was
    worked out for them.

    All faults of the templates together are one `ContentError`.
    """
    before = state.read(folder_of(site) / STATE)
    grounds = Grounds(site.as_posix(), state.in_place(site), before)
    done = make(grouped(pieces), grounds, jobs, parts=parts)
    for one in done:
        parts.made.update(one.made)
        parts.used.update(one.parts)
    judge([row for one in done for row in one.rows])


def _made(group: Group, done: Done) -> Made:
    """What is recorded of a group; without its key where something was left for later."""
    sources = {row.path: row.source for row in done.rows if row.source}
    key = "" if done.late else group.key
    return Made(key, tuple(row.path for row in done.rows), sources, tuple(sorted(done.parts)))


def _put(
    done: Sequence[Done],
    made: Mapping[str, Made],
    grounds: Grounds,
    work: Path,
    build: State,
    steady: Callable[[], bool],
    jobs: int,
) -> Report:
    """Fill up the stage and swap it in, when the site differs from what was made."""
    site = Path(grounds.site)
    rows = {row.path: row for one in done for row in one.rows}
    listed = _listed(rows, grounds)
    removed = tuple(sorted(grounds.found.keys() - rows.keys() - {MANIFEST}))
    written = tuple(path for path, row in rows.items() if row.new)
    differs = bool(written or removed or listed.new or not site.exists())
    calm = _fill({**rows, MANIFEST: listed}, grounds, jobs, steady) if differs else steady()
    if not calm and not grounds.defer:
        raise Moved
    records = {path: row.record for path, row in rows.items()} | {MANIFEST: listed.record}
    recorded = build.of(records, made)
    state.write(recorded if calm else recorded.doubted(), work / f"{STATE}.new")
    if differs:
        fs.swap(work / STAGE, site, work)
    (work / f"{STATE}.new").replace(work / STATE)
    return Report(written, removed, len(rows) - len(written), build.late or not calm)


def _listed(rows: dict[str, Row], grounds: Grounds) -> Row:
    """The list of files, staged when it is another than the one in place."""
    digests = {path: row.record.sha256 for path, row in rows.items()}
    data = manifest(digests, {path: row.record.size for path, row in rows.items()})
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 == grounds.held(MANIFEST):
        found = grounds.found[MANIFEST]
        known = Record("", sha256, found.st_size, found.st_mtime_ns, found.st_ino)
        return Row(MANIFEST, "", known, False)
    folders(grounds.stage)
    made = fs.create(f"{grounds.stage}/{MANIFEST}", data)
    return Row(MANIFEST, "", Record("", sha256, len(data), made.st_mtime_ns, made.st_ino), True)


def _fill(rows: Mapping[str, Row], grounds: Grounds, jobs: int, steady: Callable[[], bool]) -> bool:
    """Link what is kept into the stage beside what is new, a folder after the other; meanwhile
    look once more for strangers in the site, and whether all is `steady`."""
    kept: dict[str, list[str]] = {}
    for path, row in rows.items():
        if not row.new:
            kept.setdefault(path.rpartition("/")[0], []).append(path)
    for folder in kept:
        folders(f"{grounds.stage}/{folder}")
    site = Path(grounds.site)
    tasks: list[Callable[[], object]] = [
        steady,
        lambda: refuse_strangers(site, state.in_place(site)),
        *(partial(_link, paths, grounds) for paths in kept.values()),
    ]
    done = cores.each(lambda n: tasks[n](), len(tasks), jobs if len(rows) >= MANY else 1)
    return bool(done[0])


def _link(paths: Iterable[str], grounds: Grounds) -> None:
    for path in paths:
        target = f"{grounds.stage}/{path}"
        fs.link(f"{grounds.site}/{path}", target)
        if grounds.found[path].st_mode & 0o777 != 0o644:
            Path(target).chmod(0o644)
