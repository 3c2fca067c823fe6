"""What counts as a number with a unit, and where a declared figure is found in prose."""

from __future__ import annotations

import sys
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yearbook import figures, units
from yearbook.figures import numbers, places, scaled, spans, written
from yearbook.issues import Place
from yearbook.model import Figure


def said(text: str, *declared: str) -> list[str]:
    """The numbers that a text says, as it says them."""
    return [number.written for number in numbers(text, declared=declared)]


def figure(value: str | None, unit: str, approx: str = "", text: str = "") -> Figure:
    number = Decimal(value.replace(",", "")) if value and value not in "…—" else None
    return Figure(
        id="x",
        entry="lead",
        label="",
        value=number,
        written=value or "…",
        unit=unit,
        approx=approx,
        text=text,
        at=Place(""),
    )


def found(text: str, declared: Figure) -> list[str]:
    """The stretches of a text that say a figure."""
    return [text[start:end] for start, end in spans(declared, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发放教材1000册，参与职工30万人次。", ["1000册", "30万人次"]),
        ("发放奖励资金5.25万元，增长24.3%，高0.5个百分点。", ["5.25万元", "24.3%", "0.5个百分点"]),
        ("整改隐患30000余项，提建议2万余条，岗位1600多个。", ["30000余项", "2万余条", "1600多个"]),
        ("投入120余万元，约36家，近200户，10来个。", ["120余万元", "约36家", "近200户", "10来个"]),
        ("不足20%，逾1.2亿元，300人左右，50人以上。", ["不足20%", "逾1.2亿元", "300人左右", "50人以上"]),
        ("辖3区、2县，12个乡镇、7对企业。", ["3区", "2县", "12个", "7对"]),
        ("每人购买100元/年的保险3份，补助500元/人·月。", ["100元/年", "3份", "500元/人·月"]),
        ("占地12,345.6平方米，装机300MW，全长12.5km，45微克/立方米。",
         ["12,345.6平方米", "300MW", "12.5km", "45微克/立方米"]),
        ("历时3个月零5天，10年间培训30分钟。", ["3个月", "5天", "10年", "30分钟"]),
        ("30—50人，3至5名，由30人增至50人，3%—5%。", ["30—50人", "3至5名", "30人", "50人", "3%", "5%"]),
        ("最低气温-5℃，最高35℃。", ["-5℃", "35℃"]),
        ("３００００份、35.2％。", ["30000份", "35.2%"]),
        ("４５，６００元，１，２００元，３，４元。", ["45,600元", "1,200元", "4元"]),
        ("人口超30万，户数约12万余。", ["超30万", "约12万余"]),
        ("前6名，100人以上的企业。", ["6名", "100人以上"]),
    ],
)  # fmt: skip
def test_a_number_with_a_unit_is_found_with_its_approximation(
    text: str, expected: list[str]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2017年，自2017年至今，2017年度，2017届毕业生，17年6月。",
        "9月10日8时30分，10点30分，9:30—10:30，5月1日至3日，集中在10月。",
        "2016—2020年规划，2016-20年，2016至2020年，20世纪90年代，1995年5月—1998年3月。",
        "第12届、第9期、第3—5名、第1、2名、No.5个。",
        "东发〔2017〕3号，3号楼，12345热线，0546-8331234。",
        "《2017年12项工作》、《实施〈条例〉12条》、“12项制度”、“7.26”讲话。",
        "PM2.5浓度，A4纸，G20峰会，5G基站，5·1节，11·9消防日，1∶3，3/4。",
        "15项目、300人才、25家庭、3支部、30本科、9条例、3场所、7对于、5区域、3名单。",
        "约、近、余、个，没有数字。",
        "公元前221年，民国26年，乾隆50年，5A级景区，3A级信用，3号楼2单元，x_1对照。",
    ],
)
def test_years_dates_ordinals_names_and_codes_are_no_numbers_with_a_unit(text: str) -> None:
    assert said(text) == []


def test_the_longest_known_unit_counts() -> None:
    assert [one.unit for one in numbers("3个、3个月、3个百分点、3人、3人次、3家次")] == [
        "个", "个月", "个百分点", "人", "人次", "家次"
    ]  # fmt: skip


def test_a_declared_unit_is_known_too() -> None:
    assert said("合格8榀，验收3万榀。") == []
    assert said("合格8榀，验收3万榀。", "榀") == ["8榀", "3万榀"]
    assert said("设立15项目、3项目部。", "项目") == ["15项目", "3项目"]
    assert said("设站3水文自动监测遥测站点位。", "水文自动监测遥测站点位") == [
        "3水文自动监测遥测站点位"
    ]


def test_a_declared_year_leaves_decades_alone() -> None:
    assert said("20世纪80年代起，工龄30年。", "年") == ["30年"]


def test_declaring_a_known_unit_does_not_make_one_of_a_longer_word() -> None:
    assert said("15项目、300人才、3年级，完成20项。", "项", "人", "年") == ["20项"]
    assert found("慰问5家长期困难企业。", figure("5", "家")) == ["5家"]


def test_quiet_spans_are_passed_over() -> None:
    assert [one.written for one in numbers("12项与13项、14项", [(4, 7), (4, 5)])] == [
        "12项",
        "14项",
    ]


def test_words_that_only_end_like_an_approximation_are_none() -> None:
    text = "节约36万元，公约3份，附近5家，最近7天，赶超8家，超高9米。"
    assert said(text) == ["36万元", "3份", "5家", "7天", "8家", "9米"]


def test_quotes_that_do_not_pair_hide_no_clause() -> None:
    text = "开展”夏送清凉“活动，筹集资金241.2万元，实施”惠员“工程，“5项”服务"
    assert said(text) == ["241.2万元"]


def test_a_number_knows_its_parts() -> None:
    (one,) = numbers("约12,000.5万余元左右")
    assert (one.digits, one.value, one.unit) == ("12,000.5", Decimal("12000.5"), "万元")
    assert numbers("共30—50人")[0].ranged


@given(st.text(alphabet="0123456789.,万亿余多约近人次个月年项元/第《》“”—-至 \n，。%", max_size=60))
def test_numbers_never_fail_and_are_in_order_and_apart(text: str) -> None:
    row = numbers(text)
    assert all(a.end <= b.start for a, b in pairwise(row))
    assert all(one.written == text[one.start : one.end] for one in row)


@given(st.integers(0, 10**7), st.sampled_from(["人", "人次", "万元", "个", "%", "亿元"]),
       st.sampled_from(["", *figures.BEFORE, *figures.BETWEEN, *figures.AFTER]))  # fmt: skip
def test_what_is_written_is_found_and_nothing_else(value: int, unit: str, approx: str) -> None:
    declared = figure(str(value), unit, approx)
    wording = written(declared)
    assert found(f"全年共{wording}。", declared) == [wording]
    assert found(f"全年共1{wording}。", declared) == [] or approx in figures.BEFORE


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("整改30000余项。", figure("30000", "项", "余"), ["30000余项"]),
        ("整改30,000余项。", figure("30000", "项", "余"), ["30,000余项"]),
        ("整改30000余项。", figure("30,000", "项", "余"), ["30000余项"]),
        ("革新12万余项。", figure("12", "万项", "余"), ["12万余项"]),
        ("投入120余万元。", figure("120", "万元", "余"), ["120余万元"]),
        ("达标率97.0%。", figure("97", "%"), ["97.0%"]),
        ("约36家。", figure("36", "家", "约"), ["约36家"]),
        ("300人左右。", figure("300", "人", "左右"), ["300人左右"]),
        ("人口30万。", figure("30", "万"), ["30万"]),
        ("气温-5℃。", figure("-5", "℃"), ["-5℃"]),
        ("合格8榀。", figure("8", "榀"), ["8榀"]),
        ("３００００份。", figure("30000", "份"), ["３００００份"]),
    ],
)
def test_a_figure_is_found_in_its_written_form(
    text: str, declared: Figure, expected: list[str]
) -> None:
    assert found(text, declared) == expected


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("整改130000余项、3000余项。", figure("30000", "项", "余")),
        ("整改30000余项。", figure("30000", "项")),
        ("整改30000项。", figure("30000", "项", "余")),
        ("约36家。", figure("36", "家")),
        ("100人以上。", figure("100", "人")),
        ("参加30人次。", figure("30", "人")),
        ("历时3个月。", figure("3", "个")),
        ("100元/年。", figure("100", "元")),
        ("1.5万元、15万元。", figure("5", "万元")),
        ("30—50人。", figure("50", "人")),
        ("30万人。", figure("30", "人")),
        ("缺报。", figure("…", "人")),
        ("减少30人。", figure("-30", "人")),
    ],
)
def test_a_figure_is_not_found_where_another_number_stands(text: str, declared: Figure) -> None:
    assert found(text, declared) == []


def test_text_gives_another_wording() -> None:
    assert found("获奖三人，另有三人。", figure("3", "人", text="获奖三人")) == ["获奖三人"]
    assert found("下降5.6%。", figure("-5.6", "%", text="下降5.6%")) == ["下降5.6%"]
    assert found("共12人、2人、2人。", figure("2", "人", text="2人")) == ["2人", "2人"]
    assert found("共2.25。", figure("2", "人", text="2")) == []


def test_a_wording_has_its_places() -> None:
    assert places("6名", "前6名、16名、6名") == ((1, 3), (8, 10))
    assert places("", "前6名") == ()


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (figure("30000", "项", "余"), "30000余项"),
        (figure("36", "家", "约"), "约36家"),
        (figure("12", "万项", "余"), "12万余项"),
        (figure("30", "万", "余"), "30余万"),
        (figure("100", "人", "以上"), "100人以上"),
        (figure("30,000", "册"), "30,000册"),
        (figure("…", "人"), "…人"),
    ],
)
def test_a_figure_is_shown_as_written(declared: Figure, expected: str) -> None:
    assert written(declared) == expected


def test_with_the_prose_at_hand_a_figure_is_shown_as_the_prose_says_it() -> None:
    assert written(figure("120", "万元", "余"), "投入120余万元。") == "120余万元"
    assert written(figure("120", "万元", "余"), "没有说。") == "120万余元"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("30000", "项", Decimal(30000)),
        ("5.25", "万元", Decimal(52500)),
        ("1.2", "亿元", Decimal(120000000)),
        ("1.2", "万亿元", Decimal(1200000000000)),
        ("3", "千瓦", Decimal(3)),
        ("—", "元", None),
    ],
)
def test_ten_thousands_are_multiplied_out(value: str, unit: str, expected: Decimal | None) -> None:
    assert scaled(figure(value, unit)) == expected


def test_no_digit_but_0_to_9_is_ordinary() -> None:
    """In a text without others digits are looked for as they are written."""
    digits = [char for char in map(chr, range(0x80, sys.maxunicode + 1)) if char.isdecimal()]
    assert [char for char in digits if not figures.FOREIGN.match(char)] == []


def test_no_unit_is_longer_by_accident() -> None:
    assert units.longest("个月内", 0) == "个月"
    assert units.longest("项目", 0) == ""
    assert units.longest("kmh", 0) == ""
    assert units.longest("km²", 0) == "km²"
