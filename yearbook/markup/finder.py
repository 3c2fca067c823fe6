"""Where literals of the prose stand in its source; the Markdown library keeps no positions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yearbook.issues import spot


@dataclass(slots=True)
class Finder:
    """Finds where literals stand in the source, each search going on after the last one."""

    source: str
    seen: dict[str, int] = field(default_factory=dict)

    def place(
        self, *literals: str, after: int = 0, within: re.Pattern[str] | None = None
    ) -> tuple[int, int]:
        """Line (from 0) and column (from 1) of the first of `literals` that is found.

        With `after` the place of the character that many further on. What is `within` the
        literal is not found again for itself.
        """
        for literal in literals:
            at = self.source.find(literal, self.seen.get(literal, 0)) if literal else -1
            if at >= 0:
                inner = within.findall(literal) if within else ()
                self.seen.update(dict.fromkeys((literal, *inner), at + len(literal)))
                return place(self.source, at + (after if literal.startswith("](") else 0))
        return self._loosely(literals[0])

    def _loosely(self, literal: str) -> tuple[int, int]:
        """The place of a literal whose blanks the library changed."""
        words = literal.split()
        found = re.search(r"\s+".join(map(re.escape, words)), self.source) if words else None
        return place(self.source, found.start()) if found else (0, 1)

    def address(self, href: str) -> tuple[int, int]:
        """Where the address of a link or picture stands."""
        bare = href.removeprefix("mailto:")
        first = f"]({href}" if href else "]()"
        return self.place(first, f"(<{href}", f"<{href}", f"({href}", bare, after=2)


def place(source: str, at: int) -> tuple[int, int]:
    """Line (from 0) and column (from 1) of the offset `at`."""
    line, column = spot(source, at)
    return line - 1, column
