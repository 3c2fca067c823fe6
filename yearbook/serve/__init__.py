"""`serve`: builds, shows the site on this computer, and renews it on every change."""

from __future__ import annotations

import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.cli import phrases
from yearbook.cli.options import Options
from yearbook.issues import ContentError, Issue, Issues, Lang, Place, UseError
from yearbook.serve.background import Background
from yearbook.write.workplace import SERVED, folder_of

HOST, FIRST_PORT, PORTS = "127.0.0.1", 8000, 100


@dataclass(slots=True)
class Desk:
    """What is being served: the job, the faults of the last save, and whether that save left
    something for a build in the background."""

    job: Job
    lang: Lang
    quiet: bool = False
    faults: tuple[str, ...] = field(default=())
    late: bool = False
    rest: Background = field(default_factory=Background)

    @property
    def sources(self) -> tuple[Path, Path]:
        """The folders whose changes make new pages."""
        return self.job.content, self.job.templates

    def rebuild(self) -> bool:
        """Build again; whether a page or the faults changed."""
        start, before = time.monotonic(), self.faults
        self.rest.stop()
        try:
            result = build.build(self.job, defer=True)
        except ContentError as error:
            errors = (issue for issue in error.issues if issue.severity == "error")
            return self._failed(tuple(issue.line(self.lang) for issue in errors))
        except UseError as error:
            return self._failed((error.issue.line(self.lang),))
        except Exception as error:
            traceback.print_exc()
            return self._failed((f"{type(error).__name__}: {error}",))
        self.faults = ()
        report = result.report
        self.late = bool(report and report.late)
        changed = bool(before or (report and (report.written or report.removed)))
        if changed and not self.quiet:
            seconds = f"{time.monotonic() - start:.2f}"
            _say(*phrases.built(result, self.job.site, seconds, self.lang))
        return changed

    def warm(self) -> None:
        """Load and compile what the first save would have to wait for."""
        from yearbook.render import theme

        with suppress(ContentError):
            build.prepare(self.job, Issues())
            theme.load(self.job.templates, self.job.templates.as_posix()).compile()

    def finish(self) -> None:
        """Make in the background what the last save left for later, if it did."""
        if self.late:
            self.late = False
            self.rest.start(self.job)

    def _failed(self, faults: tuple[str, ...]) -> bool:
        changed, self.faults = faults != self.faults, faults
        if changed:
            _say(*faults)
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
    """Within it SIGTERM ends the server as Ctrl-C does; either end is a good one."""

    def __enter__(self) -> None:
        self.before: Callable[..., object] | int | None = signal.signal(
            signal.SIGTERM, signal.default_int_handler
        )

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        signal.signal(signal.SIGTERM, self.before)
        return kind is KeyboardInterrupt
