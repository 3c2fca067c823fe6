"""CSV tables: what is read, and each fault with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yearbook.issues import Issues, Place
from yearbook.model import Cell, Table
from yearbook.read import tables

PLACE = Place("content/2017/tables/x.csv")


def read(text: str) -> tuple[tables.Rows, list[str]]:
    issues = Issues()
    rows = tables.parse(text, PLACE, issues)
    return rows, [issue.line("zh").removeprefix("content/2017/tables/") for issue in issues]


@pytest.mark.parametrize(
    "text",
    [
        "年份,人数\n2016,30\n2017,41\n",
        "\ufeff年份,人数\r\n2016,30\r\n2017,41",
        '"年份" , 人数 \n\n2016, 30\n2017,"41"\n,\n'.replace('" ,', '",'),
        "年份,人数\r2016,30\r2017,41\r",
    ],
)
def test_a_table_is_its_cells(text: str) -> None:
    assert read(text) == ((("年份", "人数"), ("2016", "30"), ("2017", "41")), [])


def test_a_quoted_cell_may_hold_commas_quotes_and_lines() -> None:
    rows, found = read('项目,说明\n甲,"一,二""三""\n四"\n')
    assert rows[1] == ("甲", '一,二"三"\n四')
    assert not found


def test_the_corner_may_be_blank() -> None:
    assert read(",2016\n甲,1\n")[1] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "",
            (
                "x.csv: C270 表格第一行须是表头，下面至少有一行数据，这个文件是空的"
                " — 第一行写各栏名称，从第二行起写数据"
            ),
        ),
        (
            "年份,人数\n,\n",
            (
                "x.csv: C270 表格第一行须是表头，下面至少有一行数据，这个文件只有一行"
                " — 第一行写各栏名称，从第二行起写数据"
            ),
        ),
        (
            '年份,"人\n数"\n2016,1\n2017,30,000\n',
            (
                "x.csv:4:1: C271 表格各行的格数须与表头相同（2 格），这一行有 3 格：2017,30,000"
                " — 补足或删去逗号；格内本有逗号的，整格加英文双引号"
            ),
        ),
        (
            "年份,人数,人数\n2016,1,2\n",
            (
                "x.csv:1:1: C272 表头各栏名称不能相同，“人数”出现了不止一次"
                " — 给其中一栏另起名称，例如加上年份或单位"
            ),
        ),
        (
            "\n年份,\n2016,1\n",
            (
                "x.csv:2:1: C273 表头每栏都须有名称（左上角一格可空），第 2 栏是空的"
                " — 补上这一栏的名称，或删去空栏"
            ),
        ),
        (
            '年份,人数\n2016,"1\n2017,2\n',
            (
                "x.csv:2:1: C274 表格文件须是规范的 CSV，从这里起读不下去：双引号没有成对"
                " — 查看双引号是否成对；或在表格软件中打开，另存为“CSV UTF-8（逗号分隔）”"
            ),
        ),
        (
            "年份;人数\n2016;1\n",
            (
                "x.csv:1:1: C275 表格各格须用英文逗号隔开，这里用的是分号"
                " — 在表格软件中打开，另存为“CSV UTF-8（逗号分隔）”"
            ),
        ),
    ],
)
def test_each_fault_has_its_line_and_its_mend(text: str, said: str) -> None:
    assert read(text)[1] == [said]


def test_one_column_is_a_table() -> None:
    assert read("年份\n2016\n")[1] == []


def test_a_long_row_is_quoted_in_part() -> None:
    ((_, found),) = [read("甲,乙\n" + "字" * 60 + "\n")]
    assert found == [
        (
            f"x.csv:2:1: C271 表格各行的格数须与表头相同（2 格），这一行有 1 格：{'字' * 39}…"
            " — 补足或删去逗号；格内本有逗号的，整格加英文双引号"
        )
    ]


def table(*rows: tuple[str, ...]) -> Table:
    return Table(id="visits", entry="lead", caption="", file="tables/x.csv", rows=rows, at=PLACE)


VISITS = table(("年份", "人数", "场次"), ("2016", "30", "4"), ("2017", "41", "5"))


def test_a_figure_names_its_cell_by_row_and_column() -> None:
    assert tables.cell(VISITS, Cell(table="visits", row="2017", column="人数")) == "41"


@pytest.mark.parametrize(
    ("row", "column", "codes"),
    [("2018", "人数", ["C276"]), ("2017", "人次", ["C277"]), ("x", "y", ["C276", "C277"])],
)
def test_a_cell_that_is_not_there_is_named(row: str, column: str, codes: list[str]) -> None:
    asked = Cell(table="visits", row=row, column=column)
    assert [code for code, _ in tables.faults(VISITS, asked)] == codes
    with pytest.raises(KeyError):
        tables.cell(VISITS, asked)


def test_the_row_of_a_figure_stands_once() -> None:
    twice = table(("年份", "人数"), ("2017", "1"), ("2017", "2"))
    asked = Cell(table="visits", row="2017", column="人数")
    assert [code for code, _ in tables.faults(twice, asked)] == ["C278"]


@given(st.text(alphabet='a1,"\n\r\t ;，\ufeff', max_size=60))
def test_any_text_gives_a_rectangle_or_an_issue(text: str) -> None:
    rows, found = read(text)
    assert bool(rows) or bool(found)
    if not found:
        assert len({len(row) for row in rows}) == 1
