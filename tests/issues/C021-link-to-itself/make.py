from pathlib import Path

Path("content/2016/reading.md").unlink()
Path("content/2016/reading.md").symlink_to("reading.md")
