"""A program with a fault: its files are not what was recognised."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from yearbook.manuscripts import markdown

plain = markdown.paragraph


@contextmanager
def around() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            markdown, "paragraph", lambda text, notes=None: plain(text) + "\n\n另有三人受表彰。"
        )
        yield
