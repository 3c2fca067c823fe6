"""Workbooks and CSV files: tables with the words that the sheet shows."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from manuscripts import grids, opened, paragraphs, refused
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from yearbook.manuscripts.blocks import Grid, Manuscript, Paragraph


def book(path: Path, **sheets: list[list[object]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


def saved(path: Path, made: openpyxl.Workbook) -> tuple[Manuscript, list[str]]:
    made.save(path / "表.xlsx")
    return opened(path / "表.xlsx")


def sheet(made: openpyxl.Workbook, name: str) -> Worksheet:
    found = made[name]
    assert isinstance(found, Worksheet)
    return found


def test_values_are_as_the_sheet_shows_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["名称", "值"],
        ["整数", 1000.0],
        ["小数", 0.1 + 0.2],
        ["大数", 12345678901234],
        ["小小数", 1e-7],
        ["百分", 0.125],
        ["整百分", 0.5],
        ["带字", 1200],
        ["日", date(2018, 5, 1)],
        ["时刻", datetime(2018, 5, 1, 8, 30)],
        ["钟点", time(8, 5)],
        ["真", True],
        ["文本", " 007 "],
    ]
    made = book(tmp_path, 表=rows)
    for place, code in {"B6": "0.0%", "B7": "0%", "B8": '#,##0"人"'}.items():
        sheet(made, "表")[place].number_format = code
    found, said = saved(tmp_path, made)
    assert [row[1] for row in grids(found)[0].rows[1:]] == [
        "1000",
        "0.3",
        "12345678901234",
        "0.0000001",
        "12.5%",
        "50%",
        "1200人",
        "2018-05-01",
        "2018-05-01 08:30:00",
        "08:05",
        "TRUE",
        "007",
    ]
    assert (said, found.kind, found.encoding) == ([], "sheet", "")


def test_titles_stand_above_a_table_and_notes_below(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [None, None, None, None],
        [None, "职工人数表", None, None],
        [None, None, None, "单位：人"],
        [None, "单位", "男", "女"],
        [],
        [None, "甲", 1, 2],
        [None, "注：不含退休。"],
        [],
        [None, "表二"],
        [None, "乙", 3],
    ]
    found, _ = saved(tmp_path, book(tmp_path, 表=rows))
    assert [
        (block.text, block.style) if isinstance(block, Paragraph) else block.rows
        for block in found.blocks
    ] == [
        ("职工人数表", "caption"),
        ("单位：人", "caption"),
        (("单位", "男", "女"), ("甲", "1", "2")),
        ("注：不含退休。", ""),
        ("表二", "caption"),
        (("乙", "3"),),
    ]
    assert [block.place for block in found.blocks] == [1, 2, 3, 4, 5, 6]


def test_a_sheet_of_one_column_is_a_table(tmp_path: Path) -> None:
    found, _ = saved(tmp_path, book(tmp_path, 名单=[["姓名"], ["甲"], ["乙"]]))
    assert found.blocks == (Grid((("姓名",), ("甲",), ("乙",)), 1, "名单"),)


def test_merged_cells_have_their_words_once(tmp_path: Path) -> None:
    made = book(tmp_path, 表=[["部门", "人数", None], [None, "男", "女"], ["办", 1, 2]])
    sheet(made, "表").merge_cells("A1:A2")
    sheet(made, "表").merge_cells("B1:C1")
    rows = grids(saved(tmp_path, made)[0])[0].rows
    assert rows == (("部门", "人数", ""), ("", "男", "女"), ("办", "1", "2"))


def test_hidden_sheets_are_left_aside_and_hidden_rows_are_read(tmp_path: Path) -> None:
    made = book(tmp_path, 表=[["甲", "1"], ["乙", "2"]], 备用=[["丙", "3"]], 空=[])
    sheet(made, "备用").sheet_state = "hidden"
    sheet(made, "表").row_dimensions[2].hidden = True
    found, said = saved(tmp_path, made)
    assert [grid.name for grid in grids(found)] == ["表"]
    assert [(text, text.why) for text in found.lost] == [("备用\n丙\t3", "hidden")]
    assert said == [
        "M022 没有放进正文：隐藏的文字或工作表，共 6 字，列在报告中（“备用 丙 3…”）",
        "M025 工作表“表”有隐藏的行或列，也都读取了",
    ]


def test_cells_without_a_value_and_remarks_are_reported(tmp_path: Path) -> None:
    made = book(tmp_path, 表=[["项", "值"], ["和", "=1+2"], ["错", "#REF!"]])
    sheet(made, "表")["A2"].comment = Comment("请核实", "编辑")
    found, said = saved(tmp_path, made)
    assert grids(found)[0].rows == (("项", "值"), ("和", ""), ("错", ""))
    assert said == [
        "M022 没有放进正文：批注，共 3 字，列在报告中（“请核实…”）",
        "M026 工作表“表”有 2 格没有算出的值（公式未计算，或出错如 #REF!），读作空格",
    ]


def test_charts_are_named(tmp_path: Path) -> None:
    made = book(tmp_path, 表=[["项", "值"], ["甲", 1]])
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet(made, "表"), min_col=2, min_row=1, max_row=2))
    sheet(made, "表").add_chart(chart)
    assert saved(tmp_path, made)[1] == ["M028 没有读取图表：chart1.xml"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("comma", [",", ";", "\t", "，"])
def test_csv_in_any_encoding_and_with_any_comma(tmp_path: Path, encoding: str, comma: str) -> None:
    path = tmp_path / "表.csv"
    rows = [["名称", "人数"], ['"甲,乙"', '"1,000"'], ["", ""], ["丙", "2"]]
    path.write_bytes("\r\n".join(comma.join(row) for row in rows).encode(encoding))
    found, said = opened(path)
    assert grids(found)[0].rows == (("名称", "人数"), ("甲,乙", "1,000"), ("丙", "2"))
    assert (said, found.kind) == ([], "sheet")


def test_a_quote_that_is_not_closed_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text('名称,值\n甲,"1\n', "utf-8")
    assert refused(path) == (
        '2: M027 CSV 文件的引号须成对，这一行没有 — 检查这一行的英文双引号；文字中的要写两个，如 ""'
    )


def changed(path: Path, **parts: str | None) -> Path:
    """The workbook with other parts."""
    with zipfile.ZipFile(path) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in (kept | parts).items():
            if data is not None:
                new.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("xl/workbook.xml", None, "M011"),
        ("xl/workbook.xml", "<x", "M010"),
        ("xl/worksheets/sheet1.xml", "<!DOCTYPE x><worksheet/>", "M014"),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c", "M010"),
        ("xl/macrosheets/a.xml", "<x/>", "M012"),
    ],
)
def test_damaged_workbooks_are_refused(
    tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    saved(tmp_path, book(tmp_path, 表=[["项", "值"], ["甲", 1]]))
    assert refused(changed(tmp_path / "表.xlsx", **{name: content})).startswith(said)


def test_a_sheet_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    saved(tmp_path, book(tmp_path, 表=[["项", "值"]]))
    with zipfile.ZipFile(tmp_path / "表.xlsx") as old:
        text = old.read("xl/worksheets/sheet1.xml").decode("utf-8")
    changed(tmp_path / "表.xlsx", **{"xl/worksheets/sheet1.xml": None})
    with zipfile.ZipFile(tmp_path / "表.xlsx", "a") as new:
        new.writestr("xl/worksheets/sheet1.xml", text.encode("utf-16"))
    assert refused(tmp_path / "表.xlsx").startswith("M010")


def test_titles_of_columns_may_stand_alone(tmp_path: Path) -> None:
    found, _ = saved(tmp_path, book(tmp_path, 表=[["只有标题一行"], [None, None], ["甲"]]))
    assert [one.text for one in paragraphs(found)] == []


def test_a_csv_file_of_too_many_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    said = "M013 稿件展开后过大，不像正常的文件"
    path.write_text("甲," * 1_000_001, "utf-8")
    assert refused(path).startswith(f"{said}（超过 1000000 格）")
    path.write_text("甲," * 5000 + "\n乙" * 5000, "utf-8")
    assert refused(path).startswith(f"{said}（表格有 25010001 格）")
