"""The figures of last year are known again in the words of this year, and fill what waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from yearbook import fix
from yearbook.issues import Issues
from yearbook.read import load
from yearbook.rules import check

BEFORE = """\
# 工会

下辖3个区工会（甲区）、2个县工会（乙县）。命名市级劳模（工匠）工作室5个，推荐省级劳模（工匠）工作室1个。

基层工会有120个，增长5.6%；会员总数为59万人，增长2.3%；转为会员的农民工增长24.3%。给困难职工每人300元。
"""
FIGURES = """\
figures:
  districts: {entry: lead, label: 区工会, value: 3, unit: 个}
  counties: {entry: lead, label: 县工会, value: 2, unit: 个}
  city: {entry: lead, label: 市级劳模工作室, value: 5, unit: 个}
  province: {entry: lead, label: 省级劳模工作室, value: 1, unit: 个}
  unions: {entry: lead, label: 基层工会, value: 120, unit: 个}
  unions-growth: {entry: lead, label: 基层工会增长, value: 5.6, unit: "%"}
  members: {entry: lead, label: 会员总数, value: 59, unit: 万人, as_of: 2017-12-31}
  members-growth: {entry: lead, label: 会员增长, value: 2.3, unit: "%"}
  migrants-growth: {entry: lead, label: 农民工会员增长, value: 24.3, unit: "%"}
  help: {entry: lead, label: 困难职工每人, value: 300, unit: 元, per: 人, definition: 一次付清。}
"""
SLOTS = """\
state: 约稿
figures:
  city: {entry: lead, label: 市级劳模工作室, value: , unit: 个}  # 2017卷：5个
  province: {entry: lead, label: 省级劳模工作室, value:  , unit: 个}
  members:  # 全市
    entry: lead
    label: 会员总数
    value:   # 59万人
    unit: 万人
  unions: {entry: lead, label: 基层工会, value: , unit: 个}
  unions-growth: {entry: lead, label: 基层工会增长, value: , unit: "%"}
  members-growth: {entry: lead, label: 会员增长, value: , unit: "%"}
  migrants-growth: {entry: lead, label: 农民工会员增长, value: , unit: "%"}
  help: {entry: lead, label: 困难职工每人, value: , unit: 元, per: 人}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for year, status in (("2017", "released"), ("2018", "draft")):
        folder = tmp_path / "content" / year
        folder.mkdir(parents=True)
        edition = f"volume: {year}\ncovers: {year}\nstatus: {status}\ncontents: [unions]\n"
        (folder / "edition.yaml").write_text(edition, "utf-8")
    (tmp_path / "content/yearbook.yaml").write_text("title: 某工会年鉴\n", "utf-8")
    (tmp_path / "content/2017/unions.md").write_text(BEFORE, "utf-8")
    (tmp_path / "content/2017/unions.yaml").write_text(FIGURES, "utf-8")
    return tmp_path / "content"


def fixed(content: Path, prose: str, slots: str = SLOTS) -> tuple[list[str], str]:
    """What `check --fix` says it wrote, and the YAML after it."""
    path = content / "2018/unions.yaml"
    (content / "2018/unions.md").write_text(f"# 工会\n\n{prose}\n", "utf-8")
    path.write_bytes(slots.encode())
    said = [line.split("unions.yaml:", 1)[1] for line in fix.report(content, "zh")]
    return said, path.read_bytes().decode()


def test_a_value_is_written_into_the_figure_that_waits_for_it(content: Path) -> None:
    said, after = fixed(content, "推荐省级劳模（工匠）工作室2个，命名市级劳模（工匠）工作室6个。")
    assert said == [
        "4: 已填上待填的数据，请核对: province: 2个（省级劳模工作室）",
        "3: 已填上待填的数据，请核对: city: 6个（市级劳模工作室）",
    ]
    before = SLOTS.replace("工作室, value: , unit: 个}  #", "工作室, value: 6, unit: 个}  #")
    assert after == before.replace("value:  , unit", "value: 2, unit")


def test_also_over_several_lines_with_its_comments_and_line_ends(content: Path) -> None:
    said, after = fixed(content, "会员总数为60余万人。", "\ufeff" + SLOTS.replace("\n", "\r\n"))
    assert said == ["8: 已填上待填的数据，请核对: members: 60余万人（会员总数）"]
    new = SLOTS.replace("    value:   # 59万人\n", "    value: 60 # 59万人\n    approx: 余\n")
    assert after == "\ufeff" + new.replace("\n", "\r\n")
    assert fix.fix(content) == []


def test_growth_belongs_to_what_its_sentence_speaks_of(content: Path) -> None:
    _, after = fixed(content, "基层工会有130个，增长8%；会员总数为60万人，增长1.7%。")
    assert "unions-growth: {entry: lead, label: 基层工会增长, value: 8, " in after
    assert "members-growth: {entry: lead, label: 会员增长, value: 1.7, " in after
    assert "migrants-growth: {entry: lead, label: 农民工会员增长, value: , " in after


def test_another_scale_is_the_same_unit_and_is_written(content: Path) -> None:
    _, after = fixed(content, "基层工会有1.2万余个。")
    assert "unions: {entry: lead, label: 基层工会, value: 1.2, unit: 万个, approx: 余}" in after


def test_a_sum_is_not_what_each_got(content: Path) -> None:
    said, after = fixed(content, "给困难职工50000元。")
    assert "help: {entry: lead, label: 困难职工每人, value: , unit: 元, per: 人}" in after
    assert len(said) == 1
    assert "label: 给困难职工, value: 50000, unit: 元}" in said[0]


def test_what_two_fit_equally_is_left_to_the_editor(content: Path) -> None:
    slots = "figures:\n  a: {entry: lead, label: 书屋, value: , unit: 间}\n"
    slots += "  b: {entry: lead, label: 书屋, value: , unit: 间}\n"
    said, after = fixed(content, "新建书屋7间。", slots)
    assert after.startswith(slots)
    assert [one.split(": ")[1] for one in said] == ["已起草数据，请核对 label"]


def test_where_nothing_waits_the_id_of_last_year_is_used(content: Path) -> None:
    said, _ = fixed(content, "下辖4个区工会、3个县工会。给困难职工每人350元。", "state: 约稿\n")
    assert [one.split("label: ", 1)[1] for one in said] == [
        "districts: {entry: lead, label: 区工会, value: 4, unit: 个}",
        "counties: {entry: lead, label: 县工会, value: 3, unit: 个}",
        "help: {entry: lead, label: 困难职工每人, value: 350, unit: 元, per: 人,"
        ' definition: "一次付清。"}',
    ]


def test_a_rank_is_no_figure(content: Path) -> None:
    said, _ = fixed(content, "评出前6名选手，目前6名选手在岗。")
    assert [one.split("label: ")[-1] for one in said] == [
        "目前, value: 6, unit: 名, text: 目前6名}"
    ]


def test_what_seems_to_wait_in_another_unit_is_told(content: Path) -> None:
    fixed(content, "命名市级劳模工作室6间。")
    fix.fix(content)
    issues = Issues()
    yearbook = load(content, issues)
    assert yearbook is not None
    check(yearbook, issues)
    (told,) = (one.line("zh") for one in issues if "若是同一个数" in one.line("zh"))
    assert told.endswith(
        "unions.yaml:3:3: C372 数据 city（市级劳模工作室）待填 — 在 value: 后填上数值；"
        "没有了的，删去这个数据；ming-ming-shi-ji-lao-mo（命名市级劳模工作室：6间）若是同一个数，"
        "把它的标识改为 city，删去这一行"
    )


def test_what_is_filled_in_reads_without_errors(content: Path) -> None:
    fixed(content, "基层工会有1.2万余个，增长8%。")
    issues = Issues()
    yearbook = load(content, issues)
    assert yearbook is not None
    assert issues.errors == []
