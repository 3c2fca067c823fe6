"""Words, titles and numbers as they are written: the rules, see their modules and the catalogue.

What binds the editors' own prose (the third person, dated words) does not bind the documents that
a yearbook prints: speeches, reports, regulations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yearbook.model import Edition
from yearbook.proofread import (
    listing,
    numerals,
    percents,
    repeats,
    shortforms,
    spelling,
    style,
    times,
    titles,
    unitnames,
)
from yearbook.proofread.copy import Copy, Proof
from yearbook.rules.scope import Finding

DOCUMENTS = re.compile("特载|特辑|专文|专载|专稿|文献|文件|文选|法规|附录|附件|讲话|报告|致辞")
DOCUMENT = re.compile(
    "(?:讲话|致辞|贺信|倡议书|公开信|条例|办法|规定|细则|章程|通知|决定|决议|公告|通告|公约|宣言|祝词|发言|演讲"
    "|家书|寄语|感言|回忆录|摘登|摘编|选登|诗选|歌词|序言?|前言|后记|(?:工作|述职|调查|调研|考察)报告)(?:[（(].*)?$"
)

COPY_RULES: tuple[Callable[[Copy], Iterator[Finding]], ...] = (
    repeats.words,
    spelling.miswritten,
    spelling.other,
    spelling.particles,
    spelling.parallel,
    numerals.approximations,
    numerals.mixed,
    percents.impossible,
)
OWN_RULES: tuple[Callable[[Copy], Iterator[Finding]], ...] = (
    style.first_person,
    style.superlatives,
    times.short_years,
    numerals.large,
    percents.decimals,
)


def own(proof: Proof) -> Iterator[Finding]:
    """The rules that bind the prose of the editors alone."""
    for copy in editorial(proof):
        for rule in OWN_RULES:
            yield from rule(copy)
        if proof.edition is not None:
            yield from times.undated(copy, proof.edition.covers)


def editorial(proof: Proof) -> Iterator[Copy]:
    """The prose and records of an edition that are no documents; none of about.md."""
    if proof.edition is None:
        return
    documents = _documents(proof.edition)
    titles = {
        (id(copy.section), copy.id): copy.source for copy in proof.copies if copy.kind == "title"
    }
    for copy in proof.copies:
        if copy.kind not in ("prose", "record") or id(copy.section) in documents:
            continue
        if not DOCUMENT.search(titles.get((id(copy.section), copy.id), "")):
            yield copy


def _documents(edition: Edition) -> set[int]:
    """The sections that print documents, by their own title or their category's."""
    return {
        id(section)
        for category in edition.contents
        for section in category.sections
        if DOCUMENTS.search(category.title) or DOCUMENT.search(section.title)
    }


PROOF_RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (
    own,
    repeats.sentences,
    titles.judged,
    listing.numbered,
    unitnames.several,
    shortforms.early,
)
