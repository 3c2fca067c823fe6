"""Old addresses: pages that lead on, and anchors on the pages that are left."""

from __future__ import annotations

from dataclasses import replace

from samples import DATA, HONOURS, IMPRINT, LENDING, VOLUME_2015, VOLUME_2017, YEARBOOK, pages
from selectolax.lexbor import LexborHTMLParser

from yearbook.model import Category, Section, Yearbook

LOANS = next(one for one in LENDING.entries if one.id == "loans")


def yearbook(*sections: Section) -> Yearbook:
    edition = replace(
        VOLUME_2017, contents=(Category(sections=sections),), charts=(), highlights=()
    )
    return replace(YEARBOOK, editions=(replace(VOLUME_2015, status="released"), edition))


def lending(**aliases: tuple[str, ...]) -> Section:
    """The section on lending, some of whose entries had other addresses."""
    entries = (
        replace(one, aliases=aliases[one.id]) if one.id in aliases else one
        for one in LENDING.entries
    )
    return replace(LENDING, entries=tuple(entries))


def rows(page: str) -> list[tuple[list[str], str]]:
    """The anchors of each row of an old page, and where it leads."""
    return [
        (
            [node.attributes["id"] or "" for node in [row, *row.css("span")] if node.id],
            row.css_first("a").attributes["href"] or "",  # type: ignore[union-attr]
        )
        for row in LexborHTMLParser(page).css(".rows li")
    ]


def test_a_renamed_section_keeps_its_page_with_all_its_anchors() -> None:
    made = pages(yearbook(replace(LENDING, aliases=("loans.html",)), HONOURS, DATA))
    assert rows(made["2017/loans.html"]) == [
        (
            ["lead", "f_loans", "f_cards", "f_budget", "f_nights", "f_night-readers"],
            "lending.html",
        ),
        (["loans"], "lending.html#loans"),
        (["night"], "lending.html#night"),
    ]
    assert "noscript" not in made["2017/loans.html"]


def test_a_section_that_became_an_entry_goes_on_without_a_script() -> None:
    made = pages(yearbook(lending(night=("dusk.html",)), HONOURS, DATA))
    assert rows(made["2017/dusk.html"]) == [
        (["f_nights", "f_night-readers", "lead"], "lending.html#night")
    ]
    refresh = '<noscript><meta http-equiv="refresh" content="0; url=lending.html#night"></noscript>'
    assert refresh in made["2017/dusk.html"]


def test_with_a_base_url_an_old_page_names_the_new_one() -> None:
    book = yearbook(replace(LENDING, aliases=("loans.html",)), HONOURS, DATA)
    imprint = replace(IMPRINT, base_url="https://example.org/")
    editions = tuple(replace(one, imprint=imprint) for one in book.editions)
    made = pages(replace(book, imprint=imprint, editions=editions))
    link = '<link rel="canonical" href="https://example.org/2017/lending.html">'
    assert link in made["2017/loans.html"]
    assert "2017/loans.html" not in made["sitemap.xml"]


def test_an_entry_that_moved_leaves_its_anchor_and_those_of_its_figures() -> None:
    made = pages(yearbook(lending(loans=("data.html#loans",)), HONOURS, DATA))
    left = LexborHTMLParser(made["2017/data.html"]).css_first("#loans")
    assert left is not None
    assert " ".join(left.text().split()) == "“扩大借阅范围”已移到 扩大借阅范围"
    assert [span.attributes["id"] for span in left.css("span")] == [
        "f_loans",
        "f_cards",
        "f_budget",
    ]


def test_an_anchor_of_the_same_page_stands_at_what_it_named() -> None:
    section = lending(loans=("lending.html#wider",))
    figures = tuple(
        replace(one, aliases=("lending.html#f_lent",)) if one.id == "loans" else one
        for one in section.figures
    )
    people = tuple(replace(one, aliases=("data.html#head",)) for one in DATA.people)
    tables = tuple(replace(one, aliases=("data.html#rooms",)) for one in DATA.tables)
    pictures = tuple(replace(one, aliases=("data.html#room",)) for one in DATA.pictures)
    won = tuple(
        replace(one, aliases=("honours-won.html#h_country",)) if one.id == "nation" else one
        for one in HONOURS.honours
    )
    made = pages(
        yearbook(
            replace(section, figures=figures),
            replace(HONOURS, honours=won),
            replace(DATA, people=people, tables=tables, pictures=pictures),
        )
    )
    for page, anchor, within in (
        ("lending", "wider", "#loans"),
        ("lending", "f_lent", "#loans"),
        ("figures", "f_lent", "#f_loans"),
        ("honours-won", "h_country", "#lead"),
        ("honours", "h_country", "#h_nation"),
        ("data", "head", "#wang"),
        ("data", "rooms", "#halls"),
        ("data", "room", "#hall"),
    ):
        found = LexborHTMLParser(made[f"2017/{page}.html"]).css(f"{within} span#{anchor}")
        assert len(found) == 1, (page, anchor)


def test_what_came_from_another_volume_leaves_its_address_there() -> None:
    section = lending(loans=("../2015/lending.html#loans",), night=("../2015/night.html",))
    made = pages(yearbook(section, HONOURS, DATA))
    left = LexborHTMLParser(made["2015/lending.html"]).css_first("#loans a")
    assert left is not None and left.attributes["href"] == "../2017/lending.html#loans"
    assert rows(made["2015/night.html"])[0][1] == "../2017/lending.html#night"
