"""The indexes in a browser: filter, letters, strokes, print."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from sitepages import html_files, name, parsed

from yearbook.build import Job, build
from yearbook.indexes.strokes import strokes

Visit = Callable[..., Any]

ROOT = Path(__file__).parent.parent.parent
PAGES = ("subjects", "names", "documents", "honours", "places")
SEEN = """css => Array.from(document.querySelectorAll(css)).filter(one => one.checkVisibility())
  .map(one => one.textContent)"""
LEADING = """Array.from(document.querySelectorAll('.letter li')).filter(one => one.checkVisibility()
  && Array.from(one.querySelectorAll('span')).some(span => !span.querySelector('i'))).length"""
BARE = """css => Array.from(document.querySelectorAll(css)).filter(one => one.checkVisibility())
  .map(one => one.textContent.replace(/[“”《》〈〉]/g, ''))"""
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


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site when an index of ten headings counts as a long one, with 1,500 more terms."""
    folder = tmp_path_factory.mktemp("long")
    shutil.copytree(ROOT / "content", folder / "content")
    chance = random.Random(3)
    chars = "安白车大峨发高海金开李马南欧平青人山天王西盐中"
    words = sorted({"".join(chance.choices(chars, k=5)) for _ in range(1500)})
    data = folder / "content" / "2017" / "about.yaml"
    text = data.read_text("utf-8").replace("keywords: [", f"keywords: [{', '.join(words)}, ")
    data.write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("yearbook.render.indexes.LONG", 10)
        build(Job(folder / "content", ROOT / "templates", folder / "site"))
    return folder / "site"


GAP = """id => document.getElementById(id).getBoundingClientRect().top
  - document.querySelector('.abc').getBoundingClientRect().bottom"""
REST = """id => new Promise(done => {
  let last = null, still = 0;
  const look = () => {
    const now = document.getElementById(id).getBoundingClientRect().top;
    still = now === last ? still + 1 : 0;
    last = now;
    if (still < 8) requestAnimationFrame(look); else done();
  };
  look();
})"""


def jump(page: Any, link: Any) -> float:
    """How far below the sticky bar the target of a link stands when the page has come to rest."""
    target = link.get_attribute("href")[1:]
    link.click()
    page.wait_for_function("id => location.hash === '#' + id", arg=target)
    page.evaluate(REST, target)
    return float(page.evaluate(GAP, target))


@pytest.mark.parametrize(("width", "motion"), [(390, "no-preference"), (1440, "reduce")])
@pytest.mark.parametrize("length", ["long", "dongying"])
def test_every_letter_leads_to_just_below_the_bar(
    request: pytest.FixtureRequest, visit: Visit, length: str, width: int, motion: str
) -> None:
    path = request.getfixturevalue(length) / "2017" / "subjects.html"
    page = visit(path, width=width, reduced_motion=motion)
    assert bool(page.locator(".long").count()) is (length == "long")
    gaps = [jump(page, link) for link in page.locator(".abc a").all()]
    room = page.evaluate("innerHeight - document.querySelector('.abc').offsetHeight")
    ends = page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    assert len(gaps) > 10
    assert [gap for gap in gaps[:-3] if not 0 <= gap <= 120] == []
    assert all(0 <= gap <= (room if ends else 120) for gap in gaps[-3:])


@pytest.mark.parametrize("width", [390, 1440])
def test_every_stroke_link_leads_to_just_below_the_bar(
    long: Path, visit: Visit, width: int
) -> None:
    page = visit(long / "2017" / "subjects.html", width=width)
    page.locator(".strokes summary").click()
    links = [link for link in page.locator(".strokes a").all() if link.is_visible()]
    gaps = []
    for link in links[::12]:
        page.evaluate("scrollTo(0, 0)")
        gaps.append(jump(page, link))
    assert [gap for gap in gaps if not 0 <= gap <= 400] == []
    assert len([gap for gap in gaps if gap <= 120]) >= len(gaps) - 1


@pytest.mark.parametrize("width", [320, 390, 500, 640, 700, 760, 820, 900, 1000, 1200])
def test_every_letter_is_seen_in_the_bar(dongying: Path, visit: Visit, width: int) -> None:
    page = visit(dongying / "2017" / "subjects.html", width=width)
    cut = page.evaluate(
        """Array.from(document.querySelectorAll('.abc a')).filter(one => {
          const a = one.getBoundingClientRect();
          const bar = document.querySelector('.abc').getBoundingClientRect();
          return a.left < bar.left - 8 || a.right > bar.right + 1 || a.bottom > bar.bottom;
        }).map(one => one.textContent)"""
    )
    assert cut == []
    room = page.evaluate("parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)")
    bar = page.evaluate("document.querySelector('.abc').offsetHeight")
    assert page.evaluate("getComputedStyle(document.querySelector('.abc')).position") == "sticky"
    assert bar <= room <= bar + 60


@pytest.mark.parametrize("width", [390, 1440])
def test_what_has_the_focus_is_never_under_the_bar(
    dongying: Path, visit: Visit, width: int
) -> None:
    page = visit(dongying / "2017" / "subjects.html", width=width)
    page.locator(".letters a").nth(60).focus()
    page.wait_for_timeout(500)
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        page.wait_for_timeout(30)
    page.wait_for_timeout(500)
    hidden = page.evaluate(
        """() => document.activeElement.getBoundingClientRect().top
          < document.querySelector('.abc').getBoundingClientRect().bottom"""
    )
    assert not hidden


@pytest.mark.parametrize("path", ["2017/subjects.html", "2017/names.html", "2017/honours.html"])
def test_a_filter_hides_letters_and_strokes_that_lead_nowhere(
    dongying: Path, visit: Visit, path: str
) -> None:
    page = visit(dongying / path)
    page.locator(".strokes summary").click()
    whole = page.evaluate(SEEN, ".strokes a")
    for label in page.locator(".kinds label").all()[1:]:
        label.locator("input").check()
        assert page.evaluate(SEEN, ".abc a") == page.evaluate(SEEN, ".letter h2")
        firsts = {text[0] for text in page.evaluate(BARE, ".letter strong")}
        links = page.evaluate(SEEN, ".strokes a")
        assert {text[0] for text in links} == {one for one in firsts if strokes(one)}
        assert len(links) == len(set(links))
        dead = page.evaluate(
            """Array.from(document.querySelectorAll('.strokes a, .abc a')).filter(one =>
              one.checkVisibility() && !document.querySelector(one.hash).checkVisibility())
              .map(one => one.hash)"""
        )
        assert dead == []
        assert all(page.evaluate(SEEN, ".strokes dd"))
    page.get_by_label("全部").check()
    assert page.evaluate(SEEN, ".strokes a") == whole


@pytest.mark.parametrize("path", ["2017/names.html", "2017/honours.html"])
def test_everything_is_printed_whatever_filter_is_on(
    dongying: Path, visit: Visit, path: str
) -> None:
    page = visit(dongying / path)
    everything = page.evaluate(SEEN, ".letter strong")
    page.locator("#k_2").check()
    assert page.evaluate(SEEN, ".letter strong") != everything
    page.emulate_media(media="print")
    assert page.evaluate(SEEN, ".letter strong") == everything


def test_levels_are_printed_in_two_columns_and_locators_in_ink(
    dongying: Path, visit: Visit
) -> None:
    page = visit(dongying / "2017" / "honours.html")
    page.emulate_media(media="print")
    style = "([css, key]) => getComputedStyle(document.querySelector(css))[key]"
    assert page.evaluate(style, [".level ul", "columnCount"]) == "2"
    assert page.evaluate(style, [".level ul", "columnWidth"]) == "auto"
    size = float(page.evaluate(style, [".letter span", "fontSize"]).removesuffix("px"))
    assert size >= 8.5 * 96 / 72 - 0.01
    ink = page.evaluate(style, [".letter strong", "color"])
    assert page.evaluate(style, [".letter span", "color"]) == ink
    assert page.evaluate(style, [".letter span a", "color"]) == ink


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
