"""A generator with its corpus, taken through the cases of a build, each of them looked at."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .corpus import (
    LAST_YEAR,
    SAID,
    TITLE,
    Edition,
    Size,
    Spot,
    edited,
    edition,
    editions,
    retitled,
    spot,
)
from .generators import Generator
from .layouts import Folder
from .running import Run, run

CASES = ("clean", "unchanged", "edited", "retitled", "added")
NEARLY = 0.98  # some peers leave out a page for a section


def prepared(benches: Sequence[Bench], size: Size) -> None:
    """Write the corpus for each, once."""
    stale = [one for one in benches if not one.ready.exists()]
    if stale:
        corpus = editions(size)
        for one in stale:
            shutil.rmtree(one.path, ignore_errors=True)
            one.folder.write(corpus)
            one.ready.touch()


class Bench:
    """A generator with its corpus."""

    def __init__(self, path: Path, generator: Generator, size: Size, *, pss: bool = False) -> None:
        self.pss = pss
        self.path, self.generator, self.size = path, generator, size
        self.folder = Folder(path, generator.layout)
        self.ready = path / ".ready"
        self.where = spot(size)
        self.edition = edition(self.where.year, size)
        self.wrong = ""

    def round(self, cases: Sequence[str]) -> dict[str, Any]:
        """All cases in turn; then the corpus is as before."""
        self.wrong = ""
        made: dict[str, Any] = {"runs": {}}
        with self.changing():
            for case in CASES:
                if case in cases or case == "clean":
                    self.change(case)
                    done = self._run()
                    made["runs"][case] = {
                        k: v for k, v in asdict(done).items() if k not in ("said", "code")
                    }
                    self._look(case, done)
                    if case == "clean":
                        made |= counted(self.path / self.generator.site)
                        if made["pages"] < self.generator.pages(self.size) * NEARLY:
                            self.wrong += f"clean: {made['pages']} pages; "
                if self.wrong:
                    print(f"{self.path}: {self.wrong}", file=sys.stderr)
                    break
        return made | {"fine": not self.wrong}

    @contextmanager
    def changing(self) -> Iterator[None]:
        """The corpus may be changed; it is as before in the end, or written again the next time."""
        self.ready.unlink()
        yield
        self.folder.restore()
        self.ready.touch()

    def change(self, case: str) -> None:
        """Make what the case is about; a clean one has no site and nothing kept beside it."""
        if case == "clean":
            for name in (self.generator.site, *self.generator.left):
                path = self.path / name
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        elif case == "edited":
            self._put(edited(self.edition, self.where))
        elif case == "retitled":
            self._put(retitled(edited(self.edition, self.where), self.where))
        elif case == "added":
            self._put(edition(LAST_YEAR + 1, self.size))
            whole = range(LAST_YEAR - self.size.editions + 1, LAST_YEAR + 2)
            self.folder.put(self.generator.layout.common([Edition(year, ()) for year in whole]))

    def _put(self, changed: Edition) -> None:
        self.folder.put(self.generator.layout.edition(changed))

    def _run(self) -> Run:
        first, *more = self.generator.commands
        done = run(first, self.path, pss=self.pss)
        for words in more:
            done = done.and_then(run(words, self.path, pss=self.pss))
        return done

    def _look(self, case: str, done: Run) -> None:
        """Whether the run did what it should have."""
        year = LAST_YEAR + 1 if case == "added" else self.where.year
        page = self.path / self.generator.page_of(Spot(year, self.where.section, self.where.entry))
        text = page.read_text("utf-8") if page.exists() else ""
        wanted = {"edited": SAID, "retitled": TITLE}.get(case, "<main")
        if done.code or wanted not in text:
            lack = f"lacks {wanted}" if text else "is missing"
            self.wrong = f"{case}: code {done.code}, {page.name} {lack}; {done.said[-2000:]}"


def counted(site: Path) -> dict[str, int]:
    """The files, their bytes, and how many of them are pages."""
    files, size, pages = 0, 0, 0
    for entry in walked(site):
        files += 1
        size += entry.stat().st_size
        pages += entry.name.endswith(".html")
    return {"files": files, "bytes": size, "pages": pages}


def walked(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    if Path(folder).exists():
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                yield from walked(entry.path)
            else:
                yield entry
