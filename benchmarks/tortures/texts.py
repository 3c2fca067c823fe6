"""Fuzzing and hostile texts as parts of torture.py; what is found is kept in a folder to look at."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tortures import fuzz, hostile
from tortures.yard import ROOT, Result, Results, environment

MINUTES = 60.0
BOMB = """
import sys, zipfile, resource
from pathlib import Path
sys.path.insert(0, {root!r})
from yearbook.issues import Issues
from yearbook.manuscripts.source import read
import yearbook.manuscripts.docx, yearbook.manuscripts.sheets
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
issues = Issues()
assert read(Path({path!r}), issues) is None, "it was not refused"
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def hostile_texts(folder: Path, quick: bool) -> Results:
    """Runs of one thing, a hundred thousand of another, bombs."""
    watch = fuzz.Watch(_kept())
    count = hostile.tried(watch, quick)
    yield _result("hostile texts: no exception, no hang, at most 5 s per MB", count, watch)
    yield from _bombs(folder)


def fuzzed(folder: Path, quick: bool) -> Results:
    """Texts changed by chance, for an hour unless told otherwise."""
    watch = fuzz.Watch(_kept())
    fuzz.by_chance(watch, 30 if quick else MINUTES * 60, seed=2026)
    count = sum(watch.runs.values())
    yield _result("fuzzing: no uncaught exception, no hang, at most 5 s per MB", count, watch)


def _kept() -> Path:
    return Path(tempfile.mkdtemp(prefix="torture-found-"))


def _result(promise: str, count: int, watch: fuzz.Watch) -> Result:
    kinds = list(watch.found)
    said = f"{count} texts, {len(kinds)} finds" + (
        f" in {watch.kept}: {'; '.join(kinds)[:300]}" if kinds else ""
    )
    figures = {"texts": count, "finds": kinds, "runs": dict(watch.runs)}
    return Result(promise, said, not kinds, figures)


def _bombs(folder: Path) -> Results:
    """Packages that are small and unpack to gigabytes."""
    most = 0
    for ending, part in (("docx", "word/document.xml"), ("xlsx", "xl/worksheets/sheet1.xml")):
        path = folder / f"bomb.{ending}"
        _bomb(path, part)
        script = BOMB.format(root=str(ROOT), path=str(path))
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            yield Result("a zip bomb", done.stderr.strip()[-200:], False)
            return
        most = max(most, int(done.stdout))
    yield Result(
        "a zip bomb stays under 300 MB",
        f"{most} MB at most, refused",
        most < 300,
        {"megabytes": most},
    )


def _bomb(path: Path, part: str) -> None:
    """A gigabyte of zeros under the name of the part that matters."""
    import zipfile

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml" if path.suffix == ".xlsx" else "word/styles.xml", "<a/>")
        with file.open(part, "w", force_zip64=True) as out:
            for _ in range(1024):
                out.write(bytes(2**20))
