"""Parts: what a build works out for one edition and the next build need not work out again.

They lie beside the state, a file each: the digest of the bytes, the key, the bytes. They are a
memory and nothing else: a part that is missing, damaged or of another key is made anew, and the
site comes out the same without any.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

HEAD = 64


class Parts:
    """The parts in a folder; those made anew are held in memory until they are put down there."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.made: dict[str, bytes] = {}
        self.used: set[str] = set()

    def get(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        """The part `name`, which depends on `key` alone; `make` works it out when it must."""
        found = self._read(name, key)
        if found is None:
            found = make()
            self.made[name] = key.encode("ascii") + b"\n" + found
        self.used.add(name)
        return found

    def known(self, name: str, key: str) -> bytes | None:
        """The part `name` if it was remembered under this key."""
        return self._read(name, key)

    def look(self, name: str) -> bytes:
        """The bytes of a part that has been asked for."""
        return (self.made.get(name) or self._stored(name)).partition(b"\n")[2]

    def put_down(self) -> None:
        """Write the parts that are new. A full disk costs the memory of them, not the build."""
        if self.folder is None:
            return
        with suppress(OSError):
            if self.made:
                self.folder.mkdir(exist_ok=True)
            for name in tuple(self.made):
                _write(self.folder / name, self.made[name])
                del self.made[name]

    def keep(self, used: Iterable[str]) -> None:
        """Write the parts that are new and remove all but those `used`."""
        self.put_down()
        if self.folder is None or not self.folder.exists():
            return
        with suppress(OSError):
            for path in tuple(self.folder.iterdir()):
                if path.name not in used:
                    path.unlink()

    def _read(self, name: str, key: str) -> bytes | None:
        """The bytes of a part in memory or in the folder; None unless whole and of this key."""
        said = self.made.get(name) or self._stored(name)
        known, mark, rest = said.partition(b"\n")
        return rest if mark and known == key.encode("ascii") else None

    def _stored(self, name: str) -> bytes:
        if self.folder is None:
            return b""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return b""
        said = data[HEAD:]
        return said if hashlib.sha256(said).hexdigest().encode("ascii") == data[:HEAD] else b""


def _write(path: Path, said: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(hashlib.sha256(said).hexdigest().encode("ascii") + said)
    fresh.replace(path)
