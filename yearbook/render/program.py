"""Which program makes the pages: its source, its libraries and its Python."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from yearbook.libraries import environment
from yearbook.output import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.write.stamp import Stamp

PACKAGE = Path(__file__).parent.parent
TREE = "yearbook/"  # of a stamp
SOURCES = (".py", ".txt")
_stamped: dict[str, bytes] = {}


@lru_cache(maxsize=1)
def program() -> str:
    """A digest of the program; when it changes, nothing that it remembers holds."""
    files = _stamped or dict(_sources())
    return digest(sorted(files.items()), *environment())


def known(stamp: Stamp) -> None:
    """Take the digests of the files of the program from a stamp, which has just read them."""
    for folder in stamp.folders:
        if folder.startswith(TREE):
            path = folder.removeprefix(TREE)
            files = stamp.files(folder).items()
            _stamped.update((path + name, said) for name, said in files if name.endswith(SOURCES))


def _sources() -> Iterator[tuple[str, bytes]]:
    """The names of its files and the digests of their bytes."""
    for folder, _, names in os.walk(PACKAGE):
        path = Path(folder).relative_to(PACKAGE).as_posix()
        for name in names:
            if name.endswith(SOURCES):
                data = Path(folder, name).read_bytes()
                yield (name if path == "." else f"{path}/{name}"), hashlib.sha256(data).digest()
