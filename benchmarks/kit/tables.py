"""Figures as tables of Markdown, in English and Chinese, and where they stand in docs/speed*.md."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .generators import BASE, ROOT
from .machine import sentence

DOCS = {"en": ROOT / "docs" / "speed.en.md", "zh": ROOT / "docs" / "speed.md"}
WORDS = {
    "en": {
        "generator": "generator",
        "wall": "wall, s",
        "user": "user CPU, s",
        "cpu": "all CPU, s",
        "memory": "memory, MB",
        "each": "ms a page",
        "pages": "pages",
        "files": "files",
        "bytes": "MB",
        "clean": "clean",
        "unchanged": "unchanged",
        "edited": "one entry edited",
        "retitled": "a title changed",
        "added": "an edition added",
        "growth": "CPU exponent, {one} to {other}",
        "grown": "memory, {one} to {other}",
        "medium": "medium",
        "small": "small",
        "large": "large",
        "head": "**{size}**: {entries} entries, {rounds} rounds",
        "took": "Measured {date}; {machine}. Load {before} before, {after} after.",
        "ratio": "{one} ÷ {other}, clean build: wall {wall}, user CPU {user}, all CPU {cpu}",
    },
    "zh": {
        "generator": "生成器",
        "wall": "用时，秒",
        "user": "用户 CPU，秒",
        "cpu": "全部 CPU，秒",
        "memory": "内存，MB",
        "each": "每页毫秒",
        "pages": "页",
        "files": "文件",
        "bytes": "MB",
        "clean": "全新构建",
        "unchanged": "没有改动",
        "edited": "改一条",
        "retitled": "改一个标题",
        "added": "加一卷",
        "growth": "CPU 指数，{one}到{other}",
        "grown": "内存，{one}到{other}",
        "medium": "中",
        "small": "小",
        "large": "大",
        "head": "**{size}**：{entries}条，{rounds}轮",
        "took": "测于{date}；{machine}。之前负载{before}，之后{after}。",
        "ratio": "{one} ÷ {other}，全新构建：用时{wall}，用户 CPU {user}，全部 CPU {cpu}",
    },
}
Rounds = Sequence[dict[str, Any]]


def builds(said: dict[str, Any], lang: str) -> str:
    """The tables of all sizes, with the machine and the versions."""
    words = WORDS[lang]
    parts = [taken(said, lang)]
    peers = [one for one in said["generators"].values() if not one["ours"]]
    parts.append(", ".join(f"{one['label']} {one['version']}" for one in peers))
    for size, found in said["sizes"].items():
        most = max(map(len, found["rows"].values()))
        head = words["head"].format(size=words[size], entries=f"{found['entries']:,}", rounds=most)
        parts += [head, clean(said, found["rows"], words), others(said, found["rows"], words)]
        parts += compared(said, found["rows"], words)
    return "\n\n".join(part for part in parts if part)


def taken(said: dict[str, Any], lang: str) -> str:
    """When and where the figures were measured."""
    return WORDS[lang]["took"].format(
        date=said["date"],
        machine=sentence(said["machine"], lang),
        before=said["load_before"][0],
        after=said["load_after"][0],
    )


def names(text: str) -> list[str]:
    """The words of an option, set apart by commas."""
    return [name for name in text.split(",") if name]


def clean(said: dict[str, Any], rows: dict[str, Rounds], words: dict[str, str]) -> str:
    heads = ["generator", "wall", "÷", "user", "÷", "cpu", "memory", "÷", "each"]
    heads += ["pages", "files", "bytes"]
    table = []
    for name, rounds in rows.items():
        if not (made := values(rounds, "clean", "wall")):
            continue
        last = rounds[-1]
        table.append(
            [
                said["generators"][name]["label"],
                spread(made),
                ratio(rows, name, BASE, "clean", "wall"),
                f"{middle(rounds, 'clean', 'user'):.2f}",
                ratio(rows, name, BASE, "clean", "user"),
                f"{middle(rounds, 'clean', 'cpu'):.2f}",
                f"{middle(rounds, 'clean', 'rss'):,.0f}",
                ratio(rows, name, BASE, "clean", "rss"),
                f"{statistics.median(made) / last['pages'] * 1000:.2f}",
                f"{last['pages']:,}",
                f"{last['files']:,}",
                f"{last['bytes'] / 1e6:,.1f}",
            ]
        )
    return markdown([words.get(head, head) for head in heads], table)


def others(said: dict[str, Any], rows: dict[str, Rounds], words: dict[str, str]) -> str:
    """The cases besides clean: wall time, and in brackets the ratio to the base."""
    cases = [
        case
        for case in ("unchanged", "edited", "retitled", "added")
        if any(values(rounds, case, "wall") for rounds in rows.values())
    ]
    table = []
    for name, rounds in rows.items():
        if not any(values(rounds, case, "wall") for case in cases):
            continue
        cells = [said["generators"][name]["label"]]
        for case in cases:
            made = values(rounds, case, "wall")
            cells.append(spread(made) if made else "–")
            cells.append(ratio(rows, name, BASE, case, "wall"))
        table.append(cells)
    heads = [words["generator"]]
    for case in cases:
        heads += [f"{words[case]}, s" if words is WORDS["en"] else f"{words[case]}，秒", "÷"]
    return markdown(heads, table) if cases else ""


def compared(said: dict[str, Any], rows: dict[str, Rounds], words: dict[str, str]) -> Iterator[str]:
    """What is compared with a peer that is not the base."""
    for name, one in said["generators"].items():
        if one["against"] in rows and values(rows.get(name, ()), "clean", "wall"):
            yield words["ratio"].format(
                one=one["label"],
                other=said["generators"][one["against"]]["label"],
                **{
                    key: ratio(rows, name, one["against"], "clean", key)
                    for key in ("wall", "user", "cpu")
                },
            )


def values(rounds: Rounds, case: str, key: str) -> list[float]:
    return [value(one, case, key) for one in rounds if one["fine"] and case in one["runs"]]


def value(one: dict[str, Any], case: str, key: str) -> float:
    run = one["runs"][case]
    return float(run["user"] + run["system"] if key == "cpu" else run[key])


def middle(rounds: Rounds, case: str, key: str) -> float:
    return statistics.median(values(rounds, case, key))


def ratio(rows: dict[str, Rounds], name: str, base: str, case: str, key: str) -> str:
    """The median of the ratios of the rounds that both ran."""
    found = ratios(rows, name, base, case, key)
    return f"{statistics.median(found):.2f}" if found else "–"


def ratios(rows: dict[str, Rounds], name: str, base: str, case: str, key: str) -> list[float]:
    both = zip(rows.get(name, ()), rows.get(base, ()), strict=False)
    return [
        value(one, case, key) / value(other, case, key)
        for one, other in both
        if one["fine"] and other["fine"] and case in one["runs"] and case in other["runs"]
    ]


def spread(found: Sequence[float]) -> str:
    low, high = min(found), max(found)
    return f"{statistics.median(found):.2f} ({low:.2f}–{high:.2f})"


def line(one: dict[str, Any]) -> str:
    """A round in a line, while it is measured."""
    return ", ".join(
        f"{case} {run['wall']:.2f} s {run['user']:.2f} user {run['rss']:.0f} MB"
        for case, run in one["runs"].items()
    )


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def write(name: str, made: Callable[[str], str]) -> None:
    """Put a table between its marks in the page of each language."""
    for lang, path in DOCS.items():
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        pattern = re.compile(f"(?<={start})(.*?)(?={end})", re.DOTALL)
        text = path.read_text("utf-8")
        assert pattern.search(text), f"{path}: no {start.strip()}"
        table = f"\n{made(lang)}\n\n".replace("\\", r"\\")
        path.write_text(pattern.sub(table, text), "utf-8")
