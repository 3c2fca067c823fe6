"""Blanks that were typed where none belongs, escapes and markup that were left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from yearbook.proofread.copy import Copy
from yearbook.proofread.quotations import quoted, within
from yearbook.proofread.signs import HAN, finding
from yearbook.rules.scope import Finding

BLANK = re.compile("[ \u00a0]+")
GAP = re.compile(rf"(?<=[{HAN}])[ \u00a0]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%℃])[ \u00a0]+(?=[{HAN}])")
LABEL = re.compile(
    r"(?:^|\n)[\x00 ]*[0-9A-Za-z.:/\-]*$|[图表例式]\x00*[ ]?[0-9A-Za-z.\-]+$|[0-9][:：][0-9]+$"
)
DATED = "年月日万亿"  # before these no number labels
PHRASE = re.compile(r"[A-Za-z][!-~]*[ ]+[!-~]|[0-9][0-9\-]{5,19}(?![0-9 ]*[\u4e00-\u9fff])|[0-9]+:")
PHRASED = re.compile(r"[!-~] +[!-~]*[A-Za-z.]$")
LAST = re.compile("(?:[0-9A-Za-z.,%℃]+|[^0-9A-Za-z])$")
FIRST = re.compile("^(?:[0-9A-Za-z]+|[^0-9A-Za-z])")
MOST = 8  # gaps of one finding
SHORT = 8  # between two gaps of one finding: 2017 年 8 月 3 日
STOPS = "，。；：！？、"
CLAUSE = re.compile(
    rf"(?:^|(?<=[{STOPS}]))([^{STOPS}\n \u00a0\u3000]{{4,}})[ \u00a0\u3000]+"
    rf"(?=([^{STOPS}\n \u00a0\u3000]{{4,}})[{STOPS}])",
    re.MULTILINE,
)
HEAD = re.compile(  # of an article of a law, of a day of a chronicle
    "(?:第[0-9〇零一二三四五六七八九十百千]+[条章节款项编篇届期回课](?:之[一二三四五六七八九十]+)?"
    "|[\x000-9年月日时分至、—－～-]+(?:（[^（）]*）)?|[〇一二三四五六七八九十年月]+日)$"
)
OPENING = 8  # characters at least before a blank in the first clause of a line
BESIDE = re.compile(
    rf"(?<=[^\s\x00（【|])[ \u00a0]+(?=[{STOPS}）》”’】〉〕])"
    rf"|(?<=[{STOPS}（《“‘〈])[ \u00a0]+(?=[^\s\x00）】|])"
)
WIDE = re.compile(
    rf"(?<=[^\s\x00|])[\u3000\u2000-\u200a\t]+(?=[{STOPS}）》”’〉0-9A-Za-z])"
    rf"|(?<=[{STOPS}（《“‘〈0-9A-Za-z])[\u3000\u2000-\u200a\t]+(?=[^\s\x00）】|])"
)
DOUBLE = re.compile(r"(?<=[!-~])  +(?=[!-~])")
ESCAPE = re.compile(
    r"\\u[0-9A-Fa-f]{4}|\\[/\"']|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,12});"
)
MARKUP = re.compile(
    r"\\[nrt](?![A-Za-z])|</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|p|small|span|strong|sub|sup"
    r"|table|td|th|tr|u|ul)(?:[ /][^<>\n]*)?>",
    re.IGNORECASE,
)


def beside_digits(copy: Copy) -> Iterator[Finding]:
    """No blank stands between Han and digits or a Latin word: pages make the gap themselves."""
    if copy.signs.isdisjoint(" \u00a0"):
        return
    row: list[re.Match[str]] = []
    for gap in GAP.finditer(copy.words):
        if _meant(copy, gap):
            continue
        if row and (len(row) == MOST or not _near(copy.words, row[-1], gap)):
            yield _closed(copy, row)
            row = []
        row.append(gap)
    if row:
        yield _closed(copy, row)


def _meant(copy: Copy, gap: re.Match[str]) -> bool:
    """After a number that labels or a score, around a Latin phrase, between columns."""
    words, start, end = copy.words, *gap.span()
    left = words[max(0, start - 24) : start]
    at_line_start = start - len(left) <= 0 or "\n" in left
    if words[end].isascii():
        head = at_line_start and HEAD.match(left.rpartition("\n")[2].lstrip("\x00"))
        return bool(head or PHRASE.match(words, end)) or copy.kind == "cell"
    label = LABEL.search(left if at_line_start else f"…{left}")
    return bool((label and words[end] not in DATED) or PHRASED.search(left))


def _near(words: str, last: re.Match[str], gap: re.Match[str]) -> bool:
    between = words[last.end() : gap.start()]
    return len(between) <= SHORT and between.isalnum()


def _closed(copy: Copy, row: list[re.Match[str]]) -> Finding:
    start, end = row[0].start(), row[-1].end()
    start -= len(_edge(LAST, copy.words[max(0, start - 20) : start]))
    end += len(_edge(FIRST, copy.words[end : end + 20]))
    return finding(copy, "L020", start, end, mended=_without(copy, start, end, row))


def _edge(pattern: re.Pattern[str], words: str) -> str:
    """The number, the Latin word or the character beside a blank, to be shown with it."""
    found = pattern.search(words)
    return found.group() if found else words[:1]


def _without(copy: Copy, start: int, end: int, gaps: list[re.Match[str]]) -> str:
    made, at = "", start
    for gap in gaps:
        made += copy.source[at : gap.start()]
        at = gap.end()
    return made + copy.source[at:end]


def between_han(copy: Copy) -> Iterator[Finding]:
    """No blank stands within a clause; between names, verses and mottoes it may."""
    if copy.kind not in ("prose", "note", "record") or copy.signs.isdisjoint(" \u00a0\u3000"):
        return
    spans = quoted(copy.words) if "“" in copy.signs or "《" in copy.signs else []
    for found in CLAUSE.finditer(copy.words):
        left, right = found[1], found[2]
        at = found.end(1)
        first = found.start() == 0 or copy.words[found.start() - 1] == "\n"
        short = first and (len(left) < OPENING or HEAD.match(left))
        both = re.match(f"[{HAN}]", copy.words[found.end()]) and re.search(f"[{HAN}]$", left)
        verse = len(left) == len(right) < OPENING
        if both and not short and not verse and not within(at, at + 1, spans):
            start, end = at - 1, found.end() + 1
            yield finding(copy, "L021", start, end, mended=left[-1] + right[0])


def beside_marks(copy: Copy) -> Iterator[Finding]:
    """No blank stands beside full-width punctuation."""
    if not copy.signs.isdisjoint(" \u00a0"):
        for found in BESIDE.finditer(copy.words):
            yield _closed_up(copy, "L022", found)
    if not copy.signs.isdisjoint("\u3000\u2002\u2003\u2009\t") and copy.kind != "cell":
        for found in WIDE.finditer(copy.words):
            if not _verse(copy.words, found):
                yield _closed_up(copy, "L023", found)


def _closed_up(copy: Copy, code: str, found: re.Match[str]) -> Finding:
    start, end = found.start() - 1, found.end() + 1
    mended = copy.source[start] + copy.source[end - 1]
    return finding(copy, code, start, end, mended=mended)


def _verse(words: str, found: re.Match[str]) -> bool:
    """Whether the lines to both sides of a blank are equally long, as in a poem."""
    left = re.split(f"[{STOPS}\\s\\x00]", words[: found.start()].rstrip(STOPS))[-1]
    right = re.split(f"[{STOPS}\\s\\x00]", words[found.end() : found.end() + 20])[0]
    return len(left) == len(right)


def doubled(copy: Copy) -> Iterator[Finding]:
    """Between Latin words or numbers stands one blank."""
    if " " in copy.signs and copy.kind in ("prose", "note"):
        for found in DOUBLE.finditer(copy.words):
            start, end = found.start() - 1, found.end() + 1
            mended = f"{copy.source[start]} {copy.source[end - 1]}"
            yield finding(copy, "L024", start, end, mended=mended)


def escapes(copy: Copy) -> Iterator[Finding]:
    """What another program escaped is written as itself; in prose HTML is an error already."""
    prose = copy.kind in ("prose", "note")
    if copy.signs.isdisjoint("\\" if prose else "\\&<"):
        return
    for found in ESCAPE.finditer(copy.words):
        if not (prose and found.group()[0] == "&"):
            yield finding(copy, "L025", *found.span(), mended=_unescaped(found.group()))
    for found in MARKUP.finditer(copy.words):
        if not (prose and found.group()[0] == "<"):
            yield finding(copy, "L026", *found.span())


def _unescaped(said: str) -> str:
    """The character that an escape means; nothing for blanks and what cannot be seen."""
    if said.startswith("\\u"):
        meant = chr(int(said[2:], 16))
    else:
        meant = said[1:] if said.startswith("\\") else unescape(said)
    return meant if meant.isprintable() and not meant.isspace() else ""
