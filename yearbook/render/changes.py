"""Changes from one edition to another in words: 约增2700人（3.1%）."""

from __future__ import annotations

from yearbook.render.figure import plain
from yearbook.render.labels import T
from yearbook.years.change import SHARES, Change


def said(change: Change) -> str:
    """How much more or less, and in brackets in per cent where that says something."""
    if not change.difference:
        return T.change_alike if change.approx else T.change_none
    percent = _percent(change)
    return _worded(change, _amount(change)) + (
        T.change_percent.format(percent=percent) * bool(percent)
    )


def briefly(change: Change) -> str:
    """The same in per cent alone, or as the difference where there is no proportion."""
    return _worded(change, _percent(change) or _amount(change))


def _worded(change: Change, much: str) -> str:
    words = T.change_levels if change.unit in SHARES else T.change_words
    return f"{T.about_word if change.approx else ''}{words[change.difference < 0]}{much}"


def _amount(change: Change) -> str:
    """The difference with its unit, without its sign."""
    return f"{plain(abs(change.difference).normalize())}{change.unit}"


def _percent(change: Change) -> str:
    """The proportion without its sign; 不足0.1% for what rounds to nothing."""
    if change.percent is None:
        return ""
    return f"{plain(abs(change.percent)).removesuffix('.0')}%" if change.percent else T.change_below
