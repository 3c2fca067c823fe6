"""Word manuscripts: what stands in them is in blocks, notes or what is left aside."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import docx as python_docx
import pytest
from manuscripts import (
    PNG,
    docx,
    drawn,
    grids,
    opened,
    p,
    paragraphs,
    part,
    r,
    table,
    tc,
    texts,
)

from yearbook.manuscripts.blocks import Grid, Manuscript, Paragraph
from yearbook.manuscripts.numbering import written

STYLES = part(
    "styles",
    """<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="b"><w:name w:val="副标题"/></w:style>
    <w:style w:type="paragraph" w:styleId="c"><w:name w:val="题注"/></w:style>
    <w:style w:type="paragraph" w:styleId="d"><w:name w:val="章节名"/><w:basedOn w:val="2"/></w:style>
    <w:style w:type="paragraph" w:styleId="e"><w:name w:val="条目"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="f"><w:name w:val="三级标题"/></w:style>
    <w:style w:type="paragraph" w:styleId="g"><w:name w:val="Quote"/></w:style>
    <w:style w:type="paragraph" w:styleId="h"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="i"><w:name w:val="粗体段"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="j"><w:name w:val="编号段"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="k"><w:name w:val="互相甲"/><w:basedOn w:val="l"/></w:style>
    <w:style w:type="paragraph" w:styleId="l"><w:name w:val="互相乙"/><w:basedOn w:val="k"/></w:style>""",
)
NUMBERING = part(
    "numbering",
    """<w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:lvlText w:val="%4"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>""",
)
KNOWN = {"s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml")}
PARTS = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}


def word(path: Path, *body: str) -> Manuscript:
    return opened(docx(path / "稿.docx", "".join(body), relations=KNOWN, parts=PARTS))[0]


def listed(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_headings_are_known_by_their_styles_in_chinese_and_english(tmp_path: Path) -> None:
    styles = ["a", "b", "1", "2", "d", "e", "f", "c", "g", ""]
    found = word(tmp_path, *(p(f"样式{style}", style=style) for style in styles))
    assert [(one.style, one.level) for one in paragraphs(found)] == [
        ("title", 1),
        ("title", 2),
        ("heading", 1),
        ("heading", 2),
        ("heading", 2),
        ("heading", 4),
        ("heading", 3),
        ("caption", 0),
        ("quote", 0),
        ("", 0),
    ]


def test_an_outline_level_of_a_paragraph_makes_it_a_heading(tmp_path: Path) -> None:
    found = word(tmp_path, p("安全生产", more='<w:outlineLvl w:val="1"/>'))
    assert (paragraphs(found)[0].style, paragraphs(found)[0].level) == ("heading", 2)


def test_styles_that_are_based_on_each_other_end(tmp_path: Path) -> None:
    assert paragraphs(word(tmp_path, p("文字", style="k")))[0].style == ""


def test_a_style_that_the_file_does_not_define_is_known_by_its_id(tmp_path: Path) -> None:
    (only,) = paragraphs(word(tmp_path, p("机构", style="Heading2")))
    assert (only.style, only.level) == ("heading", 2)


def test_bold_centred_and_heavy_faces_are_told(tmp_path: Path) -> None:
    found = word(
        tmp_path,
        p(r("全粗", "<w:b/>"), r("　", "")),
        p(r("半粗", "<w:b/>"), "半不粗"),
        p(r("黑体", '<w:rFonts w:eastAsia="黑体"/>'), more='<w:jc w:val="center"/>'),
        p("样式粗", style="i"),
        p(r("样式粗又不粗", '<w:b w:val="0"/>'), style="i"),
    )
    assert [one.bold for one in paragraphs(found)] == [True, False, True, True, False]
    assert [one.centred for one in paragraphs(found)] == [False, False, True, False, False]


def test_numbers_that_word_makes_are_told_beside_the_text(tmp_path: Path) -> None:
    found = word(
        tmp_path,
        *(p("条", more=listed(1, level)) for level in (0, 1, 1, 2, 3, 0, 1)),
        p("点", more=listed(2, 0)),
        p("重新起", more=listed(3, 0)),
        p("由样式", style="j"),
        p("没有的列表", more=listed(9, 0)),
    )
    numbers = ["一、", "（一）", "（二）", "1.", "①", "二、", "（一）", "", "一、", "二、", ""]
    assert [one.number for one in paragraphs(found)] == numbers
    styles = [(one.style, one.level) for one in paragraphs(found)]
    assert styles[:4] == [("numbered", 1), ("numbered", 2), ("numbered", 2), ("numbered", 3)]
    assert styles[7:] == [("item", 1), ("numbered", 1), ("numbered", 1), ("", 0)]
    assert set(texts(found)) == {"条", "点", "重新起", "由样式", "没有的列表"}


def test_a_heading_with_a_number_stays_a_heading(tmp_path: Path) -> None:
    (only,) = paragraphs(word(tmp_path, p("机构", style="1", more=listed(1, 0))))
    assert (only.style, only.level, only.number) == ("heading", 1, "一、")


def test_breaks_tabs_and_hyphens_are_kept_or_noted(tmp_path: Path) -> None:
    inside = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:softHyphen/><w:t>丁</w:t><w:cr/><w:t>戊</w:t><w:br w:type='page'/></w:r>"
    found = word(tmp_path, p(inside))
    assert texts(found) == ["甲\n乙\t丙丁\n戊"]
    assert [(one.place, one.said, one.became) for one in found.changes] == [(1, "U+00AD", "")]


def test_links_keep_their_text_and_address_and_are_not_opened(tmp_path: Path) -> None:
    link = f'<w:hyperlink r:id="h">{r("官网")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr="REF x">{r("见第3页")}</w:fldSimple>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://b.cn"'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r("域")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    dead = f'<w:hyperlink r:id="none">{r("断链")}</w:hyperlink>'
    file = docx(
        tmp_path / "稿.docx",
        p(link, "，", field, simple, dead),
        relations={"h": ("hyperlink", "https://a.cn")},
    )
    found, said = opened(file)
    runs = [(run.text, run.href) for run in paragraphs(found)[0].runs]
    assert runs == [
        ("官网", "https://a.cn"),
        ("，", ""),
        ("域", "https://b.cn"),
        ("见第3页断链", ""),
    ]
    assert said == []


def test_notes_are_remarks_where_the_text_refers_to_them(tmp_path: Path) -> None:
    notes = part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="0">{p("")}</w:footnote>'
        f'<w:footnote w:id="2">{p("据2017年统计。")}{p("又一段。")}</w:footnote>'
        f'<w:footnote w:id="3">{p("没有引用的注3。")}</w:footnote>',
    )
    ends = part(
        "endnotes", f'<w:endnote w:id="2">{p("尾注。")}{table(tc("表甲") + tc("表乙"))}</w:endnote>'
    )
    body = p(
        "甲",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        "乙",
        '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="77"/></w:r>',
    )
    found, said = opened(
        docx(
            tmp_path / "稿.docx",
            body,
            relations={"f": ("footnotes", "footnotes.xml"), "e": ("endnotes", "endnotes.xml")},
            parts={"word/footnotes.xml": notes, "word/endnotes.xml": ends},
        )
    )
    runs = [(run.text, run.note) for run in paragraphs(found)[0].runs]
    assert runs == [("甲", ""), ("", "footnote-2"), ("乙", ""), ("", "endnote-2")]
    remarks = {one.key: [line.text for line in one.paragraphs] for one in found.remarks}
    assert remarks == {
        "footnote-2": ["据2017年统计。", "又一段。"],
        "endnote-2": ["尾注。", "表甲\t表乙"],
    }
    assert [(text, text.why) for text in found.lost] == [("没有引用的注3。", "note")]
    assert said == [
        "M022 没有放进正文：正文没有引用的注释，共 8 字，列在报告中（“没有引用的注3。…”）"
    ]


def test_tables_have_a_text_at_each_place_and_merged_cells_once(tmp_path: Path) -> None:
    inner = table(tc("套一") + tc("套二"))
    found, said = opened(
        docx(
            tmp_path / "稿.docx",
            p("表前")
            + table(
                tc("部门", '<w:vMerge w:val="restart"/>') + tc("人数", '<w:gridSpan w:val="2"/>'),
                tc("", "<w:vMerge/>") + tc("男") + tc("女"),
                tc("办公室") + tc("3") + tc(f"{p('4')}{inner}{p('')}"),
            ),
        )
    )
    assert grids(found) == [
        Grid(
            (
                ("部门", "人数", ""),
                ("", "男", "女"),
                ("办公室", "3", "4\n套一\t套二"),
            ),
            2,
        )
    ]
    assert said == [
        "M024 第 2 段处的表格有合并的单元格，已展平",
        "M024 第 2 段处的表格有套在单元格里的表格，已展平",
    ]


def test_a_table_of_one_cell_is_a_frame_around_paragraphs(tmp_path: Path) -> None:
    found = word(tmp_path, table(tc(p("链接") + p("背景资料"))))
    assert texts(found) == ["链接", "背景资料"]
    assert grids(found) == []


def test_pictures_and_notes_of_cells_follow_the_table(tmp_path: Path) -> None:
    notes = part("footnotes", f'<w:footnote w:id="1">{p("表注。")}</w:footnote>')
    file = docx(
        tmp_path / "稿.docx",
        table(
            tc(p(drawn("i", "合影"))) + tc(p("图1", '<w:r><w:footnoteReference w:id="1"/></w:r>'))
        ),
        relations={"i": ("image", "media/图.png"), "f": ("footnotes", "footnotes.xml")},
        parts={"word/media/图.png": PNG, "word/footnotes.xml": notes},
    )
    found, _ = opened(file)
    grid, after = found.blocks
    assert isinstance(grid, Grid)
    assert grid.rows == (("", "图1"),)
    assert isinstance(after, Paragraph)
    assert [(run.picture, run.note) for run in after.runs] == [("图.png", ""), ("", "footnote-1")]
    assert [(one.key, one.data, one.alt) for one in found.pictures] == [("图.png", PNG, "合影")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60), "EMF"),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "WMF"),
        (b"II*\0" + bytes(60), "TIFF"),
        (b"MZ" + bytes(60), "不是图片，或已损坏"),
        (PNG[:20], "不是图片，或已损坏"),
        (b"", "不是图片，或已损坏"),
    ],
)
def test_a_picture_that_no_page_can_show_keeps_its_name_and_is_reported(
    tmp_path: Path, data: bytes, said: str
) -> None:
    file = docx(
        tmp_path / "稿.docx",
        p("图", drawn("i", "合影")),
        relations={"i": ("image", "media/image1.png")},
        parts={"word/media/image1.png": data},
    )
    found, issues = opened(file)
    assert [(one.name, one.data, one.alt) for one in found.pictures] == [
        ("image1.png", b"", "合影")
    ]
    assert issues == [f"M021 网页不能显示图片 image1.png：{said}"]


def test_what_mammoth_drops_is_kept(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('框里8字')}{table(tc('框中表') + tc('9'))}</w:txbxContent>"
    newer = f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    older = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    found = word(
        tmp_path,
        p(
            "甲",
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>",
            "乙",
        ),
        p(f"<w:r>{older}</w:r>"),
        p(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="不知" w:char="2460"/><w:sym w:char="zz"/></w:r>'
        ),
        p(
            f"<w:r><w:ruby><w:rt>{r('jiàn')}</w:rt><w:rubyBase>{r('鉴')}</w:rubyBase></w:ruby></w:r>"
        ),
        p("<m:oMathPara><m:oMath><m:r><m:t>a+1</m:t></m:r></m:oMath></m:oMathPara>"),
        p(
            f"<w:smartTag><w:customXml>{r('智能2')}</w:customXml></w:smartTag>",
            f"<w:bdo>{r('方向3')}</w:bdo>",
        ),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件4')}</w:sdtContent></w:sdt>",
        f"<w:customXml>{p('外层5')}</w:customXml>",
    )
    assert texts(found) == [
        "甲乙",
        "框里8字",
        "框里8字",
        "✓①",
        "鉴（jiàn）",
        "a+1",
        "智能2方向3",
        "控件4",
        "外层5",
    ]
    assert [grid.rows for grid in grids(found)] == [(("框中表", "9"),)] * 2
    assert found.lost == ()


def test_a_raised_power_after_a_measure_keeps_its_meaning(tmp_path: Path) -> None:
    raised = r("2", '<w:vertAlign w:val="superscript"/>')
    found = word(tmp_path, p("面积30km", raised, "，注", raised))
    assert texts(found) == ["面积30km²，注2"]
    assert [(one.said, one.became) for one in found.changes] == [("m2", "m²")]
    assert found.lost == ()


def test_tracked_changes_are_read_as_accepted_and_deleted_text_is_listed(tmp_path: Path) -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>三百</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{r("400")}</w:ins>'
    found, said = opened(
        docx(
            tmp_path / "稿.docx",
            p("培训", deleted, inserted, "人")
            + p(f"<w:moveFrom>{r('移走')}</w:moveFrom>")
            + p("上", more="<w:rPr><w:del/></w:rPr>")
            + p("下")
            + table("<w:trPr><w:del/></w:trPr>" + tc("删去的行"), tc("甲") + tc("乙")),
        )
    )
    assert texts(found) == ["培训400人", "上下"]
    assert grids(found)[0].rows == (("甲", "乙"),)
    assert [text for text in found.lost if text.why == "deleted"] == ["三百", "移走", "删去的行"]
    assert said == [
        "M022 没有放进正文：修订中已删除的文字，共 8 字，列在报告中（“三百…”）",
        "M023 稿件中有 4 处修订没有定下来，都按已接受读取",
    ]


def test_headers_comments_hidden_text_and_contents_are_listed(tmp_path: Path) -> None:
    contents = f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{p("目录")}{p("机构 1")}</w:sdtContent></w:sdt>'
    placeholder = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('单击此处')}</w:sdtContent></w:sdt>"
    body = contents + p("业务 2", style="h") + placeholder + p("正文", r("密", "<w:vanish/>"))
    art = '<w:p><w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r></w:p>'
    aside = {"word/h1.xml": part("hdr", p("页眉")), "word/h2.xml": part("hdr", p("页眉"))}
    aside |= {"word/f.xml": part("ftr", p("第1页"))}
    aside |= {"word/c.xml": part("comments", f"<w:comment>{p('核实')}</w:comment>")}
    relations = {"h1": ("header", "h1.xml"), "h2": ("header", "h2.xml"), "f": ("footer", "f.xml")}
    relations |= {"c": ("comments", "c.xml")}
    found, _ = opened(
        docx(
            tmp_path / "稿.docx",
            body + art,
            relations={**relations, **KNOWN},
            parts={**aside, **PARTS},
        )
    )
    assert texts(found) == ["正文"]
    assert sorted((text.why, str(text)) for text in found.lost) == [
        ("comment", "核实"),
        ("contents", "业务 2"),
        ("contents", "目录\n机构 1"),
        ("footer", "第1页"),
        ("header", "页眉"),
        ("hidden", "密"),
        ("object", "艺术字"),
        ("other", "单击此处"),
    ]


def test_charts_and_objects_are_named_and_their_words_listed(tmp_path: Path) -> None:
    chart = f"<c:chartSpace {part('x', '').partition('<w:x ')[2].partition('>')[0]}><c:pt><c:v>安全</c:v></c:pt><c:pt><c:v>97</c:v></c:pt></c:chartSpace>"
    file = docx(
        tmp_path / "稿.docx",
        p("文"),
        relations={"c": ("chart", "charts/chart1.xml"), "o": ("oleObject", "embeddings/a.bin")},
        parts={"word/charts/chart1.xml": chart, "word/embeddings/a.bin": b"x"},
    )
    found, said = opened(file)
    assert found.lost == ("安全\n97",)
    assert said[1:] == ["M028 没有读取图表：chart1.xml", "M028 没有读取嵌入的对象：a.bin"]


def test_what_is_outside_is_reported_and_not_opened(tmp_path: Path) -> None:
    file = docx(
        tmp_path / "稿.docx",
        p("文", drawn("i")),
        relations={
            "i": ("image", "https://a.cn/x.png"),
            "t": ("attachedTemplate", "file:///C:/x.dotm"),
            "o": ("oleObject", "file:///C:/x.xlsx"),
            "z": ("frame", "https://b.cn"),
            "h": ("hyperlink", "https://c.cn"),
        },
    )
    found, said = opened(file)
    assert (texts(found), found.pictures) == (["文"], ())
    assert said == [
        "M015 稿件引用了文件之外的图片，没有打开：https://a.cn/x.png",
        "M015 稿件引用了文件之外的模板，没有打开：file:///C:/x.dotm",
        "M015 稿件引用了文件之外的对象，没有打开：file:///C:/x.xlsx",
        "M015 稿件引用了文件之外的内容，没有打开：https://b.cn",
    ]


COMMON = re.compile(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/")


def test_the_strict_format_is_read_alike(tmp_path: Path) -> None:
    file = docx(tmp_path / "稿.docx", p("严格2018"))
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(file, "w") as new:
        for name, data in parts.items():
            new.writestr(name, COMMON.sub(rb"http://purl.oclc.org/ooxml/\1/", data))
    assert texts(opened(file)[0]) == ["严格2018"]


def test_boxes_to_tick_are_kept(tmp_path: Path) -> None:
    def field(state: str) -> str:
        box = f"<w:ffData><w:checkBox><w:default w:val='{state}'/></w:checkBox></w:ffData>"
        begin = f"<w:r><w:fldChar w:fldCharType='begin'>{box}</w:fldChar></w:r>"
        code = "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        return f"{begin}{code}<w:r><w:fldChar w:fldCharType='end'/></w:r>"

    assert texts(word(tmp_path, p(field("1"), "是", field("0"), "否"))) == ["☑是☐否"]


def test_a_control_without_content_is_nothing(tmp_path: Path) -> None:
    assert texts(word(tmp_path, "<w:sdt><w:sdtPr/></w:sdt>" + p("文"))) == ["文"]


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        ("ideographDigital", 20, "二〇"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("taiwaneseCounting", 20, "二十"),
        ("japaneseCounting", 101, "一〇一"),
        ("chineseCounting", 0, "〇"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 3, "c"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("cardinalText", 7, "7"),
    ],
)
def test_kinds_of_numbers(kind: str, number: int, said: str) -> None:
    assert written(number, kind) == said


COUNTED = re.compile("[0-9\u4e00-\u9fff]")
TEXT = re.compile(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:(?:t|delText)>")


def raw(file: Path) -> Counter[str]:
    """The Han characters and digits in the XML of a file, as they stand there."""
    with zipfile.ZipFile(file) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/[a-z0-9]+\.xml", name)]
        said = "".join("".join(TEXT.findall(package.read(name).decode("utf-8"))) for name in names)
    return Counter(COUNTED.findall(said))


def kept(found: Manuscript) -> Counter[str]:
    remarks = [line.text for one in found.remarks for line in one.paragraphs]
    cells = [cell for grid in grids(found) for row in grid.rows for cell in row]
    return Counter(COUNTED.findall("".join([*texts(found), *remarks, *cells, *found.lost])))


def test_each_character_and_digit_of_the_xml_is_kept_once(tmp_path: Path) -> None:
    document = python_docx.Document()
    document.add_heading("东营市总工会年鉴2018", 0)
    document.sections[0].header.paragraphs[0].text = "页眉卷1"
    document.sections[0].footer.paragraphs[0].text = "页脚2"
    for level in (1, 2, 3):
        document.add_heading(f"第{level}级标题", level)
        document.add_paragraph(f"年内培训{level}00场次，参加{level}万人次。").add_run(
            "粗体"
        ).bold = True
    for style in ("List Bullet", "List Number", "Quote", "Caption"):
        document.add_paragraph(f"样式{style}的一段", style=style)
    made = document.add_table(3, 3)
    for number, cell in enumerate(made._cells):
        cell.text = f"格{number}"
    made.cell(0, 0).merge(made.cell(1, 1))
    made.cell(2, 2).add_table(1, 2).cell(0, 1).text = "里层5"
    remarked = document.add_paragraph("有批注的一段")
    document.add_comment(remarked.runs, text="请核实30", author="编辑")
    file = tmp_path / "稿.docx"
    document.save(str(file))
    found, _ = opened(file)
    assert kept(found) == raw(file)
    assert sum(raw(file).values()) > 100
