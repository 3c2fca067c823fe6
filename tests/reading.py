"""A copy of the tiny yearbook to write in, and reading it. Shared by the tests of the reader."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from yearbook.issues import Issues
from yearbook.model import Yearbook
from yearbook.read import load

TINY = Path(__file__).parent / "tiny" / "content"
READING = "2016/reading.md"
EDITION = "volume: 2016\ncovers: 2016\ncontents: [overview, reading]\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny yearbook, in the current folder."""
    shutil.copytree(TINY, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


def read(content: Path) -> Yearbook:
    found, codes = read_with_issues(content)
    assert codes == []
    return found


def read_with_issues(content: Path) -> tuple[Yearbook, list[str]]:
    issues = Issues()
    found = load(content, issues)
    assert found is not None
    return found, [f"{issue.place} {issue.code}" for issue in issues]


def write(content: Path, name: str, text: str) -> None:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
