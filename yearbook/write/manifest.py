"""`yearbook.sha256`, the list of the site's files: whose they are, and whether they are whole.

It has the format of `sha256sum`, so that `sha256sum -c yearbook.sha256` proves a copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

MANIFEST = "yearbook.sha256"


def manifest(digests: Mapping[str, str]) -> bytes:
    """The list of files with their digests, in the order of their paths."""
    lines = (f"{digests[path]}  {path}\n" for path in sorted(digests))
    return "".join(lines).encode("utf-8")


def listed(site: Path) -> frozenset[str]:
    """The files that the list in `site` names, and the list itself; nothing without one."""
    try:
        text = (site / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset([MANIFEST, *(line[66:] for line in text.splitlines() if line[64:66] == "  ")])
