"""Whatever is asked, and whatever a copy of the site has lost, the search page answers honestly."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from searching import answered, links, quiet, titles, told

from yearbook.build import Job, build
from yearbook.search import chapters

ROOT = Path(__file__).parent.parent.parent
Visit = Callable[..., Any]
TYPE = """query => {
  const box = document.querySelector('.search input');
  box.value = query;
  box.dispatchEvent(new Event('input'));
}"""

QUERIES = {
    "   \u3000\t ": "没有可以检索的字",
    "“”（）": "没有可以检索的字",
    "茶艺" * 5_000: "没有找到",
    "茶艺 " * 5_000: "找到2条",
    ".*": "没有找到",
    "[a-z]+(?:茶艺|$)\\": "没有找到",
    "茶艺.": "没有找到",
    "🍵": "没有找到",
    "👩‍👩‍👧茶艺": "没有找到",
    "𠮷𠮷": "没有找到",
    "\ud842": "没有找到",
    "茶艺\udfb7": "没有找到",
    "<script>alert(1)</script>": "没有找到",
    "<img src=x onerror=alert(1)>": "没有找到",
    "{query} {count}": "没有找到",
    "$& $1 \\1": "没有找到",
    "__proto__": "没有找到",
    "constructor toString": "没有找到",
}


@pytest.fixture
def page(examples: Path, visit: Visit) -> Iterator[Any]:
    with quiet(page := visit(examples / "search.html")):
        yield page


@pytest.mark.parametrize(("query", "said"), QUERIES.items(), ids=range(len(QUERIES)))
def test_any_query_in_the_box(page: Any, query: str, said: str) -> None:
    before = page.locator("main *").count()
    page.evaluate(TYPE, query)
    answered(page, said)
    page.wait_for_timeout(50)
    assert (
        page.locator("main :is(script:not([src^=assets]), img, a[href^='javascript'])").count() == 0
    )
    assert len(told(page)) < 80
    assert before
    page.reload()
    answered(page, said)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("?q=%ED%A1%82", "没有找到"),
        ("?q=%", "没有找到"),
        ("?q=%3Cscript%3Ealert(1)%3C/script%3E", "没有找到"),
        ("?q=%F0%A0%AE%B7", "没有找到"),
        ("?q=" + "%E8%8C%B6" * 10_000, "没有找到"),
        ("?q=%00", "没有找到"),
        ("?q=%E8%8C%B6&kind=%3Cimg%20src=x%20onerror=alert(1)%3E", "所选范围内没有"),
        ("?q=%E8%8C%B6&section=__proto__&category=constructor", "所选范围内没有"),
        ("?q=%E8%8C%B6&from=%ED%A1%82&to=2017&q=2", "找到"),
    ],
)
def test_any_query_in_the_address(page: Any, examples: Path, address: str, said: str) -> None:
    page.goto((examples / "search.html").as_uri() + address)
    answered(page, said)
    assert page.locator("main :is(script:not([src^=assets]), img)").count() == 0


def test_characters_beyond_the_basic_plane_are_found(tmp_path: Path, visit: Visit) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "examples" / "content", content)
    (content / "2019" / "edition.lock").unlink()
    path = content / "2019" / "care.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("供户外劳动者", "供𠮷𡋾户外劳动者🍵", 1), encoding="utf-8")
    build(Job(content, ROOT / "templates", tmp_path / "site"))
    with quiet(page := visit((tmp_path / "site" / "search.html").as_uri() + "?q=𡋾户🍵")):
        answered(page, "没有找到")
        page.evaluate(TYPE, "𡋾户")
        answered(page, "找到1条")
        assert page.locator(".hits p mark").all_inner_texts() == ["𡋾户"]


# Lost files


@pytest.fixture(scope="module")
def small(examples: Path) -> Path:
    return examples


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples with the store of a large yearbook."""
    site = tmp_path_factory.mktemp("large") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chapters, "SMALL", 0)
        build(Job(ROOT / "examples" / "content", ROOT / "templates", site, drafts=True))
    return site


@pytest.fixture
def copy(large: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(large, tmp_path / "copy"))


def asked(visit: Visit, site: Path, query: str) -> Any:
    return answered(visit((site / "search.html").as_uri() + f"?q={query}"))


def cut(path: Path) -> None:
    """Lose the end of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def test_a_large_store_answers_the_same(small: Path, large: Path, visit: Visit) -> None:
    tall = {"width": 800, "height": 6000}
    for query in ("清凉驿站", "工会", "86300", "云川市总工会"):
        found = []
        for site in (small, large):
            page = asked(visit, site, query)
            page.set_viewport_size(tall)
            page.wait_for_function("() => !document.querySelector('.wait')")
            found.append([told(page), titles(page), links(page, ".hits a")])
        assert found[0] == found[1], query


def test_texts_come_only_for_the_hits_that_are_seen(large: Path, visit: Visit) -> None:
    page = visit("about:blank")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto((large / "search.html").as_uri() + "?q=工")
    answered_at_once = "() => document.querySelectorAll('.hits > li').length > 10"
    page.wait_for_function(answered_at_once)
    page.wait_for_timeout(300)
    assert len([url for url in loaded if "/t/" in url]) <= 10


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_a_missing_shard_is_named_and_the_rest_is_searched(
    copy: Path, visit: Visit, harm: Callable[[Path], None]
) -> None:
    page = asked(visit, copy, "清凉驿站")
    for path in (copy / "search/i").iterdir():  # whichever of them the query asks for
        harm(path)
    page.goto((copy / "search.html").as_uri() + "?q=清凉驿站")
    answered(page, "缺失或损坏")
    assert re.search(r"search/i/\d{4}\.js缺失或损坏", told(page))
    assert "结果可能不全" in told(page)


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_without_its_text_a_hit_leads_to_its_section(
    copy: Path, visit: Visit, harm: Callable[[Path], None]
) -> None:
    for path in (copy / "search/t").iterdir():
        harm(path)
    page = asked(visit, copy, "清凉驿站")
    assert told(page).startswith("“清凉驿站”：找到3条")
    assert re.search(r"search/t/\d{4}\.js.*没有摘录", told(page))
    assert links(page, ".hits h2 a")[0].startswith("2020/care.html?q=")
    assert "#" not in links(page, ".hits h2 a")[0]


@pytest.mark.parametrize("harm", [Path.unlink, cut])
@pytest.mark.parametrize("name", ["all", "meta"])
def test_without_the_store_the_page_says_so_and_leads_to_the_indexes(
    small: Path, copy: Path, tmp_path: Path, visit: Visit, name: str, harm: Callable[[Path], None]
) -> None:
    site = copy if name == "meta" else Path(shutil.copytree(small, tmp_path / "small"))
    harm(site / "search" / f"{name}.js")
    page = asked(visit, site, "茶艺")
    assert told(page).startswith(f"search/{name}.js缺失或损坏，不能检索。")
    assert page.locator(".hints a").first.is_visible()


def test_without_the_engine_the_page_says_so(copy: Path, visit: Visit) -> None:
    (copy / "assets/engine.js").unlink()
    assert "assets/engine.js" in told(asked(visit, copy, "茶艺"))


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_search_goes_on_without_the_maps_for_other_letters(
    copy: Path, visit: Visit, harm: Callable[[Path], None]
) -> None:
    for name in ("pinyin", "traditional", "titles"):
        harm(copy / "search" / f"{name}.js")
    assert "找到2条" in told(asked(visit, copy, "茶艺"))
    for query, said in (("qlyz", "没有找到"), ("職工書屋", "没有找到")):
        page = asked(visit, copy, query)
        page.wait_for_selector(".told .maps")
        assert said in told(page)
        assert f"search/{'pinyin' if query == 'qlyz' else 'traditional'}.js" in told(page)
