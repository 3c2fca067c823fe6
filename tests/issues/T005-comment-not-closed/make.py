import shutil
from pathlib import Path

shutil.copytree(Path(__file__).parents[3] / "templates", "templates")
page = Path("templates/404.html")
page.write_text(page.read_text("utf-8") + "\n{# to be done\n", "utf-8")
