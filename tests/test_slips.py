"""What is fine is accepted; one slip makes one issue, and no others follow from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import EDITION, READING, TINY, content, read, read_with_issues, write

from yearbook.issues import Issues
from yearbook.model import sections
from yearbook.read import load

__all__ = ["content"]


# what is fine


@pytest.mark.parametrize("name", [READING, "2016/edition.yaml", "names.yaml", "about.md"])
@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_byte_order_marks_and_line_ends_of_other_systems(
    content: Path, name: str, ends: str
) -> None:
    text = (content / name).read_text("utf-8")
    (content / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", ends).encode())
    found, tiny = read(content), read(TINY)
    assert sections(found.editions[0])[1].entries[0].source == (
        sections(tiny.editions[0])[1].entries[0].source
    )


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "2017/Thumbs.db",
        "2017/desktop.ini",
        "2017/reading.md~",
        "2017/.reading.md.swp",
        "2017/#reading.md#",
        "2017/~$reading.docx",
        "2017/._reading.md",
        "2017/images/.DS_Store",
        "2017/reading.md.bak",
        "files/.DS_Store",
        "files/.git/config",
        ".git/config",
        "2017/originals/稿 件.docx",
    ],
)
def test_what_systems_and_editors_leave_behind_is_passed_over(content: Path, name: str) -> None:
    write(content, name, "x")
    assert [extra.path for extra in read(content).extras] == ["verification.txt"]


def test_a_link_to_a_file_within_content_is_fine(content: Path) -> None:
    write(content, "files/a.txt", "甲")
    try:
        (content / "files" / "b.txt").symlink_to("a.txt")
    except OSError:
        pytest.skip("this system makes no links")
    assert len(read(content).extras) == 3


def test_the_content_folder_may_itself_be_a_link(content: Path) -> None:
    try:
        Path("annals").symlink_to("content")
    except OSError:
        pytest.skip("this system makes no links")
    assert len(read(Path("annals")).editions) == 2


# one slip, one issue


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("2016/edition.yaml", "volume: [", ["2016/edition.yaml:1:9 C029"]),
        ("2016/edition.yaml", "volume: 2016\ncovers: 2016\n", ["2016/edition.yaml:1:1 C102"]),
        (
            "2016/edition.yaml",
            EDITION.replace("[", "").replace("]", ""),
            ["edition.yaml:3:11 C103"],
        ),
        ("2016/edition.yaml", EDITION.replace("reading", "reeding"), ["edition.yaml:3:22 C126"]),
        ("2016/edition.yaml", EDITION.replace("reading", "Reading"), ["edition.yaml:3:22 C129"]),
        ("2016/edition.yaml", EDITION.replace("reading", "reading.md"), ["edition.yaml:3:22 C129"]),
        ("2016/edition.yaml", EDITION + "titel: 甲\n", ["2016/edition.yaml:4:1 C101"]),
        ("2016/edition.yaml", EDITION + "ｔitle: 甲\n", ["2016/edition.yaml:4:1 C116"]),
        ("2016/edition.yaml", EDITION + "contents: [a]\n", ["2016/edition.yaml:4:1 C040"]),
        ("2017/overview.md", "# 概述\n\n## 一\n\n文。\n", ["2017/overview.md:3:1 C143"]),
        ("2017/overview.yaml", "figures:\n  holdings: 1\n", ["2017/overview.yaml:2:13 C103"]),
        ("2017/overview.yaml", "figures: {a: {<<: *x}}\n", None),
        ("yearbook.yaml", "titel: 甲\n", ["yearbook.yaml:1:1 C101"]),
        ("yearbook.yaml", "title: 甲\nbase_url: http://[::1\n", ["yearbook.yaml:2:11 C132"]),
        ("yearbook.yaml", "title: 甲\nbase_url: http://a.cn/?x\n", ["yearbook.yaml:2:11 C132"]),
        ("yearbook.yaml", "title: 甲\nbase_url: http://u:p@a.cn/\n", ["yearbook.yaml:2:11 C132"]),
        ("yearbook.yaml", "title: 甲\nbase_url: http://a.cn:99999\n", ["yaml:2:11 C132"]),
        ("yearbook.yaml", "title: 甲\nbase_url: https：//a.cn/\n", ["yearbook.yaml:2:11 C116"]),
        ("2016/edition.yaml", EDITION.replace("[o", "[[o").replace("g]", "g]]"), ["3:12 C103"]),
        ("2016/edition.yaml", EDITION.replace("covers: 2016", "covers: 2016年"), ["9 C107"]),
        (
            "2016/edition.yaml",
            "volume: 2016\ncovers: 2016\ncontents: [overview、reading]\n",
            ["C105"],
        ),
        ("2016/images/大厅.png", "x", ["2016/images/大厅.png C250"]),
        ("names.yaml", "a: {name: 甲, kind: person, see: b}\nb: [x]\n", ["names.yaml:2:4 C103"]),
        ("names.yaml", "a: {name: 甲, kind: person}\n", []),
        ("about.md", "\n", ["about.md C140"]),
        ("2016/reading.yaml", "figures: ｛a: 1｝\n", ["2016/reading.yaml:1:10 C039"]),
        ("2016/reading.yaml", "people: {id: a}\n", ["2016/reading.yaml:1:9 C103"]),
        ("2016/reading.yaml", "title_en: ''\n", ["2016/reading.yaml:1:11 C104"]),
        ("2016/reading.yaml", "ignore: [{code: C1, at: 甲, reason: 乙}]\n", ["yaml:1:17 C107"]),
        ("2016/reading.yaml", "entries: {lead: {date: 2016}}\n", ["2016/reading.yaml:1:11 C147"]),
        (
            "2016/reading.yaml",
            "figures: {a: {table: [], row: b, column: c, label: 甲, unit: 乙}}\n",
            None,
        ),
        ("2016/tables/x.csv", "甲,乙\n1,2\n", ["2016/tables/x.csv C175"]),
        (READING, "# 阅读推广\n", []),
    ],
)
def test_a_slip_makes_one_issue(
    content: Path, name: str, text: str, expected: list[str] | None
) -> None:
    write(content, name, text)
    found = read_with_issues(content)[1]
    if expected is None:
        assert found
    else:
        assert len(found) == len(expected)
        assert all(one.endswith(end) for one, end in zip(found, expected, strict=True))


def test_a_faulty_edition_still_stands_so_that_links_to_it_are_not_called_broken(
    content: Path,
) -> None:
    (content / "2016" / "edition.yaml").unlink()
    found, codes = read_with_issues(content)
    assert codes == ["content/2016 C121"]
    first = found.editions[0]
    assert (first.id, first.covers.start.year) == ("2016", 2016)
    assert [section.clean for section in sections(first)] == [False, False]


def test_faults_of_sections_are_told_without_a_table_of_contents(content: Path) -> None:
    write(content, "2016/edition.yaml", "volume: [")
    write(content, READING, "# 甲\n\n## 乙\n\n文。\n")
    assert read_with_issues(content)[1] == [
        "content/2016/edition.yaml:1:9 C029",
        "content/2016/reading.md:3:1 C143",
    ]


def test_unknown_figures_are_not_judged_while_a_section_is_unclean(content: Path) -> None:
    write(content, "2017/overview.yaml", "figures: {holdings: {entry: lead}}\n")
    assert {code[-4:] for code in read_with_issues(content)[1]} == {"C102"}


def test_a_section_is_clean_when_its_files_are(content: Path) -> None:
    write(content, "2016/overview.yaml", "colour: red\n")
    write(content, READING, "# 甲\n\n文。\n\n## 乙\n\n文。\n")
    overview, reading = sections(read_with_issues(content)[0].editions[0])
    assert (overview.clean, overview.clean_prose) == (False, True)
    assert (reading.clean, reading.clean_prose) == (False, False)


def test_a_table_that_does_not_read_leaves_its_section_unclean(content: Path) -> None:
    write(content, "2017/tables/story-hour.csv", "季度,场次,儿童\n一季度,6\n")
    found, codes = read_with_issues(content)
    assert codes == ["content/2017/tables/story-hour.csv:2:1 C271"]
    assert not sections(found.editions[1])[4].clean


def test_a_yearbook_without_its_file_has_no_title(content: Path) -> None:
    (content / "yearbook.yaml").unlink()
    found, codes = read_with_issues(content)
    assert (found.imprint.title, codes) == ("", ["content C003"])


def test_nothing_comes_of_no_folder(tmp_path: Path) -> None:
    issues = Issues()
    assert load(tmp_path / "none", issues) is None
    assert [issue.code for issue in issues] == ["C001"]


def test_an_edition_that_names_no_year_is_placed_first(content: Path) -> None:
    write(content, "0-draft/notes.md", "# 甲\n\n文。\n")
    found, codes = read_with_issues(content)
    assert codes == ["content/0-draft C121"]
    assert found.editions[0].id == "0-draft"


def test_twelve_thousand_entries_are_read_in_a_few_seconds(tmp_path: Path) -> None:
    for year in range(2000, 2010):
        stems = [f"s-{n}" for n in range(12)]
        listed = ", ".join(stems)
        write(tmp_path, f"{year}/edition.yaml", f"volume: 1\ncovers: {year}\ncontents: [{listed}]")
        for stem in stems:
            ids = [f"e-{n}" for n in range(100)]
            prose = "".join(f"## 条目 {{#{one}}}\n\n开展活动30次。\n\n" for one in ids)
            data = "".join(
                f"  {stem}-{one}: {{entry: {one}, label: 活动, value: 30, unit: 次}}\n"
                for one in ids
            )
            write(tmp_path, f"{year}/{stem}.md", f"# 分目\n\n{prose}")
            write(tmp_path, f"{year}/{stem}.yaml", f"figures:\n{data}")
    write(tmp_path, "yearbook.yaml", "title: 年鉴\n")
    found = read(tmp_path)
    assert sum(len(one.entries) for each in found.editions for one in sections(each)) == 12_000


def test_a_file_with_the_ending_yml_is_not_called_missing_too(content: Path) -> None:
    (content / "yearbook.yaml").rename(content / "yearbook.yml")
    (content / "2016" / "edition.yaml").rename(content / "2016" / "Edition.YAML")
    assert read_with_issues(content)[1] == [
        "content/2016/Edition.YAML C027",
        "content/yearbook.yml C027",
    ]
