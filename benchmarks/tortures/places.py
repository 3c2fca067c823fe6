"""The same yearbook in other places, zones, languages, by other users: the same bytes."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tortures.yard import PROGRAM, Result, Results, environment, tree, yearbook

EPOCH = "1767225600"
JOBS = (
    ("build", "--quiet"),
    ("offline", "--quiet", "--out", "out"),
    ("package", "2020", "--quiet", "--out", "out"),
)


@dataclass(frozen=True)
class Where:
    """An environment: its name, the folder's, variables, words before the program."""

    name: str
    folder: str = "work"
    variables: dict[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    prepare: Callable[[Path], None] = lambda _: None


def wheres() -> Iterator[Where]:
    """What changes between two machines, one thing at a time."""
    yield Where("a path with Chinese and blanks", "年鉴 资料/第 一 份")
    yield Where("a path of many folders", "a/b/c/d/e/f/g/h")
    yield Where("another zone", variables={"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"})
    yield Where(
        "the locale C", variables={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    )
    yield Where(
        "Chinese in GB18030",
        variables={"LC_ALL": "zh_CN.GB18030", "LANG": "zh_CN.GB18030", "PYTHONUTF8": "0"},
    )
    yield Where("Turkish", variables={"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"})
    yield Where("another hash seed", variables={"PYTHONHASHSEED": "4294967295"})
    yield Where("without HOME", before=("env", "-u", "HOME", "-u", "USER"))
    yield Where("optimised", variables={"PYTHONOPTIMIZE": "2"})
    yield Where("a narrow mask", before=("sh", "-c", 'umask 077; exec "$@"', "sh"))
    yield Where("a wide mask", before=("sh", "-c", 'umask 000; exec "$@"', "sh"))
    yield Where("files made in another order, of another age", prepare=_shuffled)
    if os.geteuid() == 0 and shutil.which("setpriv"):
        yield Where(
            "another user",
            before=("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
            prepare=_given_away,
        )
    if shutil.which("faketime"):
        yield Where("a year later", before=("faketime", "-f", "+365d"))


def places(folder: Path, quick: bool) -> Results:
    """A site, a reader's zip and a package, made in each environment."""
    first = _made(folder / "here", Where("here"))
    if isinstance(first, str):
        yield Result("the same bytes everywhere", first, False)
        return
    row = list(wheres())[:: 4 if quick else 1]
    differing = [
        where.name
        for n, where in enumerate(row)
        if _made(folder / f"{n}" / where.folder, where) != first
    ]
    known = subprocess.run(
        ["locale", "-a"], capture_output=True, text=True, check=False
    ).stdout.lower()
    left = [
        name
        for name, there in (
            ("faketime", shutil.which("faketime")),
            ("locale GB18030", "gb18030" in known),
            ("locale Turkish", "tr_tr" in known),
        )
        if not there
    ]
    zips = sum(path.endswith(".zip") for path in first)
    said = f"{len(row)} environments, {len(first)} files, {zips} of them zips; differing: {', '.join(differing) or 'none'}"
    said += f" (not on this machine: {', '.join(left)})" if left else ""
    yield Result(
        "the same bytes everywhere",
        said,
        not differing,
        {"environments": len(row), "differing": differing},
    )


def _made(folder: Path, where: Where) -> dict[str, bytes] | str:
    """All that is made, or what was said instead."""
    folder.mkdir(parents=True)
    yearbook(folder)
    where.prepare(folder)
    for words in JOBS:
        done = subprocess.run(
            [*where.before, *PROGRAM, *words],
            cwd=folder,
            env=environment(SOURCE_DATE_EPOCH=EPOCH) | where.variables,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return f"{where.name}: {words[0]}: {(done.stdout + done.stderr).strip()[-200:]}"
    zips = {
        f"out/{path}": data for path, data in tree(folder / "out").items() if path.endswith(".zip")
    }
    made = {**tree(folder / "site"), **zips}
    shutil.rmtree(folder)
    return made


def _shuffled(folder: Path) -> None:
    """The same files made again in another order, with other times."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    random.Random(1).shuffle(files)
    for number, path in enumerate(files):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        os.utime(path, (number * 86400, number * 86400))


def _given_away(folder: Path) -> None:
    """The folder is the other user's, who may come to it."""
    for parent in folder.parents:
        if parent.is_relative_to("/tmp") and parent != Path("/tmp"):
            parent.chmod(0o755)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)
