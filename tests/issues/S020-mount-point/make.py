"""A folder cannot hold a mounted disk; tests/test_disk.py mounts one."""

import errno
import os
from pathlib import Path
from unittest.mock import patch

Path("site").mkdir()


def around() -> object:
    fault = OSError(errno.EBUSY, os.strerror(errno.EBUSY))
    return patch("yearbook.write.fs.exchange", side_effect=fault)
