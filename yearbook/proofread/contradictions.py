"""What one place of an edition says otherwise than another: see catalog/contradictions.py."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.proofread.copy import Proof
from yearbook.proofread.facts import facts
from yearbook.proofread.lists import lists
from yearbook.proofread.ordinals import ordinals
from yearbook.proofread.sets import sets
from yearbook.proofread.statements import statements
from yearbook.proofread.twins import twins
from yearbook.rules.scope import Finding


def contradictions(proof: Proof) -> Iterator[Finding]:
    """The statements of an edition are gathered once; each rule compares them."""
    told = statements(proof)
    yield from facts(told)
    yield from ordinals(told)
    yield from twins(told, proof)
    yield from lists(told)
    yield from sets(told, proof)
