"""The pages of a hand-made yearbook say what its model says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import AT, LENDING, VOLUME_2017, YEARBOOK, entry, pages, with_section
from selectolax.lexbor import LexborHTMLParser

from yearbook.model import Contributor, Note, Section


def test_a_number_in_prose_links_to_its_row_and_keeps_its_words() -> None:
    page = LexborHTMLParser(pages()["2017/lending.html"])
    number = page.css_first("#f_loans")
    assert number.attributes["href"] == "figures.html#f_loans"
    assert number.text() == "30000余册"


def signatures(section: Section) -> list[str]:
    page = LexborHTMLParser(pages(with_section(section))["2017/lending.html"])
    return [node.text() for node in page.css(".by")]


def test_a_section_is_signed_unless_each_of_its_entries_is() -> None:
    signed = replace(LENDING, contributors=(Contributor(name="周宁"),))
    assert signatures(signed) == ["（张明、李华）", "（周宁）"]
    entries = tuple(replace(one, contributors=signed.contributors) for one in signed.entries)
    assert signatures(replace(signed, entries=entries)) == ["（周宁）"] * 3


def test_a_section_of_a_thousand_entries_and_notes_is_numbered() -> None:
    entries = tuple(entry(f"n{nth}", f"条{nth}", f"文[^n{nth}]。") for nth in range(1, 1006))
    notes = tuple(Note(id=one.id, source="注。", at=AT) for one in entries)
    section = replace(LENDING, entries=entries, notes=notes, figures=())
    page = pages(with_section(section))["2017/lending.html"]
    assert "其一千〇五" in page
    assert "〔一千〇五〕" in page


@pytest.mark.parametrize(
    ("volume", "label", "kicker"),
    [
        ("2017", "2017卷", "二〇一七年卷"),
        ("第3卷", "第3卷", "第三卷"),
        ("第3辑", "第3辑", "第三辑"),
        ("创刊", "创刊卷", "创刊卷"),
    ],
)
def test_a_volume_that_calls_itself_one_is_not_called_so_twice(
    volume: str, label: str, kicker: str
) -> None:
    made = pages(replace(YEARBOOK, editions=(replace(VOLUME_2017, volume=volume),)))
    assert not [path for path, page in made.items() if "卷卷" in page or "辑卷" in page]
    assert f"引用整卷（{label}）：" in made["about.html"]
    assert f"{label}目次" in made["2017/lending.html"]
    assert f">{kicker}<" in made["2017/index.html"]
