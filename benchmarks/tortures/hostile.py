"""Texts made to be slow or deep, in every kind of file: at most 5 seconds of CPU per MB each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tortures.fuzz import Watch
from tortures.targets import Target, targets

SIZE = 200_000
SINGLES = "a1A中 \t\u3000\n\"'“”‘’《》（）()[]{}<>*_`~^#|-—.:,，。、；;&\\/@=!?+%·①〇一第年元约其\ufeff\u200b⼯０"
PAIRS = (
    "a |1,|1.|1-|中，|《中》、|“中|“‘|（(|《（|“中”|”中“|(a|a@|[a](|![](|[[|](|{~~a~>|~~}|{>>|<a|<a:|**a|*a|_a_"
    "|- |> |1. || |\\|a|&a|&amp;|\\u|\\|http://|http:a |www.|a.|一、|年1月|2017年|7.26|7-26|中 1|1 中|其中：|12:"
    "|[^a|[^a]|[^a]: |a\n|中\n|# |## |1、|第1|第一章|  a|%1|1%|1万元|（一）|张三 李四 |是是|今年|目前|我市|一是|二是"
    "|①②|增长1%|约1多|1人，|共1人|合计|3项|第一名|、|“张三”|《甲》《乙》|市总工会|2017年1月1日|1:1|a: |- a|{a: |[a, |&a *a |? |!a "
    "|'|\"\"|''|<p>|</p>|<b>|<td>|&lt;|\r|\r\n|中a|a中|１|（1）|<<|>>|==|^1^|~~|``|# a {#a}|\n\n|\n- a\n\n|\n| a | b |"
).split("|")
IN = {
    "section.md": "# 阅读\n\n{}\n\n## 条目 {{#one}}\n\n{}\n",
    "prose": "{}",
    "section.yaml": 'summary_en: {}\nfigures:\n  holdings: {{entry: lead, label: x, value: 1, unit: 册, note: "{}"}}\n',
    "names.yaml": "a: {{name: 甲, kind: term, gloss: {}}}\nb: {}\n",
    "table.csv": '甲,乙\n{},"{}"\n',
    "manuscript.txt": "第一章 总述\n\n{}\n\n{}\n",
    "manuscript.html": "<h1>第一章 总述</h1><p>{}<p>{}",
    "sheet.csv": '甲,乙\n{},"{}"\n',
}
COUNT = 100_000


def texts() -> Iterator[str]:
    """Runs of one thing, with something else at the end."""
    for one in (*SINGLES, *filter(None, PAIRS), "| ", "|a", "a|", "\n| a | b |"):
        yield one * (SIZE // 2 // len(one))
        yield one * (SIZE // 2 // len(one)) + "。!x"


def many() -> Iterator[tuple[str, str, str]]:
    """A name, a target and a text with a hundred thousand of something."""
    rows = range(COUNT)
    entries = "".join(f"## 条目{n} {{#e{n}}}\n\n文。\n\n" for n in rows)
    yield "headings", "section.md", f"# 阅读\n\n{entries}"
    yield "entries without ids", "section.md", "# 阅读\n\n" + "## 条目\n\n文。\n\n" * COUNT
    figures = "".join(
        f"  f{n}: {{entry: lead, label: 数{n}, value: {n}, unit: 册}}\n" for n in rows
    )
    yield "figures", "section.yaml", f"figures:\n{figures}"
    yield "numbers", "section.md", "# 阅读\n\n" + "".join(f"有{n}册书。\n\n" for n in rows)
    notes = "".join(f"文[^n{n}]。\n\n[^n{n}]: 注。\n\n" for n in rows)
    yield "notes", "section.md", f"# 阅读\n\n{notes}"
    yield "links", "section.md", "# 阅读\n\n" + "".join(f"见[文](a{n}.md#b)。\n\n" for n in rows)
    yield "cells", "table.csv", "甲,乙\n" + "".join(f"{n},2\n" for n in rows)
    yield "a table", "section.md", "# 阅读\n\n| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * COUNT
    yield "items", "section.md", "# 阅读\n\n" + "- 文\n" * COUNT
    yield "quotes", "section.md", "# 阅读\n\n" + "“文”《书》（注）" * COUNT
    yield "names", "names.yaml", "".join(f"n{n}: {{name: 名{n}, kind: term}}\n" for n in rows)
    yield "keys", "section.yaml", "".join(f"k{n}: 1\n" for n in rows)
    yield "an alias bomb", "section.yaml", _bomb()
    yield "flow lists within each other", "section.yaml", "figures: " + "[" * COUNT
    yield "block lists within each other", "section.yaml", "figures: " + "- " * COUNT
    yield "maps within each other", "section.yaml", "figures: " + "{a: " * COUNT
    yield "indents", "section.yaml", "".join(f"{' ' * n}a:\n" for n in range(2000))
    yield "a huge number", "section.yaml", f"figures: {{a: {{value: {'9' * COUNT}}}}}\n"
    yield (
        "a huge exponent",
        "section.yaml",
        "figures: {a: {entry: lead, label: x, unit: 册, value: 1e999999999}}\n",
    )
    yield (
        "a huge number in prose",
        "section.md",
        f"# 阅读\n\n有{'9' * COUNT}册书，{'九' * COUNT}册。\n",
    )
    yield "one line of 10 MB", "section.md", "# 阅读\n\n" + "中" * (10 * 2**20 // 3)
    yield "one line of 10 MB, a manuscript", "manuscript.txt", "中" * (10 * 2**20 // 3)
    yield "paragraphs", "manuscript.txt", "".join(f"第{n}次会议，参加12人。\n" for n in rows)
    yield (
        "titles",
        "manuscript.txt",
        "".join(f"第{n}章 总述\n\n文。\n" for n in range(COUNT // 100)),
    )
    yield "paragraphs of a page", "manuscript.html", "<p>文" * COUNT
    yield "tags within each other", "manuscript.html", "<div>" * COUNT + "文"
    yield "cells of a page", "manuscript.html", "<table><tr>" + "<td>文" * COUNT
    yield "rows of a sheet", "sheet.csv", "甲,乙\n" + "1,2\n" * COUNT
    yield (
        "paragraphs of Word",
        "manuscript.docx",
        "<w:p><w:r><w:t>文</w:t></w:r></w:p>" * (COUNT // 5),
    )
    yield "tables within each other", "manuscript.docx", "<w:tbl><w:tr><w:tc>" * COUNT


def _bomb() -> str:
    rows = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12)]
    return "l0: &l0 [x]\n" + "".join(rows)


def tried(watch: Watch, quick: bool = False, only: str = "") -> int:
    """Every text in every kind of file; how many there were."""
    row = {one.name: one for one in targets()}
    done = 0
    for name, text, target in _inputs(row, quick):
        if only in f"{target.name} {name}":
            watch.run(target, text, name)
            done += 1
    return done


def _inputs(row: dict[str, Target], quick: bool) -> Iterator[tuple[str, str, Target]]:
    for name, target, text in many():
        yield name, text, row[target]
    for nth, text in enumerate(texts()):
        for place, (name, shape) in enumerate(IN.items()):
            if not quick or (nth + place) % 20 == 0:
                yield f"{text[:6]!r}", shape.format(text, text), row[name]


def kept(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
