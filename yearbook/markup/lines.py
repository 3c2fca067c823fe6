"""Faults seen in the lines of a Markdown source, before it is a tree.

What Markdown would change without a word is a fault with its mend: typed numbers, lines run
together, underlined headings, full-width marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.markup.joined import DELIMITER, HEADING, ITEM, joined, short
from yearbook.markup.plain import circled
from yearbook.markup.prose import Fault

FENCE = re.compile(r" {0,3}(?:```|~~~)")
DEFINITION = re.compile(r" {0,3}\[[^\]^\n]{1,200}\]:[ \t]*\S+")
QUOTE = re.compile(r" *> ?")
FULL_WIDTH = (
    re.compile(r"^[ \u3000]*(?:＃+(?![0-9０-９])|＞(?![0-9０-９])|：[ \u3000]*)"),
    re.compile(
        r"[［\[]＾[^\s［］\[\]]{1,60}[］\]]|［\^[^\s［］\[\]]{1,60}[］\]]|\[\^[^\s［］\[\]]{1,60}］"
    ),
    re.compile(
        r"[｛{]＃[^｛｝{}\n]{0,60}[｝}]|｛[#.:~>][^｛｝{}\n]{0,200}[｝}]"
        r"|\{(?:#|~~|>>)[^{}｛｝\n]{1,200}｝"
    ),
    re.compile(r"[！!]?[［\[][^［］\[\]\n]{0,200}[］\]][（(](?=[^（）()\s]{1,200}[）)])"),
)
IMAGE = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^\s()\"]+(?:\s+\"[^\"]*\")?\s*\)")
CORRECTION = re.compile(r"\{~~.*?~~\}(?:\{>>.*?<<\})?|\{>>.*?<<\}")
ADDRESS = re.compile(r"(?:https?:|#|\.\./|[A-Za-z0-9_./-]+\.(?:md|html|jpe?g|png|webp|svg|csv)\b)")
ROW, RULE = ("|", "｜"), re.compile(r"[|\s:-]+")


def faults(source: str) -> list[Fault]:
    """All faults of the lines of `source`."""
    lines = source.split("\n")
    found = [*circled(source), *_numbering(lines), *_fences(lines)]
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
    """Faults of one block of lines."""
    for number, line in enumerate(block, first):
        yield from _line(number, line)
    if len(block) > 1 and "|" in block[1] and DELIMITER.match(block[1]):
        yield from _table_head(first, block)
        return
    if block[0].lstrip(" ").startswith(ROW) and not RULE.fullmatch(block[min(1, len(block) - 1)]):
        yield from _no_table(first, block)
    yield from joined(first, block)
    if all(QUOTE.match(line) for line in block):
        for start, part in _blocks([QUOTE.sub("", line) for line in block]):
            yield from joined(first + start, part)


def _line(number: int, line: str) -> Iterator[Fault]:
    """Faults of a line for itself."""
    heading = HEADING.match(line)
    if heading and not re.match(r"### +\S", line):
        column = heading.start(1) + 1
        yield Fault("C212", (("text", short(line)),), number, column)
    if DEFINITION.match(line):
        yield Fault("C221", (("text", short(line)),), number, 1)
    item = ITEM.match(line)
    if item and item.group(2) and len(item.group(2)) > 2:
        column = item.start(2) + 1
        yield Fault("C213", (("number", short(item.group(2))),), number, column)
    for image in IMAGE.finditer(line):
        for mark in CORRECTION.finditer(image.group()):
            column = image.start() + mark.start() + 1
            yield Fault("C282", (("text", short(mark.group())),), number, column)
    yield from _full_width(number, line)


def _full_width(number: int, line: str) -> Iterator[Fault]:
    """Markup typed with a Chinese input method: ＃, ［＾注］, ｛＃id｝, ［文］（address）."""
    for nth, pattern in enumerate(FULL_WIDTH):
        for found in pattern.finditer(line):
            if nth == 3 and not _is_link(line, found):
                continue
            mended = found.group().translate(str.maketrans("＃［］｛｝＾（！＞", "#[]{}^(!>"))
            mended = re.sub("^[ \u3000]*：[ \u3000]*", ": ", mended)
            args = (("text", short(found.group())), ("mended", mended[:40]))
            yield Fault("C217", args, number, found.start() + 1)


def _is_link(line: str, found: re.Match[str]) -> bool:
    """Whether brackets with a full-width one among them hold an address."""
    wide = any(char in "！［］（" for char in found.group().replace("［］", ""))
    return wide and bool(ADDRESS.match(line, found.end()))


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
        yield Fault("C217", (("text", short(line)), ("mended", short(mended))), first, 1)
    else:
        args = (("head", _cells(line)), ("rule", 0))
        yield Fault("C226", args, first + (len(block) > 1), 1)


def _cells(line: str) -> int:
    return len(re.sub(r"\\\\|\\\|", "", line).strip().strip("|").split("|"))


def _numbering(lines: list[str]) -> Iterator[Fault]:
    """Numbers of a list must follow one another, or all be 1; nested items are indented by four."""
    last: dict[int, set[int]] = {}
    base = -1
    for number, line in enumerate(lines):
        item = ITEM.match(line)
        if not item:
            if line.strip() and not line.startswith(" ") and (not number or not lines[number - 1]):
                last, base = {}, -1
            continue
        indent = len(item.group(1))
        if 0 <= base < indent < base + 4:
            yield Fault("C216", (("text", short(line)),), number, indent + 1)
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
        yield Fault("C204", (("text", short(line)),), number, 1)


def _next_number(line: int, typed: int, indent: int, due: dict[int, set[int]]) -> Iterator[Fault]:
    """The number typed is the one due; after a wrong one the list goes on from either."""
    wanted = due.get(indent, set())
    good = not wanted or typed in wanted or (typed == 1 and wanted == {2})
    due[indent] = {typed + 1} if good else {typed + 1, min(wanted) + 1}
    if not good:
        args = (("number", typed), ("wanted", min(wanted)))
        yield Fault("C214", args, line, indent + 1)
