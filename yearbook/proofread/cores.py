"""Work on all cores: forks of this process that hand back what they found, in its order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from yearbook.model import Yearbook, sections

LARGE = 1_000_000  # characters as written, from which on a fork is worth its while
Made = TypeVar("Made")
_work: Callable[[int], Any] | None = None  # what forks take over: a function cannot be sent


def worth(yearbook: Yearbook) -> int:
    """How many processes should proofread a yearbook: 1 unless it is large and forks are safe."""
    if sys.platform != "linux":
        return 1
    row = (one for edition in yearbook.editions for one in sections(edition))
    size = sum(len(entry.source) for section in row for entry in section.entries)
    return len(os.sched_getaffinity(0)) if size >= LARGE else 1


def each(work: Callable[[int], Made], count: int, cores: int) -> Iterator[Made]:
    """What `work` makes of each number below `count`, the same on any number of cores."""
    from concurrent.futures import BrokenExecutor

    done = 0
    try:
        for made in _forked(work, count, cores) if min(count, cores) > 1 else ():
            yield made
            done += 1
    except (BrokenExecutor, ImportError, OSError):  # one was killed, or the system has none
        pass
    yield from map(work, range(done, count))


def _forked(work: Callable[[int], Made], count: int, cores: int) -> Iterator[Made]:
    global _work  # noqa: PLW0603
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    _work = work
    try:
        forks = min(count, cores)
        with ProcessPoolExecutor(forks, get_context("fork"), initializer=_deaf) as pool:
            yield from pool.map(_do, range(count))
    finally:
        _work = None


def _deaf() -> None:
    """Ctrl-C is for the process that began."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(nth: int) -> Any:
    assert _work
    return _work(nth)
