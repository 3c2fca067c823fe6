"""Ordinary prose is parsed without the Markdown library, and comes out the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yearbook.issues import Issues
from yearbook.markup import general, html, ordinary, plain
from yearbook.model import sections
from yearbook.read import load

ROOT = Path(__file__).parents[1]
PLAIN = "①劳动竞赛。开展竞赛36次，投入486.08万元（12%）。\n\n②选树“标兵岗”5个 A级。"
BLOCKS = (
    "甲乙。丙**12项**丁",
    "甲[文](a.md#x)乙[^a]丙[^b]。",
    "### 题 [甲](a.md) **重**",
    "- 甲\n- 乙 12\n- 丙[文](a.md)",
    "1. 甲\n2. **乙**",
    "| 甲 | 乙 |\n| --- | ---: |\n| 一 | 2 |\n| **三** | [四](../2016/a.md) |",
    "|甲|乙|丙|\n|:---:|:---|---|\n|一| |2|\n|  | 5 | |",
    "甲，[一](a)、[二](a.md)、[三](a.md#a_b)和[一](a)。",
    "①甲乙",
    "**重**",
    "[文](a.md)",
    "2017年，甲 乙  丙",
)
# Signs of Markdown, half and full width, blanks and line ends of all sorts.
SIGNS = [
    *"甲乙，12 \n①②#+:>|-＃＞：｜!（）()［］｛｝\\`*_{}[]<&=~^\t\r\v\f\x1c\x85\u2028\u00a0\u3000\x02\x03１٣.;\"'$！",
    *("\n\n", "**", "### ", "- ", "1. ", "> ", "| ", "](", "[^a]", "[^", "---", "  "),
]
LETTERS = [*"甲乙，。ab12 \n\n"] * 4 + SIGNS


def sources(content: Path) -> list[str]:
    """All Markdown of a yearbook."""
    yearbook = load(content, Issues())
    assert yearbook is not None
    row = [section for edition in yearbook.editions for section in sections(edition)]
    row += [yearbook.about] if yearbook.about else []
    return [one.source for section in row for one in (*section.entries, *section.notes)]


def same(source: str) -> bool:
    """Whether a source comes out as it does by the library, where it is ordinary at all."""
    found = [prose for prose in (plain.prose(source), ordinary.prose(source)) if prose]
    meant = general(source) if found else None
    assert all((prose, html(prose)) == (meant, html(meant)) for prose in found)
    return bool(found)


@pytest.mark.parametrize("content", ["content", "examples/content", "tests/tiny/content"])
def test_every_entry_comes_out_the_same(content: str) -> None:
    found = [same(source) for source in sources(ROOT / content)]
    assert sum(found) > len(found) * 0.7


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(LETTERS), max_size=14).map("".join))
def test_random_text_comes_out_the_same(source: str) -> None:
    same(source)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=4).map("\n\n".join),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 2), st.sampled_from(["", *SIGNS])), max_size=3
    ),
)
def test_ordinary_text_with_slips_comes_out_the_same(
    source: str, slips: list[tuple[int, int, str]]
) -> None:
    for at, less, more in slips:
        source = source[:at] + more + source[at + less :]
    same(source)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_comes_out_the_same(one: str, other: str) -> None:
    same(one)
    same(f"{one}\n\n{other}")


@pytest.mark.parametrize("source", [*BLOCKS, "\n\n\n".join(BLOCKS[:4]), f"\n{PLAIN}\n"])
def test_what_is_ordinary(source: str) -> None:
    assert same(source)


CLOSED = [
    *"甲乙，12 \n\n.;\"'$！!*_|+:-()（）\t\u2028\x85\u3000",
    "\n\n",
    "**",
    "- ",
    "1. ",
    "| ",
    "---",
    "  ",
    ": ",
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from([*CLOSED, *CLOSED, *SIGNS]), max_size=14).map("".join))
def test_of_what_is_closed_nothing_is_known_elsewhere(source: str) -> None:
    if plain.is_closed(source):
        found = general(source)
        assert not (found.links or found.images or found.tables or found.notes)
        assert not (found.headings or found.readings)


@pytest.mark.parametrize(
    "source",
    [
        "甲。\n乙**丙**。",
        "- 甲\n- 乙",
        "1. 甲",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "甲\n: 乙",
        "***",
    ],
)
def test_what_is_closed(source: str) -> None:
    assert plain.is_closed(source)


@pytest.mark.parametrize(
    "source",
    [
        "[甲](a.md)",
        "甲[^a]",
        "### 甲",
        "甲\n---",
        "甲\n===",
        "![](a.png)",
        "<b>",
        "https://a.b",
        "{+甲+}",
    ],
)
def test_what_is_not_closed(source: str) -> None:
    assert not plain.is_closed(source)


def test_a_number_typed_at_the_beginning_is_told() -> None:
    prose = plain.prose(f"\n{PLAIN}\n")
    assert prose
    assert [(fault.code, fault.line, fault.column) for fault in prose.faults] == [("C218", 1, 1)]


@pytest.mark.parametrize(
    "source",
    [
        *("#### 题", "###题", "- 甲\n丙", "- 甲\n\n- 乙", "2. 甲", "1. 甲\n3. 乙", "> 甲", ": 甲"),
        *("| 甲 |", "| 甲 | 乙 |\n| --- |\n| 一 | 二 |", "＃题", "：甲", "｜甲｜", " 甲", "甲\n乙"),
        *(
            "甲_乙_",
            "`甲`",
            "<b>",
            "&amp;",
            "甲\\",
            "*甲*",
            "***甲***",
            "**甲",
            "1**2**",
            "甲==乙==",
        ),
        *("[甲]", "[甲](a b)", "[甲](a.md", "![甲](a.png)", "！[甲](a.md)", "[（](a.md)", "[^甲]"),
        *("［甲］（a.md）", "｛＃甲｝", "{~~甲~>乙~~}", "\t甲", "甲\r\n\r\n乙", "甲\n\n \n\n乙"),
        *("", "\n\n", "\u3000\u3000甲", "---", "甲~~乙~~"),
    ],
)
def test_what_is_left_to_the_library(source: str) -> None:
    assert plain.prose(source) is None
    assert ordinary.prose(source) is None


def test_caps_hold_for_ordinary_prose() -> None:
    for source in ("甲" * 300_001, "(" * 2000, "甲\n\n" * 20_001):
        assert plain.prose(source) is ordinary.prose(source) is None
        assert general(source).refused
    assert same("甲（乙）。" * 1000)


@pytest.mark.parametrize("line", ["(" * 1000, "- " + "(" * 998, "| 甲 | " + "(" * 992 + " |"])
@pytest.mark.parametrize("count", [1, 3, 9])
def test_short_lines_are_within_the_caps(line: str, count: int) -> None:
    block = f"| 甲 | 乙 |\n| --- | --- |\n{line}" if line[0] == "|" else line
    assert same("\n\n甲\n\n".join([block] * count))


def test_ordinary_prose_needs_no_library() -> None:
    code = "import sys; from yearbook import markup;"
    code += f"[markup.html(markup.parse(one)) for one in {(PLAIN, *BLOCKS)!r}]"
    code += "; assert 'markdown' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
