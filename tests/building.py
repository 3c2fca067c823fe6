"""Small yearbooks in a folder of their own, built as a user builds them. Shared by tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from yearbook import build
from yearbook.build import Job, Result

HERE = Path(__file__).parent
ROOT = HERE.parent
TEMPLATES = ROOT / "templates"
EXAMPLES = ROOT / "examples"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny yearbook, with templates of its own, in the current folder."""
    monkeypatch.chdir(copied(HERE / "tiny", tmp_path / "work"))
    return Path()


def copied(yearbook: Path, target: Path) -> Path:
    """A copy of a yearbook's content with the templates beside it."""
    shutil.copytree(yearbook / "content", target / "content")
    shutil.copytree(TEMPLATES, target / "templates")
    return target


def unlocked(target: Path) -> Path:
    """A copy of the yearbook of some years, its words not locked."""
    copied(EXAMPLES, target)
    for lock in target.glob("content/*/edition.lock"):
        lock.unlink()
    return target


def built(site: Path = Path("site"), **more: object) -> Result:
    """Build the yearbook in the current folder."""
    return build.build(Job(site=site, **more))  # type: ignore[arg-type]


def clean(**more: object) -> dict[str, bytes]:
    """The site that a first build of the yearbook in the current folder makes."""
    built(Path("clean"), **more)
    made = tree(Path("clean"))
    shutil.rmtree("clean")
    shutil.rmtree(".clean.build")
    return made


def written(result: Result) -> set[str]:
    """The pages that a build wrote."""
    return set(result.report.written) if result.report else set()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def stats(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file of a folder with its number and the time of its change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def edit(file: str | Path, old: str, new: str) -> None:
    """Change words of a file, which must be there."""
    path = Path(file)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def append(file: str | Path, text: str) -> None:
    path = Path(file)
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def command(
    *words: str | Path, cwd: Path | None = None, start: Iterable[str | Path] = (), **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the program, as `python -m yearbook` or by `start`, in a process of its own."""
    begin = [*start] or [sys.executable, "-m", "yearbook"]
    return subprocess.run(
        [*map(str, begin), *map(str, words)],
        cwd=cwd,
        env=environment(**environ),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def environment(**more: str) -> dict[str, str]:
    """The environment with the program on the path and messages in English."""
    return os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C"} | more
