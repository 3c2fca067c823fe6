"""`package`: an edition as a package for the archive."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.cli.options import Options
from yearbook.cli.phrases import Progress, program, quoted
from yearbook.deposit.making import Made, package
from yearbook.issues import Lang
from yearbook.render.extras import size
from yearbook.write import silent


def run(options: Options) -> int:
    start = time.monotonic()
    tick = silent if options.quiet else Progress(options.lang, sys.stderr)
    job = Job(options.content, build.templates_of(options.templates), options.site or Path("site"))
    made = package(job, options.words[0], options.out, tick)
    if not options.quiet:
        print("\n".join(said(made, time.monotonic() - start, options.lang)), file=sys.stderr)
    return 0


def said(made: Made, seconds: float, lang: Lang) -> list[str]:
    """What was made, and how it is proved."""
    rows = [one.line(lang) for one in made.warnings]
    path, zipped = made.folder.as_posix(), made.zip.as_posix()
    count, held, time_ = made.files, size(made.size), f"{seconds:.2f}"
    proof = f"{program()} verify {quoted(path)}"
    if lang == "zh":
        done = "写出" if made.written else "没有变化："
        gap = " " if made.written else ""
        rows += [f"{done}{gap}{path} 和 {zipped}：{count} 个文件，{held}；用时 {time_} 秒"]
        return [*rows, f"核对：{proof}"]
    done = "wrote" if made.written else "nothing changed:"
    return [
        *rows,
        f"{done} {path} and {zipped}: {count} files, {held}; {time_} s",
        f"To prove it: {proof}",
    ]
