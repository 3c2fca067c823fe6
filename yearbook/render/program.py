"""Which program makes the pages: its source, its libraries and its Python."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from yearbook.libraries import LIBRARIES
from yearbook.output import digest


@lru_cache(maxsize=1)
def program() -> str:
    """A digest of the program; when it changes, every page is made anew."""
    package = Path(__file__).parent.parent
    files = sorted(path for ending in ("*.py", "*.txt") for path in package.rglob(ending))
    sources = [
        part for file in files for part in (file.relative_to(package).as_posix(), file.read_bytes())
    ]
    return digest(*sources, *map(_version, LIBRARIES.values()), sys.version_info[:3])


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
