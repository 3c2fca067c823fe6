"""The manuscripts of an edition, under names that travel, with a table of what they were called."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path, PurePosixPath

from yearbook.issues import Issues, Place
from yearbook.manuscripts.imports import Import, read_imports
from yearbook.manuscripts.originals import good
from yearbook.read.tree import is_junk

FOLDER = "data/originals"
TABLE = f"{FOLDER}/originals.csv"
HEAD = ("file", "original_name", "bytes", "sha256", "sha256_when_imported", "imported_into")


@dataclass(frozen=True, slots=True)
class Original:
    """A manuscript: its path in the package, its name in originals/, and where it is."""

    path: str
    name: str
    source: Path


def originals(folder: Path, issues: Issues) -> tuple[Original, ...]:
    """The files of originals/ in the edition's `folder`.

    What changed since it was imported is an error, what is gone a warning.
    """
    place = folder / "originals"
    try:
        found = tuple(_found(place, issues)) if place.is_dir() else ()
        _compare(folder, {one.name: one for one in found}, read_imports(folder), issues)
    except OSError as error:
        issues.add(Place(str(error.filename)), "P076", reason=error.strerror or str(error))
        return ()
    return found


def _raise(error: OSError) -> None:
    raise error


def _found(place: Path, issues: Issues) -> Iterator[Original]:
    taken = {PurePosixPath(TABLE).name}
    for root, folders, files in os.walk(place, onerror=_raise):
        folders[:] = sorted(name for name in folders if not is_junk(name))
        links = [name for name in folders if Path(root, name).is_symlink()]
        for name in sorted([*files, *links]):
            path = Path(root, name)
            if is_junk(name):
                continue
            if path.is_symlink() or not path.is_file():
                issues.add(Place(path.as_posix()), "P008")
                continue
            shown = path.relative_to(place).as_posix()
            yield Original(f"{FOLDER}/{_free(shown, taken)}", shown, path)


def _free(name: str, taken: set[str]) -> str:
    """A name that travels and that no other file has."""
    made = PurePosixPath(*(good(part.replace("%", "-")) for part in name.split("/")))
    row = chain([made], (made.with_stem(f"{made.stem}-{n}") for n in count(2)))
    free = next(str(one) for one in row if str(one).casefold() not in taken)
    taken.add(free.casefold())
    return free


def _compare(
    folder: Path, found: Mapping[str, Original], imports: Sequence[Import], issues: Issues
) -> None:
    for one in imports:
        place = Place((folder / "originals" / one.original).as_posix())
        if one.original not in found:
            issues.add(place, "P007")
        elif _digest(found[one.original].source) != one.sha256:
            issues.add(place, "P006")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def table(found: Sequence[Original], folder: Path) -> bytes:
    """What the manuscripts were called, their digests now and when they were imported."""
    imports = {one.original: one for one in read_imports(folder)}
    made = io.StringIO()
    rows = csv.writer(made)
    rows.writerow(HEAD)
    for one in found:
        known = imports.get(one.name)
        into = " ".join(sorted(known.files)) if known else ""
        size = one.source.stat().st_size
        name = PurePosixPath(one.path).relative_to(FOLDER)
        digest = known.sha256 if known else ""
        rows.writerow((name, one.name, size, _digest(one.source), digest, into))
    return made.getvalue().encode("utf-8-sig")
