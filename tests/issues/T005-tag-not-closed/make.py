import shutil
from pathlib import Path

shutil.copytree(Path(__file__).parents[3] / "templates", "templates")
Path("templates/404.html").write_text(
    """{% for link in view.links %}
{{ link.text }}
""",
    "utf-8",
)
