"""Someone saves a file again and again while the rules look at what was read."""

from pathlib import Path
from unittest.mock import patch


def around() -> object:
    file = Path("content/files/verification.txt")
    return patch(
        "yearbook.rules.check", side_effect=lambda *_, **__: file.write_text(file.read_text() + "x")
    )
