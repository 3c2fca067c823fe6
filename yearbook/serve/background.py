"""A build beside the preview: a process of its own, ended when the next save comes first.

It may be ended at any moment: a site is always one whole build (`write`).
"""

from __future__ import annotations

import signal
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from yearbook import build
from yearbook.build import Job
from yearbook.issues import ContentError, UseError


class Background:
    """At most one build, in a process that ends with the preview."""

    def __init__(self) -> None:
        self.process: BaseProcess | None = None

    def start(self, job: Job) -> None:
        """Build a job; its faults have been told already or will be at the next save."""
        self.stop()
        self.process = get_context("spawn").Process(target=_build, args=(job,), daemon=True)
        self.process.start()

    def stop(self) -> None:
        """End the build that runs, if any."""
        if self.process is not None:
            self.process.terminate()
            self.process.join()
            self.process = None


def _build(job: Job) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the preview, which ends this one
    try:
        build.build(job)
    except (ContentError, UseError):
        return
