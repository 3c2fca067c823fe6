"""What is made of templates again and again, kept in a folder beside them.

It is a memory and nothing else: what is missing, damaged or of another program is made again, and
where nothing can be written nothing is.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

HEAD = 32


class Kept:
    """A folder of files, each a digest and bytes, for one `program`; none without a folder."""

    def __init__(self, folder: Path | None, program: str) -> None:
        self.folder, self.program = folder, program

    def look(self, name: str, source: bytes = b"") -> bytes | None:
        """The bytes kept under a name, if they were made of this source."""
        if self.folder is None:
            return None
        try:
            said = (self.folder / name).read_bytes()
        except OSError:
            return None
        data = said[HEAD:]
        return data if self._digest(source, data) == said[:HEAD] else None

    def keep(self, name: str, data: bytes, source: bytes = b"") -> None:
        """Keep what was made of a source in place of what the name had before."""
        if self.folder is None:
            return
        fresh = self.folder / f"{name}.{os.getpid()}"
        with suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            fresh.write_bytes(self._digest(source, data) + data)
            fresh.replace(self.folder / name)

    def _digest(self, source: bytes, data: bytes) -> bytes:
        made = hashlib.sha256(self.program.encode("ascii"))
        for part in (source, data):
            made.update(len(part).to_bytes(8, "big") + part)
        return made.digest()
