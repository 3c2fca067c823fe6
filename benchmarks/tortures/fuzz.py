"""Fuzzing: slips and malice in YAML, Markdown, tables, manuscripts and names.yaml.

No exception but the program's own, no hang, no more than 5 seconds of CPU per MB, no heap of memory.
With atheris installed it is led by what the program's code has not run yet, else by chance.
"""

from __future__ import annotations

import hashlib
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

from tortures import mutate
from tortures.targets import Target, targets

SECONDS_PER_MB, LEAST_SECONDS, MEGABYTES = 5, 1.0, 300
HANG = 30


class Hung(BaseException):
    """It took too long; no `except Exception` stops this."""


class Watch:
    """Runs targets and keeps what went wrong, the first text of each kind."""

    def __init__(self, kept: Path, patience: float = 1.0) -> None:
        self.kept, self.patience = kept, patience
        self.found: dict[str, str] = {}
        self.runs: Counter[str] = Counter()
        self.cpu: Counter[str] = Counter()
        self.slowest = 0.0
        self.folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        signal.signal(signal.SIGPROF, self._hung)

    def _hung(self, *_: object) -> None:
        raise Hung

    def run(self, target: Target, text: str, name: str = "") -> None:
        """One text given to one target; `name` tells slow ones apart."""
        start, memory = time.process_time(), _peak()
        signal.setitimer(signal.ITIMER_PROF, HANG)
        try:
            target.run(text, self.folder)
        except (Exception, Hung) as error:
            self._keep(target, text, _kind(error), traceback.format_exc())
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        took, size = time.process_time() - start, len(text.encode("utf-8", "surrogatepass")) / 2**20
        self.runs[target.name] += 1
        self.cpu[target.name] += took
        allowed = max(LEAST_SECONDS, SECONDS_PER_MB * size) * self.patience
        self.slowest = max(self.slowest, took / max(allowed, 1e-9))
        if took > allowed:
            self._keep(target, text, f"slow {name}".strip(), f"{took:.1f} s for {size:.2f} MB")
        if _peak() - memory > MEGABYTES * (1 + 2 * size):
            self._keep(target, text, f"memory {name}".strip(), f"{_peak() - memory} MB more")

    def _keep(self, target: Target, text: str, kind: str, said: str) -> None:
        key = f"{target.name}: {kind}"
        if key in self.found and len(self.found[key]) <= len(text):
            return
        if key not in self.found:
            print(f"FOUND {key}\n{said}", file=sys.stderr, flush=True)
        self.found[key] = text
        name = f"{target.name}-{hashlib.sha256(kind.encode()).hexdigest()[:8]}"
        (self.kept / f"{name}.input").write_bytes(text.encode("utf-8", "surrogatepass"))
        (self.kept / f"{name}.said").write_text(f"{key}\n{said}", "utf-8")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _kind(error: BaseException) -> str:
    """What an exception is and where it came from: the same slip is kept once."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if "/yearbook/" in one.filename] or frames
    return f"{type(error).__name__} {Path(ours[-1].filename).name}:{ours[-1].lineno}"


def by_chance(watch: Watch, seconds: float, seed: int) -> None:
    """Texts changed at random until the time is over; those changed lately are changed again."""
    dice, row = random.Random(seed), targets()
    pools = {one.name: list(one.seeds) for one in row}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        target = dice.choice(row)
        pool = pools[target.name]
        text = mutate.mutated(dice.choice(pool), target.language, target.seeds, dice)
        watch.run(target, text)
        if len(text) < 20_000 and dice.random() < 0.3:
            if len(pool) < len(target.seeds) + 200:
                pool.append(text)
            else:
                pool[len(target.seeds) + dice.randrange(200)] = text


def led(watch: Watch, seconds: float, seed: int) -> None:
    """The same led by coverage. Does not return."""
    import atheris  # type: ignore[import-not-found,unused-ignore]

    atheris.instrument_all()
    row = targets()

    def parted(data: bytes) -> tuple[Target, str]:
        return row[data[0] % len(row)], data[1:].decode("utf-8", "replace")

    def once(data: bytes) -> None:
        if data:
            watch.run(*parted(data))

    def change(data: bytes, most: int, number: int) -> bytes:
        dice = random.Random(number)
        if len(data) < 2 or dice.random() < 0.02:
            nth = dice.randrange(len(row))
            return bytes([nth]) + dice.choice(row[nth].seeds).encode()[: most - 1]
        target, text = parted(data)
        new = mutate.mutated(text, target.language, target.seeds, dice)
        return data[:1] + new.encode("utf-8", "surrogatepass")[: most - 1]

    seeds = Path(tempfile.mkdtemp())
    for nth, target in enumerate(row):
        for number, text in enumerate(target.seeds):
            (seeds / f"{nth}-{number}").write_bytes(
                bytes([nth]) + text.encode("utf-8", "surrogatepass")
            )
    words: list[Any] = [f"-max_total_time={int(seconds)}", "-max_len=100000", f"-seed={seed}"]
    words += ["-timeout=600", "-rss_limit_mb=0", "-print_final_stats=1", str(seeds)]
    atheris.Setup([sys.argv[0], *words], once, custom_mutator=change)
    atheris.Fuzz()
