"""Builds and other commands killed at any moment: whole before, whole after, never half."""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tortures.yard import (
    Result,
    Results,
    Tree,
    fine,
    leftovers,
    of_which,
    start,
    tree,
    unlocked,
    yearbook,
)

MANUSCRIPT = "第一章 夜校\n\n全年举办夜校12期，培训职工600人。\n\n一、开班\n\n3月开班，学员40人。\n"


def kills(folder: Path, quick: bool) -> Results:
    """A build with all pages new, killed at random, half of them while it writes."""
    times = 12 if quick else 200
    unlocked(folder / "work", "tests/tiny/content")
    work, dice = folder / "work", random.Random(2017)
    texts = _two_titles(work)
    whole, took = [], 0.0
    for text in texts:
        (work / "content/yearbook.yaml").write_text(text, "utf-8")
        took = fine(work, "build", "--quiet")
        whole.append(tree(work / "site"))
    found: Counter[str] = Counter()
    for number in range(times):
        (work / "content/yearbook.yaml").write_text(texts[number % 2], "utf-8")
        writing = _kill_a_build(work, number % 2 == 0 or number % 4 == 1, took, dice)
        found["while writing" if writing else "elsewhere"] += 1
        found[of_which(tree(work / "site"), whole)] += 1
        fine(work, "build", "--quiet")
        found["next build not clean"] += tree(work / "site") != whole[number % 2]
        found["leftovers"] += len(leftovers(work))
    bad = {name: found[name] for name in ("damaged", "mixed", "next build not clean", "leftovers")}
    said = f"{times} kills, {found['while writing']} while it wrote: " + _said(bad)
    good = not any(bad.values()) and found["while writing"] >= times * 0.4
    yield Result("site/ is always one whole edition", said, good, {**found, "kills": times})


def _said(bad: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in bad.items())


def _two_titles(work: Path) -> tuple[str, str]:
    """Two states of yearbook.yaml, in which every page differs."""
    text = (work / "content/yearbook.yaml").read_text("utf-8")
    return text, text.replace("title: ", "title: 新编", 1)


def _kill_a_build(work: Path, while_writing: bool, took: float, dice: random.Random) -> bool:
    """Whether the kill came while the stage was there."""
    stage = work / ".site.build/stage"
    process = start(work, "build", "--quiet")
    end = time.monotonic() + (60 if while_writing else dice.random() * took)
    while process.poll() is None and time.monotonic() < end:
        if while_writing and stage.exists():
            time.sleep(dice.random() * 0.02)
            break
        time.sleep(0.0005)
    process.kill()
    process.communicate()
    return stage.exists()


def commands(folder: Path, quick: bool) -> Results:
    """Commands that write elsewhere: what they leave is a file as before or as after."""
    times = 3 if quick else 25
    jobs: dict[str, tuple[tuple[str, ...], Callable[[Path], None]]] = {
        "import": (("import", "m.txt", "--edition", "2021", "--opening", "reading"), _with_script),
        "check --fix": (("check", "--fix", "--quiet"), _without_ids),
        "new": (("new", "2022"), lambda _: None),
        "release": (("release", "2020"), _without_lock),
        "offline": (("offline", "--quiet", "--out", "out"), lambda _: None),
        "package": (("package", "2020", "--quiet", "--out", "out"), lambda _: None),
    }
    for name, (words, prepare) in jobs.items():
        yield _killed(folder / name.replace(" ", ""), words, prepare, times)


def _killed(
    folder: Path, words: tuple[str, ...], prepare: Callable[[Path], None], times: int
) -> Result:
    promise = f"{words[0]} killed leaves no half file"
    good = folder / "good"
    yearbook(good)
    prepare(good)
    before = _own(good)
    begin = time.monotonic()
    with start(good, *words) as process:
        said = "".join(process.communicate())
    if process.returncode not in (0, 1):
        return Result(promise, f"not run: {said.strip()[-200:]}", None)
    took, after = time.monotonic() - begin, _own(good)
    if after == before:
        return Result(promise, f"it changes nothing here: {said.strip()[-200:]}", None)
    found, dice = Counter[str](), random.Random(2017)
    for _number in range(times):
        one = folder / "one"
        yearbook(one)
        prepare(one)
        process = start(one, *words)
        time.sleep(took * (0.2 + 0.9 * dice.random()))
        process.kill()
        process.communicate()
        found["half"] += len(_half(_own(one), before, after))
        found["changed"] += _own(one) != before
        with start(one, *words) as process:
            process.communicate()
        found["not mended by the next run"] += _own(one) != after
        shutil.rmtree(one)
    bad = {name: found[name] for name in ("half", "not mended by the next run")}
    said = f"{times} kills, {found['changed']} after it had begun to write: {_said(bad)}"
    return Result(promise, said, not any(bad.values()), {**found, "kills": times})


def _own(folder: Path) -> Tree:
    """The files of a yearbook, the program's hidden ones apart."""
    found = {**tree(folder / "content"), **{f"out/{k}": v for k, v in tree(folder / "out").items()}}
    return {
        path: data for path, data in found.items() if not any(p[0] == "." for p in path.split("/"))
    }


def _half(now: Tree, before: Tree, after: Tree) -> list[str]:
    return [path for path, data in now.items() if data not in (before.get(path), after.get(path))]


def _with_script(folder: Path) -> None:
    (folder / "m.txt").write_text(MANUSCRIPT, "utf-8")


def _without_ids(folder: Path) -> None:
    for path in sorted((folder / "content/2021").glob("*.md")):
        text = path.read_text("utf-8")
        path.write_text(text + "\n## 夜校\n\n夜校开班。\n\n## 夜校又记\n\n又开班。\n", "utf-8")


def _without_lock(folder: Path) -> None:
    edition = folder / "content/2020/edition.yaml"
    text = edition.read_text("utf-8")
    edition.write_text(text.replace("status: released", "status: draft"), "utf-8")
    (folder / "content/2020/edition.lock").unlink()
