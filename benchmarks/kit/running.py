"""Runs a command and tells what it took: time, CPU, and memory of all its processes (Linux)."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02
SLOWLY = 0.1  # to add up proportional memory takes milliseconds
MB = 1e6
FOREIGN = ("COV", "PYTEST", "PYTHON")  # what would slow or change a Python below this one


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of wall, user and system time, and MB at most: resident, and proportional (`pss`),
    where a page of memory that processes share counts once."""

    wall: float
    user: float
    system: float
    rss: float
    pss: float
    code: int
    said: str

    @property
    def cpu(self) -> float:
        return self.user + self.system

    def and_then(self, other: Run) -> Run:
        """Two commands, one after the other, as one."""
        return Run(
            self.wall + other.wall,
            self.user + other.user,
            self.system + other.system,
            max(self.rss, other.rss),
            max(self.pss, other.pss),
            self.code or other.code,
            self.said + other.said,
        )


def run(
    words: Sequence[str],
    folder: Path,
    *,
    limit: float = 3600,
    memory: bool = True,
    pss: bool = False,
) -> Run:
    """Run `words` in `folder`; killed after `limit` seconds.

    What the kernel says was the most memory of a child cannot be used here: it begins with the
    memory of the process that started it.
    """
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            words,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environ(),
            start_new_session=True,
        )
        watch = Watch(process.pid, start + limit, pss=pss) if memory else None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        rss, most = watch.end() if watch else (0.0, 0.0)
        log.seek(0)
        said = log.read().decode("utf-8", "replace")
    return Run(wall, used.ru_utime, used.ru_stime, rss, most, process.returncode, said)


def environ() -> dict[str, str]:
    """The environment without what belongs to the Python that measures."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)}
    return kept | {"NO_COLOR": "1", "PYTHONHASHSEED": "0"}


class Watch:
    """Looks at the memory of a process and those below it until the end."""

    def __init__(self, pid: int, until: float, *, pss: bool) -> None:
        self.pid, self.until = pid, until
        self.look: tuple[Callable[[int], int], ...] = (resident, proportional if pss else none)
        self.most = [0, 0]
        self.every = SLOWLY if pss else EVERY
        self.done = threading.Event()
        self.thread = threading.Thread(target=self._follow, daemon=True)
        self.thread.start()

    def _follow(self) -> None:
        while not self.done.is_set():
            all_of_it = tuple(family(self.pid))
            for nth, look in enumerate(self.look):
                self.most[nth] = max(self.most[nth], sum(map(look, all_of_it)))
            if time.perf_counter() > self.until:
                os.killpg(self.pid, signal.SIGKILL)
                return
            self.done.wait(self.every)

    def end(self) -> tuple[float, float]:
        self.done.set()
        self.thread.join()
        return self.most[0] / MB, self.most[1] / MB


def family(pid: int) -> Iterator[int]:
    """The process and all below it."""
    yield pid
    try:
        tasks = list(os.scandir(f"/proc/{pid}/task"))
        for task in tasks:
            for child in Path(task.path, "children").read_text().split():
                yield from family(int(child))
    except OSError:  # it has ended
        return


def resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def proportional(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)


def none(_: int) -> int:
    return 0
