"""The examples of every rule of proofreading: the wrong one is marked so, the right one is not.

The examples are those of docs/errors.md, each read into a yearbook of one section. What needs an
earlier volume has no example there and is tested with its rule.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yearbook.catalog import CATALOG
from yearbook.cli.choice import Choice
from yearbook.fix import words
from yearbook.issues import Issues, message
from yearbook.proofread import LETTER, findings
from yearbook.read import load

MARKS = {code: one for code, one in CATALOG.items() if code.startswith(LETTER)}
TAUGHT = sorted(code for code, one in MARKS.items() if one.wrong)
FIXABLE = [code for code in TAUGHT if MARKS[code].fixable]
ALSO: dict[str, set[str]] = {}  # what else is wrong in the wrong example of a code
BY_VOLUMES = {"L312", "L313", "L314"}  # told only beside an earlier volume
EDITION = "volume: 2017\ncovers: 2017\nstatus: draft\nfigures: declared\ncontents: [reading]\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A yearbook with the names of the tiny one and without a word, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = Path("content/2017")
    folder.mkdir(parents=True)
    for name in ("yearbook.yaml", "names.yaml"):
        shutil.copyfile(Path(__file__).parent / "tiny/content" / name, f"content/{name}")
    (folder / "edition.yaml").write_text(EDITION, "utf-8")
    return Path("content")


def put(content: Path, example: str) -> Path:
    """Write an example into the section of the yearbook."""
    file = content / "2017/reading.md"
    entries = example if example.startswith("## ") else f"## 读书活动 {{#events}}\n\n{example}"
    file.write_text(f"# 读书\n\n{entries}\n", "utf-8", newline="\n")
    return file


def marks(content: Path) -> set[str]:
    """The codes that proofreading finds."""
    yearbook = load(content, Issues())
    assert yearbook is not None
    return {code for _, code, _ in findings(yearbook)}


@pytest.mark.parametrize("code", TAUGHT)
def test_the_wrong_example_is_marked_and_the_right_one_is_not(content: Path, code: str) -> None:
    put(content, MARKS[code].wrong)
    assert marks(content) == {code} | ALSO.get(code, set())
    put(content, MARKS[code].right)
    assert marks(content) == set()


@pytest.mark.parametrize("code", FIXABLE)
def test_a_mend_takes_the_mark_away_and_is_made_once(content: Path, code: str) -> None:
    file = put(content, MARKS[code].wrong)
    tells = Choice(select=(code,)).tells
    (done,) = words.mend(content, tells)
    assert isinstance(done, words.Mended)
    assert code not in marks(content)
    once = file.read_bytes()
    assert list(words.mend(content, tells)) == []
    assert file.read_bytes() == once


def test_every_rule_has_its_examples() -> None:
    assert MARKS.keys() - TAUGHT == BY_VOLUMES
    assert all(MARKS[code].right for code in TAUGHT)


@pytest.mark.parametrize("code", sorted(MARKS))
def test_proofreading_never_stops_a_build(code: str) -> None:
    assert message(code).severity in ("warning", "hint")
