"""The box of every page: what it offers as one types, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from searching import options, quiet

Visit = Callable[..., Any]
PARTS = ("engine.js", "search.js", "search.css")


@pytest.fixture
def page(examples: Path, visit: Visit) -> Iterator[Any]:
    """A section page."""
    with quiet(page := visit(examples / "2019" / "care.html")):
        yield page


def typed(page: Any, text: str) -> list[list[str]]:
    """What the box offers for a text, typed key by key."""
    page.fill(".find input", "")
    page.focus(".find input")
    page.keyboard.type(text)
    last = f"检索全文：“{text}”"
    page.wait_for_function(
        "last => document.querySelector('[role=option]:last-child')?.textContent === last",
        arg=last,
    )
    found = options(page)
    assert found[-1] == [last]
    return found[:-1]


def words(page: Any, text: str) -> list[str]:
    return [row[0] for row in typed(page, text)]


# It comes with the first need


def test_nothing_of_the_search_is_loaded_before_the_box_is_used(
    examples: Path, visit: Visit
) -> None:
    page = visit("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.split("/")[-1]))
    page.goto((examples / "2019" / "care.html").as_uri())
    page.wait_for_timeout(200)
    assert not {*PARTS, "all.js"} & set(asked)
    page.keyboard.press("/")
    page.wait_for_selector("[role=combobox]")
    assert set(PARTS) <= set(asked)
    assert "all.js" not in asked
    page.keyboard.type("清凉")
    page.wait_for_selector("[role=option]")
    assert "all.js" in asked
    assert "pinyin.js" not in asked


def test_what_was_typed_before_the_script_came_is_answered(examples: Path, visit: Visit) -> None:
    page = visit("about:blank")
    page.route("**/search.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto((examples / "2019" / "care.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("清凉")
    page.wait_for_selector("[role=option]")
    assert options(page)[0][0] == "清凉驿站"


# What it offers


def test_titles_and_headings_by_their_characters_each_with_its_kind(page: Any) -> None:
    assert typed(page, "清凉驿站") == [
        ["清凉驿站", "2020卷 · 条目"],
        ["清凉驿站", "项目活动"],
        ["清凉驿站", "数据"],
    ]
    assert ["林秋水", "人物"] in typed(page, "林秋")


def test_of_the_same_entry_of_many_years_the_newest(page: Any) -> None:
    rows = typed(page, "云川市职工技能大赛")
    assert ["云川市职工技能大赛", "2021卷 · 条目"] in rows
    assert not any("2019卷 · 条目" in row for row in rows)


def test_the_whole_before_its_beginning_before_the_rest(page: Any) -> None:
    found = words(page, "会员")
    assert found.index("会员") < found.index("女会员")


def test_at_most_eight_and_the_way_to_the_full_text(page: Any) -> None:
    assert len(typed(page, "云")) == 8
    assert typed(page, "没有这样的标题") == []


def test_the_words_that_fit_are_marked(page: Any) -> None:
    typed(page, "书屋")
    assert set(page.locator("[role=option] mark").all_inner_texts()) == {"书屋"}


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("qingliangyizhan", "清凉驿站"),
        ("qlyz", "清凉驿站"),
        ("qingliangyz", "清凉驿站"),
        ("qlyizhan", "清凉驿站"),
        ("qingl", "清凉驿站"),
        ("qing liang", "清凉驿站"),
        ("QLYZ", "清凉驿站"),
        ("yizhan", "清凉驿站"),
        ("jinengdasai", "云川市职工技能大赛"),
        ("dshh", "大赛会徽"),
        ("nvhuiyuan", "女会员"),
        ("nühuiyuan", "女会员"),
        ("shanzhiyuan", "单志远"),
        ("szy", "单志远"),
        ("qiuheng", "仇恒"),
    ],
)
def test_pinyin_in_full_by_initials_and_mixed(page: Any, query: str, title: str) -> None:
    assert title in words(page, query)


def test_pinyin_is_read_by_whole_syllables(page: Any) -> None:
    assert "清凉驿站" not in words(page, "ingliang")
    assert "清凉驿站" not in words(page, "qingliagy")


def test_traditional_characters_find_simplified_ones(page: Any) -> None:
    assert "会员" in words(page, "會員")
    assert "职工书屋" in words(page, "職工書")


@pytest.mark.parametrize("text", ["(.*)", "<b>", "\\", "𠮷", "🍵", "𠮷野家" * 100])
def test_any_text_is_answered(page: Any, text: str) -> None:
    page.focus(".find input")
    page.evaluate(
        """text => {
      const box = document.querySelector('.find input');
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }""",
        text,
    )
    page.wait_for_selector("[role=option]")
    assert len(options(page)) == 1
    assert page.locator(".find b").count() == 0


# The pattern of a combobox


STATE = """() => { const box = document.querySelector('.find input');
  return ['aria-expanded', 'aria-activedescendant'].map(key => box.getAttribute(key) || '') }"""


def test_it_is_a_combobox(page: Any) -> None:
    page.keyboard.press("/")
    page.wait_for_selector("[role=combobox]")
    box = page.get_by_role("combobox", name="全文检索")
    assert box.get_attribute("aria-autocomplete") == "list"
    assert page.evaluate(STATE) == ["false", ""]
    typed(page, "茶艺清")
    typed(page, "清凉")
    assert page.evaluate(STATE) == ["true", ""]
    list_ = page.locator(f"#{box.get_attribute('aria-controls')}")
    assert list_.get_attribute("role") == "listbox"


def test_arrows_go_round_through_the_box(page: Any) -> None:
    count = len(typed(page, "清凉驿站")) + 1
    for nth in (*range(count), None, 0):
        page.keyboard.press("ArrowDown")
        active = page.evaluate(STATE)[1]
        assert active == ("" if nth is None else f"find_{nth}")
        chosen = page.locator("[aria-selected=true]")
        assert chosen.count() == (nth is not None)
    page.keyboard.press("ArrowUp")
    assert page.evaluate(STATE)[1] == ""
    page.keyboard.press("ArrowUp")
    assert page.evaluate(STATE)[1] == f"find_{count - 1}"
    assert page.evaluate("document.activeElement.name") == "q"


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ("清凉驿站", "/2020/care.html#cool-summer"),
        ("筹集帮扶资金", "/2020/figures.html#f_relief-fund"),  # a figure: its newest row
    ],
)
def test_enter_opens_what_is_chosen(page: Any, query: str, leads: str) -> None:
    typed(page, query)
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith(leads)


def test_a_click_opens_an_option(page: Any) -> None:
    typed(page, "林秋水")
    with page.expect_navigation():
        page.locator("[role=option]", has_text="人物").last.click()
    assert "/names.html#" in page.url or "/2020/leaders.html#" in page.url


def test_enter_without_a_choice_and_the_last_row_search_the_full_text(page: Any) -> None:
    for keys in (["Enter"], ["ArrowUp", "Enter"]):
        typed(page, "清凉驿站")
        with page.expect_navigation():
            for key in keys:
                page.keyboard.press(key)
        assert page.url.split("/")[-1] == "search.html?q=%E6%B8%85%E5%87%89%E9%A9%BF%E7%AB%99"
        page.go_back()


def test_escape_and_leaving_close_the_list(page: Any) -> None:
    typed(page, "清凉")
    page.keyboard.press("Escape")
    assert page.evaluate(STATE)[0] == "false"
    assert page.input_value(".find input") == "清凉"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=option]:visible")
    page.keyboard.press("Tab")
    assert page.evaluate(STATE)[0] == "false"


def test_an_emptied_box_offers_nothing(page: Any) -> None:
    typed(page, "清凉")
    page.fill(".find input", "")
    page.wait_for_function("() => document.querySelector('[role=listbox]').hidden")


def test_nothing_is_offered_while_a_word_is_being_composed(page: Any) -> None:
    page.keyboard.press("/")
    page.wait_for_selector("[role=combobox]")
    compose = """([type, value]) => {
      const box = document.querySelector('.find input');
      if (type === 'compositionend') box.value = value;
      box.dispatchEvent(new CompositionEvent(type));
      box.value = value;
      box.dispatchEvent(new InputEvent('input', {isComposing: type !== 'compositionend'}));
    }"""
    page.evaluate(compose, ["compositionstart", "qing"])
    page.wait_for_timeout(300)
    assert page.evaluate(STATE)[0] == "false"
    page.evaluate(compose, ["compositionend", "清凉"])
    page.wait_for_selector("[role=option]:visible")
    assert options(page)[0][0] == "清凉驿站"


def test_a_word_begun_before_the_script_came_is_left_alone(examples: Path, visit: Visit) -> None:
    page = visit("about:blank")
    page.route("**/search.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto((examples / "2019" / "care.html").as_uri())
    page.evaluate("""() => {
      const box = document.querySelector('.find input');
      box.focus();
      box.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
      box.value = 'qingl';
      box.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));
    }""")
    page.wait_for_selector("[role=combobox]")
    page.wait_for_timeout(300)
    assert page.evaluate(STATE)[0] == "false"
    page.evaluate("""() => {
      const box = document.querySelector('.find input');
      box.value = '清凉';
      box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    }""")
    page.wait_for_selector("[role=option]:visible")
    assert options(page)[0][0] == "清凉驿站"


@pytest.mark.parametrize("text", ["“", "（", "[", "”“"])
def test_what_cannot_be_searched_offers_nothing(page: Any, text: str) -> None:
    typed(page, "清凉")
    page.fill(".find input", text)
    page.wait_for_function("() => document.querySelector('[role=listbox]').hidden")


def test_no_two_rows_look_the_same(page: Any) -> None:
    for query in ("云", "会", "shi", "2019", "職工"):
        rows = typed(page, query)
        assert len({tuple(row) for row in rows}) == len(rows)


def test_traditional_characters_add_to_what_is_there(page: Any) -> None:
    assert words(page, "职工书屋") == words(page, "職工書屋")


def test_a_late_answer_to_an_older_query_is_dropped(examples: Path, visit: Visit) -> None:
    page = visit(examples / "2019" / "care.html")
    page.route("**/pinyin.js", lambda route: (page.wait_for_timeout(500), route.continue_()))
    page.focus(".find input")
    page.keyboard.type("jnds")
    page.wait_for_timeout(200)
    assert typed(page, "林秋水")
    page.wait_for_timeout(600)
    assert options(page)[-1] == ["检索全文：“林秋水”"]


def test_a_missing_store_is_named_in_the_list(examples: Path, visit: Visit, tmp_path: Path) -> None:
    import shutil

    site = Path(shutil.copytree(examples, tmp_path / "site"))
    (site / "search/all.js").unlink()
    page = visit(site / "2019" / "care.html")
    assert typed(page, "清凉") == [["search/all.js缺失或损坏，提示不全"]]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "search.html?q=" in page.url


@pytest.mark.parametrize(("name", "query"), [("pinyin", "qlyz"), ("traditional", "清涼")])
def test_missing_maps_are_named_in_the_list(
    examples: Path, visit: Visit, tmp_path: Path, name: str, query: str
) -> None:
    import shutil

    site = Path(shutil.copytree(examples, tmp_path / "site"))
    (site / f"search/{name}.js").unlink()
    page = visit(site / "2019" / "care.html")
    assert [f"search/{name}.js缺失或损坏，提示不全"] in typed(page, query)


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
@pytest.mark.parametrize("size", ["", "xl"])
def test_the_list_lies_within_the_screen(
    examples: Path, visit: Visit, width: int, size: str
) -> None:
    page = visit(examples / "2019" / "care.html", width=width)
    page.evaluate("size => localStorage.setItem('annals-size', size)", size)
    page.reload()
    typed(page, "云川")
    box = page.locator("[role=listbox]").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
