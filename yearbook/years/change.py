"""How much a figure changed from one edition to another, when the two can be compared.

万 and 亿 are multiplied out. Between two percentages the difference is one of points.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from yearbook import figures, units
from yearbook.model import Figure, Period
from yearbook.record import positional

LONG = Context(prec=60)
POINTS = {"%": "个百分点", "‰": "个千分点"}
SHARES = frozenset((*POINTS, *POINTS.values(), "百分点", "个点"))
# What breaks a series, in the order in which it is told.
UNIT, PER, STOCK, SPAN, DEFINITION = "unit", "per", "as_of", "span", "definition"
YEAR = 12


@positional
class Change:
    """The difference of two figures in `unit`, and in per cent of the earlier to one decimal.

    `percent` is None where a proportion would say nothing: of percentages, and from zero or a
    negative value. `approx`: one of the two is approximate.
    """

    difference: Decimal
    unit: str
    percent: Decimal | None
    approx: bool


def months(covers: Period) -> int:
    """How many months an edition records, to the nearest: 12 of a year, 6 of half a year."""
    return round((covers.end - covers.start).days * YEAR / 365.25)


def breaks(before: Figure, after: Figure, spans: tuple[int, int] = (YEAR, YEAR)) -> tuple[str, ...]:
    """Why two figures of one series are not to be compared; nothing when they are.

    `spans` are the months that their editions record: what came about in half a year is not
    compared with what came about in a whole one, while what there was on a day is.
    """
    if (before.unit, before.per, before.as_of, before.definition, spans[0]) == (
        after.unit, after.per, after.as_of, after.definition, spans[1]
    ):  # fmt: skip
        return ()
    flow = before.as_of is None and after.as_of is None
    found = []
    if before.unit != after.unit and units.bare(before.unit) != units.bare(after.unit):
        found.append(UNIT)
    if before.per != after.per:
        found.append(PER)
    if (before.as_of is None) != (after.as_of is None):
        found.append(STOCK)
    if flow and spans[0] != spans[1]:
        found.append(SPAN)
    if before.definition != after.definition and defined(before) != defined(after):
        found.append(DEFINITION)
    return tuple(found)


def defined(figure: Figure) -> str:
    """The definition without what changes nothing of it: blanks and the stop at its end."""
    return re.sub(r"\s+", "", figure.definition).rstrip("。.")


def change(before: Figure, after: Figure, spans: tuple[int, int] = (YEAR, YEAR)) -> Change | None:
    """The change; None when a value is missing or the two are not to be compared."""
    first, last = figures.scaled(before), figures.scaled(after)
    if first is None or last is None or breaks(before, after, spans):
        return None
    bare, approx = units.bare(after.unit), bool(before.approx or after.approx)
    share = bare in SHARES
    percent = None
    if first > 0 and last >= 0 and not share:
        percent = _rounded((last - first) / first * 100)
    scale = figures.SCALE_VALUES[units.scale(after.unit)]
    if before.unit != after.unit or abs(last - first) < scale:  # 2000人 rather than 0.2万人
        scale = Decimal(1)
    unit = after.unit if scale > 1 else POINTS.get(bare, bare)
    return Change((last - first) / scale, unit, percent, approx)


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP, LONG)
