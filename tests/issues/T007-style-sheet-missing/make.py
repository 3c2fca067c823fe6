import shutil
from pathlib import Path

shutil.copytree(Path(__file__).parents[3] / "templates", "templates")
Path("templates/assets/annals.css").unlink()
Path("templates/assets/engine.js").unlink()
