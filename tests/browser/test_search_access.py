"""axe and the Nu checker have nothing to say of searching, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from searching import answered
from test_accessibility import violations
from test_validity import faults

Visit = Callable[..., Any]
SHOWN = {
    "hits": "?q=工会",
    "narrowed": "?q=工会&kind=条目&from=2019&to=2020",
    "nothing left": "?q=清凉驿站&kind=人物",
    "nothing found": "?q=職工技能競賽大會 茶艺",
    "blank": "?q=“”",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_search_page(examples: Path, visit: Visit, axe: str, width: int, scheme: str) -> None:
    page = visit("about:blank", width=width, color_scheme=scheme)
    found = {}
    for name, query in SHOWN.items():
        page.goto((examples / "search.html").as_uri() + query)
        answered(page)
        page.wait_for_timeout(200)
        if page.locator(".toc > button").is_visible():
            page.click(".toc > button")
        found[name] = violations(page, axe)
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_open_list_of_the_box(
    examples: Path, visit: Visit, axe: str, width: int, scheme: str
) -> None:
    page = visit(examples / "2019/care.html", width=width, color_scheme=scheme)
    page.focus(".find input")
    page.keyboard.type("清凉")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_marked_page(examples: Path, visit: Visit, axe: str, scheme: str) -> None:
    address = (examples / "2019/care.html").as_uri() + "?q=清凉驿站#cool-summer"
    page = visit(address, color_scheme=scheme)
    page.wait_for_selector(".unmark")
    assert violations(page, axe) == []


def test_the_checker_is_content_with_what_the_script_makes(
    examples: Path, visit: Visit, nu: list[str], tmp_path: Path
) -> None:
    page = visit("about:blank")
    for name, query in SHOWN.items():
        page.goto((examples / "search.html").as_uri() + query)
        answered(page)
        page.wait_for_timeout(200)
        written(tmp_path / f"{name}.html", page)
    page.goto((examples / "2019/care.html").as_uri() + "?q=清凉驿站#cool-summer")
    page.wait_for_selector(".unmark")
    page.focus(".find input")
    page.keyboard.type("清凉")
    page.wait_for_selector("[role=option]")
    written(tmp_path / "marked.html", page)
    assert [said for said in faults(nu, tmp_path) if "Content Security Policy" not in said] == []


def written(path: Path, page: Any) -> None:
    """The page as it stands, its scripts' work in it; reading aids of the browser taken out."""
    page.evaluate(
        "document.querySelectorAll('[style=\"\"]').forEach(o => o.removeAttribute('style'))"
    )
    path.write_text(page.content(), encoding="utf-8")


def test_the_query_and_the_focus_are_kept_for_screen_readers(examples: Path, visit: Visit) -> None:
    page = visit((examples / "search.html").as_uri() + "?q=清凉驿站")
    answered(page)
    assert page.get_by_role("status").first.inner_text().startswith("“清凉驿站”")
    assert page.get_by_role("navigation", name="缩小范围").is_visible()
    assert page.get_by_role("list", name="检索结果").get_by_role("heading").count() == 2
    assert page.get_by_role("link", name="帮扶救助 2").is_visible()
    assert page.get_by_label("自").is_visible()
