"""All files of an import are written, or none: new ones first beside the old, then exchanged."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from yearbook.issues import Issue, Place, UseError

NEW, OLD = ".importing", ".imported-over"


def write(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Write `files` (None: the file goes) below `folder`; `UseError`, and all as it was, if not."""
    made: list[Path] = []
    done: list[Path] = []
    fresh = _folders(folder, files)
    try:
        for path in fresh:
            path.mkdir()
        for name, data in files.items():
            _recover(folder / name)
            if data is not None:
                made.append(_beside(folder / name, NEW))
                made[-1].write_bytes(data)
        for name, data in files.items():
            _exchange(folder / name, data is not None)
            done.append(folder / name)
    except OSError as error:
        _back(done)
        _sweep(made, fresh)
        where = Path(error.filename or folder).as_posix()
        reason = error.strerror or str(error)
        raise UseError(Issue(Place(where), "M043", (("reason", reason),))) from error
    for path in done:
        with contextlib.suppress(OSError):
            _beside(path, OLD).unlink(missing_ok=True)


def _folders(folder: Path, files: Mapping[str, bytes | None]) -> list[Path]:
    """The folders that are still to be made, outer ones first."""
    row = dict.fromkeys([folder, *((folder / name).parent for name in files)])
    return [path for path in row if not path.exists()]


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}{ending}")


def _recover(path: Path) -> None:
    """What a killed import left beside a file: the old one, where it is the only one."""
    old = _beside(path, OLD)
    if old.exists() and not path.exists():
        old.replace(path)
    old.unlink(missing_ok=True)


def _exchange(path: Path, new: bool) -> None:
    """Put the old file aside and the new one in its place, or leave it as it was."""
    old = _beside(path, OLD)
    if path.exists():
        path.open("r+b").close()
        path.replace(old)
    try:
        if new:
            _beside(path, NEW).replace(path)
    except OSError:
        if old.exists():
            old.replace(path)
        raise


def _back(done: list[Path]) -> None:
    """Everything as it was before."""
    for path in reversed(done):
        with contextlib.suppress(OSError):
            old = _beside(path, OLD)
            if old.exists():
                old.replace(path)
            else:
                path.unlink()


def _sweep(made: list[Path], fresh: list[Path]) -> None:
    for path in made:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    for path in reversed(fresh):
        with contextlib.suppress(OSError):
            path.rmdir()
