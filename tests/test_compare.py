"""Neighbouring editions side by side: which pages there are, and what they say."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from samples import AT, IMPRINT, entry, figure, pages, year
from selectolax.lexbor import LexborHTMLParser

from yearbook import address
from yearbook.model import (
    Category,
    Edition,
    Entry,
    Event,
    Figure,
    Item,
    Note,
    Person,
    Section,
    Table,
    Yearbook,
)


def edition(number: int, *sections: Section, **more: Any) -> Edition:
    return Edition(
        id=str(number),
        imprint=IMPRINT,
        volume=str(number),
        covers=year(number),
        at=AT,
        status="released",
        contents=(Category(sections=sections),),
        **more,
    )


def section(stem: str, title: str, *entries: Entry, **more: Any) -> Section:
    return Section(stem=stem, title=title, at=AT, entries=entries, **more)


def built(*editions: Edition, **imprint: str) -> dict[str, str]:
    changed = replace(IMPRINT, **imprint)
    return pages(Yearbook(imprint=changed, editions=editions))


def texts(node: Any, css: str) -> list[str]:
    return [one.text().strip() for one in node.css(css)]


class Compared:
    """A page that compares: its head, its figures, its blocks as rows of words."""

    def __init__(self, html: str) -> None:
        self.tree = LexborHTMLParser(html)
        self.lead = texts(self.tree, ".lead")[0]
        self.blocks = {one.css_first("h2").text(): one for one in self.tree.css(".sides section")}

    def rows(self, title: str) -> list[tuple[str, ...]]:
        """What changed, the earlier and the later words of each row."""
        found = self.blocks[title].css("tbody tr")
        return [tuple(cell.text() for cell in row.css("td")) for row in found]

    def heads(self, title: str) -> list[tuple[str, str]]:
        """The two columns with what they lead to."""
        cells = self.blocks[title].css("thead th")[1:]
        links = [(cell.text(), cell.css_first("a")) for cell in cells]
        return [(text, (link.attributes["href"] or "") if link else "") for text, link in links]

    def figures(self) -> list[list[str]]:
        return [texts(row, "th, td") for row in self.blocks["数据"].css("tbody tr")]


def compared(before: Section, after: Section) -> Compared:
    """The page of a section of 2017 and 2018."""
    made = built(edition(2017, before), edition(2018, after))
    return Compared(made[f"compare/2017-2018/{after.stem}.html"])


def text(source: str, **more: Any) -> Section:
    """A section of one entry."""
    return section("work", "业务", entry("loans", "借阅", source), **more)


# the pages


def test_a_yearbook_of_one_edition_has_none() -> None:
    assert not [
        path
        for path in built(edition(2017, text("一。")))
        if "compar" in path and "assets" not in path
    ]


def test_pairs_of_ids_with_hyphens_do_not_share_an_address() -> None:
    pairs = (("2016", "2017"), ("2016-17", "18"), ("2016", "17-18"))
    assert [address.compare(*pair, "work").split("/")[1] for pair in pairs] == [
        "2016-2017",
        "2016-17_18",
        "2016_17-18",
    ]


def test_each_pair_of_neighbours_has_a_page_for_what_both_have() -> None:
    old, new = section("old", "旧事", entry("lead", "旧事", "一。")), section("new", "新事")
    made = built(
        edition(2015, text("一。"), old),
        edition(2017, text("一。")),
        edition(2018, text("二。"), new),
    )
    assert sorted(path for path in made if path.startswith("compare/2")) == [
        "compare/2015-2017/index.html",
        "compare/2015-2017/work.html",
        "compare/2017-2018/index.html",
        "compare/2017-2018/work.html",
    ]
    pair = LexborHTMLParser(made["compare/2015-2017/index.html"])
    assert texts(pair, "main h2") == ["两卷都有", "只有2015卷有"]
    assert [one.attributes["href"] for one in pair.css("main .mulu a")] == [
        "work.html",
        "../../2015/old.html",
    ]
    assert texts(pair, ".mulu small") == ["文字没有改动"]
    assert "只有2018卷有" in made["compare/2017-2018/index.html"]


def test_the_list_of_all_pairs_begins_with_the_newest() -> None:
    made = built(*(edition(number, text("一。")) for number in (2015, 2017, 2018)))
    page = LexborHTMLParser(made["compare.html"])
    assert texts(page, ".pairs a:first-child") == ["2017卷与2018卷", "2015卷与2017卷"]
    assert [one.attributes["value"] for one in page.css("select[name=a] option")] == [
        "2018",
        "2017",
        "2015",
    ]


def test_older_pairs_are_folded_by_decade() -> None:
    page = LexborHTMLParser(
        built(*(edition(number, text("一。")) for number in range(1995, 2018)))["compare.html"]
    )
    assert texts(page, "details summary")[-2:] == ["2000年代", "1990年代"]
    assert len(page.css(".pairs > li")) == 22


def test_years_lead_to_the_comparisons_and_the_map_of_the_site_has_them() -> None:
    made = built(
        edition(2017, text("一。")), edition(2018, text("一。")), base_url="https://example.org"
    )
    assert 'href="compare.html"' in made["years.html"]
    for path in ("compare.html", "compare/2017-2018/index.html", "compare/2017-2018/work.html"):
        assert f"https://example.org/{path}<" in made["sitemap.xml"]


# sentences


def test_sentences_stand_side_by_side() -> None:
    page = compared(
        text("全年开馆。办证97张。旧事一桩。"), text("全年开馆。办证105张。新设夜间书房。")
    )
    assert page.rows("借阅") == [
        ("", "全年开馆。", "全年开馆。"),
        ("改", "办证97张。", "办证105张。"),
        ("删去", "旧事一桩。", ""),
        ("新增", "", "新设夜间书房。"),
    ]
    assert page.heads("借阅") == [
        ("2017卷", "../../2017/work.html#loans"),
        ("2018卷", "../../2018/work.html#loans"),
    ]
    assert page.lead == "逐句对照，改1处、新增1处、删去1处。改动之处在句旁注明，未注的两卷相同。"


def test_the_head_says_the_volumes_and_leads_back() -> None:
    page = compared(text("一。"), text("一。")).tree
    assert texts(page, ".kicker, h1") == ["比较·2017卷与2018卷", "业务"]
    assert [one.attributes["href"] for one in page.css(".crumb a")] == [
        "../../index.html",
        "../../compare.html",
        "index.html",
    ]
    assert page.css_first(".only a").attributes["href"] == "../../through/work.html"


def test_equal_sentences_of_a_paragraph_are_one_row() -> None:
    page = compared(text("一。二。\n\n三。"), text("一。二。\n\n三。"))
    assert page.rows("借阅") == [("", "一。二。", "一。二。"), ("", "三。", "三。")]
    assert "文字没有改动" in page.lead


def test_both_sides_are_shown_as_written() -> None:
    page = compared(text("办证3张, 续借5次。"), text("办证3张，续借5次。"))
    assert page.rows("借阅") == [("", "办证3张, 续借5次。", "办证3张，续借5次。")]


def test_what_is_compared_is_never_taken_for_html() -> None:
    page = compared(
        section("work", "业务 < 1", entry("loans", "“<b>”&", "甲 < 乙时不开放。")),
        section("work", "业务 < 1", entry("loans", "“<i>”&", '甲 < 丙 & "丁"时不开放。')),
    )
    assert page.rows("“<i>”&") == [("改", "甲 < 乙时不开放。", '甲 < 丙 & "丁"时不开放。')]
    assert page.heads("“<i>”&")[0][0] == "2017卷·“<b>”&"


def test_a_correction_is_compared_in_its_corrected_form_and_notes_are_left_out() -> None:
    notes = (Note(id="n", source="校注：据档案。", at=AT),)
    page = compared(text("共{~~3~>4~~}项[^n]。", notes=notes), text("共4项。"))
    assert page.rows("借阅") == [("", "共4项。", "共4项。")]


def test_a_sentence_moved_within_its_entry_or_to_another() -> None:
    first, second = (
        entry("loans", "借阅", "市里开了大会。全年开馆。馆员外出学习。"),
        entry("night", "夜读", "夜间开放。"),
    )
    page = compared(
        section("work", "业务", first, second),
        section(
            "work",
            "业务",
            replace(first, source="全年开馆。市里开了大会。"),
            replace(second, source="夜间开放。馆员外出学习。"),
        ),
    )
    assert page.rows("借阅") == [
        ("移", "市里开了大会。", "移至本条他处"),
        ("", "全年开馆。", "全年开馆。"),
        ("移", "馆员外出学习。", "移至“夜读”"),
        ("移", "移自本条他处", "市里开了大会。"),
    ]
    assert page.rows("夜读")[1] == ("移", "移自“借阅”", "馆员外出学习。")
    assert "移2处" in page.lead


# entries


def test_entries_come_in_the_later_order_then_those_that_are_gone() -> None:
    one, two, three = (
        entry(id_, title, f"{title}。") for id_, title in (("a", "甲"), ("b", "乙"), ("c", "丙"))
    )
    page = compared(section("work", "业务", one, two), section("work", "业务", three, one))
    assert list(page.blocks) == ["丙", "甲", "乙"]
    assert page.heads("丙") == [("2017卷", ""), ("2018卷", "../../2018/work.html#c")]
    assert page.rows("乙") == [("删去", "乙。", "")]


def test_a_renamed_entry_says_its_older_title() -> None:
    page = compared(text("一。"), section("work", "业务", entry("loans", "外借", "一。")))
    assert page.heads("外借")[0] == ("2017卷·借阅", "../../2017/work.html#loans")


def test_a_renamed_section_says_its_older_title() -> None:
    page = compared(
        section("duty", "职责", entry("loans", "借阅", "一。")),
        section("work", "业务", entry("loans", "借阅", "一。"), continues=("duty",)),
    )
    assert page.lead.endswith("2017卷题作“职责”。")
    assert page.heads("借阅")[0] == ("2017卷", "../../2017/duty.html#loans")


def test_an_entry_that_moved_in_is_compared_where_it_is_now() -> None:
    night = entry("night", "夜读", "夜间开放。")
    made = built(
        edition(2017, section("work", "业务", entry("loans", "借阅", "一。"), night)),
        edition(
            2018,
            text("一。"),
            section(
                "rooms",
                "书房",
                entry("reading", "夜间书房", "夜间开放。", continues=("work#night",)),
            ),
        ),
    )
    there = Compared(made["compare/2017-2018/rooms.html"])
    assert there.heads("夜间书房")[0] == ("2017卷·夜读", "../../2017/work.html#night")
    assert there.rows("夜间书房") == [("", "夜间开放。", "夜间开放。")]
    assert list(Compared(made["compare/2017-2018/work.html"]).blocks) == ["借阅"]


def test_the_lead_is_the_opening_where_more_follows() -> None:
    lead, more = entry("lead", "业务", "总说。"), entry("loans", "借阅", "一。")
    assert list(
        compared(section("work", "业务", lead, more), section("work", "业务", lead)).blocks
    ) == ["业务", "借阅"]
    assert list(
        compared(section("work", "业务", lead), section("work", "业务", lead, more)).blocks
    ) == ["篇首", "借阅"]


# records and tables


def test_records_are_compared_by_id_field_by_field() -> None:
    wang = Person(id="wang", name="王平", office="副馆长", from_="2015-06", at=AT)
    li = Person(id="li", name="李华", office="馆长", at=AT)
    page = compared(
        section("staff", "名录", people=(wang, li)),
        section(
            "staff",
            "名录",
            people=(replace(wang, office="馆长"), replace(li, id="zhao", name="赵敏")),
        ),
    )
    assert page.rows("人物") == [
        ("改", "王平，副馆长，2015年6月—", "王平，馆长，2015年6月—"),
        ("新增", "", "赵敏，馆长"),
        ("删去", "李华，馆长", ""),
    ]
    assert page.heads("人物")[0] == ("2017卷", "../../2017/staff.html#wang")


def test_kinds_of_records_have_their_names() -> None:
    items = (Item(id="first", text="采编图书。", at=AT),)
    events = (Event(id="opening", date="2017-03-05", text="东馆开馆。", at=AT),)
    page = compared(
        section("data", "资料", items=items, events=events), section("data", "资料", items=items)
    )
    assert page.rows("事项") == [("", "采编图书。", "采编图书。")]
    assert page.rows("大事记") == [("删去", "2017年3月5日：东馆开馆。", "")]


def test_tables_are_compared_row_by_row() -> None:
    halls = Table(
        id="halls",
        entry="loans",
        caption="各馆",
        file="tables/halls.csv",
        at=AT,
        rows=(("馆", "册"), ("东馆", "120")),
    )
    more = replace(halls, rows=(("馆", "册"), ("东馆", "130"), ("西馆", "")))
    assert compared(text("一。", tables=(halls,)), text("一。", tables=(more,))).rows("各馆") == [
        ("", "馆，册", "馆，册"),
        ("改", "东馆，120", "东馆，130"),
        ("新增", "", "西馆"),
    ]


# figures


def measured(*figures: Figure) -> Section:
    return text("一。", figures=figures)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (("1840", "人"), ("2015", "人"), "增175人（9.5%）"),
        (("2015", "人"), ("1840", "人"), "减175人（8.7%）"),
        (("5.25", "万元"), ("5.5", "万元"), "增2500元（4.8%）"),
        (("5.25", "万元"), ("7.75", "万元"), "增2.5万元（47.6%）"),
        (("7", "项"), ("7", "项"), "持平"),
        (("12.5", "%"), ("15", "%"), "升2.5个百分点"),
        (("0", "项"), ("7", "项"), "增7项"),
        (("9000", "万元"), ("1.2", "亿元"), "增30000000元（33.3%）"),
        (("7", "个"), ("7", "家"), "单位改变，不比"),
        (("…", "项"), ("7", "项"), "有数缺或无，不比"),
    ],
)
def test_a_figure_says_how_much_it_changed(
    before: tuple[str, str], after: tuple[str, str], said: str
) -> None:
    sides = [measured(figure("cards", "loans", "办证", *one)) for one in (before, after)]
    assert compared(*sides).figures()[0][3] == said


def test_figures_are_shown_as_written_and_lead_to_both_volumes() -> None:
    page = compared(
        measured(figure("loans", "loans", "外借图书", "30000", "册", approx="余")),
        measured(figure("lent", "loans", "外借", "41000", "册", approx="约", series="loans")),
    )
    assert page.figures() == [["外借", "30000余册", "约41000册", "约增11000册（36.7%）"]]
    links = [one.attributes["href"] for one in page.blocks["数据"].css("td a")]
    assert links == ["../../2017/work.html#f_loans", "../../2018/work.html#f_lent"]


def test_a_change_of_definition_or_of_what_is_counted_is_said() -> None:
    before = figure("cards", "loans", "办证", "70", "张", definition="含换证")
    page = compared(
        measured(before), measured(replace(before, definition="不含换证", as_of=date(2018, 12, 31)))
    )
    assert page.figures()[0][3] == "改为时点数、口径改变，不比"


def test_figures_of_one_side_alone() -> None:
    page = compared(
        measured(figure("cards", "loans", "办证", "70", "张")),
        measured(figure("seats", "loans", "座位", "90", "个")),
    )
    assert page.figures() == [
        ["座位", "", "90个", "2017卷此篇未记"],
        ["办证", "70张", "", "2018卷此篇未记"],
    ]


# the scripts of data


def data(made: dict[str, str], path: str) -> Any:
    said = made[f"compare/data/{path}.js"]
    assert said.startswith("yearbookCompare(")
    assert said.endswith(");\n")
    return json.loads(f"[{said[16:-3]}]")


def test_a_script_knows_where_a_matter_was_recorded_first() -> None:
    made = built(
        edition(2015, section("duty", "职责", entry("loans", "借阅", "一。"))),
        edition(2017, section("work", "业务", entry("loans", "借阅", "一。"), continues=("duty",))),
        edition(
            2018, section("work", "业务", entry("lent", "外借", "二。", continues=("work#loans",)))
        ),
    )
    assert data(made, "2018/index") == [
        "2018",
        "index",
        [["work", "业务", ["duty"], ["duty#loans"]]],
    ]
    assert data(made, "2018/work")[2][1] == [[["duty#loans"], "lent", "外借", ["二。"], []]]


def test_a_script_does_not_change_when_a_volume_is_added() -> None:
    volumes = [edition(number, text(f"办证{number}张。")) for number in range(2010, 2018)]
    before, after = built(*volumes[:-1]), built(*volumes)
    kept = [path for path in before if path.startswith("compare/data/")]
    assert [path for path in kept if before[path] != after[path]] == []


def test_a_script_holds_nothing_that_could_end_it() -> None:
    made = built(edition(2017, text("甲</script>乙\u2028丙。")), edition(2018, text("一。")))
    assert "<" not in made["compare/data/2017/work.js"]
    assert "\u2028" not in made["compare/data/2017/work.js"]


def test_pages_far_from_a_new_volume_stay_as_they_are() -> None:
    volumes = [edition(number, text(f"办证{number}张。")) for number in range(2000, 2012)]
    before, after = built(*volumes[:-1]), built(*volumes)
    changed = {
        path for path in before if path.startswith("compare/") and before[path] != after[path]
    }
    assert changed == {
        f"compare/{n - 1}-{n}/{page}.html" for n in range(2006, 2011) for page in ("index", "work")
    }
