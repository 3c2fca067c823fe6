from pathlib import Path

file = Path("content/2017/edition.yaml")
file.write_text(file.read_text("utf-8").replace("status: released", "status: draft"), "utf-8")
