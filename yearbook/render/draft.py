"""What the pages of a draft show of its making: states, editors, what is empty, the board."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import board, model
from yearbook.board import Line
from yearbook.model import FINAL, STATES, Edition, Entry, Section
from yearbook.render.labels import T
from yearbook.render.views import view
from yearbook.rules import making


@view
class Stage:
    """How far an entry or a section is: its state, the step of `STATES` from 1, who edits it."""

    state: str
    step: int
    remarks: tuple[str, ...]
    empty: str


@view
class BoardRow:
    """A unit with its numbers by state; those of none are empty."""

    unit: str
    counts: tuple[str, ...]


@view
class Board:
    """The tasks of a draft by unit and state; `lead` counts what is still to be done."""

    title: str
    lead: str
    head: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    total: BoardRow


def stage(edition: Edition, section: Section, entry: Entry | None = None) -> Stage | None:
    """How far an entry is, or without one a section by its lead or its records; only in drafts."""
    if edition.status != "draft":
        return None
    state = model.state(section, entry)
    empty = making.is_empty(section) if entry is None else not making.has_words(entry)
    return Stage(
        state or T.stage_none,
        STATES.index(state) + 1 if state else 0,
        tuple(_remarks(section, entry)),
        T.stage_empty if empty else "",
    )


def head(edition: Edition, section: Section) -> Stage | None:
    """How far the section is that a page shows."""
    lead = next((entry for entry in section.entries if entry.id == "lead"), None)
    if lead or making.has_data(section) or making.is_empty(section) or section.carried:
        return stage(edition, section, lead)
    return None


def _remarks(section: Section, entry: Entry | None) -> Iterator[str]:
    editor = model.editor(section, entry)
    if editor:
        yield T.stage_editor.format(editor=editor)
    if section.carried and (entry is None or entry.id == "lead"):
        yield T.stage_carried.format(edition=section.carried)


def of(edition: Edition) -> Board | None:
    """The board of a draft."""
    if edition.status != "draft":
        return None
    row = tuple(board.tasks(edition))
    lines = board.board(row)
    if not lines:
        return None
    whole = board.total(lines)
    bare = bool(whole.counts[-1])
    return Board(
        T.board,
        T.board_lead.format(
            tasks=whole.total,
            done=whole.counts[STATES.index(FINAL)],
            empty=sum(task.empty for task in row),
            slots=sum(len(section.slots) for section in model.sections(edition)),
            carried=sum(bool(section.carried) for section in model.sections(edition)),
        ),
        (T.board_unit, *STATES, *([T.stage_none] if bare else []), T.board_total),
        tuple(_row(line.unit or T.board_nobody, line, bare) for line in lines),
        _row(T.board_total, whole, bare),
    )


def _row(name: str, line: Line, bare: bool) -> BoardRow:
    counts = line.counts if bare else line.counts[:-1]
    return BoardRow(name, tuple(str(count or "") for count in (*counts, line.total)))
