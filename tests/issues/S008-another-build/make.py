"""Another build holds the lock."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yearbook.write import fs

HOLDER = {"pid": 4321, "host": "archive-1", "since": "2018-05-04 09:30:00"}


@contextmanager
def around() -> Iterator[None]:
    Path(".site.build").mkdir()
    lock = os.open(".site.build/lock", os.O_RDWR | os.O_CREAT, 0o644)
    assert fs.try_lock(lock)
    os.write(lock, json.dumps(HOLDER).encode())
    yield
    fs.unlock(lock)
