"""Where a reader's zip goes."""

from __future__ import annotations

from pathlib import Path

from yearbook import address
from yearbook.build import Job
from yearbook.issues import Issue, Place, UseError, Words
from yearbook.offline import seal


def where(job: Job, edition: str, out: Path | None) -> Path:
    """The path of a zip; `UseError` where it would do harm, or something else is there."""
    usual = job.content / "files" / address.OFFLINE
    folder = out or usual
    real = folder.resolve()
    grounds = (
        (job.site, Words("网站文件夹", "the site folder")),
        (job.content, Words("内容文件夹", "the content folder")),
        (job.templates, Words("模板文件夹", "the templates folder")),
    )
    for ground, what in grounds:
        if real.is_relative_to(ground.resolve()) and real != usual.resolve():
            raise _fault(folder, "P052", what=what)
    target = folder / Path(address.offline(edition)).name
    if target.is_dir() or (target.exists() and not _ours(target)):
        raise _fault(target, "P054")
    return target


def _ours(path: Path) -> bool:
    try:
        return seal.read(path) is not None
    except OSError:
        return False


def _fault(path: Path, code: str, **args: object) -> UseError:
    return UseError(Issue(Place(path.as_posix()), code, tuple(args.items())))
