"""A Word file as mammoth may see it: its text and notes alone, each part made ready.

No address, macro or picture is within mammoth's reach; a picture is a part that holds its own key.
Text of the parts that mammoth does not read (headers, comments, charts) is noted as lost.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from yearbook.issues import Words
from yearbook.manuscripts.blocks import Why
from yearbook.manuscripts.guarded import Element
from yearbook.manuscripts.numbering import Numbering
from yearbook.manuscripts.package import Package, Relation
from yearbook.manuscripts.reading import Reading, Refused
from yearbook.manuscripts.styles import Styles
from yearbook.manuscripts.wordpart import Part
from yearbook.manuscripts.wordxml import PIECE, W, words

_MOST = 250_000  # elements, which is some thousand pages
_NOTED = ("footnote", "endnote")
_ASIDE: dict[str, Why] = {"header": "header", "footer": "footer", "comments": "comment"}
_ASIDE |= {"chart": "object", "diagramData": "object"}
_OBJECTS = {
    "chart": Words("图表", "chart"),
    "diagramData": Words("SmartArt 图形", "SmartArt drawing"),
    "oleObject": Words("嵌入的对象", "embedded object"),
    "package": Words("嵌入的文件", "embedded file"),
    "control": Words("控件", "control"),
}
_LISTED = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Ready:
    """The package for mammoth, its text as it was, and what the keys in it stand for.

    `pictures` are the parts of pictures, `notes` the words of notes.
    """

    file: io.BytesIO
    said: tuple[str, ...]
    pictures: dict[str, str]
    notes: dict[str, str]
    styles: Styles


@dataclass(frozen=True, slots=True)
class Source:
    """The text or the notes: the name that mammoth knows it by, its tree and its relations."""

    name: str
    root: Element
    relations: dict[str, Relation]


def ready(package: Package, reading: Reading) -> Ready:
    """The file made ready; `Refused` when it is not a Word file."""
    found = [one.target for one in package.relations("").values() if one.kind == "officeDocument"]
    main = found[0] if found else "word/document.xml"
    if main not in package.names:
        raise Refused("M011", found=main)
    relations = package.relations(main)
    sources = [
        Source(name, package.tree(target), package.relations(target))
        for name, target in [("document", main), *_noted(package, relations)]
    ]
    if sources[0].root.find(f"{W}body") is None:
        raise Refused("M011", found=main)
    said = tuple(line for one in sources for line in words(one.root, PIECE).split("\n"))
    _leave_aside(package, relations, reading)
    styles = Styles(_tree(package, relations, "styles"))
    numbering = Numbering(_tree(package, relations, "numbering"))
    notes = dict(_notes(sources))
    file = _packed(sources, Part(reading, styles, numbering, frozenset(notes)))
    return Ready(file, said, dict(_pictures(sources)), notes, styles)


def _tree(package: Package, relations: dict[str, Relation], kind: str) -> Element | None:
    target = _target(package, relations, kind)
    return package.tree(target) if target else None


def _noted(package: Package, relations: dict[str, Relation]) -> Iterator[tuple[str, str]]:
    for kind in _NOTED:
        target = _target(package, relations, f"{kind}s")
        if target:
            yield f"{kind}s", target


def _target(package: Package, relations: dict[str, Relation], kind: str) -> str:
    found = (one.target for one in relations.values() if one.kind == kind and not one.outside)
    return next((target for target in found if target in package.names), "")


def _leave_aside(package: Package, relations: dict[str, Relation], reading: Reading) -> None:
    """Note the text of headers, footers and comments, and what objects say."""
    for relation in relations.values():
        inside = not relation.outside and relation.target in package.names
        if inside and relation.kind in _ASIDE:
            said = words(package.tree(relation.target))
            if said not in reading.lost:
                reading.lose(said, _ASIDE[relation.kind])
        if inside and relation.kind in _OBJECTS:
            name = relation.target.rpartition("/")[2]
            reading.fault("M028", what=_OBJECTS[relation.kind], name=name)


def _packed(sources: list[Source], part: Part) -> io.BytesIO:
    """A package of these parts, each made ready."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for source in sources:
            root = part.ready(source.root, source.relations)
            _check_size(root, source.name)
            made.writestr(f"word/{source.name}.xml", ElementTree.tostring(root, "utf-8"))
            made.writestr(f"word/_rels/{source.name}.xml.rels", _listing(source.relations))
        for key, _ in _pictures(sources):
            made.writestr(f"word/media/{key}", key)
    part.report()
    return file


def _check_size(root: Element, name: str) -> None:
    """mammoth needs some 600 bytes of memory for each element."""
    if sum(1 for _ in root.iter()) > _MOST:
        raise Refused("M013", found=name)


def _notes(sources: list[Source]) -> Iterator[tuple[str, str]]:
    for source in sources[1:]:
        kind = source.name.removesuffix("s")
        for element in source.root.iter(f"{W}{kind}"):
            if element.get(f"{W}type") not in ("separator", "continuationSeparator"):
                yield f"{kind}-{element.get(f'{W}id')}", words(element)


def _pictures(sources: list[Source]) -> Iterator[tuple[str, str]]:
    """Keys of pictures, which are the names of their files, with their parts."""
    seen: set[str] = set()
    for source in sources:
        for relation in source.relations.values():
            if relation.kind == "image" and not relation.outside and relation.target not in seen:
                seen.add(relation.target)
                yield _key(relation), relation.target


def _key(relation: Relation) -> str:
    return relation.target.rpartition("/")[2]


def _listing(relations: dict[str, Relation]) -> bytes:
    """The relations of a part that mammoth needs: links, which it never opens, and pictures."""
    root = ElementTree.Element("Relationships", {"xmlns": _LISTED})
    for relation in relations.values():
        if relation.kind in ("hyperlink", "image"):
            target = f"media/{_key(relation)}" if relation.kind == "image" else relation.target
            kind = f"{_KINDS}/{relation.kind}"
            attributes = {"Id": relation.id, "Type": kind, "Target": target}
            ElementTree.SubElement(root, "Relationship", attributes)
    return bytes(ElementTree.tostring(root, "utf-8"))
