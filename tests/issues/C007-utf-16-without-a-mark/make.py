from pathlib import Path

path = Path("content/2016/reading.md")
path.write_bytes(path.read_text("utf-8").encode("utf-16-le"))
