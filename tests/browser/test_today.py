"""The days of all years by the reader's clock: today on top, marked in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from building import HERE, copied, edit

from yearbook.build import Job, build

pytestmark = pytest.mark.xdist_group("today")  # what they share is made once
Visit = Callable[..., Any]
SHIFT = """window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => {
  window.moved += one.value; })).observe({type: 'layout-shift', buffered: true})"""


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The days of the tiny yearbook, with a second volume that tells of one."""
    work = copied(HERE / "tiny", tmp_path_factory.mktemp("days") / "work")
    edit(
        work / "content/2016/overview.yaml",
        "figures:",
        "entries:\n  lead: {date: 2016-10-09}\nfigures:",
    )
    edit(work / "content/2017/milestones.yaml", "2017-03-12", "2017-10-09")
    build(Job(work / "content", work / "templates", work / "site"))
    return work / "site/days.html"


def on(visit: Visit, page: Path, day: str, **more: Any) -> Any:
    opened = visit("about:blank", **more)
    opened.clock.set_fixed_time(f"{day}T08:00:00")
    opened.add_init_script(SHIFT)
    opened.goto(page.as_uri())
    return opened


def test_today_stands_on_top_and_is_marked_in_its_place(days: Path, visit: Visit) -> None:
    page = on(visit, days, "2024-10-09", width=390)
    box = page.locator("#today_")
    assert box.locator("h2").inner_text() == "今天·10月9日"
    assert box.locator("b").all_inner_texts() == ["2016", "2017"]
    assert page.locator("[aria-current=date] h3").inner_text() == "10月9日"
    assert page.evaluate("moved") == 0
    box.get_by_role("link").first.click()
    assert page.url.endswith("2016/overview.html#lead")


def test_a_day_of_which_nothing_is_told_leads_to_the_next(days: Path, visit: Visit) -> None:
    page = on(visit, days, "2024-12-31")
    box = page.locator("#today_")
    assert box.locator("h2").inner_text() == "今天·12月31日"
    link = box.get_by_role("link")
    assert link.get_attribute("href") == "#" + str(
        page.locator("[id^=day_]").first.get_attribute("id")
    )
    assert page.locator("[aria-current=date]").count() == 0


def test_without_scripts_the_months_are_there_and_no_empty_box(days: Path, visit: Visit) -> None:
    page = visit(days, java_script_enabled=False)
    assert page.locator("#today_").is_hidden()
    assert page.locator("#day_1009 a").first.is_visible()
