"""Too much to keep as a file."""

from pathlib import Path

AS_A_USER = True
path = Path("content/2017/overview.md")
path.write_text(path.read_text("utf-8") + "\n## 新条目\n\n文字。\n", "utf-8")
path.parent.chmod(0o555)
