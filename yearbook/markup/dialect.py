"""The Markdown that content may use, made from Python-Markdown by leaving out and adding.

Left out: raw HTML, entities, setext headings, reference links. Added: notes `[^id]`, corrections
`{~~old~>new~~}{>>reason<<}`. What is not allowed becomes an element `x-…`, which the reading of
the tree reports with its literal text. Imported late: the library is slow to load.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import lru_cache
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import CodeBlockProcessor, HashHeaderProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import BacktickInlineProcessor, InlineProcessor
from markdown.util import AtomicString

RAW_HTML = (
    r"</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>"
    r"|<!--(?:(?!-->).)*(?:-->)?|<[!?][^<>]*>?"
    r"|<(?:script|style|iframe|img|svg|object|embed|form|link|meta|base|video|audio)(?![A-Za-z])"
)
ENTITY = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
ATTRIBUTES = (
    r"\{:[^{}]*\}"
    r"|\{\s*(?:[#.][A-Za-z_][\w:.-]*|[A-Za-z_][\w:.-]*(?:=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']+))?)"
    r"(?:\s[^{}]*)?\}"
)
CORRECTION = r"\{~~((?:(?!~>|~~\}).)*)~>((?:(?!~~\}).)*)~~\}(?:\s?\{>>((?:(?!<<\}).)*)<<\})?"
NOTE = r"\[\^([^\[\]\n]+)\]"
HALVES = r"\{~~|~~\}|\{>>|<<\}|\{\+\+|\{--"
APART = re.compile(r"###[ ]|[ ]{0,3}(?:-[ ]{0,2}){3,}$|[ ]{0,3}(?:\*[ ]{0,2}){3,}$")
INLINE_MARK = re.compile(r"[\\`*_{\[<&]|  \n|[=~]{2}|\^\[")
LEFT = re.compile(
    rf"({HALVES}|"
    r"\]\([^\s()]{0,40}|\] +\((?=https?:|#|\.\./|[\w./-]+\.md)"
    r"|\[\^(?![^\[\]\s]{0,60}］)[^\]\s]{0,20}\]?|\^\["
    r"|\[\[|\{%|(?<![*_])(?:\*\*|__)(?![*_])|(?<!`)`{1,2}(?!`)|(?<!=)==(?!=)(?:[^=\n]*==)?"
    r"|(?<![{｛~])~~(?![}｝~])(?:[^~\n]*~~(?![}｝~]))?|\\(?=\n))"
)
EMAIL = r"<((?:mailto:)?[^<> !@]+@[^@<> ]+)>"


class Literal(InlineProcessor):
    """An element `tag` around the literal text of a match."""

    def __init__(self, pattern: str, tag: str) -> None:
        super().__init__(pattern)
        self.tag = tag

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        made = etree.Element(self.tag)
        made.text = AtomicString(m.group(0))
        return made, m.start(0), m.end(0)


class CorrectionProcessor(InlineProcessor):
    """`{~~old~>new~~}{>>reason<<}` as an element `x-correction`."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        made = etree.Element("x-correction", literal=m.group(0), old=m.group(1))
        made.set("reason", m.group(3) or "")
        made.text = AtomicString(m.group(2))
        return made, m.start(0), m.end(0)


class NoteProcessor(InlineProcessor):
    """`[^id]` as an element `x-note`."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        return etree.Element("x-note", id=m.group(1)), m.start(0), m.end(0)


class EmailProcessor(InlineProcessor):
    """`<name@example.com>` as a plain link; the library would disguise it letter by letter."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        address = m.group(1).removeprefix("mailto:")
        made = etree.Element("a", href=f"mailto:{address}")
        made.text = AtomicString(address)
        return made, m.start(0), m.end(0)


class CodeSpan(BacktickInlineProcessor):
    """A code span whose text is kept as written; escaping is the writer's work."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        found, start, end = super().handleMatch(m, data)
        if isinstance(found, etree.Element):
            text = (found.text or "").replace("&lt;", "<").replace("&gt;", ">")
            found.text = AtomicString(text.replace("&amp;", "&"))
        return found, start, end


class Heading(HashHeaderProcessor):
    """`### ` headings only; the reader cuts a file at `# ` and `## `."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{3})[ ]+(?P<header>[^\n]*)(?:\n|$)")


class Indented(CodeBlockProcessor):
    """An indented block, which Markdown would make code: an element `x-indented`."""

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        made = etree.SubElement(parent, "x-indented")
        made.text = AtomicString(block)


class Grid(TableProcessor):
    """Tables; a row of more or fewer cells than the head, which is cut or filled, is `x-ragged`."""

    def _build_row(self, row: str, parent: etree.Element, align: Any) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]
        if len(self._split_row(row)) != len(align):  # type: ignore[attr-defined]
            made = etree.SubElement(parent, "x-ragged")
            made.text = AtomicString(row)


@lru_cache(maxsize=1)
def markdown() -> Markdown:
    """The configured parser; one instance serves every entry of a run."""
    made = Markdown(extensions=[TableExtension(), DefListExtension(), SaneListExtension()])
    made.ESCAPED_CHARS += ["&", "<", "~"]
    blocks = made.parser.blockprocessors
    blocks.register(Indented(made.parser), "code", 80)
    blocks.register(Grid(made.parser, {"use_align_attribute": True}), "table", 75)
    blocks.register(Heading(made.parser), "hashheader", 70)
    for name in ("setextheader", "reference"):
        blocks.deregister(name)
    _inline(made)
    return made


def _inline(made: Markdown) -> None:
    """Put the inline processors in their order."""
    inline = made.inlinePatterns
    gone = ("reference", "image_reference", "short_reference", "short_image_ref")
    for name in (*gone, "automail", "html", "entity"):
        inline.deregister(name)
    inline.register(CorrectionProcessor(CORRECTION, made), "correction", 195)
    inline.register(CodeSpan(r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)`)"), "backtick", 190)
    inline.register(NoteProcessor(NOTE, made), "note", 165)
    inline.register(EmailProcessor(EMAIL, made), "email", 110)
    inline.register(Literal(RAW_HTML, "x-html"), "html", 90)
    inline.register(Literal(ENTITY, "x-entity"), "entity", 80)
    inline.register(Literal(ATTRIBUTES, "x-attributes"), "attributes", 75)


def _parted(source: str) -> list[str]:
    """The lines, with blank ones around headings and rules, and blank ones really empty.

    The library would take such lines from a long block one by one, each time copying the rest.
    """
    made: list[str] = []
    for line in source.split("\n"):
        if APART.match(line):
            made += ["", line, ""]
        else:
            made.append(line if line.strip() else "")
    return made


def _spare(root: etree.Element) -> None:
    """Keep inline parsing away from text that holds no mark: it would find nothing there."""
    for element in root.iter():
        if element.text and not INLINE_MARK.search(element.text):
            element.text = AtomicString(element.text)


def _leave(root: etree.Element) -> None:
    """Make marks that were not understood, and would be shown as typed, elements `x-left`."""
    for element in list(root.iter()):
        if element.tag == "code" or element.tag.startswith("x-"):
            continue
        element.text, row = _split(element.text)
        for child in element:
            child.tail, more = _split(child.tail)
            row += [child, *more]
        if len(row) > len(element):
            element[:] = row


def _split(text: str | None) -> tuple[str | None, list[etree.Element]]:
    """The text before the first mark that is left, and the marks with the texts after them."""
    row = LEFT.split(text) if text and not isinstance(text, AtomicString) else []
    if len(row) < 2:
        return text, []
    made = []
    for mark, tail in zip(row[1::2], row[2::2], strict=True):
        element = etree.Element("x-left")
        element.text, element.tail = AtomicString(mark), tail
        made.append(element)
    return row[0], made


def tree(source: str) -> etree.Element:
    """The element tree of a Markdown source, inline markup done, backslash escapes undone."""
    made = markdown()
    made.reset()
    lines = made.preprocessors["normalize_whitespace"].run(_parted(source))
    root = made.parser.parseDocument(lines).getroot()
    assert root is not None
    _spare(root)
    made.treeprocessors["inline"].run(root)
    _leave(root)
    made.treeprocessors["unescape"].run(root)
    return root
