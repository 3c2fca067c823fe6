import shutil
from pathlib import Path

shutil.copytree(Path(__file__).parents[3] / "templates", "templates")
Path("templates/404.html").write_text(
    """<!doctype html>
<title>{{ view.titel }}</title>
""",
    "utf-8",
)
