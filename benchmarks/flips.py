"""Does `verify` find every flipped bit, and name the file in which it was flipped?

    python benchmarks/flips.py [--flips 500] [--content content] [--edition 2017] [--seed 1]

One bit at a random place is flipped, verified and put back: in turn in the payload of a package,
its tag files, its manifests, a site's file, the site's list, and in the zips of both. `alone`
counts the flips after which no other file was named with it.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from yearbook import build
from yearbook.build import Job
from yearbook.deposit.making import package
from yearbook.issues import Issues, UseError
from yearbook.offline.making import make
from yearbook.verify import verify
from yearbook.write import silent
from yearbook.write.manifest import MANIFEST


@dataclass(frozen=True)
class Target:
    """What is verified, a file in it that a bit is flipped in, and who may be named for a place."""

    root: Path
    file: Path
    named: Callable[[int], set[str]]


@dataclass(frozen=True)
class Flip:
    """A flip and what came of it."""

    kind: str
    file: Path
    bit: int
    found: bool
    named: bool
    alone: bool


def made(folder: Path, content: Path, edition: str) -> dict[str, list[Target]]:
    """A package, a site and their zips, made anew; by kind of place what may be flipped."""
    job = Job(content, build.templates_of(None), folder / "site")
    build.build(job)
    packed = package(job, edition, folder / "packages", silent)
    readers = make(job, edition, folder / "offline", silent)
    bag, site = packed.folder, job.site
    tags = [path for path in sorted(bag.iterdir()) if path.is_file()]
    lists = [path for path in tags if "manifest" in path.name]
    return {
        "payload": [_file(bag, path) for path in _files(bag / "data")],
        "tag files": [_file(bag, path) for path in tags if path not in lists],
        "manifests": [_file(bag, path) for path in lists],
        "site": [_file(site, path) for path in _files(site) if path.name != MANIFEST],
        "site's list": [_file(site, site / MANIFEST)],
        "package.zip": [_zip(packed.zip)],
        "reader's zip": [_zip(readers.path)],
    }


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size]


def _file(root: Path, path: Path) -> Target:
    return Target(root, path, lambda _: {path.as_posix()})


def _zip(path: Path) -> Target:
    """In a zip the file whose header or bytes hold the place; at its end the zip itself as well."""
    with zipfile.ZipFile(path) as found:
        starts = sorted((one.header_offset, one.filename) for one in found.infolist())
        end = found.start_dir
    whole = path.as_posix()

    def named(place: int) -> set[str]:
        if place >= end:
            return {whole, *(f"{whole}/{name}" for _, name in starts)}
        name = max((start, name) for start, name in starts if start <= place)[1]
        return {f"{whole}/{name}"}

    return Target(path, path, named)


def flips(targets: dict[str, list[Target]], count: int, chance: random.Random) -> Iterator[Flip]:
    """Flip, verify and put back, kind after kind; files are chosen by their size."""
    kinds = sorted(targets)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        rows = targets[kind]
        sizes = [one.file.stat().st_size for one in rows]
        target = chance.choices(rows, sizes)[0]
        bit = chance.randrange(target.file.stat().st_size * 8)
        yield _flip(kind, target, bit)


def _flip(kind: str, target: Target, bit: int) -> Flip:
    before = target.file.read_bytes()
    data = bytearray(before)
    data[bit // 8] ^= 1 << bit % 8
    target.file.write_bytes(data)
    issues = Issues()
    try:
        whole = verify(target.root, issues).whole
    except UseError as error:
        whole, issues.found = False, [error.issue]
    finally:
        target.file.write_bytes(before)
    right = target.named(bit // 8)
    paths = {issue.place.path for issue in issues.errors}
    return Flip(kind, target.file, bit, not whole, bool(paths & right), paths <= right)


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--flips", type=int, default=500)
    words.add_argument("--content", type=Path, default=Path("content"))
    words.add_argument("--edition", default="2017")
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        targets = made(Path(folder), given.content, given.edition)
        row = [*flips(targets, given.flips, random.Random(given.seed))]
    for one in row:
        if not (one.found and one.named):
            print(f"{one.kind}: {one.file.name}, bit {one.bit}: {one}")
    for kind in sorted(targets):
        found = [one for one in row if one.kind == kind]
        print(f"{kind:14} {len(found)} flips, {sum(one.found for one in found)} found, ", end="")
        print(f"{sum(one.named for one in found)} named, {sum(one.alone for one in found)} alone")
    good = sum(one.found and one.named for one in row)
    print(f"{good} of {len(row)} flips found and named")
    return 0 if good == len(row) else 1


if __name__ == "__main__":
    sys.exit(main())
