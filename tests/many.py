"""A made-up yearbook of any number of small volumes: the same matters every year, and a few
that come, go, are renamed and move."""

from __future__ import annotations

from pathlib import Path

FIRST = 2001
YEARBOOK = "title: 临河县水务年鉴\ninstitution: 临河县水务局\n"
EDITION = """\
volume: {year}
covers: {year}
status: released
revised: {next}-06-30
contents:
  - {{category: general, title: 综合, sections: [overview, leaders]}}
  - {{category: work, title: 业务, sections: [supply, rivers]}}
"""
OVERVIEW = "# 概述\n\n{year}年，全县供水{water}万吨。\n"
SUPPLY = """\
# {title}

本年供水平稳。

## 管网改造 {{#pipes}}

改造管网{pipes}千米。

## {meters} {{#meters}}

更换水表{meter}只。
"""
RIVERS = "# 河道\n\n## 清淤 {{#dredging}}\n\n清淤河道{dredged}条。\n\n## {year}年专项 {{#y{year}}}\n\n办结。\n"
FIGURES = {
    "overview": "figures:\n  water: {{entry: lead, label: 供水, value: {water}, unit: 万吨}}\n",
    "supply": (
        "figures:\n"
        "  pipes-length: {{entry: pipes, label: 改造管网, value: {pipes}, unit: 千米}}\n"
        "  meters-changed: {{entry: meters, label: 更换水表, value: {meter}, unit: 只}}\n"
    ),
    "rivers": "figures:\n  dredged: {{entry: dredging, label: 清淤河道, value: {dredged}, unit: 条}}\n",
    "leaders": "title: 领导名录\npeople:\n  - {{id: head, name: 周明, office: 局长}}\n",
}


def write(content: Path, count: int, first: int = FIRST, lacking: tuple[int, ...] = ()) -> None:
    """The content folder of a yearbook of `count` years, some without a volume."""
    content.mkdir(parents=True, exist_ok=True)
    (content / "yearbook.yaml").write_text(YEARBOOK, "utf-8")
    for year in range(first, first + count):
        if year not in lacking:
            add(content, year, first)


def add(content: Path, year: int, first: int = FIRST) -> None:
    """One volume: meters are called otherwise in every fourth, a spring is there in every third."""
    folder, nth = content / f"{year}", year - first
    folder.mkdir()
    said = {
        "year": year,
        "next": year + 1,
        "title": "供水",
        "meters": "水表更换" if nth % 4 == 2 else "智能水表",
        "water": 500 + 7 * nth,
        "pipes": 10 + nth,
        "meter": 300 + nth,
        "dredged": 4 + nth,
    }
    texts = {"overview.md": OVERVIEW, "supply.md": SUPPLY, "rivers.md": RIVERS}
    texts |= {f"{stem}.yaml": text for stem, text in FIGURES.items()}
    for name, text in {"edition.yaml": EDITION, **texts}.items():
        (folder / name).write_text(text.format(**said), "utf-8")
    if nth % 3 == 0:
        with (folder / "supply.md").open("a", encoding="utf-8") as file:
            file.write("\n## 水源保护 {#springs}\n\n水源保持洁净。\n")
