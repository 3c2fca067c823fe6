from pathlib import Path

with Path("content/2016/reading.md").open("ab") as file:
    file.truncate(17 * 1024 * 1024)
