"""Quotation marks, title marks and brackets that do not pair or nest as they should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.proofread.pairing import OPENS, PAIRS, TOKEN, Fault, faults, plain
from yearbook.proofread.quotations import APART
from yearbook.proofread.scripts import foreign
from yearbook.proofread.signs import HAN, after, before, finding
from yearbook.rules.scope import Finding

MARKS = frozenset((*PAIRS, *OPENS, '"', "'", "＂"))
CODES = {
    "reversed": ("L001", "L002"),
    "straight": ("L003", "L002"),
    "nested": ("L004", "L004"),
    "other": ("L007", "L007"),
    "crossing": ("L008", "L008"),
    "alone": ("L012", "L012"),
    "across": ("L009", "L009"),
}
OUTER = re.compile(r"‘([^‘’“”\n]*)’")
CORNER = re.compile(r"「([^「」\n]*)」|『([^『』\n]*)』")
HANS = re.compile(f"[{HAN}]")
FAR = 40  # paragraphs in which the end of a quotation is looked for
BACK = 400  # characters in which its beginning is
KANA = re.compile("[\u3041-\u30f9]")
TYPED = re.compile(r"(?<![0-9A-Za-z])<(?![!/0-9])([^<>\n]*)>")
TITLE = re.compile(r"〈[^〈〉\n]*〉")

Paragraph = tuple[int, int]


def paired(copy: Copy) -> Iterator[Finding]:
    """Quotation marks, title marks and brackets pair within their paragraph, one in another."""
    if copy.signs.isdisjoint(MARKS):
        return
    paragraphs = list(_paragraphs(copy.words))
    rows = [_faults(copy.words, paragraphs, nth) for nth in range(len(paragraphs))]
    found = list(_across(copy.words, rows))
    alone = {copy.words[one.start] for one in found if one.kind == "alone"}
    for fault in found:
        if fault.kind == "nested" and copy.words[fault.start] in alone:
            continue  # 《《甲》: one of them is too many
        code = CODES[fault.kind][not fault.mended]
        if fault.kind == "nested" and copy.words[fault.start] == "《":
            code = "L013"
        yield finding(copy, code, fault.start, fault.end, mended=fault.mended)


def _paragraphs(words: str) -> Iterator[Paragraph]:
    start = 0
    for apart in APART.finditer(words):
        yield start, apart.start()
        start = apart.end()
    yield start, len(words)


def _faults(words: str, paragraphs: list[Paragraph], nth: int) -> list[Fault]:
    start, end = paragraphs[nth]
    if plain("".join(TOKEN.findall(words, start, end))):
        return []
    then = words[slice(*paragraphs[nth + 1])] if nth + 1 < len(paragraphs) else ""
    return faults(words, start, end, goes_on=then.lstrip("\x00 \u3000").startswith("“"))


def _across(words: str, rows: list[list[Fault]]) -> Iterator[Fault]:
    """The faults; a quotation that ends in a later paragraph is one, not two marks alone."""
    for nth, row in enumerate(rows):
        then = next((later for later in rows[nth + 1 : nth + FAR] if later), [])
        pair = _alone(words, row[-1]) + _alone(words, then[0]) if row and then else ""
        if pair == "“”":
            row[-1] = Fault("across", row[-1].start, row[-1].end)
            then.pop(0)
        elif pair == "（）" and _begins(words, row[-1]) and _ends(words, then[0]):
            row.pop()  # several paragraphs in brackets
            then.pop(0)
        yield from row


def _alone(words: str, fault: Fault) -> str:
    return words[fault.start] if fault.kind == "alone" else ""


def _begins(words: str, fault: Fault) -> bool:
    return not before(words, fault.start)


def _ends(words: str, fault: Fault) -> bool:
    return not after(words, fault.end)


def outermost(copy: Copy) -> Iterator[Finding]:
    """The outer quotation has “”, ‘’ stands within it."""
    if "‘" not in copy.signs:
        return
    for start, end in _paragraphs(copy.words):
        for found in OUTER.finditer(copy.words, start, end):
            if HANS.search(found[1]) and not _open(copy.words, start, found.start()):
                mended = f"“{copy.source[found.start(1) : found.end(1)]}”"
                yield finding(copy, "L005", *found.span(), mended=mended)


def _open(words: str, start: int, at: int) -> bool:
    """Whether a “ is open at a place of a paragraph."""
    start = max(start, at - BACK)
    return words.count("“", start, at) > words.count("”", start, at)


def corners(copy: Copy) -> Iterator[Finding]:
    """Simplified text has “” and ‘’; 「」 stay in traditional and Japanese passages."""
    if copy.signs.isdisjoint("「『"):
        return
    for found in CORNER.finditer(copy.words):
        said = found[1] or found[2] or ""
        if KANA.search(said) or foreign(said):
            continue
        marks = "‘’" if _open(copy.words, 0, found.start()) else "“”"
        inner = said.replace("『", "‘").replace("』", "’") if marks == "“”" else said
        yield finding(copy, "L006", *found.span(), mended=marks[0] + inner + marks[1])


def titles(copy: Copy) -> Iterator[Finding]:
    """Titles stand within 《》, titles within them in 〈〉; neither is typed as < >."""
    if "<" in copy.signs:
        for found in TYPED.finditer(copy.words):
            if not HANS.search(found[1]):
                continue
            marks = "〈〉" if _within_title(copy.words, found.start()) else "《》"
            mended = f"{marks[0]}{copy.source[found.start(1) : found.end(1)]}{marks[1]}"
            yield finding(copy, "L014", *found.span(), mended=mended)
    if "〈" in copy.signs:
        for found in TITLE.finditer(copy.words):
            if not _within_title(copy.words, found.start()):
                mended = f"《{copy.source[found.start() + 1 : found.end() - 1]}》"
                yield finding(copy, "L018", *found.span(), mended=mended)


def _within_title(words: str, at: int) -> bool:
    start = max(words.rfind("\n", 0, at) + 1, at - BACK)
    return words.count("《", start, at) > words.count("》", start, at)
