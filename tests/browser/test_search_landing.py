"""The page that a hit leads to: the words of the query are marked in it, and the marks go away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from searching import answered, quiet

Visit = Callable[..., Any]
READ = "document.querySelector('main').textContent"
SEEN = """() => { const box = document.querySelector('mark').getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight }"""


def landed(visit: Visit, site: Path, page: str, query: str, place: str = "") -> Any:
    """A page as a hit leads to it."""
    shown = visit((site / page).as_uri() + f"?q={quote(query)}{place}")
    shown.wait_for_selector(".unmark")
    return shown


def marks(page: Any, within: str = "main") -> list[str]:
    """The marked words; those that are split over several elements are in parts."""
    found: list[str] = page.locator(f"{within} mark").all_inner_texts()
    return found


def test_a_hit_leads_to_its_entry_with_the_words_marked(examples: Path, visit: Visit) -> None:
    with quiet(page := visit((examples / "search.html").as_uri() + "?q=清凉驿站")):
        answered(page)
        with page.expect_navigation():
            page.locator(".hits h2 a").first.click()
        page.wait_for_selector(".unmark")
        assert page.url.endswith(
            "/2020/care.html?q=%E6%B8%85%E5%87%89%E9%A9%BF%E7%AB%99#cool-summer"
        )
        assert marks(page, "#cool-summer") == ["清凉驿站", "清凉驿站"]
        assert page.locator(".unmark").inner_text().startswith("清除标记（2处）")
        assert page.evaluate(SEEN)


@pytest.mark.parametrize(
    ("page", "query", "parts"),
    [
        ("2019/overview.html", "会员86300余人", ["会员", "86", "300", "余人"]),
        ("2019/overview.html", "86,300", ["86", "300"]),
        ("2019/overview.html", "８６３００", ["86", "300"]),
        ("2019/skills.html", "五小成果97", ["五小”成果", "97"]),
        ("2019/skills.html", "“五小”", ["五小", "五小"]),
        ("2019/skills.html", "3个工种，报名", ["3个", "工种", "，报名"]),
        ("2019/skills.html", "第六届", ["第六届"]),
        ("2019/skills.html", "第七届云川市职工技能大赛，设", None),
        ("2019/skills.html", "茶艺 640", ["640"]),
        ("2019/leaders.html", "仇恒", ["仇恒"]),
        ("2019/milestones.html", "10月18日", ["10月18日"]),
    ],
)
def test_words_are_marked_as_they_are_compared(
    examples: Path, visit: Visit, page: str, query: str, parts: list[str] | None
) -> None:
    with quiet(shown := landed(visit, examples, page, query)):
        found = marks(shown)
        if parts:
            assert [part for part in found if part in parts][: len(parts)] == parts
        else:
            assert "".join(found).startswith("第七届")


@pytest.mark.parametrize("page", ["2019/skills.html", "2019/care.html", "2019/figures.html"])
@pytest.mark.parametrize("query", ["的 市 工 1 2 0", "，", "家"])
def test_marking_changes_no_word(examples: Path, visit: Visit, page: str, query: str) -> None:
    html = "document.querySelector('main').innerHTML"
    plain, plain_html = visit(examples / page).evaluate(f"[{READ}, {html}]")
    shown = landed(visit, examples, page, query)
    assert shown.evaluate(READ) == plain
    shown.click(".unmark")
    assert shown.evaluate(READ) == plain
    left = shown.evaluate(html).replace(' tabindex="-1"', "")
    assert left == plain_html


def test_the_control_removes_the_marks_and_the_query(examples: Path, visit: Visit) -> None:
    page = landed(visit, examples, "2019/care.html", "清凉", "#cool-summer")
    button = page.get_by_role("button", name="清除标记")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("mark, .unmark").count() == 0
    assert page.url.endswith("/2019/care.html#cool-summer")


def test_the_marks_are_announced_and_the_control_comes_after_the_skip_link(
    examples: Path, visit: Visit
) -> None:
    page = landed(visit, examples, "2019/care.html", "清凉", "#cool-summer")
    told = page.locator(".vh[role=status]")
    page.wait_for_function("one => one.textContent", arg=told.element_handle())
    assert told.inner_text().startswith("已标记")
    assert page.evaluate("document.querySelector('.skip').nextElementSibling.className") == "unmark"
    page.evaluate("document.querySelector('.skip').focus()")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("mark, .unmark").count() == 0
    assert page.evaluate("document.activeElement.id || document.activeElement.tagName") != "BODY"
    assert page.evaluate("document.activeElement.matches('.entry, li, tr, figure')")


def test_only_what_search_reads_is_marked(examples: Path, visit: Visit) -> None:
    page = landed(visit, examples, "2019/skills.html", "云川 其一 2019")
    outside = page.locator(":is(nav, .cite, .box, .figs, button, header.mast) mark").count()
    assert outside == 0


@pytest.mark.parametrize(
    ("page", "query", "place"),
    [
        ("2019/leaders.html", "副主席", "#qiu-heng"),
        ("2019/milestones.html", "清凉驿站", "#cool-summer"),
        ("2019/figures.html", "清凉驿站", "#f_rest-stops"),
        ("2019/care.html", "清凉驿站", "#f_rest-stops"),
        ("2019/skills.html", "会徽", "#emblem"),
    ],
)
def test_the_first_mark_of_the_record_or_figure_is_in_view(
    examples: Path, visit: Visit, page: str, query: str, place: str
) -> None:
    shown = landed(visit, examples, page, query, place)
    shown.wait_for_function(
        """place => { const all = [...document.querySelectorAll(
          `:is(.entry, li, tr, figure):has(${place}) mark, ${place} mark`)];
          return all.some(one => { const box = one.getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight }) }""",
        arg=place,
    )


def test_a_mark_far_down_is_scrolled_to(examples: Path, visit: Visit) -> None:
    page = visit("about:blank")
    page.set_viewport_size({"width": 390, "height": 300})
    page.goto((examples / "2019/skills.html").as_uri() + "?q=五一劳动奖状")
    page.wait_for_selector(".unmark")
    page.wait_for_function(SEEN)


@pytest.mark.parametrize(
    "query", ["没有这样的话", "%20", "%ED%A1%82", "“”", "%3Cscript%3E", "a" * 9000]
)
def test_a_query_that_is_not_there_leaves_the_page_alone(
    examples: Path, visit: Visit, query: str
) -> None:
    with quiet(page := visit("about:blank")):
        page.goto((examples / "2019/care.html").as_uri() + f"?q={query}")
        page.wait_for_timeout(300)
        assert page.locator("mark, .unmark").count() == 0
