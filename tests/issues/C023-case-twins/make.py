from pathlib import Path

Path("content/files/Guide.txt").write_text("1")
Path("content/files/guide.txt").write_text("2")
