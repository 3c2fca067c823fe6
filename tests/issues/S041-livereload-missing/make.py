"""A Python whose folders hold no livereload."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch


@contextmanager
def around() -> Iterator[None]:
    rest = [path for path in sys.path if not Path(path, "livereload").exists()]
    with patch("sys.path", rest), patch("sys.executable", "python"):
        yield
