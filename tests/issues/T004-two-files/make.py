from pathlib import Path

Path("themes/assets").mkdir(parents=True)
for name in ("base.html", "assets/annals.css"):
    Path("themes", name).write_bytes("年鉴".encode("gb18030"))
