"""Prose without markup is parsed without the Markdown library, and comes out the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yearbook.issues import Issues
from yearbook.markup import general, html, plain
from yearbook.model import sections
from yearbook.read import load

ROOT = Path(__file__).parents[1]
ORDINARY = "①劳动竞赛。开展竞赛36次，投入486.08万元（12%）。\n\n②选树“标兵岗”5个 A级。"
# Signs of Markdown, half and full width, blanks and line ends of all sorts among ordinary words.
LETTERS = [*"甲乙，。ab12 \n\n"] * 6 + [
    *"①②#+:>|-＃＞：｜!（）()［］｛｝\\`*_{}[]<&=~^\t\r\v\f\x1c\x85\u2028\u00a0\u3000\x02\x03１٣.;\"'$"
]


def sources(content: Path) -> list[str]:
    """All Markdown of a yearbook."""
    yearbook = load(content, Issues())
    assert yearbook is not None
    row = [section for edition in yearbook.editions for section in sections(edition)]
    row += [yearbook.about] if yearbook.about else []
    return [one.source for section in row for one in (*section.entries, *section.notes)]


@pytest.mark.parametrize("content", ["content", "examples/content", "tests/tiny/content"])
def test_every_entry_comes_out_the_same(content: str) -> None:
    found = [(source, plain.prose(source)) for source in sources(ROOT / content)]
    assert [prose for _, prose in found if prose]
    for source, prose in found:
        assert prose in (None, general(source))


@settings(max_examples=2000, deadline=None)
@given(st.lists(st.sampled_from(LETTERS), max_size=14).map("".join))
def test_random_text_comes_out_the_same(source: str) -> None:
    prose = plain.prose(source)
    assert prose is None or (prose, html(prose)) == (general(source), html(general(source)))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_comes_out_the_same(one: str, other: str) -> None:
    for source in (one, f"{one}\n\n{other}"):
        assert plain.prose(source) in (None, general(source))


def test_ordinary_prose_is_plain() -> None:
    prose = plain.prose(f"\n{ORDINARY}\n")
    assert prose == general(f"\n{ORDINARY}\n")
    assert [(fault.code, fault.line, fault.column) for fault in prose.faults] == [("C218", 1, 1)]


@pytest.mark.parametrize(
    "source",
    [
        *("### 题", "- 甲", "1. 甲", "> 甲", ": 甲", "| 甲 |", "＃题", "：甲", "｜甲｜", " 甲"),
        *("甲\n乙", "甲**乙**", "甲_乙", "[甲](a.md)", "甲[^a]", "`甲`", "<b>", "&amp;", "甲\\"),
        *(
            "甲==乙==",
            "甲~~乙~~",
            "［甲］（a.md）",
            "｛＃甲｝",
            "{~~甲~>乙~~}",
            "\t甲",
            "甲\r\n\n乙",
        ),
        *("", "\n\n", "甲\n\n \n\n乙", "\u3000\u3000甲"),
    ],
)
def test_what_may_mean_something_is_left_to_the_library(source: str) -> None:
    assert plain.prose(source) is None


def test_caps_hold_for_plain_prose() -> None:
    for source in ("甲" * 300_001, "(" * 2000, "甲\n\n" * 20_001):
        assert plain.prose(source) is None
        assert general(source).refused
    long = "甲（乙）。" * 1000
    assert plain.prose(long) == general(long)


def test_plain_prose_needs_no_library() -> None:
    code = f"import sys; from yearbook import markup; markup.html(markup.parse({ORDINARY!r}))"
    code += "; assert 'markdown' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
