"""A folder cannot hold a full disk; tests/test_disk.py has a real one."""

import errno
import os
from unittest.mock import patch


def around() -> object:
    fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return patch("yearbook.write.fs.create", side_effect=fault)
