"""The figures as data: CSV that spreadsheets open as data."""

from __future__ import annotations

import pytest

from yearbook.render.data import guarded


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+1+1", "'+1+1"),
        ("-4项", "'-4项"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-4.5", "-4.5"),
        ("会员=人", "会员=人"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    assert guarded(cell) == written
