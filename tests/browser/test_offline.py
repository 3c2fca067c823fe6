"""Opened from the disk in Chromium and Firefox: nothing is asked of the net, no complaint."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import kinds
from sitepages import html_files, name, parsed, policy

PAGE_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "form-action": ["'self'", "file:"],
    "base-uri": ["'none'"],
}
INLINE_POLICY = {
    "default-src": ["'none'"],
    "style-src": [],
    "img-src": ["data:"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
}
SETTLED = 150
LOCAL = ("file:", "data:", "about:", "blob:")
WRONG = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http:">
<title>x</title><p style="color:red">x</p><img src="http://127.0.0.1:{port}/a.png" alt="">"""

Visit = Callable[..., Any]
Complaint = Iterator[tuple[str, list[str]]]


@pytest.fixture(scope="module")
def addresses(dongying: Path) -> list[str]:
    """Every page on the disk, and a search."""
    pages = [path.as_uri() for path in html_files(dongying)]
    return [*pages, kinds(dongying)["search"].as_uri() + "?q=工会"]


def in_chromium(visit: Visit, addresses: list[str]) -> Complaint:
    """What Chromium's console says, and what it requests off the disk, by page."""
    page = visit("about:blank")
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on("request", lambda request: said.extend(off_the_disk([request.url])))
    for address in addresses:
        said.clear()
        page.goto(address)
        page.wait_for_timeout(SETTLED)
        yield address, list(said)


def in_firefox(firefox: Any, addresses: list[str]) -> Complaint:
    """The same in Firefox."""
    for address in addresses:
        firefox.visit(address)
        yield address, firefox.console + off_the_disk(firefox.requests)


def off_the_disk(urls: list[str]) -> list[str]:
    return [f"off the disk: {url}" for url in urls if not url.startswith(LOCAL)]


def complaints(found: Complaint) -> dict[str, list[str]]:
    return {address: said for address, said in found if said}


def test_chromium_is_content(visit: Visit, addresses: list[str]) -> None:
    assert complaints(in_chromium(visit, addresses)) == {}


def test_firefox_is_content(firefox: Any, addresses: list[str]) -> None:
    assert complaints(in_firefox(firefox, addresses)) == {}


@pytest.fixture
def wrong_page(tmp_path: Path, unused_port: int) -> str:
    """A page that breaks its own policy and asks for a picture on the net."""
    (tmp_path / "wrong.html").write_text(WRONG.format(port=unused_port), encoding="utf-8")
    return (tmp_path / "wrong.html").as_uri()


def test_a_wrong_page_is_noticed_in_chromium(visit: Visit, wrong_page: str) -> None:
    ((_, said),) = in_chromium(visit, [wrong_page])
    assert any("Content Security Policy" in line for line in said)
    assert any(line.startswith("off the disk: http://127.0.0.1") for line in said)


def test_a_wrong_page_is_noticed_in_firefox(firefox: Any, wrong_page: str) -> None:
    ((_, said),) = in_firefox(firefox, [wrong_page])
    assert any("Content-Security-Policy" in line for line in said)
    assert any(line.startswith("off the disk: http://127.0.0.1") for line in said)


def test_the_search_form_works_in_firefox(firefox: Any, dongying: Path) -> None:
    pages = kinds(dongying)
    firefox.visit(pages["section"].as_uri())
    firefox.evaluate("document.querySelector('.find input').value = '工会'")
    firefox.evaluate("document.querySelector('.find').requestSubmit()")
    address = firefox.wait("location.search ? location.href : ''")
    assert address.split("?")[0] == pages["search"].as_uri()
    assert firefox.wait("document.querySelectorAll('.hits a').length") > 0


# The policy


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def expected_policy(page: Path) -> dict[str, list[str]]:
    """The one policy; blocks in the page are named by the digest of what they hold."""
    if page.name == "404.html":
        (style,) = parsed(page).css("style")
        return INLINE_POLICY | {"style-src": [sha256(style.text())]}
    blocks = [sha256(block.text()) for block in parsed(page).css("script:not([src])")]
    return PAGE_POLICY | {"script-src": ["'self'", *blocks]}


def test_every_page_has_the_policy(dongying: Path) -> None:
    pages = html_files(dongying)
    wrong = [name(dongying, page) for page in pages if policy(page) != expected_policy(page)]
    assert wrong == []


def test_the_policy_comes_before_all_that_it_governs(dongying: Path) -> None:
    for page in html_files(dongying):
        html = page.read_text(encoding="utf-8")
        before = html[: html.index("Content-Security-Policy")]
        assert not {"<script", "<link", "<style", "<img", "<title"} & set(before.split())


# Without JavaScript

READ = "document.querySelector('main').innerText.replace(/\\s+/g, '')"
SHOWN = """css => Array.from(document.querySelectorAll(css)).filter(one => one.checkVisibility()
  && one.getClientRects().length).map(one => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [390, 1440])
def test_without_scripts_the_list_of_contents_is_open(
    dongying: Path, visit: Visit, width: int
) -> None:
    page = visit(kinds(dongying)["section"], width=width, java_script_enabled=False)
    assert page.locator(".toc li a").count() > 0
    assert all(link.is_visible() for link in page.locator(".toc li a").all())


def test_without_scripts_no_page_shows_a_dead_control(dongying: Path, visit: Visit) -> None:
    page = visit("about:blank", java_script_enabled=False)
    for path in html_files(dongying):
        page.goto(path.as_uri())
        found = page.evaluate(SHOWN, "button:not(form button), details.prefs, .filter, [data-copy]")
        assert found == [], name(dongying, path)


def test_without_scripts_every_page_says_the_same(dongying: Path, visit: Visit) -> None:
    plain = visit("about:blank", java_script_enabled=False)
    full = visit("about:blank")
    for path in html_files(dongying):
        if path.name == "search.html":
            continue
        for page in (plain, full):
            page.goto(path.as_uri())
        full.evaluate("document.querySelectorAll('button, .filter').forEach(one => one.remove())")
        plain.evaluate("document.querySelectorAll('button, .filter').forEach(one => one.remove())")
        assert plain.evaluate(READ) == full.evaluate(READ), name(dongying, path)
        assert plain.evaluate(READ)


def test_without_scripts_the_search_page_leads_on(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["search"], java_script_enabled=False)
    assert "JavaScript" in page.locator("main").inner_text()
    assert page.locator("main a:visible").count() >= 1
