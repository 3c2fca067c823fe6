"""Stretches of text put together into those of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yearbook.manuscripts.blocks import Run
from yearbook.manuscripts.chars import tidy
from yearbook.manuscripts.reading import Reading

Piece = tuple[Run, bool]  # a stretch, and whether it is bold


def joined(pieces: Sequence[Piece], place: int, reading: Reading) -> tuple[Run, ...]:
    """Runs of one kind as one, without the blanks at both ends; none where there are no words."""
    made: list[Run] = []
    for run, _ in pieces:
        last = made[-1] if made else None
        if last and last.text and run.text and last.href == run.href:
            made[-1] = replace(last, text=last.text + run.text)
        elif run.text or run.note or run.picture:
            made.append(run)
    made = [replace(run, text=tidy(run.text, place, reading)) for run in made]
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip())
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(run for run in made if run.text or run.note or run.picture)


def all_bold(pieces: Sequence[Piece]) -> bool:
    """Whether there are words, and all of them bold."""
    worded = [bold for run, bold in pieces if run.text.strip()]
    return bool(worded) and all(worded)
