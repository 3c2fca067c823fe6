"""People and bodies through the years: offices, honours, what a body was before and became."""

from __future__ import annotations

from typing import Any

from samples import AT, IMPRINT, entry, pages, theme, year
from selectolax.lexbor import LexborHTMLParser, LexborNode

from yearbook.issues import Issues
from yearbook.model import (
    Body,
    Category,
    Edition,
    Honour,
    Name,
    Person,
    Recipient,
    Section,
    Yearbook,
)
from yearbook.output import Output
from yearbook.render import outputs
from yearbook.rules import check

Row = list[str]


def name(id: str, name_: str, kind: str = "body", **more: Any) -> Name:
    return Name(id=id, name=name_, kind=kind, at=AT, **more)


def person(id: str, name_: str, office: str, **more: Any) -> Person:
    return Person(id=id, name=name_, office=office, at=AT, **more)


def body(id: str, name_: str, **more: Any) -> Body:
    return Body(id=id, name=name_, at=AT, **more)


def honour(id: str, title: str, *named: str, date: str = "", from_: str = "") -> Honour:
    """An honour; without names the institution itself received it."""
    recipient = Recipient(
        self_=not named, name=named[0] if len(named) == 1 else "",
        count=len(named), unit="人", named=named if len(named) > 1 else (),
    )  # fmt: skip
    return Honour(
        id=id, entry="lead", title=title, level="市", recipient=recipient, at=AT,
        date=date, from_=from_,
    )  # fmt: skip


def volume(number: int, *records: Person | Body | Honour) -> Edition:
    """A volume with a section for people, one for bodies and one that says its honours."""
    people = tuple(one for one in records if isinstance(one, Person))
    bodies = tuple(one for one in records if isinstance(one, Body))
    honours = tuple(one for one in records if isinstance(one, Honour))
    said = "、".join(one.title for one in honours)
    work = Section(
        stem="work", title="业务", at=AT, entries=(entry("lead", "业务", f"本年{said}。"),),
        honours=honours,
    )  # fmt: skip
    rows = (
        Section(stem="leaders", title="领导", at=AT, people=people),
        Section(stem="departments", title="机构", at=AT, bodies=bodies),
        work,
    )
    return Edition(
        id=str(number), imprint=IMPRINT, volume=str(number), covers=year(number), at=AT,
        status="released", contents=(Category(sections=rows),),
    )  # fmt: skip


def site(*editions: Edition, names: tuple[Name, ...] = ()) -> dict[str, str]:
    return pages(Yearbook(imprint=IMPRINT, editions=editions, names=names))


def text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def told(page: str) -> list[tuple[str, Row]]:
    """The people or bodies of a page with what is said of each."""
    rows = LexborHTMLParser(page).css(".lives > li")
    return [
        (
            " ".join(text(one) for one in row.css("h3, h3 ~ small")),
            [text(r) for r in row.css("div > ul > li")],
        )
        for row in rows
    ]


def people(*editions: Edition, names: tuple[Name, ...] = ()) -> list[tuple[str, Row]]:
    return told(site(*editions, names=names)["people.html"])


def bodies(*editions: Edition, names: tuple[Name, ...] = ()) -> list[tuple[str, Row]]:
    return told(site(*editions, names=names)["bodies.html"])


def chains(*editions: Edition, names: tuple[Name, ...] = ()) -> Row:
    """The lines of descent of the page of bodies."""
    page = LexborHTMLParser(site(*editions, names=names)["bodies.html"])
    return [text(row) for row in page.css(".chains > li")]


def codes(*editions: Edition, names: tuple[Name, ...] = ()) -> set[str]:
    issues = Issues()
    check(Yearbook(imprint=IMPRINT, editions=editions, names=names), issues)
    return {one.code for one in issues}


# people


def test_offices_stand_with_their_days_and_the_volumes_that_say_so() -> None:
    one = volume(2016, person("wang", "王平", "馆长", from_="2015-06"))
    other = volume(2017, person("wang", "王平", "馆长", from_="2015-06", to="2017-12-31"))
    third = volume(2018, person("wang", "王平", "调研员"))
    assert people(one, other, third) == [
        ("王平", ["馆长 2015年6月—2017年12月31日 2016 2017", "调研员 2018"])
    ]


def test_each_volume_leads_to_its_record() -> None:
    page = site(
        volume(2016, person("wang", "王平", "馆长")), volume(2017, person("p", "王平", "馆长"))
    )["people.html"]
    links = [one.attributes["href"] for one in LexborHTMLParser(page).css(".lives a")]
    assert links == ["2016/leaders.html#wang", "2017/leaders.html#p"]


def test_an_office_held_again_is_another_term() -> None:
    made = people(
        volume(2010, person("wang", "王平", "馆长", from_="2008")),
        volume(2011, person("wang", "王平", "馆长")),
        volume(2016, person("wang", "王平", "馆长", from_="2016-02")),
        volume(2017, person("wang", "王平", "馆长")),
    )
    assert made == [("王平", ["馆长 2008年起 2010 2011", "馆长 2016年2月起 2016 2017"])]


def test_honours_follow_the_offices_in_the_order_of_their_dates() -> None:
    made = people(
        volume(
            2016,
            honour("b", "全市工匠", "王平", date="2016-05"),
            honour("a", "全市劳模", "王平", "李红", date="2016-01-02", from_="市总工会"),
        ),
        volume(2017, person("wang", "王平", "馆长")),
    )
    assert made == [
        ("李红", ["全市劳模 2016年1月2日 市总工会授予 2016"]),
        (
            "王平",
            ["馆长 2017", "全市劳模 2016年1月2日 市总工会授予 2016", "全市工匠 2016年5月 2016"],
        ),
    ]


def test_an_honour_of_one_day_stands_once_one_without_a_day_each_year() -> None:
    made = people(
        volume(2016, honour("a", "全市工匠", "王平", date="2016-05"), honour("b", "标兵", "王平")),
        volume(2017, honour("a", "全市工匠", "王平", date="2016-05"), honour("b", "标兵", "王平")),
    )
    assert made == [("王平", ["标兵 2016", "全市工匠 2016年5月 2016 2017", "标兵 2017"])]


def test_forms_of_one_name_are_one_person_and_who_has_no_record_is_left_out() -> None:
    known = (
        name("wang", "王平", "person", variants=("王萍",), gloss="首任馆长。"),
        name("li", "李红", "person"),
    )
    made = people(
        volume(2016, person("wang", "王萍", "馆长")),
        volume(2017, person("wang", "王平", "馆长")),
        names=known,
    )
    assert made == [("王平 又作王萍 首任馆长。", ["馆长 2016 2017"])]


TWO = (
    name("wang-a", "王平", "person", gloss="馆长"),
    name("wang-b", "王平", "person", gloss="编目员"),
)


def test_of_two_people_of_one_name_the_id_of_the_record_tells() -> None:
    made = people(
        volume(2016, person("wang-a", "王平", "馆长"), person("wang-b", "王平", "编目员")),
        volume(2017, person("wang-a", "王平", "馆长")),
        names=TWO,
    )
    assert made == [("王平 馆长", ["馆长 2016 2017"]), ("王平 编目员", ["编目员 2016"])]


def test_where_it_is_not_told_which_neither_gets_it_and_the_editor_is_asked() -> None:
    editions = volume(2016, person("p", "王平", "馆长")), volume(2017)
    assert people(*editions, names=TWO) == [("王平 同名的不止一人，未写明是哪一位", ["馆长 2016"])]
    assert "C357" in codes(*editions, names=TWO)
    assert "C357" not in codes(volume(2016, person("wang-b", "王平", "馆长")), names=TWO)


def test_people_stand_by_sound_under_their_letters() -> None:
    made = volume(2016, person("a", "曾平", "馆长"), person("b", "单岚", "馆员")), volume(2017)
    page = LexborHTMLParser(site(*made)["people.html"])
    assert [text(one) for one in page.css("h2, h3")] == ["S", "单岚", "Z", "曾平"]
    assert [one.attributes["href"] for one in page.css("#toc_ a")] == ["#l_s", "#l_z"]


# bodies


def test_bodies_stand_with_kind_parent_and_volumes() -> None:
    made = bodies(
        volume(2016, body("office", "办公室", kind="科室")),
        volume(2017, body("office", "办公室", kind="科室", parent="临江市图书馆")),
        volume(2018, body("office", "办公室", kind="科室", parent="临江市图书馆")),
    )
    assert made == [("办公室", ["科室 2016", "科室、临江市图书馆 2017 2018"])]


TECH = (
    name("tech", "技术科", to="2017", after="innovation"),
    name("innovation", "技术创新部", from_="2018"),
)


def test_before_and_after_of_names_make_a_chain_with_its_years() -> None:
    editions = volume(2016, body("tech", "技术科")), volume(2018, body("innovation", "技术创新部"))
    assert chains(*editions, names=TECH) == ["技术科 至2017年 → 技术创新部 2018年起"]
    assert bodies(*editions, names=TECH) == [
        ("技术创新部 2018年起", ["前身 技术科", "2018"]),
        ("技术科 至2017年", ["后继 技术创新部", "2016"]),
    ]


def test_what_became_one_after_the_other_is_one_chain() -> None:
    known = (
        name("room", "档案室", to="1959", after="archives"),
        name("archives", "档案馆", from_="1959", to="2018"),
        name("centre", "档案中心", from_="2019", before="archives"),
    )
    made = chains(volume(2016, body("archives", "档案馆")), volume(2017), names=known)
    assert made == ["档案室 至1959年 → 档案馆 1959年—2018年 → 档案中心 2019年起"]


def test_a_record_that_keeps_its_id_under_a_new_name_is_a_renamed_body() -> None:
    editions = (
        volume(2015, body("tech", "技术科")),
        volume(2016, body("tech", "技术科")),
        volume(2018, body("tech", "技术部")),
    )
    assert chains(*editions) == ["技术科 2015卷—2016卷 → 技术部 2018卷"]


def test_a_record_whose_body_stands_on_elsewhere_was_not_renamed() -> None:
    editions = (
        volume(2016, body("first", "技术科")),
        volume(2017, body("first", "财务科"), body("second", "技术科")),
    )
    assert chains(*editions) == []


def test_a_name_taken_up_again_makes_no_circle() -> None:
    editions = [volume(n, body("tech", "技术科" if n % 2 else "技术部")) for n in range(2011, 2015)]
    assert chains(*editions) == ["技术科 2011卷—2013卷 → 技术部 2012卷—2014卷"]


def test_bodies_that_were_joined_and_parted_stand_in_chains_from_fork_to_fork() -> None:
    known = (
        name("a", "保管科", after="c"),
        name("b", "保护科", after="c"),
        name("c", "保管部", after="d"),
        name("d", "典藏部"),
        name("e", "特藏部", before="d"),
        name("f", "古籍部", before="d"),
    )
    made = chains(volume(2016, body("a", "保管科")), volume(2017), names=known)
    assert made == [
        "保管部 → 典藏部",
        "保管科 2016卷 → 保管部",
        "保护科 → 保管部",
        "典藏部 → 特藏部",
        "典藏部 → 古籍部",
    ]


def test_the_institution_has_its_own_honours() -> None:
    made = bodies(volume(2016, honour("a", "先进图书馆", date="2016-05")), volume(2017))
    assert made == [("临江市图书馆", ["先进图书馆 2016年5月 2016"])]


def test_a_circle_of_before_and_after_is_an_error() -> None:
    turned = (name("a", "甲部", after="b"), name("b", "乙部", after="a"))
    joined = (name("c", "丙部", after="a"), name("d", "丁部", after="a"), *turned)
    agreed = (name("a", "甲部", after="b"), name("b", "乙部", before="a"))
    assert "C358" in codes(volume(2016), names=joined)
    assert "C358" in codes(volume(2016), names=turned)
    assert "C358" not in codes(volume(2016), names=agreed)


def test_a_body_listed_after_its_end_or_before_its_beginning_is_asked_about() -> None:
    assert "C359" in codes(volume(2018, body("tech", "技术科")), names=TECH)
    assert "C359" in codes(volume(2017, body("innovation", "技术创新部")), names=TECH)
    assert "C359" not in codes(volume(2017, body("tech", "技术科")), names=TECH)


# where the pages are, and what leads to them


def test_a_yearbook_of_one_volume_has_no_such_pages() -> None:
    made = site(volume(2016, person("wang", "王平", "馆长"), body("office", "办公室")), names=TECH)
    assert {"people.html", "bodies.html"}.isdisjoint(made)
    assert "people.html" not in made["names.html"]


def test_a_yearbook_without_people_has_no_page_of_people() -> None:
    made = site(volume(2016, body("office", "办公室")), volume(2017))
    assert "people.html" not in made
    assert "bodies.html" in made


def test_the_index_of_all_volumes_leads_to_the_same_people_and_bodies() -> None:
    wang = person("wang", "王平", "馆长")
    made = site(volume(2016, wang, body("office", "办公室")), volume(2017))
    page = LexborHTMLParser(made["names.html"])
    links = {text(one): str(one.attributes["href"]) for one in page.css(".letter a, .local a")}
    assert {"历年人物", "历年机构", "任职、荣誉", "沿革、荣誉"} <= links.keys()
    for words in ("任职、荣誉", "沿革、荣誉"):
        file, _, anchor = links[words].partition("#")
        assert LexborHTMLParser(made[file]).css_first(f"#{anchor}") is not None
        assert page.css_first(f"#{anchor}") is not None
    assert "people.html" not in made["2016/names.html"]


def test_a_reading_that_is_mended_moves_the_name() -> None:
    editions = volume(2016, person("a", "查平", "馆长"), person("b", "单岚", "馆员")), volume(2017)

    def key(reading: str) -> bytes:
        names = (name("a", "查平", "person", reading=reading),)
        made = outputs(Yearbook(imprint=IMPRINT, editions=editions, names=names), theme())
        found = (one for one in made if isinstance(one, Output) and one.path == "people.html")
        return next(found).make()

    assert key("zhā píng") != key("chá píng")
