"""What a build depended on: every file it could read, by its stat and its digest.

The rule of the racily clean is git's: a file changed within two seconds of the stamp may change
again without its stat showing it, so its digest is taken anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.machinery import PathFinder
from pathlib import Path

from yearbook import listing
from yearbook.libraries import LIBRARIES

LARGE = 1_000_000  # bytes, from which on a file is not read at once
TEXTS = (".md", ".yaml", ".csv", ".lock")
SIZE = hashlib.sha256().digest_size

Facts = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """When it was taken, the facts that must be equal, and of each folder the stats of its files,
    their digests, one after another in the order of their names, and when the last was changed.

    `read` has the bytes of the texts of the content that were read for it, by their paths, so that
    they need not be read once more.
    """

    taken: int
    facts: tuple[Facts, ...]
    folders: Mapping[str, bytes]
    digests: Mapping[str, bytes]
    newest: Mapping[str, int]
    read: dict[str, bytes] = field(default_factory=dict)

    def same(self, other: Stamp) -> bool:
        """Whether the same bytes would be read, whatever the stats say."""
        if self.facts != other.facts or self.digests != other.digests:
            return False
        return self.folders == other.folders or self._names() == other._names()

    def _names(self) -> dict[str, list[str]]:
        return {folder: [*self.files(folder)] for folder in self.folders}

    def files(self, folder: str) -> dict[str, bytes]:
        """The digests of the files of a folder, by their names."""
        said = self.digests[folder]
        names = (name for name, _ in listing.unpacked(self.folders[folder]))
        return {name: said[n * SIZE : (n + 1) * SIZE] for n, name in enumerate(names)}

    def changed(self, before: Stamp) -> Iterator[str]:
        """The paths of files that were not there before with the same bytes, or are no more; of a
        folder that is new or gone its own."""
        for folder in self.folders.keys() | before.folders.keys():
            if folder not in self.folders or folder not in before.folders:
                yield folder
            elif (self.folders[folder], self.digests[folder]) != (
                before.folders[folder],
                before.digests[folder],
            ):
                one, other = self.files(folder), before.files(folder)
                for name in one.keys() | other.keys():
                    if one.get(name) != other.get(name):
                        yield folder + name


NOTHING = Stamp(0, (), {}, {}, {})


def take(trees: Mapping[str, Path], facts: tuple[Facts, ...], before: Stamp = NOTHING) -> Stamp:
    """The stamp of now; digests whose file has the stat of `before` are taken over.

    `OSError` when a file cannot be read.
    """
    taken = time.time_ns()
    folders: dict[str, bytes] = {}
    digests: dict[str, bytes] = {}
    newest: dict[str, int] = {}
    texts: dict[str, bytes] = {}
    for name, root in trees.items():
        for path, said in listing.sources(str(root)).items():
            folder = f"{name}/{path}"
            folders[folder] = said
            if before.folders.get(folder) == said:
                newest[folder] = before.newest[folder]
            else:
                newest[folder] = listing.newest(said)
            kept = texts if name == "content" else None
            digests[folder] = _digests(f"{root}/{path}", folder, said, before, kept)
    return Stamp(taken, (*facts, *environment()), folders, digests, newest, texts)


def retaken(before: Stamp, trees: Mapping[str, Path], paths: Iterable[str]) -> Stamp | None:
    """A stamp in which the folders of some files that changed are looked at again, and no others;
    None unless all are files of folders that were there.

    `OSError` when a file cannot be read.
    """
    taken, texts = time.time_ns(), dict[str, bytes]()
    folders, digests, newest = dict(before.folders), dict(before.digests), dict(before.newest)
    for name, path in {_folder(Path(one), trees, before) for one in paths}:
        folder = f"{name}/{path}"
        if folder not in folders:
            return None
        root = trees[name]
        said = folders[folder] = listing.folder(str(root), path)
        newest[folder] = listing.newest(said)
        kept = texts if name == "content" else None
        digests[folder] = _digests(f"{root}/{path}", folder, said, before, kept)
    return Stamp(taken, before.facts, folders, digests, newest, texts)


def _folder(file: Path, trees: Mapping[str, Path], before: Stamp) -> tuple[str, str]:
    """The tree in which a file lies, and its folder there with `/` at its end; nothing for what
    lies elsewhere, is a folder, or was one."""
    above = file.parent.resolve()
    for name, root in trees.items():
        if above.is_relative_to(root.resolve()):
            found = above.relative_to(root.resolve()).as_posix()
            path = "" if found == "." else f"{found}/"
            known = f"{name}/{path}{file.name}/" in before.folders or file.is_dir()
            return ("", "") if known else (name, path)
    return "", ""


def _digests(
    path: str, folder: str, said: bytes, before: Stamp, texts: dict[str, bytes] | None
) -> bytes:
    """The digests of the files of a folder, those taken over whose stats are settled."""
    if folder not in before.folders:
        return b"".join(_digest(path + name, stat, texts) for name, stat in listing.unpacked(said))
    settled = before.taken - listing.RACY
    if said == before.folders[folder] and before.newest[folder] < settled:
        return before.digests[folder]
    known = dict(listing.unpacked(before.folders[folder]))
    digests = before.files(folder)
    made = []
    for name, stat in listing.unpacked(said):
        kept = known.get(name) == stat and max(stat[1], stat[2]) < settled
        made.append(digests[name] if kept else _digest(path + name, stat, texts))
    return b"".join(made)


def _digest(path: str, stat: tuple[int, ...], texts: dict[str, bytes] | None) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (tens of thousands of paths)
        if stat[0] > LARGE:
            return hashlib.file_digest(file, "sha256").digest()
        data = file.read()
    if texts is not None and path.endswith(TEXTS):
        texts[path] = data
    return hashlib.sha256(data).digest()


def environment() -> tuple[Facts, ...]:
    """Python and the libraries, by the stat of their first file: cheap, nothing is imported."""
    return (("python", sys.version), *(_library(name) for name in LIBRARIES))


def _library(name: str) -> Facts:
    spec = PathFinder.find_spec(name)
    if spec is None or not spec.origin or not Path(spec.origin).exists():
        return (name,)
    found = os.stat(spec.origin)  # noqa: PTH116
    return (name, spec.origin, found.st_size, found.st_mtime_ns)
