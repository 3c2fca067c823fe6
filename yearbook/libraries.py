"""The libraries that have a part in the bytes of a site, as they are imported and as installed."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from pathlib import Path

LIBRARIES = {
    "jinja2": "jinja2",
    "markupsafe": "markupsafe",
    "markdown": "markdown",
    "yaml": "pyyaml",
    "pypinyin": "pypinyin",
    "opencc": "opencc",
}

Facts = tuple[str | int, ...]


def environment() -> tuple[Facts, ...]:
    """Python and the libraries, by the stat of their first file: cheap, nothing is imported."""
    return (("python", sys.version), *(_library(name) for name in LIBRARIES))


def _library(name: str) -> Facts:
    spec = PathFinder.find_spec(name)
    if spec is None or not spec.origin or not Path(spec.origin).exists():
        return (name,)
    found = Path(spec.origin).stat()
    return (name, spec.origin, found.st_size, found.st_mtime_ns)
