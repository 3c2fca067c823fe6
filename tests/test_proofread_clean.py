"""Clean prose of many kinds, on which proofreading says nothing."""

from __future__ import annotations

from pathlib import Path

from yearbook.issues import Issues
from yearbook.read import load
from yearbook.rules import check

CLEAN = Path(__file__).parent / "proofreading"
EDITION = "volume: 2018\ncovers: {from: 2017-01-01, to: 2017-12-31}\ncontents: [chronicle, clean, enterprise]\n"


def test_nothing_is_said_of_clean_prose(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "2018").mkdir(parents=True)
    (content / "yearbook.yaml").write_text("title: 海棠年鉴\n", encoding="utf-8")
    (content / "2018" / "edition.yaml").write_text(EDITION, encoding="utf-8")
    for page in CLEAN.glob("*.md"):
        (content / "2018" / page.name).write_bytes(page.read_bytes())
    issues = Issues()
    yearbook = load(content, issues)
    assert yearbook is not None
    check(yearbook, issues, proofread=True)
    assert [one.line("en") for one in issues if one.code.startswith("L")] == []
