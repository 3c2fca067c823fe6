"""`new`: the next edition from the last."""

from __future__ import annotations

from yearbook.cli.options import Options


def run(options: Options) -> int:
    raise NotImplementedError
