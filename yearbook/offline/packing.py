"""Files into a zip, one after another; the same files give the same bytes."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import BinaryIO

from yearbook.offline import seal
from yearbook.write.manifest import MANIFEST, manifest

PACKED = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".gif",
    ".pdf",
    ".zip",
    ".docx",
    ".xlsx",
    ".mp3",
    ".mp4",
)
FIRST_DAY, LAST_DAY = date(1980, 1, 1), date(2107, 12, 31)  # that a zip can say
ABANDONED = 3600


def pack(
    target: Path, folder: str, day: date, sealed: bytes, files: Iterable[tuple[str, bytes]]
) -> int:
    """Write a zip with one `folder` that holds the files and the list of their digests.

    It stands at `target` when it is whole, or not at all; gives how many files it holds.
    """
    digests: dict[str, str] = {}
    sizes: dict[str, int] = {}
    with replacing(target) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for path, data in files:
                digests[path], sizes[path] = hashlib.sha256(data).hexdigest(), len(data)
                packed.writestr(entry(f"{folder}/{path}", day), data)
            packed.writestr(entry(f"{folder}/{MANIFEST}", day), manifest(digests, sizes))
            packed.comment = sealed
        seal.close(file)
    return len(digests) + 1


def entry(name: str, day: date) -> zipfile.ZipInfo:
    """A file of a zip as if it were made on Unix on this day, whatever the system is."""
    year, month, number, *_ = max(FIRST_DAY, min(LAST_DAY, day)).timetuple()
    made = zipfile.ZipInfo(name, (year, month, number, 0, 0, 0))
    made.create_system = 3
    made.external_attr = 0o100644 << 16
    packed = name.lower().endswith(PACKED)
    made.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    return made


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of `target` at the end, when nothing went wrong."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    number, name = tempfile.mkstemp(".part", f".{target.name}.", target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(number)
        fresh.chmod(0o644)
        fresh.replace(target)
    finally:
        with suppress(OSError):
            fresh.unlink()


def _sweep(target: Path) -> None:
    """Remove what runs that were killed have left."""
    for path in target.parent.glob(f".{target.name}.*.part"):
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - ABANDONED:
                path.unlink()
