"""What is wrong with text that is not YAML, in words that need no knowledge of YAML.

The parser stops at the first thing that it cannot read; here the line is looked at to say what
its writer most likely did.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yearbook.read.text import Source

if TYPE_CHECKING:
    from yaml import MarkedYAMLError
    from yaml.error import Mark

DEPTH = 16
KEY = re.compile(r"[\s\u3000]*(?:-[ ]+)?([^\s：:'\"#\[\]{},，。]{1,30})：")
WIDE_BLANK = re.compile(r"^[ ]*(?:- )?[\w-]*:?([\u3000\u00a0])")
WIDE_BRACKET = re.compile(r"^[ ]*(?:- )?[\w-]*:[ ]+[｛［]")
HIDDEN = re.compile(r" (#[^\s#].*)")
NO_BLANK_DASH = re.compile(r"^[ ]*(-[^\s-].*)")
NO_BLANK = re.compile(r"^[ ]*(?:- )?([A-Za-z_][\w-]*):(?=[^\s/])")
BRACKET = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?<!\S)#.*|([\[\]{}])")
QUOTED = re.compile(r"(?:(?<=[:,-] )|(?<=[\[{]))(?:\"(?:[^\"\\]|\\.)*\"|'[^']*')", re.DOTALL)
INNER_KEY = re.compile(r"\n[ ]*(?:- )?\{?[A-Za-z_][\w-]*:(?:\s|$)")
PAIRS = {"[": "]", "{": "}"}
BRACKET_START = re.compile(r":[ ]+([\[{])[^\[\]{}]*[\]}]\s*[^\s,\]}#]")
KEY_BEFORE = re.compile(r"[A-Za-z_][\w-]*$")
QUOTED_START = re.compile(r":[ ]+(\"[^\"]*\"|'[^']*')\s*[^\s,\]}#]")


def fullwidth_key(line: str) -> str:
    """The word before a full-width colon where a key would stand; else an empty string."""
    found = KEY.match(line)
    return found.group(1) if found else ""


def report_syntax(text: str, error: MarkedYAMLError, source: Source) -> None:
    """Add the one issue that explains a parser's error."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark and mark.line < len(lines) else 0
    if _swallows(text, line, source):
        return
    quoted = "quoted scalar" in (error.context or "")
    if quoted or not _slip(lines, _first_line(error, line), line, source):
        _by_problem(error, lines, line, column, source)


def _swallows(text: str, last: int, source: Source) -> bool:
    """A quote before the trouble that runs over whole keys, to end where another begins."""
    for found in QUOTED.finditer(text):
        line = text.count("\n", 0, found.start())
        if line > last:
            break
        if INNER_KEY.search(found.group()):
            column = found.start() - text.rfind("\n", 0, found.start())
            source.fault(line + 1, column, "C031", quote=found.group()[0])
            return True
    return False


def _first_line(error: MarkedYAMLError, line: int) -> int:
    context = error.context_mark.line if error.context_mark else line
    return max(0, min(context, line) - 1)


def _slip(lines: list[str], first: int, last: int, source: Source) -> bool:
    """Look for the slips of a Chinese keyboard, the tab and the missing blank."""
    for number in range(first, last + 1):
        if any(look(lines[number], number, source) for look in SLIPS):
            return True
    return any(
        _word_colon(lines[number], number, source) for number in (min(first + 1, last), last)
    )


def _word_colon(text: str, number: int, source: Source) -> bool:
    """Any word before a full-width colon, on the line of the trouble itself."""
    key = fullwidth_key(text)
    if key:
        source.fault(number + 1, text.index("：") + 1, "C037", key=key)
    return bool(key)


def _colon(text: str, number: int, source: Source) -> bool:
    """A key of the format before a full-width colon; others may be words of a text."""
    key = fullwidth_key(text)
    return key.isascii() and _word_colon(text, number, source)


def _tab(text: str, number: int, source: Source) -> bool:
    indent = text[: len(text) - len(text.lstrip(" \t"))]
    if "\t" in indent:
        source.fault(number + 1, indent.index("\t") + 1, "C035")
    return "\t" in indent


def _blank(text: str, number: int, source: Source) -> bool:
    found = WIDE_BLANK.match(text)
    if found:
        source.fault(number + 1, found.start(1) + 1, "C038")
    return bool(found)


def _comment(text: str, number: int, source: Source) -> bool:
    """A `#` within brackets that hides their end."""
    found = HIDDEN.search(text)
    head = text[: found.start()] if found else ""
    if found and re.search(r"[\[{]", head) and not re.search("[\"'#]", head):
        source.fault(number + 1, found.start(1) + 1, "C052", said=found.group(1)[:30])
        return True
    return False


def _dash(text: str, number: int, source: Source) -> bool:
    found = NO_BLANK_DASH.match(text)
    if found:
        source.fault(number + 1, found.start(1) + 1, "C056", said=found.group(1)[:30])
    return bool(found)


def _joined(text: str, number: int, source: Source) -> bool:
    found = NO_BLANK.match(text)
    if found:
        source.fault(number + 1, found.end() + 1, "C032", key=found.group(1))
    return bool(found)


def _bracket(text: str, number: int, source: Source) -> bool:
    found = WIDE_BRACKET.match(text)
    if found:
        source.fault(number + 1, found.end(), "C039")
    return bool(found)


SLIPS = (_colon, _tab, _blank, _joined, _bracket, _comment, _dash)


def _by_problem(
    error: MarkedYAMLError, lines: list[str], line: int, column: int, source: Source
) -> None:
    problem, context = error.problem or "", error.context or ""
    start = error.context_mark
    if "quoted scalar" in context and "end of stream" in problem and start:
        source.fault(start.line + 1, start.column + 1, "C031", quote=_char(lines, start))
    elif "nesting" in problem:
        source.fault(line + 1, column + 1, "C047", depth=DEPTH)
    elif "flow" in context and _unclosed(lines, source):
        pass
    elif _mark_at_start(context) and start:
        source.fault(start.line + 1, start.column + 1, "C036", char=_char(lines, start))
    elif "unexpected ':'" in problem and (
        key := KEY_BEFORE.search(lines[line][max(0, column - 60) : column])
    ):
        source.fault(line + 1, column + 2, "C032", key=key.group())
    elif ("directive" in context + problem or "document" in problem) and _directives(lines):
        directive(lines, source)
    elif "escape" in problem or "hexadecimal" in problem:
        source.fault(line + 1, column + 1, "C050")
    elif "mapping values" in problem:
        _second_colon(lines, line, column, source)
    elif "cannot start any token" in problem or "not allowed in this context" in problem:
        source.fault(line + 1, column + 1, "C036", char=lines[line][column : column + 1])
    elif found := BRACKET_START.search(lines[line]):
        source.fault(line + 1, found.end(1), "C036", char=found.group(1))
    elif QUOTED_START.search(lines[line]):
        source.fault(line + 1, column + 1, "C051")
    elif "could not find expected ':'" in problem and start:
        said = lines[start.line].strip()[:30]
        source.fault(start.line + 1, start.column + 1, "C034", said=said)
    elif "flow" in context:
        _items(lines[line], line, column, source)
    else:
        source.fault(line + 1, column + 1, "C030", problem=problem)


def _mark_at_start(context: str) -> bool:
    """Whether words begin with a sign that YAML takes for one of its own: * & ! > |."""
    return context.endswith(("an alias", "an anchor", "a tag", "a block scalar"))


def _items(text: str, line: int, column: int, source: Source) -> None:
    """Items within brackets that no comma divides, or a Chinese one."""
    wide = text.rfind("，", text.rfind(",", 0, column) + 1, column)
    if wide >= 0:
        said = re.split(r"[\[{,]", text[max(0, wide - 30) : wide])[-1] + text[wide:column]
        source.fault(line + 1, wide + 1, "C105", said=said.strip()[:30])
    else:
        source.fault(line + 1, column + 1, "C054", said=text[column : column + 20])


def _second_colon(lines: list[str], line: int, column: int, source: Source) -> None:
    """The second `: ` of a line; or the first, below a line that has none."""
    above = lines[line - 1].strip() if line else ""
    if ": " not in lines[line][:column] and above and not re.search(r"[:#]|^-", above):
        indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
        source.fault(line, indent + 1, "C034", said=above[:30])
    else:
        source.fault(line + 1, column + 1, "C033")


def _directives(lines: list[str]) -> list[int]:
    return [n for n, line in enumerate(lines, 1) if line[:1] == "%" or line.strip() == "..."]


def directive(lines: list[str], source: Source) -> None:
    """Report the line that is a directive or the end of a document."""
    number = next(iter(_directives(lines)), 1)
    source.fault(number, 1, "C055", said=lines[number - 1].strip()[:30])


def _char(lines: list[str], mark: Mark) -> str:
    return lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""


def _unclosed(lines: list[str], source: Source) -> bool:
    """Report the last bracket that is never closed, or closed by another; false when none is."""
    opened: list[tuple[str, int, int]] = []
    extra: list[tuple[str, int, int]] = []
    for number, line in enumerate(lines, 1):
        for found in BRACKET.finditer(line):
            sign = found.group(1)
            if sign and sign in PAIRS:
                opened.append((sign, number, found.start() + 1))
            elif sign and opened and PAIRS[opened[-1][0]] == sign:
                opened.pop()
            elif sign:
                extra.append((sign, number, found.start() + 1))
    if opened:
        sign, number, column = opened[-1]
        source.fault(number, column, "C029", opened=sign, closing=PAIRS[sign])
    elif extra:
        sign, number, column = extra[0]
        source.fault(number, column, "C053", sign=sign)
    return bool(opened or extra)
