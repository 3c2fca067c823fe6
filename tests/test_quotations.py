"""What is quoted, where `check --fix` keeps its hands off."""

from __future__ import annotations

import pytest

from yearbook.proofread.quotations import quoted, within


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("无引文。", []),
        ("他说“甲‘乙’丙”，印发《丁〈戊〉》和「己」。", ["甲‘乙’丙", "丁〈戊〉", "己"]),
        ("It’s workers’ day “甲”。", ["甲"]),
        ("开展“四季“活动，共9场。开展”春季“活动。", ["四季", "春季"]),
        ("会上说”甲。乙“，丙“", ["甲。乙“，丙“"]),
        ("他说：“甲。\n\n“乙。”第二年", ["甲。", "乙。"]),
        ("甲”乙“丙”", ["乙“丙"]),
    ],
)
def test_the_outermost_quotations_are_found_rather_too_much_than_too_little(
    words: str, said: list[str]
) -> None:
    assert [words[start:end] for start, end in quoted(words)] == said


def test_a_finding_that_holds_the_marks_themselves_is_not_within_the_quotation() -> None:
    spans = quoted("开展“甲,乙”活动")
    assert within(4, 5, spans)
    assert not within(2, 7, spans)
