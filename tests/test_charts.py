"""Charts say only what the figures bear out."""

from __future__ import annotations

import pytest
from samples import AT, LENDING, figure

from yearbook.model import Chart, Figure, Pair
from yearbook.render.charts import ChartView, chart_view
from yearbook.render.figure import figure_view


def number(id: str, value: str | None, unit: str = "项", **more: object) -> Figure:
    return figure(id, "lead", id, value, unit, **more)


def bars(*figures: Figure) -> ChartView:
    """The figures compared by size."""
    return drawn(Chart(id="c", kind="bars", title="图", at=AT, figures=ids(figures)), figures)


def pair(applied: Figure, *recognised: Figure) -> ChartView:
    """What was applied for and what was recognised of it."""
    one = Pair(title="成果", applied=applied.id, recognised=ids(recognised))
    chart = Chart(id="c", kind="pairs", title="图", at=AT, pairs=(one,))
    return drawn(chart, (applied, *recognised))


def ids(figures: tuple[Figure, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in figures)


def drawn(chart: Chart, figures: tuple[Figure, ...]) -> ChartView:
    shown = {one.id: figure_view("2017/figures.html", "2017", LENDING, one) for one in figures}
    return chart_view(chart, {one.id: one for one in figures}, shown, {})


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (number("甲", "20"), number("乙", "8"), "甲最多，20项，为乙的2.5倍"),
        (number("甲", "8"), number("乙", "20"), "乙最多，20项，为甲的2.5倍"),
        (number("甲", "20", approx="余"), number("乙", "8"), "甲最多，20余项，约为乙的2.5倍"),
        (number("甲", "2", "万元"), number("乙", "8000", "元"), "甲最多，2万元，为乙的2.5倍"),
        (number("甲", "8"), number("乙", "8"), "甲与乙并列最多，8项"),
        (number("甲", "100"), number("乙", "99"), "甲最多，100项，乙与之相近"),
        (number("甲", "8"), number("乙", "0"), "甲最多，8项"),
        (number("甲", "9" * 15, "万亿元"), number("乙", "0.000001", "元"),
         f"甲最多，{'9' * 15}万亿元，为乙的{'9' * 15}{'0' * 18}.0倍"),
        (number("甲", "8", "家"), number("乙", "8", "份"), ""),
        (number("甲", "8"), number("乙", "…"), ""),
    ],
)  # fmt: skip
def test_a_headline_says_which_is_the_largest(first: Figure, second: Figure, said: str) -> None:
    assert bars(first, second).headline == said


def test_bars_stand_by_size_and_the_longest_leads() -> None:
    (panel,) = bars(number("甲", "10"), number("乙", "40"), number("丙", "20")).panels
    assert [(bar.label, bar.width, bar.leads) for bar in panel.bars] == [
        ("乙", "70%", True),
        ("丙", "35%", False),
        ("甲", "17.5%", False),
    ]
    assert panel.described == "乙40项；丙20项；甲10项。"


def test_figures_that_cannot_be_compared_are_shown_as_numbers() -> None:
    chart = bars(number("甲", "8", "家"), number("乙", "9", "份"))
    assert chart.panels == ()
    assert [tile.figure.label for tile in chart.tiles] == ["甲", "乙"]


def test_parts_that_were_recognised_continue_each_other() -> None:
    chart = pair(number("申报", "64"), number("优秀", "18"), number("五小", "27"))
    (panel,) = chart.panels
    assert chart.headline == "成果的认定比例为70.3%"
    assert panel.remark == "认定数占申报数的70.3%（18＋27＝45项）"
    assert panel.bars[2].start == panel.bars[1].end


def test_an_approximate_side_makes_an_approximate_share() -> None:
    (panel,) = pair(number("申报", "97", approx="余"), number("认定", "71")).panels
    assert panel.remark == "认定数约占申报数的73.2%"


@pytest.mark.parametrize(
    ("applied", "recognised", "said"),
    [
        (number("要约", "964", "家"), number("合同", "707", "份"), "单位不同（家、份），不作比例"),
        (number("申报", "0"), number("认定", "0"), "有数缺或为零，不作比例"),
        (number("申报", "…"), number("认定", "3"), "有数缺或为零，不作比例"),
    ],
)
def test_no_proportion_is_made_up(applied: Figure, recognised: Figure, said: str) -> None:
    chart = pair(applied, recognised)
    (panel,) = chart.panels
    assert (chart.headline, panel.remark, panel.bars) == ("", said, ())
    assert len(panel.tiles) == 2
