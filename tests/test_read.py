"""`load` makes the yearbook of a content folder."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from reading import EDITION, TINY, content, read, read_with_issues, write

from yearbook.issues import Issues
from yearbook.model import (
    Cell,
    Contributor,
    Edition,
    Event,
    Extra,
    Imprint,
    Pair,
    Period,
    Person,
    Recipient,
    Yearbook,
    sections,
)
from yearbook.read import load

__all__ = ["content"]


@pytest.fixture(scope="module")
def tiny() -> Yearbook:
    return read(TINY)


@pytest.fixture(scope="module")
def edition(tiny: Yearbook) -> Edition:
    return tiny.editions[1]


# what is read


def test_the_imprint_of_the_series(tiny: Yearbook) -> None:
    assert tiny.imprint == Imprint(
        title="海棠县图书馆年鉴",
        title_en="Haitang County Library Yearbook",
        institution="海棠县图书馆",
        editor="海棠县图书馆年鉴编辑部",
        publisher="海棠出版社",
        place="海棠",
        licence="CC BY 4.0",
        base_url="https://example.org/haitang/",
        citation="2025",
    )


def test_an_edition_may_set_the_imprint_again(content: Path) -> None:
    write(content, "2016/edition.yaml", EDITION + "isbn: 978-7-0000-0000-1\ncitation: 2015\n")
    first = read(content).editions[0]
    assert (first.imprint.isbn, first.imprint.citation) == ("978-7-0000-0000-1", "2015")
    assert first.imprint.title == "海棠县图书馆年鉴"


def test_editions_are_ordered_by_what_they_cover(content: Path) -> None:
    write(content, "2016/edition.yaml", EDITION.replace("covers: 2016", "covers: 2019"))
    assert [edition.id for edition in read(content).editions] == ["2017", "2016"]


def test_the_fields_of_an_edition(edition: Edition) -> None:
    assert (edition.id, edition.volume, edition.status) == ("2017", "2017", "released")
    assert edition.covers == Period(start=date(2017, 1, 1), end=date(2017, 12, 31))
    assert edition.honours_window == Period(start=date(2017, 1, 1), end=date(2018, 3, 31))
    assert edition.revised == date(2018, 6, 30)
    assert edition.highlights == ("holdings", "visits")
    assert edition.charts[2].pairs == (
        Pair(title="征文评奖", applied="essays-received", recognised=("essays-awarded",)),
    )


def test_an_edition_is_a_draft_until_it_is_released(content: Path) -> None:
    write(content, "2016/edition.yaml", EDITION)
    assert read(content).editions[0].status == "draft"


def test_the_contents_keep_their_order(edition: Edition) -> None:
    assert [(category.id, category.title) for category in edition.contents] == [
        ("organization", "机构"),
        ("work", "业务工作"),
        ("", ""),
    ]
    assert " ".join(section.stem for section in sections(edition)) == (
        "overview duties departments leaders reading milestones references"
    )


def test_an_entry_has_the_details_of_its_yaml(edition: Edition) -> None:
    entry = sections(edition)[4].entries[1]
    assert (entry.id, entry.title, entry.group) == ("evening", "夜间开放", "读者活动")
    assert (entry.title_en, entry.date, entry.state) == ("Evening hours", "2017-05", "定稿")
    assert entry.contributors == (Contributor(name="周宁"),)
    assert entry.keywords == ("夜间开放", "延时服务")
    assert entry.aliases == ("reading.html#night",)
    assert entry.continues == ("reading#evening",)


def test_a_figure_keeps_its_number_as_written(content: Path) -> None:
    write(
        content,
        "2016/overview.yaml",
        "figures:\n"
        "  a: {entry: lead, label: 甲, value: 30,000, unit: 项}\n"
        '  b: {entry: lead, label: 乙, value: "30,000", unit: 项}\n'
        "  c: {entry: lead, label: 丙, value: -5.60, unit: '%', text: 下降5.60%}\n"
        "  d: {entry: lead, label: 丁, value: …, unit: 项, as_of: 2016-12-31}\n",
    )
    issues = Issues()
    load(content, issues)
    assert [issue.code for issue in issues] == ["C133"]
    write(
        content,
        "2016/overview.yaml",
        "figures:\n"
        '  b: {entry: lead, label: 乙, value: "30,000", unit: 项}\n'
        "  c: {entry: lead, label: 丙, value: -5.60, unit: '%', text: 下降5.60%}\n"
        "  d: {entry: lead, label: 丁, value: …, unit: 项, as_of: 2016-12-31}\n"
        "  e: {entry: lead, label: 戊, value: —, unit: 项}\n",
    )
    found = sections(read(content).editions[0])[0].figures
    assert [(figure.value, figure.written) for figure in found] == [
        (Decimal(30000), "30,000"),
        (Decimal("-5.60"), "-5.60"),
        (None, "…"),
        (None, "—"),
    ]
    assert found[2].as_of == date(2016, 12, 31)


def test_a_figure_may_be_a_cell_of_a_table(edition: Edition) -> None:
    figure = next(one for one in sections(edition)[4].figures if one.cell)
    assert figure.cell == Cell(table="story-hours", row="一季度", column="儿童")
    assert (figure.value, figure.written, figure.entry) == (Decimal(180), "180", "story-hour")


def test_an_empty_cell_is_missing_and_a_word_is_no_number(content: Path) -> None:
    write(content, "2017/tables/story-hour.csv", "季度,场次,儿童\n一季度,6,\n二季度,7,很多\n")
    figure = next(one for one in sections(read(content).editions[1])[4].figures if one.cell)
    assert (figure.value, figure.written) == (None, "…")
    write(content, "2017/tables/story-hour.csv", "季度,场次,儿童\n一季度,6,很多\n")
    assert read_with_issues(content)[1] == ["content/2017/tables/story-hour.csv:2:7 C107"]


def test_recipients_of_honours(content: Path) -> None:
    honours = (
        "  - {id: a, entry: evening, title: 甲, level: 省, recipient: self}\n"
        "  - {id: b, entry: evening, title: 乙, level: 市, recipient: 借阅部, from: 市文化局}\n"
        "  - id: c\n    entry: evening\n    title: 丙\n    level: 县\n    date: 2016\n"
        "    recipient: {count: 3, unit: 家, named: [甲馆]}\n"
    )
    write(content, "2016/reading.yaml", f"honours:\n{honours}")
    found = sections(read(content).editions[0])[1].honours
    assert [honour.recipient for honour in found] == [
        Recipient(self_=True),
        Recipient(name="借阅部"),
        Recipient(count=3, unit="家", named=("甲馆",)),
    ]
    assert (found[1].from_, found[2].date) == ("市文化局", "2016")


def test_records_of_data_sections(edition: Edition) -> None:
    leaders, milestones = sections(edition)[3], sections(edition)[5]
    assert leaders.people[0] == Person(
        id="shan-wenjun",
        name="单文君",
        office="馆长",
        from_="2015-03",
        at=leaders.people[0].at,
    )
    assert isinstance(milestones.events[0], Event)
    assert (leaders.title, leaders.entries) == ("领导名录", ())
    assert (leaders.people[0].at.line, leaders.people[0].at.column) == (3, 5)


def test_an_event_may_name_an_entry_of_another_section(content: Path) -> None:
    event = "  - {id: a, date: 2017-03, text: 甲, entry: reading#evening}\n"
    write(content, "2017/milestones.yaml", f"title: 大事记\nevents:\n{event}")
    assert sections(read(content).editions[1])[5].events[0].entry == "reading#evening"


def test_tables_pictures_and_media(edition: Edition) -> None:
    reading = sections(edition)[4]
    assert reading.tables[0].rows[1] == ("一季度", "6", "180")
    assert reading.pictures[0].file == "images/hall.png"
    (media,) = edition.media
    assert (media.path, media.width, media.height) == ("images/hall.png", 64, 48)


def test_names_about_and_extras(tiny: Yearbook) -> None:
    assert [name.id for name in tiny.names][:2] == ["haitang-library", "shan-wenjun"]
    assert tiny.names[0].from_ == "1958"
    assert tiny.about is not None
    assert [entry.id for entry in tiny.about.entries] == ["lead", "sources"]
    assert [extra.path for extra in tiny.extras] == ["verification.txt"]


def test_files_are_found_in_folders_hidden_ones_that_servers_know_as_well(content: Path) -> None:
    write(content, "files/.well-known/a.txt", "1")
    write(content, "files/.nojekyll", "")
    extras: tuple[Extra, ...] = read(content).extras
    assert [e.path for e in extras] == [".nojekyll", ".well-known/a.txt", "verification.txt"]


def test_a_yearbook_needs_neither_names_nor_about_nor_files(content: Path) -> None:
    (content / "names.yaml").unlink()
    (content / "about.md").unlink()
    shutil.rmtree(content / "files")
    found = read(content)
    assert (found.names, found.about, found.extras) == ((), None, ())
