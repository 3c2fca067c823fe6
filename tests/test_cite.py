"""Citations: GB/T 7714 after the patterns of yearbooks, BibTeX, RIS and CSL-JSON from one record.

An element that is missing is left out; a local address is never said.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from samples import AT, DATA, IMPRINT, LENDING, VOLUME_2015, VOLUME_2017, entry, figure
from selectolax.lexbor import LexborHTMLParser

from yearbook.cite import bibtex, cited, csl, gbt, ris
from yearbook.cite.cited import Cited
from yearbook.cite.forms import MARKS
from yearbook.model import Category, Contributor, Edition, Section
from yearbook.render import cite

GOLDEN = Path(__file__).parent / "cite"
BASE = "https://example.org"
ABOUT = "about.html"
URL = f"{BASE}/2017/lending.html"
PRINTED = {
    "place": "临江",
    "publisher": "临江出版社",
    "published": "2019-01",
    "isbn": "978-7-5000-0000-1",
}
NAMES = {"citations.bib": "bib", "citations.ris": "ris", "citations.json": "json"}


def volume(citation: str = "2025", *, revised: bool = True, **imprint: str) -> Edition:
    made = replace(VOLUME_2017, imprint=replace(IMPRINT, citation=citation, **imprint))
    return made if revised else replace(made, revised=None)


def said(one: Cited) -> str:
    """A citation as a reader copies it on a day."""
    return gbt.write(one, "2026-12-01")


def loans(edition: Edition) -> Cited:
    return cited.entry(edition, LENDING, LENDING.entries[1])


# GB/T 7714


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("2025", "临江市图书馆.图书借阅[EB/OL].（2018-05-04）[2026-12-01]." + URL),
        ("2015", "临江市图书馆. 图书借阅[EB/OL]. (2018-05-04)[2026-12-01]. " + URL),
    ],
)
def test_a_page(citation: str, expected: str) -> None:
    assert said(cited.section(volume(citation, base_url=BASE), LENDING)) == expected


def test_a_page_without_an_address_names_its_volume() -> None:
    assert said(cited.section(volume(), LENDING)) == (
        "临江市图书馆.图书借阅[EB/OL]//临江市图书馆编辑部.临江市图书馆年鉴：2017.（2018-05-04）."
    )


def test_a_part_of_a_published_volume() -> None:
    assert said(cited.section(volume(base_url=BASE, **PRINTED), LENDING)) == (
        "临江市图书馆.图书借阅[M/OL]//临江市图书馆编辑部.临江市图书馆年鉴：2017"
        ".临江：临江出版社，2019[2026-12-01]." + URL
    )


def test_a_published_volume_in_the_form_of_2015() -> None:
    assert said(cited.volume(volume("2015", base_url=BASE, **PRINTED))) == (
        "临江市图书馆编辑部. 临江市图书馆年鉴: 2017[M/OL]. 临江: 临江出版社, 2019[2026-12-01]. "
        f"{BASE}/2017/index.html"
    )


def test_a_figure_is_cited_as_it_is_written_and_leads_to_its_sentence() -> None:
    assert said(cited.figure(volume(base_url=BASE), LENDING, LENDING.figures[0])) == (
        "流通部，李华.外借图书：30000余册[DS/OL].（2018-05-04）[2026-12-01]." + URL + "#f_loans"
    )


@pytest.mark.parametrize(
    ("imprint", "revised", "expected"),
    [
        ({"institution": ""}, True, "临江市图书馆编辑部.图书借阅[EB/OL].（2018-05-04）." + URL),
        ({"institution": "", "editor": ""}, True, "图书借阅[EB/OL].（2018-05-04）." + URL),
        ({}, False, "临江市图书馆.图书借阅[EB/OL]." + URL),
        (
            {**PRINTED, "published": ""},
            True,
            "临江市图书馆.图书借阅[M/OL]//临江市图书馆编辑部.临江市图书馆年鉴：2017"
            ".临江：临江出版社." + URL,
        ),
    ],
)
def test_what_is_missing_is_left_out(imprint: dict[str, str], revised: bool, expected: str) -> None:
    edition = volume(revised=revised, base_url=BASE, **imprint)
    assert gbt.write(cited.section(edition, LENDING)) == expected


def test_each_contributor_answers_by_body_or_by_name() -> None:
    signed = (
        Contributor(name="张明", body="流通部"),
        Contributor(name="赵青", body="流通部"),
        Contributor(name="李华"),
    )
    section = replace(LENDING, contributors=signed)
    assert said(cited.section(volume(), section)).startswith("流通部，李华.图书借阅[EB/OL]")
    assert said(cited.section(volume("2015"), section)).startswith("流通部, 李华. 图书借阅")


@pytest.mark.parametrize("published", ["2019", "2019-01", "2019-01-15"])
def test_the_year_of_a_volume_is_that_of_its_publication(published: str) -> None:
    """What is corrected later changes no year of publication."""
    one = cited.section(volume(**{**PRINTED, "published": published}), LENDING)
    assert gbt.write(one).endswith("临江：临江出版社，2019.")
    assert "  year = {2019},\n" in bibtex.write(one)
    assert "PY  - 2019\r\n" in ris.write(one)
    (item,) = json.loads(csl.write(one))
    assert item["issued"] == {"date-parts": [[int(part) for part in published.split("-")]]}


def test_a_volume_of_unknown_publication_has_no_year_in_any_form() -> None:
    one = cited.section(volume(**{**PRINTED, "published": ""}), LENDING)
    assert "2018" not in gbt.write(one) + bibtex.write(one) + ris.write(one) + csl.write(one)


def test_what_is_not_published_has_the_day_of_its_text() -> None:
    one = cited.section(volume(base_url=BASE, published="2019-01"), LENDING)
    assert "（2018-05-04）" in gbt.write(one)
    assert "  date = {2018-05-04},\n" in bibtex.write(one)


def test_without_an_address_there_is_no_day_of_access() -> None:
    for imprint in ({}, PRINTED):
        for one in cited.parts(volume(**imprint)):
            assert said(one) == gbt.write(one)
            assert "2026" not in bibtex.write(one, "2026-12-01") + csl.write(one, "2026-12-01")


FOUR = tuple(Contributor(name=name) for name in ("甲", "乙", "丙", "丁"))


@pytest.mark.parametrize(
    ("citation", "count", "expected"),
    [
        ("2025", 3, "甲，乙，丙.图书借阅"),
        ("2025", 4, "甲，乙，丙，等.图书借阅"),
        ("2015", 4, "甲, 乙, 丙, 等. 图书借阅"),
    ],
)
def test_of_more_than_three_the_first_three_are_named(
    citation: str, count: int, expected: str
) -> None:
    section = replace(LENDING, contributors=FOUR[:count])
    assert said(cited.section(volume(citation), section)).startswith(expected)


def test_reference_managers_are_told_of_all() -> None:
    one = cited.section(volume(), replace(LENDING, contributors=FOUR))
    assert "author = {{甲} and {乙} and {丙} and {丁}}" in bibtex.write(one)
    assert ris.write(one).count("AU  - ") == 4
    assert len(json.loads(csl.write(one))[0]["author"]) == 4


# BibTeX


def test_names_stand_in_braces_so_that_they_stay_whole() -> None:
    signed = (Contributor(name="A and B 公司"), Contributor(name="李华"))
    made = bibtex.write(cited.section(volume(), replace(LENDING, contributors=signed)))
    assert "author = {{A and B 公司} and {李华}}" in made


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("5S管理与ISO认证", "{5S}管理与{ISO}认证"),
        ("Élan与Ω、ÀB计划", "{Élan}与{Ω}、{ÀB}计划"),
        ("éa 0x β", "éa 0x β"),
        ("ⅱ期与Ⅱ期、ＷＴＯ", "ⅱ期与{Ⅱ}期、{ＷＴＯ}"),
        ("增长5%、R&D", r"增长5\%、{R}\&{D}"),
        ("a_b #1 $2", r"a\_b \#1 \$2"),
        ("{~^}", r"\textbraceleft{}\textasciitilde{}\textasciicircum{}\textbraceright{}"),
        ("C:\\temp", r"{C}:\textbackslash{}temp"),
        ("“安康杯”竞赛", "“安康杯”竞赛"),
    ],
)
def test_a_title_is_escaped_and_its_capitals_protected(title: str, written: str) -> None:
    section = replace(LENDING, title=title)
    made = bibtex.write(cited.section(volume(), section))
    assert f"  title = {{{written}}},\n" in made
    assert made.count("{") == made.count("}")


@pytest.mark.parametrize(
    ("edition", "types"),
    [
        (volume(base_url=BASE), ["online", "online", "online", "dataset"]),
        (volume(), ["misc", "misc", "misc", "dataset"]),
        (volume(base_url=BASE, **PRINTED), ["book", "incollection", "incollection", "dataset"]),
    ],
)
def test_the_type_follows_from_what_is_published(edition: Edition, types: list[str]) -> None:
    whole = cited.volume(edition)
    section = cited.section(edition, LENDING)
    number = cited.figure(edition, LENDING, LENDING.figures[0])
    four = (whole, section, loans(edition), number)
    assert [bibtex.write(one).partition("{")[0][1:] for one in four] == types


# One kind of document in all forms

KINDS = {
    "[M/OL]": ({"book", "incollection"}, {"BOOK", "CHAP"}, {"book", "chapter"}),
    "[EB/OL]": ({"online", "misc"}, {"ELEC"}, {"webpage"}),
    "[DS/OL]": ({"dataset"}, {"DATA"}, {"dataset"}),
}


@pytest.mark.parametrize("imprint", [{}, {"base_url": BASE}, {"base_url": BASE, **PRINTED}])
def test_all_forms_agree_what_it_is(imprint: dict[str, str]) -> None:
    for one in cited.parts(volume(**imprint)):
        bib, tagged, item = KINDS[gbt.mark(one)]
        assert bibtex.write(one)[1:].partition("{")[0] in bib
        assert ris.write(one)[6:10] in tagged
        assert json.loads(csl.write(one))[0]["type"] in item


@pytest.mark.parametrize("imprint", [{}, {"base_url": BASE}])
def test_a_page_names_the_yearbook_and_volume_that_it_stands_in(imprint: dict[str, str]) -> None:
    one = loans(volume(**imprint))
    whole = "临江市图书馆年鉴：2017"
    assert f"  note = {{{whole}}},\n" in bibtex.write(one)
    assert f"T2  - {whole}\r\n" in ris.write(one)
    (item,) = json.loads(csl.write(one))
    assert item["container-title"] == whole
    assert "volume" not in item


# RIS


def test_a_record_begins_with_its_type_and_ends_with_its_end() -> None:
    lines = ris.write(loans(volume(base_url=BASE)), "2026-12-01").split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert "Y2  - 2026/12/01" in lines
    assert all(line[2:6] == "  - " for line in lines[:-1])


def test_a_break_within_a_value_does_not_end_its_field() -> None:
    made = ris.write(replace(loans(volume()), title="一\nTY  - BOOK\r\n二"))
    assert "TI  - 一 TY  - BOOK 二\r\n" in made


# CSL-JSON

CSL_TYPES = {"book", "chapter", "webpage", "dataset"}
CSL_TEXT = {
    "id", "type", "title", "container-title", "volume", "publisher", "publisher-place", "ISBN",
    "URL", "language",
}  # fmt: skip
CSL_NAMES, CSL_DATES = {"author", "editor"}, {"issued", "accessed"}


def check_csl(item: dict[str, Any]) -> None:
    """What csl-data.json asks of the variables that are used here."""
    assert item.keys() <= CSL_TEXT | CSL_NAMES | CSL_DATES
    assert item["type"] in CSL_TYPES
    assert all(isinstance(item[name], str) and item[name] for name in CSL_TEXT & item.keys())
    for name in CSL_NAMES & item.keys():
        assert all(list(one) == ["literal"] and one["literal"] for one in item[name])
    for name in CSL_DATES & item.keys():
        (parts,) = item[name]["date-parts"]
        assert all(isinstance(part, int) for part in parts)


@pytest.mark.parametrize("imprint", [{}, {"base_url": BASE}, {"base_url": BASE, **PRINTED}])
def test_items_hold_variables_of_csl_alone(imprint: dict[str, str]) -> None:
    for one in cited.parts(volume(**imprint)):
        (item,) = json.loads(csl.write(one, "2026-12-01"))
        check_csl(item)
        assert ("accessed" in item) == ("URL" in item)


# All of them


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("case", "edition"),
    [
        ("page", volume(base_url=BASE)),
        ("disk", volume()),
        ("printed", volume(base_url=BASE, **PRINTED)),
        ("undated", volume(revised=False, base_url=BASE)),
    ],
)
def test_the_files_of_a_volume(
    case: str, edition: Edition, name: str, request: pytest.FixtureRequest
) -> None:
    compare(f"{case}.{NAMES[name]}", cite.FILES[name](tuple(cited.parts(edition))), request)


@pytest.mark.parametrize("citation", ["2025", "2015"])
def test_the_citations_of_a_volume(citation: str, request: pytest.FixtureRequest) -> None:
    lines = []
    for imprint in ({"base_url": BASE}, {}, {"base_url": BASE, **PRINTED}):
        lines += [said(one) for one in cited.parts(volume(citation, **imprint))]
    compare(f"gbt-{citation}.txt", "\n".join(lines) + "\n", request)


def compare(name: str, made: str, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / name
    if request.config.getoption("--regenerate"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made.encode())
    assert made == path.read_bytes().decode(), "run: pytest --regenerate tests/test_cite.py"


def awkward() -> tuple[Cited, ...]:
    """A volume whose titles and names hold what the formats give a meaning to."""
    hard = Section(
        stem="hard",
        title="{A} & B_100%",
        at=AT,
        contributors=(Contributor(name="甲 and 乙"), Contributor(name="“丙”", body="丁、戊")),
        entries=(entry("lead", "x", "文"), entry("one", "ER  - \\end @book{x,", "文")),
        figures=(figure("share", "one", '占"比"', "5.6", "%"),),
    )
    edition = replace(volume(base_url=BASE), contents=(Category(sections=(hard,)),))
    return tuple(cited.parts(edition))


def test_bibtex_is_read_back() -> None:
    parts = awkward()
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    found = bibtexparser.loads(bibtex.file(parts), parser).entries
    assert [one["ID"] for one in found] == [one.key for one in parts]
    assert [one["url"] for one in found] == [one.url for one in parts]
    assert found[1]["title"] == r"\textbraceleft{}{A}\textbraceright{} \& {B}\_100\%"
    assert found[1]["author"] == "{甲 and 乙} and {丁、戊}"


def test_ris_is_read_back() -> None:
    parts = awkward()
    found = rispy.loads(ris.file(parts))
    assert [one["id"] for one in found] == [one.key for one in parts]
    assert [one["title"] for one in found] == [one.name for one in parts]
    assert [tuple(one["authors"]) for one in found] == [one.authors for one in parts]


def test_csl_is_read_back() -> None:
    parts = awkward()
    found = json.loads(csl.file(parts))
    assert [one["id"] for one in found] == [one.key for one in parts]
    assert [one["title"] for one in found] == [one.name for one in parts]


def test_a_volume_is_cited_with_all_its_parts_and_a_lead_as_its_section() -> None:
    keys = [one.key for one in cited.parts(VOLUME_2017)]
    assert keys[:4] == ["2017.index", "2017.lending", "2017.lending.loans", "2017.lending.night"]
    assert "2017.lending.f_loans" in keys
    assert not [key for key in keys if key.endswith(".lead")]
    assert len(keys) == len(set(keys))


def test_records_are_cited_by_name_title_or_caption_else_by_their_first_words() -> None:
    found = {one.key: one.title for one in cited.parts(VOLUME_2017) if one.kind == "record"}
    assert found == {
        "2017.data.wang": "王平",
        "2017.data.office": "办公室",
        "2017.data.first": "采编图书12种",
        "2017.data.opening": "东馆开馆",
        "2017.data.site": "馆志",
        "2017.data.hall": "阅览大厅",
        "2017.data.halls": "各馆藏书",
    }


def test_a_record_has_all_forms_of_a_part() -> None:
    one = cited.record(volume(base_url=BASE), DATA, DATA.people[0])
    assert said(one) == (
        f"临江市图书馆.王平[EB/OL].（2018-05-04）[2026-12-01].{BASE}/2017/data.html#wang"
    )
    one = cited.record(volume(base_url=BASE, **PRINTED), DATA, DATA.people[0])
    assert gbt.write(one).startswith("临江市图书馆.王平[M/OL]//临江市图书馆编辑部.")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("东馆开馆。", "东馆开馆"),
        ("东馆开馆。读者甚众。", "东馆开馆"),
        ("一\n二", "一"),
        ("负责全市图书馆的业务指导，" + "字" * 30, "负责全市图书馆的业务指导……"),
        ("字" * 31, "字" * 30 + "……"),
    ],
)
def test_the_first_words_of_a_text_are_its_first_sentence_or_end_at_a_pause(
    text: str, title: str
) -> None:
    assert cited.first_words(text) == title


def test_a_table_is_signed_by_those_who_wrote_its_entry() -> None:
    table = replace(DATA.tables[0], entry="loans")
    section = replace(LENDING, tables=(table,))
    assert cited.record(VOLUME_2017, section, table).authors == ("流通部", "李华")


@pytest.mark.parametrize("written", ["…", "—"])
def test_a_number_that_is_missing_or_nil_is_cited_by_its_label(written: str) -> None:
    missing = figure("x", "loans", "外借图书", written, "册")
    assert cited.figure(VOLUME_2017, LENDING, missing).title == "外借图书"


def test_only_pages_with_records_let_one_choose_among_them() -> None:
    from samples import pages

    made = pages()
    assert 'data-cite="2017.data.*"' in made["2017/data.html"]
    assert [path for path, page in made.items() if path.endswith(".html") and ".*" in page] == [
        "2017/data.html"
    ]


@pytest.mark.parametrize("base", ["", BASE])
def test_no_file_says_a_local_address_or_a_day_of_access(base: str) -> None:
    parts = tuple(cited.parts(volume(base_url=base)))
    for make in (bibtex.file, ris.file, csl.file):
        assert not {"file:", "urldate", "accessed", "Y2  -"} & set(make(parts).split())
        assert "file:" not in make(parts)
    assert "file:" not in cite.script(parts)


def test_the_script_holds_what_differs_once() -> None:
    made = cite.script(tuple(cited.parts(VOLUME_2017)))
    assert made.startswith('yearbookCitations("2017",{')
    data = json.loads(made.removeprefix('yearbookCitations("2017",').removesuffix(");\n"))
    assert len(data["forms"]) == 3
    assert data["authors"] == [["临江市图书馆"], ["流通部", "李华"]]
    assert data["items"][2] == [1, "lending.html#loans", "扩大借阅范围", 1]


def test_each_citation_of_a_page_has_a_button_for_the_other_formats() -> None:
    from samples import pages

    made = pages()
    for path, keys in {
        "2017/lending.html": ["2017.lending.loans", "2017.lending.night", "2017.lending"],
        "2017/index.html": ["2017.index"],
        "2017/figures.html": ["2017.figures"],
        "about.html": ["2017.index", "2015.index"],
    }.items():
        buttons = LexborHTMLParser(made[path]).css("button[data-cite]")
        assert [one.attributes["data-cite"] for one in buttons] == keys


def test_without_scripts_the_files_are_linked() -> None:
    from samples import pages

    made = pages()
    for path in ("2017/index.html", "about.html"):
        links = [one.attributes["href"] for one in LexborHTMLParser(made[path]).css("a[download]")]
        for name in NAMES:
            assert any(str(link).endswith(f"data/2017/{name}") for link in links), (path, name)


def site_of(*editions: Edition, **imprint: str) -> dict[str, str]:
    from samples import YEARBOOK, pages

    made = tuple(replace(one, imprint=replace(one.imprint, **imprint)) for one in editions)
    return pages(replace(YEARBOOK, imprint=replace(IMPRINT, **imprint), editions=made))


def test_the_about_page_names_the_standard_of_each_volume_if_they_differ() -> None:
    old = replace(VOLUME_2015, imprint=replace(IMPRINT, citation="2015"))
    assert "（2017卷依GB/T 7714—2025，2015卷依GB/T 7714—2015）" in site_of(old, VOLUME_2017)[ABOUT]
    assert "（GB/T 7714—2015）" in site_of(old)[ABOUT]


def test_pages_speak_of_addresses_only_where_there_are_some() -> None:
    local, online = site_of(VOLUME_2017), site_of(VOLUME_2017, base_url=BASE)
    for path, words in {ABOUT: "当天的引用日期", "2017/figures.html": "引文指向"}.items():
        assert words not in local[path]
        assert words in online[path]
    assert "data-joint" not in local["2017/lending.html"]
    assert "data-joint" in online["2017/lending.html"]


# What many citations have in common is written once.

WORDS = st.text() | st.sampled_from(["Cafe {C} %s", "a\nb", *MARKS])
CITED = st.builds(
    Cited,
    kind=st.sampled_from(["edition", "section", "entry", "record", "figure"]),
    at=st.sampled_from(["2017/a.html", "2017/b.html#c"]),
    title=WORDS,
    authors=st.lists(WORDS, max_size=4).map(tuple),
    host=st.just("年鉴") | WORDS,
    volume=st.just("2017"),
    place=st.sampled_from(["", "临江"]),
    publisher=st.sampled_from(["", "临江出版社"]),
    issued=st.sampled_from(["", "2018-05-04"]),
    url=st.just("") | WORDS,
)


@st.composite
def cited_parts(draw: st.DrawFn) -> tuple[Cited, ...]:
    """The parts of one volume: what is said of that is the same in all."""
    first, *others = draw(st.lists(CITED, min_size=1, max_size=6))
    whole = {name: getattr(first, name) for name in ("host", "place", "publisher", "issued")}
    return (first, *(replace(one, **whole) for one in others))


@given(cited_parts())
def test_a_file_is_its_citations_one_after_another(parts: tuple[Cited, ...]) -> None:
    assert bibtex.file(parts) == "\n".join(map(bibtex.write, parts))
    assert ris.file(parts) == ris.END.join(map(ris.write, parts))
    items = [csl.write(one).removeprefix("[\n").removesuffix("\n]\n") for one in parts]
    assert csl.file(parts) == "[\n" + ",\n".join(items) + "\n]\n"


@given(cited_parts())
def test_a_page_says_its_citations_as_each_is_written(parts: tuple[Cited, ...]) -> None:
    made = cite.Citations()
    for one in parts:
        if one.kind != "edition":
            assert made(one) == cite.citation(one)
