from pathlib import Path

Path("content").write_text("年鉴", encoding="utf-8")
