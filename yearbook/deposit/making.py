"""Make a package: judge the content, gather the files, write the bag, put it in place."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from yearbook import build
from yearbook.alone import named
from yearbook.build import Job
from yearbook.deposit import names, places, sources, terms
from yearbook.deposit.bag import DECLARATION, Bag, sync, zip_of
from yearbook.deposit.originals import TABLE, originals, table
from yearbook.deposit.readme import readme
from yearbook.issues import ContentError, Issue, Issues, Place, UseError
from yearbook.model import Edition, Yearbook
from yearbook.offline import content
from yearbook.output import Bundle, Output
from yearbook.parts import Parts
from yearbook.today import today
from yearbook.write import Tick, bytes_of, fs
from yearbook.write.bundles import resolve
from yearbook.write.manifest import MANIFEST, manifest
from yearbook.write.workplace import STAGE, workplace

SITE, DATA = "data/site", "data/data"
OWN = "data/"  # of the site's files those that are data

ZIP = "package.zip"

Put = Callable[[str, Bag], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A package: its folder and its zip, how much it holds, whether either was written; warnings
    on its manuscripts."""

    folder: Path
    zip: Path
    files: int
    size: int
    written: bool
    warnings: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What goes into a package, by path: how each file is written, and where it comes from."""

    edition: Edition
    day: date
    name: str
    outputs: Sequence[Output]
    files: dict[str, Put]
    origins: dict[str, str]


def package(job: Job, edition: str, out: Path | None, tick: Tick) -> Made:
    """Make the package of an edition.

    `ContentError` with every reason against it, `UseError` when there is no such edition or the
    place cannot be written. Nothing is written then, and what was there is as before.
    """
    issues = Issues()
    before = build.stamp_of(job)
    planned = _planned(job, edition, out or places.OUT, issues)
    folder = (out or places.OUT) / planned.name
    with places.told(folder.parent), workplace(folder) as work:
        bag = Bag(work / STAGE)
        fs.folder(bag.folder)
        _write(planned, bag, tick)
        if not build.steady(job, before):
            raise UseError(Issue(Place(job.content.as_posix()), "P009"))
        bag.flush()
        written = _put(planned, bag, folder, work)
    warnings = tuple(one for one in issues if one.code == "P007")
    target = _zip(folder)
    return Made(folder, target, len(bag.sizes), sum(bag.sizes.values()), written, warnings)


def _planned(job: Job, name: str, out: Path, issues: Issues) -> Planned:
    """What goes into the package; every reason against it is raised together."""
    judged: list[Yearbook] = []

    def judge(yearbook: Yearbook) -> Yearbook:
        edition = named(yearbook, name, job.content)
        if edition.status == "draft":
            issues.add(edition.at, "P001", edition=name)
        originals(job.content / name, issues)
        judged.append(yearbook)
        return yearbook

    def shown(yearbook: Yearbook) -> Yearbook:
        return content.shown(yearbook, name)

    made: Sequence[Output | Bundle] = ()
    faults: tuple[Issue, ...] = ()
    try:
        made = build.outputs(job, issues, Parts(), judge, shown=shown)
    except ContentError as error:
        faults = error.issues
    if not judged:
        raise ContentError(faults)
    edition = named(judged[0], name, job.content)
    grounds = tuple(places.faults(job, out, names.bag_name(edition)))
    if faults:
        raise ContentError((*faults, *grounds))
    if grounds:
        raise UseError(*grounds)
    planned = _plan(job, shown(judged[0]), edition, resolve(made))
    _travels(planned)
    return planned


def _plan(job: Job, shown: Yearbook, edition: Edition, outputs: Sequence[Output]) -> Planned:
    """What is written besides the site: its data once more, sources, manuscripts."""
    files: dict[str, Put] = {}
    for path in (one.path for one in outputs):
        if path.startswith(OWN) and not path.endswith(".js"):
            files[f"{DATA}/{path.removeprefix(OWN)}"] = partial(_again, f"{SITE}/{path}")
    found = sources.sources(job.content, job.templates, edition.id, shown)
    copied = dict(found)
    papers = originals(job.content / edition.id, Issues())
    copied |= {one.path: one.source for one in papers}
    files |= {path: partial(_copied, source) for path, source in copied.items()}
    made = {
        f"{sources.CONTENT}/{sources.YEARBOOK}": partial(
            sources.yearbook_yaml, job.content, shown.gone
        )
    }
    if papers:
        made[TABLE] = partial(table, papers, job.content / edition.id)
    files |= {path: partial(_made, make) for path, make in made.items()}
    origins = {path: source.as_posix() for path, source in copied.items()}
    return Planned(edition, _day(edition), names.bag_name(edition), outputs, files, origins)


def _again(path: str, target: str, bag: Bag) -> None:
    bag.copy(target, bag.folder / path)


def _copied(source: Path, target: str, bag: Bag) -> None:
    bag.copy(target, source)


def _made(make: Callable[[], bytes], target: str, bag: Bag) -> None:
    bag.put(target, make())


def _day(edition: Edition) -> date:
    """The day of packing: SOURCE_DATE_EPOCH, else that of the last revision, never the clock's."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return today()
    released = date.fromisoformat(edition.lock.released) if edition.lock else None
    return edition.revised or released or edition.covers.end


def _travels(planned: Planned) -> None:
    """`ContentError` with every file whose path does not fit every disk and disc."""
    origins = {f"{SITE}/{one.path}": one.source for one in planned.outputs} | planned.origins
    paths = sorted((*planned.files, *origins))
    told: dict[str, Issue] = {}
    for full, why in names.faults(f"{planned.name}/{path}" for path in paths):
        path = full.removeprefix(f"{planned.name}/")
        place = origins.get(path) or path
        told.setdefault(place, Issue(Place(place), "P005", (("path", full), ("why", why))))
    if told:
        raise ContentError(tuple(told.values()))


def _write(planned: Planned, bag: Bag, tick: Tick) -> None:
    """Write the bag: payload, tag files, lists. `ContentError` with all faults of the templates."""
    issues: dict[Issue, None] = {}
    for number, output in enumerate(planned.outputs):
        tick(number, len(planned.outputs))
        try:
            bag.put(f"{SITE}/{output.path}", bytes_of(output))
        except ContentError as error:
            issues.update(dict.fromkeys(error.issues))
    if issues:
        raise ContentError(tuple(issues))
    head = f"{SITE}/"
    digests = {path.removeprefix(head): one["sha256"] for path, one in bag.digests.items()}
    sizes = {path.removeprefix(head): size for path, size in bag.sizes.items()}
    bag.put(f"{head}{MANIFEST}", manifest(digests, sizes))
    for path, put in planned.files.items():
        put(path, bag)
    edition, day, payload = planned.edition, planned.day, bag.payload()
    bag.put("bagit.txt", DECLARATION)
    bag.put("bag-info.txt", terms.bag_info(edition, day, payload))
    bag.put("dublin-core.xml", terms.dublin_core(edition, payload))
    bag.put("README.txt", readme(edition, day, planned.name))
    bag.close()


def _put(planned: Planned, bag: Bag, folder: Path, work: Path) -> bool:
    """Put the bag and its zip in place; whether either differs from what was there."""
    fresh, target = work / ZIP, _zip(folder)
    zip_of(bag, fresh, planned.name, planned.day)
    renew = not places.same(bag.folder, folder)
    if renew:
        fs.swap(bag.folder, folder, work)
    packed = not target.is_file() or target.read_bytes() != fresh.read_bytes()
    if packed:
        fresh.replace(target)
    sync(folder.parent)
    return renew or packed


def _zip(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.zip")
