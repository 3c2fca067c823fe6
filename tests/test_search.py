"""Search finds every entry that contains the words, and nothing else, offline."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import AT, IMPRINT, TEMPLATES, VOLUME_2015, entry, theme, year

from yearbook import model
from yearbook.issues import Issues, Place
from yearbook.model import Category, Edition, Event, Item, Section, Table, Yearbook
from yearbook.read import load
from yearbook.render import outputs, search
from yearbook.render.site import Site, site
from yearbook.search.normal import normal
from yearbook.search.units import units

EXAMPLES = Path(__file__).parent.parent / "examples" / "content"
FIXED = [
    "五小", "“五小”", "技能大赛", "第六届", "第七届", "举办第六届云川", "单志远", "2018年10月18日",
    "86300", "86,300", "８６３００", "3.1", "8.9万", "1", "的", "茶", "钳工 焊工", "茶艺 640",
    "(特", "灵活就业", "流动书屋", "以云与川合成", "云川市志", "决赛赛场平面图", "退休", "没有这样的话",
    "gdp", "市总工会，", "《云川", "，", "钳工\u3000报名",
]  # fmt: skip

Found = set[tuple[str, str, str]]


def volume(id: str, *sections: Section) -> Edition:
    return replace(
        VOLUME_2015, id=id, volume=id, covers=year(int(id)), contents=(Category(sections=sections),)
    )


def section(stem: str, *entries: model.Entry, **more: Any) -> Section:
    return Section(stem=stem, title=f"分目{stem}", at=AT, entries=entries, **more)


def made(*editions: Edition) -> Site:
    return site(Yearbook(imprint=IMPRINT, editions=editions), theme(), "search.html")


def handed_over(site: Site) -> dict[str, Any]:
    """The data in the pack, as the browser reads it."""
    script = search.pack(site).decode("utf-8")
    assert script.startswith("yearbookSearch(")
    data: dict[str, Any] = json.loads(script[len("yearbookSearch(") : -len(");\n")])
    return data


@pytest.fixture(scope="module")
def examples() -> Yearbook:
    found = load(EXAMPLES, Issues())
    assert found
    return found


def every_unit(yearbook: Yearbook) -> Iterator[tuple[tuple[str, str, str], str, str]]:
    """Edition, stem and id of each unit with its title and body."""
    for one in made(*yearbook.editions).volumes:
        for section in one.sections:
            for unit in units(one, section):
                yield (one.edition.id, section.stem, unit.id), unit.title, unit.body


def plain_search(yearbook: Yearbook, query: str) -> Found:
    """The oracle: each word is a substring of the normal title or of the normal body."""
    wanted = [term for term in map(normal, query.split()) if term]
    return {
        where
        for where, title, body in every_unit(yearbook)
        if wanted and all(term in normal(title) or term in normal(body) for term in wanted)
    }


# The text that is compared


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("“五小”成果", "五小成果"),
        ("《云川 市志》（第一卷）", "云川市志第一卷"),
        ("３０，０００余项", "30000余项"),
        ("30,000,000", "30000000"),
        ("1,2345、12,34", "1,2345、12,34"),
        ("116.97万元", "116.97万元"),
        ("GB／T　7714", "gb/t7714"),
        ("安全、生产。\n下一段", "安全、生产。\n下一段"),
        ("𠮷野家", "𠮷野家"),
    ],
)
def test_text_is_compared_in_its_normal_form(text: str, compared: str) -> None:
    assert normal(text) == compared


@given(st.text())
def test_the_normal_form_is_its_own(text: str) -> None:
    assert normal(normal(text).replace(",", "")) == normal(text).replace(",", "")


# What is found


def test_an_entry_is_found_by_all_its_words() -> None:
    source = "正文[^a]，{~~第十届~>第十二届~~}{>>据档案改<<}。\n\n- 列项\n\n![](tables/x.csv)"
    table = Table(
        id="t", entry="one", caption="表题", file="tables/x.csv", at=AT, rows=(("头",), ("格",))
    )
    note = model.Note(id="a", source="注文", at=AT)
    one = section("one", entry("one", "标题", source), notes=(note,), tables=(table,))
    ((_, title, body),) = every_unit(Yearbook(imprint=IMPRINT, editions=(volume("2017", one),)))
    assert title == "标题"
    assert body == "正文，第十二届。\n列项\n表题\n头\n格\n注文\n正文，第十届。"


def test_records_are_found_by_what_the_page_shows(examples: Yearbook) -> None:
    found = {where: (title, body) for where, title, body in every_unit(examples)}
    assert found["2019", "leaders", "qiu-heng"] == (
        "仇恒",
        "副主席\n2012年3月—2018年11月20日\n2018年11月退休。",
    )
    assert found["2019", "milestones", "cool-summer"] == ("", "2018年7月\n首批清凉驿站开放。")
    assert found["2019", "duties", "care"][1] == "帮助困难职工解决生活中的问题。\n由帮扶中心承办。"
    assert found["2019", "skills", "emblem"] == ("大赛会徽", "生产保护部\n以云与川合成。")
    assert found["2019", "overview", "lead"][0] == "概述"


def test_a_table_that_belongs_to_no_entry_is_a_unit() -> None:
    table = Table(
        id="t", entry="", caption="表题", file="tables/x.csv", at=AT, rows=(("头",), ("格",))
    )
    one = section("one", entry("lead", "分目", "文。"), tables=(table,))
    units = list(every_unit(Yearbook(imprint=IMPRINT, editions=(volume("2017", one),))))
    assert units[1] == (("2017", "one", "t"), "表题", "头\n格")


def test_the_pack_names_the_newest_volume_first(examples: Yearbook) -> None:
    data = handed_over(made(*examples.editions))
    assert [id for id, _ in data["editions"]] == ["2021", "2020", "2019"]
    assert data["sections"][0] == [0, "overview", "概述"]
    assert len(data["units"]) == len(list(every_unit(examples)))


def test_line_separators_do_not_break_the_script() -> None:
    one = section("one", items=(Item(id="a", text="上\u2028下\u2029止", at=AT),))
    script = search.pack(made(volume("2017", one)))
    assert b"\\u2028" in script
    assert not re.search("[\u2028\u2029]", script.decode("utf-8"))


def test_the_pack_changes_with_words_and_not_with_lines() -> None:
    def key(text: str, line: int) -> str:
        event = Event(id="a", date="2017", text=text, at=Place("x", line))
        wanted = made(volume("2017", section("one", events=(event,))))
        return next(o.key for o in search.outputs(wanted) if o.path == "search/pack.js")

    assert key("开馆", 1) == key("开馆", 9)
    assert key("开馆", 1) != key("闭馆", 1)


def test_the_script_is_small() -> None:
    script = (TEMPLATES / "assets" / "search.js").read_bytes()
    assert len(zlib.compress(script, 9)) <= 12_000


def test_without_script_the_page_leads_to_contents_and_figures(examples: Yearbook) -> None:
    page = next(o for o in search.outputs(made(*examples.editions)) if o.path == "search.html")
    html = page.make().decode("utf-8")
    assert "<noscript>" in html
    assert 'href="2019/index.html"' in html
    assert 'href="2020/figures.html"' in html
    assert 'href="2019/honours.html"' in html


# In the browser, from the disk


def written(folder: Path, yearbook: Yearbook) -> str:
    """The site of a yearbook on the disk; the address of its search page."""
    for one in outputs(yearbook, theme()):
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.make())
    return (folder / "search.html").as_uri()


HITS = """queries => queries.map(query => {
  const box = document.querySelector('.search input');
  box.value = query;
  box.dispatchEvent(new Event('input'));
  const more = document.querySelector('.more');
  while (!more.hidden) more.click();
  return Array.from(document.querySelectorAll('.hits a'), a => a.getAttribute('href'));
})"""


@pytest.fixture(scope="module")
def address(examples: Yearbook, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The search page of the examples on the disk."""
    return written(tmp_path_factory.mktemp("site"), examples)


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """The search page in Chromium; no complaint in its console at the end."""
    page = chromium.new_page()
    page.set_default_timeout(5_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(address)
    page.wait_for_function("() => yearbookSearch.ready")
    yield page
    page.close()
    assert said == []


def fragments(yearbook: Yearbook, count: int) -> list[str]:
    """Random substrings of titles and bodies, seeded."""
    chance = random.Random(7714)
    texts = [text for _, title, body in every_unit(yearbook) for text in (title, body) if text]
    found = []
    while len(found) < count:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        fragment = text[start : start + chance.randint(1, 8)].split("\n")[0].strip()
        if normal(fragment):
            found.append(fragment)
    return found


def hits(page: Any, *queries: str) -> list[Found]:
    rows = page.evaluate(HITS, list(queries))
    parts = re.compile(r"([^/]+)/([^.]+)\.html\?q=[^#]*#(.+)")
    found = [[parts.fullmatch(href) for href in row] for row in rows]
    return [{m.groups() for m in row if m} for row in found]  # type: ignore[misc]


def test_hits_equal_a_plain_search_of_the_text(page: Any, examples: Yearbook) -> None:
    queries = FIXED + fragments(examples, 200)
    for query, found in zip(queries, hits(page, *queries), strict=True):
        assert found == plain_search(examples, query), query


def test_both_normal_forms_are_the_same(page: Any) -> None:
    chance = random.Random(36070)
    plain = [chr(code) for code in range(1, 0x3100)] + [chr(c) for c in range(0xFE00, 0x10000)]
    dense = list("0123456789,，.．aZ（“》　 \n𠮷İßΣＡ９")
    texts = ["".join(chance.choices(dense, k=20)) for _ in range(500)]
    texts += ["".join(chance.choices(plain, k=40)) for _ in range(500)]
    texts += ["".join(plain), "长" * 10_000]
    said = page.evaluate("texts => texts.map(text => yearbookSearch.normal(text))", texts)
    for text, one in zip(texts, said, strict=True):
        assert one == normal(text), text


def opened(chromium: Any, folder: Path, *editions: Edition) -> Callable[[str], list[str]]:
    """What a search of a small yearbook shows: the addresses in order."""
    page = chromium.new_page()
    page.goto(written(folder, Yearbook(imprint=IMPRINT, editions=editions)))
    page.wait_for_function("() => yearbookSearch.ready")

    def find(query: str) -> list[str]:
        (row,) = page.evaluate(HITS, [query])
        return [re.sub(r"\?q=[^#]*", "", href) for href in row]

    return find


def test_whole_numbers_then_titles_then_newer_volumes_come_first(
    chromium: Any, tmp_path: Path
) -> None:
    older = section("old", entry("part", "甲", "共116.97万元。"), entry("whole", "乙", "共97项。"))
    newer = section("new", entry("newer", "丙", "共97家。"), entry("titled", "97家", "文。"))
    longer = section("far", entry("digits", "丁", "共970册。"))
    find = opened(chromium, tmp_path, volume("2016", older), volume("2017", newer, longer))
    assert find("97") == [
        "2017/new.html#titled",
        "2017/new.html#newer",
        "2016/old.html#whole",
        "2017/far.html#digits",
        "2016/old.html#part",
    ]
    assert find("116.97") == ["2016/old.html#part"]


def test_the_same_entry_of_many_years_is_one_group(page: Any) -> None:
    page.fill(".search input", "元旦春节")
    assert page.locator(".hits > li").count() == 1
    assert page.locator(".hits h2 a").inner_text() == "元旦春节送温暖"
    assert page.locator(".hits .where").last.inner_text() == "又见 2019卷"
    assert "找到2条" in page.locator("[role=status]").inner_text()


def test_hits_are_marked_in_title_and_excerpt(page: Any) -> None:
    page.fill(".search input", "五小 71")
    marks = page.locator(".hits mark").all_inner_texts()
    assert marks == ["五小", "五小", "71"]


def test_markup_in_a_query_is_only_text(page: Any) -> None:
    page.fill(".search input", "<img src=x onerror=alert(1)>")
    assert page.locator(".search img").count() == 0
    assert "没有找到" in page.locator("[role=status]").inner_text()


def test_the_address_holds_the_query(page: Any) -> None:
    page.fill(".search input", "茶艺")
    assert page.evaluate("location.search") == "?q=%E8%8C%B6%E8%89%BA"
    page.reload()
    page.wait_for_function("() => yearbookSearch.ready")
    assert page.input_value(".search input") == "茶艺"
    assert page.locator(".hits > li").count() == 1


def test_an_entry_leads_to_its_place(page: Any) -> None:
    page.fill(".search input", "灵活就业")
    with page.expect_navigation():
        page.locator(".hits h2 a").first.click()
    assert page.url.endswith("2019/overview.html?q=%E7%81%B5%E6%B4%BB%E5%B0%B1%E4%B8%9A#lead")
    assert page.locator("#lead").count() == 1
    page.go_back()
    page.wait_for_function("() => yearbookSearch.ready")
    assert page.locator(".hits > li").count() == 1


def test_nothing_runs_while_a_word_is_being_composed(page: Any) -> None:
    page.fill(".search input", "茶艺")
    compose = """(text) => {
      const box = document.querySelector('.search input');
      box.dispatchEvent(new CompositionEvent('compositionstart'));
      box.value = text;
      box.dispatchEvent(new InputEvent('input', {isComposing: true}));
      return document.querySelector('[role=status]').textContent;
    }"""
    assert "茶艺" in page.evaluate(compose, "han'gong")
    ended = """(text) => {
      const box = document.querySelector('.search input');
      box.value = text;
      box.dispatchEvent(new CompositionEvent('compositionend'));
      return document.querySelector('[role=status]').textContent;
    }"""
    assert page.evaluate(ended, "焊工") == "“焊工”：找到1条。"


def test_the_keyboard_goes_through_the_hits(page: Any) -> None:
    page.fill(".search input", "清凉驿站")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelector('.hits li')"
    )
    page.keyboard.press("ArrowDown")
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('.hits > li')[1]"
    )
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"


def test_facets_count_and_narrow(page: Any) -> None:
    page.fill(".search input", "清凉驿站")
    editions = page.locator("select[name=label]")
    assert editions.locator("option").all_inner_texts() == [
        "各卷（3）",
        "2020卷（1）",
        "2019卷（2）",
    ]
    editions.select_option("2019卷")
    assert page.locator("[role=status]").inner_text() == "“清凉驿站”：找到2条。"
    kinds = page.locator("select[name=kind]")
    kinds.select_option("大事")
    assert page.locator(".hits h2 a").all_inner_texts() == ["大事记略"]
    page.fill(".search input", "茶艺")
    assert page.locator(".hits > li").count() == 1


def test_an_empty_result_offers_what_to_do(page: Any) -> None:
    page.fill(".search input", "焊工 没有这样的话")
    assert page.locator("[role=status]").inner_text() == "“焊工 没有这样的话”：没有找到。"
    assert page.locator(".empty ul li").all_inner_texts() == [
        "只找“焊工”：1条",
        "“没有这样的话”：没有找到。",
    ]
    with page.expect_navigation():
        page.locator(".empty a").click()
    page.wait_for_function("() => yearbookSearch.ready")
    assert page.locator("[role=status]").inner_text() == "“焊工”：找到1条。"


def test_a_missing_pack_is_said(chromium: Any, examples: Yearbook, tmp_path: Path) -> None:
    address = written(tmp_path, examples)
    (tmp_path / "search" / "pack.js").unlink()
    page = chromium.new_page()
    page.goto(f"{address}?q=1")
    page.wait_for_function(
        "() => document.querySelector('[role=status]').textContent.includes('没有载入')"
    )
    page.close()


def test_many_hits_come_in_steps(chromium: Any, tmp_path: Path) -> None:
    entries = [entry(f"e{n}", f"第{n}条", "同样的话。") for n in range(120)]
    page = chromium.new_page()
    page.goto(
        written(
            tmp_path,
            Yearbook(imprint=IMPRINT, editions=(volume("2017", section("one", *entries)),)),
        )
    )
    page.wait_for_function("() => yearbookSearch.ready")
    page.fill(".search input", "同样的话")
    assert page.locator(".hits > li").count() == 50
    page.locator(".more").click()
    assert page.locator(".hits > li").count() == 100
    assert page.evaluate("document.activeElement.textContent") == "第50条"
    page.close()
