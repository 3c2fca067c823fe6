"""`--without across`: a site without the pages that read across years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import normpath
from urllib.parse import urljoin, urlsplit

import pytest
from building import EXAMPLES, TEMPLATES
from selectolax.lexbor import LexborHTMLParser

from yearbook.build import Job, outputs
from yearbook.cli.options import parse
from yearbook.issues import Issues, UseError
from yearbook.output import Output

ACROSS = re.compile(r"(compare|through|series)(/.*|\.html)")
Site = dict[str, str]


def made(**more: object) -> Site:
    """The site of the examples, text by path."""
    job = Job(EXAMPLES / "content", TEMPLATES, drafts=True, **more)  # type: ignore[arg-type]
    found = outputs(job, Issues())
    return {
        one.path: one.make().decode("utf-8", "replace") for one in found if isinstance(one, Output)
    }


@pytest.fixture(scope="module")
def whole() -> Site:
    return made()


@pytest.fixture(scope="module")
def without() -> Site:
    return made(without=frozenset({"across"}))


def targets(path: str, html: str) -> Iterator[str]:
    """The files of the site to which a page leads."""
    for node in LexborHTMLParser(html).css("[href], [src]"):
        href = node.attributes.get("href") or node.attributes.get("src") or ""
        if not urlsplit(href).scheme and urlsplit(href).path:
            yield normpath(urljoin(path, urlsplit(href).path)).lstrip("/")


def test_pages_across_years_and_no_others_are_left_out(whole: Site, without: Site) -> None:
    assert without.keys() < whole.keys()
    assert all(map(ACROSS.fullmatch, whole.keys() - without.keys()))
    assert not any(map(ACROSS.fullmatch, without))


def test_nothing_leads_to_them(whole: Site, without: Site) -> None:
    gone = whole.keys() - without.keys()
    for path, text in without.items():
        if path.endswith(".html"):
            assert not gone.intersection(targets(path, text)), path
        if path in ("sitemap.xml", "data/datapackage.json") or path.startswith("search/"):
            assert not re.search(r"\b(compare|through|series)(/|\.html)", text), path


def test_all_else_is_still_said(whole: Site, without: Site) -> None:
    """Of the other years, pages keep all links but those to what is left out."""
    gone = whole.keys() - without.keys()
    for path in ("2017/care.html", "2017/figures.html", "index.html"):
        if path in whole:
            left = [one for one in targets(path, whole[path]) if one not in gone]
            assert left == list(targets(path, without[path]))


def test_the_table_of_years_leads_to_the_newest_section_instead(without: Site) -> None:
    rows = LexborHTMLParser(without["years.html"]).css("th[scope=rowgroup] > a")
    assert rows
    assert all(re.match(r"\d{4}[\w-]*/", row.attributes["href"] or "") for row in rows)


@pytest.mark.parametrize("said", ["across", " across ", "across,across"])
def test_names_stand_in_a_list(said: str) -> None:
    assert parse(["--without", said], "en").without == {"across"}


@pytest.mark.parametrize("said", ["", "years", "across,years", "across,"])
def test_a_name_must_be_known(said: str) -> None:
    with pytest.raises(UseError) as caught:
        parse([f"--without={said}"], "en")
    assert caught.value.issue.line("en") == (
        "yearbook: S004 the option --without must be followed by what is left out: across;"
        f" here stands “{said}” — write --without across"
    )
    assert caught.value.issue.line("zh") == (
        "yearbook: S004 选项 --without 后面须是要略去的部分，以逗号分开：across，"
        f"现为“{said}” — 写作 --without across"
    )
