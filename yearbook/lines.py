"""Faults seen in the lines of a Markdown source, before it is a tree.

What Markdown would change without a word is a fault with its mend: typed numbers, lines run
together, underlined headings, full-width marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.dialect import CORRECTION
from yearbook.prose import Fault

ITEM = re.compile(r"( *)(?:[-*+]|(\d+)\.)[ \t]+\S")
SETEXT = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*$")
HEADING = re.compile(r" {0,3}(#+)(.*)$")
DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
FENCE = re.compile(r" {0,3}(?:```|~~~)")
DEFINITION = re.compile(r" {0,3}\[[^\]^\n]{1,200}\]:[ \t]*\S+")
ENUMERATOR = re.compile(
    r"[ \u3000]*(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}(?:、|．|[)）]|\.(?![\d \t]))|（\d{1,2}）|[①-⑳]"
    r"|[-+•●○◆■★※](?=[^\s\d+-])|\*(?=[^\s*][^*]*$))"
)
CIRCLED = re.compile(r"\s*([①-⑳])")
FULL_WIDTH = (
    re.compile(r"^[ \u3000]*＃+(?![0-9０-９])"),
    re.compile(
        r"[［\[]＾[^\s［］\[\]]{1,60}[］\]]|［\^[^\s［］\[\]]{1,60}[］\]]|\[\^[^\s［］\[\]]{1,60}］"
    ),
    re.compile(
        r"[｛{]＃[^｛｝{}\n]{0,60}[｝}]|｛[#.:~>][^｛｝{}\n]{0,200}[｝}]|\{#[^{}｛｝\n]{1,60}｝"
    ),
    re.compile(r"[！!]?[［\[][^［］\[\]\n]{0,200}[］\]][（(](?=[^（）()\s]{1,200}[）)])"),
)
ADDRESS = re.compile(r"(?:https?:|#|\.\./|[A-Za-z0-9_./-]+\.(?:md|html|jpe?g|png|webp|svg|csv)\b)")
ROW, RULE = ("|", "｜"), re.compile(r"[|\s:-]+")
BROKEN = re.compile(r"\{~~|~~\}|\{>>|<<\}|\{\+\+|\{--")
FIXED = re.compile(CORRECTION, re.DOTALL)


def faults(source: str) -> list[Fault]:
    """All faults of the lines of `source`."""
    lines = source.split("\n")
    found = [*_circled(source), *_broken_corrections(source), *_numbering(lines), *_fences(lines)]
    for first, block in _blocks(lines):
        found += _block(first, block)
    fenced = _fenced(lines)
    kept = (fault for fault in found if fault.code == "C204" or fault.line not in fenced)
    return sorted(kept, key=lambda fault: (fault.line, fault.column, fault.code))


def _fenced(lines: list[str]) -> set[int]:
    """The numbers of the lines within fences that are closed."""
    fences = [number for number, line in enumerate(lines) if FENCE.match(line)]
    return {n for a, b in zip(fences[::2], fences[1::2], strict=False) for n in range(a, b + 1)}


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not blank, with the number of their first line."""
    first, block = 0, list[str]()
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            first = first if block else number
            block.append(line)
        elif block:
            yield first, block
            block = []


def _block(first: int, block: list[str]) -> Iterator[Fault]:
    """Faults of one block of lines; `plain` while its lines make a paragraph."""
    plain, listed, table = (
        False,
        False,
        len(block) > 1 and "|" in block[1] and DELIMITER.match(block[1]),
    )
    if table:
        yield from _table_head(first, block)
    elif block[0].lstrip(" ").startswith(ROW) and not RULE.fullmatch(block[min(1, len(block) - 1)]):
        yield from _no_table(first, block)
    for nth, line in enumerate(block):
        yield from _line(first + nth, line)
        if plain and not table:
            found = [
                f for f in _run_together(first + nth, line) if not (listed and f.code == "C215")
            ]
            listed = listed or any(fault.code == "C215" for fault in found)
            yield from found
        plain = _is_plain(line) if nth == 0 else plain and not HEADING.match(line)


def _is_plain(line: str) -> bool:
    """Whether a line begins a paragraph."""
    if line.startswith("    ") or line.lstrip(" ").startswith((">", "|", ": ")):
        return False
    return not (ITEM.match(line) or HEADING.match(line) or SETEXT.match(line))


def _line(number: int, line: str) -> Iterator[Fault]:
    """Faults of a line for itself."""
    heading = HEADING.match(line)
    if heading and not re.match(r"### +\S", line):
        column = heading.start(1) + 1
        yield Fault("C212", (("text", _short(line)),), number, column)
    if DEFINITION.match(line):
        yield Fault("C221", (("text", _short(line)),), number, 1)
    item = ITEM.match(line)
    if item and item.group(2) and len(item.group(2)) > 2:
        column = item.start(2) + 1
        yield Fault("C213", (("number", _short(item.group(2))),), number, column)
    yield from _full_width(number, line)


def _full_width(number: int, line: str) -> Iterator[Fault]:
    """Markup typed with a Chinese input method: ＃, ［＾注］, ｛＃id｝, ［文］（address）."""
    for nth, pattern in enumerate(FULL_WIDTH):
        for found in pattern.finditer(line):
            if nth == 3 and not _is_link(line, found):
                continue
            mended = found.group().translate(str.maketrans("＃［］｛｝＾（！", "#[]{}^(!"))
            args = (("text", _short(found.group())), ("mended", _short(mended)))
            yield Fault("C217", args, number, found.start() + 1)


def _is_link(line: str, found: re.Match[str]) -> bool:
    """Whether brackets with a full-width one among them hold an address."""
    wide = any(char in "！［］（" for char in found.group().replace("［］", ""))
    return wide and bool(ADDRESS.match(line, found.end()))


def _run_together(number: int, line: str) -> Iterator[Fault]:
    """A line within a paragraph that Markdown joins to the one before."""
    if SETEXT.match(line):
        yield Fault("C211", (("text", _short(line)),), number, 1)
    elif ITEM.match(line) and not re.match(r" *\d{3,}", line):
        yield Fault("C215", (("text", _short(line)),), number, 1)
    elif "|" in line and DELIMITER.match(line):
        yield Fault("C225", (("text", _short(line)),), number, 1)
    elif line.startswith("\u3000"):
        yield Fault("C219", (("text", _short(line)),), number, 1)
    elif ENUMERATOR.match(line):
        yield Fault("C220", (("text", _short(line)),), number, 1)


def _table_head(first: int, block: list[str]) -> Iterator[Fault]:
    """The line below the head must have as many cells as the head, else there is no table."""
    head, rule = (_cells(line) for line in block[:2])
    if head != rule:
        yield Fault("C226", (("head", head), ("rule", rule)), first + 1, 1)


def _no_table(first: int, block: list[str]) -> Iterator[Fault]:
    """Rows without the line below the head, or drawn with full-width bars."""
    line = block[0]
    mended = line.replace("｜", "|")
    if mended != line:
        yield Fault("C217", (("text", _short(line)), ("mended", _short(mended))), first, 1)
    else:
        args = (("head", _cells(line)), ("rule", 0))
        yield Fault("C226", args, first + (len(block) > 1), 1)


def _cells(line: str) -> int:
    return len(re.sub(r"\\\\|\\\|", "", line).strip().strip("|").split("|"))


def _numbering(lines: list[str]) -> Iterator[Fault]:
    """Numbers of a list must follow one another, or all be 1; nested items are indented by four."""
    last: dict[int, int] = {}
    base = -1
    for number, line in enumerate(lines):
        item = ITEM.match(line)
        if not item:
            if line.strip() and not line.startswith(" ") and (not number or not lines[number - 1]):
                last, base = {}, -1
            continue
        indent = len(item.group(1))
        if 0 <= base < indent < base + 4:
            yield Fault("C216", (("text", _short(line)),), number, indent + 1)
        base = indent if base < 0 else min(base, indent)
        last = {level: n for level, n in last.items() if level <= indent}
        if item.group(2) and len(item.group(2)) <= 2:
            yield from _next_number(number, int(item.group(2)), indent, last)
        elif not item.group(2):
            last.pop(indent, None)


def _fences(lines: list[str]) -> Iterator[Fault]:
    """Fenced code, where it opens."""
    fences = [(number, line) for number, line in enumerate(lines) if FENCE.match(line)]
    for number, line in fences[::2]:
        yield Fault("C204", (("text", _short(line)),), number, 1)


def _next_number(line: int, typed: int, indent: int, last: dict[int, int]) -> Iterator[Fault]:
    before = last.get(indent)
    last[indent] = typed
    if before is not None and typed != before + 1 and not typed == before == 1:
        args = (("number", typed), ("wanted", before + 1))
        yield Fault("C214", args, line, indent + 1)


def _circled(source: str) -> Iterator[Fault]:
    """①②③ at the start of an entry: the page numbers the entries itself."""
    found = CIRCLED.match(source)
    if found:
        line = source.count("\n", 0, found.start(1))
        column = found.start(1) - source.rfind("\n", 0, found.start(1))
        yield Fault("C218", (("text", found.group(1)),), line, column)


def _broken_corrections(source: str) -> Iterator[Fault]:
    """Half of a correction: `{~~` without its end, or marks that are not known."""
    plain = source.translate(str.maketrans("｛｝", "{}"))
    blanked = FIXED.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), plain)
    for found in BROKEN.finditer(blanked):
        line = blanked.count("\n", 0, found.start())
        column = found.start() - blanked.rfind("\n", 0, found.start())
        yield Fault("C222", (("text", found.group()),), line, column)
        return


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
