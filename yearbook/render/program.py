"""Which program makes the pages: its source, its libraries and its Python."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from yearbook.libraries import environment
from yearbook.output import digest

PACKAGE = Path(__file__).parent.parent


@lru_cache(maxsize=1)
def program() -> str:
    """A digest of the program; when it changes, nothing that it remembers holds."""
    return digest(*_sources(), *environment())


def _sources() -> Iterator[str | bytes]:
    """The names and bytes of its files."""
    for folder, folders, names in os.walk(PACKAGE):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".txt")):
                yield f"{folder.removeprefix(str(PACKAGE))}/{name}"
                yield Path(folder, name).read_bytes()
