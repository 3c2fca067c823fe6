"""Every fact of the source arrives, on the page of its own section, and nothing is invented."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from factcheck import Paragraph, compare, invented, missing, mutations, read_facts, read_page

YEAR = "2017"
FACTS = read_facts(Path(__file__).parent / "facts" / f"{YEAR}.yaml")
ENOUGH_FACTS = 370
ENOUGH_NOTICED = 0.99


@pytest.fixture(scope="module")
def pages(dongying: Path) -> dict[str, list[Paragraph]]:
    """The paragraphs of each section's page; a page that is not there has none."""
    files = {stem: dongying / YEAR / f"{stem}.html" for stem in FACTS}
    return {
        stem: read_page(file.read_text(encoding="utf-8")) if file.exists() else []
        for stem, file in files.items()
    }


# The list


def test_the_list_is_long_enough() -> None:
    assert sum(len(facts) for facts in FACTS.values()) >= ENOUGH_FACTS


@pytest.mark.parametrize("stem", FACTS)
def test_no_fact_is_listed_twice(stem: str) -> None:
    counted = Counter((fact.forms, fact.beside) for fact in FACTS[stem] if fact.kind != "title")
    assert [fact for fact, times in counted.items() if times > 1] == []


# The pages


def test_every_fact_stands_on_the_page_of_its_section(
    pages: dict[str, list[Paragraph]],
) -> None:
    lost = [f"{stem}: {fact}" for stem in FACTS for fact in missing(FACTS[stem], pages[stem])]
    assert not lost, report("facts are missing", lost)


def test_no_number_title_or_quotation_is_invented(pages: dict[str, list[Paragraph]]) -> None:
    strays = [
        f"{stem}: …{words}…" for stem in FACTS for words in invented(FACTS[stem], pages[stem], YEAR)
    ]
    assert not strays, report("numbers, titles or quotations belong to no fact", strays)


def test_a_changed_number_or_a_removed_name_is_noticed(
    pages: dict[str, list[Paragraph]],
) -> None:
    made, unnoticed = 0, []
    for stem, facts in FACTS.items():
        for fault, page in mutations(facts, pages[stem]):
            made += 1
            if compare(facts, page, YEAR) == compare(facts, pages[stem], YEAR):
                unnoticed.append(f"{stem}: {fault}")
    assert made, "no page says a number or a name"
    ratio = 1 - len(unnoticed) / made
    assert ratio >= ENOUGH_NOTICED, report(f"of {made} faults {ratio:.1%} noticed; not", unnoticed)


def report(what: str, lines: list[str]) -> str:
    """A message that names every line at once."""
    return "\n  ".join([f"{len(lines)} {what}:", *lines])


# The checker itself


PROSE = """
<main><nav><p>9项</p></nav><h1>安全</h1>
<section class="entry"><h2><i>其一</i> 隐患 <a class="perma">¶</a></h2>
<p>整改隐患 <a class="n"><b>30<span class="k">000</span></b> 余项</a><sup class="ref">〔1〕</sup>，
见《2017年方案》。</p><ul class="figs"><li>7项</li></ul><aside class="note"><p>8项</p></aside></section>
<ul><li>甲，主席</li><li><p>乙</p><p>副主席</p></li></ul></main>
"""


def facts_of(tmp_path: Path, rows: str) -> list[str]:
    """The facts in `rows` that PROSE does not say."""
    file = tmp_path / "facts.yaml"
    file.write_text(f"s:\n{rows}", encoding="utf-8")
    return [fact.forms[0] for fact in missing(read_facts(file)["s"], read_page(PROSE))]


@pytest.mark.parametrize(
    "row",
    [
        "{kind: figure, say: 30000余项, with: [隐患]}",
        "{kind: title, say: 隐患}",
        "{kind: document, say: 《2017年方案》}",
        "{kind: figure, any: [3万余项, 30000余项]}",
        "{kind: office, say: 副主席, with: [乙], scope: entry}",
    ],
)
def test_a_fact_is_found(tmp_path: Path, row: str) -> None:
    assert facts_of(tmp_path, f"  - {row}") == []


@pytest.mark.parametrize(
    "row",
    [
        "{kind: figure, say: 0000余项}",
        "{kind: figure, say: 30000项}",
        "{kind: figure, say: 30000余项, with: [甲]}",
        "{kind: figure, say: 7项}",
        "{kind: figure, say: 8项}",
        "{kind: figure, say: 9项}",
        "{kind: date, say: 2017年}",
        "{kind: title, say: 整改}",
        "{kind: office, say: 副主席, with: [甲], scope: entry}",
    ],
)
def test_a_fact_is_not_found(tmp_path: Path, row: str) -> None:
    assert len(facts_of(tmp_path, f"  - {row}")) == 1


def test_two_figures_need_two_occurrences(tmp_path: Path) -> None:
    rows = "  - {kind: figure, say: 30000余项}\n" * 2
    assert facts_of(tmp_path, rows) == ["30000余项"]


def test_what_belongs_to_no_fact_is_invented() -> None:
    strays = invented([], read_page(PROSE))
    assert [word for word in ("30000余项", "《2017年方案》") if word not in "".join(strays)] == []
    assert invented([], read_page("<main><p>2017年</p></main>"), known="2017") == []
