"""`yearbook.sha256`, the list of the site's files: whose they are, and whether they are whole.

It has the format of `sha256sum`, so that `sha256sum -c yearbook.sha256` proves a copy. Its last
lines, which `sha256sum` passes over, say how long each file is, and prove the list itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from yearbook import __version__

MANIFEST = "yearbook.sha256"
MADE, SIZES, PROOF = "# yearbook ", "# sizes ", "# sha256 "


def manifest(digests: Mapping[str, str], sizes: Mapping[str, int]) -> bytes:
    """The list of files with their digests, in the order of their paths; then their sizes and a
    digest of all that stands before it."""
    paths = sorted(digests)
    lines = [f"{digests[path]}  {path}\n" for path in paths]
    lines.append(f"{MADE}{__version__}\n")
    lines.append(f"{SIZES}{' '.join(str(sizes[path]) for path in paths)}\n")
    listed = "".join(lines).encode("utf-8")
    return listed + f"{PROOF}{hashlib.sha256(listed).hexdigest()}\n".encode("ascii")


def listed(site: Path) -> frozenset[str]:
    """The files that the list in `site` names, and the list itself; nothing without one."""
    try:
        text = (site / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset([MANIFEST, *(line[66:] for line in text.splitlines() if line[64:66] == "  ")])
