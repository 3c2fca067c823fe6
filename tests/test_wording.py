"""Whether the wording of a figure says its number: Arabic or Han, with unit and approximation."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_figures import figure

from yearbook import wording
from yearbook.wording import HAN, compared_fall, fall, han_value


def agrees(prose: str, text: str, value: str, unit: str, approx: str = "") -> bool:
    """Whether a wording of the prose says the figure."""
    at = prose.index(text)
    span = (at, at + len(text))
    return wording.match(figure(value, unit, approx, text), prose, span) is not None


@pytest.mark.parametrize(
    ("text", "value", "unit", "approx"),
    [
        ("学生来稿40余篇", "40", "篇", "余"),
        ("2个县", "2", "个", ""),
        ("发出要约的企业964家", "964", "家", ""),
        ("约1.2万余人次", "1.2", "万人次", "约"),
        ("约占40%", "40", "%", "约"),
        ("约占四成", "4", "成", "约"),
        ("约有会员3000人", "3000", "人", "约"),
        ("超过1000万元", "1000", "万元", "超"),
        ("约1.2万余人次", "1.2", "万人次", "余"),
        ("1.2万人次", "12000", "人次", ""),
        ("12,000人次左右", "1.2", "万人次", "左右"),
        ("三人值班", "3", "人", ""),
        ("两县", "2", "县", ""),
        ("十二个", "12", "个", ""),
        ("三十余人", "30", "人", "余"),
        ("近百人", "100", "人", "近"),
        ("上千人参加", "1000", "人", "超"),
        ("救助上百户", "100", "户", "以上"),
        ("三万余人次", "3", "万人次", "余"),
        ("三万余人次", "30000", "人次", "余"),
        ("一百零五件", "105", "件", ""),
        ("二百万元", "200", "万元", ""),
        ("三点五倍", "3.5", "倍", ""),
        ("约百分之三十", "30", "%", "约"),
        ("一个百分点", "1", "个百分点", ""),
        ("下降5.6%", "-5.6", "%", ""),
        ("减少了约三十人次", "-30", "人次", "约"),
        ("负增长5.6%", "-5.6", "%", ""),
        ("零下-5℃", "-5", "℃", ""),
        ("30—50人", "30", "人", ""),
        ("30—50人", "50", "人", ""),
        ("3、5、8项", "5", "项", ""),
        ("三、五、八项", "5", "项", ""),
        ("12、15万人次", "12", "万人次", ""),
        ("12万、15万人次", "12", "万人次", ""),
        ("3至5名", "3", "名", ""),
        ("三至五名", "3", "名", ""),
        ("5.6和7.8个百分点", "5.6", "个百分点", ""),
        ("3千余人", "3000", "人", "余"),
        ("3千万元", "3", "千万元", ""),
        ("零事故", "0", "起", ""),
        ("未发生事故", "0", "起", ""),
        ("男6、女4", "4", "人", ""),
        ("４０篇", "40", "篇", ""),
        ("2017年新建三家", "3", "家", ""),
    ],
)  # fmt: skip
def test_a_wording_says_its_figure(text: str, value: str, unit: str, approx: str) -> None:
    assert agrees(f"全年{text}。", text, value, unit, approx)


@pytest.mark.parametrize(
    ("prose", "text", "value", "unit", "approx"),
    [
        ("学生来稿40余篇。", "学生来稿40余篇", "41", "人", ""),
        ("学生来稿40余篇。", "学生来稿40余篇", "40", "篇", ""),
        ("学生来稿40余篇。", "学生来稿40余", "40", "篇", ""),
        ("学生来稿40余篇。", "学生来稿40", "40", "篇", ""),
        ("学生来稿40余篇。", "学生来稿40余篇", "40", "篇", "约"),
        ("约40篇。", "40篇", "40", "篇", ""),
        ("30人次。", "30人", "30", "人", ""),
        ("30人次。", "30", "30", "人", ""),
        ("三人值班。", "三人值班", "5", "人", ""),
        ("三人次。", "三人次", "3", "人", ""),
        ("人数众多。", "人数众多", "5", "人", ""),
        ("发生事故。", "发生事故", "0", "起", ""),
        ("发生3起。", "发生3起", "0", "起", ""),
        ("数十人。", "数十人", "10", "人", ""),
        ("十几人。", "十几人", "10", "人", ""),
        ("三十余人。", "三十余人", "30", "人", ""),
        ("三万人。", "三万人", "3", "人", ""),
        ("增长5.6%。", "增长5.6%", "-5.6", "%", ""),
        ("气温-5℃。", "气温-5℃", "5", "℃", ""),
        ("约百分之三十。", "约百分之三十", "30", "%", ""),
        ("2017年新建三家。", "2017年新建三家", "2017", "家", ""),
    ],
)
def test_a_wording_does_not_say_another_figure(
    prose: str, text: str, value: str, unit: str, approx: str
) -> None:
    assert not agrees(prose, text, value, unit, approx)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", "10"), ("十二", "12"), ("二十", "20"), ("两百零三", "203"), ("千", "1000"),
        ("一万二千", "12000"), ("十二万", "120000"), ("三亿五千万", "350000000"),
        ("两万亿", "2000000000000"), ("二〇一七", "2017"), ("零点五", "0.5"), ("叁佰", "300"),
    ],
)  # fmt: skip
def test_han_numerals_are_read(numeral: str, value: str) -> None:
    assert HAN.fullmatch(numeral)
    assert han_value(numeral) == Decimal(value)


@given(st.text(alphabet="〇零一二两三九十百千万亿点数几余约人个%5—、 百分之", max_size=40))
def test_any_wording_is_judged(text: str) -> None:
    row = list(wording.said(text, (0, len(text)), ["人"]))
    assert all(0 <= one.start < one.end <= len(text) for one in row)


def test_a_fall_is_told_by_the_word_before_its_number() -> None:
    text = "出刊120份，较上年减少了约30份；减少隐患9处，降低至5%。"
    assert fall(text, text.index("约30")) == text.index("减少了")
    assert compared_fall(text, text.index("约30"))
    for number in ("120", "9", "5%"):
        assert fall(text, text.index(number)) is None
    assert not compared_fall("下降5.6%", 2)
    assert compared_fall("事故起数同比减少3起，死亡人数下降5%", 17)
