from pathlib import Path

Path("themes").mkdir()
Path("themes/base.html").write_bytes("<title>年鉴</title>".encode("gb18030"))
