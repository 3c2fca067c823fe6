"""Files that change while a build reads them, and storms of saves while `serve` shows them."""

from __future__ import annotations

import random
import re
import resource
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from tortures.yard import ROOT, Result, Results, fine, run, tree, yearbook

MARK = "〔{}〕"
SEEN = re.compile("〔([0-9]+)〕")


def changing(folder: Path, quick: bool) -> Results:
    """A hundred builds while somebody saves, in every way that editors and copies save."""
    work = yearbook(folder / "work", "tests/tiny/content")
    fine(work, "build", "--quiet")
    saver = Saver(work)
    found: Counter[str] = Counter()
    times = 10 if quick else 100
    for number in range(times):
        saver.begin(number)
        done = run(work, "build", "--quiet")
        saver.end()
        site = tree(work / "site")
        found[f"exit {done.returncode}"] += 1
        found["tracebacks"] += "Traceback" in done.stderr or done.returncode not in (0, 1, 2)
        found["without a word"] += bool(done.returncode) and not re.search(
            "[A-Z][0-9]{3} ", done.stderr
        )
        found["mixed"] += _mixed(site)
        found["not whole"] += run(work, "verify", "site").returncode not in (0, 2) or not site
    fine(work, "build", "--quiet")
    now = tree(work / "site")
    fine(work, "build", "--quiet", "--site", "clean")
    found["quiet build not clean"] += now != tree(work / "clean")
    bad = [
        found[name]
        for name in ("tracebacks", "without a word", "mixed", "not whole", "quiet build not clean")
    ]
    said = f"{times} builds, {saver.saves} saves, {found['exit 0']} sites made: {found['mixed']} mixed, {found['tracebacks']} tracebacks"
    yield Result(
        "files that change while they are read", said, not any(bad), {**found, "saves": saver.saves}
    )


def _mixed(site: dict[str, bytes]) -> bool:
    """Whether pages show two states at once, or a file of which a part was read.

    What is saved has the same number in two files and at both ends of the longer one.
    """
    shown = {
        found
        for path in ("2016/reading.html", "2017/reading.html")
        for found in SEEN.findall(site.get(path, b"").decode("utf-8"))
    }
    return len(shown) > 1


class Saver:
    """Saves two files with one number, as long as a build goes on, and sometimes stops half way."""

    def __init__(self, work: Path) -> None:
        self.files = [work / f"content/{year}/reading.md" for year in (2016, 2017)]
        self.texts = [file.read_text("utf-8") for file in self.files]
        self.dice, self.saves, self.number = random.Random(3), 0, 0
        self.going = False

    def begin(self, way: int) -> None:
        self.going = True
        self.thread = threading.Thread(target=self._save, args=(way,))
        self.thread.start()

    def end(self) -> None:
        """Stop, and leave the files as they were saved last, whole."""
        self.going = False
        self.thread.join()
        for file, text in zip(self.files, self._next(), strict=True):
            file.write_text(text, "utf-8")

    def _next(self) -> list[str]:
        self.number += 1
        self.saves += 1
        mark = MARK.format(self.number)
        return [f"{text.rstrip()}\n\n{mark}{'记' * 3000}{mark}\n" for text in self.texts]

    def _save(self, way: int) -> None:
        ways = (self._by_rename, self._in_place, self._truncated, self._removed)
        time.sleep(self.dice.random() * 0.3)
        while self.going:
            ways[way % 4](self._next())
            time.sleep(self.dice.choice((0.0, 0.01, 0.1, 0.4)))

    def _by_rename(self, texts: list[str]) -> None:
        for file, text in zip(self.files, texts, strict=True):
            new = file.with_name(f".{file.name}.new")
            new.write_text(text, "utf-8")
            new.replace(file)

    def _in_place(self, texts: list[str]) -> None:
        for file, text in zip(self.files, texts, strict=True):
            file.write_text(text, "utf-8")

    def _truncated(self, texts: list[str]) -> None:
        for file, text in zip(self.files, texts, strict=True):
            with file.open("w", encoding="utf-8") as out:
                out.write(text[:200])
                out.flush()
                time.sleep(0.02)
                out.write(text[200:])

    def _removed(self, texts: list[str]) -> None:
        for file, text in zip(self.files, texts, strict=True):
            file.unlink(missing_ok=True)
            time.sleep(0.01)
            file.write_text(text, "utf-8")


def storm(folder: Path, quick: bool) -> Results:
    """500 saves in 10 seconds of two pages and a template: the last words are shown, soon."""
    sys.path.insert(0, str(ROOT / "tools"))
    from serving import served

    work = yearbook(folder / "work", "tests/tiny/content")
    saves, seconds = (100, 2.0) if quick else (500, 10.0)
    files = [
        work / "content/2016/reading.md",
        work / "content/2017/reading.md",
        work / "templates/404.html",
    ]
    texts = [file.read_text("utf-8") for file in files]
    with served(work, "--quiet") as serving:
        serving.page()
        begin, memory = time.monotonic(), _memory(serving.process.pid)
        for number in range(saves):
            which = number % 3
            words = f"\n第{number}存。\n" if which < 2 else f"<!-- 第{number}存 -->"
            files[which].write_text(texts[which] + words, "utf-8")
            time.sleep(max(0.0, begin + seconds * (number + 1) / saves - time.monotonic()))
        last = time.monotonic()
        wanted = [
            (f"/{year}/reading.html", f"第{saves - 1 - back}存") for year, back in _last(saves)
        ]
        while (
            not all(words in serving.page(path) for path, words in wanted)
            and time.monotonic() < last + 30
        ):
            time.sleep(0.02)
        latency, more = time.monotonic() - last, _memory(serving.process.pid) - memory
        children = len(
            Path(f"/proc/{serving.process.pid}/task/{serving.process.pid}/children")
            .read_text()
            .split()
        )
        traces = sum("Traceback" in line for line in serving.said)
    good = latency < 5 and more < 300 and children <= 2 and not traces
    said = f"{saves} saves in {seconds:.0f} s: the last shown after {latency:.2f} s, {more:.0f} MB more at most, {children} children, {traces} tracebacks"
    yield Result(
        "serve outlasts a storm of saves",
        said,
        good,
        {"latency": latency, "megabytes": more, "children": children},
    )


def _last(saves: int) -> list[tuple[int, int]]:
    """How many saves before the end each page was saved last."""
    return [
        (year, next(back for back in range(3) if (saves - 1 - back) % 3 == which))
        for which, year in enumerate((2016, 2017))
    ]


def _memory(pid: int) -> float:
    """The most megabytes that a process has held."""
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return (
        int(found[1]) / 1024
        if found
        else resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    )
