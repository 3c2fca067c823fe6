"""Proofreading: what an editor would mark in the words of an edition. Warnings and hints alone.

Each rule is a short generator whose docstring is the rule. A rule of a copy sees one stretch of
words, a rule of a proof a whole edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yearbook.model import Yearbook
from yearbook.proofread import sums
from yearbook.proofread.copy import Copy, Proof, proofs
from yearbook.rules.scope import Finding

COPY_RULES: tuple[Callable[[Copy], Iterator[Finding]], ...] = (*sums.COPY_RULES,)
PROOF_RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (*sums.PROOF_RULES,)


def findings(yearbook: Yearbook) -> Iterator[Finding]:
    """What the rules find, an edition after the other."""
    for proof in proofs(yearbook):
        for copy in proof.copies:
            for copy_rule in COPY_RULES:
                yield from copy_rule(copy)
        for proof_rule in PROOF_RULES:
            yield from proof_rule(proof)
