"""The pages of a hand-made yearbook say what its model says."""

from __future__ import annotations

from samples import pages
from selectolax.lexbor import LexborHTMLParser


def test_a_number_in_prose_links_to_its_row_and_keeps_its_words() -> None:
    page = LexborHTMLParser(pages()["2017/lending.html"])
    number = page.css_first("#f_loans")
    assert number.attributes["href"] == "figures.html#f_loans"
    assert number.text() == "30000余册"
