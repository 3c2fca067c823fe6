from pathlib import Path

Path("content/2017/originals/passwd").symlink_to("/etc/passwd")
Path("content/2017/originals/copy.txt").symlink_to("reading.txt")
Path("content/2017/originals/scans").mkdir()
Path("content/2017/originals/scans/all").symlink_to("/etc")
