"""A section's Markdown is cut at `# ` and `## `; notes are taken out; lines keep their numbers."""

from __future__ import annotations

import pytest

from yearbook.issues import Issues
from yearbook.read.plainprose import Prose
from yearbook.read.sections import read_prose
from yearbook.read.text import Source


def read(text: str) -> tuple[Prose, list[str]]:
    source = Source("a.md", Issues())
    prose = read_prose(text, source)
    found = [f"{i.code} {i.place.line}:{i.place.column}" for i in source.issues]
    return prose, found


def test_a_section_is_its_lead_and_its_entries() -> None:
    prose, found = read("# 甲\n\n开头。\n\n## 乙 {#b}\n\n正文。\n\n### 小题\n\n又文。\n")
    assert found == []
    assert prose.title == "甲"
    lead, entry = prose.entries
    assert (lead.id, lead.title, lead.source, lead.line) == ("lead", "甲", "\n开头。", 2)
    assert (entry.id, entry.title, entry.line) == ("b", "乙", 6)
    assert entry.source == "\n正文。\n\n### 小题\n\n又文。"
    assert (entry.at.line, entry.at.column) == (5, 1)


def test_a_section_without_opening_words_has_no_lead() -> None:
    prose, _ = read("# 甲\n\n## 乙 {#b}\n\n正文。\n")
    assert [entry.id for entry in prose.entries] == ["b"]


def test_a_group_heads_the_entries_after_it() -> None:
    prose, found = read("# 甲\n\n## 一 {#a}\n\n文。\n\n## 子目 {.group}\n\n## 二 {#b}\n\n文。\n")
    assert found == []
    assert [(entry.id, entry.group) for entry in prose.entries] == [("a", ""), ("b", "子目")]


def test_notes_leave_blank_lines_behind() -> None:
    prose, found = read(
        "# 甲\n\n文[^x]。\n[^x]: 校注\n接着\n\n    又一段\n\n不是校注。\n[^y]: 另一条\n"
    )
    assert found == []
    assert prose.entries[0].source == "\n文[^x]。\n\n\n\n\n\n不是校注。"
    assert [(note.id, note.source) for note in prose.notes] == [
        ("x", "校注\n接着\n\n又一段"),
        ("y", "另一条"),
    ]
    assert (prose.notes[0].at.line, prose.notes[0].at.column) == (4, 7)


def test_a_heading_ends_a_note() -> None:
    prose, _ = read("# 甲\n\n[^x]: 校注\n## 乙 {#b}\n\n文。\n")
    assert prose.notes[0].source == "校注"
    assert [entry.id for entry in prose.entries] == ["b"]


def test_headings_in_fenced_code_are_not_headings() -> None:
    code = "```\n# 不是标题\n[^x]: 不是校注\n````\n## 仍在其中\n```\n"
    prose, found = read(f"# 甲\n\n{code}\n## 乙 {{#b}}\n\n文。\n")
    assert found == ["C143 8:1"] or [entry.id for entry in prose.entries][-1] == "b"
    assert prose.notes == ()


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    prose, _ = read("# 甲\n\n~~~ 波浪\n\n## 乙 {#b}\n\n文。\n")
    assert [entry.id for entry in prose.entries] == ["lead", "b"]


def test_other_heading_levels_are_prose() -> None:
    prose, found = read("# 甲\n\n### 小题\n\n    ## 缩进的代码\n\n\t## 又一行\n\n#### 更小\n")
    assert found == []
    assert len(prose.entries) == 1


def test_closing_marks_of_a_heading_are_dropped() -> None:
    prose, found = read("# 甲 #\n\n## C# 语言 ## {#c}\n\n文。\n\n## 乐谱 C# {#s}\n\n文。\n")
    assert found == []
    assert [entry.title for entry in prose.entries] == ["C# 语言", "乐谱 C#"]
    assert prose.title == "甲"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["C140 0:0"]),
        ("文。\n", ["C141 1:1"]),
        ("---\ntitle: 甲\n---\n\n# 甲\n\n文。\n", ["C150 1:1"]),
        ("# \n\n文。\n", ["C144 1:1"]),
        ("# 甲\n\n# 乙\n", ["C142 3:1"]),
        ("＃ 甲\n\n文。\n", ["C148 1:1"]),
        ("#　甲\n\n文。\n", ["C148 1:2"]),
        ("#甲\n\n文。\n", ["C151 1:1"]),
        (" # 甲\n\n文。\n", ["C152 1:1"]),
        ("# 甲\n\n　## 乙 {#b}\n\n文。\n", ["C152 3:1"]),
        ("# 甲\n\n## 乙｛#b｝\n\n文。\n", ["C148 3:5"]),
        ("# 甲\n\n## 乙 {#b｝\n\n文。\n", ["C148 3:9"]),
        ("# 甲\n\n## 乙 {b}\n\n文。\n", ["C145 3:6"]),
        ("# 甲\n\n## 乙 {}\n\n文。\n", ["C145 3:6"]),
        ("# 甲\n\n## 乙 {#}\n\n文。\n", ["C110 3:8"]),
        ("# 甲\n\n## 乙 {#lead}\n\n文。\n", ["C159 3:6"]),
        ("# 甲\n\n## 乙 {.group}\n", ["C146 3:1"]),
        ("# 甲\n\n## 乙 {.group}\n文。\n\n## 丙 {#c}\n\n文。\n", ["C153 4:1"]),
        ("# 甲\n\n## 乙\n\n文。\n", ["C143 3:1"]),
        ("# 甲\n\n## 乙 {#b} 丙\n\n文。\n", ["C145 3:6"]),
        ("# 甲\n\n## 乙 {#b} {#c}\n\n文。\n", ["C145 3:6"]),
        ("# 甲\n\n## 乙 {#b\n\n文。\n", ["C145 3:6"]),
        ("# 甲\n\n## 乙 (#b)\n\n文。\n", ["C145 3:6"]),
        ("# 甲\n\n## 乙 {＃b}\n\n文。\n", ["C148 3:7"]),
        ("# 甲\n\n## 乙 {.grup}\n\n## 丙 {#c}\n\n文。\n", ["C145 3:6"]),
        ("## 乙 {#b}\n\n文。\n\n# 甲\n\n文。\n", ["C149 1:1"]),
        ("# 甲\n\n文[^a]。\n\n[^a] : 注。\n", ["C160 5:5"]),
        ("# 甲<b>\n\n文。\n", ["C155 1:4"]),
        ("# 甲\n\n文[^A]。\n\n[^A]: 校注\n", ["C110 5:3"]),
        ("# 甲\n\n文[^a]。\n\n[^a]：校注\n", ["C160 5:5"]),
    ],
)
def test_a_slip_makes_one_issue(text: str, expected: list[str]) -> None:
    assert read(text)[1] == expected


def test_a_proposed_id_is_not_one_that_is_written() -> None:
    source = Source("a.md", Issues())
    read_prose("# 甲\n\n## 夜\n\n文。\n\n## 叶 {#ye}\n\n文。\n", source)
    (issue,) = source.issues
    assert dict(issue.args)["id"] == "ye-2"


def test_long_input_is_read_in_a_moment() -> None:
    entries = "".join(
        f"## 条目 {{#e-{n}}}\n\n文[^n{n}]。\n\n[^n{n}]: 注\n\n" for n in range(12_000)
    )
    prose, found = read("# 甲\n\n" + entries)
    assert (len(prose.entries), len(prose.notes), found) == (12_000, 12_000, [])


@pytest.mark.parametrize("sign", ["[", "{", "#", "`", "[^", " ", "｛", "{#", "```\n", "[^a]: \n"])
def test_repeated_signs_cost_no_more_than_their_number(sign: str) -> None:
    read("# 甲 " + sign * 20_000)
    read("# 甲\n\n" + sign * 20_000)
