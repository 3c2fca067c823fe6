"""What an import recognises in manuscripts: made up, with the shapes and faults of real ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document  # type: ignore[import-untyped]
from importing import book, edition, imported, section, text, write
from manuscripts import docx, p, part

from yearbook.manuscripts.job import Job, Outcome
from yearbook.manuscripts.job import run as run_job
from yearbook.model import sections

__all__ = ["book"]

# An encyclopedia's entry as text, with its faults: half-width signs, quotes the wrong way round,
# escapes, a table of contents at the end.
PASTED = r"""临河县文化馆
县文化馆
2018年,临河县文化馆辖3个分馆(城关镇河口乡)、2个基地;全馆职工24人。年内,接待群众5.6万人次。
馆情简介
临河县文化馆是县属公益机构,根据《中华人民共和国公共文化服务保障法》开展工作。
主要职责
(一)组织全县群众文化活动,指导乡镇文化站工作。
(二)培训业余文艺骨干。
(三)完成县政府交办的其他工作。
内设机构
办公室
辅导部(培训部)
活动部
机构领导
县文旅局副局长、县文化馆馆长:单岚
县文化馆副馆长:周宁
业务工作
群众活动
①办好节庆活动。举办“河灯节“活动,观众1.2万余人次,开展”送戏下乡“活动36场。
②组织展览。展出作品120幅,其中获奖作品8幅。
辅导培训
举办培训班12期,参训人员680人,比上年减少5%。
参考资料
临河县文化馆  . “中国·临河”门户网站.2019\/1\/8\u3000
馆情简介.临河县文化馆.
最新修订时间:2019-11-08 13:47
目录
概述
馆情简介
主要职责
参考资料
"""


def from_docx(styled: bool) -> Outcome:
    """The same manuscript as a Word document, with headings by style or without any style."""
    levels = dict.fromkeys(
        ("馆情简介", "主要职责", "内设机构", "机构领导", "业务工作", "参考资料"), 1
    )
    levels |= dict.fromkeys(("群众活动", "辅导培训"), 2)
    document, contents = Document(), False
    for line in PASTED.splitlines():
        contents = contents or line == "目录"
        level = 0 if contents else levels.get(line, 0)
        if styled and level:
            document.add_heading(line, level)
        else:
            document.add_paragraph(
                line, style="Title" if styled and line == "临河县文化馆" else None
            )
    document.save("m.docx")
    return run_job(
        Job(content=Path("content"), edition="2018", files=(Path("m.docx"),), opening="overview")
    )


@pytest.fixture(params=["text", "styled", "flat"])
def pasted(request: pytest.FixtureRequest, book: Path) -> Outcome:
    """The pasted entry imported as text and as Word documents: the result is the same."""
    if request.param == "text":
        return imported(PASTED, opening="overview")
    return from_docx(request.param == "styled")


def test_the_headed_sections_stand_in_the_order_of_the_manuscript(pasted: Outcome) -> None:
    titles = ["概述", "馆情简介", "主要职责", "内设机构", "机构领导", "群众活动", "辅导培训"]
    assert [one.title for one in sections(edition())] == [*titles, "参考资料"]
    assert "title: 业务工作, sections: [qun-zhong-huo-dong, fu-dao-pei-xun]" in text(
        "2018/edition.yaml"
    )


def test_an_opening_without_a_title_goes_into_the_section_named_for_it(pasted: Outcome) -> None:
    assert text("2018/overview.md") == (
        "# 概述\n\n2018年，临河县文化馆辖3个分馆（城关镇河口乡）、2个基地；全馆职工24人。"
        "年内，接待群众5.6万人次。\n"
    )


def test_circled_paragraphs_are_entries_with_the_words_up_to_the_first_stop(
    pasted: Outcome,
) -> None:
    assert text("2018/qun-zhong-huo-dong.md") == (
        "# 群众活动\n\n## 办好节庆活动 {#ban-hao-jie-qing-huo-dong}\n\n"
        "举办“河灯节”活动，观众1.2万余人次，开展“送戏下乡”活动36场。\n\n"
        "## 组织展览 {#zu-zhi-zhan-lan}\n\n展出作品120幅，其中获奖作品8幅。\n"
    )


def test_duties_departments_leaders_and_references_are_records(pasted: Outcome) -> None:
    assert [one.text for one in section("zhu-yao-zhi-ze").items] == [
        "组织全县群众文化活动，指导乡镇文化站工作。",
        "培训业余文艺骨干。",
        "完成县政府交办的其他工作。",
    ]
    assert [one.name for one in section("nei-she-ji-gou").bodies] == [
        "办公室",
        "辅导部（培训部）",
        "活动部",
    ]
    assert [(one.name, one.office) for one in section("ji-gou-ling-dao").people] == [
        ("单岚", "县文旅局副局长、县文化馆馆长"),
        ("周宁", "县文化馆副馆长"),
    ]
    sources = section("can-kao-zi-liao")
    assert [(one.title, one.publisher, one.date) for one in sources.references] == [
        ("临河县文化馆", "“中国·临河”门户网站", "2019-01-08"),
        ("馆情简介", "临河县文化馆", ""),
    ]
    assert [one.source.strip() for one in sources.entries] == ["最新修订时间：2019-11-08 13:47"]


def test_numbers_with_units_are_proposed_as_figures(pasted: Outcome) -> None:
    said = [
        (one.label, one.written, one.unit, one.approx) for one in section("fu-dao-pei-xun").figures
    ]
    assert said == [
        ("举办培训班", "12", "期", ""),
        ("参训人员", "680", "人", ""),
        ("比上年减少", "-5", "%", ""),
    ]


def test_all_is_received_and_nothing_is_released(pasted: Outcome) -> None:
    assert {one.state for one in sections(edition())} == {"收稿"}
    assert edition().status == "draft"


def test_the_report_says_where_the_rest_is_and_that_it_is_all(pasted: Outcome) -> None:
    name = pasted.taken[0].original
    report = text(f"2018/originals/{name}.report.txt")
    assert "目录，由 edition.yaml 生成，5处：\n" in report
    assert "稿件的题名，2处：\n" in report
    assert "序号，网页自动编排，5处：\n" in report
    assert "引号配对，3处：\n" in report
    assert "：2019/1/8 → 2019-01-08\n" in report
    assert "汉字：稿件295＝" in report


def test_a_contribution_of_one_section_has_its_title_in_the_first_line(book: Path) -> None:
    imported("安全保卫\n①加强检查。全年检查24次。\n②组织演练。\n参加人员120人。\n")
    assert text("2018/an-quan-bao-wei.md") == (
        "# 安全保卫\n\n## 加强检查 {#jia-qiang-jian-cha}\n\n全年检查24次。\n\n"
        "## 组织演练 {#zu-zhi-yan-lian}\n\n参加人员120人。\n"
    )


def test_a_named_section_takes_all_of_a_manuscript(book: Path) -> None:
    imported(
        "安保\n【加强检查】全年检查24次。（李敏）\n【组织演练】参加人员120人。\n撰稿：周宁 李敏\n审稿：单岚\n",
        section="安全保卫",
    )
    made = section("an-quan-bao-wei")
    assert made.title == "安全保卫"
    assert [(one.title, [c.name for c in one.contributors]) for one in made.entries] == [
        ("加强检查", ["李敏"]),
        ("组织演练", ["周宁", "李敏"]),
    ]
    report = text("2018/originals/m.txt.report.txt")
    assert "第5行：审稿、编辑的署名没有编入：审稿：单岚" in report
    assert "第1行：安保" in report


def test_numbered_titles_are_entries_and_headings(book: Path) -> None:
    imported(
        "安全保卫\n一、加强检查\n（一）消防检查\n检查24次。\n（二）用电检查\n检查12次。\n二、组织演练\n演练2次。\n",
        section="safety",
    )
    assert text("2018/safety.md") == (
        "# 安全保卫\n\n## 加强检查 {#jia-qiang-jian-cha}\n\n### （一）消防检查\n\n检查24次。\n\n"
        "### （二）用电检查\n\n检查12次。\n\n## 组织演练 {#zu-zhi-yan-lian}\n\n演练2次。\n"
    )


def test_notes_in_square_brackets_are_notes(book: Path) -> None:
    imported("安全保卫\n全年检查24次[1]，无事故〔2〕。\n[1] 据保卫科所报。\n〔2〕 不含交通事故。\n")
    assert text("2018/an-quan-bao-wei.md") == (
        "# 安全保卫\n\n全年检查24次[^n1]，无事故[^n2]。\n\n[^n1]: 据保卫科所报。\n\n"
        "[^n2]: 不含交通事故。\n"
    )


def test_a_chronicle_has_events_with_dates(book: Path) -> None:
    imported(
        "大事记\n1月\n5日，召开年会。\n是日，举办展览。\n3月2日 送戏下乡。\n2017年12月30日，验收。\n",
        section="events",
    )
    assert [(one.date, one.text) for one in section("events").events] == [
        ("2018-01-05", "召开年会。"),
        ("2018-01-05", "是日，举办展览。"),
        ("2018-03-02", "送戏下乡。"),
        ("2017-12-30", "验收。"),
    ]


def test_several_holders_of_an_office_are_several_people(book: Path) -> None:
    imported("馆长：单岚\n副馆长：周宁、李 敏（兼）\n", section="领导名录")
    assert [(p.name, p.office, p.note) for p in section("ling-dao-ming-lu").people] == [
        ("单岚", "馆长", ""),
        ("周宁", "副馆长", ""),
        ("李敏", "副馆长", "兼"),
    ]


def test_lists_stay_lists_and_words_stay_words(book: Path) -> None:
    document = Document()
    document.add_heading("安全保卫", 1)
    document.add_paragraph("措施如下。")
    document.add_paragraph("每月检查", style="List Bullet")
    document.add_paragraph("每季演练", style="List Bullet")
    document.add_paragraph("*号和<b>不是标记，1. 也不是。")
    document.save("m.docx")
    run_job(Job(content=Path("content"), edition="2018", files=(Path("m.docx"),)))
    assert text("2018/an-quan-bao-wei.md") == (
        "# 安全保卫\n\n措施如下。\n\n- 每月检查\n- 每季演练\n\n\\*号和\\<b\\>不是标记，1. 也不是。\n"
    )


def test_tables_with_caption_units_and_source(book: Path) -> None:
    document = Document()
    document.add_heading("经费", 1)
    document.add_paragraph("全年经费如下。")
    document.add_paragraph("表1 经费收支")
    document.add_paragraph("单位：万元")
    grid = document.add_table(rows=0, cols=2)
    for row in (("项目", "金额"), ("收入", "120.5"), ("支出", "118")):
        for cell, said in zip(grid.add_row().cells, row, strict=True):
            cell.text = said
    document.add_paragraph("资料来源：财务科")
    document.save("m.docx")
    run_job(Job(content=Path("content"), edition="2018", files=(Path("m.docx"),)))
    made = section("jing-fei")
    (table,) = made.tables
    assert (table.caption, table.units, table.source) == ("表1 经费收支", "万元", "财务科")
    assert table.rows == (("项目", "金额"), ("收入", "120.5"), ("支出", "118"))
    assert "![](tables/jing-fei-shou-zhi.csv)" in text("2018/jing-fei.md")
    assert [(one.label, one.written, one.unit) for one in made.figures] == [
        ("收入金额", "120.5", "万元"),
        ("支出金额", "118", "万元"),
    ]


def test_pictures_get_names_and_the_good_ones_are_shown(book: Path) -> None:
    hall = Path(__file__).parent / "tiny/content/2017/images/hall.png"
    document = Document()
    document.add_heading("陈列展览", 1)
    document.add_paragraph("展览开幕。")
    document.add_picture(str(hall))
    document.add_paragraph("图1 展厅一角")
    document.add_picture(str(hall))
    document.save("m.docx")
    run_job(Job(content=Path("content"), edition="2018", files=(Path("m.docx"),)))
    name = "images/zhan-ting-yi-jiao.png"
    assert text("2018/chen-lie-zhan-lan.md") == (
        f'# 陈列展览\n\n展览开幕。\n\n![图1 展厅一角]({name} "图1 展厅一角")\n\n![待补图片说明]({name})\n'
    )
    assert Path("content/2018", name).read_bytes() == hall.read_bytes()
    assert "图片请补说明" in text("2018/originals/m.docx.report.txt")


def test_a_sheet_of_indicators_becomes_a_table_and_its_figures(book: Path) -> None:
    write("visits.csv", "指标,单位,数值,说明\n接待读者,人次,5000,含分馆\n开放天数,天,—,未报\n")
    imported("读者服务\n全年开放。\n", section="service")
    run_job(
        Job(
            content=Path("content"),
            edition="2018",
            files=(Path("visits.csv"),),
            section="service",
        )
    )
    made = section("service")
    assert [(one.id, one.label, one.written, one.unit) for one in made.figures] == [
        ("jie-dai-du-zhe", "接待读者", "5000", "人次")
    ]
    assert made.tables[0].entry == "lead"
    assert text("2018/service.md") == "# 读者服务\n\n全年开放。\n"


def test_a_number_that_prose_and_sheet_both_say_is_declared_once(book: Path) -> None:
    write("visits.csv", "指标,单位,数值\n接待读者,人次,5000\n开放,天,300\n")
    imported("读者服务\n全年接待读者5000人次，开放290天。\n", section="service")
    job = Job(content=book, edition="2018", files=(Path("visits.csv"),), section="service")
    run_job(job)
    assert [(one.label, one.written, bool(one.cell)) for one in section("service").figures] == [
        ("开放", "300", True),
        ("接待读者", "5000", False),
        ("开放", "290", False),
    ]


def test_chapters_are_categories_and_their_parts_sections(book: Path) -> None:
    imported(
        "第三章  教育\n第一节  基础教育\n学前教育  全县有幼儿园45所。\n义务教育　小学入学率100%。\n第二节  职业教育\n在校生2300人。\n"
    )
    assert "title: 教育, sections: [ji-chu-jiao-yu, zhi-ye-jiao-yu]" in text("2018/edition.yaml")
    made = section("ji-chu-jiao-yu")
    assert [(one.title, one.source.strip()) for one in made.entries] == [
        ("学前教育", "全县有幼儿园45所。"),
        ("义务教育", "小学入学率100%。"),
    ]


def test_lines_divided_by_tabs_are_a_table(book: Path) -> None:
    imported("职业教育\n在校生如下。\n表1 在校生\n专业\t人数\n数控\t320\n护理\t410\n")
    (table,) = section("zhi-ye-jiao-yu").tables
    assert (table.caption, table.rows) == (
        "表1 在校生",
        (("专业", "人数"), ("数控", "320"), ("护理", "410")),
    )


def test_the_name_of_a_letter_is_no_section(book: Path) -> None:
    imported(
        "关于报送年鉴稿件的函\n县图书馆\n一、基本情况\n藏书23万册。\n二、存在问题\n人员不足。\n2019年1月10日\n"
    )
    made = section("xian-tu-shu-guan")
    assert [one.title for one in made.entries] == ["基本情况", "存在问题"]
    assert made.entries[1].source.strip() == "人员不足。\n\n2019年1月10日"


def test_days_that_go_on_are_events_of_the_first(book: Path) -> None:
    imported("大事记\n1月\n12日—14日，召开会议。\n2月\n3日，举办展览。\n")
    assert [(one.date, one.text) for one in section("da-shi-ji").events] == [
        ("2018-01-12", "12日—14日，召开会议。"),
        ("2018-02-03", "举办展览。"),
    ]


def test_titles_that_are_known_decide_what_is_a_section(book: Path) -> None:
    first = "业务工作\n群众活动\n活动36场。\n辅导培训\n办班12期。\n内设机构\n办公室\n活动部\n"
    imported(first, edition="2017")
    imported(
        "内设机构\n办公室\n活动部\n新建项目\n业务工作\n群众活动\n活动40场。\n",
        edition="2018",
    )
    assert [one.stem for one in sections(edition())] == ["nei-she-ji-gou", "qun-zhong-huo-dong"]
    assert [one.name for one in section("nei-she-ji-gou").bodies][:2] == ["办公室", "活动部"]


def test_links_keep_their_words_and_are_told_of(book: Path) -> None:
    imported(
        '<h1>安全保卫</h1><p>见<a href="https://example.org/a">通知</a>，检查24次。</p>',
        name="m.html",
    )
    assert text("2018/an-quan-bao-wei.md") == "# 安全保卫\n\n见通知，检查24次。\n"
    assert "通知 https://example.org/a" in text("2018/originals/m.html.report.txt")


def test_headings_by_style_of_entries_groups_and_below(book: Path) -> None:
    document = Document()
    for said, level in (
        ("安全保卫", 1),
        ("日常检查", 2),
        ("消防检查", 3),
        ("检查24次。", 0),
        ("用电检查", 3),
        ("检查12次。", 0),
        ("组织演练", 2),
        ("演练2次。", 0),
        ("夜间演练", 3),
        ("1次。", 0),
    ):
        document.add_heading(said, level) if level else document.add_paragraph(said)
    document.save("m.docx")
    run_job(Job(content=Path("content"), edition="2018", files=(Path("m.docx"),), section="safety"))
    assert text("2018/safety.md") == (
        "# 安全保卫\n\n## 日常检查 {.group}\n\n## 消防检查 {#xiao-fang-jian-cha}\n\n检查24次。\n\n"
        "## 用电检查 {#yong-dian-jian-cha}\n\n检查12次。\n\n## 组织演练 {#zu-zhi-yan-lian}\n\n"
        "演练2次。\n\n### 夜间演练\n\n1次。\n"
    )


def page(body: str) -> str:
    """What a web page becomes that holds a section 经费 with this body."""
    imported(f"<h1>经费</h1>{body}", name="m.html")
    return text("2018/jing-fei.md")


def grid(*rows: str) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_a_table_of_one_row_is_paragraphs(book: Path) -> None:
    assert page(grid("第一段。|第二段。")) == "# 经费\n\n第一段。\n\n第二段。\n"


def test_a_caption_with_its_units_and_columns_that_need_names(book: Path) -> None:
    page(
        "<p>如下。</p><p>表2 收支（单位：万元）</p>"
        + grid("项目|金额|金额|", "甲|1.5|2|好", "乙|3|4|中")
    )
    (table,) = section("jing-fei").tables
    assert (table.caption, table.units) == ("表2 收支", "万元")
    assert table.rows[0] == ("项目", "金额", "金额（3）", "（4）")
    report = text("2018/originals/m.html.report.txt")
    assert "金额（3）（栏名，稿件空缺或重复）" in report
    assert [one.label for one in section("jing-fei").figures][:2] == ["甲金额", "甲金额"]


def test_a_table_without_caption_has_the_title_of_its_entry(book: Path) -> None:
    page("<p>【收支】如下。</p>" + grid("项目|数", "甲|1", "乙|2"))
    (table,) = section("jing-fei").tables
    assert (table.entry, table.caption) == ("shou-zhi", "收支")
    assert "收支（表题，稿件没有，用所在条目的标题）" in text("2018/originals/m.html.report.txt")


def test_a_picture_that_pages_cannot_show_is_told_of_and_its_caption_stays(book: Path) -> None:
    made = page(
        '<p>如下。</p><p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="x"></p><p>图1 大厅</p>'
    )
    assert made == "# 经费\n\n如下。\n\n图1 大厅\n"


def test_references_with_author_address_and_day_of_access(book: Path) -> None:
    imported(
        "参考资料\n[1] 李敏.临河县志[M].北京:临河出版社,2018.\n"
        "2. 馆情.文化馆网站.https://example.org/a.[引用日期2019-02-01]\n",
        section="sources",
    )
    one, two = section("sources").references
    assert (one.author, one.title) == ("李敏", "临河县志[M]")
    assert (two.title, two.publisher) == ("馆情", "文化馆网站")
    assert (two.url, two.accessed) == ("https://example.org/a", "2019-02-01")


def test_duties_keep_an_introduction_and_paragraphs_that_go_on(book: Path) -> None:
    imported("主要职责\n职责如下：\n（一）组织活动。\n活动每年一次。\n（二）培训骨干。\n")
    made = section("zhu-yao-zhi-ze")
    assert [one.source.strip() for one in made.entries] == ["职责如下："]
    assert [one.text for one in made.items] == ["组织活动。\n活动每年一次。", "培训骨干。"]


def test_duties_whose_numbers_do_not_go_on_stay_prose(book: Path) -> None:
    imported("主要职责\n（一）组织活动。\n（三）培训骨干。\n")
    assert text("2018/zhu-yao-zhi-ze.md") == (
        "# 主要职责\n\n（一）组织活动。\n\n（三）培训骨干。\n"
    )


def test_who_wrote_a_section_of_records_stands_for_the_section(book: Path) -> None:
    imported("内设机构\n办公室\n活动部\n供稿：单岚\n")
    assert [one.name for one in section("nei-she-ji-gou").contributors] == ["单岚"]


def test_two_sections_of_one_title_are_two(book: Path) -> None:
    imported(
        "临河县文化馆\n活动\n①办节。活动36场。\n其他\n办班3期。\n其他\n下乡5次。\n",
        opening="overview",
    )
    assert [one.stem for one in sections(edition())] == ["huo-dong", "qi-ta", "qi-ta-2"]
    assert "稿件里有两个同名的分目：其他" in text("2018/originals/m.txt.report.txt")


def test_footnotes_of_word_and_what_stands_outside_the_body(book: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p("安全保卫", style="Heading1") + p("全年检查24次", note, "。")
    notes = part("footnotes", f'<w:footnote w:id="2">{p("据保卫科所报。")}</w:footnote>')
    docx(
        Path("m.docx"),
        body,
        relations={"f": ("footnotes", "footnotes.xml")},
        parts={"word/footnotes.xml": notes},
    )
    run_job(
        Job(content=Path("content"), edition="2018", files=(Path("m.docx"),), section="安全保卫")
    )
    assert "[^n1]: 据保卫科所报。" in text("2018/an-quan-bao-wei.md")
