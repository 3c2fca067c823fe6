"""What was to be reached beside Hugo, and what was."""

from __future__ import annotations

import statistics
from typing import Any, NamedTuple

from .generators import BASE
from .tables import Rounds, markdown, ratios, values

PAGEFIND = "hugo-pagefind"
SIZES = ("medium", "large")
HEADS = {
    "en": ("what", "medium: target", "reached", "large: target", "reached"),
    "zh": ("项", "中：目标", "达到", "大：目标", "达到"),
}


class Target(NamedTuple):
    """A figure of ours in a case, over that of a peer or by itself, and what it may be at most."""

    en: str
    zh: str
    name: str
    against: str
    case: str
    key: str
    most: tuple[float, float]


TARGETS = (
    Target("clean build, wall ÷ Hugo", "全新构建，用时 ÷ Hugo", "yearbook", BASE, "clean", "wall",
           (0.8, 0.7)),
    Target("clean build, user CPU ÷ Hugo", "全新构建，用户 CPU ÷ Hugo", "yearbook", BASE, "clean",
           "user", (0.8, 0.6)),
    Target("one entry edited, wall ÷ Hugo", "改一条，用时 ÷ Hugo", "yearbook", BASE, "edited",
           "wall", (0.25, 0.05)),
    Target("nothing changed, wall ÷ Hugo", "没有改动，用时 ÷ Hugo", "yearbook", BASE, "unchanged",
           "wall", (0.08, 0.03)),
    Target("memory, MB", "内存，MB", "yearbook", "", "clean", "rss", (120, 200)),
    Target("memory ÷ Hugo", "内存 ÷ Hugo", "yearbook", BASE, "clean", "rss", (0.25, 0.25)),
    Target("exact search, all CPU ÷ (Hugo + Pagefind)", "精确检索，全部 CPU ÷（Hugo + Pagefind）",
           "yearbook-exact", PAGEFIND, "clean", "cpu", (0.5, 0.5)),
)  # fmt: skip


def table(said: dict[str, Any], lang: str) -> str:
    """The targets of the sizes that were measured, as a table of Markdown."""
    rows = []
    for one in TARGETS:
        cells = [one.zh if lang == "zh" else one.en]
        for size, most in zip(SIZES, one.most, strict=True):
            found = said["sizes"].get(size, {"rows": {}})["rows"]
            cells += [f"≤ {most:g}", _reached(one, found)]
        rows.append(cells)
    return markdown(HEADS[lang], rows)


def _reached(one: Target, rows: dict[str, Rounds]) -> str:
    """The median, of ratios where it is over that of a peer."""
    if one.against:
        found = ratios(rows, one.name, one.against, one.case, one.key)
        return _short(statistics.median(found)) if found else "–"
    made = values(rows.get(one.name, ()), one.case, one.key)
    return f"{statistics.median(made):,.0f}" if made else "–"


def _short(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.3f}"
