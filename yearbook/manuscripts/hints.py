"""What is known of a manuscript before it is read, and what its lines are said to be."""

from __future__ import annotations

from dataclasses import dataclass

from yearbook.manuscripts import shapes
from yearbook.manuscripts.drafts import Line

# title, category, apart (no category goes on), section, group, entry, sub, contents or text
Said = tuple[str, Line]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known beforehand: titles of sections and categories, and what the user said."""

    sections: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    single: bool = False  # all of it goes into one section
    opening: bool = False  # an opening without a title has its section
    year: int = 0


def begins_entry(line: Line) -> bool:
    return bool(shapes.CIRCLED.match(line.text) or shapes.BRACKETED.match(line.text))
