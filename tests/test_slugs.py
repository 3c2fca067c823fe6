"""Proposed ids are good ids, in pinyin for Chinese words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yearbook.address import ID
from yearbook.read.slugs import mend, propose


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("夜间开放", "ye-jian-kai-fang"),
        ("构建安全生产长效机制", "gou-jian-an-quan-sheng-chan"),
        ("“故事一小时”", "gu-shi-yi-xiao-shi"),
        ("2017年工作", "nian-gong-zuo-2017"),
        ("Women_Care", "women-care"),
        ("12", "n-12"),
        ("……", "entry"),
    ],
)
def test_a_proposal(title: str, slug: str) -> None:
    assert propose(title) == slug


def test_a_proposal_is_not_taken() -> None:
    assert propose("夜", {"ye", "ye-2"}) == "ye-3"
    assert propose("lead") == "lead-2"


def test_nothing_to_go_by_gives_the_default() -> None:
    assert mend("..", "section") == "section"


@given(st.text(max_size=80))
def test_a_proposal_is_always_a_good_id(title: str) -> None:
    assert ID.fullmatch(propose(title))
