from pathlib import Path

for file in Path("content").glob("*/edition.yaml"):
    file.write_text(file.read_text("utf-8").replace("status: released", "status: draft"), "utf-8")
