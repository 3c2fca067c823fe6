"""`import`: manuscripts into the files of an edition."""

from __future__ import annotations

from yearbook.cli.options import Options


def run(options: Options) -> int:
    raise NotImplementedError
