"""A new edition changes the links of the five before it, and not a byte of anything older."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import many
import pytest
from building import TEMPLATES, edit, tree, written

from yearbook.build import Job, build
from yearbook.search import chapters

pytestmark = pytest.mark.xdist_group("adding")  # what they share is made once
NINE = [str(many.FIRST + n) for n in range(9)]
TENTH = many.FIRST + 9
ACROSS = ("through/", "series/", "compare/", "search/", "data/datapackage.json")
YEAR_LINKS = re.compile(
    r'<nav class="years".*?</nav>|<p class="alt">.*?</p>\n?|<link [^>]*years\.css">\n?', re.DOTALL
)

Site = dict[str, bytes]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nine volumes and their site."""
    folder = tmp_path_factory.mktemp("nine")
    many.write(folder / "content", 9)
    made(folder)
    return folder


def made(folder: Path) -> set[str]:
    """Build the yearbook of a folder; what was written."""
    return written(build(Job(folder / "content", TEMPLATES, folder / "site")))


@pytest.fixture(scope="module")
def both(before: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The site of nine volumes, and that of ten."""
    after = tmp_path_factory.mktemp("ten") / "work"
    shutil.copytree(before, after)
    many.add(after / "content", TENTH)
    made(after)
    return tree(before / "site"), tree(after / "site")


@pytest.fixture
def copy(before: Path, tmp_path: Path) -> Path:
    """The nine volumes, to be changed."""
    return Path(shutil.copytree(before, tmp_path / "work"))


def of(edition: str, site: Site) -> Site:
    """The pages and data of one volume."""
    return {
        path: data
        for path, data in site.items()
        if path.startswith((f"{edition}/", f"data/{edition}/"))
    }


@pytest.mark.parametrize("edition", NINE[:4])
def test_what_is_older_than_five_volumes_keeps_every_byte(
    both: tuple[Site, Site], edition: str
) -> None:
    nine, ten = both
    assert of(edition, nine)
    assert of(edition, nine) == of(edition, ten)


@pytest.mark.parametrize("edition", NINE[4:])
def test_in_the_five_before_it_the_links_to_years_change_alone(
    both: tuple[Site, Site], edition: str
) -> None:
    nine, ten = (of(edition, site) for site in both)
    assert nine.keys() == ten.keys()
    changed = {path for path in nine if nine[path] != ten[path]}
    assert changed == {path for path in nine if path.endswith(".html")}
    for path in changed:
        assert str(TENTH) in ten[path].decode()
        assert YEAR_LINKS.sub("", nine[path].decode()) == YEAR_LINKS.sub("", ten[path].decode())


def test_beside_them_only_pages_of_all_years_change(both: tuple[Site, Site]) -> None:
    nine, ten = both
    editions = {path for edition in (*NINE, str(TENTH)) for path in of(edition, ten)}
    changed = {path for path in ten if nine.get(path) != ten[path]} - editions
    assert not nine.keys() - ten.keys()
    assert "years.html" in changed
    assert "through/supply.html" in changed
    assert not [path for path in changed if "/" in path and not path.startswith(ACROSS)]


def test_one_entry_edited_changes_its_page_and_what_lists_it(copy: Path) -> None:
    edit(copy / "content" / "2005" / "rivers.md", "清淤河道8条。", "清淤河道8条，长堤一新。")
    changed = made(copy)
    assert "2005/rivers.html" in changed
    assert {path for path in changed if path.endswith(".html")} <= {
        "2005/rivers.html",
        "through/rivers.html",
        "compare/2004-2005/rivers.html",
        "compare/2005-2006/rivers.html",
    }
    assert set(others(changed)) <= {
        "compare/data/2005/rivers.js",
        "data/2005/edition.json",
        "search/all.js",
    }


def others(paths: set[str]) -> Iterator[str]:
    return (path for path in paths if not path.endswith(".html"))


def test_another_title_changes_the_links_of_the_five_volumes_around(copy: Path) -> None:
    edit(copy / "content" / "2009" / "rivers.md", "## 清淤 ", "## 河道清淤 ")
    changed = made(copy)
    pages = {path for path in changed if re.fullmatch("[0-9]+/rivers.html", path)}
    assert pages == {f"{year}/rivers.html" for year in range(2004, 2010)}
    assert {"years.html", "through/rivers.html", "2009/subjects.html"} <= changed


def test_no_page_knows_whether_the_yearbook_has_grown_large(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which store a search opens stands in its script alone."""
    monkeypatch.setattr(chapters, "SMALL", 0)
    about = "# 关于\n\n## 说明 {#about}\n\n一年一卷。\n"
    (copy / "content" / "about.md").write_text(about, "utf-8")
    changed = made(copy)
    assert {path for path in changed if not path.startswith("search/")} == {
        "about.html",
        "assets/search.js",
        "index.html",
    }


def test_one_volume_has_no_page_across_years(tmp_path: Path) -> None:
    many.write(tmp_path / "content", 1)
    made(tmp_path)
    site = tree(tmp_path / "site")
    assert not [path for path in site if path == "years.html" or path.startswith("through/")]
    pages = [data.decode() for path, data in site.items() if path.endswith(".html")]
    assert not [page for page in pages if 'class="alt"' in page or "历年" in page]
