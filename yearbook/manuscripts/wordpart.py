"""A part of a Word file made ready for mammoth, so that nothing is dropped in silence.

mammoth reads paragraphs, runs, tables, notes and links well. It passes over shapes, ruby, formulas
and simple fields, reads the older of two alternatives, and drops deleted text without a word. So
each part is rewritten first: unknown elements give way to their children, text boxes come after
their paragraph, and what does not belong to the text is taken out and noted as lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from yearbook.manuscripts import wordxml
from yearbook.manuscripts.blocks import Why
from yearbook.manuscripts.guarded import Element
from yearbook.manuscripts.numbering import Numbering
from yearbook.manuscripts.package import Relation
from yearbook.manuscripts.reading import Reading, Refused
from yearbook.manuscripts.styles import Styles, is_bold
from yearbook.manuscripts.wordxml import MARK, MC, VAL, WP, A, M, R, V, W, is_on, value, words

_KEPT = frozenset(
    f"{W}{name}"
    for name in "document body footnotes footnote endnotes endnote p r t tab br hyperlink tbl tr tc"
    " footnoteReference endnoteReference fldChar instrText noBreakHyphen softHyphen".split()
)
_AS_THEY_ARE = frozenset(
    f"{W}{name}" for name in "t instrText fldChar footnoteReference endnoteReference".split()
)


@dataclass(slots=True)
class Part:
    """The text, then the notes of a file, while they are made ready."""

    reading: Reading
    styles: Styles
    numbering: Numbering
    notes: frozenset[str]
    relations: dict[str, Relation] = field(default_factory=dict)
    style: str = ""
    boxes: list[Element] = field(default_factory=list)
    tracked: int = 0

    def ready(self, root: Element, relations: dict[str, Relation]) -> Element:
        """The root of a part, changed in place."""
        self.relations = relations
        root[:] = self._all(root)
        return root

    def report(self) -> None:
        if self.tracked:
            self.reading.fault("M023", count=self.tracked)

    def _all(self, element: Element) -> list[Element]:
        return [ready for child in element for ready in self._one(child)]

    def _one(self, element: Element) -> Iterable[Element]:
        """What stands instead of an element: itself, others, or nothing."""
        special = _SPECIAL.get(element.tag)
        if special:
            return special(self, element)
        if element.tag in _AS_THEY_ARE:
            return [element]
        children = self._all(element)
        if element.tag not in _KEPT:
            return children
        element[:] = children
        return [element]

    def paragraph(self, element: Element) -> Iterable[Element]:
        outer = self.boxes, self.style
        properties = element.find(f"{W}pPr")
        self.boxes, self.style = [], _style(properties)
        if self.styles.role(self.style)[0] == "contents":
            ready = self._left(element, "contents")
        else:
            element.attrib.clear()
            head = [] if properties is None else [_lean(properties, self.style)]
            inside = self._all(element)
            element[:] = [*head, *self._number(properties, self.style), *inside]
            ready = [element] if inside else []
        ready = [*ready, *self.boxes]
        self.boxes, self.style = outer
        return ready

    def _number(self, properties: Element | None, style: str) -> list[Element]:
        """A run that tells the place of the paragraph in a list."""
        own = None if properties is None else properties.find(f"{W}numPr")
        listed = own if own is not None else self.styles.numbering(style)
        found = None if listed is None else self.numbering.next(listed)
        if found is None:
            return []
        level, ordered, shown = found
        return [wordxml.run(f"{level} {int(ordered)} {shown}", MARK)]

    def run(self, element: Element) -> Iterable[Element]:
        element.attrib.clear()
        properties = element.find(f"{W}rPr")
        if properties is not None and is_on(properties.find(f"{W}vanish")):
            return self._left(element, "hidden")
        raised = properties is not None and value(properties.find(f"{W}vertAlign")) == "superscript"
        said = wordxml.properties(self._is_bold(properties), raised)
        element[:] = [*said, *self._all(element)]
        return [element] if len(element) > len(said) else []

    def _is_bold(self, properties: Element | None) -> bool:
        said = None if properties is None else is_bold(properties)
        own = "" if properties is None else value(properties.find(f"{W}rStyle"))
        return self.styles.bold(own, self.style) if said is None else said

    def deleted(self, element: Element) -> Iterable[Element]:
        self.tracked += 1
        return self._left(element, "deleted")

    def row(self, element: Element) -> Iterable[Element]:
        if element.find(f"{W}trPr/{W}del") is not None:
            return self.deleted(element)
        element[:] = self._all(element)
        return [element]

    def cell(self, element: Element) -> Iterable[Element]:
        """Of a cell's properties how many columns and rows it covers."""
        wide, tall = element.find(f"{W}gridSpan"), element.find(f"{W}vMerge")
        kept = [] if wide is None or not value(wide).isdecimal() else [wide]
        return [wordxml.made(f"{W}tcPr", None, *kept, *([] if tall is None else [tall]))]

    def inserted(self, element: Element) -> Iterable[Element]:
        self.tracked += 1
        return self._all(element)

    def alternatives(self, element: Element) -> Iterable[Element]:
        """The newer of two alternatives where it holds text or a picture, else the older."""
        for choice in element:
            if any(one.tag in (f"{W}txbxContent", f"{A}blip", f"{W}t") for one in choice.iter()):
                return self._all(choice)
        return self._all(element)

    def control(self, element: Element) -> Iterable[Element]:
        """A content control: its content, unless it is the contents list or a placeholder."""
        if any("Table of Contents" in value(one) for one in element.iter(f"{W}docPartGallery")):
            return self._left(element, "contents")
        if element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            return self._left(element, "other")
        content = element.find(f"{W}sdtContent")
        return [] if content is None else self._all(content)

    def _left(self, element: Element, why: Why) -> Iterable[Element]:
        self.reading.lose(words(element), why)
        return []

    def shape(self, element: Element) -> Iterator[Element]:
        """Pictures of a drawing; its text boxes follow the paragraph."""
        for box in wordxml.outermost(element, f"{W}txbxContent"):
            self.boxes += self._all(box)
        for art in element.iter(f"{V}textpath"):
            self.reading.lose(art.get("string", ""), "object")
        described = element.find(f".//{WP}docPr")
        alt = "" if described is None else described.get("descr") or described.get("title") or ""
        for one in element.iter():
            relation = one.get(f"{R}embed") if one.tag == f"{A}blip" else None
            relation = one.get(f"{R}id") if one.tag == f"{V}imagedata" else relation
            if relation and self._is_inside(relation):
                yield wordxml.picture(relation, alt)

    def _is_inside(self, id: str) -> bool:
        found = self.relations.get(id)
        return found is not None and found.kind == "image" and not found.outside

    def symbol(self, element: Element) -> Iterable[Element]:
        return [wordxml.text(wordxml.symbol(element))]

    def ruby(self, element: Element) -> Iterable[Element]:
        """Characters with their reading above: the reading follows in brackets."""
        base, above = element.find(f"{W}rubyBase"), element.find(f"{W}rt")
        read = "" if above is None else words(above)
        said = "" if base is None else words(base)
        return [wordxml.text(f"{said}（{read}）" if read else said)]

    def formula(self, element: Element) -> Iterable[Element]:
        return [wordxml.run("".join(one.text or "" for one in element.iter(f"{M}t")))]

    def link(self, element: Element) -> Iterable[Element]:
        if element.get(f"{R}id") not in self.relations:
            element.attrib.pop(f"{R}id", None)
        element[:] = self._all(element)
        return [element]

    def note(self, element: Element) -> Iterable[Element]:
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        return [element] if f"{kind}-{element.get(f'{W}id')}" in self.notes else []

    def elsewhere(self, element: Element) -> Iterable[Element]:
        raise Refused("M016")

    def nothing(self, element: Element) -> Iterable[Element]:
        return []

    def line(self, element: Element) -> Iterable[Element]:
        return [wordxml.made(f"{W}br")]

    def blank(self, element: Element) -> Iterable[Element]:
        return [wordxml.made(f"{W}tab")]


def _style(properties: Element | None) -> str:
    """The style of a paragraph, or one made of the outline level that it has of its own."""
    if properties is None:
        return ""
    level = value(properties.find(f"{W}outlineLvl"))
    named = value(properties.find(f"{W}pStyle"))
    return f"outline {int(level) + 1}" if level in tuple("01234567") else named


def _lean(properties: Element, style: str) -> Element:
    """Of a paragraph's properties its style, its alignment, and whether its end is deleted."""
    kept = [wordxml.made(f"{W}pStyle", {VAL: style})] if style else []
    kept += [one for one in properties if one.tag == f"{W}jc"]
    if properties.find(f"{W}rPr/{W}del") is not None:
        kept.append(wordxml.made(f"{W}rPr", None, wordxml.made(f"{W}del")))
    return wordxml.made(f"{W}pPr", None, *kept)


Special = Callable[[Part, Element], Iterable[Element]]
_SPECIAL: dict[str, Special] = {
    f"{W}p": Part.paragraph,
    f"{W}r": Part.run,
    f"{W}tr": Part.row,
    f"{W}tcPr": Part.cell,
    **dict.fromkeys((f"{W}{name}" for name in ("pPr", "rPr", "tblPr", "trPr")), Part.nothing),
    f"{W}sdt": Part.control,
    f"{W}del": Part.deleted,
    f"{W}moveFrom": Part.deleted,
    f"{W}ins": Part.inserted,
    f"{W}moveTo": Part.inserted,
    f"{W}drawing": Part.shape,
    f"{W}pict": Part.shape,
    f"{W}object": Part.shape,
    f"{W}sym": Part.symbol,
    f"{W}ruby": Part.ruby,
    f"{W}hyperlink": Part.link,
    f"{W}footnoteReference": Part.note,
    f"{W}endnoteReference": Part.note,
    f"{W}altChunk": Part.elsewhere,
    f"{W}subDoc": Part.elsewhere,
    f"{W}ptab": Part.blank,
    f"{W}cr": Part.line,
    f"{M}oMath": Part.formula,
    f"{MC}AlternateContent": Part.alternatives,
}
