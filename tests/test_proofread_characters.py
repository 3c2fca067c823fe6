"""The rules of characters: what each marks, and what looks alike and is right."""

from __future__ import annotations

from pathlib import Path

from yearbook.catalog.characters import MESSAGES
from yearbook.issues import Issues
from yearbook.read import load
from yearbook.rules import check

EDITION = "volume: 2017\ncovers: {{from: 2017-01-01, to: 2017-12-31}}\ncontents: [{}]\n"


Found = list[tuple[str, str, str]]


def proofread(words: str, folder: Path, names: str = "") -> Found:
    """What the rules of characters say of a section: code, what stands there, what should."""
    return _all({"words": words}, folder, names).get("words", [])


def _all(pages: dict[str, str], folder: Path, names: str = "") -> dict[str, Found]:
    """The same of several sections."""
    edition = folder / "content" / "2017"
    edition.mkdir(parents=True)
    (folder / "content" / "yearbook.yaml").write_text("title: 年鉴\n", "utf-8")
    (folder / "content" / "names.yaml").write_text(names, "utf-8")
    (edition / "edition.yaml").write_text(EDITION.format(", ".join(pages)), "utf-8")
    for stem, words in pages.items():
        (edition / f"{stem}.md").write_text(f"# 概况\n\n{words}\n", "utf-8")
    issues = Issues()
    yearbook = load(folder / "content", issues)
    assert yearbook is not None
    check(yearbook, issues, proofread=True)
    found: dict[str, Found] = {}
    for issue in issues:
        if issue.code.startswith("L0"):
            args = {name: str(value) for name, value in issue.args}
            row = (issue.code, args["text"], args.get("mended", ""))
            found.setdefault(Path(issue.place.path).stem, []).append(row)
    return found


def test_the_examples_of_a_rule_are_what_it_says(tmp_path: Path) -> None:
    pages = {f"wrong-{code.lower()}": one.wrong for code, one in MESSAGES.items()}
    pages |= {f"right-{code.lower()}": one.right for code, one in MESSAGES.items()}
    found = {stem: {code for code, _, _ in rows} for stem, rows in _all(pages, tmp_path).items()}
    assert found == {f"wrong-{code.lower()}": {code} for code in MESSAGES}
