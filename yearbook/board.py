"""The board of an edition: what is to be done by which unit, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yearbook import model
from yearbook.model import STATES, Contributor, Edition, Entry, Section
from yearbook.record import positional
from yearbook.rules.making import has_data, has_words, is_empty


@positional
class Task:
    """An entry, or without one the records of a section or a section that is still empty.

    `unit` is the body of its first contributor, else the name; empty when nobody is named.
    """

    section: Section
    entry: Entry | None
    contributors: tuple[Contributor, ...]
    unit: str
    editor: str
    state: str
    empty: bool

    @property
    def done(self) -> bool:
        return self.state == model.FINAL and not self.empty


@positional
class Line:
    """A unit with the number of its tasks in each of `STATES`, those without a state last."""

    unit: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def tasks(edition: Edition) -> Iterator[Task]:
    """All there is to do, in the order of the contents."""
    for section in model.sections(edition):
        for entry in section.entries:
            yield _task(section, entry, not has_words(entry))
        if has_data(section) or is_empty(section):
            yield _task(section, None, is_empty(section))


def _task(section: Section, entry: Entry | None, empty: bool) -> Task:
    row = (entry.contributors if entry else ()) or section.contributors
    unit = (row[0].body or row[0].name) if row else ""
    return Task(
        section, entry, row, unit, model.editor(section, entry), model.state(section, entry), empty
    )


def board(row: Iterable[Task]) -> tuple[Line, ...]:
    """The tasks by unit, in the order in which the units come; who is not named last."""
    found: dict[str, list[int]] = {}
    for task in row:
        counts = found.setdefault(task.unit, [0] * (len(STATES) + 1))
        counts[STATES.index(task.state) if task.state else -1] += 1
    named = sorted(found.items(), key=lambda one: not one[0])
    return tuple(Line(unit, tuple(counts)) for unit, counts in named)


def total(lines: Iterable[Line]) -> Line:
    row = [line.counts for line in lines]
    return Line("", tuple(map(sum, zip(*row, strict=True))))
