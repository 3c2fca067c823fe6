"""The same command again: answered before the program is imported, and only when nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from building import HERE, ROOT, copied, edit

LATER = 3600  # seconds: what lies that far back is settled


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A copy of the tiny yearbook, its files not just written."""
    found = copied(HERE / "tiny", tmp_path / "work")
    for path in found.rglob("*"):
        os.utime(path, (time.time() - LATER, time.time() - LATER))
    return found


def run(work: Path, *words: str, **env: str) -> tuple[list[str], bool]:
    """The lines of a command, and whether it was answered before the program was imported."""
    command = [sys.executable, "-X", "importtime", str(ROOT / "build.py"), *words]
    said = subprocess.run(
        command,
        cwd=work,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "", **env},
        check=False,
    )
    lines = said.stderr.splitlines()
    imported = [line for line in lines if line.startswith("import time:")]
    assert said.returncode == 0, said.stderr
    quick = not any(line.endswith(" yearbook.cli") for line in imported)
    return [line for line in lines if line not in imported], quick


def test_the_same_command_is_answered_at_once_and_only_when_nothing_changed(work: Path) -> None:
    run(work)
    time.sleep(2.1)  # git's rule: a stamp within two seconds of a change is not trusted
    run(work)
    lines, quick = run(work)
    assert quick
    assert lines[0].startswith("nothing changed: ")

    kept = {path: path.read_bytes() for path in (work / ".site.build").iterdir() if path.is_file()}
    for path, whole in kept.items():  # a damaged record is no fault
        for at in (0, 33, 41, 374) if path.name in ("state", "quick") else ():
            damaged = bytearray(whole)
            damaged[at % len(whole)] ^= 0xFF
            path.write_bytes(damaged)
            run(work)
            for one, said in kept.items():
                one.write_bytes(said)
    assert run(work)[1]

    page = work / "site/2016/reading.html"
    before = page.read_bytes()
    page.write_bytes(before + b"x")
    assert not run(work)[1]
    assert page.read_bytes() == before
    edit(str(work / "content/2016/reading.md"), "延长开放时间", "延长开放两小时")
    assert not run(work)[1]
    assert page.read_bytes() != before


def test_another_call_or_language_is_another_command(work: Path) -> None:
    run(work)
    assert not run(work, "build")[1]
    lines, quick = run(work, LANG="zh_CN.UTF-8", LC_ALL="zh_CN.UTF-8")
    assert not quick
    assert "没有变化" in lines[0]


def test_bytes_are_compared_each_time_when_times_are_not_trusted(work: Path) -> None:
    run(work, "build", "--rehash")
    page = work / "site/2016/reading.html"
    before, stat = page.read_bytes(), page.stat()
    with page.open("r+b") as file:
        file.write(b"?")
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert not run(work, "build", "--rehash")[1]
    assert page.read_bytes() == before
