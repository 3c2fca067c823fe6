"""A folder of one's own, named like the site."""

from pathlib import Path

for name in ("index.html", "photos/1.jpg", "photos/2.jpg", "plan.docx", "x.txt"):
    path = Path("site", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("不可丢失", "utf-8")
