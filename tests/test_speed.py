"""No case of a build becomes slower: CPU of a small yearbook, beside a fixed piece of work.

Both run in turn, in processes of their own; counted is the least user time of each, so that a slow
or busy machine does not matter. Where a limit is passed, `python benchmarks/cost.py` tells where
the time goes. Limits are 1.6 times what was measured; whoever makes it faster lowers them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.kit.bench import CASES, Bench, prepared
from benchmarks.kit.corpus import SIZES
from benchmarks.kit.generators import Generator, own
from benchmarks.kit.running import run

LIMITS = {"clean": 1.55, "unchanged": 0.25, "edited": 1.4, "retitled": 1.5, "added": 2.25}
ROUNDS = 3
TICK = 0.02  # the kernel counts no finer than this
REFERENCE = """
import hashlib, json, re
text = "".join(f"第{n}条，共{n * 7 % 991}人次，增长{n % 97}.{n % 10}%。" for n in range(2000))
for _ in range(80):
    numbers = re.findall(r"(?<![0-9.])[0-9]+(?:[.][0-9]+)?", text)
    words = {said: len(said) for said in re.split("[，。]", text)}
    data = json.dumps(sorted(words.items()), ensure_ascii=False).encode()
    total = sum(float(said) * (nth % 7) for nth, said in enumerate(numbers))
    hashlib.sha256(data * 4).hexdigest()
"""

Least = dict[str, float]


def least(
    generator: Generator, work: Path, rounds: int = ROUNDS, cases: Sequence[str] = CASES
) -> Least:
    """The least seconds of user CPU of each case, and of the reference."""
    bench = Bench(work / "corpus", generator, SIZES["small"])
    prepared([bench], SIZES["small"])
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        found["reference"].append(reference(work))
        made = bench.round(cases)
        assert made["fine"]
        for case, one in made["runs"].items():
            found[case].append(one["user"])
    return {case: min(times) for case, times in found.items()}


def reference(work: Path) -> float:
    return run((sys.executable, "-c", REFERENCE), work, memory=False).user


def too_slow(found: Least) -> Iterator[str]:
    for case, limit in LIMITS.items():
        if case in found and found[case] > limit * found["reference"] + TICK:
            yield f"{case}: {found[case] / found['reference']:.2f} of the reference, at most {limit}"


@pytest.fixture(scope="module")
def whole() -> Generator:
    """All pages and the exact search: whatever becomes slow is seen."""
    return next(one for one in own() if one.name == "yearbook-whole")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_case_is_slower_than_its_limit(whole: Generator, tmp_path: Path) -> None:
    found = least(whole, tmp_path)
    print({case: round(one / found["reference"], 2) for case, one in found.items()})
    assert list(too_slow(found)) == []


def test_a_slow_program_is_found(whole: Generator, tmp_path: Path) -> None:
    burn = f"for _ in range({round(LIMITS['clean'] + 1)}):\n exec({REFERENCE!r})"
    slow = replace(whole, commands=((sys.executable, "-c", burn), *whole.commands))
    found = least(slow, tmp_path, 1, CASES[:1])
    assert len(list(too_slow(found))) == 1


def test_a_build_that_takes_twice_as_long_is_found() -> None:
    expected = {case: limit / 1.6 for case, limit in LIMITS.items()} | {"reference": 1.0}
    assert list(too_slow(expected)) == []
    for case in LIMITS:
        assert len(list(too_slow(expected | {case: expected[case] * 2}))) == 1
