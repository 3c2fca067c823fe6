from pathlib import Path

from locking import locked

locked()
lock = Path("content/2016/edition.lock")
lock.write_text(lock.read_text("utf-8").partition("reading.html")[0], "utf-8")
