from pathlib import Path

Path("content/files", "x" * 70 + ".txt").write_text("")
