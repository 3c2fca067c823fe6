"""How headings are read and sorted: pinyin with tone, then strokes; surnames in their own way."""

from __future__ import annotations

from pathlib import Path

import pytest

from yearbook.indexes import dictionary, reading
from yearbook.indexes.strokes import strokes


def in_order(*texts: str, person: bool = False) -> list[str]:
    """The texts as an index sorts them."""
    return sorted(
        texts, key=lambda text: reading.order(reading.key(text, reading.reading(text, person)))
    )


def initial(text: str, person: bool = False) -> str:
    return reading.letter(reading.key(text, reading.reading(text, person)))


@pytest.mark.parametrize(
    ("surname", "letter"), [*zip("单仇解曾查区朴翟盖任华", "SQXZZOPZGRH", strict=True)]
)
def test_the_surnames_that_libraries_read_wrong(surname: str, letter: str) -> None:
    assert initial(f"{surname}志远", person=True) == letter


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("尉迟恭", "yu4 chi2 gong1"),
        ("尉健", "wei4 jian4"),
        ("万俟宁", "mo4 qi2 ning2"),
        ("万里", "wan4 li3"),
        ("长孙平", "zhang3 sun1 ping2"),
        ("澹台明", "tan2 tai2 ming2"),
        ("令狐冲", "ling2 hu2 chong1"),
        ("令红", "ling2 hong2"),
        ("乐正民", "yue4 zheng4 min2"),
        ("乐平", "yue4 ping2"),
        ("缪青", "miao4 qing1"),
        ("种田", "chong2 tian2"),
        ("黑强", "he4 qiang2"),
        ("员峰", "yun4 feng1"),
        ("那英", "na1 ying1"),
        ("冼星海", "xian3 xing1 hai3"),
        ("欧阳明", "ou1 yang2 ming2"),
        ("吕洞宾", "lv3 dong4 bin1"),
    ],
)
def test_surnames_of_one_character_and_of_two(name: str, said: str) -> None:
    assert " ".join(reading.reading(name, person=True)) == said


def test_only_people_are_read_by_the_table_of_surnames() -> None:
    assert (initial("单位"), initial("单位", person=True)) == ("D", "S")
    assert (initial("查询台"), initial("曾经")) == ("C", "C")


def test_phrases_tell_how_a_character_is_read() -> None:
    assert [initial(text) for text in ("重庆市", "重点工程", "长江", "银行", "行业")] == [*"CZCYH"]


def test_the_dictionary_says_what_pypinyin_says() -> None:
    """Of the release that it was made from; of another one it is to be made anew."""
    pypinyin = pytest.importorskip("pypinyin")
    source = Path(dictionary.__file__).with_name("phrases.txt").read_text("utf-8")
    if not source.partition("\n")[0].endswith(f" {pypinyin.__version__}"):
        pytest.skip("made from another release")
    for code, written in pypinyin.constants.PINYIN_DICT.items():
        said = [reading.syllable_of(one) for one in written.split(",")]
        assert dictionary.first(chr(code)) == said[0]
        assert {*dictionary.ways(chr(code))} == {*said}
    for phrase, written in pypinyin.constants.PHRASES_DICT.items():
        assert dictionary.is_phrase(phrase)
        assert dictionary.said(phrase) == tuple(reading.syllable_of(one[0]) for one in written)
    heads = {phrase[:2] for phrase in pypinyin.constants.PHRASES_DICT}
    found = sum(len(dictionary.starting(head)) for head in heads)
    assert found == len(pypinyin.constants.PHRASES_DICT)


def test_phrases_that_begin_alike_are_known_the_longest_first() -> None:
    assert dictionary.starting("重庆") == ("重庆",)
    assert dictionary.starting("朝阳")[0] == "朝阳丹凤"


def test_a_reading_is_written_with_tones_and_u_with_dots() -> None:
    assert reading.given("Dōng yíng  lǜ'nǚ ma") == ("dong1", "ying2", "lv4", "nv3", "ma5")


@pytest.mark.parametrize("text", ["安全生产", "㐂乐", "单志远", "〇", "重庆市总工会", "一〇一"])
def test_a_key_is_the_same_with_marks_and_without(text: str) -> None:
    said = reading.reading(text)
    assert reading.reading(f"《{text}》") == said
    assert reading.key(f"“{text}”", said) == reading.key(text, said)
    assert reading.first(f"“{text}”") == reading.first(text)


def test_tone_then_strokes_then_the_next_character() -> None:
    assert in_order("石", "诗", "市", "史") == ["诗", "石", "史", "市"]
    assert in_order("钟楼", "中华", "中国", "终点") == ["中国", "中华", "终点", "钟楼"]
    assert in_order("人民银行", "人民", "人名") == ["人民", "人民银行", "人名"]


def test_quotes_and_title_marks_at_the_head_do_not_count() -> None:
    assert in_order("《北京日报》", "“安康杯”竞赛", "安全") == [
        "“安康杯”竞赛",
        "安全",
        "《北京日报》",
    ]


def test_numbers_and_latin_letters_stand_behind_the_letters() -> None:
    assert in_order("10月", "9月", "ISO标准", "志愿者") == ["志愿者", "9月", "10月", "ISO标准"]
    assert {initial(text) for text in ("10月", "ISO标准", "——")} == {"#"}


@pytest.mark.parametrize(
    ("name", "written", "fits"),
    [
        ("单文君", "shàn wén jūn", True),
        ("单文君", "shàn wénjūn", False),
        ("单文君", "shàn wén", False),
        ("“中国·东营”网", "zhōng guó dōng yíng wǎng", True),
        ("LED厂", "chǎng", True),
        ("LED厂", "LED chǎng", True),
        ("单文君", "单 wén jūn", False),
    ],
)
def test_a_reading_has_a_syllable_for_each_character(name: str, written: str, fits: bool) -> None:
    assert reading.fits(name, written) is fits


@pytest.mark.parametrize(
    ("name", "person", "choice"),
    [
        ("牟青", True, ("móu", "mù")),
        ("长宏", True, ("cháng", "zhǎng")),
        ("曾青", True, ()),
        ("单志远", True, ()),
        ("长孙平", True, ()),
        ("王平", True, ()),
        ("单县中学", False, ("shàn", "dān")),
        ("解州", False, ("xiè", "jiě")),
        ("单馆", False, ("dān", "shàn")),
        ("单身公寓", False, ()),
        ("阿·牟青", True, ("ā", "ē")),
        ("行云馆", False, ("háng", "xíng")),
        ("重庆市", False, ()),
        ("长江", False, ()),
        ("市总工会", False, ()),
    ],
)
def test_whether_the_first_character_leaves_a_choice(
    name: str, person: bool, choice: tuple[str, ...]
) -> None:
    assert reading.unsure(name, person) == choice


def test_a_short_form_is_read_like_the_name() -> None:
    said = reading.given("shàn xiàn zhōng xué")
    assert reading.within("单中", "单县中学", said) == ("shan4", "zhong1")
    assert reading.within("中单", "单县中学", said) == ()


def test_strokes() -> None:
    counts = {"一": 1, "人": 2, "东": 5, "单": 8, "骨": 9, "赢": 17, "𠮷": 6, "A": 0, "。": 0}
    assert {char: strokes(char) for char in counts} == counts


def test_a_syllable_is_written_with_its_mark_on_the_right_vowel() -> None:
    said = {"chong2": "chóng", "lv4": "lǜ", "liu2": "liú", "gui4": "guì", "hao3": "hǎo"}
    said |= {
        "qing1": "qīng",
        "lin2": "lín",
        "jun1": "jūn",
        "nve4": "nüè",
        "xue2": "xué",
        "ou1": "ōu",
        "ma5": "ma",
        "er4": "èr",
        "xiong2": "xióng",
    }
    assert {one: reading.written(one) for one in said} == said


@pytest.mark.parametrize(
    ("name", "written", "why"),
    [
        ("单文君", "shàn wén jūn", ""),
        ("单文君", "dān wén jūn", ""),
        ("单文君", "shàn wén jūm", "pinyin"),
        ("单文君", "shàn wen jūn", "tone"),
        ("单文君", "shan4 wen2 jun1", "tone"),
        ("单文君", "shàn, wén, jūn", "sign"),
        ("单文君", "Shàn Wén Jūn", "case"),
        ("单文君", "shàn wǔ jūn", "other"),
        ("重庆市", "chóng qīng shì", "other"),
        ("妈妈小屋", "mā ma xiǎo wū", ""),
        ("东营", "dong ying", "tone"),
        ("房子", "fáng zi", ""),
        ("一小时", "yì xiǎo shí", ""),
        ("尉迟恭", "yù chí gōng", ""),
        ("万俟宁", "mò qí níng", ""),
        ("逄青", "páng qīng", ""),
        ("WTO中心", "WTO zhōng xīn", ""),
        ("吕洞宾", "lǚ dòng bīn", ""),
        ("𠮷野", "jí yě", ""),
    ],
)
def test_the_syllables_of_a_reading_are_readings_of_their_characters(
    name: str, written: str, why: str
) -> None:
    assert reading.fits(name, written)
    assert reading.fault(name, written)[0] == why


def test_latin_words_of_a_name_are_no_syllables() -> None:
    assert reading.given("WTO zhōng xīn", "WTO中心") == ("zhong1", "xin1")
    assert reading.given("zhōng xīn", "WTO中心") == ("zhong1", "xin1")
    assert reading.given("ISO 9001 biāo zhǔn", "ISO9001标准") == ("biao1", "zhun3")


def test_the_table_of_surnames_is_not_for_names_from_other_languages() -> None:
    """华·莱士 and 单·布朗 have no Chinese surname."""
    assert reading.reading("华·莱士", person=True)[0] == "hua2"
    assert reading.reading("华莱士", person=True)[0] == "hua4"


def test_what_leaves_a_choice_stands_where_it_is_proposed_until_it_is_told() -> None:
    assert [initial(text) for text in ("单县", "解州", "单县中学", "单身公寓")] == [*"SXSD"]
    assert reading.reading("牟青", person=True) == ("mou2", "qing1")


def test_u_with_dots_stands_after_lu_and_before_luan() -> None:
    assert in_order("略", "乱", "轮", "绿", "路", "罗") == ["路", "绿", "乱", "略", "轮", "罗"]
    assert in_order("女", "暖", "怒") == ["怒", "女", "暖"]
    key = reading.key("绿", ("lv4",))
    assert (reading.syllable(key), reading.sound(key), reading.letter(key)) == ("lv4", "lǜ", "L")
