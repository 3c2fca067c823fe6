"""What is read quickly is read just as the general reading has it, and is never at fault."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import combining, decomposition, is_normalized

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yearbook.issues import Issues, Words
from yearbook.read import parsed, plainprose, plainyaml, prose
from yearbook.read.nodes import List, Map, Node, Scalar
from yearbook.read.plainwords import mark
from yearbook.read.text import ORDINARY, Source, tidy
from yearbook.read.textfaults import CONTROL, LOST, PRIVATE, RADICAL, SUSPECT, mended
from yearbook.read.values import fitting, is_plain, scalar, single

ROOT = Path(__file__).parent.parent
YAML = [*(ROOT / "content").rglob("*.yaml"), *(ROOT / "examples").rglob("*.yaml")]
MARKDOWN = [*(ROOT / "content").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]


def source() -> Source:
    return Source("a", Issues())


def all_of(node: Node | None) -> object:
    """A node with everything in it, the order of keys and the beginning of words as well."""
    if isinstance(node, Map):
        pairs = [(key, node.places[key], all_of(value)) for key, value in node.values.items()]
        return node.line, node.column, node.torn, list(node.places), pairs
    if isinstance(node, List):
        return node.line, node.column, node.flow, [all_of(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node, node.begin


def same_yaml(text: str) -> bool:
    """Whether a text is read quickly; it must then be what the parser has, without a fault."""
    quick = plainyaml.read(text)
    if quick is not None:
        found = source()
        assert all_of(quick) == all_of(parsed.compose(text, found))
        assert found.issues.found == []
    return quick is not None


# YAML


@pytest.mark.parametrize(
    "text",
    [
        "a: 甲\n",
        "a: 甲 # 注\n# 注\n\nb: 乙: 丙",
        "a:\n  b:\n    c: 1\n    d: 'x'\n  e: \"y\"\nf: -2\n",
        "a:\n  - b: 1\n    c: [x, 'y, z']\n  - d\nb:\n- 1\n- 2\nc: {d: 1, e: [{f: g}, h]}\n",
        "a: https://example.org/x?y\n",
    ],
)
def test_the_ordinary_forms_are_read_quickly(text: str) -> None:
    assert same_yaml(text) == (": 丙" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "a:\n",
        "a: 1\na: 2\n",
        "a: x #y\n",
        "a: &x 1\n",
        "a: 1\n  b: 2\n",
        "a: 1\n  more\n",
        "a: |\n  b\n",
        "a: [b, c: d]\n",
        "a: [b,, c]\n",
        "a: [b, c}\n",
        "a: [b, c]]\n",
        "a: {b: 1, b: 2}\n",
        'a: "\\n"\n',
        "a: 'x\n",
        "a: x\ty\n",
        "a: x\x07\n",
        "---\na: 1\n",
        "a:\n" + "".join("  " * n + "- b:\n" for n in range(9)),
        "a: " + "[" * 9 + "b" + "]" * 9,
    ],
)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert plainyaml.read(text) is None


def test_only_a_blank_begins_a_comment() -> None:
    """An ideographic space or one that does not break is a character of the words."""
    for blank in "\u3000\xa0\u2003":
        text = f"a: 大事{blank}# 记略\n"
        assert plainyaml.read(text) is None
        assert yaml.safe_load(text) == {"a": f"大事{blank}# 记略"}


@pytest.mark.parametrize("path", YAML, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_yaml_of_the_examples_reads_the_same(path: Path) -> None:
    same_yaml(path.read_text("utf-8"))


WORDS = st.sampled_from(["甲", "乙 丙", "1", "-2", "1.5", "'x'", '"y z"', "https://a.b/c", "—"])
ODD = st.sampled_from(
    "null ~ \"y 'x #z [a] {b} &c *d !e |f >g %h @i a:b a#b x: - ? a? :a a::b 1,200 a，b".split()
)
KEYS = st.sampled_from(
    ["a", "b", "c-1", "d_e", "2017", "e", "f", "g", "h", "i", "j", "k", "甲", "'q'"]
)
FLOWS = st.recursive(
    st.one_of(*[WORDS] * 12, ODD),
    lambda one: st.one_of(
        st.lists(one, min_size=1, max_size=3).map(lambda row: f"[{', '.join(row)}]"),
        st.lists(st.tuples(KEYS, one), min_size=1, max_size=3).map(
            lambda row: f"{{{', '.join(f'{key}: {value}' for key, value in row)}}}"
        ),
    ),
    max_leaves=5,
)
BLOCKS = st.recursive(
    FLOWS.map(" {}".format),
    lambda one: st.one_of(
        st.lists(st.tuples(st.sampled_from("abcd"), one), min_size=1, max_size=3).map(
            lambda row: below("".join(f"\n{key}:{value}" for key, value in row))
        ),
        st.lists(one, min_size=1, max_size=3).map(
            lambda row: below("".join(f"\n-{value}" for value in row)).replace("-\n    ", "- ")
        ),
    ),
    max_leaves=6,
)


def below(text: str) -> str:
    """Lines one step further in."""
    return text.replace("\n", "\n  ")


def spoilt(text: str, at: int, sign: str, length: int) -> str:
    """A text with some characters of it exchanged for another."""
    spot = at % (len(text) + 1)
    return text[:spot] + sign + text[spot + length :]


SIGNS = st.sampled_from(
    [*" \n\t#:-?,[]{}&*!|>'\"%@`甲a=~\x07\ufeff\u3000", "", ": ", " #", "- ", "\n  "]
)
AT, LENGTH = st.integers(0, 200), st.integers(0, 2)


@given(st.lists(st.tuples(KEYS, BLOCKS), min_size=1, max_size=3), AT, SIGNS, LENGTH)
def test_any_values_read_the_same(
    pairs: list[tuple[str, str]], at: int, sign: str, length: int
) -> None:
    text = "\n".join(f"{key}:{value}" for key, value in pairs)
    same_yaml(text)
    same_yaml(spoilt(text, at, sign, length))


# Markdown


def same_prose(text: str) -> bool:
    """Whether a text is cut quickly; it must then be what `cut` makes of it, without a fault."""
    quick = plainprose.read(text, "a")
    if quick is not None:
        found = source()
        assert quick == prose.read(text, found)
        assert found.issues.found == []
    return quick is not None


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_prose_of_the_examples_is_cut_the_same(path: Path) -> None:
    same_prose(path.read_text("utf-8"))


def test_titles_with_entries_are_cut_quickly() -> None:
    text = "\n# 甲\n\n开头。\n\n## 乙（一） {#b}\n\n文。\n\n### 小题\n\n文。\n\n## 丙 {#c}\n"
    assert same_prose(text)


HEADS = "## 丙 {#c}|## 丁 {#d}|## 午（未） {#k}|### 庚|## 戊|## 己 {.group}|## 子 {#lead}|# 乙|# [巳](a)"
LINES = st.sampled_from(
    [*HEADS.split("|"), "", "", "文。", "又文。", "[^a]: 注", "{~~甲~>乙~~}", "a[^a]"]
)
MARKS = st.sampled_from(
    [*" \n\t#＃{}`~<*[]甲a\u3000", "```", "~~~", "<!--", "\n#", "\n## ", "\n  "]
)


@given(st.lists(LINES, max_size=9), AT, MARKS, LENGTH)
def test_any_prose_is_cut_the_same(rows: list[str], at: int, sign: str, length: int) -> None:
    text = "\n".join(["# 甲", *rows])
    same_prose(text)
    same_prose(spoilt(text, at, sign, length))


# text

CHARACTERS = [char for char in map(chr, range(0x110000)) if ORDINARY.fullmatch(char)]


def test_no_ordinary_character_is_at_fault() -> None:
    for char in CHARACTERS:
        assert is_normalized("NFC", char) and not combining(char), hex(ord(char))
        assert not any(one.search(char) for one in (CONTROL, SUSPECT, RADICAL, PRIVATE))
    assert LOST not in CHARACTERS


def test_ordinary_characters_never_combine() -> None:
    parts = [decomposition(chr(code)).split() for code in range(0x110000)]
    second = {chr(int(part[1], 16)) for part in parts if len(part) == 2 and part[0][0] != "<"}
    assert second.isdisjoint(CHARACTERS)


@given(st.text(st.sampled_from(CHARACTERS)))
def test_ordinary_text_is_tidy(text: str) -> None:
    found = source()
    assert mended(text, found) == text == tidy(text, found)
    assert found.issues.found == []


# values

SAID = st.text(st.sampled_from([*"ab1甲，、~<!*&{}[]()^ \n\t#-:;\u3000"]), max_size=8)


@given(SAID)
def test_words_that_are_plain_need_no_other_look(text: str) -> None:
    assert not is_plain(text) or (text == text.strip() and "\n" not in text and not mark(text))


@given(SAID | st.sampled_from(["null", "~", "true", "b1", "…"]), st.booleans(), st.booleans())
def test_what_fits_its_form_is_read_as_any_scalar(text: str, plain: bool, inline: bool) -> None:
    node = Scalar(1, 1, text, plain, inline)
    if fitting(node, re.compile(".*")) is not None:
        found = source()
        assert single(scalar(node, found, Words("", "")), found) is node
        assert found.issues.found == []
