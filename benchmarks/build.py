"""How long a build takes, beside the peers that are installed: time, CPU, memory, files.

python benchmarks/build.py [--sizes small,medium,large] [--rounds N] [--peers NAME,…|none]
    [--ours NAME,…] [--only CASE,…] [--budget SECONDS] [--work DIR] [--json FILE] [--from FILE …]
    [--docs] [--chart]

Makes the corpus in the layout of each generator, then runs all of them in turn, round by round:
clean (no site and nothing kept beside it), unchanged, edited (a sentence in one entry), retitled
(the title of that entry), added (a new edition). Each run is looked at: its exit code, the number
of pages, and whether the change stands in its page. Ratios are taken within a round, to Hugo with
relative links, one search file and cached navigation. Memory is that of all processes together,
looked at 50 times a second; memory that processes share counts for each.

The JSON is written after each round. --budget ends the rounds of a generator and size after so
many seconds, --from shows the figures of a file again, or of several as those of one, --docs writes
the tables into docs/speed*.md, --chart draws docs/speed.svg.
`peers/install.py` installs peers; `--list` tells which are there.
"""

from __future__ import annotations

import argparse
import compileall
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kit import chart, generators, tables, targets
from kit.bench import CASES, Bench, prepared
from kit.corpus import SIZES
from kit.generators import HOME, ROOT, Generator
from kit.machine import load, machine


def main() -> None:
    options = arguments()
    if options.list:
        for one in (*generators.own(), *generators.peers()):
            print(f"{one.name:20} {one.version:20} {one.note}")
        return
    said = joined(options.saved) if options.saved else measured(options)
    print("\n" + tables.builds(said, "en") + "\n\n" + targets.table(said, "en"))
    if options.docs:
        tables.write("builds", lambda lang: tables.builds(said, lang))
        tables.write("targets", lambda lang: targets.table(said, lang))
    if options.chart:
        (ROOT / "docs" / "speed.svg").write_text(chart.drawn(said), "utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=tables.names, default=["small", "medium"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", type=tables.names, default=[])
    parser.add_argument("--ours", type=tables.names, default=[])
    parser.add_argument("--only", type=tables.names, default=list(CASES))
    parser.add_argument("--budget", type=float, default=float("inf"))
    parser.add_argument("--work", type=Path, default=HOME / "work")
    parser.add_argument("--json", type=Path, default=HOME / "build.json")
    parser.add_argument("--from", dest="saved", type=Path, action="append")
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--chart", action="store_true")
    parser.add_argument("--list", action="store_true")
    return parser.parse_args()


def joined(files: Sequence[Path]) -> dict[str, Any]:
    """The figures of some files as those of one, each size from the last file that has it."""
    parts = [json.loads(file.read_text("utf-8")) for file in files]
    said: dict[str, Any] = parts[-1] | {"load_before": parts[0]["load_before"]}
    for key in ("generators", "sizes"):
        said[key] = {name: one for part in parts for name, one in part[key].items()}
    return said


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """The figures of all rounds with what they depend on."""
    compileall.compile_dir(ROOT / "yearbook", quiet=1)
    found = generators.chosen(options.ours, options.peers)
    options.work.mkdir(parents=True, exist_ok=True)
    said: dict[str, Any] = {
        "date": time.strftime("%Y-%m-%d %H:%M"),
        "machine": machine(options.work),
        "load_before": load(),
        "generators": {
            one.name: {
                key: getattr(one, key) for key in ("label", "version", "note", "against", "ours")
            }
            for one in found
        },
        "sizes": {},
    }
    for name in options.sizes:
        rows: dict[str, list[Any]] = {one.name: [] for one in found}
        said["sizes"][name] = {"entries": SIZES[name].all, "pages": SIZES[name].pages, "rows": rows}
        for one, done in rounds(name, found, options):
            rows[one].append(done)
            said["load_after"] = load()
            options.json.write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    return said


def rounds(
    name: str, found: Sequence[Generator], options: argparse.Namespace
) -> Iterator[tuple[str, dict[str, Any]]]:
    """All generators in turn, round by round; none again that failed or spent its budget."""
    benches = [Bench(options.work / f"{name}-{one.name}", one, SIZES[name]) for one in found]
    prepared(benches, SIZES[name])
    left = {one.name: options.budget for one in found}
    for nth in range(options.rounds):
        for bench in benches:
            one = bench.generator.name
            if left[one] > 0:
                start = time.perf_counter()
                done = bench.round(options.only)
                left[one] -= time.perf_counter() - start if done["fine"] else left[one]
                print(f"{name} {nth + 1} {one}: {tables.line(done)}", flush=True)
                yield one, done


if __name__ == "__main__":
    main()
