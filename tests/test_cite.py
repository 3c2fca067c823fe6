"""Citations after GB/T 7714: an element that is missing is left out, a local address never said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import IMPRINT, LENDING, VOLUME_2017

from yearbook.model import Contributor, Edition
from yearbook.render import cite

URL = "https://example.org/2017/lending.html"


def volume(citation: str, **imprint: str) -> Edition:
    return replace(VOLUME_2017, imprint=replace(IMPRINT, citation=citation, **imprint))


def cited(edition: Edition, url: str = "") -> str:
    """A section as a reader copies it on a day."""
    made = cite.part(edition, LENDING, None, url)
    return f"{made.before}{made.joint}[2026-12-01]{made.after}"


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ("2025", "临江市图书馆.图书借阅[EB/OL].（2018-05-04）[2026-12-01]." + URL),
        ("2015", "临江市图书馆. 图书借阅[EB/OL]. (2018-05-04)[2026-12-01]. " + URL),
    ],
)
def test_a_page(citation: str, said: str) -> None:
    assert cited(volume(citation), URL) == said


def test_a_page_without_an_address_names_its_volume() -> None:
    assert cited(volume("2025")) == (
        "临江市图书馆.图书借阅[EB/OL]//临江市图书馆编辑部.临江市图书馆年鉴：2017"
        ".（2018-05-04）[2026-12-01]."
    )


def test_a_part_of_a_published_volume() -> None:
    edition = volume("2025", place="临江", publisher="临江出版社")
    assert cited(edition, URL) == (
        "临江市图书馆.图书借阅[M/OL]//临江市图书馆编辑部.临江市图书馆年鉴：2017"
        ".临江：临江出版社，2018[2026-12-01]." + URL
    )


def test_each_contributor_answers_by_body_or_by_name() -> None:
    signed = (
        Contributor(name="张明", body="流通部"),
        Contributor(name="赵青", body="流通部"),
        Contributor(name="李华"),
    )
    made = cite.part(volume("2025"), replace(LENDING, contributors=signed), None)
    assert made.before.startswith("流通部，李华.图书借阅[EB/OL]")
