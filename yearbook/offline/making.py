"""Make a reader's zip: judge the content, make the pages, pack them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yearbook import address, build
from yearbook.alone import named
from yearbook.build import Job
from yearbook.issues import ContentError, Issue, Issues, Place, UseError
from yearbook.model import Yearbook
from yearbook.offline import content, seal
from yearbook.offline.packing import pack
from yearbook.offline.places import where
from yearbook.offline.readme import NAME, readme
from yearbook.output import Bundle, Output
from yearbook.parts import Parts
from yearbook.write import Tick, bytes_of, state
from yearbook.write.bundles import resolve
from yearbook.write.workplace import PARTS, STATE, folder_of

FIRST = (NAME, address.HOME)


@dataclass(frozen=True, slots=True)
class Made:
    """A reader's zip that was made; `offered`: the next build finds it."""

    path: Path
    files: int
    size: int
    offered: bool


def make(job: Job, edition: str, out: Path | None, tick: Tick) -> Made:
    """Make the zip of an edition, or of the whole site when it is empty.

    `ContentError` with every error of the content or the templates, `UseError` when there is no
    such edition, it is a draft, or the zip cannot be written; nothing is written then.
    """
    judged: list[Yearbook] = []

    def judge(yearbook: Yearbook) -> Yearbook:
        _require(yearbook, edition, job.content)
        where(job, edition, out)
        judged.append(yearbook)
        return yearbook

    parts = Parts(folder_of(job.site) / PARTS)
    outputs = build.outputs(
        job, Issues(), parts, judge, shown=lambda yearbook: content.shown(yearbook, edition)
    )
    target = where(job, edition, out)
    sealed = seal.blank(edition, content.fingerprint(judged[0], edition))
    zipped = content.shown(judged[0], edition)
    files = _files(outputs, zipped, job.site, tick)
    days = [one.revised for one in zipped.editions if one.revised]
    try:
        count = pack(target, target.stem, max(days, default=date.min), sealed, files)
    except OSError as error:
        args = (("reason", error.strerror or str(error)),)
        raise UseError(Issue(Place(target.as_posix()), "P053", args)) from error
    return Made(target, count, target.stat().st_size, out is None)


def _require(yearbook: Yearbook, edition: str, folder: Path) -> None:
    """`UseError` when there is nothing for readers in what is asked for."""
    if edition and named(yearbook, edition, folder).status == "draft":
        raise UseError(Issue(Place(f"{folder.as_posix()}/{edition}"), "P050", ()))
    if not any(one.status == "released" for one in yearbook.editions):
        raise UseError(Issue(Place(folder.as_posix()), "P051", ()))


def _files(
    outputs: Sequence[Output | Bundle], yearbook: Yearbook, site: Path, tick: Tick
) -> Iterator[tuple[str, bytes]]:
    """The files of the zip, what is to be read first at the head, made one after another."""
    known = state.read(folder_of(site) / STATE).outputs
    found = list(resolve(outputs, known))
    names = {one.path.casefold() for one in found}
    if NAME.casefold() not in names:  # else the editors have one of their own
        found.append(Output(NAME, "", lambda: readme(yearbook)))
    found.sort(key=lambda one: (one.path not in FIRST, one.path))
    yield from _made(found, _reader(site, known), tick)


def _made(
    outputs: Sequence[Output], ready: Callable[[Output], bytes | None], tick: Tick
) -> Iterator[tuple[str, bytes]]:
    """The bytes of the outputs; all faults of the templates together at the end."""
    issues: dict[Issue, None] = {}
    for number, output in enumerate(outputs):
        tick(number, len(outputs))
        try:
            yield output.path, ready(output) or bytes_of(output)
        except ContentError as error:
            issues.update(dict.fromkeys(error.issues))
    if issues:
        raise ContentError(tuple(issues))


def _reader(site: Path, known: dict[str, state.Record]) -> Callable[[Output], bytes | None]:
    """Gives the bytes of an output that the last build made as they would be made now."""

    def ready(output: Output) -> bytes | None:
        record = known.get(output.path)
        if record is None or not output.key or record.key != output.key:
            return None
        with suppress(OSError):
            data = (site / output.path).read_bytes()
            return data if hashlib.sha256(data).hexdigest() == record.sha256 else None
        return None

    return ready
