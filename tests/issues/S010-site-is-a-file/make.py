from pathlib import Path

Path("site").write_text("网站", "utf-8")
