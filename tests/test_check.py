"""What `check` tells of: codes chosen, what editors accept, reports for programs, each edition."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building import append, edit, tiny
from test_cli import Run, run

from yearbook.account import Account
from yearbook.cli import reports, summary
from yearbook.indexes import Depth
from yearbook.issues import Issue, Issues, Place
from yearbook.model import Yearbook
from yearbook.read import load
from yearbook.rules import check

__all__ = ["run", "tiny"]
READING = Path("content/2017/reading.md")
DATA = Path("content/2017/reading.yaml")
OPENING = "全年围绕“书香海棠”开展活动。"


def opening(said: str) -> None:
    edit(READING, OPENING, said)


def ignored(code: str, at: str) -> None:
    text = DATA.read_text("utf-8")
    head, _, rest = text.rpartition("ignore:\n")
    line = f'  - {{code: {code}, at: "{at}", reason: 照录}}\n'
    DATA.write_text(f"{head or text}ignore:\n{line}{rest if head else ''}", "utf-8")


def marks(*, proofread: bool = True) -> list[str]:
    """Where proofreading and C248 find something, of the yearbook in the current folder."""
    issues = Issues()
    yearbook = load(Path("content"), issues)
    assert isinstance(yearbook, Yearbook)
    check(yearbook, issues, proofread=proofread)
    found = [one for one in issues if one.code.startswith("L") or one.code == "C248"]
    return [f"{one.place.path[8:]}:{one.place.line} {one.code}" for one in found]


# codes chosen


def test_select_and_ignore_choose_among_warnings_and_hints(tiny: Path, run: Run) -> None:
    opening("全年,围绕(书香)开展活动。")
    every = run("check", "--select", "L")
    assert [line.split()[1] for line in every.out] == ["L015", "L011"]
    assert every.err[0] == "2 warnings"
    some = run("check", "--select", "l0", "--ignore", "L015，L02")
    assert some.out == every.out[1:]
    assert some.err == ["1 warning", *every.err[1:]]


def test_errors_are_told_whatever_is_chosen(tiny: Path, run: Run) -> None:
    edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: 甲")
    said = run("check", "--select", "L", "--ignore", "C101")
    assert said.code == 1
    assert [line.split()[1] for line in said.out] == ["C101"]


def test_json_has_what_is_chosen(tiny: Path, run: Run) -> None:
    opening("全年,围绕“书香海棠”开展活动，共有40人，其中男20人、女18人。")
    report = json.loads("\n".join(run("check", "--json", "--select", "L015").out))
    assert (report["warnings"], report["codes"]) == (1, {"L015": 1})
    assert [one["fixable"] for one in report["issues"]] == [True]
    assert report["editions"][1]["marks"] == 2


def test_json_names_the_other_place() -> None:
    other = Place("content/2017/a.md", 7, 2)
    issue = Issue(Place("content/2017/b.md", 3, 1), "C162", (("id", "x"), ("first", other)))
    (row,) = json.loads(reports.json_report([issue], "en"))["issues"]
    assert row["related"] == [{"path": "content/2017/a.md", "line": 7, "column": 2}]


def test_json_has_the_differences_of_mends(tiny: Path, run: Run) -> None:
    opening("全年,围绕“书香海棠”开展活动。")
    said = run("check", "--fix", "--json")
    (fixed,) = json.loads("\n".join(said.out))["fixed"]
    assert fixed["path"] == "content/2017/reading.md"
    assert "\n+全年，围绕“书香海棠”开展活动。\n" in fixed["diff"]


def test_many_issues_are_counted_by_their_codes(tiny: Path, run: Run) -> None:
    opening("全年,开馆。" * 21 + "馆长(兼)。")
    assert run("check", "--select", "L").err[1] == "L015 ×21, L011 ×1"
    codes = [f"L{number:03}" for number in range(1, 13)]
    found = [Issue(Place(""), code) for code in codes for _ in range(2)]
    assert summary.codes(found, "zh") == ["、".join(f"{code} ×2" for code in codes[:10]) + "、…"]


# annotations of GitHub


def test_annotations_of_github(tiny: Path, run: Run) -> None:
    opening("全年,围绕“书香海棠”开展活动，增长100%。")
    (said,) = run("check", "--github", "--select", "L015", lang="zh").out
    assert said.startswith(
        "::warning file=content/2017/reading.md,line=3,col=3,title=L015::与汉字相邻的标点用全角"
    )


def test_annotations_spell_what_would_end_them() -> None:
    issue = Issue(Place("a,b:c%.md", 2), "C001", (("path", "50%"),))
    (said,) = reports.github([issue], "en")
    assert said.startswith("::error file=a%2Cb%3Ac%25.md,line=2,title=C001::")
    assert "50%25" in said


def test_files_are_named_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "books").mkdir()
    monkeypatch.chdir(tmp_path / "books")
    places = [Place("content/a.md"), Place((tmp_path / "b.md").as_posix()), Place("/else/c.md")]
    said = list(reports.github([Issue(place, "C048") for place in places], "en"))
    names = [line.partition("file=")[2].partition(",")[0] for line in said]
    assert names == ["books/content/a.md", "b.md", "/else/c.md"]


# what editors accept


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        ("reading.md", "## 夜间开放 {", "## 夜间开放(一) {", "夜间开放(一"),
        ("reading.md", OPENING, "全年,**围绕**开展。", "全年,围绕"),
        ("reading.md", "校注：名单", "校注,名单", "校注,名"),
        ("reading.yaml", "caption: 阅览大厅", 'caption: "阅览,大厅"', "阅览,大厅"),
        ("reading.yaml", "source: 借阅部", 'source: "借阅,部"', "借阅,部"),
        ("tables/story-hour.csv", "二季度", '"二,季度"', "二,季度"),
    ],
    ids=["title", "prose", "note", "caption", "source", "cell"],
)
def test_a_mark_is_accepted_wherever_it_stands(
    tiny: Path, file: str, old: str, new: str, at: str
) -> None:
    edit(f"content/2017/{file}", old, new)
    (said,) = marks()
    ignored(said.split()[1], at)
    assert marks() == []


def test_a_record_is_accepted_too(tiny: Path) -> None:
    path = Path("content/2017/duties.yaml")
    edit(path, "收集、整理", "收集(整理)")
    assert marks() == ["2017/duties.yaml:4 L011"]
    append(path, "ignore:\n  - {code: L011, at: 收集(, reason: 照录}\n")
    assert marks() == []


def test_what_accepts_nothing_is_told_by_check_alone(tiny: Path) -> None:
    ignored("L015", "没有这句")
    line = DATA.read_text("utf-8").splitlines().index("ignore:") + 2
    assert marks() == [f"2017/reading.yaml:{line} C248"]
    assert marks(proofread=False) == []


def test_one_line_accepts_what_it_names_and_nothing_more(tiny: Path) -> None:
    opening("全年,开馆。\n\n馆长,到会。")
    ignored("L015", "馆长,")
    assert marks() == ["2017/reading.md:3 L015"]


# the account of an edition


def account(volume: str, **more: object) -> Account:
    known = {"characters": 20_000, "errors": 0, "marks": 0, "depth": None, "carried": ()}
    given = known | {"edition": volume, "draft": False, "empty": (0, 0, 0)} | more
    return Account(volume=volume, **given)  # type: ignore[arg-type]


def test_one_mark_on_ten_thousand_characters_passes() -> None:
    assert account("2017", marks=2).passes
    assert not account("2017", marks=3).passes
    assert summary.editions([account("2017", marks=3)], "zh") == [
        "2017卷：20,000字，校对3处，每万字1.50处，不合格（合格线每万字1处）"
    ]
    assert summary.editions([account("第3卷", marks=1)], "en") == [
        "第3卷: 20,000 characters, 1 mark, 0.50 per 10,000, passes"
    ]


def test_an_edition_without_words_passes() -> None:
    assert account("2017", characters=0).passes
    assert account("2017", characters=0).rate == 0


def test_the_line_of_an_edition_says_all_that_is_asked() -> None:
    depth = Depth("2018", "2018", 99, 43)
    one = account("2018", depth=depth, empty=(2, 0, 1), carried=(("2017", 3),))
    assert summary.editions([one], "zh") == [
        "2018卷：20,000字，校对0处，每万字0.00处，合格；索引深度2.30（99个标目，43条）；"
        "还缺2条正文、1个分目；3个分目沿用2017卷，待核对"
    ]


def test_of_many_editions_those_with_something_to_say_have_a_line() -> None:
    row = [account(str(year)) for year in range(1990, 2010)]
    row[3] = account("1993", marks=9)
    row[5] = account("1995", empty=(1, 0, 0))
    assert [line.split("，校")[0] for line in summary.editions(row, "zh")] == [
        "1993卷：20,000字",
        "1995卷：20,000字",
        "2009卷：20,000字",
        "另有17卷：340,000字",
    ]
    assert summary.editions(row, "en")[-1] == "17 more: 340,000 characters, 0 marks, all pass"


def test_a_hundred_editions_that_fail_have_twelve_lines_and_a_sum() -> None:
    row = [account(str(year), marks=year % 50 + 3) for year in range(1900, 2000)]
    lines = summary.editions(row, "zh")
    assert len(lines) == 13
    assert [line[:4] for line in lines[:2]] == ["1944", "1945"]
    assert lines[-1].startswith("另有88卷：1,760,000字，校对")
    assert lines[-1].endswith("其中88卷不合格")


def test_characters_are_those_of_every_kind_of_words(tiny: Path, run: Run) -> None:
    def count() -> int:
        report = json.loads("\n".join(run("check", "--json").out))
        return int(report["editions"][1]["characters"])

    before = count()
    opening(f"{OPENING}**加 粗**[字](https://example.org/a)`code`。")
    assert count() == before + 4
    edit("content/2017/tables/story-hour.csv", "二季度,7", "第二季度,7")
    assert count() == before + 5
