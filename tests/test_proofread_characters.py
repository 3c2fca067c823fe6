"""The rules of characters: what each marks, and what looks alike and is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from yearbook.catalog.characters import MESSAGES
from yearbook.issues import Issue, Issues
from yearbook.read import load
from yearbook.rules import check

HEAD = "title: 年鉴\n"
EDITION = (
    'title: 年鉴（2017）\nlabel: "2017"\nperiod: {from: 2017-01-01, to: 2017-12-31}\n'
    "contents:\n  - sections: [words]\n"
)


def proofread(words: str, folder: Path, names: str = "") -> list[Issue]:
    """What proofreading says of the words of a section."""
    content = folder / "content"
    (content / "2017").mkdir(parents=True)
    (content / "yearbook.yaml").write_text(HEAD, "utf-8")
    (content / "2017" / "edition.yaml").write_text(EDITION, "utf-8")
    (content / "2017" / "words.md").write_text(f"# 概况\n\n{words}\n", "utf-8")
    if names:
        (content / "names.yaml").write_text(names, "utf-8")
    issues = Issues()
    yearbook = load(content, issues)
    assert yearbook is not None
    check(yearbook, issues, proofread=True)
    return [issue for issue in issues if issue.code.startswith("L0")]


def said(issues: list[Issue]) -> list[tuple[str, str, str]]:
    """Code, what stands there, what should."""
    rows: Iterator[dict[str, object]] = (dict(one.args) for one in issues)
    codes = [one.code for one in issues]
    return [
        (code, str(row["text"]), str(row.get("mended", "")))
        for code, row in zip(codes, rows, strict=True)
    ]


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_the_examples_of_a_rule_are_what_it_says(code: str, tmp_path: Path) -> None:
    wrong = proofread(MESSAGES[code].wrong, tmp_path / "wrong")
    right = proofread(MESSAGES[code].right, tmp_path / "right")
    assert {one.code for one in wrong} == {code}
    assert [one.text("en") for one in right] == []
