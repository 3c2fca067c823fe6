"""Editions side by side in the browser: any two from the data, and letters that changed."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from samples import TEMPLATES, VOLUME_2015, VOLUME_2017, figure

from yearbook.model import Figure
from yearbook.render import comparedata, compareview
from yearbook.render.assets import SPEAKING
from yearbook.render.site import volume
from yearbook.years.align import align
from yearbook.years.pairing import Indicator
from yearbook.years.sentences import sentences

Visit = Callable[..., Any]

# All that a comparison shows: rows with their kinds, titles, figures, and where each link leads.
SHOWN = """[...document.querySelectorAll('.sides section')].map(one => [
  one.querySelector('h2').textContent, one.querySelector('h2').id, one.getAttribute('aria-labelledby'),
  [...one.querySelectorAll('tr')].map(row => [row.className,
    [...row.cells].map(cell => [cell.tagName, cell.className, cell.scope || '', cell.textContent])]),
  [...one.querySelectorAll('a')].map(link => link.href)])"""
LEAD = "document.querySelector('.lead').textContent"
ROWS = "[...document.querySelectorAll('.text tbody tr')].map(row => [...row.cells].map(c => c.textContent))"


def settled(page: Any, address: str) -> Any:
    """The page of two editions, once it is there."""
    page.goto(address)
    page.wait_for_selector(".sides section")
    return page


def prebuilt(site: Path) -> list[Path]:
    return sorted(path for path in site.glob("compare/2*/*.html") if path.name != "index.html")


def test_the_browser_makes_the_same_as_the_program(examples: Path, visit: Visit) -> None:
    page, errors = visit("about:blank"), []
    page.on("console", lambda said: errors.append(said.text))
    page.on("pageerror", lambda fault: errors.append(str(fault)))
    assert len(prebuilt(examples)) > 12
    for path in prebuilt(examples):
        before, after = path.parent.name.split("-")
        page.goto(path.as_uri())
        built = page.evaluate(SHOWN), page.evaluate(LEAD), page.evaluate("document.title")
        root = (examples / "compare.html").as_uri()
        settled(page, f"{root}?a={before}&b={after}&s={path.stem}")
        made = page.evaluate(SHOWN), page.evaluate(LEAD), page.evaluate("document.title")
        assert made == built, path
    assert errors == []


def random_text(chance: random.Random) -> str:
    """Sentences of few words, so that many are alike, some of them twice."""
    words = [
        "全馆",
        "开馆",
        "办证",
        "技能",
        "大赛",
        "3",
        "12.5",
        "1,840",
        "，",
        "“好。”",
        " ",
        "𠮷",
    ]
    said = [
        "".join(chance.choices(words, k=chance.randint(1, 9))) + chance.choice("。！\n")
        for _ in range(6)
    ]
    return "".join(chance.choices(said, k=chance.randint(0, 9)))


def test_random_texts_are_aligned_alike(visit: Visit) -> None:
    chance = random.Random(7)
    tables = [
        [(sentences(random_text(chance)), sentences(random_text(chance))) for _ in range(3)]
        for _ in range(300)
    ]
    script = (TEMPLATES / "compare" / "align.js").read_text("utf-8")
    page = visit("about:blank")
    made = page.evaluate(f"tables => {{ {script}; return tables.map(align) }}", tables)
    for table, rows in zip(tables, made, strict=True):
        said = [
            [(*row[:3], row[3] if len(row) > 3 and row[3] is not None else -1) for row in one]
            for one in rows
        ]
        assert said == [[tuple(row) for row in one] for one in align(table)], table


def random_figure(chance: random.Random) -> Figure:
    value = chance.choice(
        ["0", "7", "0.4", "-3", "…", str(chance.randint(1, 10**6)), f"{chance.random() * 900:.3f}"]
    )
    unit = chance.choice(["人", "万人", "亿人", "%", "个百分点", "家"])
    day = chance.choice([None, None, None, date(2017, 12, 31)])
    approx = chance.choice(["", "", "约"])
    return figure(
        "f", "loans", "数", value, unit, approx=approx, as_of=day, per=chance.choice(["", "", "家"])
    )


def test_random_figures_differ_alike(visit: Visit) -> None:
    chance = random.Random(7)
    pairs = [(random_figure(chance), random_figure(chance)) for _ in range(2000)]
    volumes = volume(VOLUME_2015), volume(VOLUME_2017)
    indicators = [
        tuple(Indicator("work", "f", one, chance.choice([12, 12, 6])) for one in pair)
        for pair in pairs
    ]
    rows = [[("work", *comparedata.measured(one)) for one in pair] for pair in indicators]
    script = (TEMPLATES / "compare" / "figures.js").read_text("utf-8")
    words = json.dumps(SPEAKING["assets/comparing.js"])
    fill = (
        "const said = (text, values) => text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);"
    )
    made = visit("about:blank").evaluate(
        f"pairs => {{ const words = {words}; {fill} {script}; return pairs.map(pair => saidOf(pair, ['', ''])) }}",
        rows,
    )
    for pair, said, one in zip(pairs, made, indicators, strict=True):
        assert said == compareview.difference(one, volumes), pair


def test_any_two_editions_can_be_chosen(examples: Path, visit: Visit) -> None:
    page = visit(examples / "compare.html")
    page.select_option("[name=a]", "2017")
    page.select_option("[name=b]", "2020")
    page.wait_for_selector("[name=s] option[value=skills]", state="attached")
    page.select_option("[name=s]", "skills")
    page.click(".any button")
    page.wait_for_selector(".sides section")
    assert "?a=2017&b=2020&s=skills" in page.url
    assert page.text_content("h1") == "技能竞赛"
    assert page.text_content(".kicker") == "比较·2017卷与2020卷"
    assert "2017卷题作“技术比武”。" in page.text_content(".lead")
    assert page.text_content(".sides td:last-child") == "增623人（44.8%）"


def test_the_later_edition_may_be_named_first(examples: Path, visit: Visit) -> None:
    page = visit("about:blank")
    settled(page, (examples / "compare.html").as_uri() + "?a=2020&b=2017&s=skills")
    assert page.text_content(".kicker") == "比较·2017卷与2020卷"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("a=2017&b=2017&s=skills", "请选不同的两卷。"),
        ("a=2017&b=2020&s=nowhere", "这两卷没有相同的分目可比。"),
        ("a=2017&b=2020&s=../../../x", "这两卷没有相同的分目可比。"),
    ],
)
def test_what_cannot_be_compared_is_said(
    examples: Path, visit: Visit, query: str, said: str
) -> None:
    page = visit("about:blank")
    page.goto((examples / "compare.html").as_uri() + "?" + query)
    page.wait_for_function(f"document.querySelector('.any [role=status]').textContent === '{said}'")
    assert page.query_selector(".sides section") is None


def test_an_address_names_no_script_of_its_own(examples: Path, visit: Visit) -> None:
    page, asked = visit("about:blank"), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((examples / "compare.html").as_uri() + "?a=../../x&b=//example.org&s=y")
    page.wait_for_selector("[name=s] option", state="attached")
    assert not [
        url for url in asked if "example.org" in url.split("?")[0] or "/x" in url.split("?")[0]
    ]


def test_a_lost_script_is_named(examples: Path, visit: Visit, tmp_path: Path) -> None:
    site = Path(shutil.copytree(examples, tmp_path / "site"))
    (site / "compare/data/2017/skills.js").unlink()
    page = visit("about:blank")
    page.goto((site / "compare.html").as_uri() + "?a=2017&b=2020&s=skills")
    page.wait_for_function("document.querySelector('.any [role=status]').textContent")
    said = page.text_content(".any [role=status]")
    assert said == "compare/data/2017/skills.js缺失或损坏，不能比较。请重新拷贝整个网站。"


def test_words_that_changed_are_marked_where_they_are_seen(examples: Path, visit: Visit) -> None:
    page = visit(examples / "compare/2019-2020/skills.html")
    page.wait_for_selector("#b_0 ~ table .changed ins")
    before = page.evaluate(ROWS)
    assert page.evaluate("[...document.querySelectorAll('#b_0 ~ table del')].map(e => e.textContent)") == [
        "10", "七", "设钳工、焊工、茶艺3个工种，", "1840",
    ]  # fmt: skip
    assert page.evaluate("[...document.querySelectorAll('#b_0 ~ table ins')].map(e => e.textContent)") == [
        "9", "八", "2015",
    ]  # fmt: skip
    page.context.close()
    plain = visit(examples / "compare/2019-2020/skills.html", java_script_enabled=False)
    rows = plain.query_selector_all(".text tbody tr")
    assert [
        [cell.text_content() for cell in row.query_selector_all("td")] for row in rows
    ] == before
    assert plain.query_selector("ins, del") is None


LETTERS = """([before, after]) => {
  document.querySelector('.sides').innerHTML = '<table class=text><tr class=changed><td>改<td><td></table>';
  const row = document.querySelector('tr');
  row.cells[1].textContent = before;
  row.cells[2].textContent = after;
  const script = document.createElement('script');
  script.src = '../../assets/compare.js';
  document.head.append(script);
  return new Promise(done => { script.onload = () => { dispatchEvent(new Event('beforeprint')); done([1, 2].map(n => row.cells[n].innerHTML)) } });
}"""


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("共3.5万项。", "共3.15万项。", ["共<del>3.5</del>万项。", "共<ins>3.15</ins>万项。"]),
        ("建PM2站", "建PM10站", ["建PM<del>2</del>站", "建PM<ins>10</ins>站"]),
        ("甲乙丙丁戊", "甲子丙丑戊", ["甲<del>乙丙丁</del>戊", "甲<ins>子丙丑</ins>戊"]),
        ("开馆", "按时开馆", ["开馆", "<ins>按时</ins>开馆"]),
        ("𠮷野家", "吉野家", ["<del>𠮷</del>野家", "<ins>吉</ins>野家"]),
        ("<b>1", "<i>1", ["&lt;<del>b</del>&gt;1", "&lt;<ins>i</ins>&gt;1"]),
        ("同" * 600, "同" * 599 + "异", ["同" * 600, "同" * 599 + "异"]),
    ],
)
def test_letters(examples: Path, visit: Visit, before: str, after: str, marked: list[str]) -> None:
    page = visit(examples / "compare/2019-2020/overview.html")
    assert page.evaluate(LETTERS, [before, after]) == marked


def test_all_is_marked_before_printing(examples: Path, visit: Visit) -> None:
    page = visit(examples / "compare/2019-2020/skills.html", width=390)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rows = page.query_selector_all("tr.changed")
    assert all(row.query_selector("ins, del") for row in rows)


def test_only_what_differs_is_shown_when_asked(examples: Path, visit: Visit) -> None:
    page = visit(examples / "compare/2019-2020/leaders.html", java_script_enabled=False)
    assert page.is_visible("tr.same")
    page.check("#only_")
    assert not page.is_visible("tr.same")
    assert page.is_visible("tr.cut")


def test_a_narrow_page_has_one_side_under_the_other(examples: Path, visit: Visit) -> None:
    page = visit(examples / "compare/2019-2020/skills.html", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    tops = page.evaluate(
        "[...document.querySelector('tr.changed').cells].map(c => c.getBoundingClientRect().top)"
    )
    assert tops == sorted(set(tops))


def test_in_firefox_from_the_disk(firefox: Any, examples: Path) -> None:
    path = examples / "compare/2017-2019/skills.html"
    firefox.visit(path.as_uri())
    firefox.evaluate("document.querySelector('tr.changed').scrollIntoView()")
    built = firefox.evaluate(f"JSON.stringify({SHOWN})")
    assert firefox.wait("document.querySelector('.changed ins') !== null")
    assert firefox.console == []
    firefox.visit((examples / "compare.html").as_uri() + "?a=2017&b=2019&s=skills")
    assert firefox.wait("document.querySelector('.sides section') !== null")
    assert firefox.evaluate(f"JSON.stringify({SHOWN})") == built
    assert firefox.console == []
