"""A file stands where the folder must be."""

from pathlib import Path

Path("out").write_text("mine", "utf-8")
