"""Text manuscripts: encodings, lines and paragraphs, and characters that need an eye."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from manuscripts import opened, paragraphs, refused, texts

TEXT = "安全生产\r\n　　2017年，举办培训班3600场次，参加职工30万人次。\r\n"


def text(folder: Path, said: str | bytes) -> Path:
    path = folder / "稿.txt"
    path.write_bytes(said.encode() if isinstance(said, str) else said)
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "UTF-8"),
        (TEXT.encode("gb18030"), "GB18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16 LE"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16 BE"),
        (TEXT.encode("utf-16-le"), "UTF-16 LE"),
        (TEXT.encode("utf-16-be"), "UTF-16 BE"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32-LE"),
    ],
)
def test_the_encodings_of_old_files_are_read_and_named(
    tmp_path: Path, data: bytes, encoding: str
) -> None:
    found, said = opened(text(tmp_path, data))
    assert texts(found) == ["安全生产", "2017年，举办培训班3600场次，参加职工30万人次。"]
    assert (found.encoding, found.kind, said) == (encoding, "text", [])


def test_utf_16_of_han_alone_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    han = "年内举办培训班提高职工技能"
    assert opened(text(tmp_path, han.encode("utf-16-be")))[0].encoding == "UTF-16 BE"
    assert opened(text(tmp_path, han.encode("gb18030")))[0].encoding == "GB18030"


def test_rare_characters_of_gb18030_are_read(tmp_path: Path) -> None:
    assert texts(opened(text(tmp_path, "姓名：㛃𠮷，职务：办公室主任".encode("gb18030")))[0]) == [
        "姓名：㛃𠮷，职务：办公室主任"
    ]


def test_text_of_no_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    data = "第一行\r\n第二行安全生产\n第三".encode() + b"\xff" + "行的文字".encode()
    assert refused(text(tmp_path, data)) == (
        "3:3: M017 文字须能按一种编码完整读出，按 UTF-8 读到这里出错：字节 0xFF"
        " — 用写这份稿件的程序打开，另存为 UTF-8"
    )
    cut = codecs.BOM_UTF16_LE + "第一行\n第二".encode("utf-16-le") + b"\x01"
    assert refused(text(tmp_path, cut)).startswith("2:3: M017")


def test_each_line_is_a_paragraph_with_its_number(tmp_path: Path) -> None:
    found, _ = opened(text(tmp_path, "机构\n\n　　甲\r乙\r\n \t丙　\f丁"))
    lines = [(one.place, one.text) for one in paragraphs(found)]
    assert lines == [(1, "机构"), (3, "甲"), (4, "乙"), (5, "丙"), (5, "丁")]


WRAPPED = """安全生产

　　2017年，全市各级工会组织开展安全生产月活动，举办全市工会
生产保护工作培训班，邀请市安监局的专家授课。发放教材1000
册，安全知识答题10000份，在职工中普及安全生产知识，提高应急
避险意识和逃生自救能力。
　　年内，全市工会干部包靠企业2000家，组织培训3600场次，参与
活动职工30万人次，查出并整改事故隐患和职业危害30000余项，并
推荐 Safety
first 活动。
【帮扶救助】
"""


def test_lines_cut_at_one_width_are_joined(tmp_path: Path) -> None:
    found, said = opened(text(tmp_path, WRAPPED))
    assert [one.place for one in paragraphs(found)] == [1, 3, 7, 10, 11]
    assert texts(found)[1] == (
        "2017年，全市各级工会组织开展安全生产月活动，举办全市工会生产保护工作培训班，"
        "邀请市安监局的专家授课。发放教材1000册，安全知识答题10000份，在职工中普及安全生产知识，"
        "提高应急避险意识和逃生自救能力。"
    )
    assert texts(found)[4] == "【帮扶救助】"
    assert said == ["M029 每行都在差不多的宽度断开，已把 10 行连成 5 段"]


def test_words_of_letters_are_joined_by_a_blank_and_numbers_are_not(tmp_path: Path) -> None:
    line = "The yearbook of the trade unions of Dongying was first printed in"
    found, _ = opened(text(tmp_path, f"{line}\n{line}\n{line} 20\n17 by the press\n"))
    assert texts(found) == [f"{line} {line} {line} 2017 by the press"]


@pytest.mark.parametrize(
    "said",
    [
        "①广泛开展劳动竞赛。\n②多形式推进创新。\n" * 6,
        "一段很长的文字，" * 20 + "。\n" + "又一段很长的文字，" * 25 + "。\n",
        "办公室\n组织部\n财务部\n",
        "东营区总工会职工服务中心\t1000人\t2000人次\t30项\n" * 8,
        "东营区总工会职工服务中心  1000人  2000人次  30项\n" * 8,
        "东营市政协副主席、市总工会主席：韩利学任职于二〇一七年一月。\n" * 8,
    ],
)
def test_lines_that_are_paragraphs_stay_apart(tmp_path: Path, said: str) -> None:
    assert len(texts(opened(text(tmp_path, said))[0])) == said.count("\n")


def test_doubtful_characters_are_reported_at_their_lines(tmp_path: Path) -> None:
    found, said = opened(text(tmp_path, "好\n张\ue5e5\ue5e5某\n王\ufffd某\n李\x07某\n赵\u200b某"))
    assert texts(found) == ["好", "张\ue5e5\ue5e5某", "王\ufffd某", "李某", "赵某"]
    assert said == [
        "M019 第 2 段（行）的“<U+E5E5>”（U+E5E5）是自造字，别的电脑上显示不出，共 2 处",
        "M020 第 3 段（行）有字在来稿之前就已丢失，只剩“\ufffd”，共 1 处",
        "M018 第 4 段（行）有控制字符 U+0007，已去掉，共 1 处",
    ]
    changes = [(one.place, one.said) for one in found.changes]
    assert changes == [(4, "U+0007"), (5, "U+200B")]


def test_a_text_with_nulls_is_read_without_them(tmp_path: Path) -> None:
    found, said = opened(text(tmp_path, "甲\0乙".encode()))
    assert texts(found) == ["甲乙"]
    assert said == ["M018 第 1 段（行）有控制字符 U+0000，已去掉，共 1 处"]


def test_a_text_of_too_many_lines_is_refused(tmp_path: Path) -> None:
    assert refused(text(tmp_path, "甲\n" * 400_001)).startswith(
        "M013 稿件展开后过大，不像正常的文件（超过 400000 行）"
    )


def test_big5_is_refused_and_not_read_as_something_else(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("經濟\n全縣實現地區生產總值成長，農業生產總值為八億元。\n".encode("big5"))
    assert refused(path).startswith("1:1: M017 文字须能按一种编码完整读出，按 UTF-8 读到这里出错")
