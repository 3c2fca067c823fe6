"""`status`: the board of an edition by unit and state."""

from __future__ import annotations

from yearbook.cli.options import Options


def run(options: Options) -> int:
    raise NotImplementedError
