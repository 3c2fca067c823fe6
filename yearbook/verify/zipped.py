"""A zip that is to be verified: looked through with care, never unpacked.

What is listed is checked before anything is read: names that lead out, links, encryption, and sizes
that a bomb has. No more is read of a file than was listed.
"""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path
from typing import IO

from yearbook.issues import Issue, Issues, Place, Words
from yearbook.verify.lists import unsafe
from yearbook.verify.store import LINK, Store, is_litter
from yearbook.verify.zipseal import Sealed, sealed

MOST = 400_000
RATIO, SMALL = 300, 16 * 1024 * 1024
UNPACKED = 1 << 40
UTF8 = 0x800
HEAD = b"PK\x03\x04"


class NoZip(Exception):
    """A file that is no zip."""


class Damaged(Exception):
    """A zip that cannot be looked through; carries the issue."""

    def __init__(self, shown: str, code: str, **args: object) -> None:
        super().__init__(code)
        self.issue = Issue(Place(shown), code, tuple(args.items()))


class Zip(Store):
    """The files of a zip below one folder of it, `root` (empty, or with `/` at its end)."""

    errors = Exception  # a damaged zip makes zipfile raise errors of a dozen kinds

    def __init__(self, path: Path, issues: Issues) -> None:
        super().__init__(path.as_posix(), issues, {}, [], set())
        self.path, self.root = path, ""
        self.infos: dict[str, zipfile.ZipInfo] = {}
        self.flawed: set[str] = set()
        self.zip = _opened(path)
        self._refuse()
        for info in self.zip.infolist():
            self._take(info)
        self.seal: Sealed | None = sealed(path, self.zip)

    def _refuse(self) -> None:
        """`Damaged` for what must not be read."""
        listed = self.zip.infolist()
        packed = sum(one.compress_size for one in listed)
        if len(listed) > MOST:
            raise self._bomb(Words(f"{len(listed)} 个文件", f"{len(listed)} files"))
        if packed > self.path.stat().st_size or sum(one.file_size for one in listed) > UNPACKED:
            raise self._bomb(Words("文件互相重叠", "files that overlap"))
        for one in listed:
            if one.file_size > SMALL and one.file_size > one.compress_size * RATIO:
                size = one.file_size // (1024 * 1024)
                raise self._bomb(Words(f"{one.filename}，{size} MB", f"{one.filename}, {size} MB"))

    def _bomb(self, what: Words) -> Damaged:
        return Damaged(self.shown, "P087", what=what)

    def _take(self, info: zipfile.ZipInfo) -> None:
        name = _name(info)
        if info.is_dir():
            return
        if unsafe(name) or "\\" in name:
            self.issues.add(Place(self.shown), "P088", path=name)
        elif info.flag_bits & 1:
            self._tell(name, "P089")
        elif stat.S_ISLNK(info.external_attr >> 16):
            self._tell(name, "P075", what=LINK)
        elif name in self.infos:
            self._tell(name, "P091")
        else:
            self.infos[name], self.sizes[name] = info, info.file_size
            if is_litter(name):
                self.litter.append(name)

    def _tell(self, name: str, code: str, **args: object) -> None:
        self.told.add(name)
        self.issues.add(self.place(name), code, **args)

    def below(self, root: str) -> None:
        """Look at one folder only; what lies beside it is added, unless a system left it."""
        for path in self.infos.keys() - {*self.litter}:
            if not path.startswith(root):
                self.issues.add(self.place(path), "P063")
        self.sizes = {
            path.removeprefix(root): size
            for path, size in self.sizes.items()
            if path.startswith(root)
        }
        self.told = {path.removeprefix(root) for path in self.told}
        self.root, self.shown = root, f"{self.shown}/{root}".rstrip("/")

    def open(self, path: str) -> IO[bytes]:
        return self.zip.open(self.infos[f"{self.root}{path}"])

    def refused(self, path: str, error: Exception) -> None:
        self.flawed.add(path)
        self.issues.add(self.place(path), "P086")

    def prove(self) -> None:
        """Report where the zip itself is not as it was sealed."""
        if self.seal is None or self.seal.sound:
            return
        names = {info.filename: path for path, info in self.infos.items()}
        for name in self.seal.flawed:
            path = names.get(name, name).removeprefix(self.root)
            if path not in self.flawed:
                self.issues.add(self.place(path), "P086")
        if not self.seal.flawed and not self.issues.errors:
            self.issues.add(Place(self.path.as_posix()), "P096")


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except Exception as error:
        with path.open("rb") as file:
            cut = file.read(4) == HEAD
        if cut:
            raise Damaged(path.as_posix(), "P085") from error
        raise NoZip from error


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a file; of zips that do not say its encoding UTF-8 is tried, then GB18030."""
    if info.flag_bits & UTF8 or info.orig_filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
