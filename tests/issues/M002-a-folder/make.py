"""A folder in the place of a manuscript."""

from pathlib import Path

Path("safety.docx").mkdir()
