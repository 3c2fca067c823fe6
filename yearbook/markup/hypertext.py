"""From parsed prose to HTML: figures and honours marked, links set, notes numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise

from yearbook import address
from yearbook.markup.prose import ImageView, Mark, Piece, Prose

DIGITS = re.compile(r"(?<![\d.,])\d{5,}(?!,)")
NUMERALS = "〇一二三四五六七八九"
PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
PARAGRAPH = {"open": "<p>", "close": "</p>"}  # most of what is not words
STEP = {"open": 1, "close": -1}
SPECIAL = "&<>\"'"
SCROLL = '<div class="scroll" tabindex="0" role="group" aria-label="表格，可左右滚动">'


def heading_id(prefix: str, nth: int) -> str:
    """Anchor of the `nth` (from 1) heading inside the entry `prefix`."""
    return f"{prefix}_{nth}"


def han(number: int) -> str:
    """A number in Han: 1 is 一, 12 十二, 105 一百〇五, 1010 一千〇一十; from 10000 on in digits."""
    if number >= 10_000:
        return str(number)
    said, gap = "", False
    for size, place in PLACES:
        digit = number // size % 10
        if digit:
            said += ("〇" if gap and said else "") + NUMERALS[digit] + place
        gap = not digit
    return said.removeprefix("一") if said.startswith("一十") else said


def grouped(text: str) -> str:
    """Escaped text in which runs of five digits and more are set in threes by `span.k`."""
    said = escape(text)
    return DIGITS.sub(lambda found: _threes(found.group()), said) if len(said) > 4 else said


def _threes(digits: str) -> str:
    head = len(digits) % 3 or 3
    rest = [digits[at : at + 3] for at in range(head, len(digits), 3)]
    return digits[:head] + "".join(f'<span class="k">{three}</span>' for three in rest)


class Writer:
    """Writes the pieces of one prose in order; marks are cut at the edges of the pieces."""

    def __init__(self, text: str, marks: tuple[Mark, ...]) -> None:
        self.text = text
        self.marks = marks
        self.out: list[str] = []
        self.named: set[str] = set()
        self.in_link = 0
        self.escape = escape if any(char in text for char in SPECIAL) else str

    def words(self, start: int, end: int) -> None:
        """The words from `start` to `end`, cut wherever a mark begins or ends."""
        here = [mark for mark in self.marks if mark.start < end and mark.end > start]
        if not _are_apart(here, start, end):
            self.cut(start, end, here)
            return
        for mark in here:
            self.out.append(self.escape(self.text[start : mark.start]))
            self.out.append(self.marked(mark.start, mark.end, [mark]))
            start = mark.end
        self.out.append(self.escape(self.text[start:end]))

    def cut(self, start: int, end: int, here: list[Mark]) -> None:
        """The same where marks overlap one another or the edges."""
        edges = {start, end, *(m.start for m in here), *(m.end for m in here)}
        row = sorted(edge for edge in edges if start <= edge <= end)
        for a, b in pairwise(row):
            over = [mark for mark in here if mark.start <= a and mark.end >= b]
            self.out.append(self.marked(a, b, over) if over else self.escape(self.text[a:b]))

    def marked(self, start: int, end: int, over: list[Mark]) -> str:
        """A stretch under one or more marks: the shortest is the link, the others an anchor."""
        inner, *outer = sorted(over, key=_length) if len(over) > 1 else over
        anchors = "".join(f'<span id="{m.id}"></span>' for m in outer if self.first(m))
        name = f' id="{inner.id}"' if self.first(inner) else ""
        kind = "n" if inner.kind == "figure" else "honour"
        words = self.text[start:end]
        said = grouped(words) if inner.kind == "figure" else self.escape(words)
        if self.in_link:
            return f'{anchors}<span class="{kind}"{name}>{said}</span>'
        return f'{anchors}<a class="{kind}"{name} href="{escape(inner.href)}">{said}</a>'

    def first(self, mark: Mark) -> bool:
        """Whether the anchor of a mark is still to be written."""
        fresh = mark.id not in self.named
        self.named.add(mark.id)
        return fresh


def _are_apart(marks: list[Mark], start: int, end: int) -> bool:
    """Whether marks follow one another between `start` and `end`."""
    for mark in marks:
        if not start <= mark.start < mark.end <= end:
            return False
        start = mark.end
    return True


def _length(mark: Mark) -> int:
    return mark.end - mark.start


def html(
    prose: Prose,
    *,
    marks: tuple[Mark, ...] = (),
    links: Mapping[str, str] | None = None,
    images: Mapping[str, ImageView] | None = None,
    notes: Mapping[str, int] | None = None,
    tables: Mapping[str, str] | None = None,
    used: Mapping[str, int] | None = None,
    prefix: str = "",
) -> str:
    """The HTML of parsed prose; safe to be put on a page as it is.

    `links` maps the address of a link as written to that on the page, or to nothing where its
    words alone are to stand; `images` and `tables` the source as written to a view and to ready
    HTML, `notes` the id of a note to its number on the page. `used` counts the references to a
    note earlier on the page; `prefix` is the entry's id, from which headings get their anchors.
    """
    writer = Writer(prose.text, marks)
    ready: _Context | None = None
    for piece in prose.pieces:
        if piece.kind == "text":
            writer.words(piece.start, piece.end)
        elif piece.value == "p" and piece.kind in PARAGRAPH:
            writer.out.append(PARAGRAPH[piece.kind])
        else:
            ready = ready or _Context(prose, links, images, notes, tables, used, prefix)
            writer.in_link += STEP.get(piece.kind, 0) * (piece.value == "a")
            writer.out.extend(ready.write(piece))
    return "".join(writer.out)


class _Context:
    """What a page gives to the HTML of an entry, and the writing of all that is not words."""

    def __init__(
        self,
        prose: Prose,
        links: Mapping[str, str] | None,
        images: Mapping[str, ImageView] | None,
        notes: Mapping[str, int] | None,
        tables: Mapping[str, str] | None,
        used: Mapping[str, int] | None,
        prefix: str,
    ) -> None:
        self.prose, self.links, self.images = prose, links or {}, images or {}
        self.notes, self.tables, self.used = notes or {}, tables or {}, Counter(used or {})
        self.prefix = prefix
        self.in_lost_link = False

    def write(self, piece: Piece) -> Iterator[str]:
        """The HTML of a piece that is not words."""
        if piece.value == "a" and self.is_lost(piece):
            return
        if piece.kind == "open":
            scroll = SCROLL if piece.value == "table" else ""
            yield f"{scroll}<{piece.value}{self.attributes(piece)}>"
        elif piece.kind == "close":
            yield f"</{piece.value}>" + ("</div>" if piece.value == "table" else "")
        elif piece.kind == "void":
            yield f"<{piece.value}>"
        elif piece.kind == "heading":
            name = f' id="{heading_id(self.prefix, piece.start + 1)}"' if self.prefix else ""
            yield f"<h3{name}>"
        elif piece.kind == "note":
            yield self.note(piece.value)
        elif piece.kind == "image":
            yield self.image(piece)
        elif piece.kind == "table":
            yield self.tables.get(piece.value, "")
        elif piece.kind == "was":
            yield self.was(piece.start)

    def is_lost(self, piece: Piece) -> bool:
        """Whether this begins or ends a link that leads nowhere on this site."""
        begins = piece.kind == "open" and self.links.get(dict(piece.attrs).get("href", "")) == ""
        ends = piece.kind == "close" and self.in_lost_link
        if begins or ends:
            self.in_lost_link = begins
        return begins or ends

    def attributes(self, piece: Piece) -> str:
        made = dict(piece.attrs)
        if "href" in made:
            made["href"] = self.links.get(made["href"], made["href"])
        return "".join(f' {name}="{escape(value)}"' for name, value in made.items())

    def note(self, id_: str) -> str:
        """`〔一〕`, an anchor of its own for each reference."""
        self.used[id_] += 1
        number = han(self.notes.get(id_, 0)) or "注"
        name = escape(address.note_reference_id(id_, self.used[id_]))
        target = escape(address.note_id(id_))
        link = f'<a id="{name}" href="#{target}" aria-label="校注{number}">〔{number}〕</a>'
        return f'<sup class="ref">{link}</sup>'

    def image(self, piece: Piece) -> str:
        view = self.images.get(piece.value, ImageView(piece.value))
        size = f' width="{view.width}" height="{view.height}"' if view.width and view.height else ""
        alt = escape(self.prose.images[piece.start].alt)
        return f'<img src="{escape(view.src)}" alt="{alt}"{size} loading="lazy">'

    def was(self, nth: int) -> str:
        """The printed reading after the corrected one."""
        reading = self.prose.readings[nth]
        printed = f"原作“{reading.printed}”" if reading.printed else "原缺"
        day = [int(part) for part in reading.day.split("-") if part]
        said = "{}年{}月{}日：".format(*day) + reading.why if day else reading.reason
        reason = f"，{said}" if said else ""
        return f'<span class="was">〔{escape(printed + reason)}〕</span>'


def text_html(text: str, marks: tuple[Mark, ...] = ()) -> str:
    """The same for the plain text of a record's field."""
    writer = Writer(text, marks)
    writer.words(0, len(text))
    return "".join(writer.out)
