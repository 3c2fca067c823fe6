"""Numbers of lists in prose: ①②③, （一）（二）, 一是 二是 … without gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy, Proof
from yearbook.rules.scope import Finding

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
HAN = "[一二三四五六七八九十]{1,3}"
LINE = r"(?:^|(?<=\n))[\x00 　]*"
POINT = r"(?:^|(?<=[\n。；：]))[\x00 　]*"
CLAUSE = r"(?:^|(?<=[\n。；：，]))[\x00 　]*"
# The signs by which a list may be known, and its numbers.
FORMS = tuple(
    (signs, re.compile(pattern))
    for signs, pattern in (
        (
            ("②", "③"),
            f"(?P<n>[{CIRCLED}])(?<![见注第图表如与和及、—至~–-].)(?![、，。；：）)—~–类号级区期栋幢-]|[{CIRCLED}])",
        ),
        (("（二", "(二", "（三"), rf"{POINT}[（(](?P<n>{HAN})[）)]"),
        (("二、", "三、"), rf"{LINE}(?P<n>{HAN})、(?!{HAN}(?:[、等是]|$))"),
        (("（2", "(2", "（3"), rf"{POINT}[（(](?P<n>[1-9][0-9]?)[）)](?=[一-鿿“《])"),
        (("2、", "2．", "2.", "2\\."), rf"{POINT}(?P<n>[1-9][0-9]?)(?:[、．.]|\\\.)(?=[一-鿿“《])"),
        (("第二", "第三"), rf"{CLAUSE}第(?P<n>{HAN})(?:，|、(?!第)|：|是(?=[一-鿿]))"),
        (("二是", "三是", "二要", "三要"), rf"{CLAUSE}(?P<n>{HAN})[是要](?=[一-鿿“《])"),
        (("其二", "其三"), rf"{CLAUSE}其(?P<n>{HAN})[，、：是]"),
    )
)
ORDINAL = (5, 7)  # 第一, 其一
DIGIT = {sign: n for n, sign in enumerate("一二三四五六七八九", 1)}


def numbered(proof: Proof) -> Iterator[Finding]:
    """Numbers of one form follow each other; within each, those of another may begin anew."""
    last = [0] * len(FORMS)  # of the entry before: an entry may go on where it ended
    section = None
    for copy in proof.copies:
        if copy.kind not in ("prose", "title"):
            continue
        if copy.section is not section:
            section, last = copy.section, [0] * len(FORMS)
        for place, (signs, form) in enumerate(FORMS):
            if copy.kind == "title" and place:
                break  # the headings of a document are numbered as they are
            if place in ORDINAL and ("首先" in copy.words or "其次" in copy.words):
                continue  # 首先 其次 第三
            if last[place] or any(sign in copy.words for sign in signs):
                marks = list(form.finditer(copy.own))
                yield from _run(copy, marks, last[place])
                last[place] = number(marks[-1]["n"]) if marks else last[place]


def _run(copy: Copy, marks: list[re.Match[str]], last: int) -> Iterator[Finding]:
    """The marks that are neither the next, nor a first one, nor the next of an outer list."""
    open_ = [last] if last else []
    for place, found in enumerate(marks):
        n = number(found["n"])
        if n == 1:
            open_.append(1)
            continue
        while open_ and open_[-1] + 1 != n and any(one + 1 == n for one in open_):
            open_.pop()
        if open_ and open_[-1] + 1 == n:
            open_[-1] = n
            continue
        if open_ or _begins_late(marks, place):
            yield copy.place(found.start("n")), "L130", _said(found, open_, n)
        open_ = [*open_[:-1], n]


def _begins_late(marks: list[re.Match[str]], place: int) -> bool:
    """Whether a list begins with two: another that follows makes sure that it is one."""
    n = number(marks[place]["n"])
    after = marks[place + 1 : place + 2]
    return n == 2 and bool(after) and number(after[0]["n"]) == 3


def _said(found: re.Match[str], open_: list[int], n: int) -> dict[str, object]:
    text = found.group().strip("\x00 　")
    mended = text.replace(found["n"], _like(found["n"], open_[-1] + 1 if open_ else 1))
    return {"text": text, "mended": mended}


def _like(written: str, n: int) -> str:
    """A number in the form of another."""
    if written in CIRCLED:
        return CIRCLED[min(n, 20) - 1]
    return str(n) if written.isdigit() else in_han(n)


def number(written: str) -> int:
    """①, 12 or 十二 as a number; 0 for none such as 十二十."""
    if written in CIRCLED:
        return CIRCLED.index(written) + 1
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if len(ones) > 1 or len(tens) > 1:
        return 0
    return (DIGIT.get(tens, 1) * 10 if ten else 0) + DIGIT.get(ones, 0)


def in_han(n: int) -> str:
    """A number below 100 in Han: 12 as 十二."""
    tens, ones = divmod(n, 10)
    signs = " 一二三四五六七八九"
    head = ("十" if tens == 1 else f"{signs[tens]}十") if tens else ""
    return f"{head}{signs[ones] if ones else ''}"
