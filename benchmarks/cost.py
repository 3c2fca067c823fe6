"""Where the CPU of a build goes: what each stage and each feature costs an entry.

python benchmarks/cost.py [--sizes small,medium,large] [--rounds N] [--case clean|edited]
    [--ours NAME] [--work DIR] [--json FILE] [--from FILE] [--docs] [--modules N]

A build runs in one process, on one core, and a clock of CPU time stops it 250 times a second to see
where it is. The time counts for the innermost module that belongs to a stage or feature: a page of
the indexes counts for the indexes, its template too, and the search of a sentence's twin in another
year for what is across years, also when a rule asks. --modules N names the N dearest modules.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

from kit import generators, tables
from kit.bench import Bench, prepared
from kit.corpus import SIZES
from kit.generators import HOME, ROOT, Generator
from kit.machine import load, machine
from kit.running import run

EVERY = 0.004
ACROSS = (
    "years through series serieslist seriesrows compare comparedata compareview changes chronicle"
    " days lives others trend trendbars trendline"
).split()
TEMPLATES = (
    "allseries chronicle compare compared compares days lives multiples series through trend years"
).split()
DATA = "data datarows dataset package cite feed sitemap".split()
STAGES = {
    **{f"yearbook.render.{name}": "across" for name in ACROSS},
    **{f"yearbook.templates.{name}": "across" for name in TEMPLATES},
    **{f"yearbook.render.{name}": "data" for name in DATA},
    "yearbook.templates.search": "search",
    "yearbook.templates.indexes": "indexes",
    "yearbook.templates": "pages",
    "yearbook.render.assets": "theme",
    "jinja2.compiler": "theme",
    "jinja2.lexer": "theme",
    "jinja2.nodes": "theme",
    "jinja2.parser": "theme",
    "jinja2.visitor": "theme",
    "yearbook.render.search": "search",
    "yearbook.render.finding": "search",
    "yearbook.render.indexes": "indexes",
    "yearbook.years": "across",
    "yearbook.rules.series": "across",
    "yearbook.rules.years": "across",
    "yearbook.rules.lives": "across",
    "yearbook.cite": "data",
    "yearbook.search": "search",
    "yearbook.indexes": "indexes",
    "yearbook.read": "read",
    "yearbook.markup": "markup",
    "yearbook.rules": "check",
    "yearbook.proofread": "check",
    "yearbook.lock": "check",
    "yearbook.write": "write",
    "yearbook.render": "pages",
}
FEATURES = {"across", "data", "search", "indexes"}  # pages of theirs count for them
NAMES = {
    "start": {"en": "start and imports", "zh": "启动与导入模块"},
    "read": {"en": "read the files", "zh": "读文件"},
    "markup": {"en": "mark up the prose", "zh": "解析正文"},
    "check": {"en": "check", "zh": "检查"},
    "theme": {"en": "templates, styles, scripts", "zh": "模板、样式与脚本"},
    "pages": {"en": "pages of the volumes", "zh": "各卷页面"},
    "indexes": {"en": "indexes", "zh": "索引"},
    "data": {"en": "data and citations", "zh": "数据与引用格式"},
    "search": {"en": "search", "zh": "搜索"},
    "across": {"en": "across years", "zh": "跨年内容"},
    "write": {"en": "write, list, swap", "zh": "写出、清单、替换"},
    "rest": {"en": "the rest", "zh": "其余"},
}
ALL = {"en": "all", "zh": "合计"}
HEADS = {
    "en": ("stage or feature", "{size}: ms an entry", "share"),
    "zh": ("阶段或功能", "{size}：每条毫秒", "占比"),
}


def main() -> None:
    options = arguments()
    if options.child:
        child(options.child)
        return
    if options.saved:
        said = json.loads(options.saved.read_text("utf-8"))
    else:
        said = costs(options)
        options.json.write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    print(table(said, "en"))
    for name, found_in in said["sizes"].items():
        for module, seconds in list(found_in["modules"].items())[: options.modules]:
            print(f"{name} {seconds / found_in['entries'] * 1000:7.3f} ms {module}")
    if options.docs:
        tables.write("cost", lambda lang: table(said, lang))


def costs(options: argparse.Namespace) -> dict[str, Any]:
    """The seconds of each size, with what they depend on."""
    found = {one.name: one for one in generators.own()}[options.ours]
    options.work.mkdir(parents=True, exist_ok=True)
    said: dict[str, Any] = {
        "date": time.strftime("%Y-%m-%d %H:%M"),
        "machine": machine(options.work),
        "load_before": load(),
        "generator": found.label,
        "sizes": {},
    }
    for name in options.sizes:
        said["sizes"][name] = measured(options.work / f"{name}-{found.name}", found, name, options)
    return said | {"load_after": load()}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=tables.names, default=["medium"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--case", choices=("clean", "edited"), default="clean")
    parser.add_argument("--ours", default="yearbook-whole")
    parser.add_argument("--work", type=Path, default=HOME / "work")
    parser.add_argument("--json", type=Path, default=HOME / "cost.json")
    parser.add_argument("--from", dest="saved", type=Path)
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--modules", type=int, default=0)
    parser.add_argument("--child", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser.parse_args()


def measured(
    path: Path, found: Generator, name: str, options: argparse.Namespace
) -> dict[str, Any]:
    """The seconds of each stage and module, the median of the rounds."""
    bench = Bench(path, found, SIZES[name])
    prepared([bench], SIZES[name])
    words = (sys.executable, __file__, "--child", *found.commands[0][2:])
    rounds = []
    for _ in range(options.rounds):
        with bench.changing():
            bench.change("clean")
            if options.case == "edited":
                run(found.commands[0], path)
                bench.change("edited")
            done = run(words, path, memory=False)
        if done.code:
            sys.exit(done.said)
        rounds.append(json.loads(done.said.splitlines()[-1]))
    return {
        "entries": SIZES[name].all,
        "stages": middle([one["stages"] for one in rounds]),
        "modules": middle([one["modules"] for one in rounds]),
    }


def middle(rounds: list[dict[str, float]]) -> dict[str, float]:
    """The median of each, the dearest first."""
    keys = {key for one in rounds for key in one}
    made = {key: statistics.median(one.get(key, 0.0) for one in rounds) for key in keys}
    return dict(sorted(made.items(), key=lambda one: -one[1]))


def table(said: dict[str, Any], lang: str) -> str:
    first, each, share = HEADS[lang]
    heads = [first]
    for size in said["sizes"]:
        heads += [each.format(size=tables.WORDS[lang][size]), share]
    rows = [[names[lang]] for names in NAMES.values()] + [[f"**{ALL[lang]}**"]]
    for found in said["sizes"].values():
        total = sum(found["stages"].values())
        for row, stage in zip(rows, (*NAMES, None), strict=True):
            seconds = found["stages"].get(stage, 0) if stage else total
            row += [f"{seconds / found['entries'] * 1000:.3f}", f"{seconds / total * 100:.0f} %"]
    return tables.taken(said, lang) + "\n\n" + tables.markdown(heads, rows)


# In the process that builds


def child(words: list[str]) -> None:
    """Build, with these words of the command line, and print where the time went."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sys.path.insert(0, str(ROOT))
    stages: Counter[str] = Counter()
    modules: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        stage, module = place(frame)
        stages[stage] += 1
        modules[module] += 1

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from yearbook.cli import main  # type: ignore[import-untyped, unused-ignore]

    code = main(words)
    signal.setitimer(signal.ITIMER_PROF, 0)
    each = time.process_time() / max(1, stages.total())
    seconds = [{key: n * each for key, n in one.items()} for one in (stages, modules)]
    print(json.dumps({"stages": seconds[0], "modules": seconds[1]}))
    sys.exit(code)


def place(frame: FrameType | None) -> tuple[str, str]:
    """The stage and the module that a moment belongs to."""
    page = None
    while frame:
        name = module_of(frame)
        if name == "importlib._bootstrap":
            return "start", "imports"
        stage = stage_of(name)
        if stage == "pages":
            page = page or (stage, name)
        elif stage and not (page and stage not in FEATURES):
            return stage, name
        frame = frame.f_back
    return page or ("rest", "rest")


def module_of(frame: FrameType) -> str:
    """The name of the module, or of the template that Jinja made it of."""
    names = frame.f_globals
    if "environment" in names and "blocks" in names:
        return f"yearbook.templates.{names['name'].partition('.')[0]}"
    return str(names.get("__name__", ""))


def stage_of(module: str) -> str:
    while module:
        if module in STAGES:
            return STAGES[module]
        module = module.rpartition(".")[0]
    return ""


if __name__ == "__main__":
    main()
