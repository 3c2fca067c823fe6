"""Pages of series in a browser: pictures that fit, words that do not lie on each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from manyyears import said, volume, yearbook
from samples import theme
from test_accessibility import violations
from test_validity import faults

from yearbook.model import Figure, Yearbook
from yearbook.output import Output
from yearbook.render import outputs

pytestmark = pytest.mark.xdist_group("series")  # what they share is made once
Visit = Callable[..., Any]
YEARS = 24
OVERLAPS = """() => {
  const words = [...document.querySelectorAll('svg.trend text')].map(t => [
    t.textContent, t.getBoundingClientRect()])
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 6 && b.top < a.bottom - 6
  return words.flatMap(([one, a], n) => words.slice(n + 1)
    .filter(([, b]) => over(a, b)).map(([other]) => one + '/' + other))
}"""
OUTSIDE = """() => [...document.querySelectorAll('svg.trend text')].filter(t => {
  const words = t.getBoundingClientRect(), page = document.documentElement.clientWidth
  return words.left < -1 || words.right > page + 1
}).map(t => t.textContent)"""


def figures(n: int) -> list[Figure]:
    """What the edition of year `n` (from 0) says: series of all kinds."""
    late = n - (YEARS - 3)
    rows = [
        said(f"{200 + n * n}", "人", id="long", label="会员", approx="余" if n % 5 == 0 else ""),
        said(
            f"{9000 + n if n < 12 else n}", "家" if n < 12 else "个", id="broken", label="基层工会"
        ),
        said("99999" if n == 9 else f"{n}", "项", id="far", label="查出并整改事故隐患和职业危害"),
        said(f"{-n if n % 2 else n}", "项", id="signs", label="比上年增减"),
        said(f"{10**14 + n}", "万亿元", id="large", label="一个名称特别长、窄屏上要换行的指标"),
    ]
    if late >= 0:
        rows += [
            said(["-10", "4", "7"][late], "项", id="few", label="净增"),
            said([None, "0", "7"][late], "处", id="none", label="新设驿站", text="尚待核定"),
        ]
    return rows


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages across years of a yearbook of many years."""
    folder = tmp_path_factory.mktemp("series")
    made: Yearbook = yearbook(*(volume(1994 + n, *figures(n)) for n in range(YEARS)))
    for output in outputs(made, theme()):
        if isinstance(output, Output) and output.path.startswith(("series", "through", "assets")):
            (folder / output.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / output.path).write_bytes(output.make())
    return folder


PAGES = [f"series/{one}.html" for one in ("long", "broken", "far", "signs", "large", "few", "none")]


def test_words_fit_and_do_not_lie_on_each_other(site: Path, visit: Visit) -> None:
    found = {}
    for width in (320, 390, 1440):
        page = visit("about:blank", width=width)
        for path in PAGES:
            page.goto((site / path).as_uri())
            found[width, path] = page.evaluate(OVERLAPS) + page.evaluate(OUTSIDE)
    assert {where: said for where, said in found.items() if said} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(site: Path, visit: Visit, axe: str, scheme: str) -> None:
    found = {}
    page = visit("about:blank", width=390, color_scheme=scheme)
    for path in (*PAGES[:2], *PAGES[-1:], "series.html", "through/care.html"):
        page.goto((site / path).as_uri())
        found[path] = violations(page, axe)
    assert {path: said for path, said in found.items() if said} == {}


def test_the_pages_are_valid(nu: list[str], site: Path) -> None:
    assert faults(nu, site / "series") == []
    assert faults(nu, site / "series.html") == []
