"""Files that belong to content: pictures, tables, and what is copied as it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from yearbook.issues import Issues, Place, Words, near
from yearbook.model import Cell, Extra, Figure, Media, Offline, Picture, Section, Table
from yearbook.output import digest
from yearbook.read.amounts import MISSING_NUMBER, quantity, too_long
from yearbook.read.text import Source, read_bytes, read_text
from yearbook.read.tree import FOLDER, Folder, Tree
from yearbook.read.values import shorten

PICTURE_NAME = re.compile(r"[a-z0-9-]+\.(?:jpg|png|webp|svg)")
ZIP = re.compile(r"offline/yearbook(?:-([0-9][a-z0-9-]*))?\.zip")
TABLE_NAME = re.compile(r"[a-z0-9-]+\.csv")
FLAT = Words(
    "；图片和表格直接放在上一层", "; pictures and tables go straight into the folder above"
)
NUMBER = Words("数，缺数写 …，没有写 —", "a number; … for missing and — for nil")
LARGEST = 64 * 1024 * 1024


def read_extras(top: Folder, tree: Tree) -> tuple[Extra, ...]:
    """The files of content/files/, to be copied as they are."""
    found = []
    for name, path in _files(top, tree):
        if ZIP.fullmatch(name):
            continue
        data = read_bytes(path, Source(tree.shown(path), tree.issues), LARGEST)
        if data is not None:
            found.append(Extra(path=name, source=path.as_posix(), digest=digest(data)))
    return tuple(sorted(found, key=lambda extra: extra.path))


def read_offline(top: Folder, tree: Tree) -> tuple[Offline, ...]:
    """The readers' zips that were made."""
    found = ((name, path, ZIP.fullmatch(name)) for name, path in _files(top, tree))
    zips = [_offline(name, path, zipped[1] or "") for name, path, zipped in found if zipped]
    return tuple(sorted(zips, key=lambda one: one.path))


def _files(top: Folder, tree: Tree) -> list[tuple[str, Path]]:
    return [*tree.walk(top.folders["files"])] if "files" in top.folders else []


def _offline(name: str, path: Path, edition: str) -> Offline:
    from yearbook.offline import seal

    try:
        sealed, size = seal.read(path), path.stat().st_size
    except OSError:
        sealed, size = None, 0
    return Offline(
        edition=edition,
        path=name,
        source=path.as_posix(),
        digest=sealed.digest if sealed else "",
        size=size,
        content=sealed.content if sealed else "",
        sound=sealed is not None and sealed.sound and sealed.edition == edition,
        at=Place(path.as_posix()),
    )


def read_images(folder: Folder, tree: Tree) -> tuple[tuple[Media, ...], list[str]]:
    """The pictures in an edition's images/ with their sizes, and the files that were refused."""
    if "images" not in folder.folders:
        return (), ["images/"] if "images" in folder.known else []
    inside = tree.folder(folder.folders["images"])
    if inside.unread:
        return (), ["images/"]
    _no_folders(inside, tree.issues)
    found = [_image(name, path, inside, tree.issues) for name, path in inside.files.items()]
    media = tuple(one for one in found if one is not None)
    refused = {f"images/{name}" for name in inside.known}.difference(one.path for one in media)
    return media, sorted(refused)


def there(file: str, strays: Iterable[str]) -> bool:
    """Whether a picture that is missing seems to be one that was refused for its name."""
    return any(stray == "images/" or alike(stray, file) for stray in strays)


def alike(stray: str, file: str) -> bool:
    return Path(stray.casefold()).with_suffix("") == Path(file.casefold()).with_suffix("")


def _no_folders(inside: Folder, issues: Issues) -> None:
    for name in inside.folders:
        inside.source(name, issues).fault(0, 0, "C027", what=FOLDER, near=FLAT)


def _image(name: str, path: str, inside: Folder, issues: Issues) -> Media | None:
    from yearbook import images

    source = inside.source(name, issues)
    if not PICTURE_NAME.fullmatch(name):
        source.fault(0, 0, "C250", name=name)
        return None
    data = read_bytes(path, source, LARGEST)
    if data is None:
        return None
    for code, args in images.faults(data, name):
        source.fault(0, 0, code, **dict(args))
    width, height = images.size(data) or (0, 0)
    return Media(
        path=f"images/{name}",
        source=Path(path).as_posix(),
        width=width,
        height=height,
        digest=digest(data),
    )


def check_tables(folder: Folder, tree: Tree) -> Folder | None:
    """The edition's tables/ folder, its names checked."""
    if "tables" not in folder.folders:
        return None
    inside = tree.folder(folder.folders["tables"])
    _no_folders(inside, tree.issues)
    for name in inside.files:
        if not TABLE_NAME.fullmatch(name):
            inside.source(name, tree.issues).fault(0, 0, "C017", name=name)
    return inside


def filled(section: Section, known: Folder | None, source: Source) -> Section:
    """The section with its tables' cells read and its cell figures valued."""
    if not section.tables and not any(one.cell for one in section.figures):
        return section
    found = tuple(_filled(table, known, source) for table in section.tables)
    by_id = {table.id: table for table in found}
    valued = tuple(_valued(one, by_id, source) if one.cell else one for one in section.figures)
    return replace(section, tables=found, figures=tuple(one for one in valued if one))


def _filled(table: Table, known: Folder | None, source: Source) -> Table:
    from yearbook.read import tables

    names = known.files if known else {}
    name = table.file.removeprefix("tables/")
    if known and known.unread:
        source.clean = False
        return table
    if known is None or name not in names:
        missing(table.file, [f"tables/{one}" for one in names], source)
        return table
    inner = known.source(name, source.issues)
    text = read_text(names[name], inner)
    before = len(source.issues.found)
    rows = () if text is None else tables.parse(text, inner.at(), source.issues)
    if not inner.clean or len(source.issues.found) > before:
        source.clean = False
        return table
    return replace(table, rows=rows)


def missing(file: str, names: list[str], source: Source) -> None:
    """The issue of a file that is named and not there."""
    line, column = getattr(file, "line", 0), getattr(file, "column", 0)
    source.fault(line, column, "C165", file=file, near=near(file, names))


def _valued(figure: Figure, known: dict[str, Table], source: Source) -> Figure | None:
    cell = figure.cell
    assert cell is not None
    table = known.get(cell.table)
    if table is None and not source.clean:
        return None
    if table is None:
        line, column = getattr(cell.table, "line", 0), getattr(cell.table, "column", 0)
        source.fault(line, column, "C170", id=cell.table, near=near(cell.table, known))
        return None
    return _cell_value(figure, table, cell, source) if table.rows else None


def _cell_value(figure: Figure, table: Table, cell: Cell, source: Source) -> Figure | None:
    from yearbook.read import tables

    wrong = tables.faults(table, cell)
    for code, args in wrong:
        source.fault(figure.at.line, figure.at.column, code, **dict(args))
    if wrong:
        return None
    written = tables.cell(table, cell)
    text = written or MISSING_NUMBER
    found = quantity(str(text))
    if found is None:
        line, column = getattr(written, "line", 0), getattr(written, "column", 0)
        file = Source(posixpath.join(posixpath.dirname(source.path), table.file), source.issues)
        file.fault(line, column, "C107", said=shorten(text), what=NUMBER)
        source.clean = False
        return None
    if too_long(text, figure.at.line, figure.at.column, source):
        return None
    return replace(
        figure, entry=figure.entry or table.entry, value=found.value, written=found.written
    )


def check_pictures(pictures: tuple[Picture, ...], folder: Folder, source: Source) -> None:
    """Each picture of the data names a file of the edition's images/."""
    if not pictures:
        return
    path = folder.folders.get("images")
    if path is None and "images" in folder.known:
        return
    try:
        names = [f"images/{one.name}" for one in sorted(path.iterdir())] if path else []
    except OSError:  # reported where the folder is read
        return
    for picture in pictures:
        if picture.file not in names and not any(alike(one, picture.file) for one in names):
            missing(picture.file, names, source)
