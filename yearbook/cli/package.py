"""`package`: an edition as a package for the archive."""

from __future__ import annotations

from yearbook.cli.options import Options


def run(options: Options) -> int:
    raise NotImplementedError
