"""Text files are read strictly; YAML becomes nodes with places, and says in words what is wrong."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yearbook.issues import Issues, Words, near, visible
from yearbook.read import parsed as yaml_source
from yearbook.read.nodes import List, Map, Scalar
from yearbook.read.source import compose
from yearbook.read.text import Source, decode, read_text, tidy


def source() -> Source:
    return Source("a.yaml", Issues())


def said(found: Source) -> list[str]:
    return [issue.line("zh").split(" — ")[0] for issue in found.issues]


def codes(text: str) -> list[str]:
    found = source()
    compose(text, found)
    return [f"{i.code} {i.place.line}:{i.place.column}" for i in found.issues]


# text


@pytest.mark.parametrize(
    "data",
    ["a：b\nc\n".encode(), b"\xef\xbb\xbf" + "a：b\nc\n".encode(), "a：b\r\nc\r\n".encode()],
    ids=["plain", "byte order mark", "CRLF"],
)
def test_what_is_fine_is_read_alike(data: bytes) -> None:
    found = source()
    assert decode(data, found) == "a：b\nc\n"
    assert found.clean


def test_old_macintosh_line_ends_are_line_ends() -> None:
    assert decode(b"a\rb\r", source()) == "a\nb\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    found = source()
    assert decode("title: 海棠县图书馆\nvolume: 2017\n".encode(encoding), found) is None
    assert [issue.code for issue in found.issues] == ["C007"]


def test_gb18030_is_named() -> None:
    found = source()
    assert decode("# 概述\n\n全市工会组织健全。".encode("gb18030"), found) is None
    assert said(found) == ["a.yaml: C006 文件须为 UTF-8 编码，这个像是 GB18030（GBK、GB2312）编码"]


def test_one_bad_byte_in_utf_8_is_not_called_gb18030() -> None:
    found = source()
    data = "全市工会组织健全\r\n活动丰富".encode() + b"\xb2\xe2"
    assert decode(data, found) is None
    assert said(found) == ["a.yaml:2:5: C008 文件须为 UTF-8 编码，这里的字节 0xB2 不是"]


def test_control_characters_become_blanks_so_that_reading_goes_on() -> None:
    found = source()
    assert tidy("甲\0乙\n丙\x07\u2028", found) == "甲\ufffd乙\n丙  "
    assert said(found) == [
        "a.yaml:1:2: C009 文字中不能有空字符（U+0000），这里有一个",
        "a.yaml:2:2: C010 文字中不能有控制字符，这里有 U+0007",
    ]


def test_a_value_with_a_lost_character_is_told_of_once() -> None:
    found = source()
    assert compose(tidy("date: 2017-0\x003-01\nti\0tle: 甲", found), found) is not None
    assert [line[:14] for line in said(found)] == ["a.yaml:1:13: C", "a.yaml:2:3: C0"]


def test_a_file_full_of_control_characters_is_told_twenty_times() -> None:
    found = source()
    tidy("\x01\n" * 50_000, found)
    assert len(found.issues.found) == 20


def test_a_character_that_is_not_in_normal_form_is_told_once_with_its_number() -> None:
    found = source()
    tidy("Rene\u0301 与 Rene\u0301", found)
    assert said(found) == [
        "a.yaml:1:4: C011 文字须为规范形式（NFC），“e\u0301”（U+0065 U+0301）不是，共 2 处"
    ]


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    found = source()
    assert read_text(tmp_path, found) is None
    assert [issue.code for issue in found.issues] == ["C004"]


def test_what_is_printed_holds_no_control_characters() -> None:
    assert visible("甲\x1b[31m\u202e\ud800　乙") == "甲<U+001B>[31m<U+202E><U+D800>　乙"


def test_a_near_miss_is_proposed_else_what_may_be_written() -> None:
    assert near("titel", ["title", "volume"]) == Words("是不是“title”？", 'did you mean "title"?')
    assert near("x", ["title", "volume"]).zh == "可以写：title、volume"
    assert near("x", [f"name-{n}" for n in range(20)]).en.endswith("name-11, …")
    assert str(near("x", [])) == "there is no name to choose yet"


# YAML


def test_every_node_knows_its_place() -> None:
    top = compose("a: 1\nb:\n  - x\n  - {c: 'y'}\n", source())
    assert isinstance(top, Map)
    assert top.places["b"] == (2, 1)
    items = top.values["b"]
    assert isinstance(items, List)
    inner = items.items[1]
    assert isinstance(inner, Map)
    value = inner.values["c"]
    assert value == Scalar(4, 9, "y", plain=False)


@pytest.mark.parametrize("word", ["no", "010", "12:30", "2017-03-01", "1_000", "0x1F", "True"])
def test_a_scalar_is_its_text(word: str) -> None:
    top = compose(f"a: {word}\n", source())
    assert top == Map(1, 1, {"a": Scalar(1, 4, word, True)}, {"a": (1, 1)})


def test_block_texts_keep_their_lines() -> None:
    top = compose("a: |\n  甲：乙\n  volume：丙\nb: 1\n", source())
    assert top is not None
    assert top.values["a"] == Scalar(1, 4, "甲：乙\nvolume：丙\n", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["C048 0:0"]),
        ("~", ["C048 0:0"]),
        ("# 只有说明\n", ["C048 0:0"]),
        ("- a\n", ["C046 1:1"]),
        ("东营\n", ["C046 1:1"]),
        ("标题：东营\n", ["C037 1:1"]),
        ("!!map {a: 1}\n", ["C043 1:1"]),
        ("title: 东营\nvolume：2017\n", ["C037 2:7"]),
        ("volume：2017\ntitle: 东营\n", ["C037 1:7"]),
        ("title: 东营\n  volume：2017\n", ["C037 2:9"]),
        ("title: 东营\n  参见：下文\n", []),
        ("title: 东营\n卷：2017\n", ["C037 2:2"]),
        ("contents:\n\t- a\n", ["C035 2:1"]),
        ("contents:\n　- a\n  - b: c\n", ["C038 2:1"]),
        ("title:　东营\nvolume: 1\n", ["C038 1:7"]),
        ("title:东营\nvolume: 1\n", ["C032 1:7"]),
        ("a: b: c\n", ["C033 1:5"]),
        ("a: 1\nb\nc: 2\n", ["C034 2:1"]),
        ("a: 'x\nb: 1\n", ["C031 1:4"]),
        ("a: [x, {y: 1]\nb: 1\n", ["C029 1:8"]),
        ("a: [x, ", ["C029 1:4"]),
        ('a: ["[", x\n', ["C029 1:4"]),
        ("a: @x\n", ["C036 1:4"]),
        ("a: `x`\n", ["C036 1:4"]),
        ("a: [征求意见] 草稿\nb: 1\n", ["C036 1:4"]),
        ('a: "\\q"\n', ["C050 1:5"]),
        ("a: 'x' y\n", ["C051 1:8"]),
        ("a: ]\n", ["C030 1:4"]),
        ("a:\n  - x\n  b: 1\n", ["C030 3:3"]),
        ("a: 1\na: 2\n", ["C040 2:1"]),
        ("a: &x 1\nb: *x\nc: *x\n", ["C041 1:4", "C042 2:4"]),
        ("a: !!str 1\n", ["C043 1:4"]),
        ("a: !!seq [1]\n", ["C043 1:4"]),
        ("<<: {a: 1}\n", ["C044 1:1"]),
        ("a: 1\n---\nb: 1\n", ["C045 2:1"]),
        ("? [a, b]\n: 1\n", ["C049 1:3"]),
        (": 1\n", ["C030 1:1"]),
        ('a: "x\\u0007"\n', ["C010 1:4"]),
        ("a: " + "[" * 20 + "]" * 20 + "\n", ["C047 1:19"]),
    ],
)
def test_what_yaml_must_not_hold(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_five_thousand_brackets_are_too_deep(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "LOADER", getattr(yaml_source.yaml, loader))
    assert [code[:4] for code in codes("a: " + "[" * 5000)] == ["C047"]
    assert [code[:4] for code in codes("\n".join("  " * n + "a:" for n in range(5000)))] == ["C047"]


def test_the_slower_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: \"甲\"\nb: [x, 'y']\nc: |\n  z\n"
    quick = compose(text, source())
    monkeypatch.setattr(yaml_source, "LOADER", yaml_source.yaml.SafeLoader)
    assert compose(text, source()) == quick


YAMLISH = st.text(st.sampled_from(list("ab：: \n-[]{}\"'#&*!|>?,\t%@`　～\\")), max_size=40)


@given(YAMLISH)
def test_any_text_reads_or_is_told(text: str) -> None:
    found = source()
    top = compose(text, found)
    assert (top is not None) or not found.clean


@given(st.binary(max_size=60))
def test_any_bytes_decode_or_are_told(data: bytes) -> None:
    found = source()
    text = decode(data, found)
    assert (text is None) == (not found.clean)


def test_a_hundred_thousand_brackets_are_refused_at_once() -> None:
    start = time.process_time()
    assert codes("a: " + "[" * 100_000)[0].startswith("C047")
    assert codes("a: [" + "甲 " * 100_000)[0].startswith("C029")
    assert time.process_time() - start < 5
