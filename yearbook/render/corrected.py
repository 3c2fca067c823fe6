"""Corrections of what is no prose, in words, as a page shows them beside it."""

from __future__ import annotations

from collections.abc import Iterable

from yearbook.model import Edition, Erratum, Section
from yearbook.old import things
from yearbook.render import dates
from yearbook.render.labels import T


def corrected(section: Section, anchors: Iterable[str]) -> tuple[str, ...]:
    """The corrections of what has these anchors; figures and honours are named."""
    if not section.corrections:
        return ()
    own = {*anchors}
    named = {thing.anchor: thing.title for thing in things(section) if thing.owner}
    groups = {entry.group for entry in section.entries} - {section.title}
    return tuple(
        said(one, T.group if _of_group(one, groups) else named.get(one.anchor, ""))
        for one in section.corrections
        if one.anchor in own
    )


def _of_group(one: Erratum, groups: set[str]) -> bool:
    """Whether a correction is that of a 子目, told of below the section's title."""
    return not one.anchor and bool(one.corrected) and one.corrected in groups


def of_cover(edition: Edition) -> tuple[str, ...]:
    """The corrections of a cover and of the titles of categories."""
    named = {one.id: one.title for one in edition.contents}
    return tuple(said(one, named.get(one.anchor, "")) for one in edition.corrections)


def said(one: Erratum, name: str = "") -> str:
    """〔原作“…”，2018年3月5日：据……改〕"""
    if one.printed:
        words = T.was.format(printed=dates.plain(one.printed))
    else:
        words = T.was_missing if one.corrected else T.was_added
    about = f"{name}：" if name else ""
    return T.was_box.format(said=f"{about}{words}", day=dates.day(one.date), reason=one.reason)
