"""Numbers that do not fit each other: the rules, see their modules and catalog/sums.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yearbook.proofread import calendar, cells, growth, measures, rates, tables, totals
from yearbook.proofread.copy import Copy, Proof
from yearbook.rules.scope import Finding

COPY_RULES: tuple[Callable[[Copy], Iterator[Finding]], ...] = (
    totals.among,
    totals.complete,
    growth.within,
    rates.shares,
    rates.whole,
    rates.means,
    calendar.days,
    calendar.times,
    calendar.spans,
    calendar.ages,
    measures.units,
    measures.conversions,
)
PROOF_RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (
    tables.tables,
    cells.cells,
    cells.totals,
    growth.since,
    growth.jumps,
)
