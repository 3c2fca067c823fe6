"""What the tests of searching share: an ear for complaints, and what the search page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Visit = Callable[..., Any]

ANSWERED = """() => /条|没有|缺失/.test(document.querySelector('.told').textContent)
  && !document.querySelector('.wait:first-child')"""


@contextmanager
def quiet(page: Any) -> Iterator[list[str]]:
    """What the page's console says, what fails in it; nothing of this may happen."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == [], said


def answered(page: Any, text: str = "") -> Any:
    """The page once its search has been answered, with `text` in what is told."""
    page.wait_for_function(ANSWERED)
    if text:
        page.wait_for_function(
            "text => document.querySelector('.told').textContent.includes(text)", arg=text
        )
    return page


def told(page: Any) -> str:
    """The count, or why there is none."""
    said: str = page.locator(".told").inner_text()
    return said


def titles(page: Any) -> list[str]:
    """The titles of the hits in their order."""
    found: list[str] = page.locator(".hits h2").all_inner_texts()
    return found


def links(page: Any, css: str) -> list[str]:
    """The addresses of links."""
    found: list[str] = page.eval_on_selector_all(css, "all => all.map(a => a.getAttribute('href'))")
    return found


def options(page: Any) -> list[list[str]]:
    """What the box offers: the words of each option and its small print."""
    rows = page.locator("[role=listbox]:visible [role=option]")
    return [row.locator("span, small").all_inner_texts() for row in rows.all()]
