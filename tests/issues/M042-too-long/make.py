"""An entry longer than pages can bear."""

from pathlib import Path

Path("long.txt").write_text("年鉴全文\n" + ("这一段很长。" * 1000 + "\n") * 51, encoding="utf-8")
