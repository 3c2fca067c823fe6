"""The Atom feed: volumes and corrections, with a base URL, after RFC 4287."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as etree

import pytest
from samples import AT, IMPRINT, LENDING, VOLUME_2015, VOLUME_2017, YEARBOOK, entry, pages
from selectolax.lexbor import LexborHTMLParser

from yearbook.model import Category, Edition, Note, Yearbook

ATOM = {"a": "http://www.w3.org/2005/Atom"}
HTML = {"h": "http://www.w3.org/1999/xhtml"}
BASE = "https://example.org/linjiang/"
PUBLISHED = replace(IMPRINT, base_url=BASE)
CORRECTED = "会期{~~三天~>五天~~}{>>据会议通知<<}，到会{~~~>者~~}{>>补字<<}甚多，又{~~三天~>五天~~}{>>据会议通知<<}。"


def corrected(source: str = CORRECTED) -> Edition:
    """The volume of 2017 with one entry that was corrected."""
    section = replace(LENDING, entries=(entry("talks", "座谈会", source),), figures=(), notes=())
    contents = (Category(sections=(section,)),)
    return replace(VOLUME_2017, contents=contents, charts=(), highlights=(), imprint=PUBLISHED)


def yearbook(*editions: Edition) -> Yearbook:
    found = editions or (replace(VOLUME_2015, status="released"), VOLUME_2017)
    return replace(
        YEARBOOK,
        imprint=PUBLISHED,
        editions=tuple(replace(one, imprint=PUBLISHED) for one in found),
    )


def feed(*editions: Edition) -> etree.Element:
    return etree.fromstring(pages(yearbook(*editions))["feed.xml"])


def texts(found: etree.Element, path: str) -> list[str]:
    return [one.text or "" for one in found.iterfind(path, ATOM)]


@pytest.mark.parametrize("editions", [(), (corrected(),), (VOLUME_2015,)])
def test_what_the_standard_requires_is_there(editions: tuple[Edition, ...]) -> None:
    made = feed(*editions)
    assert len(texts(made, "a:id")) == len(texts(made, "a:title")) == 1
    assert texts(made, "a:author/a:name") == ["临江市图书馆"]
    links = {one.get("rel"): one.get("href") for one in made.iterfind("a:link", ATOM)}
    assert links == {"self": f"{BASE}feed.xml", "alternate": f"{BASE}index.html"}
    for one in [made, *made.iterfind("a:entry", ATOM)]:
        assert len(texts(one, "a:id")) == len(texts(one, "a:title")) == 1
        (updated,) = texts(one, "a:updated")
        assert len(updated) == len("2018-05-04T00:00:00Z")
    ids = texts(made, ".//a:id")
    assert len(ids) == len(set(ids))
    assert all(one.startswith(BASE) for one in ids)


def test_the_newest_volume_comes_first_and_the_feed_has_its_day() -> None:
    made = feed()
    assert texts(made, "a:entry/a:id") == [f"{BASE}2017/index.html", f"{BASE}2015/index.html"]
    assert texts(made, "a:updated") == ["2018-05-04T00:00:00Z"]


def test_a_volume_that_is_not_revised_has_the_day_its_period_ends() -> None:
    assert texts(feed(), "a:entry/a:updated")[1] == "2015-12-31T00:00:00Z"


def test_a_draft_is_not_told_of() -> None:
    assert texts(feed(VOLUME_2015, VOLUME_2017), "a:entry/a:title") == ["临江市图书馆年鉴2017卷"]


def corrections(made: etree.Element) -> list[tuple[str, str]]:
    """Where a volume was corrected, and what is said of it."""
    return [
        (str(link.get("href")), "".join(row.itertext()))
        for row in made.iterfind(".//h:li", HTML)
        for link in row.iterfind("h:a", HTML)
    ]


def test_the_corrections_of_a_volume_are_one_entry_that_names_both_readings() -> None:
    made = feed(corrected())
    assert texts(made, "a:entry/a:title") == [
        "临江市图书馆年鉴2017卷",
        "勘误：临江市图书馆年鉴2017卷",
    ]
    talks = f"{BASE}2017/lending.html#talks"
    assert corrections(made) == [
        (talks, "座谈会：“三天”改作“五天”：据会议通知"),
        (talks, "座谈会：补“者”：补字"),
        (talks, "座谈会：“三天”改作“五天”：据会议通知"),
    ]


def test_a_note_that_was_corrected_is_told_of_too() -> None:
    note = Note(id="scope", source="不含{~~续借~>预约~~}{>>据馆志<<}。", at=AT)
    edition = corrected("全文[^scope]。")
    (section,) = edition.contents[0].sections
    contents = (Category(sections=(replace(section, notes=(note,)),)),)
    assert corrections(feed(replace(edition, contents=contents))) == [
        (f"{BASE}2017/lending.html#n_scope", "图书借阅·校注：“续借”改作“预约”：据馆志")
    ]


def test_the_entry_of_corrections_keeps_its_id_and_has_the_day_of_the_revision() -> None:
    more = corrected("{~~二~>三~~}{>>改<<}" + CORRECTED)
    before, after = feed(corrected()), feed(replace(more, revised=date(2019, 1, 1)))
    assert texts(before, "a:entry/a:id") == texts(after, "a:entry/a:id")
    assert texts(before, "a:entry/a:updated")[1] == "2018-05-04T00:00:00Z"
    assert texts(after, "a:entry/a:updated")[1] == "2019-01-01T00:00:00Z"


def test_a_volume_without_corrections_has_no_entry_of_them() -> None:
    assert len(texts(feed(VOLUME_2017), "a:entry")) == 1


def test_words_are_escaped() -> None:
    made = feed(replace(corrected("甲{~~<b>&~>乙~~}{>>改<<}。")))
    assert corrections(made)[0][1] == "座谈会：“<b>&”改作“乙”：改"


def test_pages_name_the_feed() -> None:
    made = pages(yearbook())
    for path, href in {"index.html": "feed.xml", "2017/lending.html": "../feed.xml"}.items():
        (link,) = LexborHTMLParser(made[path]).css('link[type="application/atom+xml"]')
        assert link.attributes["href"] == href


def test_without_a_base_url_there_is_no_feed() -> None:
    made = pages()
    assert "feed.xml" not in made
    assert not [path for path, page in made.items() if "atom+xml" in page]
