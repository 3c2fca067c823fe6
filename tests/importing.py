"""A yearbook into which manuscripts are imported, in a folder of its own. Shared by tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yearbook import cli
from yearbook.issues import Issues
from yearbook.manuscripts.job import Job, Outcome
from yearbook.manuscripts.job import run as run_job
from yearbook.model import Edition, Section, sections
from yearbook.read import load
from yearbook.rules import check

Import = Callable[..., Outcome]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content folder of a yearbook without editions, in the current folder."""
    monkeypatch.chdir(tmp_path)
    content = Path("content")
    content.mkdir()
    (content / "yearbook.yaml").write_text("title: 临河县文化馆年鉴\n", encoding="utf-8")
    return content


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def imported(text: str, edition: str = "2018", name: str = "m.txt", **more: Any) -> Outcome:
    """Import a text manuscript into the yearbook in the current folder."""
    return run_job(
        Job(content=Path("content"), edition=edition, files=(write(name, text),), **more)
    )


def edition(name: str = "2018") -> Edition:
    """An edition as the program reads it, which must be without errors."""
    issues = Issues()
    yearbook = load(Path("content"), issues)
    assert yearbook is not None
    check(yearbook, issues)
    assert [issue.line("zh") for issue in issues.errors] == []
    return next(one for one in yearbook.editions if one.id == name)


def section(stem: str, name: str = "2018") -> Section:
    return next(one for one in sections(edition(name)) if one.stem == stem)


def text(name: str) -> str:
    return Path("content", name).read_text(encoding="utf-8")


def command(*words: str) -> int:
    """The exit code of a command in Chinese."""
    return cli.main([*words, "--lang", "zh"])
