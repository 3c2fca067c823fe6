"""The Nu HTML checker has nothing to say of any page."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sitepages import html_files

# Read from the disk, a page's own files do not count as 'self' to the checker.
OWN_FILE_BLOCKED = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): (?:external script|external "
    r"stylesheet|image) “(?P<file>[^”:]+)” blocked by “(?:script|style|img)-src” directive\."
)


def check(nu: list[str], *folders: Path) -> list[dict[str, Any]]:
    """All that the checker says of the pages in these folders."""
    command = [*nu, "--format", "json", "--skip-non-html", *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return messages


def is_own_file(message: dict[str, Any]) -> bool:
    """The one message that is left out: a file of the site is said to be blocked by 'self'."""
    match = OWN_FILE_BLOCKED.fullmatch(message["message"])
    if not match:
        return False
    page = Path(unquote(urlsplit(message["url"]).path))
    return (page.parent / match["file"]).is_file()


def faults(nu: list[str], *folders: Path) -> list[str]:
    """What is wrong with the pages in these folders, a line each."""
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in check(nu, *folders)
        if not is_own_file(message)
    ]


def test_no_error_and_no_warning_on_any_page(nu: list[str], dongying: Path, examples: Path) -> None:
    assert html_files(dongying)
    assert html_files(examples)
    assert faults(nu, dongying, examples) == []


def test_a_wrong_page_is_noticed(nu: list[str], tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><head><title>x</title></head><body>{}</body></html>"
    (tmp_path / "a.html").write_text(page.format("<p><a><div></p>"), encoding="utf-8")
    (tmp_path / "b.html").write_text(page.format("<section>x</section>"), encoding="utf-8")
    said = faults(nu, tmp_path)
    assert {line.split("/")[-1][:6] for line in said} == {"a.html", "b.html"}


def test_only_an_own_file_is_left_out() -> None:
    said = (
        "Resource violates Content Security Policy (meta tag): {} blocked by “img-src” directive."
    )
    page = Path(__file__)
    for image, own in ((page.name, True), ("https://x.example/a.png", False), ("lost.png", False)):
        message = {"message": said.format(f"image “{image}”"), "url": page.as_uri()}
        assert is_own_file(message) is own
