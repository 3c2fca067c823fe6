"""What the pages across years cost: CPU of a whole build with them and without them.

python benchmarks/years.py [--editions N] [--sections N] [--entries N] [--rounds N]

A made-up yearbook is written: each year keeps its sections, entries and figures; of the sentences
of an entry about half are those of the year before. Each round builds it twice into empty folders,
in turn with and without the cross-year pages, each in a process of its own; CPU is that of the
process and its workers. A pair is an entry with the same entry of the year before.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ACROSS = ("years", "through", "series", "compare", "comparing", "days", "people", "bodies")
SUBJECTS = "市总工会 各县区总工会 产业工会 基层工会 职工服务中心 技术协会".split()
ACTS = "举办培训班 开展劳动竞赛 走访困难职工 组织安全检查 推进集体协商 建设职工书屋".split()
PLACES = "清河区 临江区 高新区 开发区 物流园区 工业园区".split()
ENDS = "参加单位逐年增加 受到职工欢迎 形成长效机制 经验在全市推广 列入年度计划".split()
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
        rows = [(cpu(content, "with"), cpu(content, "without")) for _ in range(options.rounds)]
    pairs = (options.editions - 1) * options.sections * options.entries
    more = statistics.median(one - other for one, other in rows)
    ratio = statistics.median(one / other for one, other in rows)
    print(f"{options.editions} editions, {pairs} pairs, {options.rounds} rounds")
    print(
        f"with {min(row[0] for row in rows):.2f} s CPU, without {min(row[1] for row in rows):.2f}"
    )
    print(f"{more / pairs * 1000:.3f} ms a pair; {ratio:.2f} times the build without them")


def cpu(content: Path, which: str) -> float:
    """Seconds of CPU of one clean build in a process of its own, workers included."""
    with tempfile.TemporaryDirectory() as site:
        words = [sys.executable, __file__, "--build", which, "--folder", str(content)]
        before = os.times()
        subprocess.run(words, check=True, cwd=site, env=os.environ | {"PYTHONPATH": str(ROOT)})
        after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system


def build(content: Path, whole: bool) -> None:
    """Build into the current folder; without `whole` the modules of ACROSS make nothing."""
    import importlib
    from contextlib import suppress

    from yearbook.build import Job
    from yearbook.build import build as made

    for name in () if whole else ACROSS:
        with suppress(ModuleNotFoundError):
            module = importlib.import_module(f"yearbook.render.{name}")
            module.outputs = lambda site: ()  # type: ignore[attr-defined]
    made(Job(content, ROOT / "templates", Path("site")))


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
    (folder / f"{stem}.md").write_text("\n\n".join(prose) + "\n", encoding="utf-8")
    (folder / f"{stem}.yaml").write_text("\n".join(data) + "\n", encoding="utf-8")


def sentence(chance: random.Random) -> str:
    pick = chance.choice
    return (
        f"{chance.randint(1, 12)}月，{pick(SUBJECTS)}在{pick(PLACES)}{pick(ACTS)}，"
        f"由{pick(SUBJECTS)}承办，{pick(SUBJECTS)}协办，{pick(ENDS)}，{pick(ENDS)}。"
    )


if __name__ == "__main__":
    main()
