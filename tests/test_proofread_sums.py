"""Numbers that do not fit each other, and the many that look alike and do.

`tests/sums/wrong.txt` has a code and a sentence a line, `right.txt` sentences without a fault, the
two others tables with a blank line between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from yearbook.catalog.sums import MESSAGES
from yearbook.issues import Issues
from yearbook.read import load
from yearbook.rules import check

SUMS = Path(__file__).parent / "sums"
WRONG = [line.split(" ", 1) for line in (SUMS / "wrong.txt").read_text("utf-8").splitlines()]
RIGHT = (SUMS / "right.txt").read_text("utf-8").splitlines()

Pages = Mapping[str, str]
Said = dict[str, list[str]]


def write(folder: Path, year: str, pages: Pages) -> None:
    """An edition with a section for every .md; other files as they are."""
    edition = folder / "content" / year
    edition.mkdir(parents=True)
    (folder / "content" / "yearbook.yaml").write_text("title: 年鉴\n", "utf-8")
    stems = ", ".join(sorted({Path(name).stem for name in pages if name.endswith(".md")}))
    about = f"volume: {year}\ncovers: {year}\nfigures: declared\ncontents: [{stems}]\n"
    (edition / "edition.yaml").write_text(about, "utf-8")
    for name, text in pages.items():
        (edition / name).parent.mkdir(exist_ok=True)
        (edition / name).write_text(text, "utf-8")


def proofread(folder: Path) -> Said:
    """The whole sentences of these rules, by the file that they are about."""
    issues = Issues()
    yearbook = load(folder / "content", issues)
    assert yearbook is not None
    assert not issues.errors
    check(yearbook, issues, proofread=True)
    said: Said = {}
    for issue in issues:
        if issue.code.startswith("L3"):
            path = Path(issue.place.path)
            name = f"{path.parent.name}/{path.name}"
            said.setdefault(name, []).append(f"{issue.code} {issue.parts('zh')[0]}")
    return said


def codes(folder: Path, texts: Sequence[str]) -> list[set[str]]:
    """The codes that each text gives, as an entry of its own section."""
    pages = {f"s{n}.md": f"# 概况\n\n{text}\n" for n, text in enumerate(texts)}
    write(folder, "2017", pages)
    said = proofread(folder)
    return [{one[:4] for one in said.get(f"2017/s{n}.md", [])} for n in range(len(texts))]


def test_the_examples_of_a_rule_are_what_it_says(tmp_path: Path) -> None:
    taught = {code: one for code, one in MESSAGES.items() if one.wrong}
    found = codes(tmp_path / "wrong", [one.wrong for one in taught.values()])
    assert found == [{code} for code in taught]
    assert not any(codes(tmp_path / "right", [one.right for one in taught.values()]))


def test_what_does_not_fit_is_found(tmp_path: Path) -> None:
    found = codes(tmp_path, [text for _, text in WRONG])
    assert [(one, text) for one, (_, text) in zip(found, WRONG, strict=True)] == [
        ({code}, text) for code, text in WRONG
    ]


def test_sums_that_only_look_wrong_are_not_marked(tmp_path: Path) -> None:
    found = codes(tmp_path, RIGHT)
    assert [(one, text) for one, text in zip(found, RIGHT, strict=True) if one] == []


def test_tables(tmp_path: Path) -> None:
    wrong = (SUMS / "wrong-tables.txt").read_text("utf-8").split("\n\n")
    right = (SUMS / "right-tables.txt").read_text("utf-8").split("\n\n")
    assert [sorted(one) for one in codes(tmp_path / "wrong", wrong)] == [
        *(["L304"], ["L305"], ["L306"], ["L304"], ["L304"], ["L304"])
    ]
    assert codes(tmp_path / "right", right) == [set()] * len(right)


MEMBERS = (
    "title: 概况\nfigures:\n  members: {{entry: lead, label: 会员总数, value: {}, unit: {}{}}}\n"
)


def years(
    folder: Path, before: tuple[str, str], now: tuple[str, str], words: str, more: str = ""
) -> list[str]:
    """What is said of 2017 when the members were `before` in 2016 and are `now`, said so."""
    for year, (value, unit), text, extra in (
        ("2016", before, "会员总数{}{}。", ""),
        ("2017", now, words, more),
    ):
        data = MEMBERS.format(value, unit, extra).replace("title: 概况\n", "")
        page = f"# 概况\n\n{text.format(value, unit)}\n"
        write(folder, year, {"overview.md": page, "overview.yaml": data})
    said = proofread(folder)
    return said.get("2017/overview.md", []) + said.get("2017/overview.yaml", [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("会员总数为{}{}，增长2.3%。", ""),
        ("会员总数为{}{}，增长3.2%。", "写的是“增长3.2%”"),
        ("会员总数为{}{}，比上年下降2.3%。", "写的是“下降2.3%”"),
        ("会员总数为{}{}，比上年增加1.36万人。", ""),
        ("会员总数为{}{}，比上年增加1.63万人。", "写的是“增加1.63万人”"),
        ("会员总数为{}{}，按可比口径增长5%。", ""),
        ("会员总数为{}{}，比2010年增长35%。", ""),
        ("会员总数为{}{}，职工入会率97%，增长3.2%。", ""),
    ],
)
def test_growth_since_the_last_edition(tmp_path: Path, words: str, said: str) -> None:
    found = years(tmp_path, ("58.5", "万人"), ("59.86", "万人"), words)
    assert [one[:4] for one in found] == ["L312"] * bool(said)
    assert said in "".join(found)


@pytest.mark.parametrize(
    ("now", "more", "code"),
    [
        (("612000", "人"), "", "L313"),
        (("6120", "人"), "", "L313"),
        (("6.12", "人"), "", "L314"),
        (("62000", "人"), "", ""),
        (("300000", "人"), "", ""),  # five times as many may be
        (("612000", "人"), ", definition: 含职工子女", ""),
    ],
)
def test_a_figure_that_jumps(tmp_path: Path, now: tuple[str, str], more: str, code: str) -> None:
    before = ("6.1", "万人") if code == "L314" else ("61000", "人")
    found = years(tmp_path, before, now, "会员总数{}{}。", more)
    assert [one[:4] for one in found] == [code] * bool(code)


def test_a_note_that_speaks_of_the_numbers_marks_them(tmp_path: Path) -> None:
    words = "# 概况\n\n共聘用40人，其中男20人、女18人[^sum]。\n\n[^sum]: 校注：原文作40人，分项合计38人。\n"
    write(tmp_path, "2017", {"overview.md": words})
    assert proofread(tmp_path) == {}


def test_a_sentence_may_run_over_lines_and_markup(tmp_path: Path) -> None:
    words = "# 概况\n\n共聘用**40人**，其中甲区\n10人、[乙区20人](overview.md)、丙区15人。\n"
    write(tmp_path, "2017", {"overview.md": words})
    said = "L303 “其中”各项之和不宜大于总数：总数是“40人”，10人＋20人＋15人是45人"
    assert proofread(tmp_path) == {"2017/overview.md": [said]}


def test_prose_and_the_figure_of_a_cell(tmp_path: Path) -> None:
    table = "区域,家数\n清河区,41\n开发区,30\n合计,70\n"
    data = (
        "figures:\n  rooms: {table: rooms, row: 清河区, column: 家数, label: 清河区职工书屋, unit: 家}\n"
        "tables:\n  rooms: {entry: lead, caption: 各区职工书屋, file: tables/rooms.csv}\n"
    )
    words = "# 概况\n\n清河区职工书屋共14家，开发区家数为30家。上年清河区职工书屋36家。\n"
    write(
        tmp_path,
        "2017",
        {"overview.md": words, "overview.yaml": data, "tables/rooms.csv": table},
    )
    assert proofread(tmp_path) == {
        "2017/overview.md": [
            "L321 正文与表须一致：正文写的是“清河区职工书屋共14家”，表中"
            f"（{tmp_path}/content/2017/tables/rooms.csv:2:5）是41"
        ],
        "tables/rooms.csv": ["L304 表中的合计须等于各项之和：“家数”的合计写的是70，41＋30是71"],
    }


def test_prose_of_the_whole_and_the_last_row_of_a_table(tmp_path: Path) -> None:
    table = "镇,产量（万吨）,面积\n城关镇,12.5,20\n沙河镇,28.7,66\n合计,41.2,86\n"
    data = "tables:\n  grain: {entry: lead, caption: 粮食产量, file: tables/grain.csv}\n"
    words = (
        "# 农业\n\n全县粮食总产量42.1万吨，蔬菜产量72.5万吨，面积80万亩。全县蔬菜总产量90万吨。\n"
    )
    pages = {"overview.md": words, "overview.yaml": data, "tables/grain.csv": table}
    write(tmp_path, "2017", pages)
    assert proofread(tmp_path) == {
        "2017/overview.md": [
            "L321 正文与表须一致：正文写的是“粮食总产量42.1万吨”，表中"
            f"（{tmp_path}/content/2017/tables/grain.csv:4:4）是41.2"
        ]
    }
