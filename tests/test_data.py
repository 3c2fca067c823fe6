"""The figures as data: CSV that spreadsheets open as data."""

from __future__ import annotations

import pytest
from samples import LENDING, YEARBOOK, figure

from yearbook.render.data import guarded, row


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+1+1", "'+1+1"),
        ("-4项", "-4项"),
        ("-1,500.5万人次", "-1,500.5万人次"),
        ("-5元/年", "-5元/年"),
        ("－4项", "－4项"),
        ("-A1", "'-A1"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("-2*SUM(A1)", "'-2*SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－A1", "'－A1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-4.5", "-4.5"),
        ("会员=人", "会员=人"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    assert guarded(cell) == written


@pytest.mark.parametrize(
    ("value", "unit", "scaled"),
    [
        ("8.9", "万人", "89000"),
        ("0.50", "亿元", "50000000"),
        ("5.6", "%", "5.6"),
        ("12", "万项", "120000"),
    ],
)
def test_values_are_scaled_to_whole_units(value: str, unit: str, scaled: str) -> None:
    made = row(YEARBOOK.editions[0], LENDING, figure("one", "lead", "数", value, unit))
    assert (made["value"], made["scaled"]) == (value, scaled)
