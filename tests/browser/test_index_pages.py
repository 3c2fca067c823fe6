"""The indexes in a browser: filter, letters, strokes, print."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from sitepages import html_files, name, parsed

Visit = Callable[..., Any]

PAGES = ("subjects", "names", "documents", "honours", "places")
SEEN = """css => Array.from(document.querySelectorAll(css)).filter(one => one.checkVisibility())
  .map(one => one.textContent)"""
LEADING = """Array.from(document.querySelectorAll('.letter li')).filter(one => one.checkVisibility()
  && Array.from(one.querySelectorAll('span')).some(span => !span.querySelector('i'))).length"""
TOP = "id => document.getElementById(id).getBoundingClientRect().top"
BIG_KB = 2.5


def test_a_kind_shows_its_headings_alone(dongying: Path, visit: Visit) -> None:
    page = visit(dongying / "2017" / "names.html")
    everything = page.evaluate(SEEN, ".letter strong")
    page.get_by_label("人物").check()
    people = page.evaluate(SEEN, ".letter strong")
    assert people == ["韩利学", "李利", "李利荣", "聂士金", "张旭丽"]
    assert page.evaluate(SEEN, ".letter h2") == ["H", "L", "N", "Z"]
    page.get_by_label("全部").check()
    assert page.evaluate(SEEN, ".letter strong") == everything


@pytest.mark.parametrize("path", ["2017/subjects.html", "honours.html", "2017/documents.html"])
def test_every_kind_counts_what_it_shows(dongying: Path, visit: Visit, path: str) -> None:
    page = visit(dongying / path)
    for label in page.locator(".kinds label").all()[1:]:
        label.locator("input").check()
        said = int(label.locator("small").inner_text())
        assert page.evaluate(LEADING) == said


def test_the_filter_works_by_keyboard_and_without_scripts(dongying: Path, visit: Visit) -> None:
    page = visit(dongying / "2017" / "names.html", java_script_enabled=False)
    page.locator("#k_0").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#k_1").is_checked()
    assert page.locator("strong", has_text="办公室").first.is_hidden()
    assert page.locator("strong", has_text="韩利学").is_visible()


def test_a_letter_leads_to_its_headings(dongying: Path, visit: Visit) -> None:
    page = visit(dongying / "2017" / "subjects.html")
    page.locator(".abc a", has_text="Z").click()
    page.wait_for_function("location.hash === '#l_z'")
    page.wait_for_timeout(600)
    bar = page.evaluate("document.querySelector('.abc').getBoundingClientRect().bottom")
    assert page.evaluate(TOP, "l_z") >= bar - 1
    assert page.evaluate("document.querySelector('.abc').getBoundingClientRect().top") == 0


def test_the_strokes_open_and_lead_to_a_heading(dongying: Path, visit: Visit) -> None:
    page = visit(dongying / "2017" / "places.html")
    page.locator(".strokes summary").click()
    rows = page.evaluate(SEEN, ".strokes dt")
    assert rows[:2] == ["三画", "五画"]
    page.locator(".strokes a", has_text="潍").click()
    assert page.url.endswith("#i_weifang")


@pytest.mark.parametrize("path", [f"2017/{page}.html" for page in PAGES])
def test_printed_as_back_matter(dongying: Path, visit: Visit, tmp_path: Path, path: str) -> None:
    page = visit(dongying / path)
    page.emulate_media(media="print")
    assert page.evaluate(SEEN, ".kinds, .abc, .local, .strokes") == []
    assert page.evaluate("getComputedStyle(document.querySelector('.letters')).columnCount") == "2"
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument((tmp_path / "page.pdf").read_bytes())
    words = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    flat = re.sub(r"\s", "", words)
    headings = [
        re.sub(r"\s", "", one.text()) for one in parsed(dongying / path).css(".letter strong")
    ]
    assert [one for one in headings if one not in flat] == []


def test_no_letter_stands_last_in_a_column(dongying: Path, visit: Visit) -> None:
    """A letter and its first heading stand in one column, also where columns break."""
    page = visit(dongying / "2017" / "subjects.html")
    page.emulate_media(media="print")
    apart = page.evaluate(
        """() => Array.from(document.querySelectorAll('.letter')).filter(one =>
          Math.abs(one.querySelector('h2').getBoundingClientRect().left
            - one.querySelector('li').getBoundingClientRect().left) > 40)
          .map(one => one.querySelector('h2').textContent)"""
    )
    assert apart == []


def test_the_style_of_indexes_is_loaded_by_them_alone_and_small(dongying: Path) -> None:
    with_it = {
        name(dongying, page)
        for page in html_files(dongying)
        if parsed(page).css('link[href$="indexes.css"]')
    }
    assert with_it == {f"{page}.html" for page in PAGES} | {f"2017/{page}.html" for page in PAGES}
    assert (dongying / "assets" / "indexes.css").stat().st_size <= BIG_KB * 1024
