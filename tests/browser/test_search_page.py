"""The search page from the disk: counts, filters, suggestions, keys, history, and what it says
when nothing is found."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from searching import answered, links, quiet, titles, told

Visit = Callable[..., Any]
Search = Callable[..., Any]
IN_FOCUS = "document.activeElement.closest('.hits > li, form').tagName"
NTH = """() => [...document.querySelector('.hits').children]
  .indexOf(document.activeElement.closest('.hits > li'))"""


@pytest.fixture
def search(examples: Path, visit: Visit) -> Iterator[Search]:
    """Opens the search page with a query and filters in its address; nothing may complain."""
    with quiet(page := visit("about:blank")):

        def opened(query: str, more: str = "") -> Any:
            address = (examples / "search.html").as_uri()
            page.goto(f"{address}?q={quote(query)}{more}")
            return answered(page)

        yield opened


def facet(page: Any, nth: int) -> list[list[str]]:
    """The rows of a filter: 0 category, 1 section, 2 kind."""
    rows = page.locator(".toc ol ol").nth(nth).locator("a")
    return [row.inner_text().split("\n") for row in rows.all()]


# What is found


def test_the_count_is_told(search: Search) -> None:
    page = search("清凉驿站")
    assert told(page) == "“清凉驿站”：找到3条，各年同一条目合并为2项。"
    assert page.title().startswith("清凉驿站·")


def test_the_same_entry_of_many_years_is_one_hit_with_a_chip_for_each_other_year(
    search: Search,
) -> None:
    page = search("元旦春节")
    assert titles(page) == ["元旦春节送温暖"]
    query = "?q=%E5%85%83%E6%97%A6%E6%98%A5%E8%8A%82"
    assert links(page, ".hits h2 a") == [f"2020/care.html{query}#winter"]
    assert (
        page.locator(".hits .chips").inner_text().replace("\xa0", "").replace(" ", "")
        == "又见2019卷2017卷"
    )
    assert links(page, ".hits .chips a") == [
        f"{year}/care.html{query}#winter" for year in (2019, 2017)
    ]


def test_a_hit_says_where_it_stands(search: Search) -> None:
    page = search("五小成果征集")
    assert page.locator(".hits .where").first.inner_text() == "2020卷 · 业务工作 · 技能竞赛 · 条目"


def test_title_and_excerpt_are_marked(search: Search) -> None:
    page = search("五小 71")
    assert page.locator(".hits mark").all_inner_texts() == ["五小", "五小", "71"]


def test_the_excerpt_shows_each_word_of_the_query(search: Search) -> None:
    page = search("基层工会 灵活就业")
    assert set(page.locator(".hits p mark").all_inner_texts()) == {"基层工会", "灵活就业"}


def test_an_excerpt_prefers_the_number_that_stands_whole(search: Search) -> None:
    page = search("12")
    shown = page.locator(".hits > li", has_text="职工书屋").first.inner_text()
    assert "12家" in shown


# Suggestions


def suggested(page: Any) -> dict[str, str]:
    page.wait_for_function("() => !document.querySelector('.offers span:empty')")
    rows = page.locator(".offers:visible > p").all()
    return {
        row.locator("b").inner_text(): " ".join(row.locator(":scope > :not(b)").all_inner_texts())
        for row in rows
    }


def test_names_documents_honours_and_places_stand_above_the_hits_with_their_kind(
    search: Search,
) -> None:
    assert suggested(search("林秋水")) == {"人物": "林秋水"}
    page = search("云川市志")
    assert suggested(page) == {"参考资料": "云川市志"}
    assert links(page, ".offers a")[0].startswith("documents.html#")
    assert suggested(search("全省五一劳动奖状")) == {"荣誉": "全省五一劳动奖状"}


def test_a_variant_leads_to_the_full_name(search: Search) -> None:
    assert "云川市职工技能大赛" in suggested(search("技能大赛"))["竞赛评选"]


def test_a_figure_shows_its_amounts_and_volumes(search: Search) -> None:
    page = search("筹集帮扶资金")
    said = suggested(page)["数据"]
    assert said == "筹集帮扶资金 约231万元（2020卷） 约215.4万元（2019卷） 约180万元（2017卷）"
    assert links(page, ".offers a") == [
        "2020/figures.html#f_relief-fund",
        "2019/figures.html#f_relief-fund",
        "2017/figures.html#f_relief-fund",
    ]


def test_suggestions_are_not_counted(search: Search) -> None:
    page = search("86300")
    assert told(page) == "“86300”：找到1条。"
    assert "86300余人（2019卷）" in suggested(page)["数据"]


def test_many_suggestions_are_folded(search: Search) -> None:
    page = search("人")
    row = page.locator(".offers p", has_text="数据")
    assert row.locator("span").count() == 4
    row.locator("button").click()
    assert row.locator("span").count() > 4
    assert page.evaluate("document.activeElement.closest('.offers p') !== null")


def test_many_kinds_of_suggestions_are_folded(search: Search) -> None:
    page = search("市")
    assert page.locator(".offers p").count() == 4
    page.click(".offers > button")
    assert page.locator(".offers p").count() > 4
    assert page.locator(".offers > button").count() == 0


def test_pinyin_leads_to_titles_that_are_read_so(search: Search) -> None:
    for query in ("qlyz", "qingliangyizhan", "qingliangyz"):
        page = search(query)
        page.wait_for_selector(".offers a")
        assert "清凉驿站" in suggested(page)["读音相合"]


# Filters


def test_each_filter_counts_what_the_others_leave(search: Search) -> None:
    page = search("清凉驿站")
    assert facet(page, 1) == [["帮扶救助", "2"], ["大事记略", "1"]]
    assert facet(page, 2) == [["条目", "2"], ["大事", "1"]]
    page.click(".toc a:has-text('大事记略')")
    assert told(page) == "“清凉驿站”：找到1条。"
    assert titles(page) == ["大事记略"]
    assert facet(page, 1) == [["帮扶救助", "2"], ["大事记略", "1"]]
    assert not page.locator(".toc ol ol").nth(2).is_visible()
    years = page.locator("select[name=from] option").all_inner_texts()
    assert years[:2] == ["2017卷（0）", "2019卷（1）"]


def test_a_chosen_filter_is_current_keeps_the_focus_and_is_lifted_by_itself(
    search: Search,
) -> None:
    page = search("清凉驿站")
    page.locator(".toc a:has-text('条目')").focus()
    page.keyboard.press("Enter")
    chosen = page.locator(".toc a[aria-current=true]")
    assert chosen.inner_text().split("\n")[0] == "条目"
    assert chosen.evaluate("one => one === document.activeElement")
    chosen.click()
    assert told(page).startswith("“清凉驿站”：找到3条")
    assert page.locator(".toc a[aria-current=true]").count() == 0


def test_volumes_are_chosen_as_a_range(search: Search) -> None:
    page = search("云川市总工会")
    first, last = page.locator("select[name=from]"), page.locator("select[name=to]")
    assert first.locator("option").all_inner_texts()[:3] == [
        "2017卷（4）",
        "2019卷（6）",
        "2020卷（4）",
    ]
    first.select_option("2020")
    assert "from=2020" in page.url and "to=" not in page.url
    assert told(page).startswith(f"“云川市总工会”：找到{sum_of(last, 2020)}条")
    last.select_option("2020")
    assert page.url.endswith("&from=2020&to=2020")
    first.select_option("2021")
    assert page.url.endswith("&from=2021") or page.url.endswith("&from=2021&to=2021")


def sum_of(select: Any, first: int) -> int:
    """The hits of the volumes from `first` on, as the options say."""
    texts = select.locator("option").all_inner_texts()
    said = [text.rstrip("）").split("卷（") for text in texts]
    return sum(int(count) for year, count in said if int(year) >= first)


def test_the_address_holds_query_and_filters_for_reload_back_and_forward(search: Search) -> None:
    page = search("清凉驿站")
    page.click(".toc a:has-text('帮扶救助')")
    page.select_option("select[name=from]", "2020")
    assert page.url.endswith("&section=care&from=2020")
    page.reload()
    assert told(answered(page)) == "“清凉驿站”：找到1条。"
    page.go_back()
    answered(page, "找到2条")
    assert page.url.endswith("&section=care")
    page.go_back()
    answered(page, "找到3条")
    page.go_forward()
    assert told(answered(page, "找到2条")).startswith("“清凉驿站”：找到2条")


def test_filters_that_leave_nothing_are_said_and_lifted(search: Search) -> None:
    page = search("清凉驿站", "&kind=%E4%BA%BA%E7%89%A9")
    assert told(page) == "所选范围内没有，不限范围有3条。取消各项限定"
    page.click(".told a")
    assert told(page).startswith("“清凉驿站”：找到3条")


def test_a_volume_that_there_is_not_does_not_narrow(search: Search) -> None:
    assert told(search("清凉驿站", "&from=1066")).startswith("“清凉驿站”：找到3条")


# Typing, keys, history


def test_typing_searches_and_does_not_fill_the_history(search: Search) -> None:
    page = search("茶艺")
    before = page.evaluate("history.length")
    for query in ("焊", "焊工"):
        page.fill(".search input", query)
        answered(page, f"“{query}”：找到1条")
        assert page.url.endswith(f"?q={quote(query)}")
        assert page.evaluate("history.length") == before + 1
    page.go_back()
    answered(page, "“茶艺”")
    assert page.input_value(".search input") == "茶艺"


def test_enter_makes_a_step_of_the_history(search: Search) -> None:
    page = search("茶艺")
    page.fill(".search input", "焊工")
    page.keyboard.press("Enter")
    answered(page, "“焊工”")
    page.go_back()
    answered(page, "“茶艺”")
    assert page.input_value(".search input") == "茶艺"


def test_nothing_runs_while_a_word_is_being_composed(search: Search) -> None:
    page = search("茶艺")
    page.evaluate("""() => {
      const box = document.querySelector('.search input');
      box.dispatchEvent(new CompositionEvent('compositionstart'));
      box.value = "han'gong";
      box.dispatchEvent(new InputEvent('input', {isComposing: true}));
    }""")
    page.wait_for_timeout(300)
    assert told(page).startswith("“茶艺”")
    page.evaluate("""() => {
      const box = document.querySelector('.search input');
      box.value = '焊工';
      box.dispatchEvent(new CompositionEvent('compositionend'));
    }""")
    answered(page, "“焊工”：找到1条")


def test_down_and_up_go_through_the_hits_and_escape_to_the_box(search: Search) -> None:
    page = search("清凉驿站")
    page.focus(".search input")
    for key, nth in (("Down", 0), ("Down", 1), ("Down", 1), ("Up", 0), ("Up", -1)):
        page.keyboard.press(f"Arrow{key}")
        assert page.evaluate(NTH) == nth, key
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"


def test_back_from_a_page_leads_to_the_hit_that_led_there(search: Search) -> None:
    page = search("工会")
    page.locator(".hits h2 a").nth(3).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_selector(".unmark")
    page.go_back()
    answered(page)
    page.wait_for_function(f"() => ({NTH})() === 3")
    assert page.input_value(".search input") == "工会"


# Nothing found


def offered(page: Any) -> list[str]:
    page.wait_for_timeout(100)
    found: list[str] = page.locator(".empty:visible ul li").all_inner_texts()
    return found


def test_traditional_characters_are_offered_as_simplified_ones(search: Search) -> None:
    page = search("職工書屋")
    assert told(page) == "“職工書屋”：正文没有；名目与数据有5个。"
    assert not page.locator(".empty ol").is_visible()
    page.wait_for_selector(".empty ul a")
    assert offered(page)[0] == "改用“职工书屋”检索：5条"
    with page.expect_navigation():
        page.click(".empty ul a")
    assert told(answered(page)).startswith("“职工书屋”：找到5条")


def test_each_word_is_tried_alone(search: Search) -> None:
    page = search("焊工 没有这样的话")
    assert offered(page)[:2] == ["只找“焊工”：1条", "“没有这样的话”：没有找到"]


def test_the_nearest_titles_are_offered(search: Search) -> None:
    page = search("职工技能竞赛大会")
    assert "云川市职工技能大赛" in offered(page)
    assert "2021/skills.html#contest" in links(page, ".empty ul a")


def test_an_empty_result_leads_to_the_indexes(search: Search) -> None:
    page = search("没有这样的话")
    assert page.locator(".hints").is_visible()
    assert {"subjects.html", "names.html", "2019/subjects.html"} <= set(links(page, ".hints a"))
    page.fill(".search input", "茶艺")
    answered(page, "“茶艺”")
    assert not page.locator(".hints, .empty").first.is_visible()


def test_short_words_of_letters_are_not_tried_alone(search: Search) -> None:
    page = search("焊工 ab 没有这样的话")
    page.wait_for_selector(".empty ul a")
    assert not any("ab" in row for row in offered(page))


def test_what_sounds_so_is_told_when_no_text_holds_it(search: Search) -> None:
    page = search("qlyz")
    said = told(page)
    assert said.startswith("“qlyz”：正文没有；读音相合的有") and said.endswith("个。")
    count = page.locator(".offers a").count()
    assert f"读音相合的有{count}个" in said
    assert not page.locator(".empty").is_visible()
    assert "> <a" in page.locator(".offers p").last.inner_html().replace("</b>", ">")


# What only some content has


@pytest.fixture
def altered(examples: Path, tmp_path: Path) -> Callable[[str, str], Path]:
    """A copy of the site whose store says something else."""

    def made(old: str, new: str) -> Path:
        site = Path(shutil.copytree(examples, tmp_path / "altered"))
        store = site / "search" / "all.js"
        text = store.read_text(encoding="utf-8")
        assert old in text
        store.write_text(text.replace(old, new), encoding="utf-8")
        return site / "search.html"

    return made


Altered = Callable[[str, str], Path]


def excerpts(visit: Visit, page: Path, query: str) -> list[str]:
    shown = visit(page.as_uri() + f"?q={quote(query)}")
    answered(shown)
    found: list[str] = shown.locator(".hits p:not(.where)").all_inner_texts()
    return found


def test_an_excerpt_cuts_no_number(altered: Altered, visit: Visit) -> None:
    number = "1234567.89" * 4
    page = altered("五小", f"{number}甲乙五小丙丁" + "戊" * 76 + number)
    shown = [text for text in excerpts(visit, page, "五小") if "甲乙" in text]
    assert shown
    for text in shown:
        assert f"{number}甲乙五小" in text
        assert text.rstrip("…").endswith(("戊", number)) or number + "”" in text


def test_an_excerpt_keeps_to_the_text_or_to_what_was_first_printed(
    altered: Altered, visit: Visit
) -> None:
    page = altered("茶艺", "茶艺今作甲\x1e初印茶艺乙某")
    (text, *_) = excerpts(visit, page, "初印")
    assert text.startswith("〔原作〕") and "甲" not in text
    for query in ("今作", "初印", "茶艺", "今作 乙某"):
        shown = excerpts(visit, page, query)
        assert shown and not any("\x1e" in one for one in shown)
    both = excerpts(visit, page, "今作 乙某")[0]
    assert "甲〔原作〕" in both.replace("…", "")


def test_a_figure_shows_the_places_whose_value_holds_the_word_first(search: Search) -> None:
    assert suggested(search("215.4"))["数据"].startswith("筹集帮扶资金 约215.4万元（2019卷） 约231")


LOSES = """words => {
  let own;
  Object.defineProperty(window, 'yearbookEngine', {
    get: () => own,
    set(engine) {
      const find = engine.find;
      engine.find = (query, done) => find(query, found => done({...found, lost: words}));
      own = engine;
    },
  });
}"""


def test_a_word_that_could_not_be_searched_is_not_said_to_be_missing(
    examples: Path, visit: Visit
) -> None:
    page = visit("about:blank")
    page.add_init_script(f"({LOSES})(['没有这样的话'])")
    page.goto((examples / "search.html").as_uri() + "?q=没有这样的话")
    answered(page)
    assert told(page) == "“没有这样的话”没有能检索。"
    assert not page.locator(".empty").is_visible()
    page.goto((examples / "search.html").as_uri() + "?q=茶艺")
    assert (
        told(answered(page)) == "“茶艺”：找到2条，各年同一条目合并为1项。“没有这样的话”没有能检索。"
    )


def test_a_full_name_offers_its_short_forms(altered: Altered, visit: Visit) -> None:
    page = visit(
        altered('"云川市职工技能大赛",["技能大赛"]', '"云川市职工技能大赛会",["技能大赛"]')
    )
    page.goto(page.url + "?q=云川市职工技能大赛会")
    assert told(answered(page)) == "“云川市职工技能大赛会”：正文没有；名目与数据有1个。"
    page.wait_for_selector(".empty ul a")
    assert offered(page) == ["改用“技能大赛”检索：4条"]
    assert not page.locator(".empty ol").is_visible()


def test_a_range_the_wrong_way_round_is_turned(search: Search) -> None:
    page = search("云川市总工会", "&from=2020&to=2019")
    assert page.input_value("select[name=from]") == "2019"
    assert page.input_value("select[name=to]") == "2020"
    assert "找到" in told(page)


def test_the_simplified_query_is_offered_beside_hits(altered: Altered, visit: Visit) -> None:
    page = visit(altered("茶艺", "茶藝與茶艺"))
    page.goto(page.url + "?q=茶藝")
    answered(page)
    assert told(page).startswith("“茶藝”：找到")
    assert page.locator(".offers p a").first.inner_text().startswith("改用“茶艺”检索：")


def test_on_a_phone_two_kinds_of_suggestions_are_shown(search: Search) -> None:
    page = search("市")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    answered(page)
    assert page.locator(".offers p").count() == 2
    assert page.locator(".hits > li").first.bounding_box()["y"] < 844


def test_without_the_interface_the_page_says_so(
    examples: Path, visit: Visit, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(examples, tmp_path / "site"))
    (site / "assets/search.js").unlink()
    page = visit((site / "search.html").as_uri() + "?q=茶艺")
    page.wait_for_selector(".late")
    assert told(page).startswith("assets/search.js缺失")
    assert visit(examples / "search.html").locator(".late").count() == 0


def test_the_map_of_traditional_characters_waits_for_one(search: Search) -> None:
    """Characters of GB 2312 need no map to be told from traditional ones."""
    loaded = "() => yearbookEngine.data('traditional') !== undefined"
    page = search("女职工 安全")
    page.wait_for_timeout(300)
    assert not page.evaluate(loaded)
    search("女職工").wait_for_function(loaded)
