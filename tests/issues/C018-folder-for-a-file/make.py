from pathlib import Path

Path("content/names.yaml").mkdir()
Path("content/2016/images").write_text("")
Path("content/2016/plan.md").mkdir()
