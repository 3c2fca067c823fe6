import shutil
from pathlib import Path

shutil.rmtree("content/2017/images")
Path("content/2017/images").write_text("x")
