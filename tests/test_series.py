"""The series of a figure: what belongs together, what is comparable, what is said of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from manyyears import said, volume, yearbook, years
from samples import pages, year

from yearbook.model import Figure, Period, Yearbook
from yearbook.render import changes
from yearbook.render.finding import finding
from yearbook.rules import series as rules
from yearbook.years.change import Change, change
from yearbook.years.series import Series, indicators, names

DAY = date(2018, 12, 31)


def series(made: Yearbook, name: str = "deeds") -> Series:
    return indicators(made.editions).series[name]


def statement(*values: Figure | None) -> str:
    made = years(*values)
    return finding(series(made), [f"{one.volume}卷" for one in made.editions])


# what belongs together


def test_a_figure_of_the_same_id_is_the_same_indicator_wherever_it_stands() -> None:
    made = series(
        yearbook(
            volume(2017, said("3")),
            volume(2018, said("4"), stem="moved-here"),
            volume(2019),
            volume(2020, said("5")),
        )
    )
    assert [(point.edition, point.figure.written) for point in made.points] == [
        (0, "3"),
        (1, "4"),
        (3, "5"),
    ]
    assert [point.section.stem for point in made.points] == ["care", "moved-here", "care"]
    assert [point.segment for point in made.points] == [0, 0, 0]


def test_a_figure_may_continue_the_series_of_another_id() -> None:
    made = series(
        yearbook(
            volume(2017, said("3")),
            volume(2018, said("4", id="deeds-done", series="deeds")),
            volume(2019, said("5", id="deeds-done")),
            volume(2020, said("6", id="deeds", series="deeds-done")),
        )
    )
    assert [point.figure.id for point in made.points] == [
        "deeds",
        "deeds-done",
        "deeds-done",
        "deeds",
    ]
    assert made.ids == ("deeds", "deeds-done")


def test_what_a_figure_was_before_it_continued_another_is_a_series_of_its_own() -> None:
    editions = yearbook(
        volume(2017, said("3"), said("1", id="online")),
        volume(2018, said("4", id="online", series="deeds")),
        volume(2019, said("5", id="online")),
    ).editions
    assert [len(one.points) for one in indicators(editions).series.values()] == [3, 1]
    assert names(editions).of[0, "online"] == "online"
    assert names(editions).of[2, "online"] == "deeds"


def test_a_figure_has_a_way_to_its_series_when_an_edition_near_it_has_it() -> None:
    near = [said("1"), *[None] * 4, said("2")]
    far = [said("1"), *[None] * 5, said("2")]
    assert names(years(*near).editions).around(0, "deeds") == "deeds"
    assert names(years(*far).editions).around(0, "deeds") == ""
    assert names(years(*far).editions).around(6, "deeds") == ""


# what is comparable


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (said("3"), said("4"), ()),
        (said("3", "元"), said("4", "万元"), ()),
        (said("3", "家"), said("4", "个"), ("unit",)),
        (said("3"), said("4", per="户"), ("per",)),
        (said("3"), said("4", as_of=DAY), ("as_of",)),
        (said("3", as_of=date(2017, 12, 31)), said("4", as_of=DAY), ()),
        (said("3", definition="含分馆。"), said("4", definition=" 含分馆"), ()),
        (said("3"), said("4", definition="含分馆。"), ("definition",)),
        (said("3", "家"), said("4", "个", per="户", as_of=DAY), ("unit", "per", "as_of")),
    ],
)
def test_what_breaks_a_series(before: Figure, after: Figure, why: tuple[str, ...]) -> None:
    first, last = series(years(before, after)).points
    assert last.breaks == why
    assert (first.segment, last.segment) == (0, int(bool(why)))
    assert (change(before, after) is None) == bool(why)


def test_what_came_about_in_half_a_year_is_not_compared_with_a_whole_year() -> None:
    half = Period(start=date(2018, 1, 1), end=date(2018, 6, 30))
    flow = yearbook(volume(2017, said("3")), volume(2018, said("4"), covers=half))
    stock = yearbook(
        volume(2017, said("3", as_of=date(2017, 12, 31))),
        volume(2018, said("4", as_of=date(2018, 6, 30)), covers=half),
    )
    assert [one.breaks for one in series(flow).points] == [(), ("span",)]
    assert [one.breaks for one in series(stock).points] == [(), ()]


def test_a_number_without_a_value_breaks_nothing() -> None:
    made = series(years(said("3"), said(None, "家"), said("5")))
    assert [(point.segment, point.breaks) for point in made.points] == [(0, ())] * 3


@pytest.mark.parametrize(
    ("values", "gaps"),
    [
        ([said("3"), said("4"), said("5")], [False, False, False]),
        ([said("3"), None, said("5")], [False, True]),
        ([said("3"), said(None), said("5")], [False, False, True]),
        ([said("3"), said("—"), said("5")], [False, False, True]),
        ([said("3"), said("0"), said("5")], [False, False, False]),
    ],
)
def test_missing_and_nil_are_gaps_and_zero_is_none(
    values: list[Figure | None], gaps: list[bool]
) -> None:
    assert [point.gap for point in series(years(*values)).points] == gaps


def test_a_volume_that_is_not_there_is_a_gap() -> None:
    made = yearbook(volume(2017, said("3")), volume(2019, said("4")), volume(2020, said("5")))
    assert [point.gap for point in series(made).points] == [False, True, False]


def test_volumes_of_several_years_follow_each_other_without_a_gap() -> None:
    long = year(2017).start, year(2019).end
    first = volume(2017, said("3"), covers=type(year(2017))(start=long[0], end=long[1]))
    assert [point.gap for point in series(yearbook(first, volume(2020, said("4")))).points] == [
        False,
        False,
    ]


# what changed


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (said("40"), said("50"), "增10件（25%）"),
        (said("40"), said("30"), "减10件（25%）"),
        (said("40"), said("40"), "持平"),
        (said("40", approx="余"), said("40"), "相近"),
        (said("40", approx="余"), said("50"), "约增10件（25%）"),
        (said("120", "万元"), said("132", "万元"), "增12万元（10%）"),
        (said("86300", "人"), said("9.1", "万人", approx="余"), "约增4700人（5.4%）"),
        (said("8.9", "万人"), said("9.1", "万人"), "增2000人（2.2%）"),
        (said("0", "万人"), said("3", "万人"), "增3万人"),
        (said("3", "万人"), said("0", "万人"), "减3万人（100%）"),
        (said("12.5", "%"), said("15.3", "%"), "升2.8个百分点"),
        (said("15.3", "%"), said("12.5", "%"), "降2.8个百分点"),
        (said("3.1", "‰"), said("3.4", "‰"), "升0.3个千分点"),
        (said("2", "个百分点"), said("1.5", "个百分点"), "降0.5个百分点"),
        (said("0"), said("5"), "增5件"),
        (said("5"), said("0"), "减5件（100%）"),
        (said("-4"), said("3"), "增7件"),
        (said("3"), said("-4"), "减7件"),
        (said("100000"), said("100001"), "增1件（不足0.1%）"),
    ],
)
def test_a_change_in_words(before: Figure, after: Figure, words: str) -> None:
    made = change(before, after)
    assert made is not None
    assert changes.said(made) == words


def test_nothing_is_computed_where_a_value_is_missing() -> None:
    assert change(said("3"), said(None)) is None
    assert change(said("—"), said("3")) is None


def test_a_change_as_numbers() -> None:
    assert change(said("215.4", "万元", approx="约"), said("231", "万元")) == Change(
        Decimal("15.6"), "万元", Decimal("7.2"), True
    )


# what is said of it


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([said("40"), said("50")], "由2017卷的40件增至2018卷的50件，增25%"),
        ([said("50"), said("40")], "由2017卷的50件减至2018卷的40件，减20%"),
        (
            [said("86300", "人", approx="余"), said("9.1", "万人", approx="余")],
            "由2017卷的86300余人增至2018卷的9.1万余人，约增5.4%",
        ),
        ([said("12.5", "%"), said("15.3", "%")], "由2017卷的12.5%升至2018卷的15.3%，升2.8个百分点"),
        ([said("10"), said("34")], "由2017卷的10件增至2018卷的34件，为原来的3.4倍"),
        ([said("10", approx="余"), said("30")], "由2017卷的10余件增至2018卷的30件，约为原来的3倍"),
        ([said("0"), said("4")], "由2017卷的0件增至2018卷的4件，增4件"),
        ([said("-4"), said("3")], "由2017卷的−4件增至2018卷的3件，增7件"),
        ([said("4"), said("4")], "2018卷与2017卷同为4件"),
        ([said("4", approx="余"), said("4")], "2018卷的4件与2017卷的4余件相近"),
        (
            [said("86300", approx="余"), said("86350")],
            "2018卷的86350件与2017卷的86300余件相近",
        ),
        (
            [said("10"), said("20"), said("15"), said("12")],
            "由2017卷的10件增至2020卷的12件，增20%；2018卷最高，20件",
        ),
        (
            [said("10"), said("2"), said("15"), said("22")],
            "由2017卷的10件增至2020卷的22件，增120%；2018卷最低，2件",
        ),
        (
            [said("10"), said("2000", approx="余"), said("2001"), said("22")],
            "由2017卷的10件增至2020卷的22件，增120%",
        ),
        ([said("3", "家"), said("4", "家"), said("5")], "由2017卷的3家增至2018卷的4家，增33.3%"),
        ([said("3", "家"), said("4")], "2018卷起单位改变，与前不相比"),
        ([said("3"), said(None)], "只有2017卷有数，3件"),
        ([said("—"), said(None)], "各卷都没有数"),
        ([said("3"), None, said("6")], "由2017卷的3件增至2019卷的6件，增100%"),
    ],
)
def test_the_statement_of_a_series(values: list[Figure | None], words: str) -> None:
    assert statement(*values) == words


# what the rules say of it


def codes(made: Yearbook) -> list[str]:
    """The codes of what the rules of series find."""
    found = (rule(made) for rule in (rules.continued, rules.single, rules.same))
    return [code for row in found for _, code, _ in row]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (said("3"), said("4"), []),
        (said("3", "元"), said("4", "万元"), []),
        (said("3", "家"), said("4", "个"), ["C365"]),
        (said("3", "家"), said("4", "个", definition="分馆另计。"), []),
        (said("3", "家", definition="甲。"), said("4", "个", definition="甲。"), ["C365"]),
        (said("3", definition="甲。"), said("4", definition="乙。"), []),
        (said("3", definition="甲。"), said("4"), ["C365"]),
        (said("3", "家"), said(None, "个"), []),
        (said("3", label="会员"), said("4", label="团体会员"), []),
        (said("3", label="会员"), said("4", label="藏书"), ["C368"]),
        (said("3", "家"), said("4", "个", id="new", label="藏书", series="deeds"), []),
        (said("3"), said("4", series="deeds"), []),
        (said("3"), said("4", series="deed"), ["C366"]),
    ],
)
def test_a_change_must_be_explained(before: Figure, after: Figure, found: list[str]) -> None:
    assert codes(years(before, after)) == found


def test_a_series_names_an_earlier_edition_and_cannot_go_in_a_circle() -> None:
    one, other = said("3", id="one", series="other"), said("4", id="other", series="one")
    assert codes(yearbook(volume(2017, one), volume(2018, other))) == ["C366"]
    assert codes(yearbook(volume(2017, one, other))) == ["C366", "C366"]


def test_a_long_definition_is_named_and_not_quoted_in_the_table() -> None:
    long = "含分馆、流通点、图书车和各学校阅览室，不含个人寄存的和未编目的图书，也不含报刊合订本。"
    made = pages(years(said("3"), said("4", definition=long)))["series/deeds.html"]
    assert "2018卷起口径改变，与前不相比" in made
