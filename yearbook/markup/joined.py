"""Lines that Markdown joins to the one above without a word: blocks of lines looked at in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.markup.prose import Fault

ITEM = re.compile(r"( *)(?:[-*+]|(\d+)\.)[ \t]+\S")
SETEXT = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*$")
HEADING = re.compile(r" {0,3}(#+)(.*)$")
DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
ENUMERATOR = re.compile(
    r"[ \u3000]*(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}(?:、|．|[)）]|\.(?![\d \t]))|（\d{1,2}）|[①-⑳]|:(?=\S)"
    r"|[•●○◆■★※▪◦·][ \t\u3000]*(?=\S)|[-+](?=[^\s\d+-])|\*(?=[^\s*][^*]*$))"
)
KINDS = (
    ("code", re.compile("    ")),
    ("heading", HEADING),
    ("rule", SETEXT),
    ("item", ITEM),
    ("quote", re.compile(r" *>")),
    ("definition", re.compile(r" *: ")),
    ("row", re.compile(r" *\|")),
)
MARKED = ("item", "quote", "definition")


def joined(first: int, block: list[str]) -> Iterator[Fault]:
    """Faults of the lines of one block that run on from the line above; each sort once in a row."""
    run, before = "", ""
    for number, line in enumerate(block, first):
        kind = _kind(line)
        code = _code(run, kind, line, block[number - first - 1]) if run else ""
        if code and code != before:
            yield Fault(code, (("text", short(line)),), number, 1)
        before = code
        run = _run(run, kind)


def _kind(line: str) -> str:
    return next((name for name, pattern in KINDS if pattern.match(line)), "plain")


def _run(run: str, kind: str) -> str:
    """What the lines up to here make together: a paragraph goes on through items."""
    if kind == "heading":
        return ""
    if run == "plain" and kind not in ("quote", "definition"):
        return run
    return kind if not run or kind in MARKED else run


def _code(run: str, kind: str, line: str, above: str) -> str:
    """The fault of a line for what it runs on from; empty for none."""
    if run == "plain":
        return _in_paragraph(kind, line)
    if run not in MARKED:
        return ""
    if kind == "plain" and line[:1] not in " \t":
        return "C219" if line.startswith("\u3000") else "C220"
    if kind == "item" and run != "item":
        return "C215"
    if kind == "row":
        return "C225"
    return "C220" if kind == "item" and _differ(line, above) else ""


def _in_paragraph(kind: str, line: str) -> str:
    """The fault of a line within a paragraph."""
    if kind == "rule":
        return "C211"
    if ITEM.match(line) and not re.match(r" *\d{3,}", line):
        return "C215"
    if "|" in line and DELIMITER.match(line):
        return "C225"
    if line.startswith("\u3000"):
        return "C219"
    return "C220" if ENUMERATOR.match(line) else ""


def _differ(line: str, above: str) -> bool:
    """Whether two items side by side are of two sorts, numbered and not: they make one item."""
    one, two = ITEM.match(line), ITEM.match(above)
    if not one or not two or one.group(1) != two.group(1):
        return False
    return bool(one.group(2)) != bool(two.group(2))


def short(text: str) -> str:
    """At most 40 characters of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
