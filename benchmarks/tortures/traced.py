"""What the program asks of the system: no network, no other program, nothing outside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tortures.yard import PROGRAM, ROOT, Result, Results, environment, yearbook

CALLS = "trace=%network,execve,execveat,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,truncate"
OPENED = re.compile(
    r'\b(?:open|openat|openat2|creat)\((?:AT_FDCWD|\d+(?:<[^>]*>)?)?,? ?"((?:[^"\\]|\\.)*)", ?([A-Z_|{}= ]*)'
)
NAMED = re.compile(r'"((?:[^"\\]|\\.)*)"')
CHANGING = re.compile("mkdir|rename|unlink|link|symlink|truncate")
WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")
SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc",
    "/proc",
    "/dev/null",
    "/dev/urandom",
    "/sys/fs/cgroup",
    "/sys/devices/system/cpu",
    "/dev/shm",
)
MANUSCRIPT = "第一章 夜校\n\n全年举办夜校12期，培训职工600人。\n"
JOBS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("build", "--quiet"), ("site", ".site.build")),
    (("check",), ()),
    (("status", "2021"), ()),
    (("offline", "--quiet", "--out", "out"), ("out", ".site.build")),
    (("package", "2020", "--quiet", "--out", "out"), ("out", ".site.build")),
    (("verify", "site"), ()),
    (("import", "m.txt", "--edition", "2021", "--opening", "night"), ("content",)),
    (("new", "2022"), ("content",)),
)


def traced(folder: Path, quick: bool) -> Results:
    """Every command under strace."""
    if not shutil.which("strace"):
        yield Result(
            "no network, no other program, nothing outside", "strace is not installed", None
        )
        return
    work = yearbook(folder / "work")
    (work / "m.txt").write_text(MANUSCRIPT, "utf-8")
    for words, may in JOBS:
        yield _traced(work, words, may)


def _traced(work: Path, words: tuple[str, ...], may: tuple[str, ...]) -> Result:
    log = work.parent / "log"
    done = subprocess.run(
        [
            "strace",
            "-f",
            "-y",
            "-s",
            "4096",
            "-qq",
            "-e",
            CALLS,
            "-e",
            "signal=none",
            "-o",
            str(log),
            *PROGRAM,
            *words,
        ],
        cwd=work,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        check=False,
    )
    promise = f"{words[0]}: no network, no other program, nothing outside"
    if done.returncode not in (0, 1):
        return Result(promise, f"not run: {(done.stdout + done.stderr).strip()[-200:]}", None)
    found = list(dict.fromkeys(_strange(log.read_text("utf-8", "replace"), work, may)))
    said = f"{len(found)} strange calls" + (f": {found[0][:160]}" if found else "")
    return Result(promise, said, not found, {"strange": found[:20]})


def _strange(log: str, work: Path, may: tuple[str, ...]) -> Iterator[str]:
    """The calls of a log that break the promise."""
    started = 0
    for line in log.splitlines():
        call = line.partition(" ")[2].lstrip()
        if call.startswith(("execve", "execveat")):
            started += " = 0" in call
            if started > 1 and " = 0" in call:
                yield call
        elif re.match(r"(?:socket|connect|bind|sendto|sendmsg|listen|accept)", call):
            if "AF_UNIX" not in call and "AF_NETLINK" not in call:
                yield call
        elif found := OPENED.search(call):
            path = _whole(found[1], call, work)
            if any(flag in found[2] for flag in WRITES) and not call.endswith(
                "EEXIST (File exists)"
            ):
                if not _writable(path, work, may):
                    yield call
            elif not call.rstrip().endswith(")") and not _readable(path, work):
                yield call
        elif CHANGING.match(call) and " = 0" in call:
            paths = [_whole(name, call, work) for name in NAMED.findall(call)]
            yield from [] if all(_writable(path, work, may) for path in paths) else [call]


def _whole(name: str, call: str, work: Path) -> str:
    """A path as strace writes it, from the root on."""
    text = re.sub(
        rb"\\([0-7]{1,3})", lambda m: bytes([int(m[1], 8)]), name.encode("latin-1", "replace")
    ).decode("utf-8", "replace")
    at = re.search(r"\(\d+<([^>]*)>", call)
    base = at[1] if at and not text.startswith("/") else str(work)
    return os.path.normpath(Path(base) / text)


def _writable(path: str, work: Path, may: tuple[str, ...]) -> bool:
    temporary = path == "/dev/null" or path.startswith((tempfile.gettempdir(), "/dev/shm"))
    own = any(path == str(work / name) or path.startswith(f"{work / name}/") for name in may)
    stage = Path(path).parent == work and Path(path).name.startswith(".")
    return own or (temporary and not path.startswith(str(work.parent))) or (stage and bool(may))


def _readable(path: str, work: Path) -> bool:
    python = {
        sys.prefix,
        sys.base_prefix,
        os.path.realpath(sys.prefix),
        *sysconfig.get_paths().values(),
    }
    inside = (str(work), str(ROOT), *python, *SYSTEM)
    own = tuple(str(Path(tempfile.gettempdir()) / one) for one in ("tmp", "yearbook-"))
    below = any(path == one or path.startswith(f"{one.rstrip('/')}/") for one in inside)
    return below or path.startswith(own)
