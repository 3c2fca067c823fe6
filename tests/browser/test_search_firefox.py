"""Searching in Firefox from the disk, with the strict rules for files that it has by default."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

LOADING = "document.querySelector('head script[src*=\"/search/\"]')"
STATUS = "document.querySelector('.told').textContent"
SET = """(() => { const box = document.querySelector('.find input'); box.focus();
  box.value = %r; box.dispatchEvent(new Event('input', {bubbles: true})); return true })()"""
OPTIONS = "[...document.querySelectorAll('[role=option]')].map(one => one.textContent).join('|')"

FOCUS = """{ const box = document.querySelector('.find input');
box.focus();  // which tells nobody while another window has the focus
if (!document.hasFocus()) box.dispatchEvent(new FocusEvent('focusin', {bubbles: true})); }"""


def searched(firefox: Any, site: Path, query: str, more: str = "") -> str:
    """What the search page tells of a query, when no script of the store is on its way."""
    firefox.visit((site / "search.html").as_uri() + f"?q={quote(query)}{more}")
    said: str = firefox.wait(f"/条|没有|缺失/.test({STATUS}) && !{LOADING} && {STATUS}")
    return said


def test_hits_counts_and_filters(firefox: Any, examples: Path) -> None:
    assert searched(firefox, examples, "清凉驿站") == "“清凉驿站”：找到3条，各年同一条目合并为2项。"
    assert firefox.evaluate("document.querySelectorAll('.hits mark').length") > 2
    firefox.evaluate("document.querySelector('.toc ol ol a[href*=section]').click()")
    assert firefox.wait(
        f"{STATUS}.includes('找到2条') && location.search.includes('&section=care')"
    )
    firefox.evaluate("history.back()")
    assert firefox.wait(f"{STATUS}.includes('找到3条') && !location.search.includes('section')")
    firefox.evaluate("history.forward()")
    assert firefox.wait(f"{STATUS}.includes('找到2条')")
    firefox.evaluate("location.reload()")
    assert firefox.wait(f"{STATUS}.includes('找到2条')")
    assert firefox.console == []


def test_typing_keeps_the_address(firefox: Any, examples: Path) -> None:
    searched(firefox, examples, "茶艺")
    firefox.evaluate(SET % "焊工")
    assert firefox.wait(f"{STATUS}.includes('“焊工”：找到1条')")
    assert firefox.evaluate("location.search") == "?q=%E7%84%8A%E5%B7%A5"


def test_an_empty_result_offers_simplified_characters(firefox: Any, examples: Path) -> None:
    assert "正文没有" in searched(firefox, examples, "職工書屋")
    assert firefox.wait("document.querySelector('.empty ul a')?.textContent").startswith("改用")


def test_the_box_of_a_page(firefox: Any, examples: Path) -> None:
    firefox.visit((examples / "2019" / "care.html").as_uri())
    assert not any("search" in url for url in firefox.requests)
    firefox.evaluate(FOCUS)
    assert firefox.wait("document.querySelector('[role=combobox]') !== null")
    for text, title in (("清凉", "清凉驿站"), ("qlyz", "清凉驿站"), ("會員", "会员")):
        firefox.evaluate(SET % text)
        assert firefox.wait(f"{OPTIONS}.endsWith('“{text}”') && {OPTIONS}.includes('{title}')"), (
            text
        )
    assert firefox.console == []


def test_marks_where_a_hit_leads(firefox: Any, examples: Path) -> None:
    page = (examples / "2019" / "overview.html").as_uri()
    firefox.visit(page)
    before = firefox.evaluate("document.querySelector('main').textContent")
    firefox.visit(f"{page}?q={quote('会员86300余人')}#lead")
    assert firefox.wait("document.querySelector('.unmark')?.textContent") == "清除标记（1处）"
    assert firefox.evaluate("document.querySelector('main').textContent") == before
    firefox.evaluate("document.querySelector('.unmark').click()")
    assert firefox.evaluate("document.querySelectorAll('mark').length") == 0
    assert firefox.evaluate("location.href") == page + "#lead"
    assert firefox.console == []


def test_bad_input(firefox: Any, examples: Path) -> None:
    for query in ("   ", ".*", "<script>", "𠮷", "茶" * 10_000):
        assert "没有" in searched(firefox, examples, query)
        assert firefox.console == []
    firefox.evaluate(SET.replace("%r", "'\\ud842'"))
    assert firefox.wait("location.search === '?q=%EF%BF%BD'")


def test_a_lost_store_is_said(firefox: Any, examples: Path, tmp_path: Path) -> None:
    import shutil

    site = Path(shutil.copytree(examples, tmp_path / "site"))
    (site / "search/all.js").unlink()
    assert searched(firefox, site, "茶艺").startswith("search/all.js缺失或损坏")
