"""Manuscripts as offices write them: what each shape becomes."""

from __future__ import annotations

from pathlib import Path

from importing import book, imported, section, text
from manuscripts import docx, p, part, r

from yearbook.issues import Issues
from yearbook.manuscripts.job import Job, Outcome, run
from yearbook.read import load
from yearbook.rules import check

__all__ = ["book"]

NUMBERS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


def auto(level: int, words: str) -> str:
    """A paragraph that Word numbers."""
    more = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return p(words, more=more)


def word(body: str) -> Outcome:
    """Import a Word file with that body."""
    made = docx(
        Path("m.docx"),
        body,
        relations={"n": ("numbering", "numbering.xml")},
        parts={"word/numbering.xml": NUMBERS},
    )
    return run(Job(content=Path("content"), edition="2018", files=(made,)))


def doubts(outcome: Outcome) -> list[tuple[str, str]]:
    """What needs an eye."""
    return [(one.kind, one.text) for one in outcome.taken[0].found.doubts]


def test_titles_that_word_numbers_are_titles_and_a_run_of_numbers_is_a_list(book: Path) -> None:
    word(
        p("水利")
        + auto(0, "重点工程")
        + p("建成水闸3座。")
        + auto(0, "防汛")
        + p("储备如下。")
        + auto(1, "编织袋")
        + auto(1, "铁锹")
    )
    assert text("2018/shui-li.md") == (
        "# 水利\n\n## 重点工程 {#zhong-dian-gong-cheng}\n\n建成水闸3座。\n\n"
        "## 防汛 {#fang-xun}\n\n储备如下。\n\n1. 编织袋\n2. 铁锹\n"
    )


def test_a_number_of_word_that_stands_alone_is_written_out(book: Path) -> None:
    word(
        p("水利")
        + p("以下为工程。")
        + auto(1, "水闸，3座。")
        + p("以上。")
        + auto(1, "3座桥，新建。")
    )
    assert text("2018/shui-li.md") == (
        "# 水利\n\n以下为工程。\n\n1.水闸，3座。\n\n以上。\n\n2\\. 3座桥，新建。\n"
    )


def test_words_in_bold_before_others_are_titles_of_entries(book: Path) -> None:
    heavy = "<w:b/>"
    word(
        p("农业")
        + p(r("粮食生产", heavy), "　总产45.6万吨。")
        + p(r("畜牧业。", heavy), "出栏36.5万头。")
        + p(r("一是加强领导。", heavy), "成立小组。")
    )
    made = section("nong-ye")
    assert [(one.title, one.source.strip()) for one in made.entries] == [
        ("粮食生产", "总产45.6万吨。"),
        ("畜牧业", "出栏36.5万头。\n\n一是加强领导。成立小组。"),
    ]


def test_one_stress_in_bold_is_no_title(book: Path) -> None:
    word(p("农业") + p(r("全年丰收", "<w:b/>"), "，总产45.6万吨。"))
    assert text("2018/nong-ye.md") == "# 农业\n\n全年丰收，总产45.6万吨。\n"


def test_who_wrote_it_stands_in_brackets_at_the_end_of_a_paragraph(book: Path) -> None:
    imported(
        "体育\n【健身】办运动会。（撰稿人：王  建　审稿人：李红）\n【竞技】获奖。（供稿：县体育中心）"
    )
    made = section("ti-yu")
    assert [[one.name for one in entry.contributors] for entry in made.entries] == [
        ["王建"],
        ["县体育中心"],
    ]
    assert [one.source.strip() for one in made.entries] == ["办运动会。", "获奖。"]


def test_what_was_within_a_month_is_an_event_of_the_month(book: Path) -> None:
    imported("大事记\n3月\n12日 植树。\n是月，馆舍维修。\n中旬，下乡演出。")
    assert [(one.date, one.text) for one in section("da-shi-ji").events] == [
        ("2018-03-12", "植树。"),
        ("2018-03", "是月，馆舍维修。"),
        ("2018-03", "中旬，下乡演出。"),
    ]


def test_an_office_written_with_a_blank_in_it_is_an_office(book: Path) -> None:
    imported("历任领导\n馆　长　王建国\n副馆长　李　红")
    assert [(one.office, one.name) for one in section("li-ren-ling-dao").people] == [
        ("馆长", "王建国"),
        ("副馆长", "李红"),
    ]


def test_lines_of_honours_and_of_quoted_mail_are_no_titles(book: Path) -> None:
    imported(
        "荣誉\n一、集体荣誉\n1. 全国先进集体　县文化馆\n2. 全省先进单位　县文化馆\n"
        "二、个人荣誉\n全国劳动奖章 李利荣\n全省先进个人 王建国、赵小红\n> 此致\n> 敬礼\n"
    )
    assert [one.title for one in section("rong-yu").entries] == ["集体荣誉", "个人荣誉"]


def test_an_entry_with_a_new_title_and_the_same_words_keeps_its_id(book: Path) -> None:
    words = "举办安全生产培训班，邀请专家授课，查出并整改事故隐患{}项。"
    imported(f"安全生产\n【推进安全生产】{words.format(30)}\n【宣传】发放手册。")
    outcome = imported(f"安全生产\n【稳步推进安全工作】{words.format(35)}\n【宣传】发放手册。")
    made = section("an-quan-sheng-chan")
    assert [(one.id, one.title) for one in made.entries] == [
        ("tui-jin-an-quan-sheng-chan", "稳步推进安全工作"),
        ("xuan-chuan", "宣传"),
    ]
    assert doubts(outcome) == [("renamed", "稳步推进安全工作 #tui-jin-an-quan-sheng-chan")]


def test_an_entry_with_other_words_has_an_id_of_its_own(book: Path) -> None:
    imported("安全生产\n【推进安全生产】举办培训班，邀请专家授课。")
    imported("安全生产\n【消防检查】年内更换灭火器，疏通消防通道。")
    assert [one.id for one in section("an-quan-sheng-chan").entries] == ["xiao-fang-jian-cha"]


def test_comments_below_figures_stay_where_they_are(book: Path) -> None:
    imported("安全生产\n查出隐患30项。")
    path = Path("content/2018/an-quan-sheng-chan.yaml")
    path.write_text(path.read_text("utf-8") + "# 荣誉待补\n", encoding="utf-8")
    imported("安全生产\n查出隐患35项。", force=True)
    assert text("2018/an-quan-sheng-chan.yaml") == (
        "state: 收稿\nfigures:\n"
        "  cha-chu-yin-huan: {entry: lead, label: 查出隐患, value: 35, unit: 项}\n# 荣誉待补\n"
    )
    imported("安全生产\n没有隐患。", force=True)
    assert text("2018/an-quan-sheng-chan.yaml") == "state: 收稿\n# 荣誉待补\n"


def test_a_caption_keeps_its_blank_and_check_has_nothing_against_it(book: Path) -> None:
    imported("水利\n图3 位于城北。")
    issues = Issues()
    yearbook = load(Path("content"), issues)
    assert yearbook is not None
    check(yearbook, issues)
    assert [issue.code for issue in issues] == []


def test_a_paragraph_that_says_the_same_a_thousand_times_is_imported_at_once(book: Path) -> None:
    outcome = imported("综述\n\n" + "全年工作有成绩，完成任务35项。" * 1000)
    assert outcome.taken[0].proof.manuscript.numbers == 1000
    assert doubts(outcome) == [("figure", "35项×1000")]


def test_signs_that_a_page_shows_otherwise_are_told_of(book: Path) -> None:
    outcome = imported(
        "#技术标准\n见 [甲](http://x.y) 与 ![图](a.png)。\n【用`代码`】正文。\n行尾*不变*。"
    )
    assert doubts(outcome) == [
        ("words", "#技术标准 → 技术标准"),
        ("words", "用`代码` → 用‘代码‘"),
        ("words", "见 [甲](http://x.y) 与！[图]（a. → 见 〔甲〕（http://x.y） 与！〔图〕（a."),
    ]


def test_a_table_of_many_numbers_declares_none_and_says_so(book: Path) -> None:
    rows = ["乡镇," + ",".join(f"指标{n}（个）" for n in range(20))]
    rows += [f"乡{n}," + ",".join(map(str, range(20))) for n in range(4)]
    outcome = imported("\n".join(rows), name="wide.csv", section="towns")
    assert doubts(outcome) == [("cells", "wide")]
    assert section("towns").figures == ()


def test_a_manuscript_of_short_lines_alone_is_a_section_with_a_list(book: Path) -> None:
    imported("获奖名单\n一等奖\n城关镇代表队\n二等奖\n河口乡代表队\n")
    assert text("2018/huo-jiang-ming-dan.md") == (
        "# 获奖名单\n\n一等奖\n\n城关镇代表队\n\n二等奖\n\n河口乡代表队\n"
    )


def test_two_rows_of_heads_are_made_one(book: Path) -> None:
    rows = "项目,收入,,支出,\n,预算,决算,预算,决算\n本级,12,13,14,15\n乡镇,2,3,4,5\n"
    outcome = imported(rows, name="heads.csv", section="finance")
    (table,) = section("finance").tables
    assert table.rows == (
        ("项目", "收入预算", "收入决算", "支出预算", "支出决算"),
        ("本级", "12", "13", "14", "15"),
        ("乡镇", "2", "3", "4", "5"),
    )
    assert doubts(outcome) == [("heads", "项目、收入预算、收入决算、支出预算、支出决算")]
