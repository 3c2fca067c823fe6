"""`release`: an edition is closed, its addresses and words locked."""

from __future__ import annotations

import sys
from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.cli.options import Options
from yearbook.cli.phrases import program
from yearbook.issues import Lang
from yearbook.release import Released, release


def run(options: Options) -> int:
    site = options.site or Path("site")
    job = Job(options.content, build.templates_of(options.templates), site)
    done = release(job, options.words[0])
    if not options.quiet:
        print("\n".join(said(done, options.lang)), file=sys.stderr)
    return 0


def said(done: Released, lang: Lang) -> list[str]:
    """What was done, and how it goes on."""
    which = lang == "en"
    rows = [f"  + {path.as_posix()}" for path in done.files]
    return [*rows, _summary(done)[which], *([_next(done)[which]] if done.files else [])]


def _summary(done: Released) -> tuple[str, str]:
    if not done.files:
        return (
            f"{done.edition} 卷已于 {done.day} 发布并锁定，{done.addresses} 个地址和其中的文字都在",
            f"{done.edition} was released and locked on {done.day}; its {done.addresses} addresses"
            " and their words are as they were",
        )
    word = ("发布并锁定", "released and locked") if done.closed else ("锁定", "locked")
    return (
        f"已{word[0]} {done.edition} 卷：{done.addresses} 个地址和其中的文字",
        f"{word[1]} {done.edition}: {done.addresses} addresses and their words",
    )


def _next(done: Released) -> tuple[str, str]:
    warned = (
        (
            f"（{done.warnings} 个警告，见 {program()} check）",
            f" ({done.warnings} warnings: see {program()} check)",
        )
        if done.warnings
        else ("", "")
    )
    return (
        f"此后文字有错，写更正；地址要改，写 aliases。生成网站：{program()}{warned[0]}",
        f"From now on words are mended by corrections, addresses by aliases. Make the site:"
        f" {program()}{warned[1]}",
    )
