from pathlib import Path

from locking import locked

locked()
Path("content/2016/edition.lock").write_text("锁\n", "utf-8")
