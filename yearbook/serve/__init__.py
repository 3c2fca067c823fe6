"""`serve`: builds, shows the site on this computer, and renews it on every change."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.cli import phrases
from yearbook.cli.options import Options
from yearbook.issues import ContentError, Issue, Issues, Lang, Place, UseError
from yearbook.serve.ahead import Ahead
from yearbook.serve.background import Background, Done
from yearbook.serve.outcome import Outcome, built, told
from yearbook.write.workplace import SERVED, folder_of

HOST, FIRST_PORT, PORTS = "127.0.0.1", 8000, 100
TRIES = 20  # of a build in the background that another command keeps waiting, or that was killed


class Desk:
    """What is being served: the job, the faults of the last save, whether that save left something
    for a build in the background, and its pages before that."""

    def __init__(self, job: Job, lang: Lang, quiet: bool = False) -> None:
        self.job, self.lang, self.quiet = job, lang, quiet
        self.faults: tuple[str, ...] = ()
        self.late, self.tries = False, 0
        self.rest, self.ahead = Background(), Ahead(job)

    @property
    def sources(self) -> tuple[Path, Path]:
        """The folders whose changes make new pages."""
        return self.job.content, self.job.templates

    def rebuild(self, files: Collection[str] = ()) -> bool:
        """Make the pages of what was saved, in these files where that is known; whether a page or
        the faults changed."""
        self.rest.stop()
        self.tries = 0
        outcome = told(partial(self._saved, files), self.lang)
        if outcome.faults and self.ahead.saved:
            outcome = replace(outcome, late=True)  # the whole site may have more
        return self._came(outcome)

    def _saved(self, files: Collection[str]) -> Outcome:
        if ahead := self.ahead.take(files):
            return ahead
        self.rest.wait()
        outcome = built(self.job, self.lang, defer=True)
        stale = self.ahead.end()
        return replace(outcome, changed=outcome.changed or stale)

    def warm(self) -> None:
        """Load and compile what the first save would have to wait for."""
        from yearbook.render import theme

        with suppress(ContentError):
            if not self.ahead.warm():
                build.prepare(self.job, Issues())
            theme.load(self.job.templates, self.job.templates.as_posix()).compile()

    def finish(self, done: Done) -> None:
        """Make in the background what the last save left for later, if it did."""
        if self.late:
            self.late = False
            self.rest.start(self.job, self.lang, done)

    def finished(self, number: int, outcome: Outcome) -> bool:
        """Take up what came of a build in the background; whether what is shown is another."""
        if number != self.rest.number:
            return False
        if outcome.late and self.tries < TRIES:
            self.tries, self.late = self.tries + 1, True
            return False
        before, stale = self.faults, self.ahead.end()
        self._came(outcome)
        return stale or self.faults != before

    def _came(self, outcome: Outcome) -> bool:
        """Note and say what came of a save; whether a page or the faults changed."""
        before, self.faults, self.late = self.faults, outcome.faults, outcome.late
        if outcome.faults:
            changed = outcome.faults != before
            said = outcome.faults
        else:
            changed = outcome.changed or bool(before)
            said = () if self.quiet else outcome.said
        if changed and said:
            _say(*said)
        return changed


def _say(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr, flush=True)


def serve(job: Job, options: Options) -> int:
    """Serve the yearbook of `job` with its drafts until stopped; the exit code.

    Without `--site` it is built apart, so that drafts never come into what is published.
    """
    _require_livereload()
    from yearbook.serve.server import Server

    site = job.site if options.site else folder_of(job.site) / SERVED
    desk = Desk(replace(job, site=site, drafts=True), options.lang, options.quiet)
    _check_sources(desk.job)
    with _stopped_by_signals(), listen(options.port) as door:
        server = Server(desk, door)
        desk.rebuild()
        _say(phrases.serving(f"http://{HOST}:{server.port}/", options.lang))
        server.run(open_browser=options.open)
    return 0


def _require_livereload() -> None:
    from importlib.machinery import PathFinder

    absent = [name for name in ("livereload", "tornado") if not PathFinder.find_spec(name)]
    if absent:
        raise _fault("S041", name=absent[0], python=phrases.python())


def _check_sources(job: Job) -> None:
    """What cannot be watched cannot be served."""
    for folder, code in ((job.content, "C001"), (job.templates, "T001")):
        if not folder.is_dir():
            place = Place(folder.as_posix())
            raise ContentError((Issue(place, code, (("path", folder.as_posix()),)),))


def listen(port: int) -> socket.socket:
    """A socket on `port`, or on the first free one from 8000 when it is 0."""
    for candidate in [port] if port else range(FIRST_PORT, FIRST_PORT + PORTS):
        with suppress(OSError):
            return socket.create_server((HOST, candidate))
    raise _fault("S040", port=port or f"{FIRST_PORT}–{FIRST_PORT + PORTS - 1}")


def _fault(code: str, **args: object) -> UseError:
    return UseError(Issue(Place("yearbook"), code, tuple(args.items())))


class _stopped_by_signals:
    """Within it SIGTERM ends the server as Ctrl-C does; either end is a good one.

    What runs is interrupted. A library that takes the interruption for a fault of a page goes on
    (livereload does, while it sends): therefore the server's loop is told to stop as well.
    """

    def __enter__(self) -> None:
        signals = (signal.SIGINT, signal.SIGTERM)
        heard = [one for one in signals if signal.getsignal(one) != signal.SIG_IGN]
        self.before = {one: signal.signal(one, _stop) for one in heard}

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        for one, handler in self.before.items():
            signal.signal(one, handler)
        return kind is KeyboardInterrupt


def _stop(*_: object) -> None:
    from tornado.ioloop import IOLoop

    loop = IOLoop.current()
    loop.add_callback(loop.stop)
    raise KeyboardInterrupt
