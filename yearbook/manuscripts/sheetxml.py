"""What calamine does not tell of a workbook: how far its cells reach, its formats, its remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from yearbook.issues import Words
from yearbook.manuscripts.blocks import Why
from yearbook.manuscripts.cells import PLAIN, Format, format_of
from yearbook.manuscripts.package import Package, Relation
from yearbook.manuscripts.reading import Reading, Refused
from yearbook.manuscripts.wordxml import R, S, words

_MOST_CELLS = 1_000_000
_ITEM = re.compile(r"<(?:\w+:)?(row|c)\b([^<>]*)>")
_PLACE = re.compile(r"""\br\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,7})["']""")
_STYLE = re.compile(r"""\bs\s*=\s*["']([0-9]{1,6})["']""")
_ERROR = re.compile(r"""\bt\s*=\s*["']e["']""")
_UNCOUNTED = re.compile(
    r"<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)"
    r"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_UNSEEN = re.compile(r"""<(?:\w+:)?(?:row|col)\b[^<>]*?\bhidden\s*=\s*["'](?:1|true)["']""")
_GENERAL = {9: "0%", 10: "0.00%"}
_ASIDE: dict[str, Why] = {"comments": "comment", "threadedComment": "comment", "drawing": "object"}
_OBJECTS = {
    "chart": Words("图表", "chart"),
    "image": Words("图片", "picture"),
    "oleObject": Words("嵌入的对象", "embedded object"),
    "package": Words("嵌入的文件", "embedded file"),
}


@dataclass(slots=True)
class Described:
    """The formats of a sheet's cells, by row and column from 0."""

    formats: dict[tuple[int, int], Format] = field(default_factory=dict)

    def at(self, row: int, column: int) -> Format:
        return self.formats.get((row, column), PLAIN)


def described(package: Package, reading: Reading) -> dict[str, Described]:
    """The formats of each sheet by its name; `Refused` where the cells reach too far."""
    main, relations = _main(package)
    styles = next((one.target for one in relations.values() if one.kind == "styles"), "")
    formats = list(_formats(package, styles)) if styles in package.names else []
    found = {}
    for sheet in package.tree(main).iter(f"{S}sheet"):
        relation = relations.get(sheet.get(f"{R}id", ""))
        if relation and relation.target in package.names:
            name = sheet.get("name", "")
            found[name] = _sheet(package.read(relation.target), formats, name, reading)
            _leave_aside(package, relation.target, reading)
    return found


def _main(package: Package) -> tuple[str, dict[str, Relation]]:
    found = [one.target for one in package.relations("").values() if one.kind == "officeDocument"]
    main = found[0] if found else "xl/workbook.xml"
    if main not in package.names:
        raise Refused("M011", found=main)
    return main, package.relations(main)


def _formats(package: Package, styles: str) -> Iterator[Format]:
    """The formats that cells name by their number."""
    root = package.tree(styles)
    codes = _GENERAL | {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in root.iter(f"{S}numFmt")
        if one.get("numFmtId", "").isdecimal()
    }
    for one in root.iterfind(f"{S}cellXfs/{S}xf"):
        number = one.get("numFmtId", "0")
        yield format_of(codes.get(int(number) if number.isdecimal() else 0, ""))


def _sheet(data: bytes, formats: list[Format], name: str, reading: Reading) -> Described:
    try:
        xml = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("M010", part=name) from None
    if "<!DOCTYPE" in xml:
        raise Refused("M014", what=Words("文档类型声明（DOCTYPE）", "a document type (DOCTYPE)"))
    made, places, errors = Described(), list[tuple[int, int]](), 0
    for row, column, attributes in _cells(xml):
        errors += bool(_ERROR.search(attributes))
        places.append((row, column))
        style = _STYLE.search(attributes)
        form = formats[int(style[1])] if style and int(style[1]) < len(formats) else PLAIN
        if form != PLAIN:
            made.formats[row - 1, column - 1] = form
    _check_reach(places, name)
    _report(xml, errors, name, reading)
    return made


def _cells(xml: str) -> Iterator[tuple[int, int, str]]:
    """Row, column and attributes of each cell that is not empty, as Excel counts them."""
    row = column = 0
    for item in _ITEM.finditer(xml):
        place = _PLACE.search(item[2])
        if item[1] == "row":
            row, column = int(place[2]) if place else row + 1, 0
            continue
        if place:
            row = int(place[2])
        column = _column(place[1]) if place else column + 1
        if not item[2].endswith("/"):
            yield row, column, item[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _check_reach(places: list[tuple[int, int]], name: str) -> None:
    if places:
        rows, columns = zip(*places, strict=True)
        cells = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)
        if cells > _MOST_CELLS:
            raise Refused("M013", found=Words(f"{name}：{cells} 格", f"{name}: {cells} cells"))


def _report(xml: str, errors: int, name: str, reading: Reading) -> None:
    missing = len(_UNCOUNTED.findall(xml)) + errors
    if missing:
        reading.fault("M026", sheet=name, count=missing)
    if _UNSEEN.search(xml):
        reading.fault("M025", sheet=name)


def _leave_aside(package: Package, part: str, reading: Reading, depth: int = 0) -> None:
    """Note remarks and drawings of a sheet, and what is not read of it."""
    for relation in package.relations(part).values():
        if relation.outside or relation.target not in package.names:
            continue
        if relation.kind in _ASIDE:
            reading.lose(words(package.tree(relation.target)), _ASIDE[relation.kind])
        if relation.kind in _OBJECTS:
            name = relation.target.rpartition("/")[2]
            reading.fault("M028", what=_OBJECTS[relation.kind], name=name)
        if relation.kind == "drawing" and not depth:
            _leave_aside(package, relation.target, reading, 1)
