"""How long a build takes, beside the peers that are installed: time, CPU, memory, files.

python benchmarks/build.py [--sizes small,medium,large] [--rounds N] [--peers NAME,…|none]
    [--ours NAME,…] [--only CASE,…] [--budget SECONDS] [--work DIR] [--json FILE] [--from FILE]
    [--docs] [--chart]

Makes the corpus in the layout of each generator, then runs all of them in turn, round by round:
clean (no site and nothing kept beside it), unchanged, edited (a sentence in one entry), retitled
(the title of that entry), added (a new edition). Each run is looked at: its exit code, the number
of pages, and whether the change stands in its page. Ratios are taken within a round, to Hugo with
relative links, one search file and cached navigation. Memory is that of all processes together,
looked at 50 times a second; memory that processes share counts for each.

--budget ends the rounds of a generator and size after so many seconds, --from shows the figures of
a file again, --docs writes the tables into docs/speed*.md, --chart draws docs/speed.svg.
`peers/install.py` installs peers; `--list` tells which are there.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kit import chart, generators, tables
from kit.corpus import (
    LAST_YEAR,
    SAID,
    SIZES,
    TITLE,
    Edition,
    Size,
    Spot,
    edited,
    edition,
    editions,
    retitled,
    spot,
)
from kit.generators import HOME, ROOT, Generator
from kit.layouts import Folder
from kit.machine import load, machine
from kit.running import Run, run

CASES = ("clean", "unchanged", "edited", "retitled", "added")
NEARLY = 0.98  # some peers leave out a page for a section


def main() -> None:
    options = arguments()
    if options.list:
        for one in (*generators.own(), *generators.peers()):
            print(f"{one.name:20} {one.version:20} {one.note}")
        return
    if options.saved:
        said = json.loads(options.saved.read_text("utf-8"))
    else:
        said = measured(options)
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    print("\n" + tables.builds(said, "en"))
    if options.docs:
        tables.write("builds", lambda lang: tables.builds(said, lang))
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
    parser.add_argument("--from", dest="saved", type=Path)
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--chart", action="store_true")
    parser.add_argument("--list", action="store_true")
    return parser.parse_args()


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
        rows = rounds(name, found, options)
        said["sizes"][name] = {"entries": SIZES[name].all, "pages": SIZES[name].pages, "rows": rows}
    return said | {"load_after": load()}


def rounds(
    name: str, found: Sequence[Generator], options: argparse.Namespace
) -> dict[str, list[dict[str, Any]]]:
    """For each generator its rounds; a round is a run for each case, and the files of the site."""
    benches = [Bench(options.work / f"{name}-{one.name}", one, SIZES[name]) for one in found]
    prepared(benches, SIZES[name])
    rows: dict[str, list[dict[str, Any]]] = {one.name: [] for one in found}
    spent = dict.fromkeys(rows, 0.0)
    for nth in range(options.rounds):
        for bench in benches:
            row = rows[bench.generator.name]
            if spent[bench.generator.name] < options.budget and all(one["fine"] for one in row):
                start = time.perf_counter()
                row.append(bench.round(options.only))
                spent[bench.generator.name] += time.perf_counter() - start
                print(
                    f"{name} {nth + 1} {bench.generator.name}: {tables.line(row[-1])}", flush=True
                )
    return rows


def prepared(benches: Sequence[Bench], size: Size) -> None:
    """Write the corpus for each, once."""
    stale = [one for one in benches if not one.ready.exists()]
    if stale:
        corpus = editions(size)
        for one in stale:
            shutil.rmtree(one.path, ignore_errors=True)
            one.folder.write(corpus)
            one.ready.touch()


class Bench:
    """A generator with its corpus."""

    def __init__(self, path: Path, generator: Generator, size: Size, *, pss: bool = False) -> None:
        self.pss = pss
        self.path, self.generator, self.size = path, generator, size
        self.folder = Folder(path, generator.layout)
        self.ready = path / ".ready"
        self.where = spot(size)
        self.edition = edition(self.where.year, size)
        self.wrong = ""

    def round(self, cases: Sequence[str]) -> dict[str, Any]:
        """All cases in turn; then the corpus is as before."""
        self.wrong = ""
        made: dict[str, Any] = {"runs": {}}
        with self.changing():
            for case in CASES:
                if case in cases or case == "clean":
                    self.change(case)
                    done = self._run()
                    made["runs"][case] = {
                        k: v for k, v in asdict(done).items() if k not in ("said", "code")
                    }
                    self._look(case, done)
                    if case == "clean":
                        made |= counted(self.path / self.generator.site)
                        if made["pages"] < self.generator.pages(self.size) * NEARLY:
                            self.wrong += f"clean: {made['pages']} pages; "
                if self.wrong:
                    print(f"{self.path}: {self.wrong}", file=sys.stderr)
                    break
        return made | {"fine": not self.wrong}

    @contextmanager
    def changing(self) -> Iterator[None]:
        """The corpus may be changed; it is as before in the end, or written again the next time."""
        self.ready.unlink()
        yield
        self.folder.restore()
        self.ready.touch()

    def change(self, case: str) -> None:
        """Make what the case is about; a clean one has no site and nothing kept beside it."""
        if case == "clean":
            for name in (self.generator.site, *self.generator.left):
                path = self.path / name
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        elif case == "edited":
            self._put(edited(self.edition, self.where))
        elif case == "retitled":
            self._put(retitled(edited(self.edition, self.where), self.where))
        elif case == "added":
            self._put(edition(LAST_YEAR + 1, self.size))
            whole = range(LAST_YEAR - self.size.editions + 1, LAST_YEAR + 2)
            self.folder.put(self.generator.layout.common([Edition(year, ()) for year in whole]))

    def _put(self, changed: Edition) -> None:
        self.folder.put(self.generator.layout.edition(changed))

    def _run(self) -> Run:
        first, *more = self.generator.commands
        done = run(first, self.path, pss=self.pss)
        for words in more:
            done = done.and_then(run(words, self.path, pss=self.pss))
        return done

    def _look(self, case: str, done: Run) -> None:
        """Whether the run did what it should have."""
        year = LAST_YEAR + 1 if case == "added" else self.where.year
        page = self.path / self.generator.page_of(Spot(year, self.where.section, self.where.entry))
        text = page.read_text("utf-8") if page.exists() else ""
        wanted = {"edited": SAID, "retitled": TITLE}.get(case, "<main")
        if done.code or wanted not in text:
            lack = f"lacks {wanted}" if text else "is missing"
            self.wrong = f"{case}: code {done.code}, {page.name} {lack}; {done.said[-2000:]}"


def counted(site: Path) -> dict[str, int]:
    """The files, their bytes, and how many of them are pages."""
    files, size, pages = 0, 0, 0
    for entry in walked(site):
        files += 1
        size += entry.stat().st_size
        pages += entry.name.endswith(".html")
    return {"files": files, "bytes": size, "pages": pages}


def walked(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    if Path(folder).exists():
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                yield from walked(entry.path)
            else:
                yield entry


if __name__ == "__main__":
    main()
