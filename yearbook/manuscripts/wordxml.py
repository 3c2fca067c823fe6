"""The XML of Word: its names, the text within it, and the few elements that are made here."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from mammoth.docx.dingbats import dingbats

from yearbook.manuscripts.guarded import Element

MARK = "yearbook-number"  # the style of a run that tells the place of a paragraph in a list
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
VAL = f"{W}val"
TEXTS = frozenset((f"{W}t", f"{W}delText", f"{M}t", f"{A}t", f"{C}v", f"{S}t"))
PARAGRAPHS = frozenset((f"{W}p", f"{A}p", f"{C}pt", f"{S}comment"))


PIECE = "\0"


def words(element: Element, between: str = "") -> str:
    """All text within an element, deleted text too, a line for each paragraph.

    `between` stands between the pieces of a paragraph.
    """
    lines: list[str] = [""]
    for one in element.iter():
        if one.tag in PARAGRAPHS:
            lines.append("")
        elif one.tag in TEXTS:
            lines[-1] += f"{between}{one.text or ''}" if lines[-1] else one.text or ""
    return "\n".join(line for line in lines if line)


def value(element: Element | None) -> str:
    return "" if element is None else element.get(VAL, "")


def is_on(element: Element | None) -> bool | None:
    """Whether a property that is on or off is on; None where it is not said."""
    return None if element is None else element.get(VAL, "1") not in ("0", "false", "off")


def outermost(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a name that do not stand within another of it."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from outermost(child, tag)


def made(tag: str, attributes: dict[str, str] | None = None, *children: Element) -> Element:
    element = ElementTree.Element(tag, attributes or {})
    element.extend(children)
    return element


def text(said: str) -> Element:
    element = made(f"{W}t")
    element.text = said
    return element


def run(said: str, style: str = "") -> Element:
    style_element = made(f"{W}rStyle", {VAL: style})
    return made(
        f"{W}r", None, *([made(f"{W}rPr", None, style_element)] if style else []), text(said)
    )


def properties(bold: bool, raised: bool) -> list[Element]:
    """The properties of a run that matter here; none where there are none."""
    kept = [made(f"{W}b")] * bold + [made(f"{W}vertAlign", {VAL: "superscript"})] * raised
    return [made(f"{W}rPr", None, *kept)] if kept else []


def picture(relation: str, alt: str) -> Element:
    """A drawing that holds one picture and nothing else."""
    element = made(f"{A}blip", {f"{R}embed": relation})
    for tag in (f"{PIC}blipFill", f"{PIC}pic", f"{A}graphicData", f"{A}graphic"):
        element = made(tag, None, element)
    return made(
        f"{W}drawing", None, made(f"{WP}inline", None, made(f"{WP}docPr", {"descr": alt}), element)
    )


def symbol(element: Element) -> str:
    """The sign that a `w:sym` stands for; by its code where its font is not known."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
        known = dingbats.get((element.get(f"{W}font"), code & 0xFF if code >= 0xF000 else code))
        return chr(known or code)
    except (ValueError, OverflowError):
        return ""
