"""Tries to break what the project promises, and tells which figure each promise reached.

python benchmarks/torture.py [PART …] [--quick] [--minutes N] [--json FILE]

Parts: kills, commands (other than build, killed), disks, together (builds at once), changing (files
that change while they are read), storm (of saves on serve), edits, places (the same bytes), traced
(by strace), hostile, fuzz. Without a part all but fuzz are run. `--quick` tries a tenth of each.
Nothing is written outside a temporary folder; what a machine cannot do is left out with a word.
Exit code 1 when a promise is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from tortures import changing, disk, edits, kills, places, texts, traced
from tortures.yard import Result, Results

PARTS: dict[str, Callable[[Path, bool], Results]] = {
    "kills": kills.kills,
    "commands": kills.commands,
    "disks": disk.disks,
    "together": disk.at_once,
    "changing": changing.changing,
    "storm": changing.storm,
    "edits": edits.edits,
    "places": places.places,
    "traced": traced.traced,
    "hostile": texts.hostile_texts,
    "fuzz": texts.fuzzed,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="a tenth of each part")
    parser.add_argument("--minutes", type=float, default=60, help="how long to fuzz")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    options = parser.parse_args()
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    texts.MINUTES = options.minutes
    found = {part: tried(part, options.quick) for part in options.parts or [*PARTS][:-1]}
    if options.json:
        rows = {part: [vars_of(one) for one in row] for part, row in found.items()}
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(any(one.good is False for row in found.values() for one in row))


def tried(part: str, quick: bool) -> list[Result]:
    """The results of a part, each told when it is there."""
    here, begin, row = Path.cwd(), time.monotonic(), []
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        folder = Path(name) / part
        folder.mkdir()
        for result in PARTS[part](folder, quick):
            row.append(result)
            print(f"{part:9} {result.line()}", flush=True)
        os.chdir(here)
    print(f"{part:9} ({time.monotonic() - begin:.0f} s)", flush=True)
    return row


def vars_of(result: Result) -> dict[str, object]:
    said = {True: "pass", False: "fail", None: "left out"}[result.good]
    return {"promise": result.promise, "figure": result.figure, "result": said, **result.figures}


if __name__ == "__main__":
    sys.exit(main())
