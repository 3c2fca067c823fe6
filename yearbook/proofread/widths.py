"""Punctuation, brackets, digits and letters of the wrong width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.proofread.signs import HAN, after, before, finding, is_han, lines
from yearbook.rules.scope import Finding

WIDE = dict(zip(",;:!?.｡､", "，；：！？。。、", strict=True))
SIGNS = re.compile("([,;:!?｡､])[ \u00a0]*(?=\\S)|[,;:!?｡､]")
STOP = re.compile(rf"(?<=[{HAN}”》）])\.(?=[ \x00]*(?:$|[”’）]))", re.MULTILINE)
POINT = re.compile(rf"(?<=[{HAN}]{{2}})\.(?=[{HAN}“《])")
CITED = re.compile(r"\[(?:[A-Z]{1,2})(?:/[A-Z]{2})?\]")
ENTITY = re.compile("&#?[0-9A-Za-z]+;$")
LEFT = frozenset("“”‘’》〉）】〕％…、，。；：—")
RIGHT = frozenset("“‘《〈（【〔")
FULL = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．，：／－＋＿＆＠０-９Ａ-Ｚａ-ｚ]*[０-９Ａ-Ｚａ-ｚ])?％?")
HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
BRACKETS = re.compile("[()（）]")
SQUARE = re.compile(r"\[([^\[\]\n]*)\]")
HANS = re.compile(f"[{HAN}]")
AUTHORED = re.compile(  # in [ ] before an author's name: [清]曹雪芹
    "[东西南北前后][汉晋宋朝齐周唐魏]|春秋|近代|现代|日本|苏联|印度|.国|."
)


def half_width(copy: Copy) -> Iterator[Finding]:
    """Beside Han punctuation is full-width; within numbers, times and Latin words it is not."""
    if copy.signs.isdisjoint(WIDE) or _reference(copy):
        return
    cited = _cited(copy)
    for found in SIGNS.finditer(copy.words):
        at = found.start()
        if _beside_han(copy.words, at) and not _within(copy, at, cited):
            yield finding(copy, "L015", *found.span(), mended=WIDE[found.group()[0]])
    if "." in copy.signs and copy.kind not in ("title", "cell"):
        yield from _stops(copy, cited)


def _stops(copy: Copy, cited: frozenset[int]) -> Iterator[Finding]:
    for found in STOP.finditer(copy.words):
        if not _within(copy, found.start(), cited):
            yield finding(copy, "L015", *found.span(), mended="。")
    for found in POINT.finditer(copy.words):
        if not _within(copy, found.start(), cited):
            yield finding(copy, "L017", *found.span())


def _beside_han(words: str, at: int) -> bool:
    mark, left, right = words[at], before(words, at), after(words, at + 1)
    number = left.isdigit() or left == "%"
    if mark == ";" and ENTITY.search(words[max(0, at - 12) : at + 1]):
        return False
    if number and (not right or (mark == ";" and right.isdigit())):
        return _in_chinese(words, at)
    if left.isdigit() and right.isdigit():
        return False
    if left and left in ")]\"'":
        left = before(words, words.rfind(left, 0, at))
    return _han(left) or left in LEFT or _han(right) or right in RIGHT


def _han(char: str) -> bool:
    return bool(char) and is_han(char)


def _in_chinese(words: str, at: int) -> bool:
    line = words[words.rfind("\n", 0, at) + 1 : (words + "\n").find("\n", at)]
    return bool(re.search(f"[{HAN}]{{2}}", line))


def _cited(copy: Copy) -> frozenset[int]:
    """Where the lines begin that cite a work after GB/T 7714, which has half-width marks."""
    if "[" not in copy.signs:
        return frozenset()
    words = copy.words
    return frozenset(start for start, end in lines(words) if CITED.search(words, start, end))


def _within(copy: Copy, at: int, cited: frozenset[int]) -> bool:
    return bool(cited) and copy.words.rfind("\n", 0, at) + 1 in cited


def _reference(copy: Copy) -> bool:
    return copy.kind == "record" and any(one.id == copy.id for one in copy.section.references)


def full_width(copy: Copy) -> Iterator[Finding]:
    """Digits and letters are half-width."""
    for found in FULL.finditer(copy.words):
        yield finding(copy, "L016", *found.span(), mended=found.group().translate(HALF))


def brackets(copy: Copy) -> Iterator[Finding]:
    """Both brackets of a pair have the same width, full beside Han."""
    if copy.signs.isdisjoint("()") or _reference(copy):
        return
    opened: list[int] = []
    cited = _cited(copy)
    for found in BRACKETS.finditer(copy.words):
        if found.group() in "(（":
            opened.append(found.start())
        elif opened and not _within(copy, found.start(), cited):
            yield from _pair(copy, opened.pop(), found.start())


def _pair(copy: Copy, start: int, end: int) -> Iterator[Finding]:
    """What is wrong with the brackets at two places."""
    words, source = copy.words, copy.source
    mended = f"（{source[start + 1 : end]}）"
    both = words[start] + words[end]
    if both == "（）" or "\n" in source[start:end]:
        return
    if both != "()":
        yield finding(copy, "L010", start, end + 1, mended=mended)
    elif _bracketed_han(words, start, end):
        yield finding(copy, "L011", start, end + 1, mended=mended)


def _bracketed_han(words: str, start: int, end: int) -> bool:
    edges = (before(words, start), after(words, start + 1), before(words, end))
    return any(_han(one) or one in LEFT for one in edges if one)


def square(copy: Copy) -> Iterator[Finding]:
    """Han do not stand in half-width square brackets, but for a note such as [清]."""
    if "[" not in copy.signs or _reference(copy):
        return
    cited = _cited(copy)
    for found in SQUARE.finditer(copy.words):
        noted = AUTHORED.fullmatch(found[1]) or not HANS.search(found[1])
        if not noted and not _within(copy, found.start(), cited):
            yield finding(copy, "L019", *found.span())
