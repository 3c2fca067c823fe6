"""The generators that are measured: ours in three forms, and every peer that is installed.

Peers are looked for in `$YEARBOOK_BENCH_HOME`, else `~/.cache/yearbook-bench`, where
`peers/install.py` puts each into an environment of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .corpus import Size, Spot
from .layouts import Docs, Eleventy, Hugo, Layout, Pelican, Sphinx, Yearbook

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = Path(os.environ.get("YEARBOOK_BENCH_HOME") or Path.home() / ".cache" / "yearbook-bench")
BASE = "hugo-offline-cached"
HUGO_LEFT = ("resources", ".hugo_build.lock")


@dataclass(frozen=True, slots=True)
class Generator:
    """How a generator is called and where its site lies.

    `left` is what it keeps for the next run beside the site, `page` the page of an entry, and
    `against` the peer that it is compared with besides the base.
    """

    name: str
    label: str
    version: str
    layout: Layout
    commands: tuple[tuple[str, ...], ...]
    site: str
    note: str
    left: tuple[str, ...] = ()
    page: str = "{year}/{section}/{entry}/index.html"
    against: str = ""

    @property
    def ours(self) -> bool:
        return isinstance(self.layout, Yearbook)

    def page_of(self, where: Spot) -> str:
        name = self.page.format(year=where.year, section=where.section, entry=where.entry)
        return f"{self.site}/{name}"

    def pages(self, size: Size) -> int:
        """The pages that the site has at least."""
        if not self.ours:
            return size.pages
        assert isinstance(self.layout, Yearbook)
        entries = size.entries if self.layout.pages else 1
        return size.editions * (size.sections * entries + 1) + 1


def ours(
    name: str, label: str, note: str, *words: str, pages: bool = True, **more: str
) -> Generator:
    command = (
        sys.executable,
        str(ROOT / "build.py"),
        "build",
        "--quiet",
        "--templates",
        str(ROOT / "templates"),
        "--site",
        "site",
        *words,
    )
    return Generator(
        name,
        label,
        own_version(),
        Yearbook(pages=pages),
        (command,),
        "site",
        note,
        left=(".site.build",),
        page="{year}/{section}-{entry}.html" if pages else "{year}/{section}.html",
        **more,
    )


def own() -> Iterator[Generator]:
    """Ours, like for like first: what the base makes too."""
    yield ours(
        "yearbook",
        "yearbook",
        "checks, figures, indexes, data; one search text; nothing across years",
        *("--without", "across", "--search", "text"),
    )
    yield ours(
        "yearbook-exact",
        "yearbook, exact search",
        "the same with the index that finds every string",
        *("--without", "across", "--search", "exact"),
        against="hugo-pagefind",
    )
    yield ours(
        "yearbook-whole",
        "yearbook, whole",
        "all pages, with those across years; the exact index",
        *("--search", "exact"),
    )
    yield ours(
        "yearbook-sections",
        "yearbook, a page a section",
        "as a yearbook is written: sections with their entries; search by its size",
        pages=False,
    )


def peers() -> Iterator[Generator]:
    """The peers that are installed, set up as their manuals advise."""
    for found in (hugo, documentation, pelican, sphinx, eleventy):
        yield from found()


def hugo() -> Iterator[Generator]:
    found = next((HOME / "venv/hugo").glob("lib/python*/site-packages/hugo/binaries/hugo"), None)
    if not found:
        return
    command = (str(found), "--quiet", "-d", "public")
    version = of_python("hugo", "hugo")
    yield Generator(
        BASE,
        "Hugo",
        version,
        Hugo(offline=True, cached=True),
        (command,),
        "public",
        "relative links, .html addresses, one search file, navigation cached",
        HUGO_LEFT,
        "{year}/{section}/{entry}.html",
    )
    search = next(
        (HOME / "node/pagefind").glob("node_modules/@pagefind/*/bin/pagefind_extended"), None
    )
    if search:
        yield Generator(
            "hugo-pagefind",
            "Hugo + Pagefind",
            f"{version} + {of_node('pagefind', 'pagefind')}",
            Hugo(cached=True),
            (command, (str(search), "--site", "public", "-q")),
            "public",
            "index of words in parts; needs a server",
            HUGO_LEFT,
        )


def documentation() -> Iterator[Generator]:
    """Zensical, MkDocs and Material, which read the same folder of Markdown."""
    mkdocs = ("mkdocs", "build", "-q")
    for name, label, place, words, layout, note, left in (
        (
            "zensical",
            "Zensical",
            "zensical",
            ("zensical", "build"),
            Docs("mkdocs/zensical.toml", "zensical.toml"),
            "its own theme, cache, search",
            (".cache",),
        ),
        (
            "mkdocs",
            "MkDocs",
            "mkdocs",
            mkdocs,
            Docs("mkdocs/mkdocs.yml", "mkdocs.yml", "mkdocs/main.html"),
            "our plain theme, its search",
            (),
        ),
        (
            "material",
            "Material for MkDocs",
            "mkdocs",
            mkdocs,
            Docs("mkdocs/material.yml", "mkdocs.yml"),
            "navigation.prune, search with jieba",
            (),
        ),
    ):
        if found := program(place, words[0]):
            version = of_python(place, "mkdocs_material" if name == "material" else name)
            command = (found, *words[1:])
            yield Generator(name, label, version, layout, (command,), "site", note, left)


def pelican() -> Iterator[Generator]:
    if found := program("pelican", "pelican"):
        yield Generator(
            "pelican",
            "Pelican",
            of_python("pelican", "pelican"),
            Pelican(),
            ((found, "-q"),),
            "output",
            "content cache, no search",
            ("cache", "__pycache__"),
        )


def sphinx() -> Iterator[Generator]:
    if found := program("sphinx", "sphinx-build"):
        yield Generator(
            "sphinx",
            "Sphinx",
            of_python("sphinx", "sphinx"),
            Sphinx(),
            ((found, "-q", "-j", "2", "-b", "html", ".", "_build"),),
            "_build",
            "MyST, two processes, its search",
            page="{year}/{section}/{entry}.html",
        )


def eleventy() -> Iterator[Generator]:
    script = HOME / "node/eleventy/node_modules/@11ty/eleventy/cmd.cjs"
    if script.exists():
        yield Generator(
            "eleventy",
            "Eleventy",
            of_node("eleventy", "@11ty/eleventy"),
            Eleventy(),
            (("node", str(script), "--quiet"),),
            "_site",
            "no search",
            (".cache",),
        )


def program(place: str, name: str) -> str:
    """The path of a program in an environment, empty where it is not."""
    path = HOME / "venv" / place / "bin" / name
    return str(path) if path.exists() else ""


def of_python(place: str, package: str) -> str:
    found = (HOME / "venv" / place).glob(f"lib/python*/site-packages/{package}-*.dist-info")
    return next((path.stem.rpartition("-")[2] for path in found), "?")


def of_node(place: str, package: str) -> str:
    path = HOME / "node" / place / "node_modules" / package / "package.json"
    return str(json.loads(path.read_text("utf-8"))["version"])


def own_version() -> str:
    """The commit, in a copy of the repository."""
    if not shutil.which("git"):
        return "?"
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "?"


def chosen(ours: Sequence[str], others: Sequence[str]) -> tuple[Generator, ...]:
    """Ours and the peers of these names, all for no name; `none` for none of them.

    The base is always among them where it is installed, and comes first.
    """
    found = (*picked(tuple(own()), ours), *picked(tuple(peers()), with_base(others)))
    return tuple(sorted(found, key=lambda one: one.name != BASE))


def picked(found: tuple[Generator, ...], names: Sequence[str]) -> tuple[Generator, ...]:
    there = {one.name for one in found}
    if unknown := set(names) - there - {"none", BASE}:
        sys.exit(f"{', '.join(sorted(unknown))}: not there; there is {', '.join(sorted(there))}")
    return tuple(one for one in found if not names or one.name in names)


def with_base(names: Sequence[str]) -> Sequence[str]:
    return names if "none" in names or not names else [*names, BASE]
