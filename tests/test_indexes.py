"""What stands in the indexes of a yearbook, under which heading, and where it leads."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from samples import AT, IMPRINT, YEARBOOK, entry, pages, theme, year
from selectolax.lexbor import LexborHTMLParser

from yearbook import address, indexes
from yearbook.indexes import Book, EditionIndex, Line, collect, edition_index, merge
from yearbook.indexes.guess import guess
from yearbook.indexes.headings import PAGES, from_json, to_json
from yearbook.issues import Issues
from yearbook.model import (
    Body,
    Category,
    Contributor,
    Edition,
    Event,
    Honour,
    Item,
    Name,
    Note,
    Person,
    Recipient,
    Reference,
    Section,
    Yearbook,
)
from yearbook.read import load
from yearbook.render import outputs
from yearbook.render.site import Site, site


def name(id: str, name_: str, kind: str, **more: Any) -> Name:
    return Name(id=id, name=name_, kind=kind, at=AT, **more)


def section(*texts: str, stem: str = "work", title: str = "业务", **more: Any) -> Section:
    """A section whose entries `a`, `b` … have these words."""
    entries = tuple(
        entry(id_, f"条目{id_}", text) for id_, text in zip("abcdef", texts, strict=False)
    )
    return Section(**{"stem": stem, "title": title, "at": AT, "entries": entries, **more})


def volume(number: int, *sections: Section, **more: Any) -> Edition:
    contents = (Category(sections=sections),)
    return Edition(
        id=str(number), imprint=IMPRINT, volume=str(number), covers=year(number), at=AT,
        status="released", contents=contents, **more,
    )  # fmt: skip


EXAMPLES = Path(__file__).parent.parent / "examples" / "content"


def yearbook(*editions: Edition, names: tuple[Name, ...] = ()) -> Yearbook:
    return Yearbook(imprint=IMPRINT, editions=editions, names=names)


def made(book: Yearbook) -> Site:
    return site(book, theme(), "search.html")


def lines(book: Yearbook, page: str) -> dict[str, Line]:
    """The lines of a page of all editions by their text."""
    found = made(book)
    names = Book(book.names)
    editions = [indexes.index_of(found, one, names) for one in found.volumes]
    return {line.text: line for line in indexes.pages(editions, names).get(page, ())}


def of(text: str, *names: Name, page: str = "names") -> dict[str, list[str]]:
    """The headings of one entry's words, with the titles of the entries they lead to."""
    found = lines(yearbook(volume(2017, section(text)), names=names), page)
    return {one.text: [unit.title for _, unit in one.places] for one in found.values()}


LIBRARY = name("library", "临江市图书馆", "body", short=("市图书馆",), variants=("临江图书馆",))
CITY = name("city", "临江市", "place")


# names and places


def test_a_name_is_found_by_every_form_and_entered_under_the_full_one() -> None:
    book = yearbook(
        volume(2017, section("临江市图书馆开放。", "市图书馆开放。", "临江图书馆开放。", "无。")),
        names=(LIBRARY,),
    )
    found = lines(book, "names")["临江市图书馆"]
    assert [unit.id for _, unit in found.places] == ["a", "b", "c"]
    assert found.others == ("市图书馆", "临江图书馆")


def test_short_forms_and_variants_are_led_to_the_full_name() -> None:
    found = lines(yearbook(volume(2017, section("临江市图书馆开放。")), names=(LIBRARY,)), "names")
    for form in LIBRARY.short + LIBRARY.variants:
        assert found[form].places == ()
        assert [ref.text for ref in found[form].see] == ["临江市图书馆"]


def test_a_name_that_the_edition_does_not_say_is_not_in_its_index() -> None:
    assert of("闭馆。", LIBRARY) == {}


def test_a_place_within_the_name_of_a_body_is_no_place() -> None:
    assert of("临江市图书馆开放。", LIBRARY, CITY, page="places") == {}
    assert of("临江市图书馆在临江市。", LIBRARY, CITY, page="places") == {"临江市": ["条目a"]}


def test_bodies_and_places_within_the_title_of_a_document_do_not_count() -> None:
    text = "印发《临江市图书馆章程》。"
    assert of(text, LIBRARY, CITY) == {}
    assert of(text, LIBRARY, CITY, page="places") == {}


def test_a_newspaper_is_a_body_too() -> None:
    paper = name("paper", "临江日报", "body")
    assert of("《临江日报》刊登。", paper) == {"临江日报": ["条目a"]}


def test_a_term_counts_also_within_a_longer_name() -> None:
    names = (
        name("five", "五小", "term", gloss="五种成果。"),
        name("prize", "五小成果评选", "competition"),
    )
    book = yearbook(volume(2017, section("五小成果评选开始。")), names=names)
    assert lines(book, "subjects")["五小"].gloss == "五种成果。"
    assert "五小成果评选" in lines(book, "honours")


def test_two_people_of_one_name_are_told_apart_by_their_gloss_and_record() -> None:
    names = (
        name("wang-a", "王平", "person", gloss="馆长"),
        name("wang-b", "王平", "person", gloss="读者"),
    )
    people = (Person(id="wang-a", name="王平", office="馆长", at=AT),)
    book = yearbook(volume(2017, section("王平来馆。", people=people)), names=names)
    found = made(book)
    editions = [indexes.index_of(found, one, Book(names)) for one in found.volumes]
    both = [line for line in indexes.pages(editions, Book(names))["names"] if line.text == "王平"]
    assert {line.gloss for line in both} == {"馆长", "读者"}
    assert len({line.anchor for line in both}) == 2


def test_each_of_two_people_of_one_name_has_its_own_record_alone() -> None:
    names = (
        name("wang-a", "王平", "person", gloss="馆长"),
        name("wang-b", "王平", "person", gloss="读者"),
    )
    people = (
        Person(id="wang-a", name="王平", office="馆长", at=AT),
        Person(id="wang-b", name="王平", office="副馆长", note="王平另有其人。", at=AT),
    )
    one = Section(stem="leaders", title="领导名录", at=AT, people=people)
    site_ = pages(yearbook(volume(2016, one), volume(2017, one), names=names))
    for path, leads in (
        ("2017/names.html", ["leaders.html#"]),
        ("names.html", ["2016/leaders.html#", "2017/leaders.html#", "people.html#i_"]),
    ):
        for id_ in ("wang-a", "wang-b"):
            hrefs = [href for _, href in shown(site_[path], f"i_{id_}")]
            assert hrefs == [f"{lead}{id_}" for lead in leads]


def test_from_and_to_say_which_of_two_is_meant() -> None:
    old = name("old", "文化馆", "body", to="2010", gloss="老馆")
    new = name("new", "文化馆", "body", from_="2011", gloss="新馆")
    found = lines(yearbook(volume(2017, section("文化馆开放。")), names=(old, new)), "names")
    assert [line.gloss for line in found.values()] == ["新馆"]


def test_see_leads_to_the_name_and_takes_its_places_along() -> None:
    names = (name("clear", "清江市", "place", see="city"), CITY)
    found = lines(yearbook(volume(2017, section("清江市开会。")), names=names), "places")
    assert [unit.id for _, unit in found["临江市"].places] == ["a"]
    assert [ref.text for ref in found["清江市"].see] == ["临江市"]


def test_see_stands_also_on_the_page_where_a_reader_looks() -> None:
    """老图书馆, a place, leads to a body: it stands among the places too, linking to the names."""
    old = name("old", "老图书馆", "place", see="library", reading="lǎo tú shū guǎn")
    book = yearbook(volume(2017, section("老图书馆在临江市。")), names=(LIBRARY, CITY, old))
    line = lines(book, "places")["老图书馆"]
    assert (line.kinds, line.places) == (("place",), ())
    assert [(ref.page, ref.text) for ref in line.see] == [("names", "临江市图书馆")]
    assert "老图书馆" in lines(book, "names")
    html = pages(book)["2017/places.html"]
    assert 'href="names.html#i_library"' in html


def test_see_also_names_only_what_is_in_the_indexes() -> None:
    names = (
        replace(LIBRARY, also=("city", "gone"), before="hall"),
        CITY,
        name("gone", "旧馆", "body"),
        name("hall", "文化馆", "body"),
    )
    book = yearbook(volume(2017, section("临江市图书馆、文化馆都在临江市。")), names=names)
    also = lines(book, "names")["临江市图书馆"].also
    assert [(ref.page, ref.text) for ref in also] == [("places", "临江市"), ("names", "文化馆")]


def test_people_and_bodies_of_records_need_no_names_yaml() -> None:
    people = (Person(id="li", name="李华", office="馆长", at=AT),)
    bodies = (Body(id="office", name="办公室", at=AT),)
    book = yearbook(volume(2017, section("李华到办公室。", people=people, bodies=bodies)))
    found = lines(book, "names")
    assert [unit.id for _, unit in found["李华"].places] == ["a", "li"]
    assert [unit.id for _, unit in found["办公室"].places] == ["a", "office"]


def test_contributors_are_people_and_bodies() -> None:
    signed = Contributor(name="张明", body="流通部")
    one = section("文。", contributors=(Contributor(name="赵敏"),))
    one = replace(one, entries=(replace(one.entries[0], contributors=(signed,)),))
    found = lines(yearbook(volume(2017, one)), "names")
    assert {text: line.kinds for text, line in found.items()} == {
        "流通部": ("body",),
        "张明": ("person",),
        "赵敏": ("person",),
    }


def test_recipients_of_honours_are_names_when_they_look_like_some() -> None:
    def honour(id: str, **recipient: Any) -> Honour:
        return Honour(
            id=id, entry="a", title="先进", level="省", recipient=Recipient(**recipient), at=AT
        )

    honours = (
        honour("one", name="聂士金"),
        honour("two", named=("东海公司", "大赛一等奖获得者", "先进个人")),
        honour("three", self_=True),
    )
    found = lines(yearbook(volume(2017, section("获先进称号。", honours=honours))), "names")
    assert {text: line.kinds for text, line in found.items()} == {
        "聂士金": ("person",),
        "东海公司": ("body",),
    }


def received(*names: str, known: tuple[Name, ...] = (), page: str = "names") -> dict[str, str]:
    """The headings that the recipients of an honour give, with their kind."""
    honour = Honour(
        id="h", entry="a", title="先进", level="省", recipient=Recipient(named=names), at=AT
    )
    book = yearbook(volume(2017, section("获先进称号。", honours=(honour,))), names=known)
    return {text: line.kinds[0] for text, line in lines(book, page).items()}


@pytest.mark.parametrize(
    "name_",
    (
        "王家村 党支部 卫生院 高铁站 高家村 温泉镇 任城区 邢台市 高新区 项目组 常委会 金融办 史志办 石油队 龙舟队"
        " 城关镇 县妇联 宣传部 派出所 高新区管委会 山东省人民政府 全国妇联 河湾村 国务院 人力资源和社会保障部"
        " 教育厅 国税局 机床厂 东海公司 装配班 县政协 阳光社区 解放街道 第一中学 律师协会 图书馆学会 市民政局"
    ).split(),
)
def test_bodies_villages_and_towns_that_received_an_honour_are_bodies(name_: str) -> None:
    assert received(name_) == {name_: "body"}
    assert guess(name_) == ("body", True)


@pytest.mark.parametrize(
    "name_", ["聂士金", "欧阳明", "李建军", "单文君", "王新城", "阿依古丽·买买提", "司马相如"]
)
def test_people_who_received_an_honour_are_people(name_: str) -> None:
    assert received(name_) == {name_: "person"}
    assert guess(name_) == ("person", True)


@pytest.mark.parametrize(
    "name_", ["金奖", "安全员", "一等奖获得者", "先进个人", "5名职工", "三个班级代表", "“最美职工”"]
)
def test_descriptions_of_recipients_are_no_headings(name_: str) -> None:
    assert received(name_) == {}


@pytest.mark.parametrize(
    ("name_", "kind"),
    [
        ("阿依古丽", "person"),
        ("李老师", "person"),
        ("黄河口", "body"),
        ("王园", "body"),
        ("共青团中央", "body"),
    ],
)
def test_recipients_of_unclear_kind_are_headings_too(name_: str, kind: str) -> None:
    assert received(name_) == {name_: kind}
    assert guess(name_) == (kind, False)


def test_names_yaml_says_what_a_recipient_is() -> None:
    village = name("village", "河湾村", "place")
    person = name("ayi", "阿依古丽", "person", gloss="教师")
    assert received("河湾村", "阿依古丽", known=(village, person)) == {"阿依古丽": "person"}
    assert received("河湾村", known=(village,), page="places") == {"河湾村": "place"}


# subjects


def test_subjects_are_keywords_titles_terms_and_quoted_words() -> None:
    one = section("“追梦”讲团。")
    one = replace(one, entries=(replace(one.entries[0], keywords=("宣讲",)),))
    found = lines(yearbook(volume(2017, one)), "subjects")
    assert {text: line.kinds for text, line in found.items()} == {
        "业务": ("title",),
        "条目a": ("title",),
        "宣讲": ("keyword",),
        "“追梦”": ("quoted",),
    }


def test_one_word_for_several_reasons_is_one_heading() -> None:
    one = section("举办“夜读”活动。")
    one = replace(one, entries=(replace(one.entries[0], keywords=("夜读",)),))
    found = lines(yearbook(volume(2017, one)), "subjects")
    assert found["夜读"].kinds == ("keyword", "quoted")
    assert "“夜读”" not in found


def test_a_keyword_that_is_a_form_of_a_term_comes_under_the_term() -> None:
    term = name("five", "五小", "term", variants=("五小成果",), gloss="五种成果。")
    one = section("文。")
    one = replace(one, entries=(replace(one.entries[0], keywords=("五小成果",)),))
    found = lines(yearbook(volume(2017, one), names=(term,)), "subjects")
    assert found["五小"].kinds == ("keyword",)
    assert [ref.text for ref in found["五小成果"].see] == ["五小"]


def test_quoted_words_within_names_documents_honours_and_notes_are_no_subjects() -> None:
    cup = name("cup", "“安康杯”竞赛", "competition")
    notes = (Note(id="n", source="校注：“安全月”待考。", at=AT),)
    honours = (
        Honour(id="h", entry="a", title="“五一”奖状", level="市", recipient=Recipient(), at=AT),
    )
    text = "“安康杯”竞赛[^n]，《“妈妈小屋”方案》，“五一”奖状，“追梦”。"
    book = yearbook(volume(2017, section(text, notes=notes, honours=honours)), names=(cup,))
    quoted = [line.text for line in lines(book, "subjects").values() if "quoted" in line.kinds]
    assert quoted == ["“追梦”"]


def test_a_piece_of_a_longer_name_or_honour_is_no_subject_anywhere() -> None:
    """“五一” of 全市庆“五一”晚会 is no subject, also where it stands alone."""
    gala = name("gala", "全市庆“五一”晚会", "programme")
    book = yearbook(volume(2017, section("“五一”前办全市庆“五一”晚会，讲“追梦”。")), names=(gala,))
    quoted = [line.text for line in lines(book, "subjects").values() if "quoted" in line.kinds]
    assert quoted == ["“追梦”"]


def test_a_person_whose_name_is_a_word_is_found_by_title_record_and_honour() -> None:
    jie = name("jie", "解放", "person")
    people = (Person(id="jie", name="解放", office="馆长", at=AT),)
    one = section("坚持解放思想。", "副馆长解放主持。", "王平、解放、李华来馆。", people=people)
    found = lines(yearbook(volume(2017, one), names=(jie,)), "names")["解放"]
    assert [unit.id for _, unit in found.places] == ["b", "c", "jie"]


# documents and honours


def test_documents_of_the_prose_and_references() -> None:
    reference = Reference(id="zhi", title="馆志", author="临江市图书馆", at=AT)
    one = section("依《章程》和《关于〈条例〉的通知》。", references=(reference,))
    found = lines(yearbook(volume(2017, one)), "documents")
    assert {text: line.kinds for text, line in found.items()} == {
        "馆志": ("reference",),
        "《关于〈条例〉的通知》": ("document",),
        "《条例》": ("document",),
        "《章程》": ("document",),
    }
    assert found["馆志"].gloss == "临江市图书馆"


def test_honours_say_their_level_and_stand_with_competitions_and_programmes() -> None:
    names = (name("cup", "读书赛", "competition"), name("night", "夜读", "programme"))
    honours = (Honour(id="h", entry="a", title="先进馆", level="省", recipient=Recipient(), at=AT),)
    book = yearbook(
        volume(2017, section("获先进馆称号，办读书赛、夜读。", honours=honours)), names=names
    )
    found = lines(book, "honours")
    assert {text: line.kinds for text, line in found.items()} == {
        "读书赛": ("competition",),
        "先进馆": ("honour",),
        "夜读": ("programme",),
    }
    assert found["先进馆"].gloss == "省级"


# locators


def test_a_locator_of_an_untitled_record_says_its_section_and_number_or_day() -> None:
    one = Section(
        stem="data", title="资料", at=AT,
        items=(Item(id="first", text="临江市。", at=AT), Item(id="second", text="临江市。", at=AT)),
        events=(Event(id="day", date="2017-03-05", text="临江市。", at=AT),),
    )  # fmt: skip
    found = lines(yearbook(volume(2017, one), names=(CITY,)), "places")
    assert [unit.title for _, unit in found["临江市"].places] == [
        "资料其一",
        "资料其二",
        "资料·2017年3月5日",
    ]


def shown(html: str, anchor: str) -> list[tuple[str, str]]:
    """The locators of a heading: their words and addresses."""
    node = LexborHTMLParser(html).css_first(f"[id='{anchor}']")
    return [(one.text(), one.attributes["href"] or "") for one in node.css("span a")]


def test_a_volume_s_index_says_the_titles_and_the_series_adds_the_volumes() -> None:
    book = yearbook(
        volume(2016, section("临江市。")),
        volume(2017, section("临江市。", "临江市。")),
        names=(CITY,),
    )
    site_ = pages(book)
    assert shown(site_["2017/places.html"], "i_city") == [
        ("条目a", "work.html#a"),
        ("条目b", "work.html#b"),
    ]
    assert shown(site_["places.html"], "i_city") == [
        ("2016", "2016/work.html#a"),
        ("2017", "2017/work.html#a"),
        ("条目b 2017", "2017/work.html#b"),
    ]


def departments(**more: Any) -> tuple[Section, ...]:
    """Two sections each with an entry 概况 that says 临江市."""
    return tuple(
        Section(
            stem=stem, title=title, at=AT,
            entries=(entry("survey", "概况", "临江市。"), entry(stem, f"{title}征管", "临江市。")),
        )
        for stem, title in (("state-tax", "国税"), ("local-tax", "地税"))
    )  # fmt: skip


def test_locators_of_one_title_are_told_apart_by_their_section() -> None:
    site_ = pages(yearbook(volume(2017, *departments()), names=(CITY,)))
    assert shown(site_["2017/places.html"], "i_city") == [
        ("国税·概况", "state-tax.html#survey"),
        ("国税征管", "state-tax.html#state-tax"),
        ("地税·概况", "local-tax.html#survey"),
        ("地税征管", "local-tax.html#local-tax"),
    ]


def test_a_title_that_the_volume_has_twice_always_has_its_section() -> None:
    state, local = departments()
    local = replace(local, entries=(replace(local.entries[0], source="文。"),))
    site_ = pages(yearbook(volume(2017, state, local), names=(CITY,)))
    assert shown(site_["2017/places.html"], "i_city")[0][0] == "国税·概况"


def test_a_locator_for_what_only_a_note_says_is_marked() -> None:
    notes = (Note(id="n", source="校注：临江市时称清江，见《市志》。", at=AT),)
    one = section("开放[^n]。", "临江市开放[^n]。", notes=notes)
    site_ = pages(yearbook(volume(2017, one), names=(CITY,)))
    assert shown(site_["2017/places.html"], "i_city") == [
        ("条目a（注）", "work.html#a"),
        ("条目b", "work.html#b"),
    ]
    assert shown(site_["places.html"], "i_city")[0] == ("条目a（注） 2017", "2017/work.html#a")


def test_a_locator_for_what_only_the_note_of_a_record_says_is_marked() -> None:
    people = (Person(id="li", name="李华", office="馆长", note="任免以临江市文件为准。", at=AT),)
    one = section("文。", people=people)
    site_ = pages(yearbook(volume(2017, one), names=(CITY,)))
    assert shown(site_["2017/places.html"], "i_city") == [("李华（注）", "work.html#li")]
    assert shown(site_["2017/names.html"], address.heading_id("person", "李华"))[0][0] == "业务"


def test_years_are_joined_within_a_section_and_never_across_sections() -> None:
    book = yearbook(volume(2016, *departments()), volume(2017, *departments()), names=(CITY,))
    node = LexborHTMLParser(pages(book)["places.html"]).css_first("#i_city")
    assert [" ".join(span.text().split()) for span in node.css("span")] == [
        "国税·概况 2016 2017",
        "国税征管 2016 2017",
        "地税·概况 2016 2017",
        "地税征管 2016 2017",
    ]


def test_where_the_heading_is_the_title_the_locator_says_the_section() -> None:
    book = yearbook(volume(2017, section("文。", contributors=())))
    html = pages(book)["2017/subjects.html"]
    words = {
        node.css_first("strong").text(): node.css_first("span a").text()
        for node in LexborHTMLParser(html).css(".letter li")
    }
    assert words == {"条目a": "业务", "业务": "全篇"}


def test_many_locators_are_cut_and_the_search_has_the_rest() -> None:
    sections = [section("临江市。", stem=f"s{n}", title=f"分目{n}") for n in range(45)]
    sections = [
        replace(one, entries=(replace(one.entries[0], title=f"条目{n}"),))
        for n, one in enumerate(sections)
    ]
    html = pages(yearbook(volume(2017, *sections), names=(CITY,)))["2017/places.html"]
    found = shown(html, "i_city")
    assert len(found) == 41
    assert found[-1] == ("共45处，检索全部", "../search.html?q=%E4%B8%B4%E6%B1%9F%E5%B8%82")


def test_every_link_of_the_indexes_leads_to_an_anchor_that_is_there() -> None:
    site_ = pages()
    ids = {path: set(re.findall(r'id="?([^\s">]+)', html)) for path, html in site_.items()}
    for path in (
        "subjects.html",
        "2017/subjects.html",
        "2017/names.html",
        "honours.html",
        "names.html",
    ):
        for href in re.findall(r'href="([^":?]+)"', site_[path]):
            file, _, anchor = href.partition("#")
            target = path if not file else f"{path.rpartition('/')[0]}/{file}".lstrip("/")
            target = re.sub(r"[^/]+/\.\./", "", target)
            assert target in site_, (path, href)
            assert not anchor or anchor in ids[target], (path, href)


# pages


def test_a_page_without_headings_is_not_made_and_not_linked() -> None:
    site_ = pages(yearbook(volume(2017, section("文。"))))
    made_ = [
        path for path in site_ if path.rpartition("/")[2] in {f"{page}.html" for page in PAGES}
    ]
    assert sorted(made_) == ["2017/subjects.html", "subjects.html"]
    assert "places.html" not in "".join(site_.values())


def test_the_masthead_leads_to_the_indexes_of_the_volume_or_of_the_series() -> None:
    site_ = pages()
    links = {}
    for path in ("index.html", "2017/lending.html", "2017/names.html", "names.html"):
        row = LexborHTMLParser(site_[path]).css(".nav a")
        links[path] = [
            (one.attributes["href"], one.attributes.get("aria-current"))
            for one in row
            if one.text() == "索引"
        ]
    assert links == {
        "index.html": [("subjects.html", None)],
        "2017/lending.html": [("subjects.html", None)],
        "2017/names.html": [("subjects.html", "true")],
        "names.html": [("subjects.html", "true")],
    }


def test_a_volume_s_honours_stand_by_level_and_by_sound_on_one_page() -> None:
    page = LexborHTMLParser(pages()["2017/honours.html"])
    assert [node.text() for node in page.css(".level h2")] == ["全国", "省级"]
    assert page.css_first("#h_nation a").attributes["href"] == "honours-won.html#h_nation"
    assert [node.text() for node in page.css(".letter strong")] == [
        "全国先进图书馆",
        "全省最美阅读空间",
    ]
    assert not LexborHTMLParser(pages()["honours.html"]).css(".level")


def test_the_strokes_lead_to_the_first_heading_of_each_character() -> None:
    page = LexborHTMLParser(pages()["2017/names.html"])
    rows = {
        row.css_first("dt").text(): row.css_first("dd").text().split()
        for row in page.css(".strokes div")
    }
    assert rows["四画"] == ["办", "王"]
    first = {one.text(): one.attributes["href"] for one in page.css(".strokes a")}
    assert first["王"] == "#i_wang"


def test_people_and_bodies_are_linked_data_with_their_other_names() -> None:
    html = pages(yearbook(volume(2017, section("市图书馆开放。")), names=(LIBRARY,)))["names.html"]
    data = json.loads(LexborHTMLParser(html).css_first("script[type='application/ld+json']").text())
    assert data["mainEntity"]["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "item": {
                "@type": "Organization",
                "@id": "#i_library",
                "name": "临江市图书馆",
                "alternateName": ["市图书馆", "临江图书馆"],
            },
        }
    ]


def test_glossed_terms_are_a_defined_term_set() -> None:
    term = name("card", "一卡通", "term", gloss="通用的借书证。")
    html = pages(yearbook(volume(2017, section("办一卡通。")), names=(term,)))["2017/subjects.html"]
    data = json.loads(LexborHTMLParser(html).css_first("script[type='application/ld+json']").text())
    assert data["mainEntity"]["@type"] == "DefinedTermSet"
    assert data["mainEntity"]["hasDefinedTerm"][0]["description"] == "通用的借书证。"


# what others ask of the indexes


def test_an_edition_s_index_goes_to_json_and_back() -> None:
    found = edition_index(made(YEARBOOK).volumes[-1], Book(YEARBOOK.names))
    assert isinstance(found, EditionIndex)
    assert from_json(to_json(found)) == found


def test_anchors_do_not_depend_on_other_headings() -> None:
    one, two = (
        lines(yearbook(volume(2017, section(text)), names=(LIBRARY,)), "documents")[
            "《章程》"
        ].anchor
        for text in ("依《章程》。", "依《办法》《章程》和《通知》。")
    )
    assert one == two
    assert re.fullmatch("d_[0-9a-f]{10}", one)


def test_terms_are_all_headings_but_titles_with_their_other_names() -> None:
    names = (LIBRARY, CITY, name("card", "一卡通", "term"))
    book = yearbook(volume(2017, section("市图书馆办一卡通，依《章程》。")), names=names)
    found = {one.text: one for one in indexes.terms(made(book))}
    assert set(found) == {"临江市图书馆", "一卡通", "《章程》"}
    assert found["临江市图书馆"] == indexes.Term(
        "body", "临江市图书馆", ("市图书馆", "临江图书馆"), "names.html#i_library"
    )


def test_an_index_is_made_anew_only_when_words_or_names_change() -> None:
    found = made(YEARBOOK)
    book = Book(YEARBOOK.names)
    list(outputs(YEARBOOK, found.theme, found.parts))
    known = dict(found.parts.made)
    indexes.index_of(found, found.volumes[-1], book)
    assert found.parts.made == known
    indexes.index_of(found, found.volumes[-1], Book((*YEARBOOK.names, CITY)))
    assert found.parts.made["2017.index"] != known["2017.index"]
    assert found.parts.made["2015.index"] == known["2015.index"]


@pytest.fixture(scope="module")
def written() -> Yearbook:
    """The yearbook of the examples, with names, quoted terms and notes."""
    found = load(EXAMPLES, Issues())
    assert found
    return found


def test_words_that_are_passed_over_hold_no_heading(
    written: Yearbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> list[EditionIndex]:
        book = Book(written.names)
        return [edition_index(one, book) for one in made(written).volumes]

    quickly = found()
    monkeypatch.setattr(collect._Collector, "telling", lambda self, said: True)
    assert found() == quickly


def test_headings_to_suggest_are_those_of_the_pages_that_are_no_titles_alone(
    written: Yearbook,
) -> None:
    site, book = made(written), Book(written.names)
    editions = [indexes.index_of(site, one, book) for one in site.volumes]
    wanted = {
        page: [
            line._replace(places=(), also=())
            for line in lines
            if line.places and line.kinds != ("title",)
        ]
        for page, lines in merge.pages(editions, book).items()
    }
    found = merge.named(editions, book)
    assert {page: lines for page, lines in found.items() if lines} == {
        page: lines for page, lines in wanted.items() if lines
    }


def test_the_depth_is_headings_by_entries() -> None:
    book = yearbook(volume(2017, section("依《章程》。", "依《章程》。")))
    found = made(book)
    indexes.index_of(found, found.volumes[0], Book(()))
    (depth,) = indexes.depths(found.parts)
    assert (depth.headings, depth.entries, depth.ratio) == (4, 2, 2.0)


# the stroke finder and the letters


def test_each_reading_of_a_character_has_its_own_link_among_the_strokes() -> None:
    """重 chóng (重庆、重阳) and 重 zhòng (重点、重要) are two runs of headings."""
    one = section("文。")
    words = ("重点", "重要", "重庆", "重阳", "安全")
    one = replace(one, entries=(replace(one.entries[0], keywords=words),))
    page = LexborHTMLParser(pages(yearbook(volume(2017, one)))["2017/subjects.html"])
    heads = {f"#{row.id}": row.css_first("strong").text() for row in page.css(".letter li")}
    found = {
        link.text(): heads[link.attributes["href"] or ""]
        for link in page.css(".strokes a:not(.o)")
        if link.text()[0] in "重安"
    }
    assert found == {"重 chóng": "重庆", "重 zhòng": "重点", "安": "安全"}


def test_letters_and_strokes_know_the_kinds_of_their_headings() -> None:
    one = section("文。", title="安全")
    one = replace(one, entries=(replace(one.entries[0], title="案例", keywords=("安定",)),))
    page = LexborHTMLParser(pages(yearbook(volume(2017, one)))["2017/subjects.html"])
    assert [node.attributes["class"] for node in page.css(".abc li")] == ["k1 k2"]
    assert [node.attributes["class"] for node in page.css("section.letter")] == ["letter k1 k2"]
    ways = [
        (link.text(), link.attributes["class"], link.attributes["href"])
        for link in page.css(".strokes a")
    ]
    ids = {row.css_first("strong").text(): row.attributes["id"] for row in page.css(".letter li")}
    assert ways == [
        ("安", "k1", f"#{ids['安定']}"),
        ("安", "o k2", f"#{ids['安全']}"),
        ("案", "k2", f"#{ids['案例']}"),
    ]


def test_records_of_marks_alone_are_in_no_index() -> None:
    bodies = (Body(id="marks", name="“”", at=AT), Body(id="office", name="办公室", at=AT))
    references = (Reference(id="quotes", title="《》", at=AT),)
    book = yearbook(volume(2017, section("事。", bodies=bodies, references=references)))
    assert "办公室" in lines(book, "names")
    assert "“”" not in lines(book, "names")
