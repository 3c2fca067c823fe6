"""Titles: short, without punctuation, without slogans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy, Proof
from yearbook.rules.scope import Finding

LONGEST = 18
PART = re.compile(r"[!-~]+|[^!-~]")
NEUTRAL = frozenset("《》〈〉“”‘’（）·、—")
STOPS = re.compile("[，。；：！？,;!?…]")
ANNEXED = re.compile("附(?:录|件|表)?[0-9一二三四五六七八九十]*[：:]")
SLOGAN = re.compile(
    "谱写[^，]{0,8}[篇章]|再创辉煌|再创佳绩|再谱|再铸|开创[^，]{0,8}新局面|[迈跃]上新|新篇章|新台阶|新辉煌|乘势而上"
    "|砥砺|勇往直前|扬帆|凝心聚力|踔厉|笃行不怠|奋楫|再出发|硕果累累|成效显著|成绩斐然|成果丰硕|喜获丰收|蒸蒸日上"
)


def judged(proof: Proof) -> Iterator[Finding]:
    """The titles of the sections and entries of an edition."""
    if proof.edition is None:
        return
    for copy in proof.copies:
        if copy.kind == "title":
            yield from _long(copy)
            yield from _punctuated(copy)
            yield from _slogan(copy)


def length(title: str) -> int:
    """How long a title is in Han characters; two letters or digits count as one, marks do not."""
    parts = PART.findall("".join(sign for sign in title if sign not in NEUTRAL))
    return sum((len(part) + 1) // 2 for part in parts)


def _long(copy: Copy) -> Iterator[Finding]:
    size = length(copy.source)
    if size > LONGEST:
        args: dict[str, object] = {"title": copy.source, "size": size, "most": LONGEST}
        yield copy.place(0), "L115", args


def _punctuated(copy: Copy) -> Iterator[Finding]:
    annexed = ANNEXED.match(copy.own)
    found = STOPS.search(copy.own, annexed.end() if annexed else 0)
    if found:
        yield copy.place(found.start()), "L116", {"text": found.group(), "title": copy.source}


def _slogan(copy: Copy) -> Iterator[Finding]:
    found = SLOGAN.search(copy.own)
    if found:
        yield copy.place(found.start()), "L117", {"text": found.group(), "title": copy.source}
