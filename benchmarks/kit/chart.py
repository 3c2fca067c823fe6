"""The chart of the README: time of a clean build and after an edit, beside the peers.

An SVG of its own styles, readable on light and dark, with words in English and Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from .generators import BASE
from .machine import sentence
from .tables import middle, values

WIDTH, LEFT, PANEL, GAP = 920, 216, 236, 68
TOP, ROW, BAR, BELOW = 74, 30, 18, 52
LONGEST = 6  # bars go to so many times the base; longer ones are cut, and say so
STYLE = """
text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; fill: #1f2328 }
.head { font-weight: 600 } .small { font-size: 11px } .note, .small { fill: #59636e }
.bar { fill: #9aa4ae } .own { fill: #a4262c } .base { fill: #57606a }
.axis { stroke: #d1d9e0 } .cut { fill: #fff }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .note, .small { fill: #9198a1 }
  .bar { fill: #656c76 } .own { fill: #f0787c } .base { fill: #9aa4ae }
  .axis { stroke: #3d444d } .cut { fill: #0d1117 }
}
"""
PANELS = (("clean", "Clean build", "全新构建"), ("edited", "One entry edited", "改一条后再构建"))


def drawn(said: dict[str, Any]) -> str:
    """The chart of the largest size that was measured."""
    _, found = max(said["sizes"].items(), key=lambda one: one[1]["entries"])
    rows = {name: one for name, one in found["rows"].items() if values(one, "clean", "wall")}
    names = sorted(rows, key=lambda name: middle(rows[name], "clean", "wall"))
    height = TOP + ROW * len(names) + BELOW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
        f' width="{WIDTH}" height="{height}" role="img" aria-labelledby="title">',
        f'<title id="title">{escape(summary(said, rows, names))}</title>',
        f"<style>{STYLE}</style>",
        text(0, 20, f"{found['entries']:,} entries, seconds (median)", "head"),
        text(WIDTH, 20, f"{found['entries']:,}条，秒（中位数）", "head", "end"),
    ]
    for nth, name in enumerate(names):
        one = said["generators"][name]
        parts.append(text(LEFT - 10, TOP + ROW * nth + 14, one["label"], anchor="end"))
    for nth, panel in enumerate(PANELS):
        parts += drawn_panel(said, rows, names, LEFT + nth * (PANEL + GAP), panel)
    parts.append(text(WIDTH, TOP - 16, "pages · 网页", "note", "end"))
    for nth, name in enumerate(names):
        pages = f"{rows[name][-1]['pages']:,}"
        parts.append(text(WIDTH, TOP + ROW * nth + 14, pages, "note", "end"))
    parts += [
        text(0, height - 26, sentence(said["machine"], "en"), "small"),
        text(0, height - 8, versions(said, names), "small"),
        "</svg>\n",
    ]
    return "\n".join(parts)


def drawn_panel(
    said: dict[str, Any],
    rows: dict[str, Any],
    names: Sequence[str],
    left: int,
    panel: tuple[str, str, str],
) -> Iterator[str]:
    case, english, chinese = panel
    timed = {
        name: middle(rows[name], case, "wall") for name in names if values(rows[name], case, "wall")
    }
    if not timed:
        return
    most = max(timed.values())
    top = min(most, LONGEST * timed.get(BASE, most))
    yield text(left, TOP - 16, f"{english} · {chinese}", "note")
    yield f'<path class="axis" d="M{left}.5 {TOP - 6}v{ROW * len(names) + 4}"/>'
    for nth, name in enumerate(names):
        if name in timed:
            kind = "own" if said["generators"][name]["ours"] else "base" if name == BASE else "bar"
            yield from bar(left, TOP + ROW * nth, timed[name], top, kind)


def bar(left: int, y: int, seconds: float, top: float, kind: str) -> Iterator[str]:
    long = max(1.5, min(seconds / top, 1) * PANEL)
    yield f'<rect class="{kind}" x="{left}" y="{y}" width="{long:.1f}" height="{BAR}" rx="2"/>'
    if seconds > top * 1.001:
        x = left + PANEL - 26
        yield f'<path class="cut" d="M{x + 7} {y - 1}h5l-7 {BAR + 2}h-5z"/>'
    said = f"{seconds:.{2 if seconds < 10 else 1 if seconds < 100 else 0}f}"
    yield text(left + round(long) + 6, y + 14, said)


def text(x: int, y: int, said: str, kind: str = "", anchor: str = "start") -> str:
    chosen = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}"{chosen}>{escape(said)}</text>'


def summary(said: dict[str, Any], rows: dict[str, Any], names: Sequence[str]) -> str:
    """The clean builds in words, for those who do not see the picture."""
    each = (
        f"{said['generators'][name]['label']} {middle(rows[name], 'clean', 'wall'):.2f} s"
        for name in names
    )
    return "Clean build · 全新构建: " + ", ".join(each)


def versions(said: dict[str, Any], names: Sequence[str]) -> str:
    found = (said["generators"][name] for name in names)
    return ", ".join(f"{one['label']} {one['version']}" for one in found if not one["ours"])
