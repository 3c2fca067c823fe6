"""The words of a manuscript made fit for the format: punctuation, quotes, blanks, escapes.

Han and digits never change. An escape that holds some, such as `\\u3000`, is taken out first and
remembered with its place, so that the proof can put it back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from yearbook.manuscripts.shapes import NOTE_MARK
from yearbook.read.textfaults import CLUSTER, CONTROL, LOST

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
ESCAPE = re.compile(
    r"\\u(?!d[89a-f])[0-9a-f]{4}|\\[/\"']|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});",
    re.IGNORECASE,
)
MARK = re.compile("[\U000f0000-\U0010ffff]")  # stands for a note or a picture, see drafts
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
KEPT = re.compile(r"https?://[^\s\u3400-\u9fff，。；）]+|(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+")
WIDE_SIGNS = dict(zip(",;:!?()", "，；：！？（）", strict=True))
FINE = re.compile(r"[\u4e00-\u9fff0-9A-Za-z，。；：、！？（）《》]*")
SIGN = re.compile(r"[,;:!?]")
CLOSED = re.compile(r"\(([^()\n]*)\)")
CHINESE = re.compile(f"[{HAN}“”‘’《》〈〉（）【】、。，；：！？…—％]")
BLANK = re.compile(
    rf"(?<=[{HAN}，。；：！？、（）《》“”])[ \u00a0]+(?=[0-9０-９])"
    rf"|(?<=[0-9０-９%])[ \u00a0]+(?=[{HAN}，。；：！？、（）《》“”])"
    rf"|(?<=[0-9０-９])[ \u00a0]+(?=[%％])|(?<=[{HAN}])[ \u00a0]+(?=[，。；：！？、）》])"
)
CAPTIONED = re.compile(r"[图表][0-9]{1,3}$")
TWICE = re.compile(r"[ \t\u00a0\u2002-\u200a\u3000]+")
QUOTES = '“”"＂'
LONGEST_QUOTE = 40
DEAD = "□"  # stands for a character that was lost before


@dataclass(frozen=True, slots=True)
class Escape:
    """What stood in the raw text at `start` of the decoded one, and what it became there."""

    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the words, for the report: what it is, and the words around it."""

    kind: str
    before: str
    after: str
    near: str


@dataclass(frozen=True, slots=True)
class Mended:
    """Words fit for the format; `raw` is the text as it came, with its escapes still in it."""

    text: str
    decoded: str
    escapes: tuple[Escape, ...] = ()
    edits: tuple[Edit, ...] = ()
    doubts: tuple[Edit, ...] = ()


def mend(raw: str, marks: Mapping[str, str] | None = None) -> Mended:
    """The words of a line of a manuscript; `marks` replace words such as [1] by marks of notes."""
    if FINE.fullmatch(raw):
        return Mended(raw, raw)
    decoded, escapes = _decoded(raw, marks or {})
    edits = [Edit("escape", one.before, one.after, _near(decoded, one.start)) for one in escapes]
    text, doubts = decoded, list[Edit]()
    for change in (_quoted, _bracketed, _signed, _closed_up):
        text = change(text, edits, doubts)
    return Mended(TWICE.sub(" ", text).strip(), decoded, escapes, tuple(edits), tuple(doubts))


def encoded(decoded: str, escapes: tuple[Escape, ...]) -> str:
    """The raw text again."""
    made, at = "", 0
    for one in escapes:
        made += decoded[at : one.start] + one.before
        at = one.start + len(one.after)
    return made + decoded[at:]


def _decoded(raw: str, marks: Mapping[str, str]) -> tuple[str, tuple[Escape, ...]]:
    """The text without escapes and without characters that no file of content may hold."""
    made, length, found, at = list[str](), 0, list[Escape](), 0
    for start, end, after in _foreign(raw, marks):
        made += [raw[at:start], after]
        length += start - at
        found.append(Escape(length, raw[start:end], after))
        length += len(after)
        at = end
    return "".join((*made, raw[at:])), tuple(found)


def _meant(said: str) -> str:
    """The character that an escape means; the escape itself where that is none."""
    if said.startswith("\\"):
        meant = chr(int(said[2:], 16)) if said[1:2] in "uU" and len(said) == 6 else said[1:]
    else:
        meant = unescape(said)
    if meant == said or len(meant) != 1:
        return said
    if CONTROL.match(meant) or UNSEEN.match(meant) or MARK.match(meant) or meant == LOST:
        return " "
    return unicodedata.normalize("NFC", " " if meant.isspace() else meant)


PATTERNS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (NOTE_MARK, lambda said: said),
    (ESCAPE, _meant),
    (CONTROL, lambda said: " " if said in "\x0b\x0c\x85\u2028\u2029" else ""),
    (UNSEEN, lambda said: ""),
    (re.compile(LOST), lambda said: DEAD),
    (CLUSTER, lambda said: unicodedata.normalize("NFC", said)),
)
ANY = re.compile(
    "|".join(f"(?P<p{n}>{one.pattern})" for n, (one, _) in enumerate(PATTERNS)), re.IGNORECASE
)


def _foreign(raw: str, marks: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """What in the raw text becomes something else: start, end and what it becomes."""
    for found in ANY.finditer(raw):
        said, which = found.group(), int((found.lastgroup or "p0")[1:])
        after = marks.get(said, said) if which == 0 else PATTERNS[which][1](said)
        if after != said:
            yield found.start(), found.end(), after


def _near(text: str, at: int) -> str:
    return MARK.sub("", text[max(0, at - 6) : at + 8])


def _quoted(text: str, edits: list[Edit], doubts: list[Edit]) -> str:
    """Double quotes that do not open and close in turn are made to, where that is certain."""
    marks = [n for n, char in enumerate(text) if char in QUOTES]
    row = list(text)
    if all(row[n] == "“”"[nth % 2] for nth, n in enumerate(marks)) and len(marks) % 2 == 0:
        return text
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    said = (text[a + 1 : b] for a, b in pairs)
    if len(marks) % 2 or not all(0 < len(s) <= LONGEST_QUOTE and "。" not in s for s in said):
        doubts.append(Edit("quotes", text[marks[0]], "", _near(text, marks[0])))
        return text
    for nth, n in enumerate(marks):
        good = "“”"[nth % 2]
        if row[n] != good:
            edits.append(Edit("quotes", row[n], good, _near(text, n)))
            row[n] = good
    return "".join(row)


def _bracketed(text: str, edits: list[Edit], doubts: list[Edit]) -> str:
    """Half-width brackets in pairs, beside or around Han."""
    kept = _kept(text)

    def wide(found: re.Match[str]) -> str:
        near = (
            text[max(0, found.start() - 1) : found.start()]
            + found.group(1)
            + text[found.end() : found.end() + 1]
        )
        if not CHINESE.search(near) or _within(found.start(), kept):
            return found.group()
        edits.append(Edit("signs", "()", "（）", _near(text, found.start())))
        return f"（{found.group(1)}）"

    for _ in range(3):  # within one another
        text, before = CLOSED.sub(wide, text), text
        if text == before:
            break
    return text


def _signed(text: str, edits: list[Edit], doubts: list[Edit]) -> str:
    """Half-width signs beside Han; within numbers, times and addresses they stay."""
    kept = _kept(text)

    def wide(found: re.Match[str]) -> str:
        at = found.start()
        before, after = _beside(text, at)
        number = before.isdigit() and after.isdigit()
        chinese = CHINESE.match(before) or (CHINESE.match(after) and not before.isalpha())
        if number or not chinese or _within(at, kept):
            return found.group()
        good = WIDE_SIGNS[found.group()]
        edits.append(Edit("signs", found.group(), good, _near(text, at)))
        return good

    made = SIGN.sub(wide, text)
    return re.sub("(?<=[，；：！？]) +", "", made)


def _closed_up(text: str, edits: list[Edit], doubts: list[Edit]) -> str:
    """No blank stands between Han and digits, but after 图1."""
    kept = _kept(text)

    def none(found: re.Match[str]) -> str:
        at = found.start()
        if _within(at, kept) or CAPTIONED.search(text[max(0, at - 5) : at]):
            return found.group()
        edits.append(Edit("blanks", found.group(), "", _near(text, at)))
        return ""

    return BLANK.sub(none, text)


def _beside(text: str, at: int) -> tuple[str, str]:
    """The characters before and after a sign, blanks passed over."""
    before, after = at - 1, at + 1
    while before >= 0 and text[before] == " ":
        before -= 1
    while text[after : after + 1] == " ":
        after += 1
    return text[before : before + 1] if before >= 0 else "", text[after : after + 1]


def _kept(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in KEPT.finditer(text)]


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether `at` lies in one of the spans, which are in order and apart."""
    nth = bisect_right(spans, at, key=lambda span: span[0])
    return nth > 0 and at < spans[nth - 1][1]
