"""The files of an import are all written or none, whatever ends it half-way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from building import tree
from importing import book, command, edition, imported

from yearbook.issues import UseError
from yearbook.manuscripts import writing

__all__ = ["book"]

ROOT = Path(__file__).resolve().parent.parent
FIRST = "安全保卫\n检查消防器材24件。\n辅导\n办班3期。\n"
SECOND = "安全保卫\n检查消防器材25件。\n辅导\n办班4期。\n活动\n演出6场。\n"
KILLED = """
import os, sys
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from importing import imported
plain, left = Path.replace, [{number}]
def replace(self, target):
    left[0] -= 1
    if left[0] < 0:
        os._exit(9)
    return plain(self, target)
Path.replace = replace
imported({text!r})
"""


def killed(number: int, text: str) -> bool:
    """Import, and be killed at the rename of that number; whether that came to pass."""
    code = KILLED.format(root=str(ROOT), tests=str(ROOT / "tests"), number=number, text=text)
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 9


@pytest.mark.parametrize("number", [0, 1, 6])
def test_an_import_that_was_killed_is_undone_or_finished_by_the_next(
    book: Path, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first rename is that of the journal."""
    imported(FIRST)
    before = tree(book / "2018")
    assert killed(number, SECOND)
    assert (tree(book / "2018") == before) == (number < 2)
    assert command("check", "--quiet") == (1 if number else 0)
    told = "M045 编入须做完，2018 卷上一次中途停了，文件有新有旧 — 再运行一次 import"
    assert (told in capsys.readouterr().out) == (number > 0)
    imported(SECOND)
    assert sorted(path.name for path in book.iterdir()) == ["2018", "yearbook.yaml"]
    titles = [one.title for category in edition().contents for one in category.sections]
    assert titles == ["安全保卫", "辅导", "活动"]


def test_nothing_is_written_when_the_disk_fails_half_way(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(FIRST)
    before = tree(book)
    plain, done = writing._exchange, list[str]()

    def failing(folder: Path, stage: Path, name: str, new: bool) -> None:
        done.append(name)
        if len(done) == 2:
            raise OSError(28, "No space left on device", str(folder / name))
        plain(folder, stage, name, new)

    monkeypatch.setattr(writing, "_exchange", failing)
    with pytest.raises(UseError) as caught:
        imported(SECOND)
    assert caught.value.issue.code == "M043"
    assert tree(book) == before


def test_an_import_that_is_broken_off_by_hand_leaves_all_as_it_was(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_exchange", interrupted)
    before = tree(book)
    with pytest.raises(KeyboardInterrupt):
        imported(FIRST)
    assert tree(book) == before


def test_what_goes_and_cannot_go_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "2018"
    folder.mkdir()
    (folder / "a.md").write_text("甲", encoding="utf-8")

    def failing(*_: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(writing, "_exchange", failing)
    with pytest.raises(UseError):
        writing.write(folder, {"a.md": None})
    assert tree(tmp_path) == {"2018/a.md": "甲".encode()}


def test_two_imports_at_once_do_not_mix(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("m.txt").write_text(FIRST, encoding="utf-8")
    with writing.alone(book):
        assert command("import", "m.txt", "--edition", "2018") == 2
    assert capsys.readouterr().err == (
        "content: M046 一次只能有一个 import，另一个正在编入 — 等它做完再运行\n"
    )
    assert not (book / "2018").exists()
