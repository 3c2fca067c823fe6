"""Writes docs/errors.md from the catalogue and the folders of tests/issues.

python tools/errors_doc.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from yearbook.catalog import CATALOG
from yearbook.issues import Message

HEAD = """\
# 问题一览 · Issues

程序会指出的全部问题，按代码排列。错误（error）须改正后才能生成网站；警告（warning）和提示（hint）
不影响生成。每条下面是实例，写法为“文件:行:列: 代码 说明 — 改法”。花括号中的词由实际内容代替。

Every issue that the program raises, by code. An error must be mended before the site is built; a warning or a
hint never stops the build. Below each are real lines, `file:line:column: CODE what must be — the mend`. Words in
braces stand for what is found.

本页由 `python tools/errors_doc.py` 生成，请勿手改。This page is generated; do not edit it.
"""
AREAS = {
    "C0": "文件、编码与 YAML · Files, encodings, YAML",
    "C1": "字段、标识与结构 · Fields, ids, structure",
    "C2": "正文、链接、校注、图表 · Prose, links, notes, pictures, tables",
    "C3": "数据、荣誉、名称 · Figures, honours, names",
    "C4": "网址 · Addresses",
    "L0": "校对：字符 · Proofreading: characters",
    "L1": "校对：用词与写法 · Proofreading: wording",
    "L2": "校对：前后不一 · Proofreading: contradictions",
    "L3": "校对：数目 · Proofreading: sums",
    "P0": "归档包与离线包 · Packages",
    "T0": "模板 · Templates",
    "S0": "网站文件夹与命令 · The site folder and the command line",
}
SEVERITY = {"error": "错误 error", "warning": "警告 warning", "hint": "提示 hint"}


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    area = ""
    for code in sorted(CATALOG):
        if code[:2] != area:
            area = code[:2]
            parts.append(f"\n## {AREAS.get(area, area)}\n")
        parts.append(section(code, CATALOG[code]))
    return "\n".join(parts)


def section(code: str, message: Message) -> str:
    """What the page says of one code."""
    lines = [
        f"### {code} · {SEVERITY[message.severity]}\n",
        f"{words(message.zh)}  ",
        f"改法：{words(message.zh_mend)}\n",
        f"{words(message.en)}  ",
        f"Mend: {words(message.en_mend)}\n",
        *taught(message),
        *example(code),
    ]
    return "\n".join(lines)


def taught(message: Message) -> list[str]:
    """The wrong and the right example of a rule of proofreading."""
    if not message.wrong:
        return []
    return [
        *("错 Wrong:\n", "```markdown", message.wrong, "```\n"),
        *("对 Right:\n", "```markdown", message.right, "```\n"),
        *(["`check --fix` 会改。`check --fix` mends it.\n"] if message.fixable else []),
    ]


def words(said: str) -> str:
    """A sentence of the catalogue as Markdown: its fields as code, other signs as they are."""
    parts = re.split(r"(`[^`]*`)", said)
    shown = "".join(part if part[:1] == "`" else outside(part) for part in parts)
    return shown.replace("{{", "{").replace("}}", "}")


def outside(said: str) -> str:
    """Words outside code: signs of Markdown escaped, fields as code."""
    signs = re.sub(r"([\\*<>\[\]|#&])", r"\\\1", said)
    return re.sub(r"(?<!\{)\{(\w+)\}(?!\})", r"`{\1}`", signs)


def example(code: str) -> list[str]:
    """A line of each language, from the first folder that calls the code forth."""
    for folder in sorted((ROOT / "tests" / "issues").glob(f"{code}-*")):
        said = [line_of(folder / name, code) for name in ("expected.txt", "expected.en.txt")]
        return ["```text", *said, "```\n"]
    return []


def line_of(path: Path, code: str) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line for line in lines if f"{code} " in line), "")


def write(path: Path) -> None:
    path.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(ROOT / "docs" / "errors.md")
