"""Disks that are full, read-only or mounted, two builds at once, folders without rights: the old
site stays whole, and one line says what to do.

The disks are real ones in memory, mounted for one process where Linux allows it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from building import append, built, clean, command, environment, tiny, tree
from test_issues import as_a_user

from yearbook.issues import UseError
from yearbook.write.workplace import workplace

__all__ = ["tiny"]
UNSHARE = ["unshare", "-m"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "-Urm"]


def mounted(script: str) -> str:
    """The lines of a shell script that may mount disks; `build` in it builds."""
    if not shutil.which("unshare"):
        pytest.skip("this system has no unshare")
    tried = command("-t", "tmpfs", "x", "/mnt", start=[*UNSHARE, "mount"])
    if tried.returncode:
        pytest.skip("this system lets no test mount disks")
    build = shlex.join([sys.executable, "-m", "yearbook", "build", "--quiet"])
    whole = f'set -e\nbuild() {{ {build} "$@" 2>&1 || echo exit $?; }}\n{script}'
    done = command("-c", whole, start=[*UNSHARE, "sh"])
    assert done.stderr == ""
    return done.stdout


def test_a_full_disk(tiny: Path) -> None:
    said = mounted("""
        mkdir disk && mount -t tmpfs -o size=2m x disk
        build --site disk/site
        before=$(cd disk/site && find . -type f | sort | xargs sha256sum)
        for file in templates/*.html; do echo '<!-- renewed -->' >> $file; done
        head -c 2m /dev/zero > disk/filling 2>/dev/null || true
        build --site disk/site
        test "$before" = "$(cd disk/site && find . -type f | sort | xargs sha256sum)" && echo whole
        rm disk/filling
        build --site disk/site
        ls -A disk disk/.site.build
    """)
    assert said == (
        "disk/site: S016 the disk is full (No space left on device); the site is as before"
        " — free some room and run again, or name another disk with --site\n"
        "exit 2\nwhole\n"
        "disk:\n.site.build\nsite\n\ndisk/.site.build:\nlock\nparts\nquick\nstate\n"
    )


def test_a_read_only_disk(tiny: Path) -> None:
    said = mounted("""
        mkdir disk && mount -t tmpfs -o ro x disk
        build --site disk/site
    """)
    assert said == (
        "disk/site: S015 the site folder is on a read-only disk (Read-only file system);"
        " the site is as before — name a disk that can be written with --site\nexit 2\n"
    )


def test_a_disk_mounted_as_the_site(tiny: Path) -> None:
    said = mounted("""
        mkdir site && mount -t tmpfs x site
        build
        ls -A site
    """)
    assert said == (
        "site: S020 the site folder cannot be exchanged (Device or resource busy): something is"
        " mounted or at work there; the site is as before — name a folder within it with --site,"
        " or close the programs that use it\nexit 2\n"
    )


def test_a_folder_on_a_mounted_disk(tiny: Path) -> None:
    said = mounted("""
        mkdir disk && mount -t tmpfs x disk
        build --site disk/site
        echo '附。' >> content/about.md
        build --site disk/site
        ls disk/site/index.html
    """)
    assert said == "disk/site/index.html\n"


# rights


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("locked", ["site", "site/2017", ".", ".site.build"])
def test_a_folder_without_rights(tiny: Path, locked: str) -> None:
    """A site that may not be read or renewed stays as it is, without a traceback."""
    built()
    before = tree(Path("site"))
    append("content/about.md", "\n附。\n")
    if os.geteuid() == 0:
        for path in (Path(), *Path().rglob("*")):
            os.chown(path, 65534, -1)
    Path(locked).chmod(0o555 if locked in (".", ".site.build") else 0)
    try:
        with as_a_user(), pytest.raises(UseError) as refusal:
            built()
    finally:
        Path(locked).chmod(0o755)
    assert refusal.value.issue.line("en").startswith(
        "site: S014 no permission to write the site folder (Permission denied);"
    )
    assert tree(Path("site")) == before


# names that no disk takes


@pytest.mark.parametrize("length", [250, 300])
def test_a_name_that_is_too_long(tiny: Path, length: int) -> None:
    with pytest.raises(UseError, match="S017"):
        built(Path("n" * length))
    assert sorted(path.name for path in Path().iterdir()) == ["content", "templates"]


# two builds at once


def test_a_second_build_at_once_is_refused_and_names_the_first(tiny: Path) -> None:
    with workplace(Path("site")), pytest.raises(UseError) as refusal:
        built()
    said = refusal.value.issue.line("en")
    assert said.startswith(
        f".site.build: S008 another command is writing here: process {os.getpid()} on "
    )
    assert said.endswith(" — run again when it has ended")


def test_a_lock_that_nobody_holds_is_taken(tiny: Path) -> None:
    Path(".site.build").mkdir()
    Path(".site.build/lock").write_text('{"pid": 1}', "utf-8")
    assert built().files


def test_builds_started_at_once_leave_one_whole_site(tiny: Path) -> None:
    build = [sys.executable, "-m", "yearbook", "build", "--quiet"]
    started = [
        subprocess.Popen(build, env=environment(), stderr=subprocess.PIPE, encoding="utf-8")
        for _ in range(4)
    ]
    said = [process.communicate()[1] for process in started]
    codes = [process.returncode for process in started]
    assert 0 in codes
    for code, line in zip(codes, said, strict=True):
        assert (code, line) == (0, "") or (code == 2 and "S008" in line), (code, line)
    assert tree(Path("site")) == clean()


def test_a_build_that_is_refused_leaves_no_folder_behind(tiny: Path) -> None:
    Path("site").mkdir()
    Path("site/plan.docx").write_bytes(b"mine")
    with pytest.raises(UseError, match="S012"):
        built()
    assert not Path(".site.build").exists()


def test_the_folders_that_others_keep_there_survive_a_build(tiny: Path) -> None:
    """`serve` keeps its site, drafts and all, beside the record of the builds."""
    built(Path(".site.build/serve"))
    shown = tree(Path(".site.build/serve"))
    append("content/about.md", "\n附。\n")
    Path(".site.build/stage").mkdir()
    built()
    assert tree(Path(".site.build/serve")) == shown
    assert not Path(".site.build/stage").exists()
