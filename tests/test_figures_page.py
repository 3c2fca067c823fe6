"""The table of figures: what must be known of a figure stands beside it, what is shared once."""

from __future__ import annotations

from dataclasses import replace

from samples import LENDING, figure, pages, with_section
from selectolax.lexbor import LexborHTMLParser

UNDATED = "原条目未注明年份。"


def remarks(*definitions: str) -> tuple[list[str], list[str]]:
    """The remarks of the group and of its rows, for figures with these definitions."""
    rows = tuple(
        figure(f"n{nth}", "lead", f"数{nth}", str(nth), "项", definition=definition)
        for nth, definition in enumerate(definitions, 1)
    )
    section = replace(LENDING, figures=rows)
    made = pages(with_section(section))
    page = next(html for path, html in made.items() if path.endswith("/figures.html"))
    table = LexborHTMLParser(page)
    return (
        [node.text() for node in table.css("tr.group small")],
        [node.text() for node in table.css("tr:not(.group) small")],
    )


def test_what_all_figures_of_a_section_remark_is_said_once() -> None:
    assert remarks(UNDATED, UNDATED) == (["口径：原条目未注明年份。"], [])


def test_what_one_figure_remarks_stands_in_its_row() -> None:
    assert remarks(UNDATED, f"{UNDATED}含分馆。") == (
        ["口径：原条目未注明年份。"],
        ["口径：含分馆。"],
    )
    assert remarks(UNDATED, "") == ([], ["口径：原条目未注明年份。"])


def test_a_figure_alone_keeps_its_remark() -> None:
    assert remarks(UNDATED) == ([], ["口径：原条目未注明年份。"])
