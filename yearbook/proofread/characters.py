"""The rules of characters, in the order of their codes: see catalog/characters.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yearbook.proofread.blanks import beside_digits, beside_marks, between_han, doubled, escapes
from yearbook.proofread.copy import Copy, Proof
from yearbook.proofread.marks import (
    dashes,
    date_names,
    ellipses,
    middle_dots,
    twice,
    zeros,
)
from yearbook.proofread.quotes import corners, outermost, paired, titles
from yearbook.proofread.ranges import ranges
from yearbook.proofread.scripts import traditional
from yearbook.proofread.widths import brackets, full_width, half_width, square
from yearbook.rules.scope import Finding

COPY_RULES: tuple[Callable[[Copy], Iterator[Finding]], ...] = (
    paired,
    outermost,
    corners,
    titles,
    brackets,
    half_width,
    full_width,
    square,
    beside_digits,
    between_han,
    beside_marks,
    doubled,
    escapes,
    twice,
    ellipses,
    dashes,
    ranges,
    date_names,
    middle_dots,
    zeros,
)
PROOF_RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (traditional,)
