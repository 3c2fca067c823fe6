"""Every code of the catalogue has a folder that calls it forth, and its whole sentences are kept.

`tests/issues/CODE-slug/` is laid over a copy of the good yearbook `tests/tiny`: its files replace
or add, `remove.txt` lists paths to delete, `make.py` runs in the copy and does what files cannot
say; with `AS_A_USER = True` in it the rights of root are let go, and the command runs within its
context `around()` when it has one. `command.txt` may hold another command than `check`.
`expected.txt` and `expected.en.txt` are all issues of the run; that released editions are not locked
(C340) is said in its own folder only. `pytest --regenerate` writes them anew; read the difference.
"""

from __future__ import annotations

import codecs
import ctypes  # noqa: F401 (see as_a_user)
import importlib
import os
import pkgutil
import re
import runpy
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path

import pytest
from locking import UNLOCKED

import yearbook
from yearbook import build, cli
from yearbook.account import Account
from yearbook.build import Job
from yearbook.catalog import CATALOG
from yearbook.issues import Issue, Issues

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in (HERE / "issues").iterdir() if path.is_dir())
OWN = {"remove.txt", "make.py", "command.txt", "expected.txt", "expected.en.txt"}
LANGS = {"zh": "expected.txt", "en": "expected.en.txt"}
ISSUE = re.compile(r"(?:.*: )?[CMTSLP][0-9]{3} ")

Check = Callable[[Job, Issues], tuple[Account, ...]]


def lay(folder: Path, copy: Path) -> None:
    """Make `copy` the tiny yearbook with the folder's faults in it."""
    shutil.copytree(HERE / "tiny", copy)
    copy.chmod(0o755)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in OWN:
            target = copy / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    removals = folder / "remove.txt"
    for line in removals.read_text("utf-8").split() if removals.exists() else ():
        gone = copy / line
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()


@contextmanager
def as_a_user() -> Iterator[None]:
    """Let go of the rights of root, before which no file is unreadable.

    Whatever the program may need is loaded before: Python itself may lie in root's own folder.
    """
    for module in pkgutil.walk_packages(yearbook.__path__, "yearbook."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for encoding in ("gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "idna"):
        codecs.lookup(encoding)  # one that cannot be loaded is taken for unknown ever after
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def made_by(make: Path) -> dict[str, object]:
    """Run a `make.py`; elsewhere than Linux a file that the system refuses skips the test."""
    try:
        return runpy.run_path(str(make))
    except (AttributeError, NotImplementedError, OSError) as error:
        if sys.platform == "linux":
            raise
        pytest.skip(f"this system cannot make the fault: {error}")


def prepare(
    folder: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> AbstractContextManager[None]:
    """Lay the folder, go into the copy and make what files cannot say; the rights to run with."""
    lay(folder, copy)
    monkeypatch.chdir(copy)
    make = folder / "make.py"
    made = made_by(make) if make.exists() else {}
    if not made.get("AS_A_USER"):
        around: Callable[[], AbstractContextManager[None]] = made.get("around", nullcontext)  # type: ignore[assignment]
        return around()
    return as_a_user()


def run(folder: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The lines that the program prints in the current folder."""
    command = folder / "command.txt"
    words = command.read_text("utf-8").split() if command.exists() else ["check"]
    with suppress(SystemExit):
        cli.main([*words, "--lang", lang])
    out, err = capsys.readouterr()
    lines = [line for line in (out + err).splitlines() if ISSUE.match(line)]
    quiet = () if folder.name.startswith(UNLOCKED) else (f": {UNLOCKED} ",)
    return "".join(f"{line}\n" for line in lines if not any(one in line for one in quiet))


def once(check: Check) -> Check:
    """`check` that looks once: what it found for the first language it tells in the second."""
    kept: list[tuple[list[Issue], tuple[Account, ...]]] = []

    def looked(job: Job, issues: Issues) -> tuple[Account, ...]:
        if not kept:
            accounts = check(job, issues)
            kept.append((issues.found, accounts))
        issues.found = [*kept[0][0]]
        return kept[0][1]

    return looked


def said(
    folder: Path,
    work: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> dict[str, str]:
    """What is said in each language; commands other than `check` may write, and begin anew."""
    if (folder / "command.txt").exists():
        both = {}
        for lang in LANGS:
            with prepare(folder, work / lang, monkeypatch):
                both[lang] = run(folder, lang, capsys)
        return both
    with prepare(folder, work / "check", monkeypatch):
        monkeypatch.setattr(build, "check", once(build.check))
        return {lang: run(folder, lang, capsys) for lang in LANGS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_issues_of_a_folder_are_exactly_the_expected_ones(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    for lang, lines in said(folder, tmp_path, monkeypatch, capsys).items():
        expected = folder / LANGS[lang]
        if request.config.getoption("--regenerate"):
            expected.write_text(lines, encoding="utf-8", newline="\n")
        assert lines == expected.read_text(encoding="utf-8")
        assert f"{folder.name[:4]} " in lines


def test_every_code_has_a_folder() -> None:
    assert {folder.name[:4] for folder in FOLDERS} == set(CATALOG)


def test_the_tiny_yearbook_is_without_further_issues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE / "tiny")
    assert run(HERE / "tiny", "zh", capsys) == ""


@pytest.mark.parametrize("code", sorted(CATALOG))
def test_a_message_says_what_must_be_and_the_mend_in_both_languages(code: str) -> None:
    message = CATALOG[code]
    assert re.fullmatch("[CMTSLP][0-9]{3}", code)
    assert all((message.zh, message.zh_mend, message.en, message.en_mend))
