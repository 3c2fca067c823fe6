"""How much memory a build takes, all its processes together, and how it grows with the yearbook.

python benchmarks/memory.py [--sizes small,medium,large] [--rounds N] [--ours NAME,…]
    [--peers NAME,…] [--work DIR] [--json FILE] [--from FILE] [--docs]

Looks 10 times a second, at clean builds, after an edit and when nothing changed. Told are the
resident memory of all processes, where memory that they share counts for each, and the
proportional one (PSS), where it counts once: what the machine really needs. The growth is the
exponent e in `CPU ~ entries ** e` between the two largest sizes, and how many times the memory.
To look costs the kernel time, so that times are those of benchmarks/build.py, not of this.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from pathlib import Path
from typing import Any

from kit import generators, tables
from kit.bench import Bench, prepared
from kit.corpus import SIZES
from kit.generators import HOME
from kit.machine import load, machine

CASES = ("clean", "unchanged", "edited")


def main() -> None:
    options = arguments()
    if options.saved:
        said = json.loads(options.saved.read_text("utf-8"))
    else:
        said = measured(options)
        options.json.write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    print(table(said, "en"))
    if options.docs:
        tables.write("memory", lambda lang: table(said, lang))


def measured(options: argparse.Namespace) -> dict[str, Any]:
    """The rounds of each generator and size."""
    found = generators.chosen(options.ours, options.peers)
    options.work.mkdir(parents=True, exist_ok=True)
    said: dict[str, Any] = {
        "date": time.strftime("%Y-%m-%d %H:%M"),
        "machine": machine(options.work),
        "load_before": load(),
        "labels": {one.name: one.label for one in found},
        "sizes": {},
    }
    for name in options.sizes:
        benches = [
            Bench(options.work / f"{name}-{one.name}", one, SIZES[name], pss=True) for one in found
        ]
        prepared(benches, SIZES[name])
        rows: dict[str, list[Any]] = {one.name: [] for one in found}
        for _ in range(options.rounds):
            for bench in benches:
                rows[bench.generator.name].append(bench.round(CASES))
        said["sizes"][name] = {"entries": SIZES[name].all, "rows": rows}
    return said | {"load_after": load()}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=tables.names, default=["small", "medium"])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--ours", type=tables.names, default=[])
    parser.add_argument("--peers", type=tables.names, default=[generators.BASE])
    parser.add_argument("--work", type=Path, default=HOME / "work")
    parser.add_argument("--json", type=Path, default=HOME / "memory.json")
    parser.add_argument("--from", dest="saved", type=Path)
    parser.add_argument("--docs", action="store_true")
    return parser.parse_args()


def table(said: dict[str, Any], lang: str) -> str:
    """A row for each generator: memory in each size and case, and how both grow."""
    words = tables.WORDS[lang]
    sizes = list(said["sizes"])
    heads = [words["generator"]]
    comma = ", " if lang == "en" else "，"
    heads += [f"{words[size]}{comma}{words[case]}" for size in sizes for case in CASES]
    grown = len(sizes) > 1
    if grown:
        heads += [words[key].format(one=words[sizes[-2]], other=words[sizes[-1]]) for key in GROWTH]
    rows = []
    for name, label in said["labels"].items():
        rounds = [said["sizes"][size]["rows"][name] for size in sizes]
        if not all(tables.values(one, "edited", "rss") for one in rounds):
            continue
        cells = [label]
        for one in rounds:
            for case in CASES:
                cells.append(" / ".join(said_of(one, case, key) for key in ("rss", "pss")))
        if grown:
            factor = said["sizes"][sizes[-1]]["entries"] / said["sizes"][sizes[-2]]["entries"]
            before, after = (tables.middle(one, "clean", "cpu") for one in rounds[-2:])
            cells.append(f"{math.log(after / before) / math.log(factor):.2f}")
            low, high = (most(one, "clean", "pss") for one in rounds[-2:])
            cells.append(f"×{high / low:.2f}")
        rows.append(cells)
    return tables.taken(said, lang) + "\n\n" + tables.markdown(heads, rows)


GROWTH = ("growth", "grown")


def said_of(rounds: tables.Rounds, case: str, key: str) -> str:
    """A run that ended before it could be looked at has no figure."""
    found = most(rounds, case, key)
    return f"{found:.0f}" if found >= 1 else "–"


def most(rounds: tables.Rounds, case: str, key: str) -> float:
    return max(tables.values(rounds, case, key))


if __name__ == "__main__":
    main()
