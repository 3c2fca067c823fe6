"""Pages are light: bytes, requests, no web font, nothing inline; nothing moves in loading."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import kinds, sections
from sitepages import attributes, html_files, name, parsed, policy

KB = 1000
SECTION_GZIP = 15 * KB
STYLE_RAW = 16 * KB
SCRIPT_RAW = 6 * KB
SCRIPT_GZIP = 2048
REQUESTS = 3
INDEXES = {"subjects.html", "names.html", "documents.html", "honours.html", "places.html"}
SHIFT = 0.01
LONG = 2000
SETTLED = 100
SLOWER = 4
WRITTEN_TWICE_OR_MORE = 3  # prose, search description, citation: a bound of bytes for a character

# Not Playwright's is_mobile: there Chromium takes every early shift for an answer to input.
PHONE = {"width": 390, "device_scale_factor": 2}
WATCH = """window.shift = 0; new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.shift += one.value;
}).observe({type: 'layout-shift', buffered: true})"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 600) {
    scrollTo({top: y, behavior: 'instant'});
    await new Promise(done => setTimeout(done, 30));
  }
  await new Promise(done => setTimeout(done, 200));
  return window.shift;
}"""

Visit = Callable[..., Any]


def zipped(path: Path) -> int:
    """The size of a file over the wire."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def loaded(page: Path) -> Iterator[Path]:
    """The files that an ordinary page loads: itself, its style sheets, scripts and pictures."""
    yield page
    for css, attribute in (
        ("script[src]", "src"),
        ('link[rel="stylesheet"]', "href"),
        ("img", "src"),
    ):
        for link in attributes(page, css, attribute):
            yield (page.parent / link).resolve()


def characters(page: Path) -> int:
    """How much text a page has for its readers."""
    main = parsed(page).css_first("main")
    assert main
    return len("".join(main.text(deep=True).split()))


def requests_of(visit: Visit, paths: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    """What Chromium requests for each page, scrolled through; data addresses are no requests."""
    page = visit("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in paths:
        asked.clear()
        page.goto(path.as_uri())
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(SETTLED)
        yield path, [url for url in asked if not url.startswith("data:")]


@pytest.fixture(scope="module")
def ordinary(dongying: Path) -> list[Path]:
    """Every page but the search page, the one for lost readers and the indexes."""
    others = {"search.html", "404.html", *INDEXES}
    return [page for page in html_files(dongying) if page.name not in others]


def test_a_section_page_is_light(dongying: Path) -> None:
    assert sections(dongying)
    for page in sections(dongying):
        text = max(0, characters(page) - LONG) * WRITTEN_TWICE_OR_MORE
        files = [path for path in loaded(page) if path.suffix in (".html", ".css", ".js")]
        assert sum(map(zipped, files)) <= SECTION_GZIP + text, name(dongying, page)


def test_styles_and_scripts_are_small(ordinary: list[Path]) -> None:
    files = {path for page in ordinary for path in loaded(page)}
    styles = [path for path in files if path.suffix == ".css"]
    scripts = [path for path in files if path.suffix == ".js"]
    assert len(styles) == len(scripts) == 1
    assert styles[0].stat().st_size <= STYLE_RAW
    assert scripts[0].stat().st_size <= SCRIPT_RAW
    assert zipped(scripts[0]) <= SCRIPT_GZIP


def test_a_page_makes_three_requests(dongying: Path, ordinary: list[Path], visit: Visit) -> None:
    for path, asked in requests_of(visit, ordinary):
        pictures = set(attributes(path, "img", "src"))
        assert len(asked) - len(pictures) == REQUESTS, (name(dongying, path), asked)


def test_an_index_asks_for_one_style_sheet_more(dongying: Path, visit: Visit) -> None:
    pages = [page for page in html_files(dongying) if page.name in INDEXES]
    assert len(pages) == 2 * len(INDEXES)
    for path, asked in requests_of(visit, pages):
        assert len(asked) == REQUESTS + 1, (name(dongying, path), asked)


@pytest.fixture
def phone(visit: Visit) -> Any:
    """A page on a phone four times slower than here, which watches for what moves."""
    page = visit("about:blank", **PHONE)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    return page


def test_nothing_moves_on_a_slow_phone(dongying: Path, phone: Any) -> None:
    pages = set(kinds(dongying).values()) | set(sections(dongying))
    shifts = {name(dongying, path): shift(phone, path) for path in sorted(pages)}
    assert {page: value for page, value in shifts.items() if value > SHIFT} == {}


def shift(page: Any, path: Path) -> float:
    """The layout shift of a page that is loaded and scrolled through."""
    page.goto(path.as_uri())
    moved: float = page.evaluate(SCROLL)
    return moved


def test_a_page_that_moves_is_noticed(phone: Any, tmp_path: Path) -> None:
    page = tmp_path / "moves.html"
    page.write_text(
        "<!doctype html><meta name=viewport content='width=device-width'><div id=a></div>"
        "<p style='height:60vh'>text</p><script>setTimeout(() => "
        "{ document.getElementById('a').style.height = '300px' }, 120)</script>",
        encoding="utf-8",
    )
    assert shift(phone, page) > SHIFT


def test_no_web_font(dongying: Path, visit: Visit) -> None:
    for style in dongying.rglob("*.css"):
        assert "@font-face" not in style.read_text(encoding="utf-8")
    page = visit(kinds(dongying)["section"])
    assert page.evaluate("document.fonts.size") == 0


def test_nothing_is_inline(dongying: Path) -> None:
    wrong = []
    for path in html_files(dongying):
        here, tree = name(dongying, path), parsed(path)
        wrong += [f"{here}: style=" for _ in tree.css("[style]")]
        wrong += [f"{here}: {script}" for script in inline_scripts(path)]
        wrong += [f"{here}: {event}" for event in events(path)]
        wrong += [f"{here}: <style>" for _ in tree.css("style") if "style-src 'self'" in said(path)]
        wrong += [f"{here}: javascript:" for _ in tree.css('[href^="javascript:" i]')]
    assert wrong == []


def said(page: Path) -> str:
    """The policy of a page, its directives in a line each."""
    return "\n".join(" ".join([name, *values]) for name, values in policy(page).items())


def inline_scripts(page: Path) -> Iterator[str]:
    """Scripts in the page itself; a block of linked data is none."""
    for script in parsed(page).css("script:not([src])"):
        if script.attributes.get("type") != "application/ld+json":
            yield script.html or ""


def events(page: Path) -> Iterator[str]:
    """Attributes that hold a script."""
    for node in parsed(page).css("*"):
        yield from (key for key in node.attributes if re.fullmatch(r"on[a-z]+", key))
