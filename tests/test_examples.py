"""The made-up yearbook of three years and a draft: it uses the whole format, and shows what needs years."""

from __future__ import annotations

import dataclasses
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from yearbook import build
from yearbook.build import Job
from yearbook.issues import Issues
from yearbook.read import load

pytestmark = pytest.mark.xdist_group("examples")  # what they share is made once
CONTENT = Path(__file__).parent.parent / "examples" / "content"
TEMPLATES = Path(__file__).parent.parent / "templates"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without drafts."""
    return built(CONTENT, tmp_path_factory.mktemp("released"))


def built(content: Path, folder: Path) -> Path:
    build.build(Job(content, TEMPLATES, folder / "site"))
    return folder / "site"


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address).read_text("utf-8"))


def rail(site: Path, address: str) -> list[tuple[str, str]]:
    """The volumes beside a page with where they lead."""
    links = page(site, address).css(".years a")
    return [(link.text().strip(), link.attributes["href"] or "") for link in links]


def test_the_examples_have_no_issues() -> None:
    issues = Issues()
    build.check(Job(CONTENT, TEMPLATES, Path("site"), drafts=True), issues)
    assert [issue.line("zh") for issue in issues] == []


def test_the_examples_use_every_field_of_the_format() -> None:
    yearbook = load(CONTENT, Issues())
    used: defaultdict[str, set[str]] = defaultdict(set)
    every: defaultdict[str, set[str]] = defaultdict(set)

    def look(value: object) -> None:
        if isinstance(value, tuple):
            for one in value:
                look(one)
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            for field in dataclasses.fields(value):
                inner = getattr(value, field.name)
                if field.name.startswith(("clean", "strays")):  # of the reader, not of the format
                    continue
                if field.name in ("carried", "slots"):  # a warning as long as they stand
                    continue
                if field.name in ("gone", "offline"):  # of packages and of zips that were made
                    continue
                alike = field.name in ("aliases", "corrections")  # the same wherever they stand
                name = "any" if alike else type(value).__name__
                every[name].add(field.name)
                if inner != field.default:
                    used[name].add(field.name)
                look(inner)

    look(yearbook)
    unused = {name: fields - used[name] for name, fields in every.items() if fields - used[name]}
    assert unused == {}


def test_the_volumes_stand_beside_each_page_in_the_order_of_their_years(released: Path) -> None:
    assert rail(released, "2019/index.html") == [
        ("2017", "../2017/index.html"),
        ("2019", "index.html"),
        ("2020", "../2020/index.html"),
    ]


def test_another_year_leads_to_the_same_section(released: Path) -> None:
    assert rail(released, "2019/skills.html") == [
        ("2017", "../2017/skills.html"),
        ("2019", "index.html"),
        ("2020", "../2020/skills.html"),
    ]


def test_another_year_without_the_section_leads_to_its_cover(released: Path) -> None:
    assert rail(released, "2019/duties.html")[2] == ("2020", "../2020/index.html")
    assert rail(released, "2019/references.html")[2] == ("2020", "../2020/index.html")


def test_a_matter_that_moved_is_found_where_it_stood(released: Path) -> None:
    assert rail(released, "2020/reading.html")[1] == ("2019", "../2019/care.html#book-room")


def test_volumes_are_ordered_by_what_they_cover_not_by_their_names(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "content" / "2019").rename(tmp_path / "content" / "9-first")
    (tmp_path / "content" / "9-first" / "edition.lock").unlink()
    for file in (tmp_path / "content" / "2020").glob("*.md"):
        text = file.read_text("utf-8").replace("../2019/", "../9-first/")
        file.write_text(text, encoding="utf-8")
    site = built(tmp_path / "content", tmp_path)
    assert rail(site, "2020/skills.html") == [
        ("2017", "../2017/skills.html"),
        ("2019", "../9-first/skills.html"),
        ("2020", "index.html"),
    ]


def test_a_volume_says_which_year_it_records(released: Path) -> None:
    assert "记2018年一年之事" in page(released, "2019/index.html").body.text()  # type: ignore[union-attr]


def test_drafts_are_left_out(released: Path) -> None:
    assert not (released / "2021").exists()
    for file in released.rglob("*.html"):
        assert "2021卷" not in file.read_text("utf-8"), file
    assert "2021卷" not in (released / "search" / "all.js").read_text("utf-8")


def test_drafts_that_are_wanted_say_that_they_are_drafts(examples: Path) -> None:
    files = sorted((examples / "2021").glob("*.html"))
    assert len(files) >= 4
    for file in files:
        assert page(examples, f"2021/{file.name}").css(".draft"), file
    assert not page(examples, "2020/skills.html").css(".draft")
    years = [text for text, _ in rail(examples, "2020/skills.html")]
    assert years == ["2017", "2019", "2020", "2021"]


def test_a_link_to_another_year_leads_to_the_entry(released: Path) -> None:
    links = [link.attributes["href"] for link in page(released, "2020/skills.html").css(".prose a")]
    assert "../2019/skills.html#contest" in links
