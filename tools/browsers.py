"""What the browser tests and the screenshots share: programs, their options, page kinds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
FIXED = {
    "home": "index.html",
    "about": "about.html",
    "lost": "404.html",
    "search": "search.html",
    "edition": "{year}/index.html",
    "figures": "{year}/figures.html",
    "honours": "{year}/honours.html",
    "english": "{year}/english.html",
    "subjects": "{year}/subjects.html",
    "names": "{year}/names.html",
    "documents": "{year}/documents.html",
    "places": "{year}/places.html",
    "series-names": "names.html",
}
MARKS = {
    "people": 'class="rows people"',
    "bodies": 'class="rows bodies"',
    "items": 'class="prose items"',
    "events": 'class="prose rows cols"',
    "pictures": 'class="pictures"',
    "tables": "<table>",
}


def found(variable: str, *names: str) -> str | None:
    """The program that an environment variable names, else the first that is installed."""
    said = os.environ.get(variable)
    return shutil.which(said) if said else next(filter(None, map(shutil.which, names)), None)


def chromium_options(program: str) -> dict[str, Any]:
    """How Playwright starts an installed Chromium; its sandbox does not work for root."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    args = [*QUIET, "--no-sandbox"] if root else list(QUIET)
    return {"executable_path": program, "args": args, "chromium_sandbox": not root}


def newest(site: Path) -> str:
    """The folder of the newest edition."""
    return max(path.parent.name for path in site.glob("[0-9]*/index.html"))


def sections(site: Path) -> list[Path]:
    """The section pages of the newest edition."""
    year = newest(site)
    others = {site / path.format(year=year) for path in FIXED.values()}
    return sorted(set((site / year).glob("*.html")) - others)


def kinds(site: Path) -> dict[str, Path]:
    """One page of each kind that the site has; for a section the one with the most entries."""
    paths = {kind: site / path.format(year=newest(site)) for kind, path in FIXED.items()}
    pages = {path: path.read_text(encoding="utf-8") for path in sections(site)}
    paths["section"] = max(pages, key=lambda path: pages[path].count('class="entry"'))
    for kind, mark in MARKS.items():
        fitting = [path for path, html in pages.items() if mark in html]
        if fitting:
            paths[kind] = fitting[0]
    return {kind: path for kind, path in paths.items() if path.is_file()}
