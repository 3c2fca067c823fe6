"""YAML text → nodes that know their line and column."""

from __future__ import annotations

from yearbook.read import plainyaml
from yearbook.read.nodes import Map
from yearbook.read.text import Source


def compose(text: str, source: Source) -> Map | None:
    """The mapping that a YAML file holds; None after a fault that leaves nothing to read."""
    found = plainyaml.read(text)
    if found is not None:
        return found
    from yearbook.read import parsed

    return parsed.compose(text, source)
