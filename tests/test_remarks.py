"""Comments of the editors in a section's Markdown: on lines of their own, and on no page."""

from __future__ import annotations

import pytest

from yearbook.issues import Issues
from yearbook.read.remarks import without_remarks
from yearbook.read.sections import read_prose
from yearbook.read.text import Source


def read(text: str) -> tuple[str, list[str]]:
    """The text without its remarks, and the issues."""
    source = Source("a.md", Issues())
    kept = without_remarks(text, source)
    return kept, [f"{one.code} {one.place.line}:{one.place.column}" for one in source.issues]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("# 甲\n\n<!-- 数字待核 -->\n\n文。\n", "# 甲\n\n\n\n文。\n"),
        ("<!-- 首行 -->\n# 甲\n", "\n# 甲\n"),
        ("# 甲\n<!-- 紧接标题 -->\n文。\n", "# 甲\n\n文。\n"),
        ("文。\n<!-- 段后 -->\n\n文。\n", "文。\n\n\n文。\n"),
        ("文。\n\n<!-- 段前 -->\n文。\n", "文。\n\n\n文。\n"),
        ("文。\n<!-- 段后 -->\n## 乙 {#b}\n", "文。\n\n## 乙 {#b}\n"),
        ("文。\n<!-- 文末 -->", "文。\n"),
        ("<!-- 一 -->\n<!-- 二 -->\n文。\n", "\n\n文。\n"),
        ("文。\n\n  <!-- 缩进 -->  \n\n文。\n", "文。\n\n\n\n文。\n"),
        ("<!--\n## 乙 {#b}\n\n整条暂不收\n-->\n文。\n", "\n\n\n\n\n文。\n"),
        ("<!-- a -- b -> c -->\n", "\n"),
    ],
)
def test_a_comment_between_blocks_leaves_blank_lines(text: str, kept: str) -> None:
    assert read(text) == (kept, [])


@pytest.mark.parametrize(
    "text",
    [
        "文。\n<!-- 段中 -->\n文。\n",
        "文<!-- 行中 -->。\n",
        "<!-- 行首 --> 文。\n",
        "| 甲 | 乙 |\n|---|---|\n<!-- 表中 -->\n| 1 | 2 |\n",
        "文[^a]。\n\n[^a]: 注。\n\n    <!-- 注中 -->\n",
        "```\n<!-- 代码中 -->\n```\n",
        "    <!-- 代码 -->\n",
        "\\<!-- 字 -->\n",
    ],
)
def test_a_comment_elsewhere_is_left_to_markup(text: str) -> None:
    assert read(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("# 甲\n\n<!-- 没有完\n\n文。\n", "# 甲\n\n\n\n文。\n"),
        ("<!-- 没有完\n又一行\n\n<!-- 另一条 -->\n\n文。\n", "\n\n\n\n\n文。\n"),
        ("<!-- 没有完\n## 乙 {#b}\n\n文。\n", "\n## 乙 {#b}\n\n文。\n"),
        ("文。\n<!--", "文。\n"),
    ],
)
def test_one_that_does_not_end_is_told_of_and_hides_its_own_lines_alone(
    text: str, kept: str
) -> None:
    found, issues = read(text)
    assert found == kept
    assert issues == [f"C370 {text[: text.index('<!--')].count(chr(10)) + 1}:1"]


def test_one_within_another_on_a_line_does_not_end_either() -> None:
    assert read("<!-- 甲 <!-- 乙 -->\n\n文。\n") == ("\n\n文。\n", ["C370 1:1"])


def test_lines_keep_their_numbers() -> None:
    source = Source("a.md", Issues())
    prose = read_prose("# 甲\n\n<!--\n备注\n-->\n\n## 乙 {#b}\n\n<!-- 备注 -->\n\n文。\n", source)
    (entry,) = prose.entries
    assert (entry.id, entry.at.line, entry.source) == ("b", 7, "\n\n\n文。")


def test_long_input_is_read_in_a_moment() -> None:
    read("<!-- 甲 -->\n\n" * 20_000 + "<!-- 乙\n\n" * 5_000)
