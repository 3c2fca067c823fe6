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
    "chronicle": "{year}/chronicle.html",
    "corrections": "{year}/corrections.html",
    "subjects": "{year}/subjects.html",
    "names": "{year}/names.html",
    "documents": "{year}/documents.html",
    "places": "{year}/places.html",
    "series-names": "names.html",
    "years": "years.html",
    "all-series": "series.html",
    "compare": "compare.html",
    "days": "days.html",
    "people-years": "people.html",
    "bodies-years": "bodies.html",
}
SEVERAL = {
    "through": "through/*.html",
    "series": "series/*.html",
    "compare-pair": "compare/*-*/*.html",
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


def editions(site: Path) -> list[str]:
    """The folders of the editions, the newest first."""
    return sorted((path.parent.name for path in site.glob("[0-9]*/index.html")), reverse=True)


def newest(site: Path) -> str:
    """The folder of the newest edition."""
    return editions(site)[0]


def sections(site: Path) -> list[Path]:
    """The section pages of the newest edition."""
    year = newest(site)
    others = {site / path.format(year=year) for path in FIXED.values()}
    return sorted(set((site / year).glob("*.html")) - others)


def _fixed(site: Path, path: str) -> Path:
    """The page of a kind, of the newest edition that has one."""
    pages = [site / path.format(year=year) for year in editions(site)]
    return next((page for page in pages if page.is_file()), pages[0])


def _size(page: Path) -> tuple[int, str]:
    return page.stat().st_size, page.as_posix()


def all_kinds(*sites: Path) -> dict[str, Path]:
    """One page of each kind that any of the sites has, from the first that has it."""
    return {kind: page for site in reversed(sites) for kind, page in kinds(site).items()}


def kinds(site: Path) -> dict[str, Path]:
    """One page of each kind that the site has: of the newest edition with it, of several the
    largest, for a section the one with the most entries."""
    paths = {kind: _fixed(site, path) for kind, path in FIXED.items()}
    several = {kind: [*site.glob(pattern)] for kind, pattern in SEVERAL.items()}
    paths |= {kind: max(found, key=_size) for kind, found in several.items() if found}
    pages = {path: path.read_text(encoding="utf-8") for path in sections(site)}
    paths["section"] = max(pages, key=lambda path: pages[path].count('class="entry"'))
    for kind, mark in MARKS.items():
        fitting = [path for path, html in pages.items() if mark in html]
        if fitting:
            paths[kind] = fitting[0]
    return {kind: path for kind, path in paths.items() if path.is_file()}
