"""Two texts side by side: what is a sentence, and which are the same, changed, new, cut or moved."""

from __future__ import annotations

from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as some

from yearbook.search.normal import HALF_WIDTH
from yearbook.years.align import Lines, align, align_records, similar
from yearbook.years.sentences import BLANK, form, forms, pairs, sentences

# Sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("一句。两句！三句？没有完", ["一句。", "两句！", "三句？", "没有完"]),
        ("一件；两件，三件。", ["一件；两件，三件。"]),
        ("真的？！是。", ["真的？！", "是。"]),
        ("标题\n正文。\n\n又一段\n", ["标题\n", "正文。\n\n", "又一段\n"]),
        ("说：“好。”又说。", ["说：“好。”", "又说。"]),
        ("说：“一。二。”又说。", ["说：“一。二。”", "又说。"]),
        ("以“中国梦！劳动美！”为题。", ["以“中国梦！劳动美！”为题。"]),
        ("出版《你好吗？》一书。", ["出版《你好吗？》一书。"]),
        ("新馆（旧馆已拆。）开放。", ["新馆（旧馆已拆。）开放。"]),
        ("没有闭合的“引号。下一句。", ["没有闭合的“引号。", "下一句。"]),
        ("分在两行的“引\n号。”完。", ["分在两行的“引\n", "号。”", "完。"]),
        ("增长3.5%。降2.1%。", ["增长3.5%。", "降2.1%。"]),
    ],
)
def test_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


def test_a_mark_that_is_never_closed_takes_no_time() -> None:
    assert len(sentences("“（《" * 20_000)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年，共3项。", "全年,共3项。"),
        ("全年共 3 项。\n", "全年共3项。"),
        ("“五小”成果", '"五小"成果'),
        ("（一）", "(一)"),
    ],
)
def test_blanks_and_the_width_of_punctuation_do_not_count(one: str, other: str) -> None:
    assert form(one) == form(other)


def test_words_digits_and_stops_count() -> None:
    forms = {form(one) for one in ("共3项。", "共4项。", "共3项，", "共三项。", "共3顶。")}
    assert len(forms) == 5


# Rows


def rows(before: str, after: str) -> list[str]:
    """The rows of two texts as words: what changed, the earlier and the later side."""
    left, right = sentences(before), sentences(after)
    found = align([(left, right)])[0]
    sides = [
        (left[row.before] * (row.before >= 0), right[row.after] * (row.after >= 0)) for row in found
    ]
    return [f"{row.kind} {one}|{other}" for row, (one, other) in zip(found, sides, strict=True)]


def test_equal_sentences_stand_beside_each_other() -> None:
    assert rows("一。二。三。", "一。三。四。") == [
        "same 一。|一。",
        "cut 二。|",
        "same 三。|三。",
        "new |四。",
    ]


def test_a_sentence_that_differs_in_its_numbers_has_changed() -> None:
    assert rows("收到97项，认定71项。", "收到105项，认定80项。") == [
        "changed 收到97项，认定71项。|收到105项，认定80项。"
    ]


def test_a_sentence_about_something_else_is_new() -> None:
    assert rows("全年举办技能大赛三场。", "慰问困难职工家庭。") == [
        "cut 全年举办技能大赛三场。|",
        "new |慰问困难职工家庭。",
    ]


def test_the_most_similar_sentences_are_paired_and_none_cross() -> None:
    assert rows("举办钳工大赛，报名9人。举办焊工大赛，报名8人。", "举办焊工大赛，报名7人。") == [
        "cut 举办钳工大赛，报名9人。|",
        "changed 举办焊工大赛，报名8人。|举办焊工大赛，报名7人。",
    ]
    many = [f"第{n}场在{place}举办，由工会承办。" for n, place in enumerate("甲乙丙丁戊己庚辛")]
    crossed = rows("".join(many), "".join(one.replace("承办", "主办") for one in reversed(many)))
    changed = [row for row in crossed if row.startswith("changed")]
    assert 1 <= len(changed) < len(many)


def test_a_sentence_at_another_place_has_moved() -> None:
    assert rows("市里开了大会。一。二。", "一。二。市里开了大会。") == [
        "away 市里开了大会。|",
        "same 一。|一。",
        "same 二。|二。",
        "here |市里开了大会。",
    ]


def test_short_sentences_do_not_move() -> None:
    assert [row.split()[0] for row in rows("略。一。二。", "一。二。略。")] == [
        "cut",
        "same",
        "same",
        "new",
    ]


def test_a_sentence_that_moved_to_another_entry() -> None:
    found = align([(("市里开了大会。", "一。"), ("一。",)), ((), ("市里开了大会。",))])
    assert [[(row.kind, row.other) for row in one] for one in found] == [
        [("away", 1), ("same", -1)],
        [("here", 0)],
    ]


def test_its_own_entry_goes_before_others() -> None:
    moved = "市里开了大会。"
    found = align([((), (moved,)), ((moved, "一。"), ("一。", moved))])
    assert [[row.kind for row in one] for one in found] == [["new"], ["away", "same", "here"]]


def test_a_sentence_said_often_is_aligned_in_reasonable_time() -> None:
    many = ("同一句话说了许多遍。",) * 3000
    found = align([(many, many)])[0]
    assert sum(row.kind == "same" for row in found) > 0


def test_a_long_text_written_anew_is_not_searched_for_likenesses() -> None:
    before = tuple(f"举办第{n}场活动，由工会承办。" for n in range(400))
    after = tuple(f"举办第{n}场活动，由工会主办。" for n in range(400))
    assert {row.kind for row in align([(before, after)])[0]} == {"cut", "new"}
    assert {row.kind for row in align([(before[:300], after[:300])])[0]} == {"changed"}


WORDS = (
    "甲乙丙",
    "丙乙甲乙丙",
    "乙丙丁戊",
    "3",
    "12",
    "，",
    "工会",
    "举办大赛",
    "全年",
    "己庚",
    "甲",
)
SAID = some.lists(some.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
SIDE = some.lists(SAID, max_size=12).map(tuple)


@given(SIDE, SIDE)
def test_similar_sentences_are_those_of_their_definition(before: Lines, after: Lines) -> None:
    """Of all pairs of sentences, the most similar first, each that crosses none before it."""
    found = []
    for (i, one), (j, other) in product(enumerate(before), enumerate(after)):
        a, b = pairs(one), pairs(other)
        likeness = 2 * len(a & b) / (len(a) + len(b))
        if likeness >= 0.4:
            found.append((-likeness, i, j))
    chosen: list[tuple[int, int]] = []
    for _, i, j in sorted(found):
        if all((i < p and j < q) or (i > p and j > q) for p, q in chosen):
            chosen.append((i, j))
    places = range(len(before)), range(len(after))
    for few in (0, 1000):  # with sketches, and without
        with patch("yearbook.years.align.FEW", few):
            assert similar(forms(before), forms(after), *places) == sorted(chosen)


@given(some.text("，。（）“”「」・Ａ１！a1 \u3000\u200b\n\0,\"'甲乙", max_size=30))
def test_a_form_is_that_of_a_table_of_signs(text: str) -> None:
    table = HALF_WIDTH | str.maketrans("“”〝〞「」『』‘’・•", '""""""""\'\'··')
    assert form(text) == BLANK.sub("", text.translate(table))


@given(some.lists(some.text("甲，1 \n\0", max_size=6), max_size=5).map(tuple))
def test_the_sentences_of_a_text_have_the_forms_of_each(lines: Lines) -> None:
    assert forms(lines) == tuple(map(form, lines))


TEXT = some.text("一二三四五六七八甲乙。！？，“”（）\n0123", max_size=120)


@given(some.lists(some.tuples(TEXT, TEXT), max_size=3))
def test_each_side_holds_its_whole_text_once_and_in_order(texts: list[tuple[str, str]]) -> None:
    split = [(sentences(before), sentences(after)) for before, after in texts]
    found = align(split)
    for (before, after), (left, right), table in zip(texts, split, found, strict=True):
        assert "".join(left[row.before] for row in table if row.before >= 0) == before
        assert "".join(right[row.after] for row in table if row.after >= 0) == after
        for row in table:
            both = row.before >= 0 and row.after >= 0
            assert both == (row.kind in ("same", "changed"))
            alike = both and form(left[row.before]) == form(right[row.after])
            assert not both or alike == (row.kind == "same")
    kinds = [row.kind for table in found for row in table]
    assert kinds.count("away") == kinds.count("here")


@given(TEXT)
def test_a_text_beside_itself_is_the_same(text: str) -> None:
    said = sentences(text)
    assert [row.kind for row in align([(said, said)])[0]] == ["same"] * len(said)


@given(some.text("一二。\n", max_size=40), some.text("一二。\n", max_size=40))
def test_as_many_sentences_as_can_be_are_the_same(one: str, other: str) -> None:
    left, right = sentences(one), sentences(other)
    lengths = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            longer = max(lengths[i][j + 1], lengths[i + 1][j])
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if form(a) == form(b) else longer
    same = [row for row in align([(left, right)])[0] if row.kind == "same"]
    assert len(same) == lengths[-1][-1]


# Records


def test_records_are_paired_by_id() -> None:
    found = align_records(
        ("甲，主席", "乙，副主席", "丙"),
        ("丁", "乙，主席", "甲，主席"),
        ("a", "b", "c"),
        ("d", "b", "a"),
    )
    assert [(row.kind, row.before, row.after) for row in found] == [
        ("new", -1, 0),
        ("changed", 1, 1),
        ("same", 0, 2),
        ("cut", 2, -1),
    ]
