"""Paragraphs that Word numbers by itself: which are lists, and which are titles and words."""

from __future__ import annotations

import re
from dataclasses import replace

from yearbook.manuscripts import shapes
from yearbook.manuscripts.blocks import Grid, Manuscript, Paragraph
from yearbook.manuscripts.mending import HAN

CHINESE = re.compile(f"[{HAN}]")


def unlisted(manuscript: Manuscript) -> Manuscript:
    """The manuscript with the numbers written out that no list of the page would show.

    Those are 一、 （一） ① and any number of a paragraph that is alone between others.
    """
    blocks = manuscript.blocks
    around = (None, *blocks, None)
    made = (
        replace(block, style="", level=0)
        if isinstance(block, Paragraph) and _stands(block, around[n], around[n + 2])
        else block
        for n, block in enumerate(blocks)
    )
    return replace(manuscript, blocks=tuple(made))


def _stands(
    block: Paragraph, before: Paragraph | Grid | None, after: Paragraph | Grid | None
) -> bool:
    if block.style != "numbered" or not block.number:
        return False
    if CHINESE.search(block.number) or shapes.CIRCLED.match(block.number):
        return True
    return not (_listed(before) or _listed(after))


def _listed(block: Paragraph | Grid | None) -> bool:
    return isinstance(block, Paragraph) and block.style in ("item", "numbered")
