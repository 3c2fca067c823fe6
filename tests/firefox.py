"""A stock Firefox, driven over its own WebSocket by WebDriver BiDi: opens pages, listens."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from websockets.sync.client import ClientConnection, connect

LISTENING = re.compile(r"WebDriver BiDi listening on (ws://127\.0\.0\.1:\d+)")
PATIENCE = 60
EVENTS = ["log.entryAdded", "network.beforeRequestSent"]
PREFERENCES = {
    "security.fileuri.strict_origin_policy": True,
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
CONSOLE = """JSON.stringify(Services.console.getMessageArray()
  .filter(m => m instanceof Ci.nsIScriptError).map(m => [m.sourceName, m.errorMessage]))"""


@dataclass(slots=True)
class Firefox:
    """A running browser with one tab; `console` and `requests` are those of the page shown."""

    socket: ClientConnection
    tab: str = ""
    chrome: str = ""
    last: int = 0
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Start a session and find the tab and the browser's own context."""
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=EVENTS)
        self.tab = self.command("browsingContext.create", type="tab")["context"]
        tree = self.command("browsingContext.getTree", **{"moz:scope": "chrome"})
        self.chrome = tree["contexts"][0]["context"]

    def command(self, method: str, **params: Any) -> Any:
        """The browser's answer; events that come before it are noted."""
        self.last += 1
        self.socket.send(json.dumps({"id": self.last, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv(timeout=PATIENCE))
            if message.get("id") != self.last:
                self._note(message.get("method"), message.get("params", {}))
            elif message["type"] == "error":
                raise RuntimeError(f"{method}: {message['message']}")
            else:
                return message["result"]

    def _note(self, method: str | None, params: dict[str, Any]) -> None:
        if method == "log.entryAdded" and params["level"] in ("error", "warn"):
            self.console.append(params["text"])
        elif method == "network.beforeRequestSent" and params["context"] == self.tab:
            self.requests.append(params["request"]["url"])

    def evaluate(self, script: str, context: str = "") -> Any:
        """The value of an expression in the page, or in the browser's own context."""
        target = {"context": context or self.tab}
        answer = self.command(
            "script.evaluate", expression=script, target=target, awaitPromise=True
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def visit(self, address: str) -> None:
        """Open a page, let it settle, and gather what the console said of it."""
        self.evaluate("Services.console.reset()", self.chrome)
        self.console.clear()
        self.requests.clear()
        self.command("browsingContext.navigate", context=self.tab, url=address, wait="complete")
        self.evaluate("new Promise(done => setTimeout(done, 150))")
        said = json.loads(self.evaluate(CONSOLE, self.chrome))
        self.console += [text for source, text in said if source.startswith(("file:", "http"))]

    def wait(self, script: str) -> Any:
        """The value of an expression as soon as it is true; False when that takes too long."""
        for _ in range(100):
            with suppress(RuntimeError):  # the page is being left
                if value := self.evaluate(script):
                    return value
            time.sleep(0.05)
        return False


@contextmanager
def firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """A headless Firefox with an empty profile, ended at the end."""
    _write_preferences(profile)
    command = [program, "--headless", "--no-remote", "--profile", str(profile)]
    command += ["--remote-debugging-port", "0", "--remote-allow-system-access"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr
        address = _address(process.stderr) + "/session"
        with connect(address, max_size=None, ping_interval=None) as socket:
            browser = Firefox(socket)
            browser.begin()
            yield browser
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


def _write_preferences(profile: Path) -> None:
    lines = (f'user_pref("{key}", {json.dumps(value)});\n' for key, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")


def _address(output: IO[str]) -> str:
    said = []
    for line in output:
        said.append(line)
        if match := LISTENING.search(line):
            return match[1]
    raise RuntimeError("Firefox did not start: " + "".join(said))
