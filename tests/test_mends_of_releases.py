"""Words of a released edition were changed: what the message says to write makes it fit again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import EXAMPLES, edit

from yearbook.issues import Issue, Issues
from yearbook.read import load
from yearbook.rules import check

FOLDER = Path("content/2019")
PROSE = re.compile(r"在正文里写 (\{~~(.*?)~>(.*?)~~\}\{>>).*$")
YAML = re.compile(r"在 corrections 下写 (\{.*\})$")
DAY = "2021-03-05"


@pytest.fixture(autouse=True)
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The examples, released and locked, in the current folder."""
    shutil.copytree(EXAMPLES / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    yield


def errors() -> list[Issue]:
    issues = Issues()
    found = load(Path("content"), issues)
    assert found is not None
    check(found, issues)
    return issues.errors


def followed(limit: int = 4) -> list[str]:
    """What was written, message after message, until nothing is said."""
    made: list[str] = []
    for _ in range(limit):
        found = errors()
        if not found:
            return made
        made.append(_follow(found[0]))
    raise AssertionError([issue.text("zh") for issue in errors()])


def _follow(issue: Issue) -> str:
    """Write what an issue says, as literally as can be."""
    file, said = Path(issue.place.path), issue.text("zh")
    row = YAML.search(said)
    if row:
        made = row[1].replace("YYYY-MM-DD", DAY).replace("…", "据原件")
        _declare(file.with_suffix(".yaml"), made)
        return made.partition(f", date: {DAY}")[0] + "}"
    pair = PROSE.search(said)
    assert pair, said
    edit(file, pair[3], f"{pair[1]}{DAY}：据原件<<}}")
    return f"{{~~{pair[2]}~>{pair[3]}~~}}"


def _declare(file: Path, row: str) -> None:
    head, _, rest = file.read_text("utf-8").partition("corrections:\n")
    file.write_text(f"{head}corrections:\n  - {row}\n{rest}", "utf-8")


GROUPS: list[tuple[str, str, str, list[str]]] = [
    ("skills.md", "## 赛事 {", "## 竞赛 {", ['{printed: "赛事", corrected: "竞赛"}']),
    ("skills.md", "## 赛事 {.group}\n\n", "", ['{at: contest, printed: "子目：赛事"}']),
    (
        "care.md",
        "## 职工",
        "## 读书 {.group}\n\n## 职工",
        ['{at: book-room, corrected: "子目：读书"}'],
    ),
    (
        "skills.md",
        "## 献策 {.group}\n\n",
        "",
        ['{at: five-small, printed: "子目：献策", corrected: "子目：赛事"}'],
    ),
]
RECORDS: list[tuple[str, str, str, list[str]]] = [
    (
        "leaders.yaml",
        "to: 2018-11-20",
        "to: 2018-11-21",
        ['{at: qiu-heng, printed: "2018-11-20", corrected: "2018-11-21"}'],
    ),
    (
        "leaders.yaml",
        ", note: 2018年11月退休。",
        "",
        ['{at: qiu-heng, printed: "校注：2018年11月退休。"}'],
    ),
    (
        "overview.yaml",
        "value: 3.1, unit: 万人, as_of: 2018-12-31",
        "value: 3.1, unit: 万人",
        ['{at: f_women-members, printed: "2018-12-31"}'],
    ),
    (
        "tables/contest.csv",
        "钳工,640,48\n焊工,720,48\n",
        "焊工,720,48\n钳工,640,48\n",
        [
            '{at: contest-entries, corrected: "焊工,720,48"}',
            '{at: contest-entries, printed: "钳工,640,48\\n焊工,720,48", corrected: "钳工,640,48"}',
        ],
    ),
    (
        "skills.md",
        '"决赛赛场平面图',
        '"赛场平面图',
        [
            '{at: contest, printed: "决赛赛场平面图 · 生产保护部绘",'
            ' corrected: "赛场平面图 · 生产保护部绘"}'
        ],
    ),
]
WORDS: list[tuple[str, str, str, list[str]]] = [
    ("care.md", "留守子女", "留守儿童", ["{~~子女~>儿童~~}"]),
    ("skills.md", "按图加工", "照图加工", ["{~~按~>照~~}"]),
]


@pytest.mark.parametrize(("name", "old", "new", "rows"), [*GROUPS[:3], *RECORDS, *WORDS])
def test_the_mend_works(name: str, old: str, new: str, rows: list[str]) -> None:
    edit(FOLDER / name, old, new)
    assert followed() == rows


def test_every_entry_that_came_below_another_title_is_told_of() -> None:
    name, old, new, rows = GROUPS[3]
    edit(FOLDER / name, old, new)
    second = rows[0].replace("five-small", "honoured")
    assert followed() == [*rows, second]


def test_a_title_of_entries_is_corrected_though_the_section_says_the_same_words() -> None:
    edit(FOLDER / "skills.md", "## 献策 {", "## 技能 {")  # the section is 技能竞赛
    assert followed() == ['{printed: "献策", corrected: "技能"}']


def test_corrections_of_one_day_may_stand_in_any_order() -> None:
    edit(FOLDER / "leaders.yaml", "to: 2018-11-20", "to: 2018-11-21")
    row = '{at: qiu-heng, printed: "2018-11-20", corrected: "2018-11-21", '
    _declare(FOLDER / "leaders.yaml", f"{row}date: 2019-12-05, reason: 再核}}")
    assert errors() == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("care.md", "- 慰问节日在岗的职工；", "- {}"),
        ("care.md", "- 为留守子女送去图书。", "- {}"),
        ("care.md", "| 清河区 | 清河茶业公司 |", "| {} | {} |"),
        ("care.md", "| 开发区 | 云川机床厂 |", "| {} | {} |"),
        ("skills.md", "钳工\n:   按图", "{}\n:   按图"),
    ],
)
def test_a_whole_line_is_left_out(name: str, old: str, new: str) -> None:
    words = [
        one.strip() for one in re.split(r"[|\n]|:   按图", old.removeprefix("- ")) if one.strip()
    ]
    made = [f"{{~~{one}~>~~}}{{>>{DAY}：据原件<<}}" for one in words]
    edit(FOLDER / name, old, new.format(*made))
    assert errors() == []


@pytest.mark.parametrize(
    ("reason", "mend"),
    [
        ("2021-02-30：据原件", "{>>YYYY-MM-DD：据原件<<}"),
        ("2021年2月3日，据原件", "{>>2021-02-03：据原件<<}"),
        ("2021-02-03：", "{>>2021-02-03：……<<}"),
        ("据原件", "{>>YYYY-MM-DD：据原件<<}"),
    ],
)
def test_a_day_that_is_none_is_not_proposed(reason: str, mend: str) -> None:
    edit(FOLDER / "skills.md", "按图", f"{{~~按~>照~~}}{{>>{reason}<<}}图")
    (found,) = errors()
    assert (found.code, found.text("zh").partition("写成 ")[2]) == ("C344", mend)


def test_a_lock_that_came_with_a_copied_folder_does_not_ask_for_a_release() -> None:
    shutil.copy(FOLDER / "edition.lock", "content/2021")
    assert [one.code for one in errors()] == ["C348"]
