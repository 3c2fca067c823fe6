"""校勘记: the corrections of a volume on their page, beside what they mend, and in the feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as etree

from samples import AT, DATA, IMPRINT, LENDING, VOLUME_2017, YEARBOOK, entry, pages
from selectolax.lexbor import LexborHTMLParser

from yearbook.model import Category, Edition, Erratum, Note, Person, Section, Yearbook
from yearbook.words import searched

BASE = "https://example.org/linjiang/"
PROSE = (
    "外借图书{~~20000~>30000~~}{>>2018-05-02：据统计表改<<}余册[^scope]，"
    "办证2526张，{~~~>全年~~}{>>2018-06-01：原稿漏字<<}经费5.25万元{~~整~>~~}{>>衍字<<}。"
)


def erratum(anchor: str, printed: str, corrected: str, day: date) -> Erratum:
    return Erratum(
        anchor=anchor, printed=printed, corrected=corrected, date=day, reason="据档案", at=AT
    )


SECTION = replace(
    LENDING,
    entries=(entry("lead", "图书借阅", "全馆全年开放。"), entry("loans", "扩大借阅范围", PROSE)),
    notes=(Note(id="scope", source="校注：不含{~~续借~>预约~~}{>>2018-05-02：据馆志<<}。", at=AT),),
    figures=LENDING.figures[:3],
    corrections=(
        erratum("", "图书外借", "图书借阅", date(2018, 7, 1)),
        erratum("f_cards", "发放借书证", "办理借书证", date(2018, 7, 2)),
        erratum("loans", "", "", date(2018, 7, 3)),
    ),
)
RECORDS = replace(
    DATA,
    corrections=(
        erratum("wang", "副馆长", "馆长", date(2018, 8, 1)),
        erratum("halls", "东馆,11000", "东馆,12000", date(2018, 8, 2)),
    ),
)


def yearbook(*sections: Section, **more: object) -> Yearbook:
    imprint = replace(IMPRINT, base_url=BASE)
    edition: Edition = replace(
        VOLUME_2017,
        imprint=imprint,
        contents=(Category(id="work", title="业务", sections=sections),),
        charts=(),
        highlights=(),
        **more,  # type: ignore[arg-type]
    )
    return replace(YEARBOOK, imprint=imprint, editions=(edition,))


MADE = pages(yearbook(SECTION, RECORDS))


def rows(made: dict[str, str] = MADE) -> list[str]:
    page = LexborHTMLParser(made["2017/corrections.html"])
    return [" ".join(row.text().split()) for row in page.css(".rows li")]


def test_they_are_listed_the_newest_first_and_those_without_a_day_last() -> None:
    assert rows() == [
        "2018年8月2日 各馆藏书：原作“东馆,11000”，改为“东馆,12000”。据档案",
        "2018年8月1日 王平：原作“副馆长”，改为“馆长”。据档案",
        "2018年7月3日 扩大借阅范围：补录此条。据档案",
        "2018年7月2日 办理借书证：原作“发放借书证”，改为“办理借书证”。据档案",
        "2018年7月1日 图书借阅：原作“图书外借”，改为“图书借阅”。据档案",
        "2018年6月1日 扩大借阅范围：补“全年”。原稿漏字",
        "2018年5月2日 扩大借阅范围：原作“外借图书20000余册”，改为“外借图书30000余册”。据统计表改",
        "2018年5月2日 图书借阅·校注：原作“校注：不含续借”，改为“校注：不含预约”。据馆志",
        "日期未记 扩大借阅范围：“…5.25万元”之后删“整”。衍字",
    ]


def test_each_leads_to_its_place_and_has_an_anchor_of_its_own() -> None:
    page = LexborHTMLParser(MADE["2017/corrections.html"])
    links = [link.attributes["href"] for link in page.css(".rows a")]
    assert links[:5] == [
        "data.html#halls",
        "data.html#wang",
        "lending.html#loans",
        "lending.html#f_cards",
        "lending.html",
    ]
    ids = [row.attributes["id"] for row in page.css(".rows li")]
    assert len({*ids}) == len(ids) == 9


def test_the_volume_leads_to_them_and_so_does_the_map_of_the_site() -> None:
    (row,) = [
        row.text()
        for row in LexborHTMLParser(MADE["2017/index.html"]).css(".mulu li")
        if row.css_first('a[href="corrections.html"]')
    ]
    assert row == "校勘记9处"
    assert f"<loc>{BASE}2017/corrections.html</loc>" in MADE["sitemap.xml"]


def test_a_volume_without_corrections_has_no_such_page() -> None:
    made = pages()
    assert "2017/corrections.html" not in made
    assert "校勘记" not in made["2017/index.html"]


def test_a_page_says_what_was_printed_beside_what_is_no_prose() -> None:
    lending = LexborHTMLParser(MADE["2017/lending.html"])
    head = lending.css_first(".head .src")
    assert head is not None and head.text() == "〔原作“图书外借”，2018年7月1日：据档案〕"
    own = lending.css_first("#loans")
    assert own is not None
    assert [said.text() for said in own.css(".src")] == [
        "〔办理借书证：原作“发放借书证”，2018年7月2日：据档案〕",
        "〔补录，2018年7月3日：据档案〕",
    ]
    data = MADE["2017/data.html"]
    assert "〔原作“副馆长”，2018年8月1日：据档案〕" in data
    assert "〔原作“东馆,11000”，2018年8月2日：据档案〕" in data


def test_that_of_a_title_of_entries_is_not_taken_for_one_of_the_section() -> None:
    loans = replace(SECTION.entries[1], group="外借")
    section = replace(
        SECTION,
        entries=(SECTION.entries[0], loans),
        corrections=(erratum("", "出借", "外借", date(2018, 7, 1)),),
    )
    head = LexborHTMLParser(pages(yearbook(section))["2017/lending.html"]).css_first(".head .src")
    assert head is not None and head.text() == "〔子目：原作“出借”，2018年7月1日：据档案〕"


def test_a_corrected_date_is_read_as_one() -> None:
    wang = Person(id="wang", name="王平", office="馆长", to="2018-11-20", at=AT)
    erratum = Erratum(
        anchor="wang",
        date=date(2019, 12, 5),
        printed="2018-10-20",
        corrected="2018-11-20",
        reason="据任免通知",
        at=AT,
    )
    prose = entry("loans", "借阅", "第{~~六~>七~~}{>>2020-03-05：据文件<<}届。")
    leaders = Section(
        stem="leaders",
        title="领导",
        at=AT,
        people=(wang,),
        corrections=(erratum,),
        entries=(prose,),
    )
    made = pages(yearbook(leaders))
    assert any("原作“2018年10月20日”，改为“2018年11月20日”" in row for row in rows(made))
    page = LexborHTMLParser(made["2017/leaders.html"]).text()
    assert "〔原作“2018年10月20日”，2019年12月5日：据任免通知〕" in page
    assert "第七〔原作“六”，2020年3月5日：据文件〕届" in page


def test_a_search_finds_either_reading() -> None:
    assert "副馆长" in searched(RECORDS, "wang")
    assert "图书外借" in searched(SECTION, "lead")
    assert "20000" in searched(SECTION, "loans")


def test_each_correction_with_a_day_is_an_entry_of_the_feed() -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    found = etree.fromstring(MADE["feed.xml"])
    told = [
        [one.findtext(f"a:{key}", "", atom) for key in ("title", "updated", "summary")]
        for one in found.iterfind("a:entry", atom)
    ]
    assert told[0] == [
        "勘误：2017卷·各馆藏书",
        "2018-08-02T00:00:00Z",
        "“东馆,11000”改作“东馆,12000”：据档案",
    ]
    assert told[2] == [
        "勘误：2017卷·扩大借阅范围",
        "2018-07-03T00:00:00Z",
        "补录“扩大借阅范围”：据档案",
    ]
    assert [title for title, *_ in told].count("勘误：临江市图书馆年鉴2017卷") == 1
    assert len(told) == 10
    ids = [one.text for one in found.iterfind(".//a:id", atom)]
    assert len({*ids}) == len(ids)


def test_the_same_correction_made_twice_is_told_twice() -> None:
    twice = "甲{~~一~>二~~}{>>2018-05-02：改<<}。甲{~~一~>二~~}{>>2018-05-02：改<<}。"
    made = pages(
        yearbook(
            replace(SECTION, entries=(entry("lead", "题", twice),), figures=(), corrections=())
        )
    )
    page = LexborHTMLParser(made["2017/corrections.html"])
    ids = [row.attributes["id"] or "" for row in page.css(".rows li")]
    assert ids[1] == f"{ids[0]}_2"


def test_the_cover_and_a_category_are_corrected_in_the_edition() -> None:
    made = pages(
        yearbook(
            LENDING,
            corrections=(
                erratum("work", "业务工作", "业务", date(2018, 8, 1)),
                erratum("", "临江图书馆年鉴", "临江市图书馆年鉴", date(2018, 8, 2)),
            ),
        )
    )
    assert rows(made) == [
        "2018年8月2日 封面与目次：原作“临江图书馆年鉴”，改为“临江市图书馆年鉴”。据档案",
        "2018年8月1日 业务：原作“业务工作”，改为“业务”。据档案",
    ]
    page = LexborHTMLParser(made["2017/corrections.html"])
    links = [link.attributes["href"] for link in page.css(".rows a")]
    assert links == ["index.html", "index.html#work_"]
    cover = LexborHTMLParser(made["2017/index.html"])
    assert [said.text() for said in cover.css(".head .src")] == [
        "〔业务：原作“业务工作”，2018年8月1日：据档案〕",
        "〔原作“临江图书馆年鉴”，2018年8月2日：据档案〕",
    ]
