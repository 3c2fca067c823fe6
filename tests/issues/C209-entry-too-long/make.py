"""Too much to keep as a file."""

from pathlib import Path

path = Path("content/2017/overview.md")
path.write_text(path.read_text("utf-8") + "\n" + "书 刊，报 册。" * 37_500 + "长", "utf-8")
