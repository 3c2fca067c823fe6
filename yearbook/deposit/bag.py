"""A bag on its way to the disk: each file written and flushed, then listed by its digests."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from yearbook.deposit.terms import Payload
from yearbook.offline import seal
from yearbook.offline.packing import entry, replacing
from yearbook.write import fs

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHMS = ("sha256", "sha512")
CHUNK = 1 << 20


@dataclass(slots=True)
class Bag:
    """A bag that is being written into `folder`: the digests and size of each file so far."""

    folder: Path
    digests: dict[str, dict[str, str]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    _folders: set[PurePosixPath] = field(default_factory=lambda: {PurePosixPath(".")})

    def put(self, path: str, data: bytes) -> None:
        """Write a file."""
        fs.create(str(self._place(path)), data)
        self.digests[path] = {name: hashlib.new(name, data).hexdigest() for name in ALGORITHMS}
        self.sizes[path] = len(data)

    def copy(self, path: str, source: Path) -> None:
        """Write a file as it lies elsewhere."""
        made = {name: hashlib.new(name) for name in ALGORITHMS}
        size, place = 0, self._place(path)
        with source.open("rb") as file, place.open("xb") as target:
            while data := file.read(CHUNK):
                target.write(data)
                size += len(data)
                for one in made.values():
                    one.update(data)
        place.chmod(0o644)
        self.digests[path] = {name: one.hexdigest() for name, one in made.items()}
        self.sizes[path] = size

    def _place(self, path: str) -> Path:
        """Where a file goes; its folder is made."""
        parents = PurePosixPath(path).parents
        for folder in reversed(parents):
            if folder not in self._folders:
                fs.folder(self.folder / folder)
                self._folders.add(folder)
        return self.folder / path

    def payload(self) -> Payload:
        """How much there is in data/."""
        paths = [path for path in self.sizes if path.startswith("data/")]
        endings = frozenset(PurePosixPath(path).suffix for path in paths)
        return Payload(sum(self.sizes[path] for path in paths), len(paths), endings)

    def close(self) -> None:
        """Write the lists: of the payload, then of all the rest."""
        for name in ALGORITHMS:
            self.put(f"manifest-{name}.txt", self._list(name, payload=True))
        made = {name: self._list(name, payload=False) for name in ALGORITHMS}
        for name, data in made.items():
            self.put(f"tagmanifest-{name}.txt", data)

    def _list(self, algorithm: str, *, payload: bool) -> bytes:
        paths = sorted(path for path in self.digests if path.startswith("data/") == payload)
        lines = (f"{self.digests[path][algorithm]}  {path}\n" for path in paths)
        return "".join(lines).encode("utf-8")

    def flush(self) -> None:
        """Have the disk keep all of it."""
        for path in sorted(self.sizes):
            sync(self.folder / path)
        for folder in sorted(self._folders, reverse=True):
            sync(self.folder / folder)


def sync(path: Path) -> None:
    """Flush a file or a folder, where a system flushes what it did not write itself."""
    if os.name == "nt":
        return
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def zip_of(bag: Bag, target: Path, name: str, day: date) -> None:
    """The same files as a zip, each below a folder `name`."""
    with replacing(target) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(bag.sizes):
                info = entry(f"{name}/{path}", day)
                info.file_size = bag.sizes[path]
                with (bag.folder / path).open("rb") as source, packed.open(info, "w") as made:
                    shutil.copyfileobj(source, made, CHUNK)
            packed.comment = f"yearbook package {name} {seal.BLANK}".encode("ascii")
        seal.close(file)
