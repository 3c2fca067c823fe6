"""`verify`: whether a site, a package or a zip is whole."""

from __future__ import annotations

from yearbook.cli.options import Options


def run(options: Options) -> int:
    raise NotImplementedError
