"""Zip packages of office programs (.docx, .xlsx), opened with care.

What is listed is checked before anything is unpacked, and nothing is unpacked beyond what was
listed; no file of a package is ever written to the disk.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from yearbook.issues import Words
from yearbook.manuscripts import guarded
from yearbook.manuscripts.reading import Reading, Refused

MEGA = 1024 * 1024
_ENTRIES = 5000
_UNPACKED = 256 * MEGA
_PART = 32 * MEGA
_RATIO, _SMALL = 200, 4 * MEGA
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MACROS = re.compile(r"vba(?:project|data)[^/]*\.(?:bin|xml)$|/macrosheets/", re.IGNORECASE)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)

OUTSIDE = {
    "image": Words("图片", "a picture"),
    "attachedTemplate": Words("模板", "a template"),
    "oleObject": Words("对象", "an object"),
    "externalLinkPath": Words("工作簿", "a workbook"),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part of a package refers to: another part, or with `outside` an address."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An open package whose list of parts has been checked."""

    zip: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str, most: int = _PART) -> bytes:
        """The bytes of a part; `Refused` when it is damaged or larger than `most`."""
        try:
            with self.zip.open(name) as file:
                data = file.read(most + 1)
        except (*_BROKEN, ValueError, KeyError):
            raise Refused("M010", part=name) from None
        if len(data) > most:
            raise Refused("M013", found=f"{name} > {most // MEGA} MB")
        return data

    def tree(self, name: str) -> guarded.Element:
        return guarded.parse(self.read(name), name)

    def relations(self, name: str) -> dict[str, Relation]:
        """What the part `name` refers to, by id; targets as names within the package."""
        folder, _, file = name.rpartition("/")
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self.names:
            return {}
        found = (_relation(element, folder) for element in self.tree(listed).iter(_RELATIONS))
        return {relation.id: relation for relation in found}


def _relation(element: guarded.Element, folder: str) -> Relation:
    target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(
        element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, outside
    )


def opened(file: IO[bytes]) -> Package:
    """The package in `file`; `Refused` for what is damaged, too large or holds macros."""
    try:
        found = zipfile.ZipFile(file)
    except (*_BROKEN, ValueError):
        raise Refused("M010", part="zip") from None
    for code, args in _faults(found.infolist()):
        raise Refused(code, **args)
    return Package(found, frozenset(found.namelist()))


def report_outside(package: Package, reading: Reading) -> None:
    """Report what a package would fetch from elsewhere; links for readers are not that."""
    listings = sorted(name for name in package.names if name.endswith(".rels"))
    for name in listings:
        for element in package.tree(name).iter(_RELATIONS):
            relation = _relation(element, "")
            if relation.outside and relation.kind != "hyperlink":
                kind = OUTSIDE.get(relation.kind, Words("内容", "content"))
                reading.fault("M015", what=kind, address=relation.target)


def _faults(listed: list[zipfile.ZipInfo]) -> Iterator[tuple[str, dict[str, object]]]:
    total = sum(entry.file_size for entry in listed)
    if len(listed) > _ENTRIES:
        yield "M013", {"found": Words(f"{len(listed)} 个部件", f"{len(listed)} parts")}
    if total > _UNPACKED:
        yield "M013", {"found": f"{total / MEGA:.0f} MB"}
    for entry in listed:
        if entry.flag_bits & 1:
            yield "M008", {}
        if _MACROS.search(entry.filename):
            yield "M012", {"part": entry.filename}
        if _strays(entry.filename):
            yield "M011", {"found": entry.filename}
        if entry.file_size > _SMALL and entry.file_size > entry.compress_size * _RATIO:
            yield "M013", {"found": f"{entry.filename} {entry.file_size / MEGA:.0f} MB"}


def _strays(name: str) -> bool:
    """Whether the name leads out of the folder that a package would be unpacked into."""
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or name[1:2] == ":"
