"""A reader's zip of one volume, unpacked into a path with Chinese and blanks and opened from there."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from searching import answered, quiet, titles

from yearbook.build import Job
from yearbook.offline.making import make
from yearbook.write import silent

Visit = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def unzipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The volume of 2020, where a reader put it."""
    out = tmp_path_factory.mktemp("offline")
    job = Job(ROOT / "examples" / "content", ROOT / "templates", out / "site")
    target = out / "新 到 的 U盘" / "年鉴（2）#1"
    with zipfile.ZipFile(make(job, "2020", out, silent).path) as one:
        one.extractall(target)
    return target / "yearbook-2020"


def test_a_reader_finds_a_word_and_the_place_where_it_stands(unzipped: Path, visit: Visit) -> None:
    with quiet(page := visit("about:blank")):
        page.goto((unzipped / "index.html").as_uri())
        box = page.locator(".find input").first
        box.fill("清凉驿站")
        box.press("Enter")
        page.wait_for_url("**/search.html?q=*")
        assert titles(answered(page)) == ["清凉驿站"]
        page.locator(".hits h2 a").first.click()
        page.wait_for_selector("mark")
        assert page.locator("mark").first.inner_text() == "清凉驿站"


def test_in_firefox(unzipped: Path, firefox: Any) -> None:
    firefox.visit((unzipped / "search.html").as_uri() + f"?q={quote('清凉驿站')}")
    assert firefox.wait("document.querySelectorAll('.hits a').length") > 0
