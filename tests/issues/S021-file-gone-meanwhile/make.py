"""Someone moves a file away between reading and writing; the rules stand between the two."""

from pathlib import Path
from unittest.mock import patch


def around() -> object:
    gone = Path("content/files/verification.txt")
    return patch("yearbook.rules.check", side_effect=lambda *_, **__: gone.unlink())
