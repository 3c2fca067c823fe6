import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from locking import finished

finished(Path("content"), "2016")


@contextmanager
def around() -> Iterator[None]:
    os.environ["SOURCE_DATE_EPOCH"] = "2018-03-05"
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
