"""Old addresses in a browser, from the disk: each anchor leads to what stood there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from building import TEMPLATES, command
from conftest import Visit

pytestmark = pytest.mark.xdist_group("moved")  # what they share is made once
FILES = {
    "yearbook.yaml": "title: 海棠县图书馆年鉴\n",
    "2017/edition.yaml": "volume: 2017\ncovers: 2017\nstatus: released\ncontents: [reader]\n",
    "2017/reader.md": "# 阅读推广\n\n## 夜间开放 {#evening}\n\n开放97天。\n\n## 晨读 {#morning}\n\n全年。\n",
    "2017/reader.yaml": 'aliases: ["reading.html"]\n'
    'entries:\n  morning: {aliases: ["dawn.html", "reading.html#dawn"]}\n'
    "figures:\n"
    "  days: {entry: evening, label: 开放, value: 97, unit: 天, aliases: [reading.html#f_nights]}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("moved")
    for name, text in FILES.items():
        (work / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (work / "content" / name).write_text(text, "utf-8")
    done = command("--templates", TEMPLATES, "--quiet", cwd=work)
    assert done.returncode == 0, done.stderr
    return work / "site" / "2017"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reading.html", "reader.html"),
        ("reading.html#evening", "reader.html#evening"),
        ("reading.html#dawn", "reader.html#morning"),
        ("reading.html#f_days", "reader.html#f_days"),
        ("reading.html#f_nights", "reader.html#f_days"),
        ("reading.html#nowhere", "reader.html#nowhere"),
        ("dawn.html", "reader.html#morning"),
        ("dawn.html#lead", "reader.html#morning"),
    ],
)
def test_an_old_address_leads_on(site: Path, visit: Visit, old: str, new: str) -> None:
    page: Any = visit(f"{site.as_uri()}/{old}")
    page.wait_for_url(f"{site.as_uri()}/{new}")


def test_without_a_script_it_is_one_click_or_none(site: Path, visit: Visit) -> None:
    page: Any = visit(f"{site.as_uri()}/dawn.html", java_script_enabled=False)
    page.wait_for_url(f"{site.as_uri()}/reader.html#morning")
    page.goto(f"{site.as_uri()}/reading.html#evening")
    page.click("#evening a")
    page.wait_for_url(f"{site.as_uri()}/reader.html#evening")
