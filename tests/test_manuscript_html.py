"""Web pages as manuscripts: what a reader sees is kept, what a browser would run or fetch is not."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from manuscripts import PNG, grids, opened, paragraphs, refused, texts

from yearbook.manuscripts.blocks import Manuscript


def page(folder: Path, html: str, encoding: str = "utf-8") -> tuple[Manuscript, list[str]]:
    path = folder / "页.html"
    path.write_bytes(html.encode(encoding))
    return opened(path)


def test_headings_paragraphs_and_emphasis(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path,
        "<html><body><h1>年鉴</h1><div><h2>安全<b>生产</b></h2>散的字<p align=center>　　<strong>全粗"
        '</strong></p><p style="text-align: center">中</p><center>又中</center><blockquote>引</blockquote>'
        '<p><span style="font-weight: 700">重</span></p></div>',
    )
    said = [(one.text, one.style, one.level, one.bold, one.centred) for one in paragraphs(found)]
    assert said == [
        ("年鉴", "heading", 1, False, False),
        ("安全生产", "heading", 2, False, False),
        ("散的字", "", 0, False, False),
        ("全粗", "", 0, True, True),
        ("中", "", 0, False, True),
        ("又中", "", 0, False, True),
        ("引", "quote", 0, False, False),
        ("重", "", 0, True, False),
    ]


def test_lists_have_levels_and_numbers(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path, "<ul><li>甲<ol start=3><li>子一<li>子二</ol><li>乙</ul><ol>散<li>丙</ol>"
    )
    said = [(one.text, one.style, one.level, one.number) for one in paragraphs(found)]
    assert said == [
        ("甲", "item", 1, ""),
        ("子一", "numbered", 2, "3."),
        ("子二", "numbered", 2, "4."),
        ("乙", "item", 1, ""),
        ("散", "", 0, ""),
        ("丙", "numbered", 1, "1."),
    ]


def test_line_breaks_and_blanks(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path,
        "<p>源文件里\n  换行，words\nof two<br>同段<br><br>另段<br>　　缩进的段<br>&nbsp;&nbsp;又一段</p>"
        "<pre>甲\n乙\n</pre><p>&nbsp;</p>",
    )
    assert texts(found) == [
        "源文件里换行，words of two\n同段",
        "另段",
        "缩进的段",
        "又一段",
        "甲",
        "乙",
    ]


def test_tables(tmp_path: Path) -> None:
    found, said = page(
        tmp_path,
        "<table><caption>表1</caption><thead><tr><th>项<th colspan=2>值</thead>"
        "<tr><td rowspan=2>a<td>1<td>2<br>3<tr><td>4<td>5</table>"
        "<table><tr><td>只有一格</table>"
        "<table><tr><td><h2>排版</h2>左<td><table><tr><td>里<td>层</table></table>"
        "<table></table>",
    )
    assert [grid.rows for grid in grids(found)] == [
        (("项", "值", ""), ("a", "1", "2\n3"), ("", "4", "5")),
        (("里", "层"),),
    ]
    assert [(one.text, one.style) for one in paragraphs(found)] == [
        ("表1", "caption"),
        ("只有一格", ""),
        ("排版", "heading"),
        ("左", ""),
    ]
    assert said == ["M024 第 2 段处的表格有合并的单元格，已展平"]


def test_notes_are_remarks_and_their_marks_are_told(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path,
        '<p>甲<sup><a href="#n1" id="r1">[1]</a></sup>乙<a href="#_ftn2" name="_ref2">[2]</a>，'
        '见<a href="#top">[3]</a>和<a href="#n1">上文</a>。</p>'
        '<table><tr><td>格<a href="#n4">[4]</a><td>5</table>'
        '<ol><li id="n1"><a href="#r1">↑</a> 注一。</li></ol>'
        '<div><p><a name="_ftn2" href="#_ref2">[2]</a> 注二。</p></div>'
        '<table><tr><td id="n4">注四。<td></table>',
    )
    first, after_table = paragraphs(found)
    assert [(run.text, run.note, run.href) for run in first.runs] == [
        ("甲", "", ""),
        ("", "n1", ""),
        ("乙", "", ""),
        ("", "_ftn2", ""),
        ("，见", "", ""),
        ("[3]", "", "#top"),
        ("和", "", ""),
        ("上文", "", "#n1"),
        ("。", "", ""),
    ]
    assert [run.note for run in after_table.runs] == ["n4"]
    remarks = {one.key: [line.text for line in one.paragraphs] for one in found.remarks}
    assert remarks == {"n1": ["注一。"], "_ftn2": ["注二。"], "n4": ["注四。"]}
    changes = [(one.place, one.said, one.became) for one in found.changes]
    assert changes == [
        (1, "[1]", "[^n1]"),
        (1, "[2]", "[^_ftn2]"),
        (2, "[4]", "[^n4]"),
        (3, "↑", ""),
        (3, "[2]", ""),
    ]


def test_pictures_within_the_page_are_kept_and_others_named(tmp_path: Path) -> None:
    data = base64.b64encode(PNG).decode()
    found, said = page(
        tmp_path,
        f'<p><img src="data:image/png;base64,{data}" alt="合影"><img src="https://a.cn/x/b.jpg?1" alt="图">'
        '<img src="data:image/png;base64,@"><img src="data:image/gif,GIF89a"><img></p>',
    )
    pictures = [(one.key, one.data, one.alt) for one in found.pictures]
    assert pictures == [
        ("picture-1", PNG, "合影"),
        ("b.jpg?1", b"", "图"),
        ("picture-3", b"", ""),
        ("picture-4", b"", ""),
    ]
    assert said == [
        "M015 稿件引用了文件之外的图片，没有打开：https://a.cn/x/b.jpg?1",
        "M021 网页不能显示图片 picture-3：不是图片，或已损坏",
        "M021 网页不能显示图片 picture-4：GIF",
    ]


def test_scripts_are_gone_and_what_is_hidden_is_listed(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path,
        "<title>年鉴_百科</title><style>p{}</style><script>var a = '脚本12'</script><!-- 注释 -->"
        '<p onclick="x()">正<a href="javascript:x()">文</a></p><div style="display: none">藏</div>'
        "<p hidden>隐</p><svg><text>图形</text></svg>",
    )
    assert [(run.text, run.href) for run in paragraphs(found)[0].runs] == [("正文", "")]
    assert len(found.blocks) == 1
    assert [(text, text.why) for text in found.lost] == [
        ("年鉴_百科", "title"),
        ("藏", "hidden"),
        ("隐", "hidden"),
    ]


@pytest.mark.parametrize(
    ("label", "encoding", "named"),
    [
        ("gb2312", "gb18030", "GB18030"),
        ("GBK", "gb18030", "GB18030"),
        ("gb18030", "gb18030", "GB18030"),
        ("utf-8", "gb18030", "GB18030"),
        ("gbk", "utf-8", "UTF-8"),
        ("utf-8", "utf-8-sig", "UTF-8"),
        ("utf-16", "utf-16", "UTF-16 LE"),
        ("big5", "big5hkscs", "BIG5HKSCS"),
    ],
)
def test_the_encoding_is_what_the_bytes_are(
    tmp_path: Path, label: str, encoding: str, named: str
) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    found, _ = page(tmp_path, f"<html>{meta}<p>工作地方中文</p></html>", encoding)
    assert (texts(found), found.encoding) == (["工作地方中文"], named)


def test_a_page_that_is_nested_without_end_is_read(tmp_path: Path) -> None:
    found, _ = page(tmp_path, "<div>" * 3000 + "底8" + "</div>" * 3000 + "<p>后</p>")
    assert texts(found) == ["底8", "后"]


def test_a_text_under_the_name_of_a_page_is_read(tmp_path: Path) -> None:
    assert texts(page(tmp_path, "没有标记的文字")[0]) == ["没有标记的文字"]


def test_a_table_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    row = "<tr>" + "<td colspan=63>1" * 50
    path.write_text(f"<table>{row * 100}</table>", "utf-8")
    assert refused(path).startswith("M013 稿件展开后过大，不像正常的文件（表格超过 200000 格）")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<div>" * 40_000, "M014 稿件中有正常文件没有的内容：太多没有关闭的标签"),
        ("<font size=1>" * 50 + "<p>字" * 40_000, "M014"),
        ("<br>" * 400_001, "M013 稿件展开后过大，不像正常的文件（超过 400000 个标签）"),
    ],
)
def test_a_page_that_would_take_for_ever_is_refused(tmp_path: Path, html: str, said: str) -> None:
    path = tmp_path / "页.html"
    path.write_text(html, "utf-8")
    assert refused(path).startswith(said)


def test_navigation_is_left_aside_and_notes_at_the_foot_are_not(tmp_path: Path) -> None:
    found, said = page(
        tmp_path,
        "<nav><ul><li>首页</li><li>新闻</li></ul></nav><h1>馆藏</h1><p>新书86册。</p>"
        "<footer><p>版权所有</p></footer>",
    )
    assert texts(found) == ["馆藏", "新书86册。"]
    assert [(str(one), one.why) for one in found.lost] == [
        ("首页 新闻", "navigation"),
        ("版权所有", "navigation"),
    ]
    assert said == ["M022 没有放进正文：网页的导航和页脚，共 9 字，列在报告中（“首页 新闻…”）"]
    noted, _ = page(
        tmp_path,
        '<p>新书86册<a href="#n1">[1]</a>。</p><footer><p id="n1">[1] 不含期刊。</p></footer>',
    )
    assert len(noted.remarks) == 1
