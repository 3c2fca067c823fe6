"""axe finds no violation: WCAG 2.2 A and AA, best practice, and contrast of 7:1."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsers import all_kinds, kinds
from sitepages import html_files, name

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """([tags]) => axe.run(document, {
  runOnly: tags, resultTypes: ['violations'], rules: {'color-contrast-enhanced': {enabled: true}}
}).then(found => found.violations.map(v => [v.id, v.nodes.map(n => n.target.join(' '))]))"""
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"

Visit = Callable[..., Any]


def violations(page: Any, axe: str) -> list[str]:
    """What axe finds on a page, a line for each rule."""
    page.evaluate(axe)
    return [f"{rule}: {', '.join(nodes[:4])}" for rule, nodes in page.evaluate(RUN, [TAGS])]


def test_every_page_is_without_violations(dongying: Path, visit: Visit, axe: str) -> None:
    found = {}
    page = visit("about:blank")
    for path in html_files(dongying):
        page.goto(path.as_uri())
        found[name(dongying, path)] = violations(page, axe)
    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_each_kind_opened_narrow_and_wide_dark_and_light(
    dongying: Path, examples: Path, visit: Visit, axe: str, width: int, scheme: str
) -> None:
    found = {}
    page = visit("about:blank", width=width, color_scheme=scheme)
    for kind, path in all_kinds(dongying, examples).items():
        page.goto(path.as_uri())
        page.evaluate(OPEN)
        found[kind] = violations(page, axe)
    assert {kind: said for kind, said in found.items() if said} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_hits_of_a_search(dongying: Path, visit: Visit, axe: str, scheme: str) -> None:
    search = kinds(dongying)["search"].as_uri()
    page = visit(search + "?q=工会", color_scheme=scheme)
    page.wait_for_selector(".hits a")
    assert violations(page, axe) == []


def test_a_wrong_page_is_noticed(visit: Visit, axe: str) -> None:
    page = visit("about:blank")
    page.set_content("<p style='color:#777;background:#888'>grey <img src=data:,>")
    said = " ".join(violations(page, axe))
    for rule in ("color-contrast", "image-alt", "html-has-lang", "document-title"):
        assert rule in said
