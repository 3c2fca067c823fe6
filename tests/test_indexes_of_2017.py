"""The indexes of the volume 2017 are complete.

What must be in them is taken from the files of content/ with nothing of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from yearbook.build import Job, outputs
from yearbook.indexes import depths
from yearbook.issues import Issues
from yearbook.output import Output
from yearbook.parts import Parts

ROOT = Path(__file__).parent.parent
VOLUME = ROOT / "content" / "2017"
PAGES = ("subjects", "names", "documents", "honours", "places")
PAGE_OF = {
    "person": "names",
    "body": "names",
    "place": "places",
    "competition": "honours",
    "programme": "honours",
    "term": "subjects",
}


@cache
def data(name: str) -> dict[str, Any]:
    """A YAML file of the volume; empty when there is none."""
    file = VOLUME / name
    return yaml.safe_load(file.read_text("utf-8")) if file.exists() else {}


@cache
def prose() -> dict[str, str]:
    """The words of each section as its editors wrote them: Markdown, and texts of records."""
    found = {}
    for file in sorted({path.stem for path in VOLUME.iterdir()} - {"edition"}):
        markdown = VOLUME / f"{file}.md"
        text = markdown.read_text("utf-8") if markdown.exists() else ""
        rows = data(f"{file}.yaml")
        records = [
            row
            for kind in ("items", "people", "bodies", "references")
            for row in rows.get(kind, ())
        ]
        found[file] = "\n".join([text, *(str(value) for row in records for value in row.values())])
    return found


@cache
def built() -> tuple[dict[str, str], Parts]:
    """The index pages, and what the build remembers."""
    parts, issues = Parts(), Issues()
    made = outputs(Job(content=ROOT / "content", templates=ROOT / "templates"), issues, parts)
    wanted = {f"2017/{page}.html" for page in PAGES} | {f"{page}.html" for page in PAGES}
    pages = {
        one.path: one.make().decode("utf-8")
        for one in made
        if isinstance(one, Output) and one.path in wanted
    }
    return pages, parts


@cache
def headings(page: str) -> dict[str, set[str]]:
    """The headings of a page of 2017 with the sections to which they lead."""
    tree = LexborHTMLParser(built()[0][f"2017/{page}.html"])
    found: dict[str, set[str]] = {}
    for row in tree.css(".letter li"):
        hrefs = [node.attributes["href"] or "" for node in row.css("span a")]
        stems = {href.partition(".html")[0] for href in hrefs}
        text = (row.css_first("strong") or row).text()
        found.setdefault(text, set()).update(stems)
    return found


def documents() -> Iterator[tuple[str, str]]:
    """Each 《》 of the volume with its section."""
    for stem, text in prose().items():
        for title in re.findall("《(?:[^《》]|《[^》]*》)*》", text):
            yield stem, title


def test_every_document_of_the_volume_is_there() -> None:
    wanted = set(documents())
    assert len(wanted) >= 20
    assert [
        row for row in sorted(wanted) if row[0] not in headings("documents").get(row[1], set())
    ] == []


def test_every_document_named_within_another_is_there() -> None:
    inner = {title for _, whole in documents() for title in re.findall("〈([^〉]+)〉", whole)}
    assert inner
    assert [title for title in inner if f"《{title}》" not in headings("documents")] == []


def test_every_leader_is_there_and_every_department() -> None:
    people = [row["name"] for row in data("leaders.yaml")["people"]]
    bodies = [row["name"] for row in data("departments.yaml")["bodies"]]
    assert [name for name in people if "leaders" not in headings("names").get(name, set())] == []
    assert [
        name for name in bodies if "departments" not in headings("names").get(name, set())
    ] == []


def test_every_reference_is_there() -> None:
    titles = [row["title"] for row in data("references.yaml")["references"]]
    assert [
        title for title in titles if "references" not in headings("documents").get(title, set())
    ] == []


def test_every_honour_is_there() -> None:
    titles = {
        (stem, row["title"]) for stem in prose() for row in data(f"{stem}.yaml").get("honours", ())
    }
    assert len(titles) >= 15
    assert [
        row for row in sorted(titles) if row[0] not in headings("honours").get(row[1], set())
    ] == []


@cache
def names() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(
        (ROOT / "content/names.yaml").read_text("utf-8")
    )
    return found


def forms(name: dict[str, Any]) -> list[str]:
    return [name["name"], *name.get("short", ()), *name.get("variants", ())]


@cache
def all_forms() -> tuple[str, ...]:
    """All that is written for any name, the longest first."""
    found = {form for name in names().values() for form in forms(name)}
    return tuple(sorted(found, key=len, reverse=True))


def is_said(form: str, kind: str, stem: str) -> bool:
    """Whether a section says a form outside every longer one and, of people, bodies and places,
    outside the titles of documents and honours."""
    left = re.sub("[*_`]", "", prose()[stem])
    covers = [one for one in all_forms() if form in one and one != form]
    if kind in ("body", "person", "place"):
        covers += [row["title"] for row in data(f"{stem}.yaml").get("honours", ())]
        left = re.sub(f"《(?!{re.escape(form)}》)[^《》]*》", "■", left)
    for cover in sorted(covers, key=len, reverse=True):
        left = left.replace(cover, "■")
    return form in left


@pytest.mark.parametrize("kind", PAGE_OF)
def test_every_name_of_names_yaml_that_the_volume_says_is_there(kind: str) -> None:
    page = headings(PAGE_OF[kind])
    missing = [
        (name["name"], stem)
        for name in names().values()
        for stem in prose()
        if name["kind"] == kind and stem not in page.get(name["name"], set())
        if any(is_said(form, kind, stem) for form in forms(name))
    ]
    assert missing == []


def test_every_name_of_names_yaml_is_in_the_indexes() -> None:
    missing = [
        name["name"]
        for name in names().values()
        if name["name"] not in headings(PAGE_OF[name["kind"]])
    ]
    assert missing == []


def test_every_short_form_leads_to_its_name() -> None:
    for name in names().values():
        for form in name.get("short", ()):
            tree = LexborHTMLParser(built()[0][f"2017/{PAGE_OF[name['kind']]}.html"])
            rows = [row for row in tree.css(".letter li") if row.css_first("strong").text() == form]
            said = [row.css_first("span").text().split() for row in rows]
            assert ["见", name["name"]] in said, form


def test_every_entry_has_three_to_six_keywords_of_its_own_and_all_are_there() -> None:
    for stem in prose():
        for id_, row in data(f"{stem}.yaml").get("entries", {}).items():
            words = row.get("keywords", ())
            assert 3 <= len(words) <= 6, (stem, id_)
            for word in words:
                assert stem in headings("subjects")[word], word


def test_every_title_is_there() -> None:
    titles = [
        (stem, title)
        for stem in prose()
        if (VOLUME / f"{stem}.md").exists()
        for title in re.findall(
            r"^##? ([^{\n]+?)(?: \{.*)?$", (VOLUME / f"{stem}.md").read_text("utf-8"), re.M
        )
    ]
    assert len(titles) >= 25
    assert [row for row in titles if row[0] not in headings("subjects").get(row[1], set())] == []


def test_pieces_of_honours_and_slogans_are_no_subjects() -> None:
    noise = {"“五一”", "五一", "“富民兴鲁”", "“谁执法谁普法”"}
    assert noise.isdisjoint(headings("subjects"))


def test_places() -> None:
    assert sorted(headings("places")) == sorted(
        "东营市 东营区 河口区 垦利区 广饶县 利津县 东营经济技术开发区 东营港经济开发区 山东省 潍坊 济宁".split()
    )


def test_people() -> None:
    tree = LexborHTMLParser(built()[0]["2017/names.html"])
    people = [row.css_first("strong").text() for row in tree.css(".letter li.k1")]
    assert people == ["韩利学", "李利", "李利荣", "聂士金", "张旭丽"]


def test_the_indexes_are_at_least_as_deep_as_the_standard_asks() -> None:
    built()
    (depth,) = depths(built()[1])
    rows = [
        row
        for page in PAGES
        for row in LexborHTMLParser(built()[0][f"2017/{page}.html"]).css(".letter li")
    ]
    shown = sum(bool(row.css_first("span:not(:has(i)) a")) for row in rows)
    assert shown == depth.headings
    assert depth.ratio >= 1.5


def test_the_indexes_of_all_volumes_have_the_same_headings() -> None:
    pages = built()[0]
    for page in PAGES:
        one, all_ = (
            [node.text() for node in LexborHTMLParser(pages[path]).css(".letter strong")]
            for path in (f"2017/{page}.html", f"{page}.html")
        )
        assert one == all_
