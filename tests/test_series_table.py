"""What the pages of series show: table, picture, file, and the ways to them."""

from __future__ import annotations

from datetime import date

import pytest
from manyyears import said, volume, yearbook, years
from samples import pages
from selectolax.lexbor import LexborHTMLParser

from yearbook.model import Figure, Yearbook


def page(made: Yearbook, path: str = "series/deeds.html") -> LexborHTMLParser:
    return LexborHTMLParser(pages(made)[path])


def rows(made: Yearbook) -> list[list[str]]:
    """The rows of the table of a series, cell by cell."""
    found = page(made).css("tbody tr")
    return [[cell.text().strip() for cell in row.css("th, td")] for row in found]


def picture(*values: Figure | None) -> dict[str, list[str]]:
    """The parts of the picture of a series by their classes."""
    found: dict[str, list[str]] = {}
    for node in page(years(*values)).css("svg.trend g *"):
        found.setdefault(node.attributes["class"] or "", []).append(node.text())
    return found


MIXED = yearbook(
    volume(2015, said("980", "户", as_of=date(2015, 12, 31))),
    volume(2016, said("1.2", "万户", approx="余", as_of=date(2016, 12, 31))),
    volume(2017),
    volume(2018, said(None, "户", as_of=date(2018, 12, 31), text="尚待核定")),
    volume(2019, said("—", "户", as_of=date(2019, 12, 31), text="没有新设")),
    volume(2021, said("0", "户", as_of=date(2021, 12, 31))),
    volume(2022, said("5", "家", as_of=date(2022, 12, 31), definition="不含分馆。")),
    volume(2023, said("7", "家", as_of=date(2023, 12, 31), definition="不含分馆。")),
)


def test_the_table_of_a_series() -> None:
    assert rows(MIXED) == [
        ["2015卷截至2015年12月31日", "980户", "980", "户", "", "帮扶救助"],
        ["2016卷截至2016年12月31日", "1.2万余户", "约12000", "户", "约增11020户（1124.5%）", "帮扶救助"],
        ["2017卷未记"],
        ["2018卷截至2018年12月31日缺（“尚待核定”）", "…", "", "户", "", "帮扶救助"],
        ["2019卷截至2019年12月31日无（“没有新设”）", "—", "", "户", "", "帮扶救助"],
        ["缺记2020年的卷"],
        ["2021卷截至2021年12月31日", "0户", "0", "户", "上一卷无数", "帮扶救助"],
        ["2022卷起单位由“户”改为“家”、口径由未注明改为“不含分馆”，与前不相比"],
        ["2022卷截至2022年12月31日", "5家", "5", "家", "", "帮扶救助"],
        ["2023卷截至2023年12月31日", "7家", "7", "家", "增2家（40%）", "帮扶救助"],
    ]  # fmt: skip


def test_what_lies_between_two_values_is_told_in_its_order() -> None:
    made = yearbook(
        volume(2015, said("3")), volume(2017), volume(2018, said("4")), volume(2020, said("5"))
    )
    told = [" ".join(row) for row in rows(made)]
    assert told[1:3] == ["缺记2016年的卷", "2017卷未记"]
    assert "上一卷无数" in told[3]
    assert told[4] == "缺记2019年的卷"
    assert "隔年，不比" in told[5]


def test_each_row_leads_to_the_sentence_and_to_the_row_of_its_volume() -> None:
    links = [link.attributes["href"] for link in page(MIXED).css("tbody a")]
    assert links[:2] == ["../2015/figures.html#f_deeds", "../2015/care.html#f_deeds"]
    assert len(links) == 2 * 7


def test_what_the_page_says_besides() -> None:
    made = page(MIXED)
    assert [node.text() for node in made.css("h1, .head .lead, .chart h2, .series li")] == [
        "办成实事",
        "2015卷至2023卷，7卷记有这个数；每个数都能回到它的原句。",
        "由2022卷的5家增至2023卷的7家，增40%",
        "2022卷至2023卷：不含分馆。",
    ]
    assert [link.attributes["href"] for link in made.css(".series .src a")] == [
        "deeds.csv",
        "../through/care.html",
        "../series.html",
    ]


def test_a_series_that_ended_says_so() -> None:
    made = page(years(said("3"), said("4"), None))
    lead = made.css_first(".lead")
    assert lead is not None
    assert lead.text().endswith("2018卷以后各卷未记。")


def test_the_file_of_a_series() -> None:
    assert pages(MIXED)["series/deeds.csv"].splitlines() == [
        "\ufeffedition,volume,from,to,written,value,scaled,unit,approx,per,as_of,definition,break"
        ",section,entry,address",
        "2015,2015,2015-01-01,2015-12-31,980户,980,980,户,,,2015-12-31,,"
        ",care,lead,2015/care.html#f_deeds",
        "2016,2016,2016-01-01,2016-12-31,1.2万余户,1.2,12000,万户,余,,2016-12-31,,"
        ",care,lead,2016/care.html#f_deeds",
        "2018,2018,2018-01-01,2018-12-31,…,,,户,,,2018-12-31,,,care,lead,2018/care.html#f_deeds",
        "2019,2019,2019-01-01,2019-12-31,—,,,户,,,2019-12-31,,,care,lead,2019/care.html#f_deeds",
        "2021,2021,2021-01-01,2021-12-31,0户,0,0,户,,,2021-12-31,,,care,lead,2021/care.html#f_deeds",
        "2022,2022,2022-01-01,2022-12-31,5家,5,5,家,,,2022-12-31,不含分馆。,unit definition"
        ",care,lead,2022/care.html#f_deeds",
        "2023,2023,2023-01-01,2023-12-31,7家,7,7,家,,,2023-12-31,不含分馆。,"
        ",care,lead,2023/care.html#f_deeds",
    ]


# the picture


def test_few_values_are_bars_from_zero() -> None:
    made = page(years(said("40"), said("20", approx="约"), said("10")))
    bars = [(bar.attributes["class"], bar.attributes["width"]) for bar in made.css("rect")]
    assert bars == [("bar", "62%"), ("bar open", "31%"), ("bar top", "15.5%")]


def test_bars_go_to_both_sides_of_zero() -> None:
    made = page(years(said("-10"), said("30")))
    bars = [(bar.attributes["x"], bar.attributes["width"]) for bar in made.css("rect")]
    assert bars == [("0%", "15.5%"), ("15.5%", "46.5%")]


def test_four_comparable_values_are_a_line() -> None:
    made = picture(said("1"), said("2", approx="余"), said("3"), said("4"))
    assert {kind: len(found) for kind, found in made.items()} == {
        "axis": 1,
        "run": 3,
        "dot": 3,
        "dot open": 1,
        "v": 4,
        "year": 4,
    }


@pytest.mark.parametrize("missing", [None, said(None), said("—")])
def test_a_line_is_broken_where_a_value_is_missing(missing: Figure | None) -> None:
    made = picture(said("1"), said("2"), missing, said("3"), said("4"))
    assert (len(made["run"]), len(made["dot"])) == (2, 4)
    assert "cut" not in made


def test_zero_is_no_gap() -> None:
    assert len(picture(said("1"), said("0"), said("3"), said("4"))["run"]) == 3


def test_a_break_is_a_rule_with_its_reason() -> None:
    made = picture(*[said("9", "家")] * 4, *[said("4")] * 2)
    assert (len(made["run"]), len(made["cut"]), made["why"]) == (4, 1, ["单位改变"])


def test_a_stock_that_was_a_flow() -> None:
    day = date(2018, 12, 31)
    made = picture(*[said("9")] * 4, *[said("4", as_of=day)] * 4, *[said("4")] * 4)
    assert made["why"] == ["改为时点数", "改为全年数"]


@pytest.mark.parametrize(
    ("values", "remark"),
    [
        (["1", "2", "3", "4"], ""),
        (["90", "92", "93", "94"], "纵轴不从零起"),
        (["1", "2", "900", "4"], "一个数远大于其余，其余的高低看不出来，见下表"),
    ],
)
def test_what_a_reader_must_know_of_a_line(values: list[str], remark: str) -> None:
    made = page(years(*map(said, values)))
    assert "；".join(node.text() for node in made.css(".chart .src")) == remark


def test_a_hundred_values_are_told_of_in_the_table() -> None:
    made = page(years(*(said(f"{n}") for n in range(100)), first=1919))
    assert len(made.css("circle")) == 100
    described = made.css_first("desc")
    assert described is not None
    assert described.text() == "逐卷的数见下表。"


def test_a_series_without_any_value_has_no_picture() -> None:
    made = page(years(said(None), said("—")))
    assert made.css("svg.trend") == []
    assert rows(years(said(None), said("—")))[1][:2] == ["2018卷无", "—"]


# the ways


def test_a_yearbook_of_one_edition_has_no_series() -> None:
    assert not any(path.startswith("series") for path in pages(years(said("3"))))


def test_the_row_of_a_figure_leads_to_its_series_when_a_volume_near_has_it() -> None:
    row = "#f_deeds a.src"
    near = page(years(said("1"), *[None] * 4, said("2")), "2017/figures.html").css(row)
    assert [link.attributes["href"] for link in near] == ["../series/deeds.html"]
    assert page(years(said("1"), *[None] * 5, said("2")), "2017/figures.html").css(row) == []


def test_an_id_that_continues_another_leads_there() -> None:
    made = yearbook(
        volume(2017, said("3")), volume(2018, said("4", id="deeds-done", series="deeds"))
    )
    links = page(made, "series/deeds-done.html").css("main .rows a")
    assert [link.attributes["href"] for link in links] == ["deeds.html"]
    at_once = page(made, "series/deeds-done.html").css_first("meta[content^='0;']")
    assert at_once.attributes["content"] == "0; url=deeds.html"


@pytest.mark.parametrize(
    ("id", "path"), [("index", "series/index.html"), ("con", "series/con_.html")]
)
def test_ids_that_are_also_names_of_files(id: str, path: str) -> None:
    assert path in pages(years(said("3", id=id), said("4", id=id)))


def test_the_list_of_all_series() -> None:
    made = page(MIXED, "series.html")
    assert [node.text() for node in made.css(".narrow h2")] == ["帮扶救助"]
    assert [node.text().split() for node in made.css(".allseries li")] == [
        ["办成实事", "7家2015卷至2023卷，7卷"]
    ]


def test_the_list_has_each_section_once_in_the_order_of_the_newest_volume() -> None:
    one, two = said("3", id="one", label="甲"), said("4", id="two", label="乙")
    made = yearbook(volume(2017, one, two), volume(2018, one, two), volume(2019, one))
    assert [node.text() for node in page(made, "series.html").css(".narrow h2, .allseries a")] == [
        "帮扶救助",
        "甲",
        "乙",
    ]


def test_the_page_of_all_years_leads_to_the_list() -> None:
    links = [link.attributes["href"] for link in page(MIXED, "years.html").css("main a")]
    assert "series.html" in links
    single = pages(yearbook(volume(2017, said("3")), volume(2018)))
    assert "series.html" not in single["years.html"]


def test_small_pictures_on_the_page_of_the_section_through_the_years() -> None:
    made = page(MIXED, "through/care.html").css(".multiples li")
    assert [node.text().split() for node in made] == [["办成实事", "7家", "2023卷"]]
