"""A released and locked edition in a small yearbook. Shared by tests and by tests/issues."""

from __future__ import annotations

from pathlib import Path

from yearbook.build import Job
from yearbook.issues import Issue, Issues
from yearbook.release import Released, release

UNLOCKED = "C340"
TEMPLATES = Path(__file__).parent.parent / "templates"


def besides(issues: Issues) -> list[Issue]:
    """The issues but for those that say that a released edition is not locked."""
    return [issue for issue in issues if issue.code != UNLOCKED]


def finished(content: Path, edition: str) -> None:
    """Let every section of an edition say that it is finished."""
    folder = content / edition
    stems = {path.stem for path in folder.glob("*.*") if path.suffix in (".md", ".yaml")}
    for stem in stems - {"edition"}:
        file = folder / f"{stem}.yaml"
        said = file.read_text("utf-8") if file.exists() else ""
        file.write_text(f"state: 定稿\n{said}", "utf-8")


def locked(edition: str = "2016", content: Path = Path("content")) -> Released:
    """Release and lock an edition as the command does."""
    finished(content, edition)
    return release(Job(content, TEMPLATES), edition)
