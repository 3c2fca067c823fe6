"""The schemas are those of the reader's own field table, and agree with it on content."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from yearbook.issues import Issues
from yearbook.read.nodes import List, Map, Node, Scalar
from yearbook.read.schema import FILES, schemas, text, write
from yearbook.read.source import compose
from yearbook.read.text import Source

HERE = Path(__file__).parent
TINY = HERE / "tiny" / "content"


def plain(node: Node) -> Any:
    """The node as an editor's YAML 1.2 reader has it."""
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.plain and re.fullmatch(r"-?(?:0|[1-9]\d*)", node.text):
        return int(node.text)
    if node.plain and re.fullmatch(r"-?\d+\.\d+", node.text):
        return float(node.text)
    return None if node.empty else node.text


def read(yaml: str) -> tuple[Any, Map, Source]:
    source = Source("x.yaml", Issues())
    node = compose(yaml, source)
    assert node is not None
    return plain(node), node, source


def kind_of(path: Path) -> str:
    return path.stem if path.stem in FILES else "section"


def test_the_schemas_are_good_schemas() -> None:
    for schema in schemas().values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", FILES)
def test_the_files_in_schemas_are_current(name: str) -> None:
    written = (HERE.parent / "schemas" / f"{name}.json").read_text("utf-8")
    assert written == text(schemas()[name]), "run: python -m yearbook.read.schema"


def test_writing_makes_the_same_files(tmp_path: Path) -> None:
    write(tmp_path / "schemas")
    assert {path.stem for path in (tmp_path / "schemas").iterdir()} == set(FILES)


@pytest.mark.parametrize("path", sorted(TINY.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_tiny_yearbook_fits_the_schemas(path: Path) -> None:
    data, _, _ = read(path.read_text("utf-8"))
    Draft202012Validator(schemas()[kind_of(path)]).validate(data)


@pytest.mark.parametrize(
    ("name", "yaml"),
    [
        ("yearbook", "titel: 年鉴"),
        ("yearbook", "title: 年鉴\ncitation: 2020"),
        ("yearbook", "title: 年鉴\nbase_url: example.org"),
        ("edition", "volume: 2017\ncovers: 2017"),
        ("edition", "volume: 2017\ncovers: 二〇一七\ncontents: [a]"),
        ("edition", "volume: 2017\ncovers: {from: 2017-01-01}\ncontents: [a]"),
        ("edition", "volume: 2017\ncovers: 2017\ncontents: [A b]"),
        ("edition", "volume: 2017\ncovers: 2017\ncontents: [{category: a, title: 甲}]"),
        ("edition", "volume: 2017\ncovers: 2017\ncontents: [a]\nhighlights: [a, b, c, d, e, f, g]"),
        ("edition", "volume: 2017\ncovers: 2017\ncontents: [a]\nhighlights: [a, a]"),
        ("section", "figures: {a: {entry: lead, label: 甲, unit: 项}}"),
        ("section", "figures: {a: {entry: lead, label: 甲, value: 八万, unit: 项}}"),
        ("section", "figures: {A_b: {entry: lead, label: 甲, value: 8, unit: 项}}"),
        ("section", "people: [{id: a, name: 甲}]"),
        ("section", "events: [{id: a, date: 3月, text: 甲}]"),
        ("section", "plain: 前6名"),
        ("section", "pictures: [{id: a, file: a.jpg, caption: 甲}]"),
        ("section", "honours: [{id: a, entry: b, title: 丙, level: 国, recipient: self}]"),
        ("section", "honours: [{id: a, entry: b, title: 丙, level: 省, recipient: {count: 0}}]"),
        ("names", "a: {name: 甲}"),
        ("names", "a: {name: 甲, kind: people}"),
    ],
)
def test_reader_and_schema_refuse_the_same(name: str, yaml: str) -> None:
    data, node, source = read(yaml)
    FILES[name][1].read(node, source)
    assert not source.clean
    assert not Draft202012Validator(schemas()[name]).is_valid(data)
