"""The commands: what they print and how they end. No logic of their own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from yearbook import build, quick
from yearbook.build import Job
from yearbook.cli import phrases
from yearbook.cli.language import language
from yearbook.cli.options import Options, parse
from yearbook.issues import ContentError, UseError

FINE, ERRORS, MISUSE, INTERRUPTED = 0, 1, 2, 130


def main(words: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code: 0 fine, 1 content has errors, 2 wrong use."""
    called = words is None
    if words is None:
        _restart_in_utf8()
        words = sys.argv[1:]
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        return _run(words, called)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERRORS


def _restart_in_utf8() -> None:
    """Begin again where the locale would have names of files and arguments read otherwise."""
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(words: Sequence[str], called: bool) -> int:
    lang = language(words)
    try:
        options = replace(parse(words, lang), called=tuple(words) if called else None)
        return _command(options)
    except ContentError as error:
        _say(*(issue.line(lang) for issue in error.issues if issue.severity == "error"))
        _say(phrases.failed(error.issues, lang))
        return ERRORS
    except UseError as error:
        if "--json" in words and "--github" not in words:
            from yearbook.cli.reports import json_report

            print(json_report(list(error.issues), lang))
        else:
            _say(*(issue.line(lang) for issue in error.issues))
        return MISUSE


def _command(options: Options) -> int:
    if options.help or options.version:
        print(phrases.help_text(options.lang) if options.help else phrases.version())
        return FINE
    return COMMANDS[options.command](options)


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _job(options: Options) -> Job:
    site = options.site or Path("site")
    templates = build.templates_of(options.templates)
    return Job(
        options.content,
        templates,
        site,
        options.drafts,
        options.search,
        options.without,
        options.jobs,
        options.rehash,
    )


def _build(options: Options) -> int:
    start = time.monotonic()
    tick = None if options.quiet else phrases.Progress(options.lang, sys.stderr)
    job = _job(options)
    result = build.build(job, tick)
    if not options.quiet:
        seconds = f"{time.monotonic() - start:.2f}"
        _say(*phrases.built(result, job.site, seconds, options.lang))
    if result.taken and options.called is not None and not options.rehash:
        again = replace(result, report=None)
        lines = [] if options.quiet else phrases.built(again, job.site, quick.SECONDS, options.lang)
        quick.note(options.called, result.taken, build.roots(job), lines)
    return FINE


def _check(options: Options) -> int:
    from yearbook.cli import check

    return check.run(options)


def _serve(options: Options) -> int:
    from yearbook.serve import serve

    return serve(_job(options), options)


def _init(options: Options) -> int:
    from yearbook.init import init

    folder = Path(options.words[0])
    init(folder, options.title)
    if not options.quiet:
        _say(*phrases.started(folder, options.lang))
    return FINE


def _new(options: Options) -> int:
    from yearbook.cli import new

    return new.run(options)


def _import(options: Options) -> int:
    from yearbook.cli import importing

    return importing.run(options)


def _status(options: Options) -> int:
    from yearbook.cli import status

    return status.run(options)


def _release(options: Options) -> int:
    from yearbook.cli import release

    return release.run(options)


def _package(options: Options) -> int:
    from yearbook.cli import package

    return package.run(options)


def _offline(options: Options) -> int:
    from yearbook.cli import offline

    return offline.run(options)


def _verify(options: Options) -> int:
    from yearbook.cli import verify

    return verify.run(options)


COMMANDS = {
    "build": _build,
    "check": _check,
    "serve": _serve,
    "init": _init,
    "new": _new,
    "import": _import,
    "status": _status,
    "release": _release,
    "package": _package,
    "offline": _offline,
    "verify": _verify,
}
