"""Another import is at work."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yearbook.manuscripts import writing


@contextmanager
def around() -> Iterator[None]:
    with writing.alone(Path("content")):
        yield
