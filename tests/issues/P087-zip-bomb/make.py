"""Sixty megabytes of nothing."""

import zipfile

with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as made:
    made.writestr("yearbook.sha256", bytes(60 * 1024 * 1024))
