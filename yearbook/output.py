"""What the renderers hand to the writer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A path in the site, a key, and a way to make the bytes.

    `path` is relative, with `/`. `key` is a digest of everything the bytes depend on, so that an
    output whose key the last build recorded need not be made again. `source` is the file of
    content that is copied, as issues name it; empty for what the program makes.
    """

    path: str
    key: str
    make: Callable[[], bytes]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A folder of files that are made together, since what they are called depends on their bytes.

    `make` gives the bytes by path, each within `folder`; `key` is a digest of everything they
    depend on. `late`: a preview may leave the files of an earlier build in place for a while.
    """

    folder: str
    key: str
    make: Callable[[], Mapping[str, bytes]]
    late: bool = False

    def holds(self, path: str) -> bool:
        """Whether a path of the site lies in the folder."""
        return path.startswith(f"{self.folder}/")


def digest(*parts: object) -> str:
    """A digest of values whose `repr` says all there is to say (frozen data, text, bytes)."""
    made = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()[:32]
