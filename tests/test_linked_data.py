"""The linked data of each kind of page: it parses, says what the page is, and names its address."""

from __future__ import annotations

import json
import posixpath
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from samples import DATA, IMPRINT, LENDING, YEARBOOK, pages, with_section
from selectolax.lexbor import LexborHTMLParser

from yearbook.model import Contributor, Yearbook

BASE = "https://example.org/linjiang"
KINDS = {
    "index.html": "WebSite",
    "about.html": "AboutPage",
    "search.html": "WebPage",
    "2017/index.html": "Book",
    "2017/lending.html": "Chapter",
    "2017/data.html": "Chapter",
    "2017/figures.html": "Dataset",
    "2017/honours.html": "CollectionPage",
    "2017/english.html": "CollectionPage",
}


def published(**more: str) -> Yearbook:
    imprint = replace(IMPRINT, base_url=BASE, **more)
    editions = tuple(replace(one, imprint=imprint) for one in YEARBOOK.editions)
    return replace(YEARBOOK, imprint=imprint, editions=editions)


made = lru_cache(maxsize=4)(pages)


def data(path: str, yearbook: Yearbook = YEARBOOK) -> dict[str, Any]:
    """The one block of linked data of a page."""
    (block,) = LexborHTMLParser(made(yearbook)[path]).css('script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(block.text())
    return found


@pytest.mark.parametrize("path", KINDS)
def test_a_page_says_what_it_is_and_names_itself(path: str) -> None:
    found = data(path)
    assert found["@type"] == KINDS[path]
    assert found["@id"] == posixpath.basename(path)
    assert "url" not in found


@pytest.mark.parametrize("path", KINDS)
def test_with_a_base_url_it_names_its_published_address(path: str) -> None:
    found = data(path, published())
    assert found["@id"] == found["url"] == f"{BASE}/{path}"


def test_every_page_has_one_that_parses() -> None:
    for path in made(YEARBOOK):
        if path.endswith(".html") and path != "404.html":
            assert data(path)["name"], path


def test_the_home_page_names_its_volumes() -> None:
    assert [(one["@type"], one["@id"]) for one in data("index.html")["hasPart"]] == [
        ("Book", "2017/index.html"),
        ("Book", "2015/index.html"),
    ]


def test_a_volume_names_its_period_and_its_data() -> None:
    found = data("2017/index.html")
    assert found["temporalCoverage"] == "2017-01-01/2017-12-31"
    assert found["encoding"]["contentUrl"] == "../data/2017/edition.json"


def test_a_section_names_its_volume_and_its_entries() -> None:
    found = data("2017/lending.html")
    assert found["isPartOf"] == {
        "@type": "Book",
        "@id": "index.html",
        "name": "临江市图书馆年鉴2017卷",
    }
    assert found["hasPart"] == [
        {"@type": "Article", "@id": "#loans", "name": "扩大借阅范围"},
        {"@type": "Article", "@id": "#night", "name": "夜间开放"},
    ]


def test_a_section_of_people_and_bodies_lists_them() -> None:
    assert data("2017/data.html")["mainEntity"]["itemListElement"] == [
        {"@type": "Person", "@id": "#wang", "name": "王平", "jobTitle": "馆长"},
        {"@type": "Organization", "@id": "#office", "name": "办公室"},
    ]


def test_the_figures_name_what_is_measured_and_their_files() -> None:
    found = data("2017/figures.html")
    assert found["variableMeasured"][:2] == ["外借图书", "办理借书证"]
    assert [one["contentUrl"] for one in found["distribution"]] == ["figures.csv", "figures.json"]
    files = data("2017/figures.html", published())["distribution"]
    assert files[0]["contentUrl"] == f"{BASE}/2017/figures.csv"


def test_every_anchor_it_names_is_in_the_page() -> None:
    for section in (LENDING, DATA):
        page = pages(with_section(section))[f"2017/{section.stem}.html"]
        found = data(f"2017/{section.stem}.html", with_section(section))
        listed = found.get("mainEntity", {}).get("itemListElement", [])
        for one in (*found.get("hasPart", []), *listed):
            assert f'id="{one["@id"][1:]}"' in page


def test_no_title_ends_the_block() -> None:
    section = replace(LENDING, title="</script><script>alert(1)</script>")
    found = data("2017/lending.html", with_section(section))
    assert found["name"] == section.title


def organization(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def test_the_authors_are_those_of_the_citation() -> None:
    signed = (Contributor(name="张明", body="流通部"), Contributor(name="李华"))
    yearbook = with_section(replace(LENDING, contributors=signed))
    person = {"@type": "Person", "name": "李华"}
    assert data("2017/lending.html", yearbook)["author"] == [organization("流通部"), person]
    page = LexborHTMLParser(pages(yearbook)["2017/lending.html"])
    names = [one.attributes["content"] for one in page.css('meta[name="DC.creator"]')]
    assert names == ["流通部", "李华"]
    assert data("2017/index.html", yearbook)["author"] == organization("临江市图书馆")


def test_a_published_volume_is_its_editors_and_has_its_day_of_publication() -> None:
    imprint = {"place": "临江", "publisher": "临江出版社", "published": "2019-01"}
    found = data("2017/index.html", published(**imprint))
    assert found["author"] == organization("临江市图书馆编辑部")
    assert found["publisher"] == organization("临江出版社")
    assert (found["datePublished"], found["dateModified"]) == ("2019-01", "2018-05-04")
    assert data("2017/lending.html", published(**imprint))["datePublished"] == "2019-01"
    assert "datePublished" not in data("2017/index.html", published())


@pytest.mark.parametrize(
    ("licence", "found"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("依 CC BY-NC-SA 3.0 许可", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("仅供内部使用", {"@type": "CreativeWork", "name": "仅供内部使用"}),
        ("", None),
    ],
)
def test_a_licence_is_an_address_or_a_work(licence: str, found: object) -> None:
    assert data("2017/index.html", published(licence=licence)).get("license") == found


def test_parts_have_published_addresses_where_there_are_some() -> None:
    base = f"{BASE}/2017/"
    assert (
        data("2017/lending.html", published())["hasPart"][0]["@id"] == f"{base}lending.html#loans"
    )
    people = data("2017/data.html", published())["mainEntity"]["itemListElement"]
    assert [one["@id"] for one in people] == [f"{base}data.html#wang", f"{base}data.html#office"]
