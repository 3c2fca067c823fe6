"""`release`: an edition is closed, its addresses and words locked."""

from __future__ import annotations

from yearbook.cli.options import Options


def run(options: Options) -> int:
    raise NotImplementedError
