"""A folder cannot hold a full disk; the disk is full when half of the zip is written."""

import errno
import os
from unittest.mock import patch


def around() -> object:
    fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return patch("yearbook.offline.packing.manifest", side_effect=fault)
