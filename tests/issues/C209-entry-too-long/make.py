"""Too much to keep as a file."""

from pathlib import Path

path = Path("content/2017/overview.md")
path.write_text(path.read_text("utf-8") + "\n" + "长" * 300_001, "utf-8")
