"""The linked data of each kind of page: it parses, says what the page is, and names its address."""

from __future__ import annotations

import json
import posixpath
from dataclasses import replace
from typing import Any

import pytest
from samples import DATA, IMPRINT, LENDING, YEARBOOK, pages, with_section
from selectolax.lexbor import LexborHTMLParser

from yearbook.model import Yearbook

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


def published() -> Yearbook:
    imprint = replace(IMPRINT, base_url=BASE)
    editions = tuple(replace(one, imprint=imprint) for one in YEARBOOK.editions)
    return replace(YEARBOOK, imprint=imprint, editions=editions)


def data(path: str, yearbook: Yearbook = YEARBOOK) -> dict[str, Any]:
    """The one block of linked data of a page."""
    (block,) = LexborHTMLParser(pages(yearbook)[path]).css('script[type="application/ld+json"]')
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
    made = pages()
    for path in made:
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
