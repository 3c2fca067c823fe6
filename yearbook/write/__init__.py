"""The only writer: makes what changed, stages the whole site, and swaps it in at once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from yearbook.issues import ContentError, Issue, Place, UseError
from yearbook.output import Bundle, Output
from yearbook.parts import Parts
from yearbook.write import fs, state
from yearbook.write.bundles import resolve
from yearbook.write.grounds import refuse_strangers, told
from yearbook.write.manifest import MANIFEST, manifest
from yearbook.write.stamp import NOTHING
from yearbook.write.state import Record, State
from yearbook.write.workplace import PARTS, STAGE, STATE, folder_of, workplace

Tick = Callable[[int, int], None]


class Moved(Exception):
    """Files changed while the site was made of them."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: paths written and removed, and how many files were kept.

    `late`: files were left as an earlier build made them; the next build makes them anew.
    """

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    late: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What the site will hold: each file by digest and size, and the bytes of the new ones."""

    keys: dict[str, str]
    digests: dict[str, str]
    sizes: dict[str, int]
    new: dict[str, bytes]
    removed: tuple[str, ...]


def silent(done: int, total: int) -> None:
    """Tell no one."""


def write(
    outputs: Iterable[Output | Bundle],
    site: Path,
    build: State,
    tick: Tick = silent,
    parts: Parts | None = None,
    *,
    defer: bool = False,
    steady: Callable[[], bool] = lambda: True,
) -> Report:
    """Make the folder `site` hold `outputs` and nothing else, in one step or not at all.

    `build` is the state to record, its outputs still to be filled in; `parts` are kept for the
    next build. With `defer` late bundles stay as they are. `Moved` when all is made and what it was
    made of is not `steady`. `ContentError` when the templates are
    at fault, `UseError` when the site cannot be written; it is then as before.
    """
    with told(site):
        refuse_strangers(site)
        known = _known(site)
        wanted = resolve(outputs, known, site, defer=defer)
        made = _make(wanted.outputs, known, tick)
        with workplace(site) as work:
            recorded = replace(build, stamp=NOTHING) if wanted.late else build
            report = _put(wanted.outputs, made, site, work, recorded, steady)
            if parts and not wanted.late:
                parts.keep(work / PARTS)
            return replace(report, late=wanted.late)


def make(outputs: Iterable[Output | Bundle], site: Path) -> None:
    """Make the outputs that a build of `site` would make, and write nothing.

    All faults of the templates together are one `ContentError`.
    """
    known = _known(site)
    _make(resolve(outputs, known, site).outputs, known, silent)


def _known(site: Path) -> dict[str, Record]:
    """What the last build of `site` recorded of each path."""
    return state.read(folder_of(site) / STATE).outputs


def _make(outputs: Iterable[Output], known: dict[str, Record], tick: Tick) -> dict[str, bytes]:
    """The bytes of the outputs whose key is not the one that is known."""
    waiting = [one for one in outputs if one.path not in known or known[one.path].key != one.key]
    made: dict[str, bytes] = {}
    issues: dict[Issue, None] = {}
    for number, output in enumerate(waiting):
        tick(number, len(waiting))
        try:
            made[output.path] = bytes_of(output)
        except ContentError as error:
            issues.update(dict.fromkeys(error.issues))
    if issues:
        raise ContentError(tuple(issues))
    return made


def bytes_of(output: Output) -> bytes:
    """What an output makes; `UseError` when its source is no longer there to be read."""
    try:
        return output.make()
    except OSError as error:
        place = Place(output.source or output.path)
        args = (("reason", error.strerror or str(error)),)
        raise UseError(Issue(place, "S021", args)) from error


def _put(
    outputs: Sequence[Output],
    made: dict[str, bytes],
    site: Path,
    work: Path,
    build: State,
    steady: Callable[[], bool],
) -> Report:
    """Stage and swap what `outputs` and `made` say, when the site differs from it."""
    refuse_strangers(site)
    plan = _plan(outputs, made, site, state.read(work / STATE))
    if not steady():
        raise Moved
    home = site
    if plan.new or plan.removed or not site.exists():
        home = _stage(plan, site, work / STAGE)
    records = {
        path: state.record(plan.keys[path], digest, home / path)
        for path, digest in plan.digests.items()
    }
    state.write(replace(build, outputs=records), work / f"{STATE}.new")
    if home != site:
        fs.swap(home, site, work)
    (work / f"{STATE}.new").replace(work / STATE)
    return _report(plan)


def _report(plan: Plan) -> Report:
    written = tuple(path for path in plan.new if path != MANIFEST)
    kept = len(plan.digests.keys() - plan.new.keys() - {MANIFEST})
    return Report(written, plan.removed, kept)


def _plan(outputs: Iterable[Output], made: dict[str, bytes], site: Path, before: State) -> Plan:
    """Compare each output with the file in place: by its key, else by its bytes."""
    found = state.in_place(site)
    named = {MANIFEST, *(one.path for one in outputs)}
    plan = Plan({}, {}, {}, {}, tuple(sorted(found.keys() - named)))

    def held(path: str) -> str:
        return _held(site / path, before.outputs.get(path), found.get(path))

    def add(path: str, key: str, data: bytes) -> None:
        plan.keys[path], plan.digests[path] = key, hashlib.sha256(data).hexdigest()
        plan.sizes[path] = len(data)
        if plan.digests[path] != held(path):
            plan.new[path] = data

    for output in outputs:
        known = before.outputs.get(output.path)
        if known and known.key == output.key and known.sha256 == held(output.path):
            plan.keys[output.path], plan.digests[output.path] = output.key, known.sha256
            plan.sizes[output.path] = found[output.path].st_size
        else:
            data = made.pop(output.path, None)
            add(output.path, output.key, bytes_of(output) if data is None else data)
    add(MANIFEST, "", manifest(plan.digests, plan.sizes))
    return plan


def _held(path: Path, known: Record | None, found: os.stat_result | None) -> str:
    """The digest of the file in place; empty without one."""
    if known and state.untouched(known, found):
        return known.sha256
    return "" if found is None else hashlib.sha256(path.read_bytes()).hexdigest()


def _stage(plan: Plan, site: Path, stage: Path) -> Path:
    """The whole new site beside the old one: new files written, the others linked."""
    fs.folder(stage)
    made = {PurePosixPath(".")}
    for path in plan.digests:
        _folders(PurePosixPath(path).parent, stage, made)
        if path in plan.new:
            fs.create(stage / path, plan.new[path])
        else:
            fs.link(site / path, stage / path)
    return stage


def _folders(folder: PurePosixPath, stage: Path, made: set[PurePosixPath]) -> None:
    if folder not in made:
        _folders(folder.parent, stage, made)
        fs.folder(stage / folder)
        made.add(folder)
