"""`check`: every issue that a build would find, and proofreading; with `--fix`, mends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.cli import phrases, reports, summary
from yearbook.cli.choice import Choice
from yearbook.cli.options import Options
from yearbook.issues import Issue, Issues, Place, UseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.account import Account


def run(options: Options) -> int:
    if options.json and options.github:
        raise UseError(Issue(Place("yearbook"), "S071"))
    choice = Choice.of(options)
    fixed = _fix(options, choice) if options.fix else []
    issues = Issues()
    site = options.site or Path("site")
    templates = build.templates_of(options.templates)
    job = Job(options.content, templates, site, options.drafts, without=options.without)
    editions = build.check(job, issues)
    found = choice.told(issues)
    if options.json:
        print(reports.json_report(found, options.lang, editions, fixed))
    else:
        _print(found, editions, options)
    return 1 if issues.errors else 0


def _fix(options: Options, choice: Choice) -> list[tuple[str, str]]:
    """Mend what is safe to mend, and say it; the differences of each file."""
    from yearbook import fix
    from yearbook.fix import words

    diffs = []
    for done in words.mend(options.content, choice.tells):
        if isinstance(done, words.Mended):
            diffs.append((done.path, done.diff))
            if not options.json:
                print(done.diff, end="", file=sys.stderr if options.github else sys.stdout)
        print(done.line(options.lang), file=sys.stderr)
    for line in fix.report(options.content, options.lang):
        print(line, file=sys.stderr)
    return diffs


def _print(found: Sequence[Issue], editions: Sequence[Account], options: Options) -> None:
    lang = options.lang
    lines = reports.github(found, lang) if options.github else (i.line(lang) for i in found)
    for line in lines:
        print(line, flush=True)
    if not options.quiet:
        said = [phrases.checked(found, lang), *summary.codes(found, lang)]
        print(*said, *summary.editions(editions, lang), sep="\n", file=sys.stderr)
