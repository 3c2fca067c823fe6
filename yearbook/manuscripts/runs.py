"""Stretches of text put together into those of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from yearbook.manuscripts.blocks import Run
from yearbook.manuscripts.chars import tidy
from yearbook.manuscripts.reading import Reading

Piece = tuple[Run, bool]  # a stretch, and whether it is bold


def joined(pieces: Sequence[Piece], place: int, reading: Reading) -> tuple[Run, ...]:
    """Runs of one kind as one, without the blanks at both ends; none where there are no words."""
    filled = (run for run, _ in pieces if run.text or run.note or run.picture)
    made: list[Run] = []
    for (worded, _), group in groupby(filled, lambda run: (bool(run.text), run.href)):
        runs = list(group)
        one = replace(runs[0], text="".join(run.text for run in runs))
        made += [one] if worded else runs
    made = [replace(run, text=tidy(run.text, place, reading)) for run in made]
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip())
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(run for run in made if run.text or run.note or run.picture)


def all_bold(pieces: Sequence[Piece]) -> bool:
    """Whether there are words, and all of them bold."""
    worded = [bold for run, bold in pieces if run.text.strip()]
    return bool(worded) and all(worded)


def bold_head(pieces: Sequence[Piece]) -> str:
    """The words in bold before others that are not."""
    worded = [(run.text, bold) for run, bold in pieces if run.text.strip()]
    count = next((n for n, (_, bold) in enumerate(worded) if not bold), 0)
    return "".join(text for text, _ in worded[:count]).strip()
