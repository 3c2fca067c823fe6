"""Editions that a build need not read: what is known of them is what the last build noted.

Whoever asks such an edition for more than that reads it after all, so that nothing can differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from yearbook.model import Edition

HEAVY = ("contents", "charts", "media", "corrections", "lock", "strays")
LIGHT = tuple(one.name for one in fields(Edition) if one.name not in HEAVY)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is noted of an edition.

    `content` is a digest of the bytes of its files, `surface` of all in them but words of closed
    prose. `warnings` and `hints` are those of its own files by its own rules; `alone`: its words
    may change without a look at other editions. `light` are its fields that are kept, `volume` is
    what is counted of it, `outlines` what threads are made of. `spine` is a digest of what is said
    of it from afar, `figures` are what names of series are made of, `moved` the old addresses in
    it, `words` digests of the prose of its sections.
    """

    content: str
    surface: str
    warnings: int
    hints: int
    alone: bool
    light: tuple[Any, ...]
    volume: tuple[Any, ...]
    outlines: bytes
    spine: str
    figures: bytes
    moved: tuple[Any, ...]
    words: dict[str, str]


class Kept(Edition):
    """An edition as it was noted; the rest of it is read when it is asked for."""

    __slots__ = ("facts", "read")

    facts: Facts
    read: Callable[[], Edition]

    def __getattr__(self, name: str) -> Any:
        """Called for a field that has no value yet."""
        if name not in HEAVY:
            raise AttributeError(name)
        whole = self.read()
        for one in HEAVY:
            object.__setattr__(self, one, getattr(whole, one))
        return object.__getattribute__(self, name)


def kept(facts: Facts, read: Callable[[], Edition]) -> Kept:
    """An edition that is read when more is asked of it than was noted."""
    made = object.__new__(Kept)
    for name, value in zip(LIGHT, facts.light, strict=True):
        object.__setattr__(made, name, value)
    object.__setattr__(made, "facts", facts)
    object.__setattr__(made, "read", read)
    return made


def light(edition: Edition) -> tuple[Any, ...]:
    """The fields of an edition that are kept."""
    return tuple(getattr(edition, name) for name in LIGHT)
