"""The edition is not released."""

from pathlib import Path

path = Path("content/2017/edition.yaml")
path.write_text(path.read_text("utf-8").replace("status: released", "status: draft"), "utf-8")
