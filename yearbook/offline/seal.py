"""The seal at the end of a reader's zip, its comment: of which edition and of what words it is.

It ends with the digest of all that is before it, so that a zip that was cut or changed is known
without being opened.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

SEAL = re.compile(rb"yearbook offline ([0-9a-z-]+) ([0-9a-f]{32}) ([0-9a-f]{64})")
WHOLE = "-"  # the edition of a zip of the whole site
BLANK = "0" * 64
LONGEST = 256
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Seal:
    """What a seal says: the edition (empty: the whole site), a digest of its content; whether the
    bytes of the zip are those that were sealed, and their digest."""

    edition: str
    content: str
    sound: bool
    digest: str


def blank(edition: str, content: str) -> bytes:
    """The seal of a zip that is not closed yet."""
    return f"yearbook offline {edition or WHOLE} {content} {BLANK}".encode("ascii")


def close(file: BinaryIO) -> None:
    """Write the digest into the blank seal of a zip that has been written."""
    made = digest(file).encode("ascii")
    file.seek(-len(BLANK), os.SEEK_END)
    file.write(made)


def read(path: Path) -> Seal | None:
    """The seal of a file; None when it has none."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - LONGEST))
        found = re.search(SEAL.pattern + rb"\Z", file.read())
        if found is None:
            return None
        edition, content, said = (part.decode("ascii") for part in found.groups())
        made = digest(file)
    return Seal("" if edition == WHOLE else edition, content, made == said, made)


def digest(file: BinaryIO) -> str:
    """The digest of all but the digest at the end."""
    left = file.seek(-len(BLANK), os.SEEK_END)
    file.seek(0)
    made = hashlib.sha256()
    while left and (data := file.read(min(CHUNK, left))):
        made.update(data)
        left -= len(data)
    return made.hexdigest()
