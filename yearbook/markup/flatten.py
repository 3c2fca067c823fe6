"""From the element tree of an entry to its words and the pieces of its HTML.

Only the elements that `elements` names reach a page. Every other one is a fault; its
text is kept as words.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from yearbook.issues import Words
from yearbook.markup.builder import Builder, splits_number
from yearbook.markup.dialect import HALVES
from yearbook.markup.elements import (
    BLOCKS,
    FAULTS,
    INLINE,
    MENDS,
    attributes,
    only_images,
    short,
)
from yearbook.markup.prose import Correction, Fault, Heading, Image, Link, NoteUse, Piece, Prose

HALF = re.compile(HALVES)
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
INNER = frozenset("tr td th thead tbody tfoot caption li dt dd summary option".split())
DEEPEST = 40


class TooDeep(Exception):
    """Elements stand within elements beyond any sensible depth."""


def prose(root: etree.Element, source: str) -> Prose:
    """The words, pieces and finds of a tree. Raises `TooDeep`."""
    made = Flattener(source)
    made.children(root, 0)
    return made.result()


class Flattener(Builder):
    """Walks a tree once, in the order of reading."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.opened: set[str] = set()
        self.awaited = False
        self.in_link = False

    def children(self, parent: etree.Element, depth: int) -> None:
        """The text and the child elements of `parent`."""
        if depth > DEEPEST:
            raise TooDeep
        self.words(parent.text or "")
        for child in parent:
            self.element(child, depth + 1)
            self.words(child.tail or "")

    def element(self, node: etree.Element, depth: int) -> None:
        """One element; what is allowed stands in this function."""
        if node.tag == "p" and only_images(node):
            for image in node:
                self.standing_image(image)
        elif node.tag in BLOCKS:
            self.block(node, depth)
        elif node.tag == "h3":
            self.heading(node, depth)
        elif node.tag == "a":
            self.link(node, depth)
        elif node.tag in INLINE:
            self.inline(node, depth)
        elif node.tag == "img":
            self.inline_image(node)
        elif node.tag in ("br", "hr"):
            self.void(node.tag)
        elif node.tag == "x-note":
            self.note(node)
        elif node.tag == "x-correction":
            self.correction(node)
        else:
            self.fault(node)

    def block(self, node: etree.Element, depth: int) -> None:
        self.new_block()
        self.open(node.tag, attributes(node))
        self.children(node, depth)
        self.close(node.tag)
        self.new_block()

    def heading(self, node: etree.Element, depth: int) -> None:
        self.new_block()
        before = self.length
        line, _ = self.finder.place("### ")
        self.pieces.append(Piece("heading", "h3", len(self.headings)))
        self.children(node, depth)
        self.close("h3")
        self.headings.append(Heading(self.since(before), line))
        self.new_block()

    def inline(self, node: etree.Element, depth: int) -> None:
        start, before = self.length, self.last
        self.open(node.tag)
        self.children(node, depth)
        self.close(node.tag)
        words = self.since(start)
        if splits_number(before, words, node.tail or ""):
            self.add_fault(
                "C206", words, f"**{words}**", f"*{words}*", f"_{words}_", f"`{words}`", words
            )
        if node.tag == "code":
            self.quiet.append((start, self.length))

    def link(self, node: etree.Element, depth: int) -> None:
        start, href = self.length, node.get("href", "")
        line, column = self.finder.address(href)
        if self.in_link:
            self.faults.append(Fault("C227", (("text", short(href)),), line, column))
            self.children(node, depth)
            return
        self.in_link = True
        self.pieces.append(Piece("open", "a", attrs=(("href", href),)))
        self.children(node, depth)
        self.close("a")
        self.in_link = False
        if not self.since(start).strip() and node.find(".//img") is None:
            self.faults.append(Fault("C228", (("text", short(f"[]({href})")),), line, column))
        self.quiet.append((start, self.length))
        self.links.append(Link(href, self.since(start), line, column))

    def image_of(self, node: etree.Element) -> Image:
        src = node.get("src", "")
        line, column = self.finder.address(src)
        return Image(src, node.get("alt", "").strip(), node.get("title", "").strip(), line, column)

    def standing_image(self, node: etree.Element) -> None:
        """An image alone in its paragraph: a figure with a caption, or the place of a table."""
        image = self.image_of(node)
        self.new_block()
        if image.src.startswith("tables/"):
            self.pieces.append(Piece("table", image.src))
            self.tables.append(image)
            return
        self.open("figure")
        self.pieces.append(Piece("image", image.src, len(self.images)))
        self.images.append(image)
        if image.title:
            self.open("figcaption")
            self.words(image.title)
            self.close("figcaption")
        self.close("figure")
        self.new_block()

    def inline_image(self, node: etree.Element) -> None:
        image = self.image_of(node)
        if image.src.startswith("tables/"):
            self.faults.append(Fault("C207", (("src", image.src),), image.line, image.column))
            return
        if image.title:
            args = (("src", image.src), ("title", short(image.title)))
            self.faults.append(Fault("C262", args, image.line, image.column))
        self.pieces.append(Piece("image", image.src, len(self.images)))
        self.images.append(image)

    def void(self, tag: str) -> None:
        self.new_block()
        self.pieces.append(Piece("void", tag))

    def note(self, node: etree.Element) -> None:
        id_ = node.get("id", "")
        use = NoteUse(id_, *self.finder.place(f"[^{id_}]"))
        self.notes.append(use)
        if self.in_link:
            args = (("text", short(f"[^{id_}]")),)
            self.faults.append(Fault("C227", args, use.line, use.column))
        else:
            self.pieces.append(Piece("note", id_))

    def correction(self, node: etree.Element) -> None:
        line, column = self.finder.place(node.get("literal", ""), within=HALF)
        start, old, reason = self.length, node.get("old", ""), node.get("reason", "").strip()
        self.words(node.text or "")
        made = Correction(old, self.since(start), reason, start, self.length, line, column)
        self.pieces.append(Piece("was", start=len(self.readings)))
        self.readings.append(made)
        args = (("old", old), ("new", made.corrected))
        if old == made.corrected:
            self.faults.append(Fault("C280", args, line, column))
        elif not reason:
            self.halved = True  # what stands there instead of a reason is no second fault
            self.faults.append(Fault("C208", args, line, column))

    def fault(self, node: etree.Element) -> None:
        """What is not allowed: reported, and kept as words."""
        literal = "".join(node.itertext())
        first = next((line.strip() for line in literal.split("\n") if line.strip()), "")
        if self.closes(first):
            self.words(literal)
            return
        if node.tag == "x-left" and HALF.match(literal):
            self.half(literal)
        else:
            more = MENDS[node.tag](first) if node.tag in MENDS else None
            self.add_fault(FAULTS.get(node.tag, "C201"), first, literal, first, mend=more)
        self.words(literal)

    def half(self, literal: str) -> None:
        """A mark of a correction without its partner, told of once: not again in the same block
        of words, nor where one that was opened is closed too late."""
        closes = literal.endswith("}") and self.awaited
        if not closes and not self.halved:
            self.add_fault("C222", literal, literal)
        self.awaited = literal.startswith("{")
        self.halved = True

    def closes(self, literal: str) -> bool:
        """Whether this closes, or belongs to, a tag that was reported."""
        tag = TAG.match(literal)
        name = tag.group(2).lower() if tag else ""
        if name in INNER and self.opened:
            return True
        if tag and not tag.group(1):
            self.opened.add(name)
        return bool(tag and tag.group(1) and name in self.opened)

    def add_fault(self, code: str, text: str, *literals: str, mend: Words | None = None) -> None:
        line, column = self.finder.place(*literals)
        args: tuple[tuple[str, object], ...] = (("text", short(text)),)
        args += (("mend", mend),) if mend else ()
        self.faults.append(Fault(code, args, line, column))
