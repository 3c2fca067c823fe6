"""Yearbooks of several editions made of figures alone, for tests of what goes across years."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from samples import AT, YEARBOOK, figure, year

from yearbook.model import Category, Edition, Entry, Figure, Section, Yearbook

STEM = "care"


def said(value: str | None, unit: str = "件", id: str = "deeds", **more: Any) -> Figure:
    """What an edition says of an indicator, by default of 办成实事; None is …, "—" is nil."""
    return figure(id, "lead", more.pop("label", "办成实事"), value, unit, **more)


def volume(number: int, *figures: Figure, stem: str = STEM, **more: Any) -> Edition:
    """The edition of a year with one section that holds these figures."""
    lead = Entry(id="lead", title="帮扶救助", source="今年的数。", line=1, at=AT)
    section = Section(stem=stem, title="帮扶救助", at=AT, entries=(lead,), figures=figures)
    known: dict[str, Any] = {
        "id": f"{number}",
        "imprint": YEARBOOK.imprint,
        "volume": f"{number}",
        "covers": year(number),
        "at": AT,
        "status": "released",
        "contents": (Category(sections=(section,)),),
    }
    return Edition(**known | more)


def yearbook(*editions: Edition) -> Yearbook:
    """A yearbook of these editions."""
    return replace(YEARBOOK, editions=editions, names=(), about=None)


def years(*values: Figure | None, first: int = 2017) -> Yearbook:
    """A yearbook of one indicator, year after year; None is an edition that does not have it."""
    rows = (volume(first + n, *([one] if one else [])) for n, one in enumerate(values))
    return yearbook(*rows)
