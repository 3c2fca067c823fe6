"""Where names, documents and quoted terms stand in a text."""

from __future__ import annotations

import random
import time

import pytest

from yearbook.indexes import people, quoted
from yearbook.indexes.matching import Matcher, longest


def found(words: list[str], text: str) -> list[str]:
    return [text[slice(*span)] for span in longest(Matcher(words).spans(text))]


def test_the_longest_name_wins() -> None:
    names = ["东营市", "东营市总工会", "市总工会", "工会"]
    assert found(names, "东营市总工会在东营市，市总工会设工会。") == [
        "东营市总工会",
        "东营市",
        "市总工会",
        "工会",
    ]


def test_a_longer_name_wins_over_one_that_begins_before() -> None:
    assert found(["东营市", "市委宣传部"], "东营市委宣传部") == ["市委宣传部"]


def test_what_the_longest_leaves_room_for_stays() -> None:
    assert found(["甲乙", "乙丙丁", "丁戊", "戊己"], "甲乙丙丁戊己") == ["乙丙丁", "戊己"]


def test_names_of_one_character_are_not_looked_for() -> None:
    assert found(["宁", "周宁"], "宁静，周宁") == ["周宁"]


def test_latin_letters_and_digits_are_not_cut() -> None:
    assert found(["ISO9", "AB"], "ISO9001，ISO9，ABC，AB队") == ["ISO9", "AB"]


def test_characters_that_mean_something_to_patterns() -> None:
    assert found(["甲（乙）", "a.b", "c++"], "甲（乙）与a.b、axb、c++") == [
        "甲（乙）",
        "a.b",
        "c++",
    ]


def test_no_names_find_nothing() -> None:
    assert found([], "东营市") == []


def test_the_same_as_trying_every_name_at_every_place() -> None:
    chance = random.Random(7)
    letters = "甲乙丙丁"
    words = list({"".join(chance.choices(letters, k=chance.randint(2, 5))) for _ in range(60)})
    text = "".join(chance.choices(letters + "。", k=3000))
    naive = [
        (at, at + max(len(word) for word in words if text.startswith(word, at)))
        for at in range(len(text))
        if any(text.startswith(word, at) for word in words)
    ]
    assert list(Matcher(words).spans(text)) == naive


def test_ten_thousand_names_are_as_quick_as_ten() -> None:
    chance = random.Random(5)
    chars = [chr(code) for code in range(0x4E00, 0x5E00)]
    many = ["".join(chance.choices(chars, k=6)) for _ in range(10_000)]
    text = "".join(chance.choices(chars, k=200_000))
    few, all_ = Matcher(many[:10]), Matcher(many)
    times = []
    for matcher in (few, all_):
        start = time.process_time()
        list(matcher.spans(text))
        times.append(time.process_time() - start)
    assert times[1] < 20 * times[0] + 0.2


def test_documents_and_the_documents_within_them() -> None:
    text = "印发《关于〈工会法〉的通知》，《未完\n又《办法（暂行）》。〉《》"
    assert [title for title, _ in quoted.documents(text)] == [
        "《工会法》",
        "《关于〈工会法〉的通知》",
        "《办法（暂行）》",
    ]


def test_titles_within_a_heading_stand_in_single_marks() -> None:
    text = "印发《关于实施《工会法》的通知》和《转发〈关于《章程》的决定〉的通知》。"
    assert [title for title, _ in quoted.documents(text)] == [
        "《工会法》",
        "《关于实施〈工会法〉的通知》",
        "《章程》",
        "《关于〈章程〉的决定》",
        "《转发〈关于〈章程〉的决定〉的通知》",
    ]


def test_quoted_terms_are_short_and_no_sentences() -> None:
    text = (
        "“追梦”与“完善制度、巩固提升”“谁执法谁普法”“一”“他说：好”“这是一段远远超过十四个汉字的引文”"
    )
    assert [term for term, _ in quoted.terms(text)] == ["“追梦”"]
    assert [term for term, _ in quoted.terms("“四德工程”建设，“东营最美职工”称号")] == [
        "“四德工程”",
        "“东营最美职工”",
    ]


def test_pieces_of_honours_are_no_quoted_terms() -> None:
    text = "获“富民兴鲁”劳动奖章、“五一”巾帼奖状和“工人”先锋号，讲“追梦”"
    assert [term for term, _ in quoted.terms(text)] == ["“追梦”"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("坚持解放思想", "解放"),
        ("学习，解放思想", "解放"),
        ("在任一单位办理", "任一"),
        ("办理时，任一单位", "任一"),
        ("中华青年", "华青"),
        ("沿区明显改善", "区明"),
        ("接受检查为民", "查为民"),
        ("由于明亮的灯光", "于明亮"),
        ("由张明显示", "张明"),
        ("人民解放军", "解放"),
        ("达到高峰后", "高峰"),
    ],
)
def test_a_person_s_name_within_ordinary_words_is_none(text: str, name: str) -> None:
    start = text.index(name)
    assert not people.stands(text, (start, start + len(name)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("副主席解放主持", "解放"),
        ("王平、解放、李华", "解放"),
        ("（解放）", "解放"),
        ("解放同志", "解放"),
        ("会上，王平和李华发言", "王平"),
        ("会上，王平和李华发言", "李华"),
        ("馆长王平介绍", "王平"),
        ("由王平担任", "王平"),
        ("授予王平称号", "王平"),
        ("王平来馆", "王平"),
        ("副检察长江志明", "江志明"),
        ("职工聂士金获", "聂士金"),
        ("李利荣获", "李利荣"),
        ("我市马国强参赛", "马国强"),
        ("任一\n副馆长", "任一"),
        ("表彰阿依古丽等", "阿依古丽"),
    ],
)
def test_a_person_s_name_is_one_after_a_sign_a_title_or_what_is_done_to_people(
    text: str, name: str
) -> None:
    start = text.index(name)
    assert people.stands(text, (start, start + len(name)))
