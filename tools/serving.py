"""Starts `serve` as a user does, and follows it as a browser does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from websockets.sync.client import connect

ROOT = Path(__file__).resolve().parent.parent
Reloads = Callable[..., dict[str, object]]


class Serving:
    """A running `serve`: its process, its port, and what it has printed."""

    def __init__(self, process: subprocess.Popen[str], seconds: float) -> None:
        self.process, self.said = process, list[str]()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.port = int(self.wait_for("http://", seconds).split("/")[2].partition(":")[2])

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line.rstrip("\n"))

    def wait_for(self, words: str, seconds: float = 20) -> str:
        """The first line that holds `words`, once it is printed."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for line in tuple(self.said):
                if words in line:
                    return line
            time.sleep(0.005)
        raise AssertionError(f"no line with {words!r} in {self.said}")

    def get(self, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
        """The answer to a request of exactly `path`, and its body."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def page(self, path: str = "/") -> str:
        return self.get(path)[1].decode("utf-8")

    @contextmanager
    def reloads(self) -> Iterator[Reloads]:
        """The connection by which a page is told to load again."""
        with connect(f"ws://127.0.0.1:{self.port}/livereload") as socket:
            protocols = ["http://livereload.com/protocols/official-7"]
            socket.send(json.dumps({"command": "hello", "protocols": protocols}))
            assert json.loads(socket.recv(10))["command"] == "hello"
            socket.send(json.dumps({"command": "info", "url": "http://127.0.0.1/"}))
            self.page()  # the server has read the line above when this is answered
            yield lambda seconds=10: json.loads(socket.recv(seconds))

    def stop(self, number: int = signal.SIGINT) -> int:
        """The exit code after a signal."""
        self.process.send_signal(number)
        code = self.process.wait(10)
        self.reader.join(10)
        return code


@contextmanager
def served(
    folder: Path, *words: str, environ: dict[str, str] | None = None, seconds: float = 20
) -> Iterator[Serving]:
    """`serve` in a folder with these options, on a free port; stopped at the end.

    The first build has so many seconds.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "yearbook", "serve", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C"} | (environ or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        serving = Serving(process, seconds)
        yield serving
        serving.reader.join(0)
    finally:
        if process.poll() is None:
            process.send_signal(
                signal.SIGTERM
            )  # SIGINT is ignored by what begins in the background
            process.wait(10)
        assert process.stderr is not None
        process.stderr.close()
