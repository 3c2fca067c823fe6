from pathlib import Path

Path("public").mkdir()
Path("site").symlink_to("public", target_is_directory=True)
