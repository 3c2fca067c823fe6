from pathlib import Path

Path("content/files/aux.txt").write_text("")
Path("content/files/a:b.txt").write_text("")
Path("content/files/end.").write_text("")
