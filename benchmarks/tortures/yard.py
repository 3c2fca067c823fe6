"""What the parts share: yearbooks to work on, the program started as a user starts it, results."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "yearbook")
KEPT = {"lock", "parts", "state"}

Tree = dict[str, bytes]


@dataclass(frozen=True)
class Result:
    """A promise with the figure that was reached; `good` is None for what was left out."""

    promise: str
    figure: str
    good: bool | None
    figures: dict[str, object] = field(default_factory=dict)

    def line(self) -> str:
        mark = {True: "PASS", False: "FAIL", None: "LEFT OUT"}[self.good]
        return f"{mark:8} {self.promise}: {self.figure}"


Results = Iterator[Result]


def environment(**more: str) -> dict[str, str]:
    """The environment with the program on the path and messages in English."""
    return os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"} | more


def yearbook(folder: Path, source: str = "examples/content") -> Path:
    """A copy of a yearbook with the templates beside it."""
    shutil.copytree(ROOT / source, folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


def unlocked(folder: Path, source: str = "examples/content") -> Path:
    """The same, whose words may change although they are released."""
    for lock in yearbook(folder, source).glob("content/*/edition.lock"):
        lock.unlink()
    return folder


def start(folder: Path, *words: str, **environ: str) -> subprocess.Popen[str]:
    """The program at work in a folder."""
    return subprocess.Popen(
        [*PROGRAM, *words],
        cwd=folder,
        env=environment(**environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )


def run(folder: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """The program run to its end in a folder."""
    with start(folder, *words, **environ) as process:
        out, err = process.communicate(timeout=600)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def fine(folder: Path, *words: str, **environ: str) -> float:
    """The same, which must end well; the seconds it took."""
    begin = time.monotonic()
    done = run(folder, *words, **environ)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return time.monotonic() - begin


def tree(folder: Path) -> Tree:
    """Every file of a folder with its bytes."""
    if not folder.exists():
        return {}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def of_which(site: Tree, whole: Sequence[Tree]) -> str:
    """`whole`, or what a site is that is none of the whole ones: `mixed` or `damaged`."""
    if site in whole:
        return "whole"
    mixed = all(any(one.get(path) == data for one in whole) for path, data in site.items())
    return "mixed" if mixed and site else "damaged"


def leftovers(folder: Path) -> list[str]:
    """What a build left in its work folder that is not to be kept."""
    work = folder / ".site.build"
    return sorted({path.name for path in work.iterdir()} - KEPT) if work.exists() else []
