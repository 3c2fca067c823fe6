"""What YAML holds, with line and column. No value is guessed: a scalar is its text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    line: int
    column: int


@dataclass(slots=True)
class Scalar(Node):
    """Text as it stands; `plain` when it is neither quoted nor a block; `inline` within `[…]`.

    `inner` is where its words begin if not at its place: behind a quote, on the first line of a
    block.
    """

    text: str
    plain: bool
    inline: bool = False
    inner: tuple[int, int] | None = field(default=None, compare=False)

    @property
    def begin(self) -> tuple[int, int]:
        """Where its words begin."""
        return self.inner or (self.line, self.column)

    @property
    def empty(self) -> bool:
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Broken(Node):
    """What must not be there and was reported; whoever reads it says nothing more."""


@dataclass(slots=True)
class List(Node):
    items: list[Node] = field(default_factory=list)
    flow: bool = False


@dataclass(slots=True)
class Map(Node):
    """Values by key; `places` tells where each key stands. `torn`: a key could not be read."""

    values: dict[str, Node] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    torn: bool = False

    def key(self, name: str) -> Scalar:
        """A key as it stands in the file."""
        return Scalar(*self.places[name], name, True)
