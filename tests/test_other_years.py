"""What pages say of the other volumes, and the pages of all years."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import AT, IMPRINT, YEARBOOK, entry, figure, pages, year
from selectolax.lexbor import LexborHTMLParser, LexborNode

from yearbook.model import Category, Contributor, Edition, Person, Section, Yearbook

pytestmark = pytest.mark.xdist_group("other-years")  # what they share is made once
Site = dict[str, str]


def edition(number: int, *sections: Section, **more: object) -> Edition:
    """A volume that is called by the year it covers."""
    made = Edition(
        id=f"{number}",
        imprint=IMPRINT,
        volume=f"{number}",
        covers=year(number),
        at=AT,
        contents=(Category(sections=sections),),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def yearbook(*editions: Edition) -> Yearbook:
    return replace(YEARBOOK, editions=editions, names=())


def parsed(site: Site, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(site[path])


def links(node: LexborHTMLParser | LexborNode, css: str) -> list[tuple[str, str]]:
    """The words and addresses of links."""
    return [(one.text(), one.attributes["href"] or "") for one in node.css(css)]


def said(node: LexborNode | None) -> str:
    """The words of an element, blanks as one."""
    assert node is not None
    return " ".join(node.text().split())


CARE_2015 = Section(
    stem="care",
    title="帮扶",
    at=AT,
    entries=(
        entry("fund", "慰问金", "发放慰问金12万元。"),
        entry("rooms", "书屋", "建书屋。"),
        entry("legal", "法律援助", "设站。"),
    ),
    figures=(figure("money", "fund", "慰问金", "12", "万元"),),
)
HELP_2017 = Section(
    stem="help",
    title="帮扶救助",
    at=AT,
    continues=("care",),
    entries=(entry("fund", "送温暖", "入户。"), entry("cool", "清凉驿站", "设站。")),
)
READING_2017 = Section(
    stem="reading",
    title="职工书屋",
    at=AT,
    entries=(
        entry("lead", "职工书屋", "建成。"),
        entry("building", "书屋建设", "新建。", continues=("care#rooms",)),
    ),
)
OVERVIEW = Section(stem="overview", title="概述", at=AT, entries=(entry("lead", "概述", "平。"),))
HEAD = Person(id="head", name="周明", office="主席", at=AT)
LEADERS = Section(stem="leaders", title="领导", at=AT, people=(HEAD,))
THREE = yearbook(
    edition(2015, OVERVIEW, CARE_2015, LEADERS),
    edition(2017, OVERVIEW, HELP_2017, READING_2017, LEADERS),
    edition(2018, OVERVIEW, HELP_2017, replace(LEADERS, title="领导名录")),
)


@pytest.fixture(scope="module")
def site() -> Site:
    return pages(THREE)


# the rail


def test_the_rail_leads_to_the_same_section_whatever_it_is_called_there(site: Site) -> None:
    page = parsed(site, "2017/help.html")
    assert links(page, ".years a") == [
        ("2015", "../2015/care.html"),
        ("2017", "index.html"),
        ("2018", "../2018/help.html"),
    ]


def test_a_volume_without_the_section_leads_to_its_cover_and_says_so(site: Site) -> None:
    page = parsed(site, "2017/reading.html")
    link = page.css_first(".years a")
    assert link.attributes["href"] == "../2015/index.html"
    assert link.attributes["title"] == "本卷无此篇"
    assert link.attributes["aria-label"] == "2015，本卷无此篇"


def test_the_rail_has_a_gap_between_volumes_only(site: Site) -> None:
    gaps = parsed(site, "2017/help.html").css(".years small[title]")
    assert [gap.attributes["title"] for gap in gaps] == ["缺记2016年的卷"]


@pytest.fixture(scope="module")
def hundred() -> Site:
    """Volumes from 1919 on; thirteen years have none."""
    numbers = [n for n in range(1919, 2019) if not 1966 <= n <= 1978]
    made = pages(yearbook(*(edition(n, OVERVIEW) for n in numbers)))
    return {path: page for path, page in made.items() if path.endswith(".html")}


@pytest.mark.parametrize(
    ("volume", "first", "last"),
    [(1919, "1919", "1924"), (1950, "1945", "1955"), (2018, "2013", "2018")],
)
def test_of_a_hundred_volumes_the_rail_shows_those_within_five(
    hundred: Site, volume: int, first: str, last: str
) -> None:
    *shown, shelf = links(parsed(hundred, f"{volume}/overview.html"), ".years a")
    assert [shown[0][0], shown[-1][0]] == [first, last]
    assert shelf == ("各卷", "../index.html")


def test_one_volume_has_a_rail_of_one_and_nothing_more() -> None:
    made = pages(yearbook(edition(2017, OVERVIEW)))
    assert links(parsed(made, "2017/overview.html"), ".years a") == [("2017", "index.html")]
    assert not {"years.html", "through/overview.html"} & made.keys()


# other years of a section and of an entry


def test_a_section_says_where_it_stands_in_other_volumes(site: Site) -> None:
    line = parsed(site, "2018/help.html").css_first(".head .alt")
    assert said(line).startswith("他卷 2015：帮扶 2017 · 历年")
    assert links(line, "a")[:3] == [
        ("2015：帮扶", "../2015/care.html"),
        ("2017", "../2017/help.html"),
        ("历年", "../through/help.html"),
    ]


def test_it_leads_to_the_comparison_when_the_volume_before_has_it(site: Site) -> None:
    assert links(parsed(site, "2018/help.html"), ".head .alt a")[3:] == [
        ("与2017卷比较", "../compare/2017-2018/help.html")
    ]
    assert links(parsed(site, "2017/help.html"), ".head .alt a")[3:] == [
        ("与2015卷比较", "../compare/2015-2017/help.html")
    ]
    assert links(parsed(site, "2017/reading.html"), ".head .alt a")[1:] == [
        ("与2015卷比较", "../compare/2015-2017/reading.html")
    ]
    assert "compare/" not in site["2015/care.html"]


def test_volumes_without_it_are_named(site: Site) -> None:
    assert said(parsed(site, "2017/reading.html").css_first(".head .alt")) == (
        "前后各卷无 · 历年 · 与2015卷比较"
    )
    assert said(parsed(site, "2015/care.html").css_first("#legal .alt")) == "前后各卷无"


def test_an_entry_that_moved_or_was_renamed_is_found(site: Site) -> None:
    assert links(parsed(site, "2017/reading.html"), "#building .alt a") == [
        ("2015：书屋", "../2015/care.html#rooms")
    ]
    assert said(parsed(site, "2015/care.html").css_first("#rooms .alt")) == (
        "他卷 2017：书屋建设 2018无"
    )
    assert said(parsed(site, "2017/help.html").css_first("#fund .alt")) == "他卷 2015：慰问金 2018"


def test_so_are_records_and_figures_by_their_page(site: Site) -> None:
    leaders = parsed(site, "2018/leaders.html").css_first(".head .alt")
    assert said(leaders).startswith("他卷 2015：领导 2017：领导")
    assert said(parsed(site, "2015/figures.html").css_first(".head .alt")) == "2017、2018无"


def test_two_places_in_a_volume_are_both_there() -> None:
    parts = replace(
        CARE_2015, entries=(entry("a", "甲", "文。"), entry("b", "乙", "文。")), figures=()
    )
    whole = replace(parts, entries=(entry("a", "合", "文。", continues=("care#b",)),))
    made = pages(yearbook(edition(2016, parts), edition(2017, whole)))
    assert links(parsed(made, "2017/care.html"), "#a .alt a") == [
        ("2016：甲", "../2016/care.html#a"),
        ("2016：乙", "../2016/care.html#b"),
    ]


# all years


def matrix(site: Site) -> list[str]:
    """The rows of the table of years, cells between strokes."""
    rows = parsed(site, "years.html").css(".matrix tr")
    return [" | ".join(said(cell) for cell in row.css("th, td")) for row in rows]


def test_the_table_of_years_has_a_row_for_each_matter(site: Site) -> None:
    assert matrix(site) == [
        "分目 | 2015 | 2017（缺记2016年的卷） | 2018",
        "概述 | 2015 | 2017 | 2018",
        "帮扶救助3条 | 帮扶 | 2017 | 2018",
        "送温暖 | 慰问金 | 2017 | 2018",
        "清凉驿站 | 本卷无 | 2017 | 2018",
        "法律援助 | 2015 | 本卷无",
        "领导名录 | 领导 | 领导 | 2018",
        "职工书屋1条 | 本卷无 | 2017 | 本卷无",
        "书屋建设 | 帮扶·书屋 | 2017 | 本卷无",
    ]


def test_a_cell_leads_to_the_matter_in_its_volume(site: Site) -> None:
    row = parsed(site, "years.html").css(".matrix tr")[3]
    assert links(row, "a") == [
        ("慰问金", "2015/care.html#fund"),
        ("2017", "2017/help.html#fund"),
        ("2018", "2018/help.html#fund"),
    ]


def test_of_many_volumes_the_table_tells_decades_apart(hundred: Site) -> None:
    page = parsed(hundred, "years.html")
    decades = links(page, '.decades a[href^="#"]')
    assert decades[0] == ("1910年代", "#d_1910")
    assert len(decades) == 11
    spans = [one.attributes["colspan"] for one in page.css("[scope=colgroup]")]
    assert sum(map(int, filter(None, spans))) == 87


def test_what_is_in_one_of_many_volumes_alone_is_counted() -> None:
    def works(number: int) -> Section:
        own = (entry("road", "修路", "文。"), entry(f"y{number}", f"{number}年工程", "文。"))
        return Section(stem="works", title="工程", at=AT, entries=own)

    made = pages(yearbook(*(edition(n, works(n)) for n in range(2001, 2014))))
    page = parsed(made, "years.html")
    assert links(page, "details a") == [("另有13条只见于一卷", "through/works.html")]
    assert [said(row) for row in page.css(".sub th")] == ["修路"]


# a section through the years


def blocks(site: Site, path: str) -> list[str]:
    return [said(one) for one in parsed(site, path).css(".turning")]


def test_a_section_through_the_years_says_what_became_of_its_entries(site: Site) -> None:
    assert blocks(site, "through/help.html") == [
        "2018卷 帮扶救助 2条·约10字 送温暖清凉驿站",
        "2017卷 帮扶救助 2条·约10字 送温暖 原题“慰问金”清凉驿站 新"
        " 前卷有而本卷无书屋 移到“职工书屋”法律援助",
        "2015卷 帮扶 3条·约20字·1数 慰问金书屋法律援助",
    ]


def test_each_stem_that_it_ever_had_has_the_page(site: Site) -> None:
    assert blocks(site, "through/care.html") == blocks(site, "through/help.html")
    assert parsed(site, "through/care.html").css_first("h1").text() == "帮扶救助"


def test_people_are_entries_too(site: Site) -> None:
    assert blocks(site, "through/leaders.html")[0] == "2018卷 领导名录 1条 周明"


def test_a_year_without_the_section_and_an_entry_that_is_back() -> None:
    made = pages(
        yearbook(
            edition(2015, CARE_2015),
            edition(2016, OVERVIEW),
            edition(2017, replace(CARE_2015, entries=CARE_2015.entries[:1])),
            edition(2018, CARE_2015),
        )
    )
    newest, second, none, _ = blocks(made, "through/care.html")
    assert "书屋 上见于2015卷" in newest
    assert second.endswith("前卷有而本卷无书屋法律援助")
    assert none == "2016卷 本卷无此篇"


def test_an_entry_from_another_section_says_where_it_came_from() -> None:
    lone = replace(READING_2017, entries=READING_2017.entries[:1])
    made = pages(yearbook(edition(2016, CARE_2015, lone), edition(2017, READING_2017)))
    assert blocks(made, "through/reading.html")[0].endswith("书屋建设 原题“书屋”，自“帮扶”移来")


def test_a_section_that_grew_out_of_an_entry() -> None:
    grown = Section(
        stem="fund",
        title="基金",
        at=AT,
        entries=(entry("lead", "基金", "设立。", continues=("care#fund",)),),
    )
    made = pages(yearbook(edition(2015, CARE_2015), edition(2016, grown)))
    assert blocks(made, "through/fund.html") == [
        "2016卷 基金 1条·约10字",
        "2015卷 慰问金 “帮扶”中的一条",
    ]
    assert links(parsed(made, "2016/fund.html"), ".years a")[0][1] == "../2015/care.html#fund"


def test_an_entry_and_its_section_of_its_own_are_one_link() -> None:
    """The section and its only entry both carry on the entry of the year before."""
    grown = Section(
        stem="fund",
        title="基金",
        at=AT,
        continues=("care#fund",),
        entries=(entry("money", "发放", "发放。", continues=("care#fund",)),),
    )
    made = pages(yearbook(edition(2015, CARE_2015), edition(2016, grown)))
    assert links(parsed(made, "2015/care.html"), "#fund .alt a") == [
        ("2016：发放", "../2016/fund.html#money")
    ]


def test_a_section_of_one_volume_and_its_authors_once() -> None:
    names = (("仇恒", ""), ("林秋水", "办公室"), ("仇恒", "办公室"))
    signed = tuple(
        entry(f"e{n}", f"条{n}", "文。", contributors=(Contributor(name=name, body=body),))
        for n, (name, body) in enumerate(names)
    )
    one = Section(stem="care", title="帮扶", at=AT, entries=signed)
    other = Section(stem="work", title="工作", at=AT, entries=(entry("lead", "工作", "文。"),))
    made = pages(yearbook(edition(2015, one), edition(2016, other)))
    assert said(parsed(made, "through/care.html").css_first(".head .lead")) == "只有2015卷有此篇。"
    assert "3条·约10字·仇恒、林秋水 " in blocks(made, "through/care.html")[0]


# the shelf


def test_the_shelf_shows_what_is_missing(site: Site) -> None:
    gaps = parsed(site, "index.html").css(".shelf .gap > [role=img]")
    assert [gap.attributes["aria-label"] for gap in gaps] == ["缺记2016年的卷"]


def test_many_volumes_stand_by_decades(hundred: Site) -> None:
    page = parsed(hundred, "index.html")
    assert len(page.css(".shelf li")) == 9
    rows = [said(row) for row in page.css(".stacks dl > div")]
    assert len(rows) == 10
    assert rows[0].startswith("2000年代 2000 2001")
    assert rows[4].endswith("1965 缺记1966—1978年的卷")
    assert rows[-1] == "1910年代 1919"


def test_the_home_page_leads_to_all_years(site: Site) -> None:
    assert ("按历年", "years.html") in links(parsed(site, "index.html"), ".ways a")


def test_the_map_of_the_site_has_these_pages() -> None:
    imprint = replace(IMPRINT, base_url="https://example.org/nj")
    made = pages(replace(THREE, imprint=imprint))["sitemap.xml"]
    assert "<loc>https://example.org/nj/years.html</loc>" in made
    assert "<loc>https://example.org/nj/through/care.html</loc>" in made
