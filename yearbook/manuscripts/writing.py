"""All files of an import are written, or none, whatever ends it half-way.

The new files are made in a folder beside that of the edition. When all are there, a journal says
so, and they are exchanged with the old ones. An import that was killed before the journal leaves
the edition as it was; one killed after it is finished by the next.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from yearbook.issues import Issue, Place, UseError
from yearbook.read.tree import IMPORTING, JOURNAL
from yearbook.write import fs

NEW, OLD = "new", "old"


@contextlib.contextmanager
def alone(content: Path) -> Iterator[None]:
    """Within it no other import writes into this content; `UseError` where one does."""
    try:
        lock = os.open(content / "yearbook.yaml", os.O_RDONLY)
    except OSError:
        yield  # there is nothing to import into, which is told when it is read
        return
    if not fs.try_lock(lock):
        os.close(lock)
        raise UseError(Issue(Place(content.as_posix()), "M046"))
    try:
        yield
    finally:
        fs.unlock(lock)


def write(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Write `files` (None: the file goes) below `folder`; `UseError`, and all as it was, if not."""
    if not files:
        return
    stage = staged(folder)
    done: list[str] = []
    fresh = _folders(folder, files)
    try:
        _prepare(stage, files)
        for path in fresh:
            path.mkdir()
        for name, data in files.items():
            done.append(name)
            _exchange(folder, stage, name, data is not None)
    except BaseException as error:
        _back(folder, stage, {name: files[name] is not None for name in done}, fresh)
        if not isinstance(error, OSError):
            raise
        where = Path(error.filename or folder).as_posix()
        where = folder.as_posix() if where.startswith(stage.as_posix()) else where
        reason = error.strerror or str(error)
        raise UseError(Issue(Place(where), "M043", (("reason", reason),))) from error
    _remove(stage)


def staged(folder: Path) -> Path:
    """The folder in which the files of an import wait."""
    return folder.with_name(IMPORTING.format(folder.name))


def recover(folder: Path) -> None:
    """Finish an import that was killed while it exchanged files; sweep up after an earlier end."""
    stage = staged(folder)
    with contextlib.suppress(OSError, ValueError):
        names = json.loads((stage / JOURNAL).read_text(encoding="utf-8"))
        for name, new in names.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if (stage / NEW / name).exists():
                (stage / NEW / name).replace(path)
            elif not new:
                path.unlink(missing_ok=True)
    _remove(stage)


def _prepare(stage: Path, files: Mapping[str, bytes | None]) -> None:
    """The new files, and when they are all there the journal."""
    for name, data in files.items():
        for part in (NEW, OLD):
            (stage / part / name).parent.mkdir(parents=True, exist_ok=True)
        if data is not None:
            (stage / NEW / name).write_bytes(data)
    made = stage / f"{JOURNAL}.new"
    made.write_text(json.dumps({name: data is not None for name, data in files.items()}), "utf-8")
    made.replace(stage / JOURNAL)


def _folders(folder: Path, files: Mapping[str, bytes | None]) -> list[Path]:
    """The folders that are still to be made, outer ones first."""
    row = dict.fromkeys([folder, *((folder / name).parent for name in files)])
    return [path for path in row if not path.exists()]


def _exchange(folder: Path, stage: Path, name: str, new: bool) -> None:
    """Put the old file aside and the new one in its place."""
    path = folder / name
    if path.exists():
        path.open("r+b").close()
        path.replace(stage / OLD / name)
    if new:
        (stage / NEW / name).replace(path)


def _back(folder: Path, stage: Path, done: Mapping[str, bool], fresh: list[Path]) -> None:
    """Everything as it was before; of what was done it is said whether there was a new file."""
    for name, new in done.items():
        with contextlib.suppress(OSError):
            if (stage / OLD / name).exists():
                (stage / OLD / name).replace(folder / name)
            elif new and not (stage / NEW / name).exists():
                (folder / name).unlink()
    for path in reversed(fresh):
        with contextlib.suppress(OSError):
            path.rmdir()
    _remove(stage)


def _remove(stage: Path) -> None:
    """The journal goes first: without it nothing is left to do."""
    with contextlib.suppress(OSError):
        (stage / JOURNAL).unlink(missing_ok=True)
        shutil.rmtree(stage, ignore_errors=True)
