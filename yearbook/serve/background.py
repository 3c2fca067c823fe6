"""A build beside the preview: a process of its own, ended when the next save comes first.

It may be ended at any moment: a site is always one whole build (`write`).
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from yearbook.build import Job
from yearbook.issues import Lang
from yearbook.serve.outcome import Outcome, built, told

PR_SET_PDEATHSIG = 1  # prctl(2)
Done = Callable[[int, Outcome], None]


class Background:
    """At most one build, in a process that ends with the preview."""

    def __init__(self) -> None:
        self.process: BaseProcess | None = None
        self.number = 0

    def start(self, job: Job, lang: Lang, done: Done) -> None:
        """Build a job; `done` is called in a thread with the number of the build and what came of
        it: of one that was ended that it is late."""
        self.stop()
        self.wait()
        ours, its = get_context("spawn").Pipe(duplex=False)
        make = get_context("spawn").Process(target=_build, args=(job, lang, its), daemon=True)
        make.start()
        its.close()
        self.process = make
        threading.Thread(
            target=_await, args=(ours, partial(done, self.number)), daemon=True
        ).start()

    def stop(self) -> None:
        """Tell the build that runs to end; what came of it is of no more interest."""
        self.number += 1
        if self.process is not None:
            self.process.terminate()

    def wait(self) -> None:
        """Wait until no build runs."""
        if self.process is not None:
            self.process.join()
            self.process = None


def _await(ours: Connection, done: Callable[[Outcome], None]) -> None:
    try:
        outcome = ours.recv()
    except (EOFError, OSError):
        outcome = Outcome(late=True)  # it was ended, or killed by someone else
    finally:
        ours.close()
    done(outcome)


def _build(job: Job, lang: Lang, its: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the preview, which ends this one
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # its forks end first, its stage is swept
    _end_with_the_preview()
    outcome = told(partial(built, job, lang, defer=False), lang)
    with suppress(BrokenPipeError):
        its.send(outcome)


def _end_with_the_preview() -> None:
    """Have the system end this process when the preview is killed; elsewhere it builds on."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
