"""How the words of a manuscript are mended, and how Markdown shows them as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yearbook.manuscripts import markdown
from yearbook.manuscripts.mending import encoded, mend
from yearbook.markup import parse


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("2018年,全馆职工24人;其中馆员8人.", "2018年，全馆职工24人；其中馆员8人."),
        ("组织部(宣传部)、财务部", "组织部（宣传部）、财务部"),
        ("规划(2016-2020年)已定", "规划（2016-2020年）已定"),
        ("共30,000项,13:47开始", "共30,000项，13:47开始"),
        ("使用(a,b;c)三个字段", "使用（a,b;c）三个字段"),
        ("网址http://example.org/a,b?c:d可查", "网址http://example.org/a,b?c:d可查"),
        ("举办“河灯节“活动,办好”夜校“两期", "举办“河灯节”活动，办好“夜校”两期"),
        ('举办"河灯节"活动', "举办“河灯节”活动"),
        ("接待 5000 人次", "接待5000人次"),
        ("投资 56.7 亿元 ，增长 9 % 。", "投资56.7亿元，增长9%。"),
        ("达到 ４５，６００ 元", "达到４５，６００元"),
        ("图3 位于城北，见表 2 。", "图3 位于城北，见表2。"),
        ("　　全年　无休", "全年 无休"),
        (r"见2019\/1\/8\u3000日报", "见2019/1/8日报"),
        ("甲&nbsp;乙&amp;丙&#12289;丁", "甲 乙&丙、丁"),
        ("零\u200b宽", "零宽"),
        ("失\ufffd字", "失□字"),
    ],
)
def test_signs_are_mended_and_words_stay(raw: str, mended: str) -> None:
    assert mend(raw).text == mended


@pytest.mark.parametrize(
    "raw",
    [
        "举办“河灯节活动。",
        "他说“第一句。第二句。“又说",
        "开展”" + "很长" * 30 + "“活动",
    ],
)
def test_quotes_that_do_not_surely_pair_stay_and_are_told_of(raw: str) -> None:
    mended = mend(raw)
    assert mended.text == raw
    assert [one.kind for one in mended.doubts] == ["quotes"]


@given(st.text())
def test_what_was_decoded_can_be_encoded_again(raw: str) -> None:
    mended = mend(raw)
    assert encoded(mended.decoded, mended.escapes) == raw


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("全年开放300天。", "全年开放300天。"),
        ("1. 不是列表", r"1\. 不是列表"),
        ("- 不是列表", r"\- 不是列表"),
        ("# 不是标题", r"\# 不是标题"),
        ("*不*是_强_调", r"\*不\*是\_强\_调"),
        ("<b>不是标签", r"\<b\>不是标签"),
        ("[不是](链接)", r"\[不是\](链接)"),
        ("甲==乙==丙", "甲＝＝乙＝＝丙"),
    ],
)
def test_signs_of_markdown_are_shown_as_signs(words: str, source: str) -> None:
    assert markdown.paragraph(words) == source
    assert parse(source).faults == ()


MARKS = st.text(st.sampled_from("甲乙12 *_`[](){}<>#|~&!^=-+.:：＃｛［＾＞｜①\\\"'/x"), max_size=24)


@given(MARKS)
def test_a_paragraph_is_always_good_markdown_that_loses_no_word(words: str) -> None:
    source = markdown.paragraph(words.strip())
    prose = parse(source)
    assert [one for one in prose.faults if one.code != "C218"] == []
    assert [c for c in prose.text if c in "甲乙12x"] == [c for c in words if c in "甲乙12x"]
