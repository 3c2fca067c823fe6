"""Where a link of the prose leads: `stem.md#entry`, `../2016/stem.md#entry`, or the web."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from yearbook import address
from yearbook.markup.allow import ALLOWED_SCHEMES, scheme

ODD = re.compile(r"[\s\\<>\"'`{}|^\x00-\x20]")

DATA = ("edition.yaml", "yearbook.yaml", "names.yaml")  # files that make no page of their own


@dataclass(frozen=True, slots=True)
class Target:
    """A place within content/: edition (empty for about.md), section stem, anchor.

    `file` is set instead for a file below `content/files/`.
    """

    edition: str = ""
    stem: str = ""
    anchor: str = ""
    file: str = ""

    @property
    def address(self) -> str:
        """The address in the site, relative to its root."""
        page = address.section(self.edition, self.stem) if self.edition else address.ABOUT
        mark = f"#{self.anchor}" if self.anchor else ""
        return self.file or page + mark


@dataclass(frozen=True, slots=True)
class Bad:
    """A link that leads nowhere, with the issue that says why."""

    code: str
    args: tuple[tuple[str, str], ...]


def resolve(href: str, edition: str, stem: str) -> Target | Bad | None:
    """What `href` leads to from a section (edition empty: from about.md); None = out to the web."""
    kind = scheme(href)
    if kind == "file" or len(kind) == 1:
        return Bad("C238", (("href", href),))
    if kind:
        return _web(href, kind)
    if not href or ODD.search(href) or href.startswith("//"):
        return Bad("C243", (("href", href),))
    if href.startswith("/"):
        return Bad("C241", (("href", href),))
    return _within(href, edition, stem)


def _web(href: str, kind: str) -> Bad | None:
    if kind not in ALLOWED_SCHEMES:
        return Bad("C237", (("scheme", kind),))
    try:
        good = bool(urlsplit(href).hostname) if kind != "mailto" else "@" in href
    except ValueError:
        good = False
    return None if good and not ODD.search(href) else Bad("C243", (("href", href),))


def _within(href: str, edition: str, stem: str) -> Target | Bad:
    """A link within content/."""
    path, _, anchor = href.partition("#")
    if not path:
        return Target(edition, stem, unquote(anchor))
    full = posixpath.normpath(posixpath.join(edition, unquote(path)))
    if full == ".." or full.startswith("../"):
        return Bad("C241", (("href", href),))
    if full.startswith("files/"):
        return Target(file=full.removeprefix("files/"))
    if posixpath.basename(full) in DATA or (full.endswith(".yaml") and "/" not in full):
        return Bad("C243", (("href", href),))
    if full.endswith((".html", ".yaml", ".htm", ".yml")):
        better = re.sub(r"\.(?:html?|ya?ml)(?=$|#)", ".md", href)
        return Bad("C246", (("href", href), ("better", better)))
    folder, _, name = full.rpartition("/")
    if address.ID.fullmatch(name):
        return Bad("C246", (("href", href), ("better", f"{path}.md{href[len(path) :]}")))
    if not name.endswith(".md"):
        return Bad("C243", (("href", href),))
    return Target(folder, name.removesuffix(".md"), unquote(anchor))
