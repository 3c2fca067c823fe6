"""A manuscript larger than any, which takes no room."""

from pathlib import Path

with Path("safety.txt").open("wb") as file:
    file.write(b"x")
    file.truncate(17 * 1024 * 1024)
