"""`originals/`: the manuscripts as they came, under names that travel."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from yearbook.address import WINDOWS_NAMES
from yearbook.manuscripts.blocks import Manuscript
from yearbook.manuscripts.imports import NAME, digest
from yearbook.read.tree import LONGEST, NOT_ON_WINDOWS, is_junk

ROOM = len(".report.txt") + len("-99")


def names(folder: Path, manuscripts: Sequence[Manuscript]) -> dict[str, str]:
    """The name of each manuscript in originals/ by its digest: its own, or with a number where
    another version is kept under that."""
    made: dict[str, str] = {}
    for one in manuscripts:
        own = good(one.name)
        stem, ending = PurePosixPath(own).stem, PurePosixPath(own).suffix
        row = [own, *(f"{stem}-{n}{ending}" for n in range(2, 1000))]
        taken = {name.casefold() for name in made.values()}
        free = (name for name in row if name.casefold() not in taken)
        made[one.digest] = next(n for n in free if _is_free(folder / "originals" / n, one.digest))
    return made


def _is_free(path: Path, sha256: str) -> bool:
    if path.name.casefold() == PurePosixPath(NAME).name:
        return False
    return not path.exists() or (path.is_file() and digest(path.read_bytes()) == sha256)


def good(name: str) -> str:
    """A name that any system takes, as near to the given one as may be."""
    made = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    made = re.sub(r'[<>:"/|?*\\\x00-\x1f\x7f]', "-", made).strip(" .")
    path = PurePosixPath(made or "manuscript")
    stem = path.stem[: LONGEST - ROOM].strip(" .") or "manuscript"
    if stem.partition(".")[0].rstrip().lower() in WINDOWS_NAMES or is_junk(f"{stem}{path.suffix}"):
        stem = f"manuscript-{re.sub(r'[^0-9A-Za-z]', '', stem)}".strip("-")
    good = f"{stem}{path.suffix}"
    return good if not NOT_ON_WINDOWS.search(good) else f"manuscript{path.suffix}"


def images(folder: Path) -> dict[str, bytes]:
    """The pictures that the edition has, by their path."""
    place = folder / "images"
    found = sorted(place.iterdir()) if place.is_dir() else []
    return {f"images/{one.name}": one.read_bytes() for one in found if one.is_file()}
