"""`offline`: a zip to be read without a network."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.cli.options import Options
from yearbook.cli.phrases import Progress, program
from yearbook.issues import Lang
from yearbook.offline.making import Made, make
from yearbook.render.extras import size
from yearbook.write import silent


def run(options: Options) -> int:
    start = time.monotonic()
    site = options.site or Path("site")
    job = Job(options.content, build.templates_of(options.templates), site)
    tick = silent if options.quiet else Progress(options.lang, sys.stderr)
    made = make(job, "".join(options.words), options.out, tick)
    if not options.quiet:
        print("\n".join(said(made, time.monotonic() - start, options.lang)), file=sys.stderr)
    return 0


def said(made: Made, seconds: float, lang: Lang) -> list[str]:
    """What was made, and how readers get it."""
    path, count = made.path.as_posix(), made.files
    if lang == "zh":
        done = f"写出 {path}：{count} 个文件，{size(made.size)}；用时 {seconds:.2f} 秒"
        after = f"交给读者：解压后打开 index.html。再运行 {program()}，网页上就有它的下载"
    else:
        done = f"wrote {path}: {count} files, {size(made.size)}; {seconds:.2f} s"
        after = f"For readers: unpack it, open index.html. Run {program()} and the site offers it"
    return [done, after if made.offered else after.partition("。" if lang == "zh" else ". R")[0]]
