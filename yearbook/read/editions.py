"""An edition: `edition.yaml`, its table of contents, and the sections that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from posixpath import splitext
from sys import intern
from typing import Any

from yearbook import address
from yearbook.issues import Issues, near
from yearbook.lock.file import LOCK
from yearbook.model import Category, Edition, Imprint, Lock, Period, Section, sections
from yearbook.read import format
from yearbook.read.crosscheck import check_edition, check_section
from yearbook.read.forms import Listed, good_stem
from yearbook.read.locks import read_lock
from yearbook.read.media import TABLE_NAME, check_pictures, check_tables, filled, read_images
from yearbook.read.nodes import List, Map, Node, Scalar
from yearbook.read.sections import assemble, read_data, read_prose
from yearbook.read.source import compose
from yearbook.read.text import Source, read_text
from yearbook.read.tree import FILE, FOLDER, Tree, hint, meant
from yearbook.read.values import Written

KINDS = (".md", ".yaml")
FOLDERS = ("images", "tables", "originals")
OTHER_FILES = ("edition.yaml", LOCK)


def read_edition(tree: Tree, path: Path, imprint: Imprint) -> tuple[Edition, bool]:
    """The edition in a folder, and whether its period is written or a guess."""
    reader = EditionReader(tree, path)
    return reader.edition(imprint), reader.dated


class EditionReader:
    """Reads one edition's folder.

    An edition is made even of a faulty folder, so that links to it are not called broken: what
    did not read stands in it as sections that are not clean.
    """

    def __init__(self, tree: Tree, path: Path) -> None:
        self.tree = tree
        self.issues = tree.issues
        self.id = path.name
        self.folder = tree.folder(path)
        self.source = self.folder.source("edition.yaml", self.issues)
        self.strays = self._strays()
        self.stems = self._stems()
        self.seen: dict[str, Written] = {}
        self.dated = False
        self.draft = True

    def edition(self, imprint: Imprint) -> Edition:
        """The edition; `dated` tells afterwards whether its period is written or a guess."""
        self.tables = check_tables(self.folder, self.tree)
        node = self._yaml()
        values = {} if node is None else format.EDITION.part(node, self.source)
        self.draft = values.get("status") != "released"
        contents = (*self._categories(values.pop("contents", ())), *self._unlisted(node))
        self._check_folder()
        if node is None or ("status" not in values and format.EDITION.mentions(node, "status")):
            values["status"] = "released"
        made = self._made(values, imprint, contents)
        if node is not None:
            self._check_revised(made, node)
        self._check_tables_used(made)
        whole = all(one.clean for category in contents for one in category.sections)
        check_edition(made, self.source, whole and self.source.clean)
        return made

    def _check_revised(self, made: Edition, node: Map) -> None:
        """A volume is not revised before the days that it records."""
        if made.revised and self.dated and made.revised < made.covers.start:
            at = node.values["revised"]
            day, start = made.revised.isoformat(), made.covers.start.isoformat()
            self.source.fault(at.line, at.column, "C312", day=day, start=start)

    def _check_folder(self) -> None:
        if not address.EDITION_ID.fullmatch(self.id):
            self.folder.source("", self.issues).fault(0, 0, "C120", name=self.id)
        if "originals" in self.folder.folders:
            self.tree.check_links(self.folder.folders["originals"])
        for name in self.folder.folders:
            if Path(name).suffix in KINDS:
                self._fault_file(name, "C018", must=FILE, stands=FOLDER)
            elif name not in FOLDERS:
                self._fault_file(name, "C027", what=FOLDER, near=hint(name, FOLDERS))
        for name in self.folder.files:
            if name in FOLDERS:
                self._fault_file(name, "C018", must=FOLDER, stands=FILE)
            elif name in self.strays:
                self._fault_file(name, "C027", what=FILE, near=hint(name, self._wanted()))

    def _wanted(self) -> list[str]:
        """The files that may be missing."""
        stems = dict.fromkeys([*self.seen, *self.stems])
        named = ["edition.yaml", *(f"{stem}{kind}" for stem in stems for kind in KINDS)]
        return [name for name in named if name not in self.folder.files]

    def _fault_file(self, name: str, code: str, **args: object) -> None:
        self.folder.source(name, self.issues).fault(0, 0, code, **args)

    def _stems(self) -> dict[str, None]:
        """The stems of the section files in the folder, each once."""
        others = {*OTHER_FILES, *FOLDERS, *self.strays}
        return {splitext(name)[0]: None for name in self.folder.files if name not in others}

    def _strays(self) -> list[str]:
        """The files that are none of an edition's; an `Edition.yaml` is one of them."""
        own = (*OTHER_FILES, *FOLDERS)
        return [
            name
            for name in self.folder.files
            if name not in own and (not name.endswith(KINDS) or name.casefold() in own)
        ]

    def _yaml(self) -> Map | None:
        if "edition.yaml" not in self.folder.files:
            if not self._stands("edition.yaml"):
                self.folder.source("", self.issues).fault(0, 0, "C121")
            return None
        text = read_text(self.folder.files["edition.yaml"], self.source)
        return None if text is None else compose(text, self.source)

    def _categories(self, listed: tuple[Listed, ...]) -> Iterator[Category]:
        """The table of contents with its sections; faults of listing are reported."""
        ids: set[str] = set()
        for line in listed:
            if line.id and line.id in ids:
                self.source.fault(line.at.line, line.at.column, "C125", id=line.id)
            ids.add(line.id)
            sections = [self._listed(stem) for stem in line.stems]
            yield Category(
                id=line.id,
                title=line.title,
                title_en=line.title_en,
                sections=tuple(section for section in sections if section is not None),
            )

    def _listed(self, stem: Written) -> Section | None:
        """The section of a line of the contents; None when it was listed before."""
        if stem in self.seen:
            first = self.seen[stem].line
            self.source.fault(stem.line, stem.column, "C127", stem=stem, first=first)
            return None
        self.seen[stem] = stem
        if stem in self.stems:
            return self._section(intern(str(stem)))
        if not any(self._stands(f"{stem}{kind}") for kind in KINDS):
            known = near(stem, self.stems)
            self.source.fault(stem.line, stem.column, "C126", stem=stem, near=known)
        return Section(stem=stem, title=stem, at=self.source.at(), clean=False)

    def _stands(self, name: str) -> bool:
        """Whether a file is there, if under a faulty name that was or will be reported."""
        there = {known.casefold() for known in self.folder.known}
        return (
            self.folder.unread
            or name in there
            or any(meant(stray, [name]) for stray in self.strays)
        )

    def _unlisted(self, node: Map | None) -> Iterator[Category]:
        """The sections of files that the contents do not list, read for their faults alone."""
        contents = node.values.get("contents") if node else None
        if isinstance(contents, List) and not contents.items:
            self.source.fault(contents.line, contents.column, "C122")
        elif isinstance(contents, List) and not any(_is_empty(item) for item in contents.items):
            self._check_listed(contents)
        rest = [self._section(stem) for stem in self.stems if stem not in self.seen]
        if rest:
            yield Category(sections=tuple(replace(section, clean=False) for section in rest))

    def _check_listed(self, contents: List) -> None:
        """Every section file is listed, unless a line of the contents seems to mean it."""
        unlisted = [stem for stem in self.stems if stem not in self.seen]
        if not unlisted:
            return
        lost = any(self._nameless(stem) for stem in _stems(contents))
        words = " ".join(_words(contents)).casefold()
        mentioned = {*re.split(r"[\s，、,]+", words), *_words(contents)}
        strays = mentioned.difference(self.stems)
        for stem in unlisted:
            if not self._meant(stem, mentioned, strays):
                self._report_unlisted(stem, lost)

    def _meant(self, stem: str, mentioned: set[str], strays: set[str]) -> bool:
        """Whether the contents seem to mean a file that they do not list."""
        from difflib import get_close_matches

        if stem.casefold() in self.seen:
            return False
        named = stem in mentioned or stem.casefold() in mentioned
        return named or bool(get_close_matches(stem, strays, 1, 0.6))

    def _nameless(self, stem: str) -> bool:
        """Whether a line of the contents names no file in any way: which one it means is unknown,
        and that is told there."""
        mended = re.sub(r"[^a-z0-9-]", "", stem.casefold())
        return not mended and stem not in self.stems

    def _report_unlisted(self, stem: str, lost: bool) -> None:
        name = next(f"{stem}{kind}" for kind in KINDS if f"{stem}{kind}" in self.folder.files)
        if good_stem(stem, self.folder.source(name, self.issues)) and not lost:
            self._fault_file(name, "C128", stem=stem)

    def _check_tables_used(self, edition: Edition) -> None:
        """Every file of tables/ is declared by a section, unless a section did not read."""
        row = sections(edition)
        if self.tables is None or not all(section.clean for section in row):
            return
        used = {table.file for section in row for table in section.tables}
        for name in self.tables.files:
            if f"tables/{name}" not in used and TABLE_NAME.fullmatch(name):
                self.tables.source(name, self.issues).fault(0, 0, "C175", name=f"tables/{name}")

    def _section(self, stem: str) -> Section:
        md = self._part(f"{stem}.md")
        yaml = self._part(f"{stem}.yaml")
        prose = read_prose(md[1], md[0]) if md and md[1] is not None else None
        if yaml and prose:
            yaml[0].entries = {one.id: one.id for one in prose.entries}
        data = read_data(yaml[1], yaml[0], md is not None) if yaml and yaml[1] is not None else {}
        sources = [part[0] for part in (md, yaml) if part]
        section = assemble(stem, prose, data, md and md[0], yaml and yaml[0])
        if yaml:
            section = filled(section, self.tables, yaml[0])
            check_pictures(section.pictures, self.folder, yaml[0])
        check_section(section, md and md[0], yaml and yaml[0])
        if all(source.clean for source in sources):
            return section
        return replace(section, clean=False, clean_prose=md is None or md[0].clean)

    def _part(self, name: str) -> tuple[Source, str | None] | None:
        """One file of a section: where its issues go, and its text unless it does not read."""
        if name not in self.folder.files:
            return None
        source = self.folder.source(name, self.issues)
        source.draft = self.draft
        text = read_text(self.folder.files[name], source)
        return source, text

    def _made(
        self, values: dict[str, Any], imprint: Imprint, contents: tuple[Category, ...]
    ) -> Edition:
        self.dated = "covers" in values
        values.setdefault("covers", _guess(self.id))
        media, pictures = read_images(self.folder, self.tree)
        unheard = Source("", Issues())
        bad = [stem for stem in self.stems if not good_stem(stem, unheard)]
        strays = (*self.folder.refused, *self.strays, *bad, *pictures)
        values.setdefault("volume", self.id)
        own = {key: values.pop(key) for key in format.IMPRINT_KEYS if key in values}
        return Edition(
            id=self.id,
            at=self.source.at(),
            imprint=replace(imprint, **own),
            contents=contents,
            media=media,
            strays=strays,
            clean=self.source.clean,
            locked=LOCK in self.folder.files,
            lock=self._lock(),
            **values,
        )

    def _lock(self) -> Lock | None:
        if LOCK not in self.folder.files:
            return None
        return read_lock(self.folder.files[LOCK], self.id, self.folder.source(LOCK, self.issues))


def _guess(name: str) -> Period:
    """The year that an edition's folder seems to name, to order it by until it is mended."""
    year = int(re.sub(r"\D", "", name)[:4] or 1)
    return Period(start=date(max(year, 1), 1, 1), end=date(max(year, 1), 12, 31))


def _is_empty(item: Node) -> bool:
    """Whether a category lists nothing, so that any section may be missing from it."""
    if not isinstance(item, Map):
        return False
    sections = item.values.get("sections")
    return sections is None or (isinstance(sections, List) and not sections.items)


def _stems(contents: List) -> Iterator[str]:
    """What the contents name as sections."""
    for item in contents.items:
        listed = item.values.get("sections") if isinstance(item, Map) else item
        if listed is not None:
            yield from _words(listed)


def _words(node: Node) -> Iterator[str]:
    """Every scalar below a node."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, List):
        for item in node.items:
            yield from _words(item)
    elif isinstance(node, Map):
        for value in node.values.values():
            yield from _words(value)
