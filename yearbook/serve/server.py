"""livereload, set up for a yearbook: its pages, its watcher, its port."""

from __future__ import annotations

import mimetypes
import socket
import threading
from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import livereload
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback

from yearbook.read.tree import KEPT_HIDDEN, is_junk
from yearbook.serve import HOST, Desk, preview
from yearbook.serve.ahead import located
from yearbook.serve.outcome import Outcome
from yearbook.write import fs

RELOAD = "__livereload__"  # the one path that livereload never holds back
NOTHING = (None, None)
SETTLED_MS, LONGEST_MS, LOOK_MS = 5, 200, 1000
SENT = 0.5  # seconds after a save by which its page has been sent


def _left(name: str) -> bool:
    """Whether a name is that of what editors and systems leave behind."""
    return is_junk(name) and not KEPT_HIDDEN.fullmatch(name)


class Polling(Watcher):  # type: ignore[misc]
    """Looks at every file each 0.8 seconds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.seen = self._look()
        self.later: object = None

    def examine(self) -> tuple[str | None, None]:
        """Rebuild when a file changed, and reload when that changed a page."""
        before, self.seen = self.seen, self._look()
        if self.seen == before:
            return NOTHING
        return self.rebuilt()

    def rebuilt(self, files: Collection[str] = ()) -> tuple[str | None, None]:
        """Show what was saved; what is left for later is made when that has been sent."""
        changed = self.desk.rebuild(files)
        self.finish_later()
        return (RELOAD, None) if changed else NOTHING

    def finish_later(self) -> None:
        """Call `finish` when the pages of the last save have been sent."""
        loop = IOLoop.current()
        if self.later:
            loop.remove_timeout(self.later)
        self.later = loop.call_later(SENT, self.finish)

    def finish(self) -> None:
        """Make in the background what is left for later; show pages again if they are others."""
        loop = IOLoop.current()

        def finished(number: int, outcome: Outcome) -> None:
            if self.desk.finished(number, outcome):
                LiveReloadHandler.reload_waiters()
            if self.desk.late:
                self.finish_later()

        self.later = None
        self.desk.finish(partial(loop.add_callback, finished))

    def _look(self) -> dict[str, fs.Facts | None] | None:
        """Everything with the stat of the files; None while they are being moved."""
        try:
            return {
                entry.path: None if entry.is_dir() else fs.facts(entry.path, follow=False)
                for folder in self.desk.sources
                for _, entry in fs.walk(folder)
                if not _left(entry.name)
            }
        except OSError:
            return None


class Fed(Polling):
    """Is told of changes by watchfiles, in a thread of its own; looks by itself each second too,
    since folders that are replaced and distant disks do not tell."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.told: set[str] = set()  # the files that changed and are not shown yet
        self.blind = False  # what was told has been shown before a look

    def examine(self) -> tuple[str | None, None]:
        """The same, without a look when it is told; that comes when the pages have been sent."""
        if self.told:
            files, self.told, self.blind = self.told, set(), True
            return self.rebuilt(files)
        return NOTHING if self.blind else super().examine()

    def finish(self) -> None:
        """The same; should something have come in between, that is built first."""
        if self.blind:
            self.blind, self.seen = False, self._look()
            if not self.desk.late and self.desk.rebuild():
                LiveReloadHandler.reload_waiters()
        super().finish()

    def start(self, callback: Callable[[], None]) -> bool:
        """Call `callback` on changes; that it returns true keeps livereload from polling."""
        loop = IOLoop.current()
        follow = threading.Thread(target=self._follow, args=(loop, callback), daemon=True)
        follow.start()
        return True

    def _follow(self, loop: IOLoop, callback: Callable[[], None]) -> None:
        from watchfiles import watch

        changes = watch(
            *self.desk.sources,
            watch_filter=lambda _, path: not _left(Path(path).name),
            debounce=LONGEST_MS,
            step=SETTLED_MS,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
        )

        def tell(changes: Iterable[tuple[object, str]]) -> None:
            self.told.update(path for _, path in changes)
            callback()

        try:
            for found in changes:
                loop.add_callback(tell, found)
        except OSError:  # the system has no more watches to give
            loop.add_callback(PeriodicCallback(callback, LOOK_MS).start)


def watcher(desk: Desk) -> Watcher:
    """The quickest watcher that is installed."""
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        return Polling(desk)
    return Fed(desk)


class Page(web.RequestHandler):
    """A file of the site; pages are shown with the reload script and the faults."""

    def initialize(self, desk: Desk, port: int) -> None:
        self.desk, self.port = desk, port

    def get(self, path: str) -> None:
        self.set_header("Cache-Control", "no-store")
        file = located(self.desk.job.site, path)
        if file and file.is_dir():
            self.redirect(f"/{path}/")
            return
        data = self._data(file) if file else None
        if file is None or data is None:
            self.desk.ahead.missed(path)
            self._missing()
        elif file.suffix == ".html":
            self._page(data)
        else:
            self.set_header("Content-Type", content_type(file))
            self.write(data)

    head = get

    def _data(self, file: Path) -> bytes | None:
        """The bytes of a file; None when it went away this moment."""
        try:
            return self.desk.ahead.read(file.relative_to(self.desk.job.site.resolve()).as_posix())
        except OSError:
            return None

    def _page(self, page: bytes) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write(preview.shown(page, self.port, self.desk.faults, self.desk.lang))

    def _missing(self) -> None:
        site = self.desk.job.site
        own = located(site, "404.html")
        self.set_status(404 if own else 503)
        page = preview.rooted(own.read_bytes()) if own else None
        self._page(page or preview.missing(self.desk.lang, waiting=not site.exists()))


class Style(web.RequestHandler):
    """The style of the panel of faults."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.write(preview.STYLE)


def content_type(file: Path) -> str:
    """The type of a file, texts with their encoding."""
    found = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    text = found.startswith("text/") or found.endswith(("javascript", "json", "xml"))
    return f"{found}; charset=utf-8" if text else found


class Server(livereload.Server):  # type: ignore[misc]
    """livereload's server with our pages in the place of its own."""

    def __init__(self, desk: Desk, door: socket.socket) -> None:
        super().__init__(watcher=watcher(desk))
        self.desk, self.door, self.port = desk, door, door.getsockname()[1]
        door.setblocking(False)

    def run(self, open_browser: bool) -> None:
        """Serve until interrupted."""
        IOLoop.current().add_callback(self.desk.warm)
        self.watcher.finish_later()
        self.serve(port=self.port, host=HOST, open_url_delay=0.2 if open_browser else None)

    def application(self, port: int, host: str, *_: Any, **__: Any) -> None:
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        handlers: list[Any] = [
            (r"/livereload", LiveReloadHandler),
            (r"/livereload\.js", LiveReloadJSHandler),
            (r"/serve_\.css", Style),
            (r"/(.*)", Page, {"desk": self.desk, "port": port}),
        ]
        app = web.Application(handlers, log_function=lambda _: None)
        HTTPServer(app).add_socket(self.door)

    def _setup_logging(self) -> None:
        """Nothing: what happens is said by the desk."""
