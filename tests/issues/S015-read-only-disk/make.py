"""A folder cannot hold a read-only disk; tests/test_disk.py has a real one."""

import errno
import os
from unittest.mock import patch


def around() -> object:
    fault = OSError(errno.EROFS, os.strerror(errno.EROFS))
    return patch("yearbook.write.fs.folder", side_effect=fault)
