"""Printed: A4, running head, page numbers, the whole text, nothing that only works on screens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from browsers import kinds, sections
from sitepages import name, parsed

Visit = Callable[..., Any]

A4 = (595.3, 841.9)
TOP, BOTTOM = 70, 65
CHROME = ".mast, .toc, .crumb, .turn, .skip, button, .filter"
HIDDEN = """css => Array.from(document.querySelectorAll(css)).filter(one => one.checkVisibility())
  .map(one => one.outerHTML.slice(0, 80))"""
NOT_PRINTED = "button, .perma, details, .filter, .box, .vh, script"


def plain(text: str) -> str:
    """Text to compare: a PDF may hold compatibility forms and blanks of its own."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture
def printed(visit: Visit, tmp_path: Path) -> Iterator[Callable[[Path], pypdfium2.PdfDocument]]:
    """Prints a page as Chromium does."""
    page = visit("about:blank")
    opened = []

    def as_pdf(path: Path) -> pypdfium2.PdfDocument:
        page.goto(path.as_uri())
        target = tmp_path / "page.pdf"
        page.pdf(path=target, prefer_css_page_size=True)
        opened.append(pypdfium2.PdfDocument(target.read_bytes()))
        return opened[-1]

    yield as_pdf
    for document in opened:
        document.close()


def texts(document: pypdfium2.PdfDocument) -> list[tuple[str, str, str]]:
    """The top margin, the text and the bottom margin of each sheet."""
    found = []
    for page in document:
        words, (width, height) = page.get_textpage(), page.get_size()
        zones = ((height - TOP, height), (BOTTOM, height - TOP), (0, BOTTOM))
        found.append(
            tuple(plain(words.get_text_bounded(0, low, width, high)) for low, high in zones)
        )
    return found


def test_every_sheet_is_a4_with_head_and_number(dongying: Path, printed: Any) -> None:
    home = parsed(kinds(dongying)["home"]).css_first(".brand .name")
    assert home
    for kind, path in kinds(dongying).items():
        if kind == "lost":
            continue
        document = printed(path)
        for number, page in enumerate(document, 1):
            assert page.get_size() == pytest.approx(A4, abs=1), kind
            head, _, foot = texts(document)[number - 1]
            assert plain(home.text()) in head, kind
            assert foot == f"—{number}—", kind


def test_the_whole_text_is_printed(dongying: Path, printed: Any) -> None:
    for path in sections(dongying):
        said = "".join(text for _, text, _ in texts(printed(path)))
        for paragraph in paragraphs(path):
            assert paragraph in said, name(dongying, path)


def paragraphs(path: Path) -> Iterator[str]:
    """The titles and paragraphs of a page."""
    tree = parsed(path).clone()
    for node in tree.css(NOT_PRINTED):
        node.decompose()
    for node in tree.css("main :is(h1, h2, .prose p, li)"):
        yield plain(node.text())


def test_what_only_works_on_screens_is_left_out(dongying: Path, visit: Visit) -> None:
    page = visit("about:blank")
    page.emulate_media(media="print")
    for kind, path in kinds(dongying).items():
        page.goto(path.as_uri())
        assert page.evaluate(HIDDEN, CHROME) == [], kind


def test_a_dark_screen_prints_on_white(dongying: Path, visit: Visit) -> None:
    page = visit(kinds(dongying)["section"], color_scheme="dark")
    page.evaluate("localStorage.setItem('annals-theme', 'dark')")
    page.reload()
    page.emulate_media(media="print")
    ink, paper = page.evaluate(
        "[document.querySelector('.prose'), document.documentElement].map((one, nth) =>"
        " getComputedStyle(one)[nth ? 'backgroundColor' : 'color'])"
    )
    assert paper in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert max(map(int, re.findall(r"\d+", ink)[:3])) < 64
