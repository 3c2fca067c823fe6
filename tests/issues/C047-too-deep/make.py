from pathlib import Path

Path("content/names.yaml").write_text("a: " + "[" * 5000)
