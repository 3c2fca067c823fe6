from pathlib import Path

Path("themes").mkdir()
Path("themes/base.html").symlink_to("../content/about.md")
