"""Disks that are full or read-only, and builds at once. The disks are real ones, in memory."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tortures.yard import (
    Result,
    Results,
    Tree,
    environment,
    fine,
    leftovers,
    run,
    start,
    tree,
    unlocked,
)

UNSHARE = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-Urm"]
FREE = (0, 4, 16, 64, 128, 256, 512, 768, 1024, 1536, 2048)


def disks(folder: Path, quick: bool) -> Results:
    """Disks with less and less room, few inodes, none that can be written."""
    promise = "a full or read-only disk: the old site whole, one line, fine again with room"
    tried = (
        subprocess.run(
            [*UNSHARE, "mount", "-t", "tmpfs", "x", "/mnt"], capture_output=True, check=False
        )
        if shutil.which("unshare")
        else None
    )
    if tried is None or tried.returncode:
        yield Result(promise, "this system lets no one mount disks here", None)
        return
    unlocked(folder / "work")
    words = [*UNSHARE, sys.executable, __file__, str(folder / "work"), "quick" if quick else "full"]
    here = str(Path(__file__).resolve().parents[1])
    path = os.pathsep.join([here, environment()["PYTHONPATH"]])
    done = subprocess.run(
        words, capture_output=True, text=True, env=environment(PYTHONPATH=path), check=False
    )
    if done.returncode:
        yield Result(promise, done.stderr.strip()[-300:], False)
        return
    found = json.loads(done.stdout)
    bad = {name: found.get(name, 0) for name in ("damaged", "unclear", "not mended")}
    said = f"{found['disks']} disks, {found['refused']} builds refused: " + ", ".join(
        f"{n} {k}" for k, n in bad.items()
    )
    yield Result(promise, said, found["refused"] > 2 and not any(bad.values()), found)


def mounted(work: Path, quick: bool) -> Counter[str]:
    """Within a mount space of its own: builds on each disk, and what became of them."""
    found: Counter[str] = Counter()
    disk, title = work / "disk", (work / "content/yearbook.yaml").read_text("utf-8")
    disk.mkdir()
    options = [(f"size=32m,nr_inodes={n}", 0) for n in (900, 1300)]
    options += [("size=32m", kib) for kib in (FREE[::4] if quick else FREE)]
    for option, free in [*options, ("ro", 0)]:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", option.replace("ro", "size=32m"), "x", str(disk)],
            check=True,
        )
        found["disks"] += 1
        _on(disk, work, title, option, free, found)
        subprocess.run(["umount", str(disk)], check=True)
        (work / "content/yearbook.yaml").write_text(title, "utf-8")
    return found


def _on(disk: Path, work: Path, title: str, option: str, free: int, found: Counter[str]) -> None:
    place = ("--site", "disk/site", "--quiet")
    first = run(work, "build", *place)
    if first.returncode:
        _judge(first, {}, disk, found)
        return
    old = tree(disk / "site")
    (work / "content/yearbook.yaml").write_text(title.replace("title: ", "title: 新编", 1), "utf-8")
    if option == "ro":
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    elif option == "size=32m":
        _fill(disk, free)
    second = run(work, "build", *place)
    if second.returncode:
        _judge(second, old, disk, found)
    if option == "ro":
        return
    (disk / "filling").unlink(missing_ok=True)
    if "inodes" in option:
        subprocess.run(["mount", "-o", "remount,nr_inodes=100000", str(disk)], check=True)
    third = run(work, "build", *place)
    found["not mended"] += bool(third.returncode) or tree(disk / "site") == old


def _judge(
    done: subprocess.CompletedProcess[str], old: Tree, disk: Path, found: Counter[str]
) -> None:
    found["refused"] += 1
    found["damaged"] += tree(disk / "site") != old
    said = done.stderr.strip()
    clear = done.returncode == 2 and said.count("\n") == 0 and ("S015" in said or "S016" in said)
    found["unclear"] += not clear


def _fill(disk: Path, free: int) -> None:
    """Leave `free` KiB of room."""
    room = os.statvfs(disk)
    with (disk / "filling").open("wb") as file:
        file.write(bytes(max(0, room.f_bavail * room.f_frsize - free * 1024)))


def at_once(folder: Path, quick: bool) -> Results:
    """Two builds at once, and eight: one writes, the others name it or come after it."""
    work = unlocked(folder / "work", "tests/tiny/content")
    fine(work, "build", "--quiet")
    title = (work / "content/yearbook.yaml").read_text("utf-8")
    found, dice = Counter[str](), random.Random(1)
    for number in range(2 if quick else 20):
        (work / "content/yearbook.yaml").write_text(
            title.replace("title: ", f"title: 第{number}稿", 1), "utf-8"
        )
        row = [start(work, "build", "--quiet") for _ in range(dice.choice((2, 8)))]
        said = [one.communicate()[1] for one in row]
        for process, line in zip(row, said, strict=True):
            named = process.returncode == 2 and "S008" in line and "process" in line
            found["refused" if named else "fine" if process.returncode == 0 else "unclear"] += 1
        found["without a winner"] += all(one.returncode for one in row)
        now = tree(work / "site")
        fine(work, "build", "--quiet", "--site", "clean")
        found["not whole"] += now != tree(work / "clean")
        found["leftovers"] += len(leftovers(work))
        shutil.rmtree(work / "clean")
        shutil.rmtree(work / ".clean.build")
    bad = [found[name] for name in ("unclear", "without a winner", "not whole", "leftovers")]
    said_ = f"{found['fine']} ended well, {found['refused']} were refused by name, {found['not whole']} sites not whole"
    yield Result(
        "builds at once: one whole site, the holder named", said_, not any(bad), dict(found)
    )


if __name__ == "__main__":
    print(json.dumps(mounted(Path(sys.argv[1]), sys.argv[2] == "quick")))
