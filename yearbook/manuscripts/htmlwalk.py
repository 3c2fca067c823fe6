"""From the tree of a web page to blocks."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote_to_bytes

from yearbook.issues import Words
from yearbook.manuscripts.blocks import Grid, Paragraph, Picture, Run, Style
from yearbook.manuscripts.grids import Cell, filled
from yearbook.manuscripts.htmlnotes import Notes
from yearbook.manuscripts.htmltree import Node
from yearbook.manuscripts.pictures import picture
from yearbook.manuscripts.reading import Reading
from yearbook.manuscripts.runs import Piece, all_bold, bold_head, joined

_INLINE = frozenset(("a", "b", "strong", "span", "img", "br", "wbr", ""))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARTS = frozenset(("table", "ul", "ol", *_HEADINGS))
_BLANK = re.compile(r"[ \t\r\n\f]+")
_WIDE = "[\u2014\u2018-\u201d\u2e80-\u9fff\uff00-\uff60]"
_CUT = re.compile(f"(?<={_WIDE})[ \t]*+[\r\n][ \t\r\n]*+(?={_WIDE})")
_INDENT = re.compile("[\u3000\u00a0\u2002\u2003]{2}")
_HEAVY = re.compile("font-weight:(?:bold|[6-9]00)")
_DATA = re.compile(r"data:image/[\w.+-]{1,40}((?:;[\w=-]{1,40})*),", re.ASCII)


@dataclass(frozen=True, slots=True)
class State:
    """What holds for the words at a place of the page; `lists`: how many it stands in."""

    style: Style = ""
    level: int = 0
    number: str = ""
    lists: int = 0
    bold: bool = False
    centred: bool = False
    as_typed: bool = False
    href: str = ""


@dataclass(slots=True)
class Walk:
    """A page while it is gone through; the paragraph at hand, and what was found so far.

    `note` is the key of the note that the paragraph at hand belongs to.
    """

    reading: Reading
    notes: Notes
    blocks: list[Paragraph | Grid] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    remarks: dict[str, list[Paragraph]] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    state: State = field(default_factory=State)
    note: str = ""
    place: int = 0

    def into(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._say(child)
            elif "hidden" in child.attributes or "display:none" in _css(child):
                self.reading.lose(child.text, "hidden", self.place)
            elif child.tag == "title":
                self.reading.lose(child.text, "title")
            elif child.tag == "nav" or (child.tag == "footer" and not _has_ids(child)):
                self.reading.lose(_spoken(child), "navigation", self.place)
            else:
                self._element(child)

    def end(self) -> None:
        """End the paragraph at hand, unless it is empty."""
        pieces, self.pieces = self.pieces, []
        runs = joined(pieces, self.place + 1, self.reading)
        if not runs:
            return
        state = self.state
        made = Paragraph(
            runs=runs,
            place=self.place + (not self.note),
            style=state.style,
            level=state.level,
            bold=all_bold(pieces),
            centred=state.centred,
            number=state.number,
            head=bold_head(pieces),
        )
        if self.note:
            self.remarks.setdefault(self.note, []).append(made)
        else:
            self.place += 1
            self.blocks.append(made)

    def _element(self, node: Node) -> None:
        if node.tag in _INLINE:
            outer, self.state = self.state, _stated(self.state, node)
            self._inline(node)
            self.state = replace(self.state, bold=outer.bold, href=outer.href)
            return
        self.end()
        outer, note = self.state, self.note
        self.state, self.note = _stated(outer, node), self.notes.begun(node) or note
        self._block(node)
        self.end()
        self.state, self.note = outer, note

    def _inline(self, node: Node) -> None:
        if node.tag == "br":
            self._break()
        elif node.tag == "img" and node.attributes.get("src"):
            self.pieces.append((Run(picture=self._picture(node)), False))
        elif node.tag == "a":
            self._link(node)
        else:
            self.into(node)

    def _say(self, text: str) -> None:
        if self.state.as_typed:
            lines = text.splitlines()
            for line in lines[:-1]:
                self._add(line)
                self.end()
            text = lines[-1] if lines else ""
        else:
            text = _BLANK.sub(" ", _CUT.sub("", text))
        if self._after_break() and _INDENT.match(text):
            self.end()
        self._add(text)

    def _add(self, text: str) -> None:
        if text:
            run = Run(text.replace("\u00a0", " "), href=self.state.href)
            self.pieces.append((run, self.state.bold))

    def _break(self) -> None:
        """A line break; two in a row end the paragraph."""
        if self._after_break():
            self.end()
        else:
            self._add("\n")

    def _after_break(self) -> bool:
        said = "".join(run.text for run, _ in self.pieces[-2:])
        return "\n" in said[len(said.rstrip()) :]

    def _link(self, node: Node) -> None:
        key = self.notes.referred(node)
        if key:
            self.pieces.append((Run(note=key), False))
            self.reading.change(self.place + 1, node.text.strip(), f"[^{key}]")
        elif self.notes.leads_back(node):
            self.reading.change(self.place, node.text.strip())
        else:
            self.into(node)

    def _picture(self, node: Node) -> str:
        """The key of a picture; one that is not within the page is named and not fetched."""
        source, alt = node.attributes["src"], node.attributes.get("alt", "")
        data = _DATA.match(source)
        name = f"picture-{len(self.pictures) + 1}" if data else re.split(r"[/\\]", source)[-1][:80]
        key = name or f"picture-{len(self.pictures) + 1}"
        if data:
            self.pictures[key] = picture(key, _decoded(data, source), alt, self.reading)
        else:
            self.pictures.setdefault(key, Picture(key, key, b"", alt))
            what = Words("图片", "a picture")
            self.reading.fault("M015", what=what, address=source[:200])
        return key

    def _block(self, node: Node) -> None:
        if node.tag in ("ul", "ol"):
            self._list(node)
        elif node.tag == "table":
            self._table(node)
        else:
            self.into(node)

    def _list(self, node: Node) -> None:
        lists = self.state.lists + 1
        number = _whole(node.attributes.get("start", ""), 1)
        for child in node.children:
            if isinstance(child, Node) and child.tag == "li":
                shown = f"{number}." if node.tag == "ol" else ""
                style: Style = "numbered" if node.tag == "ol" else "item"
                outer = self.state
                self.state = replace(outer, style=style, level=lists, lists=lists, number=shown)
                self._element(child)
                self.state, number = outer, number + 1
            else:
                self.into(Node("", children=[child]))
                self.end()

    def _table(self, node: Node) -> None:
        """A table; one that only arranges the page, with parts in its cells, is gone through."""
        for part in node.children:
            if isinstance(part, Node) and part.tag == "caption":
                self._element(part)
        rows = list(_rows(node))
        cells = [cell for row in rows for cell in row]
        if len(cells) < 2 or any(_has_parts(cell) for cell in cells):
            for cell in cells:
                self._element(cell)
            return
        others: list[Piece] = []
        grid = filled([[self._cell(cell, others) for cell in row] for row in rows])
        self.place += 1
        if any(text for row in grid for text in row):
            self.blocks.append(Grid(grid, self.place))
        self.pieces = others

    def _cell(self, node: Node, others: list[Piece]) -> Cell:
        blocks, self.blocks, place = self.blocks, [], self.place
        self.note = self.notes.begun(node)
        self.into(node)
        self.end()
        self.note = ""
        found = [block for block in self.blocks if isinstance(block, Paragraph)]
        self.blocks, self.place = blocks, place
        others += [(run, False) for one in found for run in one.runs if run.note or run.picture]
        spans = [_whole(node.attributes.get(name, ""), 1) for name in ("colspan", "rowspan")]
        made = Cell("\n".join(one.text for one in found if one.text), *(max(n, 1) for n in spans))
        if made.merged:
            what = Words("合并的单元格", "merged cells")
            self.reading.fault("M024", what=what, place=self.place + 1)
        return made


def _stated(state: State, node: Node) -> State:
    """What holds within an element."""
    css = _css(node)
    if node.tag in _HEADINGS:
        state = replace(state, style="heading", level=_HEADINGS[node.tag], number="")
    elif node.tag in ("figcaption", "caption"):
        state = replace(state, style="caption", level=0, number="")
    elif node.tag == "blockquote":
        state = replace(state, style="quote", level=0, number="")
    centred = node.tag == "center" or "text-align:center" in css
    return replace(
        state,
        bold=state.bold or node.tag in ("b", "strong", "th") or bool(_HEAVY.search(css)),
        centred=state.centred or centred or node.attributes.get("align", "").lower() == "center",
        as_typed=state.as_typed or node.tag == "pre",
        href=node.attributes.get("href", "") if node.tag == "a" else state.href,
    )


def _css(node: Node) -> str:
    return re.sub(r"\s", "", node.attributes.get("style", "")).lower()


def _rows(table: Node) -> Iterator[list[Node]]:
    """The cells of each row of a table, not those of tables within it."""
    for child in table.children:
        if isinstance(child, Node) and child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)
        elif isinstance(child, Node) and child.tag == "tr":
            cells = (one for one in child.children if isinstance(one, Node))
            yield [one for one in cells if one.tag in ("td", "th")]


def _has_parts(node: Node) -> bool:
    """Whether a cell holds headings, lists or tables."""
    children = [child for child in node.children if isinstance(child, Node)]
    return any(child.tag in _PARTS or _has_parts(child) for child in children)


def _decoded(found: re.Match[str], source: str) -> bytes:
    said = unquote_to_bytes(source[found.end() :])
    if "base64" not in found[1]:
        return said
    try:
        return base64.b64decode(said)
    except binascii.Error:
        return b""


def _has_ids(node: Node) -> bool:
    """Whether something within leads here, as to a note."""
    inside = (child for child in node.children if isinstance(child, Node))
    return any(child.ids or _has_ids(child) for child in inside)


def _spoken(node: Node) -> str:
    """The words of each element within, parted by blanks."""
    row = (one if isinstance(one, str) else _spoken(one) for one in node.children)
    return " ".join(" ".join(row).split())


def _whole(text: str, otherwise: int) -> int:
    return min(int(text), 9999) if text.isascii() and text.isdigit() else otherwise
