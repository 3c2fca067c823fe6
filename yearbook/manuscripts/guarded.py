"""XML of strangers, parsed with care: no document type, no entities, no bottomless nesting."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from yearbook.issues import Words
from yearbook.manuscripts.reading import Refused

Element = ElementTree.Element
DEEPEST = 120
_MOST = 1_000_000  # marks of elements
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([a-zA-Z]+)/")


class _Builder(ElementTree.TreeBuilder):
    """Stops at the first document type declaration, before any entity of it is read."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise Refused("M014", what=Words("文档类型声明（DOCTYPE）", "a document type (DOCTYPE)"))


def parse(data: bytes, part: str) -> Element:
    """The root element of an XML part; names of the strict format become the common ones."""
    if data.count(b"<") > _MOST:
        raise Refused("M013", found=part)
    parser = ElementTree.XMLParser(target=_Builder())
    try:
        parser.feed(_STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data))
        root: Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Refused("M010", part=part) from None
    _check_depth(root)
    return root


def _check_depth(root: Element) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise Refused("M014", what=Words(f"{DEEPEST} 层以上的嵌套", f"over {DEEPEST} levels"))
        level = [child for element in level for child in element]
