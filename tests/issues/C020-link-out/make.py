from pathlib import Path

Path("secret.md").write_text("# 密\n")
Path("content/2016/reading.md").unlink()
Path("content/2016/reading.md").symlink_to("../../secret.md")
Path("content/files/etc").symlink_to("/etc")
