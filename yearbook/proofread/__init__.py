"""Proofreading: what an editor would mark in the words of an edition. Warnings and hints alone.

Each rule is a short generator whose docstring is the rule. A rule of a copy sees one stretch of
words, a rule of a proof a whole edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yearbook import cores
from yearbook.model import Edition, Yearbook, sections
from yearbook.proofread import characters, sums, wording
from yearbook.proofread.contradictions import contradictions
from yearbook.proofread.copy import HIDDEN, OPAQUE, Copy, Proof, proofs
from yearbook.rules.scope import Finding

LETTER = "L"  # of the codes
LARGE = 1_000_000  # characters as written, from which on a fork is worth its while
COPY_RULES: tuple[Callable[[Copy], Iterator[Finding]], ...] = (
    *characters.COPY_RULES,
    *wording.COPY_RULES,
    *sums.COPY_RULES,
)
PROOF_RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (
    *characters.PROOF_RULES,
    *wording.PROOF_RULES,
    *sums.PROOF_RULES,
    contradictions,
)


@dataclass(frozen=True, slots=True)
class Proofread:
    """What came of proofreading an edition (None: about.md), and how many characters it has."""

    edition: Edition | None
    characters: int
    findings: tuple[Finding, ...]


def read(yearbook: Yearbook, jobs: int = 0) -> Iterator[Proofread]:
    """Proofread an edition after the other, those of a large yearbook on all cores."""
    waiting = dict(enumerate(proofs(yearbook)))
    editions = [proof.edition for proof in waiting.values()]

    def work(nth: int) -> tuple[int, tuple[Finding, ...]]:
        proof = waiting.pop(nth)  # what is worked out of it is not kept
        return size(proof), tuple(_found(proof))

    made = cores.each(work, len(editions), jobs or worth(yearbook))
    for edition, (count, found) in zip(editions, made, strict=True):
        yield Proofread(edition, count, found)


def worth(yearbook: Yearbook) -> int:
    """How many processes should proofread a yearbook: 1 unless it is large."""
    row = (one for edition in yearbook.editions for one in sections(edition))
    written = sum(len(entry.source) for section in row for entry in section.entries)
    return cores.here() if written >= LARGE else 1


def findings(yearbook: Yearbook) -> Iterator[Finding]:
    """What the rules find, an edition after the other."""
    for one in read(yearbook):
        yield from one.findings


def _found(proof: Proof) -> Iterator[Finding]:
    for copy in proof.copies:
        for copy_rule in COPY_RULES:
            yield from copy_rule(copy)
    for proof_rule in PROOF_RULES:
        yield from proof_rule(proof)


def size(proof: Proof) -> int:
    """How many characters the words have, blanks and markup not counted."""
    return sum(_length(copy.words) for copy in proof.copies)


def _length(words: str) -> int:
    return len("".join(words.split())) - words.count(HIDDEN) - words.count(OPAQUE)
