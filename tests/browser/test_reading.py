"""What a reader does: settings, keys, the list of contents, narrow screens, figures, copying."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsers import kinds
from sitepages import WIDTHS, attributes, html_files, name

from yearbook.build import Job, build

Visit = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent

STORED = "key => localStorage.getItem('annals-' + key)"
CURRENT = "Array.from(document.querySelectorAll('.toc [aria-current=location]'), a => a.hash)"
TO_THE_TOP = """hash => document.getElementById(decodeURIComponent(hash.slice(1)))
  .scrollIntoView({behavior: 'instant'})"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTSIDE = """() => { const wide = document.documentElement.clientWidth;
  const scrolls = one => one && (/auto|scroll/.test(getComputedStyle(one).overflowX)
    || scrolls(one.parentElement));
  const inner = one => one.closest('.vh, .skip, svg, [aria-hidden=true]') || scrolls(one);
  return Array.from(document.querySelectorAll('body *'))
    .filter(one => one.checkVisibility() && !inner(one))
    .filter(one => { const box = one.getBoundingClientRect();
      return box.width && (box.right > wide + 1 || box.left < -1) })
    .slice(0, 3).map(one => one.outerHTML.slice(0, 90)) }"""
LARGEST = "localStorage.setItem('annals-size', 'xl')"
STYLE = "([css, key]) => getComputedStyle(document.querySelector(css))[key]"
STILL = """Array.from(document.querySelectorAll('*')).filter(one => {
  const said = getComputedStyle(one);
  return said.scrollBehavior !== 'auto' || said.animationName !== 'none'
    || said.transitionDuration.split(', ').some(time => parseFloat(time)) })
  .map(one => one.tagName)"""
LOOK = """one => { const said = getComputedStyle(one);
  return ['borderTopWidth', 'borderTopStyle', 'outlineWidth', 'outlineStyle', 'fontWeight',
    'textDecorationLine'].map(key => said[key]).join() }"""


@pytest.fixture
def section(dongying: Path) -> Path:
    """The section page with the most entries."""
    return kinds(dongying)["section"]


def style(page: Any, css: str, key: str) -> str:
    said: str = page.evaluate(STYLE, [css, key])
    return said


def choose(page: Any, key: str, value: str) -> None:
    """Press a button of the reading settings, as a reader does."""
    settings = page.locator("details.prefs")
    if settings.get_attribute("open") is None:
        settings.locator("summary").click()
    button = settings.locator(f'button[data-k="{key}"][data-v="{value}"]')
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert settings.locator(f'button[data-k="{key}"][aria-pressed="true"]').count() == 1


# Reading settings


@pytest.mark.parametrize(
    ("key", "value", "css", "shown"),
    [
        ("size", "xl", "html", "fontSize"),
        ("size", "l", "html", "fontSize"),
        ("theme", "dark", "html", "backgroundColor"),
        ("face", "hei", ".prose", "fontFamily"),
    ],
)
def test_a_setting_applies_stays_on_other_pages_and_goes(
    section: Path, dongying: Path, visit: Visit, key: str, value: str, css: str, shown: str
) -> None:
    page = visit(section)
    before = style(page, css, shown)
    choose(page, key, value)
    chosen = style(page, css, shown)
    assert chosen != before
    assert page.evaluate(STORED, key) == value
    page.goto(kinds(dongying)["home"].as_uri())
    assert page.locator("html").get_attribute(f"data-{key}") == value
    page.goto(section.as_uri())
    assert style(page, css, shown) == chosen
    choose(page, key, "")
    assert style(page, css, shown) == before
    assert page.evaluate(STORED, key) is None


def test_a_light_page_is_kept_on_a_dark_system(section: Path, visit: Visit) -> None:
    light = style(visit(section), "html", "backgroundColor")
    page = visit(section, color_scheme="dark")
    dark = style(page, "html", "backgroundColor")
    choose(page, "theme", "light")
    assert style(page, "html", "backgroundColor") == light != dark
    page.reload()
    assert style(page, "html", "backgroundColor") == light


def test_escape_and_a_click_beside_close_the_settings(section: Path, visit: Visit) -> None:
    page = visit(section)
    summary = page.locator("details.prefs summary")
    summary.click()
    page.keyboard.press("Escape")
    assert page.locator("details.prefs[open]").count() == 0
    assert summary.evaluate("one => one === document.activeElement")
    summary.click()
    page.locator("h1").click()
    assert page.locator("details.prefs[open]").count() == 0


PANEL = """() => { const box = document.querySelector('.prefs > div').getBoundingClientRect();
  return box.left >= 0 && box.right <= document.documentElement.clientWidth }"""


@pytest.mark.parametrize("size", ["", "l", "xl"])
@pytest.mark.parametrize("width", [320, 390, 600, 820, 1440])
def test_the_settings_open_within_the_screen(
    section: Path, visit: Visit, width: int, size: str
) -> None:
    page = visit(section, width=width)
    page.evaluate("size => localStorage.setItem('annals-size', size)", size)
    page.reload()
    page.locator("details.prefs summary").click()
    assert page.evaluate(PANEL)


def test_the_settings_close_when_the_focus_leaves_them(section: Path, visit: Visit) -> None:
    page = visit(section)
    page.locator("details.prefs summary").click()
    page.locator("details.prefs button").last.focus()
    page.keyboard.press("Tab")
    assert page.locator("details.prefs[open]").count() == 0


# Keys


def test_keys_can_be_switched_off(section: Path, visit: Visit) -> None:
    page = visit(section)
    choose(page, "keys", "off")
    page.locator("h1").click()
    page.keyboard.press("]")
    page.keyboard.press("/")
    assert page.url == section.as_uri()
    assert page.evaluate("document.activeElement.tagName") != "INPUT"


def test_brackets_turn_the_page(section: Path, visit: Visit) -> None:
    page = visit(section)
    for key, there, back in (("]", "next", "["), ("[", "prev", "]")):
        target = page.evaluate(f"document.querySelector('a[rel={there}]').href")
        with page.expect_navigation():
            page.keyboard.press(key)
        assert page.url == target
        with page.expect_navigation():
            page.keyboard.press(back)
        assert page.url == section.as_uri()


def test_the_slash_goes_to_the_search_box(section: Path, visit: Visit) -> None:
    page = visit(section)
    page.keyboard.press("/")
    box = page.locator(".find input")
    assert box.evaluate("one => one === document.activeElement")
    page.keyboard.type("a]/[")
    assert box.input_value() == "a]/["
    assert page.url == section.as_uri()


def test_a_search_leads_to_its_page(section: Path, dongying: Path, visit: Visit) -> None:
    page = visit(section)
    page.fill(".find input", "工会")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.split("?")[0] == kinds(dongying)["search"].as_uri()
    page.wait_for_selector(".hits a")


def test_the_first_tab_stop_skips_to_the_text(section: Path, visit: Visit) -> None:
    page = visit(section)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["width"] > 40 and box["height"] > 20
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_every_tab_stop_shows_its_focus(section: Path, visit: Visit) -> None:
    page = visit(section)
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(s => s.outlineStyle + ' ' + parseFloat(s.outlineWidth))"
            "(getComputedStyle(document.activeElement))"
        )
        kind, width = outline.split()
        assert kind == "solid" and float(width) >= 2, page.evaluate(
            "document.activeElement.outerHTML"
        )


# The list of contents


def marked(page: Any, *places: str) -> None:
    """The list of contents comes to mark these places and no other, within ten seconds."""
    last = time.monotonic() + 10
    while page.evaluate(CURRENT) != list(places) and time.monotonic() < last:
        page.wait_for_timeout(50)
    assert page.evaluate(CURRENT) == list(places)


def test_the_current_place_is_marked_while_scrolling(section: Path, visit: Visit) -> None:
    page = visit(section)
    entries = page.locator('.toc a[href^="#"]').evaluate_all("all => all.map(a => a.hash)")
    assert len(entries) > 1
    page.evaluate("document.body.style.paddingBottom = '100vh'")  # so that each can reach the top
    for entry in (*entries, entries[0]):
        page.evaluate(TO_THE_TOP, entry)
        marked(page, entry)


def test_the_page_itself_is_marked_in_the_list(section: Path, visit: Visit) -> None:
    page = visit(section)
    itself = page.locator(".toc [aria-current=page]").evaluate_all("all => all.map(a => a.href)")
    assert itself == [section.as_uri()]


def test_a_button_opens_the_list_on_a_phone(section: Path, visit: Visit) -> None:
    page = visit(section, width=390)
    button, links = page.locator(".toc > button"), page.locator(".toc li a")
    assert button.get_attribute("aria-expanded") == "false"
    assert not links.first.is_visible()
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert links.first.is_visible()
    button.click()
    assert not links.first.is_visible()


def test_the_list_stands_open_on_a_wide_screen(section: Path, visit: Visit) -> None:
    page = visit(section)
    assert not page.locator(".toc > button").is_visible()
    assert page.locator(".toc li a").first.is_visible()
    toc, main = page.locator(".toc").bounding_box(), page.locator("main").bounding_box()
    assert toc["x"] + toc["width"] <= main["x"]


# Widths


def test_no_page_scrolls_sideways(dongying: Path, visit: Visit) -> None:
    assert sideways(visit("about:blank"), dongying) == {}


def test_no_page_scrolls_sideways_in_the_largest_type(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["home"])
    page.evaluate(LARGEST)
    assert sideways(page, dongying) == {}


def sideways(page: Any, site: Path) -> dict[tuple[str, int], Any]:
    """What stands outside the window, by page and width; each page is opened once."""
    found = {}
    for path in html_files(site):
        page.goto(path.as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate(SIDEWAYS) > 0 or page.evaluate(OUTSIDE):
                found[name(site, path), width] = page.evaluate(SIDEWAYS), page.evaluate(OUTSIDE)
    return found


def test_what_scrolls_sideways_is_noticed(visit: Visit, tmp_path: Path) -> None:
    page = tmp_path / "wide.html"
    page.write_text("<!doctype html><title>w</title><p style='width:600px'>w", encoding="utf-8")
    found = sideways(visit("about:blank"), tmp_path)
    assert list(found) == [("wide.html", width) for width in WIDTHS if width < 600]


def test_the_largest_type_leaves_one_column(section: Path, visit: Visit) -> None:
    page = visit(section)
    choose(page, "size", "xl")
    toc, main = page.locator(".toc").bounding_box(), page.locator("main").bounding_box()
    assert toc["y"] + toc["height"] <= main["y"] + 1
    assert page.locator(".toc > button").is_visible()
    for entry in page.locator(".entry:has(.margin)").all():
        prose = entry.locator(".prose").bounding_box()
        margin = entry.locator(".margin").bounding_box()
        assert prose["y"] + prose["height"] <= margin["y"] + 1


@pytest.mark.parametrize(("width", "least", "most"), [(390, 18, 22), (1440, 30, 40)])
def test_a_line_holds_a_comfortable_number_of_characters(
    section: Path, visit: Visit, width: int, least: int, most: int
) -> None:
    page = visit(section, width=width)
    wide = page.locator(".entry .prose").first.evaluate(
        "one => one.clientWidth / parseFloat(getComputedStyle(one).fontSize)"
    )
    assert least <= wide <= most


# Tools on the page


def test_a_citation_is_copied(section: Path, visit: Visit) -> None:
    page = visit(section)
    button = page.locator(".box [data-copy]").first
    done = button.get_attribute("data-done")
    button.click()
    page.wait_for_function("done => document.body.innerText.includes(done)", arg=done)
    cited = page.locator("#" + button.get_attribute("data-copy")).inner_text()
    page.focus(".find input")
    page.keyboard.press("Control+V")
    assert page.locator(".find input").input_value() == cited
    assert page.locator("h1").inner_text() in cited


def test_the_figures_can_be_filtered(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["figures"])
    rows = page.locator("table.data tr[id]")
    every, first = rows.count(), rows.first.locator("th").inner_text().split("\n")[0]
    field, told = page.locator(".filter input"), page.locator(".filter output")
    field.fill(first)
    shown = [row for row in rows.all() if row.is_visible()]
    assert 1 <= len(shown) < every
    assert all(first in row.inner_text() for row in shown)
    assert str(len(shown)) in told.inner_text()
    field.fill("没有这样的数据")
    assert [row for row in rows.all() if row.is_visible()] == []
    field.fill("")
    assert all(row.is_visible() for row in rows.all())
    assert str(every) in told.inner_text()


def test_a_number_leads_to_its_row_and_back(dongying: Path, section: Path, visit: Visit) -> None:
    page = visit(section)
    number = page.locator(".prose a.n").first
    anchor = number.get_attribute("id")
    number.click()
    page.wait_for_url("**/figures.html#*")
    row = page.locator(f'tr[id="{anchor}"]')
    assert row.evaluate("one => one.matches(':target')")
    row.locator("th a").click()
    page.wait_for_url("**/" + section.name + "#*")


# Preferences of the system


def test_nothing_moves_when_motion_is_unwanted(dongying: Path, visit: Visit) -> None:
    page = visit("about:blank", reduced_motion="reduce")
    for kind, path in kinds(dongying).items():
        page.goto(path.as_uri())
        assert page.evaluate(STILL) == [], kind


WIDE = """
|区县|工会数（个）|会员数（万人）|女会员数（万人）|农民工会员（万人）|新建工会（个）|
|---|--:|--:|--:|--:|:-:|
|东城|12|3|1|2|5|
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_a_wide_table_scrolls_by_itself(visit: Visit, tmp_path: Path, width: int) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "tiny" / "content", content)
    with (content / "2016" / "reading.md").open("a", encoding="utf-8") as file:
        file.write(WIDE)
    build(Job(content, ROOT / "templates", tmp_path / "site"))
    page = visit(tmp_path / "site" / "2016" / "reading.html", width=width)
    assert page.evaluate(SIDEWAYS) == 0
    aligned = page.locator("td").evaluate_all("all => all.map(c => getComputedStyle(c).textAlign)")
    assert aligned[1:] == ["right"] * 4 + ["center"]


def test_forced_colours_keep_what_is_chosen_visible(section: Path, visit: Visit) -> None:
    page = visit(section, forced_colors="active")
    page.locator("details.prefs summary").click()
    chosen = page.locator(".prefs [aria-pressed=true]").first.evaluate(LOOK)
    other = page.locator(".prefs [aria-pressed=false]").first.evaluate(LOOK)
    assert chosen != other
    year = page.locator(".years [aria-current]").first.evaluate(LOOK)
    assert year != page.locator(".nav a:not([aria-current])").first.evaluate(LOOK)


def test_forced_colours_underline_the_current_page_alone(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["figures"], forced_colors="active")
    ground = style(page, "html", "backgroundColor")
    assert style(page, ".nav a[aria-current]", "borderBottomColor") != ground
    assert style(page, ".nav a:not([aria-current])", "borderBottomColor") == ground


def test_forced_colours_keep_the_bars_visible(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["figures"], forced_colors="active")
    ground = style(page, "html", "backgroundColor")
    fills = page.locator("svg .bar").evaluate_all("all => all.map(b => getComputedStyle(b).fill)")
    assert ground not in fills
    inks = page.locator("svg text").evaluate_all("all => all.map(t => getComputedStyle(t).fill)")
    assert ground not in inks


def test_more_contrast_strengthens_the_quiet_words(section: Path, visit: Visit) -> None:
    ink = style(visit(section, contrast="more"), "footer", "color")
    assert ink == style(visit(section), "h1", "color")


# The place in the list of contents, and an entry alone


def test_the_last_entry_is_marked_where_the_page_ends(section: Path, visit: Visit) -> None:
    page = visit(section, reduced_motion="reduce")
    page.set_viewport_size({"width": 1440, "height": 1600})
    last = page.locator('.toc a[href^="#"]').last
    last.click()
    marked(page, last.get_attribute("href"))


def test_a_row_of_the_table_is_in_the_table(dongying: Path, visit: Visit) -> None:
    figures = kinds(dongying)["figures"]
    row = html_ids(figures, "f_")[-1]
    page = visit(f"{figures.as_uri()}#{row}", reduced_motion="reduce")
    marked(page, "#data_")


def test_above_the_first_place_nothing_is_marked(dongying: Path, visit: Visit) -> None:
    about = kinds(dongying)["about"]
    page = visit(about, reduced_motion="reduce")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    marked(page, page.locator('.toc a[href^="#"]').last.get_attribute("href"))
    page.evaluate("scrollTo(0, 0)")
    marked(page)


def html_ids(path: Path, start: str) -> list[str]:
    """The ids of a page that begin with `start`, in their order."""
    return [one for one in attributes(path, "[id]", "id") if one.startswith(start)]


def test_an_entry_is_printed_alone(section: Path, visit: Visit) -> None:
    page = visit(section)
    page.evaluate("window.print = () => { window.printed = true }")
    entry = page.locator(".entry").nth(1)
    entry.locator("summary").click()
    entry.locator("[data-print]").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    shown = page.locator(".entry:visible").evaluate_all("all => all.map(one => one.id)")
    assert shown == [entry.get_attribute("id")]
    assert page.locator("h1").is_visible()
    assert entry.locator("code").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".entry:visible").count() == page.locator(".entry").count()
