"""A link among the manuscripts."""

from pathlib import Path

Path("content/2017/originals/other.txt").symlink_to("reading.txt")
