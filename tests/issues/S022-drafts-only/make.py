from pathlib import Path

for file in Path("content").glob("*/edition.yaml"):
    text = file.read_text("utf-8")
    file.write_text(text.replace("status: released", "status: draft"), "utf-8")
