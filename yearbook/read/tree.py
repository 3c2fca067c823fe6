"""What lies in the content folder: names that travel, no links that lead out, no junk."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from yearbook.address import WINDOWS_NAMES
from yearbook.issues import Issues, Words
from yearbook.read.text import Source

JUNK = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:swp|swo|bak|tmp|orig|crdownload|part)"
    r"|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|__MACOSX|__pycache__|\$RECYCLE\.BIN",
    re.IGNORECASE,
)
IMPORTING = ".{}.importing"  # beside an edition: the files of an import that is not at its end
JOURNAL = "journal.json"
ORDINARY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}(?:\.(?:md|yaml))?")
KEPT_HIDDEN = re.compile(r"\.(?:nojekyll|well-known|htaccess|domains)")
NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[ .]$')
LONGEST = 64
ENDINGS = {".yml": ".yaml", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md", ".txt": ".md"}
FOREIGN = frozenset(".html .htm .doc .docx .xls .xlsx .pdf .wps .et .rtf .odt".split())
FILE, FOLDER = Words("文件", "file"), Words("文件夹", "folder")


@dataclass(slots=True)
class Folder:
    """A folder of content: its path, as shown too, and its good files and folders by name.

    `known` holds every name in it that is no junk, the faulty ones as well. `unread`: the system
    does not let it be read.
    """

    path: Path
    shown: str
    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    unread: bool = False

    @property
    def refused(self) -> list[str]:
        """The names that were reported for themselves; of a folder that cannot be read, one."""
        if self.unread:
            return ["."]
        return sorted(self.known - self.files.keys() - self.folders.keys())

    def source(self, name: str, issues: Issues) -> Source:
        return Source(f"{self.shown}/{name}" if name else self.shown, issues)


class Tree:
    """Reads folders below `root`; `root` itself may be anywhere, nothing below may lead out."""

    def __init__(self, root: Path, issues: Issues) -> None:
        self.root = root
        self.real = Path(os.path.realpath(root))
        self.issues = issues

    def shown(self, path: Path) -> str:
        return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def folder(self, path: Path, hidden: bool = False) -> Folder:
        """The good files and folders in `path`, sorted; the others are reported or junk.

        `hidden` keeps the hidden files that web servers know.
        """
        made = Folder(path, self.shown(path))
        for entry in self._entries(made):
            name = entry.name
            if is_junk(name) and not (hidden and KEPT_HIDDEN.fullmatch(name)):
                continue
            made.known.add(name)
            if _travels(name) or _good_name(name, self._source(path / name)):
                self._sort(entry, made)
        _report_twins([*made.files, *made.folders], made, self.issues)
        return made

    def _source(self, path: Path) -> Source:
        return Source(self.shown(path), self.issues)

    def _entries(self, made: Folder) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(made.path) as found:
                return sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            made.unread = True
            reason = error.strerror or str(error)
            made.source("", self.issues).fault(0, 0, "C004", reason=reason)
            return []

    def _sort(self, entry: os.DirEntry[str], made: Folder) -> None:
        if entry.is_symlink() and not self._good_link(made.path / entry.name):
            return
        if entry.is_file():
            made.files[entry.name] = entry.path
        elif entry.is_dir():
            made.folders[entry.name] = made.path / entry.name
        else:
            self._source(made.path / entry.name).fault(0, 0, "C028")

    def _good_link(self, path: Path) -> bool:
        """A link may lead to a file below the root, and nowhere else."""
        source = self._source(path)
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            source.fault(0, 0, "C021", target=self.shown(path.readlink()))
            return False
        if not target.is_relative_to(self.real):
            source.fault(0, 0, "C020", target=self.shown(path.readlink()))
        elif target.is_dir():
            source.fault(0, 0, "C022", target=self.shown(path.readlink()))
        else:
            return True
        return False

    def check_links(self, path: Path) -> None:
        """Report links below `path` that lead out, where any other file may lie."""
        for folder, folders, files in os.walk(path):
            for found in (Path(folder, name) for name in sorted((*folders, *files))):
                if found.is_symlink():
                    self._good_link(found)

    def walk(self, path: Path) -> Iterator[tuple[str, Path]]:
        """Every good file below `path`: its path relative to it with `/`, and where it is."""
        folder = self.folder(path, hidden=True)
        yield from ((name, Path(file)) for name, file in folder.files.items())
        for name, below in folder.folders.items():
            for rest, file in self.walk(below):
                yield f"{name}/{rest}", file


def meant(name: str, wanted: Iterable[str]) -> str:
    """The wanted name that `name` was likely to be: in another case, with another ending, or a
    near miss; empty for none."""
    names = [*wanted]
    path = Path(name.casefold())
    typed = path.stem + ENDINGS.get(path.suffix, path.suffix)
    if typed in names:
        return typed
    from difflib import get_close_matches

    close = get_close_matches(typed, names, 1, 0.75) if path.suffix not in FOREIGN else []
    return next(iter(close), "")


def hint(name: str, wanted: Iterable[str]) -> Words:
    """What was likely meant by `name`, to end a sentence with; empty when nothing is near."""
    found = meant(name, wanted)
    return Words(f"；是不是“{found}”？", f'; did you mean "{found}"?') if found else Words("", "")


def is_junk(name: str) -> bool:
    """What systems and editors leave behind; passed over without a word."""
    return not ORDINARY.fullmatch(name) and JUNK.fullmatch(name) is not None


def _travels(name: str) -> bool:
    """Whether a name is that of a section or an edition, as nearly all are."""
    return ORDINARY.fullmatch(name) is not None and ("." in name or name not in WINDOWS_NAMES)


def _good_name(name: str, source: Source) -> bool:
    """Whether a name travels: UTF-8, NFC, allowed on Windows, not too long."""
    if any("\ud800" <= char <= "\udfff" for char in name):
        source.fault(0, 0, "C025")
    elif not unicodedata.is_normalized("NFC", name):
        source.fault(0, 0, "C026", mended=unicodedata.normalize("NFC", name))
    elif NOT_ON_WINDOWS.search(name) or name.split(".", maxsplit=1)[0].lower() in WINDOWS_NAMES:
        if name.endswith((".md", ".yaml")) and not NOT_ON_WINDOWS.search(name):
            return True
        source.fault(0, 0, "C024")
    elif len(name) > LONGEST + len(Path(name).suffix):
        source.fault(0, 0, "C019", length=len(name), most=LONGEST)
    else:
        return True
    return False


def _report_twins(names: list[str], made: Folder, issues: Issues) -> None:
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            made.source(name, issues).fault(0, 0, "C023", other=other)
