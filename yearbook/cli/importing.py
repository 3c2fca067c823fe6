"""`import`: manuscripts into the files of an edition."""

from __future__ import annotations

import sys
from pathlib import Path

from yearbook.cli.options import Options
from yearbook.issues import Lang
from yearbook.manuscripts import report
from yearbook.manuscripts.job import Edited, Job, Outcome
from yearbook.manuscripts.job import run as run_job


def run(options: Options) -> int:
    """Import what the options name, and print the reports."""
    job = Job(
        content=options.content,
        edition=options.edition,
        files=tuple(map(Path, options.words)),
        section=options.section,
        opening=options.opening,
        force=options.force,
        lang=options.lang,
    )
    try:
        outcome = run_job(job)
    except Edited as refused:
        print("".join(refused.diffs.values()), end="")
        raise
    _print(outcome, options)
    return 0


def _print(outcome: Outcome, options: Options) -> None:
    for issue in outcome.warnings:
        print(issue.line(options.lang))
    print("".join(outcome.diffs.values()), end="")
    if not options.quiet:
        for line in report.lines(outcome.taken, outcome.target, options.lang):
            print(line)
        print(_ended(outcome, options.lang), file=sys.stderr)


def _ended(outcome: Outcome, lang: Lang) -> str:
    """The last line: how many files were written."""
    folder = outcome.target.folder.as_posix()
    count = sum(data is not None for data in outcome.files.values())
    if not outcome.changes:
        return f"没有变化：{folder}" if lang == "zh" else f"nothing changed: {folder}"
    zh = f"写出 {count} 个文件：{folder}；接下来运行 check 核对"
    return zh if lang == "zh" else f"wrote {count} files: {folder}; now run check"
