"""A build that is killed leaves the old site or the new one, whole, and the next one sweeps up."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import patch

import pytest
from building import built, clean, environment, tiny, tree

from yearbook.output import Output
from yearbook.write import fs, write
from yearbook.write.state import State

__all__ = ["tiny"]
KILLS = int(os.environ.get("YEARBOOK_KILLS", "20"))
KEPT = ["lock", "parts", "state"]
SLOW = """
import sys, threading, time
sys.path.insert(0, {root!r})
from yearbook import build
from yearbook.write import fs
if {two_renames}:
    fs.exchange = lambda *_: False
def slowly(do):
    def wrapped(*words, **more):
        time.sleep(0.001)
        return do(*words, **more)
    return wrapped
for name in ("create", "link", "folder", "remove"):
    setattr(fs, name, slowly(getattr(fs, name)))
import yearbook.write, yearbook.rules, yearbook.render
print("ready", flush=True)
build.build(build.Job())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
@pytest.mark.parametrize("two_renames", [False, True], ids=["exchange", "two renames"])
def test_a_killed_build_leaves_a_whole_site(tiny: Path, two_renames: bool) -> None:
    """The writes are slowed, so that about half of the kills come while the disk is written."""
    chance = random.Random(2017)
    whole = []
    for state in ("one", "other"):
        become(state)
        whole.append(clean())
    built()
    for number in range(KILLS // 2):
        become(("one", "other")[number % 2])
        kill_after(0.05 + chance.random() * 0.4, two_renames)
        if two_renames and not Path("site").exists():
            assert Path(".site.build/old").exists()
        else:
            assert tree(Path("site")) in whole
        built()
        assert tree(Path("site")) == whole[number % 2]
        assert sorted(path.name for path in Path(".site.build").iterdir()) == KEPT


def become(state: str) -> None:
    """Every page differs between two states."""
    for name in ("templates/404.html", "templates/base.html"):
        path = Path(name)
        text = path.read_text("utf-8").partition("<!-- state")[0]
        path.write_text(f"{text}<!-- state {state} -->", "utf-8")


def kill_after(seconds: float, two_renames: bool) -> None:
    script = SLOW.format(root=environment()["PYTHONPATH"], two_renames=two_renames)
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()


# where two folders cannot be exchanged


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stage, a site and a work folder, on a system that cannot exchange folders."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fs, "exchange", lambda *_: False)
    for name in ("site", "work/stage"):
        Path(name).mkdir(parents=True)
        (Path(name) / "a").write_text("new" if "stage" in name else "old", "utf-8")
    return Path("work")


def swap_until(nth: int) -> None:
    """Swap, and be killed before the rename number `nth`."""
    done = []
    rename = Path.rename

    def counted(self: Path, target: Path) -> Path:
        done.append(self)
        if len(done) == nth:
            raise Killed
        return rename(self, target)

    with patch.object(Path, "rename", counted), patch.object(Path, "unlink"):
        try:
            fs.swap(Path("work/stage"), Path("site"), Path("work"))
        except Killed:
            return


def recovered() -> str:
    fs.recover(Path("work/stage"), Path("site"), Path("work"))
    assert not Path("work", fs.MARK).exists()
    return (Path("site") / "a").read_text("utf-8")


def test_a_swap_killed_before_the_first_rename_leaves_the_old_site(two_renames: Path) -> None:
    swap_until(1)
    assert recovered() == "old"


def test_a_swap_killed_between_the_renames_is_finished(two_renames: Path) -> None:
    swap_until(2)
    assert not Path("site").exists()
    assert recovered() == "new"


def test_a_swap_killed_after_both_renames_has_the_new_site(two_renames: Path) -> None:
    swap_until(0)
    assert recovered() == "new"


def test_without_the_new_site_the_old_one_comes_back(two_renames: Path) -> None:
    swap_until(2)
    fs.remove(Path("work/stage"))
    assert recovered() == "old"


def test_a_second_rename_that_fails_brings_the_old_site_back(two_renames: Path) -> None:
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.name == "stage":
            raise PermissionError(13, "in use")
        return rename(self, target)

    with patch.object(Path, "rename", refused), pytest.raises(PermissionError):
        fs.swap(Path("work/stage"), Path("site"), Path("work"))
    assert (Path("site") / "a").read_text("utf-8") == "old"
    assert [path.name for path in two_renames.iterdir()] == ["stage"]


def test_a_site_is_renewed_by_two_renames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_renames: Path
) -> None:
    site = tmp_path / "public"
    write([Output("a", "1", "1".encode)], site, State())
    write([Output("a", "2", "2".encode)], site, State())
    assert (site / "a").read_bytes() == b"2"
    assert sorted(path.name for path in (tmp_path / ".public.build").iterdir()) == [
        "lock",
        "state",
    ]
