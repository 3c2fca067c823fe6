"""A figure as the pages show it: number and unit apart, the approximation kept."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from yearbook import address, figures
from yearbook.model import Figure, Section
from yearbook.render import dates
from yearbook.render.labels import T
from yearbook.render.views import view

MINUS = "−"
SENTENCE = re.compile("[^。]+。?")
PARTS = re.compile(
    r"(?P<before>[^\d…—\-−－]*)(?P<number>[-−－]?\d[\d,.]*|…|—+)(?P<unit>.*)", re.DOTALL
)


@view
class FigureView:
    """A figure: `before` and `unit` hold its approximation; `row` and `said` are its addresses."""

    id: str
    label: str
    before: str
    number: str
    unit: str
    row: str
    said: str
    remarks: tuple[str, ...] = ()


def figure_view(path: str, edition: str, section: Section, figure: Figure) -> FigureView:
    """A figure for the page at `path`."""
    anchor = address.figure_id(figure.id)
    return _view(
        figure,
        address.relative(path, f"{address.figures(edition)}#{anchor}"),
        address.relative(path, f"{address.section(edition, section.stem)}#{anchor}"),
    )


def said_here(figure: Figure) -> FigureView:
    """A figure for the page of the section that says it."""
    anchor = address.figure_id(figure.id)
    return _view(figure, address.row_beside(anchor), f"#{anchor}")


def row_here(figure: Figure, page: str) -> FigureView:
    """A figure for the page of figures; the link to the page that says it is `page`."""
    anchor = address.figure_id(figure.id)
    return _view(figure, f"#{anchor}", f"{page}#{anchor}")


def _view(figure: Figure, row: str, said: str) -> FigureView:
    before, number, unit = parts(figure)
    anchor = address.figure_id(figure.id)
    return FigureView(anchor, figure.label, before, number, unit, row, said, remarks(figure))


def parts(figure: Figure) -> tuple[str, str, str]:
    """The words before the number, the number, and the unit with the words about it."""
    if figure.value is None:
        return "", figure.written, ""
    return _parts(figures.written(figure)) or ("", plain(figure.value), figure.unit)


@lru_cache(maxsize=4096)
def _parts(said: str) -> tuple[str, str, str] | None:
    found = PARTS.fullmatch(said)
    if not found:
        return None
    return found["before"], found["number"].replace(",", "").replace("-", MINUS), found["unit"]


def shown(figure: Figure) -> str:
    """The figure in one piece, as its prose has it: 86300余人, −4项, …."""
    return "".join(parts(figure))


def plain(value: Decimal) -> str:
    """A number without exponent: 30000, 5.25."""
    return f"{value:f}"


def remarks(figure: Figure) -> tuple[str, ...]:
    """What must be known of a figure beside its number, a definition sentence by sentence."""
    if not figure.as_of and not figure.per and not figure.definition:
        return ()
    said = (
        T.as_of.format(date=_day(figure.as_of)) if figure.as_of else "",
        T.per.format(per=figure.per) if figure.per else "",
        *(T.definition.format(definition=one) for one in SENTENCE.findall(figure.definition)),
    )
    return tuple(word for word in said if word)


def _day(value: date) -> str:
    return dates.day(value)
