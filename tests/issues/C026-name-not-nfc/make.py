from pathlib import Path

Path("content/files", "cafe\u0301.txt").write_text("")
