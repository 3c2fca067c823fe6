"""What a chronicle lists, in which order, and what the days of all years do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from samples import AT, IMPRINT, entry, pages, year
from selectolax.lexbor import LexborHTMLParser, LexborNode

from yearbook.model import Category, Edition, Event, Honour, Period, Recipient, Section, Yearbook

Told = list[tuple[str, list[str]]]
NATION = Honour(
    id="nation",
    entry="lead",
    title="全国先进图书馆",
    level="全国",
    recipient=Recipient(self_=True),
    at=AT,
    from_="国家图书馆",
    date="2017-05",
)


def event(id: str, date: str, text: str, **more: Any) -> Event:
    return Event(id=id, date=date, text=text, at=AT, **more)


def milestones(*events: Event) -> Section:
    return Section(stem="milestones", title="大事记略", at=AT, events=events)


def work(**more: Any) -> Section:
    """A section with an entry on evening hours, dated March, and one without a date."""
    entries = (
        entry("lead", "业务", "本馆获全国先进图书馆称号。"),
        entry("night", "夜间开放", "夜间开放。", date="2017-03"),
        entry("loans", "外借", "外借图书。"),
    )
    return Section(stem="work", title="业务", at=AT, entries=entries, **more)


def volume(number: int, *sections: Section, **more: Any) -> Edition:
    made = Edition(
        id=str(number), imprint=IMPRINT, volume=str(number), covers=year(number), at=AT,
        status="released", contents=(Category(sections=sections),),
    )  # fmt: skip
    return replace(made, **more)


def site(*editions: Edition) -> dict[str, str]:
    return pages(Yearbook(imprint=IMPRINT, editions=editions))


def text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def chronicle(*sections: Section, **more: Any) -> Told:
    """The months of a chronicle of 2017 with what they list."""
    page = LexborHTMLParser(site(volume(2017, *sections, **more))["2017/chronicle.html"])
    return [
        (text(month.css("h2")[0]), [text(row) for row in month.css("li")])
        for month in page.css(".month")
    ]


def links(page: str, css: str) -> dict[str, str | None]:
    found = LexborHTMLParser(page).css(css)
    return {text(link): link.attributes["href"] for link in found}


# the chronicle of a volume


def test_events_and_dated_entries_stand_by_month_and_day() -> None:
    events = milestones(
        event("b", "2017-12-01", "冬至前闭馆一日。"),
        event("a", "2017-01-15", "东馆开馆。"),
        event("c", "2017-12-01", "恢复开放。"),
    )
    assert chronicle(work(), events) == [
        ("一月", ["1月15日 东馆开馆。"]),
        ("三月", ["3月 夜间开放 业务"]),
        ("十二月", ["12月1日 冬至前闭馆一日。", "12月1日 恢复开放。"]),
    ]


def test_a_month_alone_ends_its_month_and_a_year_alone_the_year() -> None:
    events = milestones(
        event("year", "2017", "全年开馆。"),
        event("month", "2017-03", "读书月。"),
        event("day", "2017-03-31", "闭幕。"),
    )
    assert chronicle(events) == [
        ("三月", ["3月31日 闭幕。", "3月 读书月。"]),
        ("年内", ["2017年 全年开馆。"]),
    ]


def test_what_lies_outside_the_period_stands_at_the_end_with_its_year() -> None:
    events = milestones(
        event("founded", "1959-05-01", "建馆。"),
        event("later", "2018-01", "结余结转。"),
        event("own", "2017-02-03", "修缮。"),
    )
    assert chronicle(events) == [
        ("二月", ["2月3日 修缮。"]),
        ("其他年份", ["1959年5月1日 建馆。", "2018年1月 结余结转。"]),
    ]


def test_the_months_of_a_period_in_two_years_have_their_year() -> None:
    covers = Period(start=date(2016, 9, 1), end=date(2017, 8, 31))
    events = milestones(event("a", "2016-09-01", "开学。"), event("b", "2017-01", "放假。"))
    assert chronicle(events, covers=covers) == [
        ("2016年九月", ["9月1日 开学。"]),
        ("2017年一月", ["1月 放假。"]),
    ]


def test_an_entry_that_an_event_of_its_time_names_stands_once() -> None:
    told = milestones(event("a", "2017-03-05", "夜间开放开始。", entry="work#night"))
    assert chronicle(work(), told) == [("三月", ["3月5日 夜间开放开始。 夜间开放"])]
    of_another_month = milestones(event("a", "2017-06-05", "增开一晚。", entry="work#night"))
    assert chronicle(work(), of_another_month) == [
        ("三月", ["3月 夜间开放 业务"]),
        ("六月", ["6月5日 增开一晚。 夜间开放"]),
    ]


def test_an_honour_with_a_date_says_who_received_it_from_whom() -> None:
    assert chronicle(work(honours=(NATION,)))[1] == (
        "五月",
        ["5月 临江市图书馆获国家图书馆授予的全国先进图书馆 业务"],
    )


def test_an_honour_that_an_event_says_stands_once() -> None:
    told = milestones(event("a", "2017-05-04", "获全国先进图书馆称号。"))
    assert chronicle(work(honours=(NATION,)), told)[1] == (
        "五月",
        ["5月4日 获全国先进图书馆称号。"],
    )


def test_an_editors_note_stands_with_its_event() -> None:
    told = milestones(event("a", "2017-05-04", "开馆。", note="据馆志。"))
    assert chronicle(told) == [("五月", ["5月4日 开馆。校注：据馆志。"])]


def test_each_leads_to_its_entry_an_event_without_one_to_its_own_record() -> None:
    events = milestones(
        event("a", "2017-03-05", "夜间开放开始。", entry="work#night"),
        event("b", "2017-04-05", "修缮。"),
    )
    within = replace(
        work(honours=(NATION,)), events=(event("c", "2017-07", "外借开始。", entry="loans"),)
    )
    page = site(volume(2017, within, events))["2017/chronicle.html"]
    assert links(page, ".month a") == {
        "夜间开放开始。": "work.html#night",
        "修缮。": "milestones.html#b",
        "临江市图书馆获国家图书馆授予的全国先进图书馆": "work.html#h_nation",
        "外借开始。": "work.html#loans",
    }


def test_a_volume_without_events_and_dated_entries_has_no_chronicle() -> None:
    bare = Section(
        stem="work", title="业务", at=AT, entries=(entry("lead", "业务", "获全国先进图书馆。"),)
    )
    made = site(volume(2017, replace(bare, honours=(NATION,))))
    assert "2017/chronicle.html" not in made
    assert "chronicle.html" not in made["2017/work.html"]


def test_the_masthead_and_the_rail_lead_to_the_chronicles_that_exist() -> None:
    events = milestones(event("a", "2017-03-05", "修缮。"))
    later = milestones(event("a", "2018-03-05", "修缮。"))
    made = site(volume(2016, work_of_no_date()), volume(2017, events), volume(2018, later))
    assert links(made["2017/milestones.html"], ".nav a")["大事记"] == "chronicle.html"
    assert links(made["2017/chronicle.html"], ".years a") == {
        "2016": "../2016/index.html",
        "2017": "index.html",
        "2018": "../2018/chronicle.html",
    }


def work_of_no_date() -> Section:
    lead = entry("lead", "业务", "全年开放。")
    return Section(stem="work", title="业务", at=AT, entries=(lead,))


# the days of all years


def days(*editions: Edition) -> Told:
    """The days of all years with what they list."""
    page = LexborHTMLParser(site(*editions)["days.html"])
    return [
        (text(day.css("h3")[0]), [text(row) for row in day.css("ul > li")])
        for day in page.css(".month > ol > li")
    ]


def test_the_same_day_of_all_years_stands_together() -> None:
    one = volume(2016, milestones(event("a", "2016-03-05", "修缮。")))
    other = volume(
        2017,
        milestones(event("b", "2017-03-05", "开馆。"), event("c", "2017-01-31", "闭馆。")),
    )
    assert days(one, other) == [
        ("1月31日", ["2017 闭馆。"]),
        ("3月5日", ["2016 修缮。", "2017 开馆。"]),
    ]


def test_what_has_no_day_is_left_to_the_chronicles() -> None:
    one = volume(
        2016, milestones(event("a", "2016-03-05", "修缮。"), event("b", "2016-03", "无。"))
    )
    other = volume(2017, work(honours=(NATION,)), milestones(event("a", "2017-02-28", "开馆。")))
    assert days(one, other) == [("2月28日", ["2017 开馆。"]), ("3月5日", ["2016 修缮。"])]


def test_what_several_volumes_tell_stands_once_and_leads_to_the_first() -> None:
    founded = event("founded", "1959-05-01", "建馆。")
    reworded = replace(founded, text="临江市图书馆建馆。")
    elsewhere = replace(founded, id="beginning")
    made = (
        volume(2016, milestones(founded)),
        volume(2017, milestones(reworded)),
        volume(2018, milestones(elsewhere)),
    )
    assert days(*made) == [("5月1日", ["1959 建馆。"])]
    assert links(site(*made)["days.html"], ".month a") == {"建馆。": "2016/milestones.html#founded"}


def test_two_things_of_one_day_and_volume_both_stand() -> None:
    award = replace(NATION, recipient=Recipient(name="东馆"), date="2017-05-04")
    other = replace(award, id="other", recipient=Recipient(name="西馆"))
    one = volume(2016, milestones(event("a", "2016-05-04", "修缮。")))
    both = volume(2017, work(honours=(award, other)))
    assert days(one, both) == [
        (
            "5月4日",
            [
                "2016 修缮。",
                "2017 东馆获国家图书馆授予的全国先进图书馆",
                "2017 西馆获国家图书馆授予的全国先进图书馆",
            ],
        )
    ]


def test_there_is_no_such_page_until_two_volumes_tell_of_days() -> None:
    one = volume(2016, milestones(event("a", "2016-03-05", "修缮。")))
    other = volume(2017, milestones(event("a", "2017-03", "开馆。")))
    assert "days.html" not in site(one)
    assert "days.html" not in site(one, other)
    assert "days.html" not in site(one, other)["index.html"]


def test_the_home_page_leads_to_the_chronicle_and_the_days() -> None:
    one = volume(2016, milestones(event("a", "2016-03-05", "修缮。")))
    other = volume(2017, milestones(event("a", "2017-03-05", "开馆。")))
    ways = links(site(one, other)["index.html"], ".ways a")
    assert ways["按大事记"] == "2017/chronicle.html"
    assert ways["历史上的今天"] == "days.html"
