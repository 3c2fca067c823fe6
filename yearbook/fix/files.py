"""The files that `--fix` and `release` change: read byte for byte, replaced at once."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from yearbook.issues import Issue, Place, UseError

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def read(path: Path) -> str:
    """The text of a file with its line ends and byte order mark."""
    return path.read_bytes().decode("utf-8")


def write(path: Path, text: str) -> None:
    """Replace a file at once, or leave it as it was. Raises `UseError`."""
    real, name = path.resolve(), ""
    try:
        if real.exists():
            real.open("r+b").close()
        with tempfile.NamedTemporaryFile("wb", dir=real.parent, delete=False) as file:
            name = file.name
            file.write(text.encode("utf-8"))
        _take_mode(real, Path(name))
        Path(name).replace(real)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise UseError(Issue(Place(path.as_posix()), "C330", (("reason", reason),))) from error


def _take_mode(path: Path, new: Path) -> None:
    """The new file gets the permissions of the old one, or those of a fresh file."""
    if path.exists():
        shutil.copymode(path, new)
    else:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
