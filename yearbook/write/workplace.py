"""The hidden folder beside the site: the lock, the state and the stage."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from yearbook import quick
from yearbook.issues import Issue, Place, UseError
from yearbook.write import fs

STATE, LOCK, STAGE, PARTS = "state", "lock", "stage", "parts"
SERVED = "serve"  # what `serve` shows, drafts and all; it has a work folder of its own
KEPT = quick.KEPT


def folder_of(site: Path) -> Path:
    """Where the builds of `site` keep what is not published."""
    return site.parent / f".{site.name}.build"


def is_tidy(site: Path) -> bool:
    """Whether no killed build has left anything behind."""
    work = folder_of(site)
    return not work.exists() or all(path.name in KEPT for path in work.iterdir())


@contextmanager
def workplace(site: Path) -> Iterator[Path]:
    """The work folder of `site`, locked, with a killed build's leftovers swept.

    `UseError` when another build holds it. A run that leaves no state leaves no folder either.
    """
    work = folder_of(site)
    lock = _locked(work)
    try:
        fs.recover(work / STAGE, site, work)
        _sweep(work)
        yield work
    finally:
        with suppress(OSError):
            _sweep(work)
        _leave(work, lock)


def _locked(work: Path) -> int:
    """The descriptor of the lock's file, held and signed."""
    while True:
        work.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            lock = os.open(work / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
            if not fs.try_lock(lock):
                os.close(lock)
                raise _busy(work)
            if _is_in_place(lock, work / LOCK):
                _sign(lock)
                return lock
            fs.unlock(lock)


def _is_in_place(lock: int, path: Path) -> bool:
    """Whether the file that was locked is still the one at `path`: its holder may remove it."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(lock), path.stat())
    return False


def _sign(lock: int) -> None:
    since = time.strftime("%Y-%m-%d %H:%M:%S")
    holder = {"pid": os.getpid(), "host": _host(), "since": since}
    with suppress(OSError):  # on a full disk the holder has no name
        os.ftruncate(lock, 0)
        os.write(lock, json.dumps(holder).encode("utf-8"))


def _host() -> str:
    """The name of this computer: `socket`, which knows it too, takes longer to import."""
    return os.environ.get("COMPUTERNAME", "?") if os.name == "nt" else os.uname().nodename


def _busy(work: Path) -> UseError:
    """The error that names who holds the lock."""
    holder = {}
    with suppress(OSError, ValueError):
        holder = json.loads((work / LOCK).read_text(encoding="utf-8"))
    args = tuple((name, holder.get(name, "?")) for name in ("pid", "host", "since"))
    return UseError(Issue(Place(work.as_posix()), "S008", args))


def _sweep(work: Path) -> None:
    """Remove what is not to be kept."""
    for path in tuple(work.iterdir()):
        if path.name in KEPT:
            continue
        if path.is_dir() and not path.is_symlink():
            fs.remove(path)
        else:
            path.unlink()


def _leave(work: Path, lock: int) -> None:
    """Give the lock up; without a state the folder goes as well."""
    with suppress(OSError):
        if not (work / STATE).exists():
            (work / LOCK).unlink()
            work.rmdir()
    fs.unlock(lock)
