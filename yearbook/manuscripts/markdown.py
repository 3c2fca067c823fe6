"""Words as Markdown that shows them as they are, whatever signs they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from yearbook.manuscripts.drafts import Block
from yearbook.manuscripts.mending import MARK
from yearbook.markup import parse

SUSPECT = re.compile(
    r"[^\w\s\u3000-\u3020\uff01\uff08-\uff0c\uff1b\uff1f—…·“”‘’,.%％:：/（）()～+-]"
)
START = re.compile(r"\s|[-+*#＃>＞:：|｜~=①-⑳●○◆■★※▪◦·•]|\d+[.)]")
SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&]")
NUMBER = re.compile(r"^(\d+)([.)])(?=\s)")
WIDE = {ord(char): char_ for char, char_ in zip("＃［］｛｝＾＞｜", "#[]{}^>|", strict=True)}
FAR = {chr(n): chr(n + 0xFEE0) for n in map(ord, "!\"#$&'()*+<=>?@\\^_`|~")}
BRACKETS = dict(zip("[]{}［］｛｝", "〔〕〔〕〔〕〔〕", strict=True))
WIDEST = str.maketrans(FAR | BRACKETS)
LOOSE = ":：·•●○◆■★※▪◦＃＞｜ "
TITLE = str.maketrans("{}｛｝<>`*[]~\\^#＃", "〔〕〔〕＜＞‘＊［］～＼＾  ")


def paragraph(text: str, notes: Mapping[str, str] | None = None) -> str:
    """A paragraph of Markdown whose words are those of `text`; marks become `[^id]`."""
    notes = notes or {}
    if not SUSPECT.search(text) and not START.match(text):
        return text
    for words, source in _attempts(text):
        made = _with_notes(source, notes)
        prose = parse(made)
        if not prose.faults and prose.text == MARK.sub("", words).strip():
            return made
    return _with_notes(_begun(text.translate(WIDEST).lstrip(LOOSE)), notes)


def shown(text: str) -> str:
    """The words that a paragraph of `text` shows."""
    return (
        text if not SUSPECT.search(text) and not START.match(text) else parse(paragraph(text)).text
    )


def _attempts(text: str) -> Iterable[tuple[str, str]]:
    """Words that may be shown, and a source for each: the same words if that is possible."""
    yield text, text
    for words in (text, text.translate(WIDE), text.translate(WIDE).lstrip(LOOSE)):
        if words:
            yield words, _escaped(words)


def _escaped(text: str) -> str:
    """Every sign of Markdown with a backslash before it."""
    return _begun(SIGNS.sub(r"\\\g<0>", text))


def _begun(text: str) -> str:
    """A paragraph that begins with no sign of a list."""
    made = NUMBER.sub(r"\1\\\2", text)
    return re.sub(r"^([-+])(?=\s|-)", r"\\\1", made)


def _with_notes(source: str, notes: Mapping[str, str]) -> str:
    return MARK.sub(lambda one: f"[^{notes[one.group()]}]" if one.group() in notes else "", source)


def title(text: str) -> str:
    """The words of a title, which hold no marks."""
    made = " ".join(MARK.sub("", text).translate(TITLE).split())
    return re.sub(r"\*\*|]\(", "", made) or "—"


def body(blocks: Iterable[Block], notes: Mapping[str, str]) -> str:
    """The Markdown of an entry; lists are paragraphs where they cannot be lists."""
    row = list(blocks)
    made = "\n\n".join(_blocks(row, notes))
    if any(block.style in ("item", "numbered", "quote", "heading") for block in row):
        prose = parse(made)
        if any(fault.code not in ("C218", "C220") for fault in prose.faults):
            plain = [Block(b.text, b.place, "", 1, b.table, b.picture) for b in row]
            return "\n\n".join(_blocks(plain, notes))
    return made


def _blocks(blocks: list[Block], notes: Mapping[str, str]) -> Iterable[str]:
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].style in ("item", "numbered"):
            end += 1
        if end > at:
            yield "\n".join(_items(blocks[at:end], notes))
            at = end
        else:
            if made := _block(blocks[at], notes):
                yield made
            at += 1


def _items(blocks: list[Block], notes: Mapping[str, str]) -> Iterable[str]:
    """The items of a list: numbered when all are, and not too many."""
    numbered = all(block.style == "numbered" for block in blocks) and len(blocks) < 100
    level, base = 0, min(block.level for block in blocks)
    counts: dict[int, int] = {}
    for block in blocks:
        level = min(block.level - base, level + (block is not blocks[0]), 3)
        counts = {n: count for n, count in counts.items() if n <= level}
        counts[level] = counts.get(level, 0) + 1
        sign = f"{counts[level]}." if numbered else "-"
        yield f"{'    ' * level}{sign} {paragraph(block.text, notes)}"


def _block(block: Block, notes: Mapping[str, str]) -> str:
    if block.table:
        return f"![]({block.table.file})"
    if block.picture:
        return picture(block.picture.file, block.picture.alt, block.picture.caption)
    made = paragraph(block.text, notes)
    if block.style == "heading":
        return f"### {_with_notes(heading(block.text), notes)}"
    return f"> {made}" if block.style == "quote" else made


def heading(text: str) -> str:
    """The words of a heading within an entry."""
    return " ".join(text.translate(TITLE).split()) or "—"


def picture(file: str, alt: str, caption: str) -> str:
    """A picture with its words; a caption that cannot stand in quotes stands below."""
    alt = " ".join(re.sub(r"[\[\]\\`*_<>&\"{}!^~|]", " ", alt).split()) or ALT
    bare = caption.replace('"', "”")
    made = f'![{alt}]({file} "{bare}")' if bare else f"![{alt}]({file})"
    if bare:
        prose = parse(made)
        if prose.faults or prose.text != bare or SUSPECT.search(bare):
            return f"![{alt}]({file})\n\n{paragraph(caption)}"
    return made


ALT = "待补图片说明"
