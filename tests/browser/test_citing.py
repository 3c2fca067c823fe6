"""The menu of formats at a citation, opened from the disk in Chromium and in Firefox."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from browsers import kinds
from samples import AT, IMPRINT, VOLUME_2017, YEARBOOK, entry, figure, theme
from test_accessibility import violations

from yearbook.cite import bibtex, cited, csl, gbt, ris
from yearbook.cite.cited import Cited
from yearbook.issues import Issues
from yearbook.model import Category, Contributor, Edition, Section
from yearbook.output import Output
from yearbook.read import load
from yearbook.render import outputs

ROOT = Path(__file__).parents[2]
WRITERS = {"BibTeX": bibtex.write, "RIS": ris.write, "CSL-JSON": csl.write}
EVERY_FIGURE = """() => Array.from(document.querySelectorAll(".formats option"), option => {
  const select = option.closest("select"), found = [];
  select.value = option.value;
  select.dispatchEvent(new Event("change"));
  found.push(document.querySelector(".formats code").textContent);
  for (const button of document.querySelectorAll(".kinds button")) {
    button.click();
    found.push(document.querySelector(".formats pre").textContent);
  }
  return found;
})"""
EVERY_FORMAT = """() => Array.from(document.querySelectorAll("[data-cite]"), button => {
  const box = document.getElementById(button.getAttribute("aria-controls"));
  return [button.dataset.cite, ...Array.from(box.querySelectorAll(".kinds button"), one => {
    one.click();
    return box.querySelector("pre").textContent;
  })];
})"""
HARD = Section(
    stem="hard",
    title="{A} & B_100% Élan Ⅱ ｗＴＯ β",
    at=AT,
    contributors=(Contributor(name='甲"乙'), Contributor(name="丙", body="丁^~\\戊$&")),
    entries=(
        entry("lead", "x", "文"),
        entry("one", 'ER  - \\end "@book{x, $1 $& ISO9001 \u2028', "占5.6%。"),
        entry("two", "</script>", "文", contributors=(Contributor(name="一"),)),
        entry(
            "many", "合写", "文", contributors=tuple(Contributor(name=one) for one in "甲乙丙丁")
        ),
    ),
    figures=(figure("share", "one", '占"比"', "5.6", "%"),),
)

Visit = Callable[..., Any]


def today() -> str:
    return date.today().isoformat()


def shown(text: str) -> str:
    """A format as the menu shows it: without the CR of RIS."""
    return text.replace("\r", "")


def opened(page: Any, button: str) -> Any:
    """The menu of the first such button, opened."""
    page.locator(button).first.click()
    page.wait_for_selector(".formats pre")
    return page.locator(".formats").first


def hard_site(folder: Path, **imprint: str) -> tuple[Path, Edition]:
    """A site whose words mean something to each of the formats."""
    edition = replace(
        VOLUME_2017,
        imprint=replace(IMPRINT, **imprint),
        contents=(Category(sections=(HARD,)),),
        charts=(),
        highlights=(),
    )
    for one in outputs(replace(YEARBOOK, editions=(edition,)), theme()):
        if isinstance(one, Output):
            path = folder / one.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(one.make())
    return folder, edition


# What it says


@pytest.mark.parametrize(
    "imprint",
    [
        {},
        {"base_url": "https://example.org"},
        {"base_url": "https://example.org", "citation": "2015"},
        {"base_url": "https://example.org", "place": "临江", "publisher": "B&W {出版}"},
    ],
)
def test_the_menu_writes_what_the_program_writes(
    visit: Visit, tmp_path: Path, imprint: dict[str, str]
) -> None:
    site, edition = hard_site(tmp_path, **imprint)
    known = {one.key: one for one in cited.parts(edition)}
    page = visit(site / "2017" / "hard.html")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for button in page.locator("[data-cite]").all():
        button.click()
        page.wait_for_selector(".formats pre")
    page.wait_for_function("() => document.querySelectorAll('.formats pre').length === 4")
    found = page.evaluate(EVERY_FORMAT)
    assert len(found) == 4
    for key, *texts in found:
        assert texts == [shown(write(known[key], today())) for write in WRITERS.values()]


@pytest.mark.parametrize(
    ("folder", "content"), [("dongying", "content"), ("examples", "examples/content")]
)
def test_every_figure_can_be_cited(
    visit: Visit, request: pytest.FixtureRequest, folder: str, content: str
) -> None:
    site: Path = request.getfixturevalue(folder)
    path = kinds(site)["figures"]
    page = visit(path)
    opened(page, "[data-cite$='.figures']")
    yearbook = load(ROOT / content, Issues())
    assert yearbook
    edition = next(one for one in yearbook.editions if one.id == path.parent.name)
    numbers = [one for one in cited.parts(edition) if one.kind == "figure"]
    assert page.evaluate(EVERY_FIGURE) == [
        [shown(write(one, today())) for write in (gbt.write, *WRITERS.values())] for one in numbers
    ]


@pytest.mark.parametrize("stem", ["leaders", "duties", "references", "milestones"])
def test_every_record_of_a_page_can_be_cited(examples: Path, visit: Visit, stem: str) -> None:
    page = visit(examples / "2019" / f"{stem}.html")
    opened(page, "[data-cite$='.*']")
    yearbook = load(ROOT / "examples" / "content", Issues())
    assert yearbook
    edition = next(one for one in yearbook.editions if one.id == "2019")
    records = [
        one
        for one in cited.parts(edition)
        if one.kind == "record" and one.key.startswith(f"2019.{stem}.")
    ]
    assert records
    assert page.evaluate(EVERY_FIGURE) == [
        [shown(write(one, today())) for write in (gbt.write, *WRITERS.values())] for one in records
    ]


def test_the_record_that_the_address_names_is_chosen(examples: Path, visit: Visit) -> None:
    path = examples / "2019" / "leaders.html"
    page = visit(path)
    last = page.locator(".people li").last.get_attribute("id")
    page.goto(f"{path.as_uri()}#{last}")
    opened(page, "[data-cite$='.*']")
    assert page.locator(".formats select").input_value() == last
    first = page.locator(".people li").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", first)
    page.wait_for_function(
        "id => document.querySelector('.formats select').value === id", arg=first
    )


def test_what_the_filter_hides_is_not_offered(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["figures"])
    opened(page, "[data-cite$='.figures']")
    page.fill(".filter input", "妈妈小屋")
    kept = page.eval_on_selector_all(
        ".formats option", "all => all.filter(one => !one.hidden).map(one => one.value)"
    )
    rows = page.eval_on_selector_all(
        "table.data tr[id]", "all => all.filter(one => !one.hidden).map(one => one.id)"
    )
    assert kept == rows
    assert 0 < len(kept) < page.locator(".formats option").count()


def test_the_figure_that_the_address_names_is_chosen(dongying: Path, visit: Visit) -> None:
    path = kinds(dongying)["figures"]
    page = visit(path)
    row = page.locator("table.data tr[id]").nth(7).get_attribute("id")
    page.goto(f"{path.as_uri()}#{row}")
    opened(page, "[data-cite$='.figures']")
    select = page.locator(".formats select")
    assert select.input_value() == row
    other = page.locator("table.data tr[id]").nth(3).get_attribute("id")
    page.evaluate("id => { location.hash = id; }", other)
    page.wait_for_function(
        "id => document.querySelector('.formats select').value === id", arg=other
    )
    assert page.locator(".formats pre").inner_text().startswith("@dataset{")


# Copying and keeping


def test_a_format_is_copied_and_said_to_be(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["section"])
    menu = opened(page, ".box [data-cite]")
    menu.get_by_role("button", name="RIS").click()
    menu.locator("[data-copy]").click()
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === '已复制'")
    assert menu.locator("[data-copy]").inner_text() == "已复制"
    page.focus(".find input")
    page.keyboard.press("Control+V")
    said = page.locator(".find input").input_value()
    assert said.split() == menu.locator("pre").text_content().split()
    menu.get_by_role("button", name="BibTeX").click()
    assert menu.locator("[data-copy]").inner_text() == "复制"


@pytest.mark.parametrize(
    ("name", "ending"), [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")]
)
def test_a_format_is_kept_as_a_file(
    examples: Path, visit: Visit, tmp_path: Path, name: str, ending: str
) -> None:
    path = kinds(examples)["edition"]
    page = visit(path)
    menu = opened(page, "[data-cite]")
    menu.get_by_role("button", name=name).click()
    with page.expect_download() as waiting:
        menu.get_by_text("下载").click()
    assert waiting.value.suggested_filename == f"{path.parent.name}.index.{ending}"
    waiting.value.save_as(tmp_path / "kept")
    said = (tmp_path / "kept").read_bytes().decode()
    assert shown(said) == menu.locator("pre").text_content()
    assert ("\r\n" in said) == (name == "RIS")


# Opening it


def test_by_keyboard_it_opens_and_closes(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["section"])
    button = page.locator(".box [data-cite]")
    assert button.get_attribute("aria-expanded") == "false"
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".formats pre")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "BibTeX"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".kinds [aria-pressed=true]").inner_text() == "RIS"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "false"
    assert not page.locator(".formats").is_visible()


def test_the_choice_of_a_figure_takes_the_focus(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["figures"])
    page.locator("[data-cite]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.tagName === 'SELECT'")


def test_a_page_loads_nothing_of_it_before(dongying: Path, visit: Visit) -> None:
    page = visit("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(kinds(dongying)["section"].as_uri())
    page.wait_for_timeout(100)
    assert not {"cite.js", "cite.css", "citations.js"} & set(asked)
    opened(page, ".box [data-cite]")
    assert {"cite.js", "cite.css", "citations.js"} <= set(asked)


def test_two_clicks_while_it_loads_open_one_menu(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["edition"])
    page.evaluate(
        "() => { const b = document.querySelector('[data-cite]'); b.click(); b.click(); }"
    )
    page.wait_for_selector(".formats pre")
    page.wait_for_timeout(100)
    assert page.locator(".formats").count() == 1


def test_volumes_on_the_about_page_each_have_theirs(examples: Path, visit: Visit) -> None:
    page = visit(examples / "about.html")
    buttons = page.locator("[data-cite]")
    for nth in range(buttons.count()):
        buttons.nth(nth).click()
        page.wait_for_function(
            "n => document.querySelectorAll('.formats pre').length === n", arg=nth + 1
        )
    keys = [
        text.split("{")[1].split(",")[0] for text in page.locator(".formats pre").all_inner_texts()
    ]
    assert keys == [button.get_attribute("data-cite") for button in buttons.all()]


def test_a_copy_that_lost_its_data_says_so_and_works_once_it_is_back(
    dongying: Path, visit: Visit, tmp_path: Path
) -> None:
    site = shutil.copytree(dongying, tmp_path / "site")
    data = site / "data"
    data.rename(tmp_path / "data")
    page = visit(kinds(site)["section"])
    page.locator(".box [data-cite]").click()
    page.wait_for_selector(".box [role=alert]")
    assert "data" in page.locator(".box [role=alert]").inner_text()
    (tmp_path / "data").rename(data)
    opened(page, ".box [data-cite]")
    assert page.locator(".box [role=alert]").count() == 0


def test_a_copy_that_lost_the_script_says_so(dongying: Path, visit: Visit, tmp_path: Path) -> None:
    site = shutil.copytree(dongying, tmp_path / "site")
    (site / "assets" / "cite.js").rename(tmp_path / "cite.js")
    page = visit(kinds(site)["section"])
    button = page.locator(".box [data-cite]").first
    button.click()
    page.wait_for_function(
        "() => document.querySelector('[role=status]').textContent === '未找到 assets/cite.js'"
    )
    assert button.inner_text() == "未找到 assets/cite.js"
    (tmp_path / "cite.js").rename(site / "assets" / "cite.js")
    opened(page, ".box [data-cite]")


def test_citing_a_figure_is_found_from_the_contents_and_the_table(
    dongying: Path, visit: Visit
) -> None:
    path = kinds(dongying)["figures"]
    ways = ".toc a[href$='#cite_'], .tools a[href='#cite_']"
    page = visit(path)
    assert [way.is_visible() for way in page.locator(ways).all()] == [True, True]
    plain = visit(path, java_script_enabled=False)
    assert [way.is_visible() for way in plain.locator(ways).all()] == [False, False]
    assert not plain.locator("#cite_").is_visible()


# How it looks and sounds


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_an_open_menu(
    dongying: Path, visit: Visit, axe: str, width: int, scheme: str
) -> None:
    found = {}
    page = visit("about:blank", width=width, color_scheme=scheme)
    for kind in ("section", "edition", "figures", "about"):
        page.goto(kinds(dongying)[kind].as_uri())
        menu = opened(page, ".box [data-cite], .cite [data-cite] >> visible=true")
        menu.locator("[data-copy]").last.click()
        page.wait_for_function("() => document.querySelector('[role=status]').textContent")
        page.wait_for_function(
            "() => getComputedStyle(document.querySelector('.kinds')).display === 'flex'"
        )
        found[kind] = violations(page, axe)
        wide = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
        assert not wide, kind
    assert {kind: said for kind, said in found.items() if said} == {}


def test_the_menu_is_as_wide_in_the_box_as_in_an_entry(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["section"])
    page.evaluate("document.querySelector('details.cite').open = true")
    for css in (".cite [data-cite]", ".box [data-cite]"):
        page.locator(css).first.click()
    page.wait_for_function(
        "() => document.querySelectorAll('.formats pre').length === 2"
        " && getComputedStyle(document.querySelector('.kinds')).display === 'flex'"
    )
    widths = "all => all.map(one => Math.round(one.getBoundingClientRect().width))"
    assert len(set(page.eval_on_selector_all(".formats", widths))) == 1


@pytest.mark.parametrize("kind", ["section", "edition", "figures"])
def test_it_is_not_printed(dongying: Path, visit: Visit, kind: str) -> None:
    page = visit(kinds(dongying)[kind])
    menu = opened(page, ".box [data-cite]")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.kinds')).display === 'flex'"
    )
    page.emulate_media(media="print")
    assert not menu.is_visible()
    assert not page.locator("[data-cite]").first.is_visible()


# Firefox


def press(firefox: Any, css: str) -> None:
    """A click with the mouse, which the browser takes for one of the reader's."""
    firefox.evaluate(
        f"document.querySelector({json.dumps(css)}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
    )
    box = json.loads(
        firefox.evaluate(
            f"JSON.stringify(document.querySelector({json.dumps(css)}).getBoundingClientRect())"
        )
    )
    x, y = int(box["x"] + box["width"] / 2), int(box["y"] + box["height"] / 2)
    steps = [
        {"type": "pointerMove", "x": x, "y": y},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    mouse = {"type": "pointer", "id": "mouse", "actions": steps}
    firefox.command("input.performActions", context=firefox.tab, actions=[mouse])


def test_in_firefox_it_opens_copies_and_keeps(examples: Path, firefox: Any, tmp_path: Path) -> None:
    path = kinds(examples)["edition"]
    keep = {
        "browser.download.dir": str(tmp_path),
        "browser.helperApps.neverAsk.saveToDisk": "text/plain",
    }
    for name, value in keep.items():
        firefox.evaluate(
            f"Services.prefs.setStringPref({json.dumps(name)}, {json.dumps(value)})", firefox.chrome
        )
    firefox.evaluate("Services.prefs.setIntPref('browser.download.folderList', 2)", firefox.chrome)
    firefox.visit(path.as_uri())
    press(firefox, "[data-cite]")
    said = firefox.wait("document.querySelector('.formats pre')?.textContent")
    assert said == bibtex.write(whole(path.parent.name), today())
    press(firefox, ".formats [data-copy]")
    assert firefox.wait("document.querySelector('[role=status]').textContent") == "已复制"
    press(firefox, ".formats a[download]")
    kept = tmp_path / f"{path.parent.name}.index.bib"
    assert firefox.wait("new Promise(done => setTimeout(() => done(true), 500))")
    assert kept.read_text("utf-8") == said
    assert firefox.console == []


@contextmanager
def over_http(folder: Path) -> Iterator[str]:
    """The address of a folder on a server of its own."""
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


def test_in_firefox_over_http_no_page_meets_its_policy(examples: Path, firefox: Any) -> None:
    """Nothing is fetched that the policy of the page forbids, such as the next page beforehand."""
    with over_http(examples) as site:
        pages = (path.relative_to(examples).as_posix() for path in kinds(examples).values())
        found = {page: refused(firefox, f"{site}/{page}") for page in pages}
    assert {page: said for page, said in found.items() if said} == {}


def test_in_firefox_a_page_that_is_fetched_beforehand_is_noticed(
    tmp_path: Path, firefox: Any
) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    head = f"<!doctype html>{policy}<title>a</title><link rel=next href=b.html>"
    (tmp_path / "a.html").write_text(head, encoding="utf-8")
    with over_http(tmp_path) as site:
        assert refused(firefox, f"{site}/a.html")


def refused(firefox: Any, address: str) -> list[str]:
    """What the console says of a page, also of what is fetched once it is shown."""
    firefox.visit(address)
    firefox.evaluate("new Promise(done => setTimeout(() => done(true), 300))")
    return [*firefox.console]


def whole(id: str) -> Cited:
    yearbook = load(ROOT / "examples" / "content", Issues())
    assert yearbook
    return cited.volume(next(one for one in yearbook.editions if one.id == id))


def test_in_firefox_a_figure_is_chosen(dongying: Path, firefox: Any) -> None:
    path = kinds(dongying)["figures"]
    firefox.visit(path.as_uri())
    press(firefox, "[data-cite]")
    assert firefox.wait("document.querySelector('.formats option') && true")
    first = firefox.evaluate("document.querySelector('.formats code').textContent")
    firefox.evaluate(
        "{ const s = document.querySelector('.formats select'); s.selectedIndex = 5;"
        " s.dispatchEvent(new Event('change')); }"
    )
    assert firefox.evaluate("document.querySelector('.formats code').textContent") != first
    assert firefox.console == []
