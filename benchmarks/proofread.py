"""How fast the rules of proofreading are, one by one.

python benchmarks/proofread.py CONTENT [--check]

Reads the content and prints for each rule its CPU time, the characters it sees in a second and
what it found; at the end all of them together. With `--check` also CPU and memory of the whole
command without proofreading and with it, each in a process of its own with nothing built before.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from yearbook.issues import Issues
from yearbook.proofread import COPY_RULES, PROOF_RULES, characters
from yearbook.proofread.copy import Copy, Proof, proofs
from yearbook.read import load
from yearbook.rules.scope import Finding

CHECK = """
import sys
from yearbook import proofread
from yearbook.cli import main
if sys.argv.pop(1) == "without":
    proofread.read = lambda yearbook: iter(())
main(["check", "--quiet", *sys.argv[1:]])
"""
Rule = Callable[[], Iterator[Finding]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    for way in ("without", "with") if options.check else ():
        _check(options.content, way)
    yearbook = load(options.content, Issues())
    assert yearbook is not None
    read = list(proofs(yearbook))
    copies = [copy for proof in read for copy in proof.copies]
    start = time.process_time()
    size = sum(len(copy.words) for copy in copies)
    signs = sum(len(copy.signs) for copy in copies)
    shared = time.process_time() - start
    print(f"{size} characters in {len(copies)} copies, {signs / len(copies):.0f} different in each")
    print(f"{'rule':24} {'s':>6} {'M/s':>7}  found")
    print(f"{'(words and signs)':24} {shared:6.2f} {size / shared / 1e6:7.1f}")
    own: list[Callable[[Any], Iterator[Finding]]] = [*characters.COPY_RULES]
    own += characters.PROOF_RULES
    every: tuple[Callable[[Any], Iterator[Finding]], ...] = (*COPY_RULES, *PROOF_RULES)
    spent = {rule: _measure(rule, read, copies, size) for rule in every}
    _total("rules of characters", shared + sum(spent[rule] for rule in own), size)
    _total("all rules", shared + sum(spent.values()), size)


def _measure(
    rule: Callable[[Any], Iterator[Finding]], read: list[Proof], copies: list[Copy], size: int
) -> float:
    """Run a rule over everything; its CPU time, printed with what it found."""
    start = time.process_time()
    seen = copies if rule in COPY_RULES else read
    found = Counter(code for one in seen for _, code, _ in rule(one))
    spent = time.process_time() - start
    said = ", ".join(f"{code} {count}" for code, count in sorted(found.items()))
    name = f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"
    print(f"{name:24} {spent:6.2f} {size / max(spent, 1e-6) / 1e6:7.1f}  {said}")
    return spent


def _check(content: Path, way: str) -> None:
    """Run the whole command, and print its CPU time and the most memory of both so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-c", CHECK, way, "--content", str(content)]
        words += ["--templates", str(ROOT / "templates"), "--site", f"{folder}/site"]
        subprocess.run(words, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"check {way} proofreading: {cpu:.1f} s CPU, {after.ru_maxrss // 1024} MB")


def _total(name: str, spent: float, size: int) -> None:
    print(f"{name:24} {spent:6.2f} {size / spent / 1e6:7.1f}")


if __name__ == "__main__":
    main()
