"""A manuscript that its owner may not read."""

from pathlib import Path

AS_A_USER = True
Path("safety.txt").write_text("安全生产", encoding="utf-8")
Path("safety.txt").chmod(0o000)
