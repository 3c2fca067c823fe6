"""The pages of a built site as files: listing, naming, parsing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

WIDTHS = (320, 390, 820, 1440)


def html_files(site: Path) -> list[Path]:
    """Every page of the site."""
    return sorted(site.rglob("*.html"))


def name(site: Path, page: Path) -> str:
    """A page's address within the site."""
    return page.relative_to(site).as_posix()


@cache
def parsed(page: Path) -> LexborHTMLParser:
    """The page's elements."""
    return LexborHTMLParser(page.read_text(encoding="utf-8"))


def attributes(page: Path, css: str, attribute: str) -> Iterator[str]:
    """The values of an attribute of the elements that `css` finds and that have it."""
    for node in parsed(page).css(css):
        value = node.attributes.get(attribute)
        if value is not None:
            yield value


def policy(page: Path) -> dict[str, list[str]]:
    """The Content-Security-Policy of a page by directive; empty when it has none."""
    said = next(attributes(page, 'meta[http-equiv="Content-Security-Policy"]', "content"), "")
    rows = (directive.split() for directive in said.split(";") if directive.strip())
    return {row[0]: row[1:] for row in rows}
