from pathlib import Path

Path("content/2016").rename("content/y2016")
