"""What the pages across years cost: CPU of a whole build with them and without them.

python benchmarks/years.py [--editions N] [--sections N] [--entries N] [--rounds N]

A made-up yearbook is written: each year keeps its sections, entries and figures; of the sentences
of an entry about half are those of the year before. Each has dated entries, events, people and
bodies too, and is released and locked. Each round builds it twice into empty folders, in turn with
and without what is said across years: the pages, the lines of other years, what is the same in
which year, the series, the rules. Each build is a process of its own; told are the least CPU
of the rounds and the memory at most. A pair is an entry with the same entry of the year before.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
PAGES = ("years", "through", "series", "compare", "days", "lives")
RULES = ("series", "years", "lives")
SUBJECTS = "市总工会 各县区总工会 产业工会 基层工会 职工服务中心 技术协会".split()
ACTS = "举办培训班 开展劳动竞赛 走访困难职工 组织安全检查 推进集体协商 建设职工书屋".split()
PLACES = "清河区 临江区 高新区 开发区 物流园区 工业园区".split()
ENDS = "参加单位逐年增加 受到职工欢迎 形成长效机制 经验在全市推广 列入年度计划".split()
PEOPLE = "周明远 陈立群 吴晓岚 郑国栋 何静宜 罗维平".split()
UNITS = "场 家 项 人 个 件".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--editions", type=int, default=30)
    parser.add_argument("--sections", type=int, default=12)
    parser.add_argument("--entries", type=int, default=9)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--build", choices=("with", "without"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        build(options.folder, options.build == "with")
        return
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        write(content, options)
        rounds = [(cost(content, "with"), cost(content, "without")) for _ in range(options.rounds)]
    pairs = (options.editions - 1) * options.sections * options.entries
    print(f"{options.editions} editions, {pairs} pairs, {options.rounds} rounds")
    best = []
    for which, rows in zip(("with", "without"), zip(*rounds, strict=True), strict=True):
        best.append(min(row[0] for row in rows))
        print(f"{which}: {best[-1]:.2f} s CPU, {rows[0][1]:.0f} MB at most")
    more, ratio = best[0] - best[1], best[0] / best[1]
    print(f"{more / pairs * 1000:.3f} ms a pair; {ratio:.2f} times the build without them")


def cost(content: Path, which: str) -> tuple[float, float]:
    """Seconds of CPU and megabytes of one clean build in a process of its own."""
    with tempfile.TemporaryDirectory() as site:
        words = [sys.executable, __file__, "--build", which, "--folder", str(content)]
        done = subprocess.run(words, check=True, cwd=site, stdout=subprocess.PIPE, text=True)
    used, peak = done.stdout.split()
    return float(used), float(peak)


def build(content: Path, whole: bool) -> None:
    """Build into the current folder, and print what it cost from the start of the process."""
    from yearbook.build import Job
    from yearbook.build import build as made

    if not whole:
        leave_out()
    made(Job(content, ROOT / "templates", Path("site")))
    peak = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())
    print(sum(os.times()[:4]), int(peak[1]) / 1024 if peak else 0)


def leave_out() -> None:
    """Nothing is said across years: each volume is by itself, the years in the rail apart."""
    import importlib

    from yearbook import rules
    from yearbook.render import others, site
    from yearbook.years import series, threads

    class Alone(threads.Threads):
        """No matter carries on another."""

        def _backward(self) -> list[dict[threads.Spot, tuple[threads.Stand, ...]]]:
            return [{} for _ in self.editions]

    for name in PAGES:
        module = importlib.import_module(f"yearbook.render.{name}")
        module.outputs = module.groups = lambda *_: ()  # type: ignore[attr-defined]
    for name in ("section", "entry"):
        setattr(others.Around, name, lambda *_: None)
    others.Around.years = lambda *_: {}  # type: ignore[method-assign]
    others.page = lambda *_: None  # type: ignore[assignment]
    site.Threads = Alone  # type: ignore[misc]
    site.indicators = lambda editions: series.Indicators()
    left = {f"yearbook.rules.{name}" for name in RULES}
    rules.YEARBOOK_RULES = tuple(one for one in rules.YEARBOOK_RULES if one.__module__ not in left)


def write(content: Path, options: argparse.Namespace) -> None:
    """The yearbook of as many editions, sections and entries as asked for."""
    content.mkdir()
    (content / "yearbook.yaml").write_text("title: 云川年鉴\n", encoding="utf-8")
    chance = random.Random(4)
    said: dict[tuple[int, int], list[str]] = {}
    for year in range(2000, 2000 + options.editions):
        folder = content / str(year)
        folder.mkdir()
        stems = [f"section-{n}" for n in range(options.sections)]
        (folder / "edition.yaml").write_text(
            f"volume: {year}\ncovers: {year}\nstatus: released\nfigures: declared\n"
            f"contents: [{', '.join(stems)}]\n",
            encoding="utf-8",
        )
        for nth, stem in enumerate(stems):
            write_section(folder, stem, nth, options.entries, said, chance)
        write_records(folder, stems[0], year, chance)
    lock(content)


def lock(content: Path) -> None:
    """Lock every edition as `release` does."""
    from yearbook.issues import Issues
    from yearbook.lock.file import LOCK, written
    from yearbook.read import load
    from yearbook.release import lock_of

    yearbook = load(content, Issues())
    assert yearbook
    for edition in yearbook.editions:
        said = written(lock_of(yearbook, edition.id, f"{edition.id}-12-31"))
        (content / edition.id / LOCK).write_text(said, encoding="utf-8")


def write_section(
    folder: Path,
    stem: str,
    nth: int,
    entries: int,
    said: dict[tuple[int, int], list[str]],
    chance: random.Random,
) -> None:
    prose, data = [f"# 第{nth + 1}分目"], ["figures:"]
    for entry in range(entries):
        row = said.setdefault((nth, entry), [sentence(chance) for _ in range(9)])
        row[:] = [one if chance.random() < 0.5 else sentence(chance) for one in row]
        unit, value = UNITS[entry % len(UNITS)], chance.randint(10, 9999)
        figured = f"全年{ACTS[nth % len(ACTS)]}共计{value}{unit}。"
        prose.append(f"## {ACTS[entry % len(ACTS)]}之{entry + 1} {{#entry-{entry}}}")
        prose.append("".join([*row[:5], figured]) + "\n\n" + "".join(row[5:]))
        data.append(
            f"  f-{nth}-{entry}: {{entry: entry-{entry}, label: {ACTS[nth % len(ACTS)]},"
            f" value: {value}, unit: {unit}}}"
        )
    dates = (
        f"  entry-{entry}: {{date: {folder.name}-{nth % 12 + 1:02}-{entry + 1:02}}}"
        for entry in range(0, entries, 3)
    )
    data += ["entries:", *dates]
    (folder / f"{stem}.md").write_text("\n\n".join(prose) + "\n", encoding="utf-8")
    (folder / f"{stem}.yaml").write_text("\n".join(data) + "\n", encoding="utf-8")


def write_records(folder: Path, stem: str, year: int, chance: random.Random) -> None:
    """Events, people and bodies of a year, added to the data of a section."""
    events = (
        f"  - {{id: event-{month}, date: {year}-{month:02}-{chance.randint(1, 28):02},"
        f" text: {chance.choice(SUBJECTS)}{chance.choice(ACTS)}。}}"
        for month in range(1, 13)
    )
    people = (
        f"  - {{id: person-{n}, name: {name}, office: {'副' * (n > 0)}主席}}"
        for n, name in enumerate(PEOPLE)
        if n == 0 or chance.random() < 0.8
    )
    bodies = (f"  - {{id: body-{n}, name: 市{name}}}" for n, name in enumerate(SUBJECTS[1:]))
    rows = ["events:", *events, "people:", *people, "bodies:", *bodies]
    with (folder / f"{stem}.yaml").open("a", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")


def sentence(chance: random.Random) -> str:
    pick = chance.choice
    return (
        f"{chance.randint(1, 12)}月，{pick(SUBJECTS)}在{pick(PLACES)}{pick(ACTS)}，"
        f"由{pick(SUBJECTS)}承办，{pick(SUBJECTS)}协办，{pick(ENDS)}，{pick(ENDS)}。"
    )


if __name__ == "__main__":
    main()
