"""Where a package goes; what is there and is not a package of this program is never touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yearbook.build import Job
from yearbook.issues import Issue, Issues, Place, UseError, Words
from yearbook.verify import verify
from yearbook.write import fs

OUT = Path("packages")
OURS = "yearbook "


def faults(job: Job, out: Path, name: str) -> Iterator[Issue]:
    """Why a package cannot be put into `out`."""
    real = out.resolve()
    grounds = (
        (job.content, Words("内容文件夹", "the content folder")),
        (job.site, Words("网站文件夹", "the site folder")),
        (job.templates, Words("模板文件夹", "the templates folder")),
        (Path(__file__).parent.parent, Words("程序自身", "the program itself")),
    )
    for ground, what in grounds:
        if real.is_relative_to(ground.resolve()):
            yield Issue(Place(out.as_posix()), "P002", (("what", what),))
    for path in (out / name, out / f"{name}.zip"):
        if path.is_symlink() or (path.exists() and not _is_ours(path)):
            yield Issue(Place(path.as_posix()), "P004")


def _is_ours(path: Path) -> bool:
    """Whether a package of this program lies here as it was written, and nothing beside it."""
    try:
        found = verify(path, Issues())
    except UseError:
        return False
    right = path.is_dir() != found.zipped and found.kind == "bag"
    return right and found.whole and found.made.startswith(OURS)


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Within it an error of the disk is a `UseError`; a folder made for nothing is removed."""
    fresh = [folder for folder in (out, *out.parents) if not folder.exists()]
    try:
        yield
    except OSError as error:
        args = (("reason", error.strerror or str(error)),)
        raise UseError(Issue(_place(error, out), "P003", args)) from error
    finally:
        for folder in fresh:
            try:
                folder.rmdir()
            except OSError:
                break


def _place(error: OSError, out: Path) -> Place:
    """The file that could not be read; else where the package goes."""
    file = Path(str(error.filename or out))
    return Place((out if file.is_absolute() or file.is_relative_to(out) else file).as_posix())


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    found = [_files(folder) for folder in (one, other)]
    return found[0] == found[1] and all(
        (one / path).read_bytes() == (other / path).read_bytes() for path in found[0]
    )


def _files(folder: Path) -> dict[str, int]:
    if not folder.is_dir():
        return {}
    return {
        path: entry.stat().st_size
        for path, entry in sorted(fs.walk(folder), key=lambda one: one[0])
        if entry.is_file(follow_symlinks=False)
    }
