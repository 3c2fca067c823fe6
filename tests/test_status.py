"""`status` prints the board of an edition; what keeps it from release; comments and slots."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building import append, built, edit, tiny, tree
from selectolax.lexbor import LexborHTMLParser
from test_cli import Run, run

from yearbook.cli.columns import table, width
from yearbook.issues import Issues
from yearbook.model import Section, declared, editor, state
from yearbook.new import new
from yearbook.read import load
from yearbook.rules.making import Lack, unfinished

__all__ = ["run", "tiny"]

CONTENT = Path("content")
DRAFT = CONTENT / "2018"


@pytest.fixture
def draft(tiny: Path) -> Path:
    """The tiny yearbook with an edition of 2018 in the making."""
    new(CONTENT, "2018", "2017")
    return DRAFT


def lacks() -> list[Lack]:
    yearbook = load(CONTENT, Issues())
    assert yearbook is not None
    return list(unfinished(yearbook.editions[-1]))


def section(stem: str) -> Section:
    yearbook = load(CONTENT, Issues())
    assert yearbook is not None
    parts = [one for part in yearbook.editions[-1].contents for one in part.sections]
    return next(one for one in parts if one.stem == stem)


def test_the_board_is_by_unit_and_state(draft: Path, run: Run) -> None:
    edit(draft / "reading.yaml", "contributors: [{name: 周宁}]", "state: 初审, editor: 单文君")
    assert run("status", lang="zh").out == [
        "2018（content/2018，草稿）",
        "",
        "  单位    约稿  收稿  初审  复审  终审  定稿  合计",
        "  办公室     1     0     0     0     0     0     1",
        "  未定       5     3     1     0     0     0     9",
        "  合计       6     3     1     0     0     0    10",
        "",
        "没有定稿的 10 条：",
        "  分目      条目                撰稿人  责任编辑  阶段  字数  上卷",
        "  概述      （引言）            周宁    —         约稿     0    67",
        "  主要职责  （记录2条）         —       —         收稿    25    25",
        "  内设机构  （记录2条）         —       —         收稿    14    14",
        "  领导名录  （记录2条）         —       —         收稿    31    31",
        "  阅读推广  （引言）            —       —         约稿     0    15",
        "  阅读推广  夜间开放            —       单文君    初审     0    37",
        "  阅读推广  “故事一小时”        —       —         约稿     0    56",
        "  阅读推广  海棠县读书征文大赛  —       —         约稿     0    47",
        "  大事记略  （待编）            —       —         约稿     0    39",
        "  参考资料  （待编）            —       —         约稿     0    57",
        "  合计                                                    70   388",
        "",
        "待填的数据 7 个：",
        "  概述：藏书；新增图书；接待读者",
        "  阅读推广：夜间开放接待读者；收到征文；获奖作品；一季度参加儿童",
        "",
        "照抄上一卷、待核对的分目 3 个：主要职责（duties.yaml）、内设机构（departments.yaml）、"
        "领导名录（leaders.yaml）",
    ]


def test_of_a_finished_edition_there_is_the_board_alone(tiny: Path, run: Run) -> None:
    (CONTENT / "2016" / "reading.yaml").write_text("state: 定稿\n", "utf-8")
    said = run("status", "2016").out
    assert said == [
        "2016 (content/2016, released)",
        "",
        "  unit        约稿  收稿  初审  复审  终审  定稿  not said  total",
        "  nobody yet     0     0     0     0     0     1         1      2",
        "  total          0     0     0     0     0     1         1      2",
        "",
        "not final yet: 1",
        "  section  entry   written by  editor  state     characters  last volume",
        "  概述     (lead)  —           —       not said          22            0",
        "  total                                                  22            0",
    ]
    append(CONTENT / "2016" / "overview.yaml", "state: 定稿\n")
    assert len(run("status", "2016").out) == 5


def test_without_a_draft_it_is_of_the_newest_edition(tiny: Path, run: Run) -> None:
    assert run("status").out[0] == "2017 (content/2017, released)"


def test_as_json(draft: Path, run: Run) -> None:
    said = json.loads("\n".join(run("status", "--json").out))
    assert (said["edition"], said["status"], said["errors"]) == ("2018", "draft", 0)
    assert [one["unit"] for one in said["units"]] == ["办公室", "周宁", ""]
    assert said["units"][0]["states"]["约稿"] == 1
    assert said["entries"][0] == {
        "section": "overview",
        "entry": "lead",
        "title": "概述",
        "unit": "办公室",
        "contributors": ["周宁"],
        "editor": "",
        "state": "约稿",
        "empty": True,
        "characters": 0,
        "before": 67,
    }
    slot = {"section": "overview", "id": "holdings", "entry": "lead", "label": "藏书"}
    assert said["slots"][0] == slot
    assert said["carried"][0] == {"section": "duties", "from": "2017"}


def test_what_moved_is_measured_by_where_it_stood(draft: Path, run: Run) -> None:
    edit(draft / "reading.md", "{#evening}", "{#night}")
    edit(draft / "reading.yaml", "  evening: {", '  night: {continues: ["reading#evening"], ')
    edit(draft / "reading.yaml", "entry: evening", "entry: night")
    rows = json.loads("\n".join(run("status", "--json").out))["entries"]
    assert [one["before"] for one in rows if one["entry"] == "night"] == [37]


def test_content_with_errors_is_shown_as_far_as_it_reads(draft: Path, run: Run) -> None:
    append(draft / "duties.yaml", "stat: 约稿\n")
    said = run("status")
    assert said.code == 0
    assert len(said.out) > 20
    assert said.err == ["the content has 1 error; this is what could be read; see yearbook check"]
    assert run("status", lang="zh").err == [
        "内容有 1 个错误，以上只是读得出的；运行 yearbook check 查看"
    ]


def test_without_content_there_is_no_board(tiny: Path, run: Run) -> None:
    assert run("status", "--content", "nowhere").code == 1
    assert run("status", "2019").code == 2


def test_a_chinese_character_is_as_wide_as_two_letters() -> None:
    assert width("2017卷") == 6
    assert table([["名", "n"], ["甲乙", 7]]) == ["名    n", "甲乙  7"]


# States, slots, and what is not finished


def test_an_entry_without_a_state_or_an_editor_has_those_of_its_section(draft: Path) -> None:
    edit(draft / "reading.yaml", "state: 约稿\nentries", "state: 复审\neditor: 单文君\nentries")
    edit(draft / "reading.yaml", "contributors: [{name: 周宁}]", "state: 初审, editor: 周宁")
    reading = section("reading")
    evening, story = reading.entries[1:3]
    assert (state(reading, evening), editor(reading, evening)) == ("初审", "周宁")
    assert (state(reading, story), editor(reading, story)) == ("复审", "单文君")
    assert state(reading) == "复审"


def test_a_new_edition_is_not_finished(draft: Path) -> None:
    found = [(one.kind, one.section.stem, one.entry and one.entry.id) for one in lacks()]
    assert found[0] == ("empty", "overview", "lead")
    assert found[4:6] == [("carried", "duties", None), ("state", "duties", None)]
    assert ("empty", "milestones", None) in found
    assert [one.slot.id for one in lacks() if one.slot][:2] == ["holdings", "new-books"]
    assert str(lacks()[0].at) == "content/2018/overview.md:1:1"


def test_an_edition_is_finished_when_all_of_it_is(tiny: Path) -> None:
    for stem in ("overview", "duties", "departments", "leaders", "milestones", "references"):
        append(CONTENT / "2017" / f"{stem}.yaml", "state: 定稿\n")
    assert [(one.kind, one.state, one.entry and one.entry.id) for one in lacks()] == [
        ("state", "", None)
    ]
    append(CONTENT / "2017" / "reading.yaml", "state: 定稿\n")
    assert lacks() == []


def test_a_slot_is_known_by_its_id_and_is_no_figure(draft: Path) -> None:
    yearbook = load(CONTENT, Issues())
    assert yearbook is not None
    made = yearbook.editions[-1]
    assert len(list(declared(made))) == 7
    assert [figure for part in made.contents for s in part.sections for figure in s.figures] == []


def test_a_slot_may_await_its_entry_but_needs_a_label_and_a_unit(draft: Path, run: Run) -> None:
    append(
        draft / "milestones.yaml", "figures:\n  a: {entry: later, label: 甲, value: , unit: 人}\n"
    )
    assert run("check", "--quiet").code == 0
    append(
        draft / "milestones.yaml",
        "  b: {entry: later, label: 乙, value: }\n  c: {value: , unit: 人, label: 丙}\n",
    )
    said = [line.partition(" — ")[0] for line in run("check", "--quiet").out if "C102" in line]
    assert said == [
        'content/2018/milestones.yaml:6:6: C102 "unit" must be here; it is missing',
        'content/2018/milestones.yaml:7:6: C102 "entry" must be here; it is missing',
    ]


# The pages of a draft


def page(path: str) -> LexborHTMLParser:
    return LexborHTMLParser(Path("site", path).read_text("utf-8"))


def said(path: str, css: str) -> list[str]:
    return [node.text(separator=" ", strip=True) for node in page(path).css(css)]


def test_a_draft_shows_how_far_each_entry_is(draft: Path) -> None:
    edit(draft / "reading.yaml", "contributors: [{name: 周宁}]", "state: 初审, editor: 单文君")
    built(drafts=True)
    assert said("2018/reading.html", ".stage") == ["约稿", "初审 责任编辑单文君", "约稿", "约稿"]
    assert said("2018/reading.html", ".await") == ["（待写）"] * 4
    assert said("2018/leaders.html", ".stage") == ["收稿 沿用2017卷，待核对"]
    assert said("2018/milestones.html", ".await") == ["（待写）"]
    assert page("2018/reading.html").css('link[href="../assets/draft.css"]')


def test_its_page_has_the_board(draft: Path) -> None:
    edit(draft / "milestones.yaml", "state: 约稿\n", "")
    built(drafts=True)
    assert said("2018/index.html", ".board p") == [
        "共10条，定稿0条，待写7条；待填数据7个；沿用待核对的分目3个。"
    ]
    rows = [
        [cell.text() for cell in row.css("th, td")] for row in page("2018/index.html").css("tr")
    ]
    assert rows == [
        ["单位", "约稿", "收稿", "初审", "复审", "终审", "定稿", "阶段未注明", "合计"],
        ["办公室", "1", "", "", "", "", "", "", "1"],
        ["周宁", "1", "", "", "", "", "", "", "1"],
        ["未定", "4", "3", "", "", "", "", "1", "8"],
        ["合计", "6", "3", "", "", "", "", "1", "10"],
    ]


def test_a_released_edition_shows_nothing_of_its_making(tiny: Path) -> None:
    built()
    before = tree(Path("site"))
    assert not [name for name in before if "draft" in name]
    append(CONTENT / "2017" / "reading.yaml", "state: 定稿\neditor: 单文君\n")
    new(CONTENT, "2018", "2017")
    built()
    assert tree(Path("site")) == before
    built(drafts=True)
    assert not page("2017/reading.html").css(".stage, .await, link[href*=draft]")


def test_what_stands_in_a_comment_is_on_no_page(draft: Path) -> None:
    edit(draft / "reading.md", "# 阅读推广\n", "# 阅读推广\n\n<!-- 机密 -->\n\n全年照常。\n")
    built(drafts=True)
    found = [name for name, data in tree(Path("site")).items() if "机密".encode() in data]
    assert found == []
    assert [name for name, data in tree(Path("site")).items() if "全年照常".encode() in data]


def test_a_chart_waits_for_its_first_figure(draft: Path) -> None:
    edit(draft / "overview.yaml", "label: 藏书, value: ,", "label: 藏书, value: 90000,")
    (draft / "overview.md").write_text("# 概述\n\n有藏书90000册。\n", "utf-8")
    built(drafts=True)
    assert [node.id for node in page("2018/figures.html").css(".chart")] == ["holdings-size"]
    assert len(page("2018/index.html").css(".figs li")) == 1
