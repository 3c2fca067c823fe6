"""The command `import`: what it writes, what it leaves alone, what it refuses, what it prints."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from building import tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing import book, command, edition, imported, section, text, write

from yearbook.issues import ContentError
from yearbook.manuscripts import contents
from yearbook.manuscripts.job import Job
from yearbook.manuscripts.job import run as run_job
from yearbook.new import new

__all__ = ["book"]

SAFETY = "安全保卫\n①加强检查。全年检查消防器材24件，整改隐患3处。\n②组织演练。参加演练120人次。\n"
SECOND = SAFETY.replace("24件", "30件")


def test_the_manuscript_is_kept_with_its_digest_and_a_report(book: Path) -> None:
    imported(SAFETY)
    kept = Path("content/2018/originals")
    digest = hashlib.sha256(SAFETY.encode()).hexdigest()
    assert (kept / "m.txt").read_text(encoding="utf-8") == SAFETY
    assert f"sha256: {digest}" in (kept / "imports.yaml").read_text(encoding="utf-8")
    assert f"SHA-256：{digest}" in (kept / "m.txt.report.txt").read_text(encoding="utf-8")


def test_the_report_is_printed_and_the_same_manuscript_changes_nothing_again(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("来稿.txt", SAFETY)
    words = ("import", "来稿.txt", "--edition", "2018")
    assert command(*words) == 0
    out, err = capsys.readouterr()
    assert "安全保卫 → an-quan-bao-wei（第1行）\n  #jia-qiang-jian-cha 加强检查（1段）\n" in out
    assert "汉字：稿件32＝编入32＋本报告0＝32\n数字：稿件3＝编入3＋本报告0＝3\n" in out
    assert err == "写出 6 个文件：content/2018；接下来运行 check 核对\n"
    before = tree(book)
    assert command(*words) == 0
    assert capsys.readouterr().err == "没有变化：content/2018\n"
    assert tree(book) == before


def test_a_changed_manuscript_replaces_what_was_imported_and_shows_the_difference(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(SAFETY)
    write("m.txt", SECOND)
    assert command("import", "m.txt", "--edition", "2018") == 0
    out = capsys.readouterr().out
    assert "-全年检查消防器材24件，整改隐患3处。\n+全年检查消防器材30件，整改隐患3处。\n" in out
    assert [one.written for one in section("an-quan-bao-wei").figures] == ["30", "3", "120"]
    originals = sorted(path.name for path in Path("content/2018/originals").iterdir())
    assert originals == [
        "imports.yaml",
        "m-2.txt",
        "m-2.txt.report.txt",
        "m.txt",
        "m.txt.report.txt",
    ]


def test_ids_of_figures_and_entries_are_the_same_in_a_second_import(book: Path) -> None:
    imported(SAFETY)
    before = section("an-quan-bao-wei")
    imported(SECOND.replace("①加强检查", "①组织演练二").replace("②组织演练", "②加强检查"))
    after = section("an-quan-bao-wei")
    assert {one.id for one in after.entries if one.title == "加强检查"} == {
        one.id for one in before.entries if one.title == "加强检查"
    }
    imported(SECOND)
    assert [one.id for one in section("an-quan-bao-wei").figures] == [
        one.id for one in before.figures
    ]


def test_an_edited_file_is_not_overwritten_unless_by_force(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(SAFETY)
    md = Path("content/2018/an-quan-bao-wei.md")
    md.write_text(md.read_text(encoding="utf-8") + "\n编辑添的话。\n", encoding="utf-8")
    before = tree(book)
    words = ("import", "m.txt", "--edition", "2018")
    assert command(*words) == 1
    out, err = capsys.readouterr()
    assert out == (
        "--- an-quan-bao-wei.md（现有）\n+++ an-quan-bao-wei.md（来稿）\n@@ -9,3 +9 @@\n"
        " 参加演练120人次。\n-\n-编辑添的话。\n"
    )
    assert "an-quan-bao-wei.md: M039 改过的文件不能覆盖" in err
    assert tree(book) == before
    assert command(*words, "--force") == 0
    assert "编辑添的话" not in md.read_text(encoding="utf-8")


def test_what_fills_a_section_to_be_written_is_told_by_the_report_alone(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = Path("content/2018/an-quan-bao-wei.md")
    new.parent.mkdir()
    new.write_text("# 安全保卫\n\n## 加强检查 {#jia-qiang-jian-cha}\n", encoding="utf-8")
    new.with_suffix(".yaml").write_text("state: 约稿\n", encoding="utf-8")
    edition = "volume: 2018\ncovers: 2018\ncontents: [an-quan-bao-wei]\n"
    new.with_name("edition.yaml").write_text(edition, encoding="utf-8")
    write("m.txt", "安全保卫\n①加强检查。" + "查1次,又查1次。" * 7 + "\n")
    assert command("import", "m.txt", "--edition", "2018") == 0
    out = capsys.readouterr().out
    assert out.startswith("来稿：m.txt（文本文件 UTF-8）\nSHA-256：")
    assert "半角标点改为全角，7处：\n" in out
    assert out.count("第2行：, → ，〔") == 5
    (kept,) = {one for one in out.split() if one.endswith(".report.txt")}
    assert f"  ……另有2处，见 {kept}\n" in out
    assert (Path("content") / kept).read_text(encoding="utf-8").count(", → ，〔") == 7


def test_a_table_that_is_no_more_in_the_manuscript_goes(book: Path) -> None:
    page = "<h1>经费</h1><p>经费如下。</p>{}"
    table = "<table><tr><th>项目</th><th>数</th></tr><tr><td>甲</td><td>1</td></tr></table>"
    imported(page.format(table), name="m.html")
    assert Path("content/2018/tables/jing-fei.csv").exists()
    imported(page.format(""), name="m.html")
    assert list(Path("content/2018/tables").iterdir()) == []
    assert section("jing-fei").tables == ()


def test_what_new_prepared_is_filled_and_what_is_missing_is_told_of(book: Path) -> None:
    imported(SAFETY, edition="2017")
    yaml = Path("content/2017/an-quan-bao-wei.yaml")
    named = yaml.read_text(encoding="utf-8").replace("quan-nian-jian-cha-xiao", "extinguishers")
    named = named.replace("label: 检查消防器材", "label: 查过的消防器材")
    yaml.write_text("title_en: Security\n" + named, encoding="utf-8")
    new(book, "2018", "2017")
    outcome = imported(SECOND.replace("②组织演练", "②宣传防火"))
    made = section("an-quan-bao-wei")
    assert made.title_en == "Security"
    assert [one.title for one in made.entries] == ["加强检查", "宣传防火", "组织演练"]
    assert made.entries[2].source == ""
    (awaited,) = outcome.taken[0].made[0].awaited
    assert awaited.title == "组织演练"
    assert "原有而来稿没有的条目" in text("2018/originals/m.txt.report.txt")
    assert [slot.entry for slot in made.slots] == ["zu-zhi-yan-lian"]


def test_a_figure_of_last_year_keeps_its_id_and_label(book: Path) -> None:
    imported(SAFETY, edition="2017")
    yaml = Path("content/2017/an-quan-bao-wei.yaml")
    before = yaml.read_text(encoding="utf-8")
    first = section("an-quan-bao-wei", "2017").figures[0]
    yaml.write_text(
        before.replace(f"{first.id}:", "extinguishers:").replace(
            f"label: {first.label}", "label: 查过的消防器材, definition: 不含灭火毯"
        ),
        encoding="utf-8",
    )
    imported(SECOND)
    figure = section("an-quan-bao-wei").figures[0]
    assert (figure.id, figure.label, figure.written) == ("extinguishers", "查过的消防器材", "30")
    assert figure.definition == "不含灭火毯"


def test_new_sections_are_listed_and_every_other_byte_of_the_contents_stays(book: Path) -> None:
    write("content/2018/opening.md", "# 开篇\n\n有话。\n")
    write("content/2018/care.md", "# 帮扶\n\n有话。\n")
    before = (
        "volume: 2018   # 卷\r\ncovers: 2018\r\ncontents:\r\n"
        "  - opening     # 已有\r\n  - {category: work, title: 业务工作, sections: [care]}  # 待编\r\n"
        "figures: declared\r\n"
    )
    Path("content/2018/edition.yaml").write_bytes(before.encode())
    imported("馆史\n建馆30年。\n业务工作\n安全保卫\n检查24次。\n辅导\n办班3期。\n")
    after = Path("content/2018/edition.yaml").read_bytes().decode()
    assert after == before.replace(
        "sections: [care]}  # 待编\r\n",
        "sections: [care, an-quan-bao-wei, fu-dao]}  # 待编\r\n  - guan-shi\r\n",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("contents: [a]\n", "contents: [a, new]\n"),
        ("contents: [a,]\n", "contents: [a, new]\n"),
        ("contents: []\n", "contents: [new]\n"),
        ("contents:\n- a\n# 后面\nvolume: 1", "contents:\n- a\n- new\n# 后面\nvolume: 1"),
        ("contents:\n  - a", "contents:\n  - a\n  - new\n"),
        (
            "contents:\n  - category: b\n    title: 乙\n    sections:\n      - c  # 丙\n  - a\n",
            "contents:\n  - category: b\n    title: 乙\n    sections:\n      - c  # 丙\n  - a\n  - new\n",
        ),
    ],
)
def test_a_section_goes_to_the_end_of_the_contents(before: str, after: str) -> None:
    assert contents.with_sections(before, [contents.Place("new")]) == after


def test_a_section_goes_into_its_category_in_either_style(book: Path) -> None:
    block = "contents:\n  - category: b\n    title: 乙类\n    sections:\n      - c  # 丙\n  - a\n"
    place = contents.Place("new", "乙类", "b")
    assert contents.with_sections(block, [place]) == block.replace(
        "      - c  # 丙\n", "      - c  # 丙\n      - new\n"
    )


def test_originals_get_names_that_travel(book: Path) -> None:
    name = "总结" * 60 + ".txt"
    Path(name[:80] + ".txt").write_text(SAFETY, encoding="utf-8")
    run_job(Job(content=book, edition="2018", files=(Path(name[:80] + ".txt"),)))
    kept = {path.name for path in Path("content/2018/originals").iterdir()}
    assert f"{'总结' * 25}.txt" in kept
    write("NUL.2018.txt", "辅导\n办班3期。\n")
    run_job(Job(content=book, edition="2018", files=(Path("NUL.2018.txt"),)))
    assert Path("content/2018/originals/manuscript-NUL2018.txt").exists()
    edition()


def test_several_manuscripts_are_imported_at_once(book: Path) -> None:
    one, two = (
        write("one.txt", SAFETY),
        write("two.txt", "辅导\n①办班。办班3期。\n②下乡。下乡5次。\n"),
    )
    outcome = run_job(Job(content=book, edition="2018", files=(one, two)))
    assert [taken.original for taken in outcome.taken] == ["one.txt", "two.txt"]
    assert text("2018/edition.yaml").endswith("contents:\n  - an-quan-bao-wei\n  - fu-dao\n")


def test_a_rank_is_plain_and_stays_so(book: Path) -> None:
    for title in ("竞赛", "竞赛\n"):
        imported(f"{title}\n①办赛。评出前6名、前3名，选手30名。\n②表彰。奖励前6名。\n")
        made = section("jing-sai")
        assert made.plain == ("前6名", "前3名")
        assert [one.written for one in made.figures] == ["30"]


def test_a_report_in_english(book: Path) -> None:
    write("m.txt", SAFETY)
    run_job(Job(content=book, edition="2018", files=(Path("m.txt"),), lang="en"))
    report = text("2018/originals/m.txt.report.txt")
    assert report.startswith("manuscript: m.txt (text file UTF-8)\n")
    assert "Han characters: manuscript 32 = result 32 + this report 0 = 32\n" in report


LINES = st.sampled_from(
    "东营市 ①推进工作。举办培训3期， 【标题】正文5人 一、概况 （一）指导工会。 1.召开会议 101.&条 -&列表 #&井 ＃全角"
    " ：冒号 |a|b| --- ``` <b>粗</b> &nbsp; \\u3000 **强** {#id} [^n1] [1] [1]&注文 〔2〕 〔2〕&说明 注：说明 [文](a.md)"
    " “引” ”反“ 3人 减少5% 30,000项 （张三） 撰稿：李明 审稿：王五 表1&经费 单位：万元 目录 参考资料 主要职责"
    " 内设机构 机构领导 大事记 馆长：单岚 副馆长：周宁、李敏 3月2日，开馆。 是日，闭馆。 10月 办公室 财务科"
    " {~~旧~>新~~} ==亮== 豈 ⼀ 张三.书名[M].北京:社,2018. null true no".replace(
        "&", "\u00a0"
    ).split(" ")
)
MANUSCRIPTS = st.lists(st.lists(LINES, min_size=1, max_size=3), min_size=1, max_size=12)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lines=MANUSCRIPTS, wish=st.sampled_from(({"opening": "overview"}, {"section": "work"})))
def test_whatever_a_manuscript_holds_all_of_it_is_imported_and_free_of_errors(
    book: Path, lines: list[list[str]], wish: dict[str, str]
) -> None:
    for path in sorted((book / "2018").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    if (book / "2018").exists():
        (book / "2018").rmdir()
    try:
        imported("\n".join("".join(line) for line in lines), **wish)
    except ContentError as error:
        assert {one.code for one in error.issues if one.severity == "error"} <= {"M005", "M038"}
    else:
        edition()
