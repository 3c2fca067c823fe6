"""`new` makes the next edition from the last: the same ids, everything else to be filled."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from building import ROOT, append, built, edit, tiny, tree
from test_cli import Run, run
from test_issues import as_a_user

from yearbook import build
from yearbook.build import Job
from yearbook.issues import ContentError, Issues, UseError
from yearbook.model import Period, sections
from yearbook.new import new
from yearbook.new.step import Step
from yearbook.read import load

__all__ = ["run", "tiny"]

CONTENT = Path("content")
OLD, NEW = CONTENT / "2017", CONTENT / "2018"


def text(name: str) -> str:
    return (NEW / name).read_text("utf-8")


def checked() -> list[str]:
    """The codes of the new edition, each once."""
    issues = Issues()
    build.check(Job(templates=ROOT / "templates", drafts=True), issues)
    return sorted({issue.code for issue in issues if "2018" in issue.place.path})


# What is made


def test_a_section_to_be_written_keeps_its_headings_and_says_what_the_last_one_had(
    tiny: Path,
) -> None:
    new(CONTENT, "2018", "2017")
    assert (
        text("reading.md")
        == """\
# 阅读推广

<!-- 2017卷：阅读推广，15字 -->

## 读者活动 {.group}

## 夜间开放 {#evening}

<!-- 2017卷：夜间开放，37字
夜间开放接待读者：3200人次
-->

## “故事一小时” {#story-hour}

<!-- 2017卷：“故事一小时”，56字
一季度参加儿童：180人次
-->

## 征文大赛 {.group}

## 海棠县读书征文大赛 {#contest}

<!-- 2017卷：海棠县读书征文大赛，47字
收到征文：450篇
获奖作品：36篇
-->
"""
    )


def test_its_data_are_slots_and_who_is_asked_for_them(tiny: Path) -> None:
    edit(OLD / "reading.yaml", "title_en: Reading", "editor: 单文君\ntitle_en: Reading")
    new(CONTENT, "2018", "2017")
    assert (
        text("reading.yaml")
        == """\
title_en: "Reading for all"
# summary_en: Evening hours, story hours and an essay contest.
state: 约稿
editor: 单文君
entries:
  lead: {}
  evening: {title_en: "Evening hours", contributors: [{name: 周宁}]}
  # evening 的主题词：夜间开放、延时服务
figures:
  evening-readers: {entry: evening, label: 夜间开放接待读者, value: , unit: 人次}  # 2017卷：3200人次
  essays-received: {entry: contest, label: 收到征文, value: , unit: 篇}  # 2017卷：450篇
  essays-awarded: {entry: contest, label: 获奖作品, value: , unit: 篇, definition: "不含优秀组织奖。"}  # 2017卷：36篇
  story-children: {entry: story-hour, label: 一季度参加儿童, value: , unit: 人次}  # 2017卷：180人次
# 2017卷的荣誉；又获的，去掉这一行和那一条行首的 #：
# honours:
#   - {id: national-reading, entry: contest, title: 全省全民阅读先进单位, level: 省, recipient: self, from: 省文化厅}
# 2017卷有表格1项（tables）、图片1项（pictures），没有照抄
"""
    )
    assert "value: , unit: 册, as_of: 2018-12-31}  # 2017卷：86000余册" in text("overview.yaml")
    assert not (NEW / "images").exists()


def test_who_else_received_an_honour_is_said_as_it_was(tiny: Path) -> None:
    append(
        OLD / "overview.yaml",
        "honours:\n"
        "  - {id: a, entry: lead, title: 一卡通行, level: 县, recipient: 周宁}\n"
        "  - {id: b, entry: lead, title: 各馆, level: 县, recipient: {count: 3, unit: 家, named: [城关馆]}}\n",
    )
    new(CONTENT, "2018")
    assert "recipient: 周宁}" in text("overview.yaml")
    assert "recipient: {count: 3, unit: 家, named: [城关馆]}}" in text("overview.yaml")


def test_data_without_prose_keep_their_title(tiny: Path) -> None:
    new(CONTENT, "2018", "2017")
    assert text("milestones.yaml") == (
        "title: 大事记略\nstate: 约稿\n# 2017卷有大事2项（events），没有照抄\n"
    )
    assert not (NEW / "milestones.md").exists()


def test_what_changes_little_is_carried_over_with_its_comments(tiny: Path) -> None:
    duties = (OLD / "duties.yaml").read_text("utf-8")
    (OLD / "duties.yaml").write_text(f"# 次序依原件\n{duties}# 完\n", "utf-8")
    (OLD / "leaders.yaml").write_text(
        "title: 领导名录\nstate: 定稿\nentries: {}\npeople: [{id: a, name: 周宁, office: 馆长}]\n",
        "utf-8",
    )
    new(CONTENT, "2018", "2017")
    head = "title: 主要职责\ntitle_en: Duties\n"
    assert text("duties.yaml") == f"# 次序依原件\n{duties}# 完\n".replace(
        head, f"{head}state: 收稿\ncarried: 2017\n"
    )
    assert text("leaders.yaml").startswith("title: 领导名录\nstate: 收稿\ncarried: 2017\n")


def test_prose_of_that_name_is_carried_over_with_what_it_shows(tiny: Path) -> None:
    edit(OLD / "edition.yaml", "[overview, duties", "[overview, about, duties")
    about = "# 本馆简介\n\n见[名录](leaders.md#zhou-ning)、[县志](references.md#gazetteer)。\n\n"
    picture = "![大厅](images/hall.png)\n\n## 馆舍 {#house}\n\n另见[上文](#lead)。\n"
    (OLD / "about.md").write_text(about + picture, "utf-8")
    new(CONTENT, "2018", "2017")
    link = "../2017/references.md#gazetteer"
    assert text("about.md") == about.replace("references.md#gazetteer", link) + picture
    assert text("about.yaml") == "state: 收稿\ncarried: 2017\n"
    assert (NEW / "images" / "hall.png").read_bytes() == (OLD / "images/hall.png").read_bytes()
    assert checked() == ["C371", "C372", "C373", "C374"]


def test_states_of_single_entries_that_are_carried_over_begin_anew(tiny: Path) -> None:
    edit(OLD / "edition.yaml", "[overview, duties", "[overview, about, duties")
    (OLD / "about.md").write_text("# 简介\n\n文。\n\n## 馆舍 {#house}\n\n文。\n", "utf-8")
    (OLD / "about.yaml").write_text(
        "entries: {house: {state: 定稿}, lead: {date: 2017}}\n", "utf-8"
    )
    new(CONTENT, "2018", "2017")
    assert text("about.yaml") == (
        "state: 收稿\ncarried: 2017\nentries: {house: {state: 收稿}, lead: {date: 2017}}\n"
    )


def test_old_addresses_and_corrections_are_of_the_last_edition_alone(tiny: Path) -> None:
    edit(OLD / "edition.yaml", "figures: all\n", "figures: all\ncorrections: []\n")
    (OLD / "leaders.yaml").write_text(
        "title: 领导名录\n"
        'aliases: ["heads.html"]  # 2016年以前\n'
        "entries:\n  lead:\n    aliases: [heads.html#old]\n"
        "people:\n"
        "  - {id: a, name: 周宁, office: 馆长, aliases: [heads.html#a]}\n"
        "  - aliases: [heads.html#b]\n    id: b\n    name: 单文君\n    office: 副馆长\n"
        "corrections:\n  - {at: a, printed: 周凝, corrected: 周宁, date: 2018-03-05, reason: 改字}\n",
        "utf-8",
    )
    (OLD / "leaders.md").write_text("# 领导\n\n任期{~~三~>五~~}{>>2018-03-05：改<<}年。\n", "utf-8")
    edit(OLD / "leaders.yaml", "title: 领导名录\n", "")
    new(CONTENT, "2018", "2017")
    assert "corrections" not in text("edition.yaml")
    assert text("leaders.md") == "# 领导\n\n任期五年。\n"
    assert text("leaders.yaml") == (
        "state: 收稿\ncarried: 2017\n"
        "entries:\n  lead:\n    {}\n"
        "people:\n"
        "  - {id: a, name: 周宁, office: 馆长}\n"
        "  - id: b\n    name: 单文君\n    office: 副馆长\n"
    )


def test_the_edition_keeps_its_contents_and_charts_and_moves_on(tiny: Path) -> None:
    edit(OLD / "edition.yaml", "volume: 2017\n", "volume: 2017  # 记2017年，见2016卷\n")
    edit(
        OLD / "edition.yaml", "revised: 2018-06-30", "isbn: 978-7-302-51722-9\nrevised: 2018-06-30"
    )
    old = (OLD / "edition.yaml").read_text("utf-8")
    new(CONTENT, "2018", "2017")
    assert text("edition.yaml") == (
        old.replace("volume: 2017  # 记2017年，见2016卷", "volume: 2018  # 记2018年，见2017卷")
        .replace("2017-12-31", "2018-12-31")
        .replace("2018-03-31", "2019-03-31")
        .replace("2017-01-01", "2018-01-01")
        .replace("status: released", "status: draft")
        .replace("isbn: 978-7-302-51722-9\nrevised: 2018-06-30\n", "")
    )


def test_a_file_without_a_status_and_one_in_braces_are_moved_on_too(tiny: Path) -> None:
    (OLD / "edition.yaml").write_text(
        "{volume: '2018', covers: 2017, status: released, contents: [overview, duties, departments,"
        " leaders, reading, milestones, references], revised: 2018-01-01, isbn: 978-7-302-51722-9}\n",
        "utf-8",
    )
    new(CONTENT, "2018", "2017")
    assert text("edition.yaml").startswith("{volume: '2019', covers: 2018, status: draft, contents")
    assert text("edition.yaml").endswith("references]}\n")
    edit(NEW / "edition.yaml", ", status: draft", "")
    new(CONTENT, "2019", "2018")
    said = (CONTENT / "2019" / "edition.yaml").read_text("utf-8")
    assert said.startswith("{status: draft, volume: '2020', covers: 2019, contents")


def test_what_is_of_the_last_edition_alone_is_left_out_wherever_it_stands(tiny: Path) -> None:
    (OLD / "edition.yaml").write_text(
        "{published: 2018, isbn: 978-7-302-51722-9, volume: 第三卷, revised: 2018-01-01,"
        " covers: 2017, contents: [overview, duties, departments, leaders, reading, milestones,"
        " references], status: released}\n",
        "utf-8",
    )
    new(CONTENT, "2018", "2017")
    assert text("edition.yaml") == (
        "{volume: 第四卷, covers: 2018, contents: [overview, duties, departments, leaders, reading,"
        " milestones, references], status: draft}\n"
    )


def test_a_period_that_is_no_year_is_said_by_its_days(tiny: Path) -> None:
    edit(OLD / "edition.yaml", "covers: {from: 2017-01-01", "covers: {from: 2017-04-01")
    assert new(CONTENT, "2018").covers == "2018-04-01/2018-12-31"


def test_a_label_in_lines_of_its_own_moves_on(tiny: Path) -> None:
    edit(OLD / "edition.yaml", "volume: 2017\n", "volume: >\n  2017\n")
    new(CONTENT, "2018", "2017")
    assert text("edition.yaml").startswith("volume: 2018\ncovers: {from: 2018-01-01")


def test_a_new_edition_only_lacks_what_is_to_be_filled_and_builds_as_a_draft(tiny: Path) -> None:
    built()
    before = tree(Path("site"))
    new(CONTENT, "2018", "2017")
    assert checked() == ["C371", "C372", "C373", "C374"]
    built()
    assert tree(Path("site")) == before
    built(Path("drafts"), drafts=True)
    assert (Path("drafts") / "2018" / "reading.html").is_file()


def test_what_was_not_filled_in_the_last_edition_is_asked_for_again(tiny: Path) -> None:
    new(CONTENT, "2018")
    made = new(CONTENT, "2019")
    assert (made.old, made.figures, made.carried) == (
        "2018",
        7,
        ("duties", "departments", "leaders"),
    )
    yaml = (CONTENT / "2019" / "overview.yaml").read_text("utf-8")
    assert "  holdings: {entry: lead, label: 藏书, value: , unit: 册}\n" in yaml
    leaders = (CONTENT / "2019" / "leaders.yaml").read_text("utf-8")
    assert "state: 收稿\ncarried: 2018\n" in leaders


def test_words_that_would_end_a_comment_do_not(tiny: Path) -> None:
    edit(OLD / "reading.yaml", "label: 收到征文", 'label: "收到-->甲"')
    new(CONTENT, "2018", "2017")
    assert "收到——>甲：450篇" in text("reading.md")
    assert checked() == ["C371", "C372", "C373", "C374"]


# How far it moves on


@pytest.mark.parametrize(
    ("old", "new", "label", "said"),
    [
        (2017, 2018, "2017", "2018"),
        (2017, 2019, "2018", "2020"),
        (2017, 2018, "2016—2017", "2017—2018"),
        (2017, 2019, "第3卷", "第4卷"),
        (2017, 2018, "2017（总第9卷）", "2018（总第10卷）"),
        (3, 4, "3", "4"),
        (3, 5, "3", "5"),
        (2017, 2018, "第九卷", "第十卷"),
        (2017, 2018, "第十九卷", "第二十卷"),
        (2017, 2020, "二〇一七年卷", "二〇二〇年卷"),
        (2017, 2018, "创刊卷", "创刊卷"),
    ],
)
def test_the_label_moves_on(old: int, new: int, label: str, said: str) -> None:
    assert Step(old, new).label(label) == said


def test_days_keep_their_place_in_the_year() -> None:
    step = Step(2016, 2017)
    row = [date(2015, 2, 28), date(2016, 2, 29), date(2016, 12, 31), date(2016, 2, 28)]
    assert [step.day(day).isoformat() for day in row] == [
        "2016-02-29",
        "2017-02-28",
        "2017-12-31",
        "2017-02-28",
    ]
    both = Period(start=date(2016, 4, 1), end=date(2017, 3, 31))
    assert step.period(both) == Period(start=date(2017, 4, 1), end=date(2018, 3, 31))


# What is refused


@pytest.mark.parametrize("name", ["next", "20170", "99999999999", "../2018", "2018.", "", "9999x"])
def test_a_name_that_is_none_is_refused(tiny: Path, name: str) -> None:
    edit(OLD / "edition.yaml", "{from: 2017-01-01, to: 2017-12-31}", "2018")
    before = tree(CONTENT)
    with pytest.raises(UseError) as refused:
        new(CONTENT, name, "2017")
    assert refused.value.issue.code == "S050"
    assert tree(CONTENT) == before


def test_the_last_edition_must_be_free_of_errors(tiny: Path) -> None:
    edit(OLD / "reading.yaml", "value: 3200", "value: 32000")
    edit(CONTENT / "2016" / "edition.yaml", "volume", "volum")
    with pytest.raises(ContentError) as refused:
        new(CONTENT, "2018", "2017")
    assert [issue.code for issue in refused.value.issues] == ["C301"]
    assert not NEW.exists()


def test_without_content_there_is_nothing_to_begin_from(tiny: Path) -> None:
    with pytest.raises(ContentError):
        new(Path("nowhere"), "2018")
    shutil.rmtree(OLD)
    shutil.rmtree(CONTENT / "2016")
    with pytest.raises(ContentError):
        new(CONTENT, "2018")


def test_an_edition_that_cannot_be_written_leaves_nothing_behind(tiny: Path) -> None:
    CONTENT.chmod(0o555)
    try:
        with as_a_user(), pytest.raises(UseError) as refused:
            new(CONTENT, "2018", "2017")
    finally:
        CONTENT.chmod(0o755)
    assert refused.value.issue.code == "S055"
    assert sorted(path.name for path in CONTENT.iterdir() if "2018" in path.name) == []


def test_what_a_run_that_was_killed_left_is_swept(tiny: Path) -> None:
    rest = CONTENT / ".2018.new" / "rest.md"
    rest.parent.mkdir()
    rest.write_text("# 半截\n", "utf-8")
    new(CONTENT, "2018", "2017")
    assert not rest.parent.exists()
    assert not (NEW / "rest.md").exists()


# What is said


def test_it_says_what_was_made_and_what_comes_next(tiny: Path, run: Run) -> None:
    assert run("new", "2018", "--from", "2017", lang="zh").err == [
        "新的一卷在 content/2018，照 2017 卷：",
        "  volume: 2018，covers: 2018；不对的，在 edition.yaml 里改",
        "  沿用 3 个分目，核对后删去其中的 carried：duties、departments、leaders",
        "  4 个分目待编：5 条正文、7 个数据",
        "接下来：",
        "  yearbook import 来稿.docx --edition 2018    编入来稿",
        "  yearbook status 2018    看进度",
        "  yearbook check    看还缺什么",
        "  yearbook serve    一边写，一边在浏览器里看",
    ]
    assert run("new", "2019").err[:3] == [
        "The new edition is in content/2019, after 2018:",
        "  volume: 2019, covers: 2019; mend it in edition.yaml if that is wrong",
        "  3 sections carried over, delete carried when looked through: duties, departments, leaders",
    ]
    assert run("new", "2020", "--quiet") == (0, [], [])


def test_the_sections_stand_in_the_order_of_the_last(tiny: Path) -> None:
    new(CONTENT, "2018", "2017")
    yearbook = load(CONTENT, Issues())
    assert yearbook is not None
    old, made = yearbook.editions[-2:]
    assert [one.stem for one in sections(made)] == [one.stem for one in sections(old)]
    assert [one.title for one in sections(made)] == [one.title for one in sections(old)]
    assert made.highlights == old.highlights


def test_check_counts_at_its_end_what_is_lacking(tiny: Path, run: Run) -> None:
    new(CONTENT, "2018", "2017")
    zh = "；还缺5条正文、7个数据、2个分目；3个分目沿用2017卷，待核对"
    assert run("check", lang="zh").err[-1].startswith("2018卷：")
    assert run("check", lang="zh").err[-1].endswith(zh)
    for stem in ("duties", "departments", "leaders"):
        edit(NEW / f"{stem}.yaml", "carried: 2017\n", "")
    assert run("check").err[-1].endswith("; still empty: 5 entries, 7 figures, 2 sections")
