"""A file that lies deep, and one with a sign that bags escape."""

from pathlib import Path

for name in ("a/b/c/d/e/f/note.txt", "100%.txt"):
    path = Path("content/files", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("note", "utf-8")
    with Path("content/2017/overview.md").open("a", encoding="utf-8") as file:
        file.write(f"\n另见[附件](../files/{name.replace('%', '%25')})。\n")
