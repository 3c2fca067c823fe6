"""Each link, anchor and asset of each page resolves, in its exact case, within the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from sitepages import attributes, html_files, name, parsed

FOLLOWED = {"a": "href", "form": "action", "area": "href"}
LOADED = {
    "script": "src",
    'link[rel="stylesheet"]': "href",
    'link[rel="icon"]': "href",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
    "embed": "src",
    "video": "src",
    "audio": "src",
    "[data-pack]": "data-pack",
}
REFERRING = ("for", "aria-controls", "aria-labelledby", "aria-describedby", "data-copy", "headers")
URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
OUTWARD = {"http", "https", "mailto"}


class Site:
    """The files of a site, their ids, and what does not resolve."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
        self.pages = html_files(folder)
        self.ids = {name(folder, page): set(attributes(page, "[id]", "id")) for page in self.pages}
        self.base = self._base()

    def _base(self) -> str:
        home = self.folder / "index.html"
        canonical = next(attributes(home, 'link[rel="canonical"]', "href"), "")
        return canonical.removesuffix("index.html")

    def fault(self, source: str, link: str) -> str:
        """Why a relative link of the file `source` leads nowhere; empty when it leads somewhere."""
        parts = urlsplit(link)
        path = unquote(parts.path)
        target = _joined(source, path) if path else source
        if target not in self.files or (self.folder / target).is_dir():
            return "no such file"
        anchor = unquote(parts.fragment)
        if anchor and not anchor.startswith(":~:") and anchor not in self.ids.get(target, {anchor}):
            return "no such anchor"
        return ""

    def inward(self, link: str) -> str | None:
        """A link relative to its page or to the root; None when it leads out of the site."""
        if self.base and link.startswith(self.base):
            return "/" + (link.removeprefix(self.base) or "index.html")
        return None if urlsplit(link).scheme in OUTWARD else link


def _joined(source: str, path: str) -> str:
    if path.startswith("/"):
        return path[1:]
    parts = source.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return "(outside the site)"
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


@pytest.fixture(scope="module", params=["dongying", "examples"])
def site(request: pytest.FixtureRequest) -> Site:
    """The yearbook of one volume, and the made-up one of three that uses the whole format."""
    return Site(request.getfixturevalue(request.param))


def wrong_links(site: Site) -> Iterator[str]:
    """The links that readers follow."""
    for page in site.pages:
        here = name(site.folder, page)
        for css, attribute in FOLLOWED.items():
            for link in attributes(page, css, attribute):
                inward = site.inward(link)
                if inward is not None and (fault := site.fault(here, inward)):
                    yield f"{here}: {link}: {fault}"


def wrong_assets(site: Site) -> Iterator[str]:
    """What pages load: it lies on the disk beside them, or in the page itself."""
    for page in site.pages:
        here = name(site.folder, page)
        for css, attribute in LOADED.items():
            yield from _wrong_loads(site, here, attributes(page, css, attribute))
        for images in attributes(page, "[srcset]", "srcset"):
            yield from _wrong_loads(site, here, (one.split()[0] for one in images.split(",")))


def wrong_styles(site: Site) -> Iterator[str]:
    """What style sheets load."""
    for path in sorted(site.folder.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        links = (match[1] or match[2] for match in URL.finditer(text))
        yield from _wrong_loads(site, path.relative_to(site.folder).as_posix(), links)


def _wrong_loads(site: Site, here: str, links: Iterator[str]) -> Iterator[str]:
    for link in links:
        parts = urlsplit(link)
        if parts.scheme == "data":
            continue
        if parts.scheme or parts.netloc or link.startswith("/"):
            yield f"{here}: {link}: not a relative address"
        elif fault := site.fault(here, link):
            yield f"{here}: {link}: {fault}"


def test_every_link_and_anchor_resolves(site: Site) -> None:
    assert site.pages
    assert list(wrong_links(site)) == []


def test_everything_loaded_lies_beside_the_page(site: Site) -> None:
    assert list(wrong_assets(site)) == []
    assert list(wrong_styles(site)) == []


def test_no_link_begins_at_the_root_of_the_disk(site: Site) -> None:
    wrong = [
        f"{name(site.folder, page)}: {link}"
        for page in site.pages
        for css, attribute in FOLLOWED.items()
        for link in attributes(page, css, attribute)
        if link.startswith(("/", "file:", "\\")) or not link
    ]
    assert wrong == []


def test_ids_are_unique_and_what_refers_to_them_finds_them(site: Site) -> None:
    wrong = []
    for page in site.pages:
        here = name(site.folder, page)
        ids = Counter(attributes(page, "[id]", "id"))
        wrong += [f"{here}: twice {id_}" for id_, times in ids.items() if times > 1]
        for attribute in REFERRING:
            for value in attributes(page, f"[{attribute}]", attribute):
                wrong += [f"{here}: {attribute}={one}" for one in value.split() if one not in ids]
    assert wrong == []


def test_previous_and_next_are_each_others_opposite(site: Site) -> None:
    wrong = []
    for page in site.pages:
        here = name(site.folder, page)
        for link in attributes(page, 'a[rel="next"]', "href"):
            after = site.folder / _joined(here, link)
            back = [
                _joined(name(site.folder, after), one)
                for one in attributes(after, 'a[rel="prev"]', "href")
            ]
            if back != [here]:
                wrong.append(f"{here} → {link} → {back}")
    assert wrong == []


def test_every_page_can_be_reached_from_the_home_page(site: Site) -> None:
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        here = waiting.pop()
        for link in attributes(site.folder / here, "a", "href"):
            inward = site.inward(link)
            target = _joined(here, unquote(urlsplit(inward).path)) if inward else here
            if target.endswith(".html") and target in site.files and target not in seen:
                seen.add(target)
                waiting.append(target)
    search = {
        _joined(name(site.folder, page), action)
        for page in site.pages
        for action in attributes(page, "form", "action")
    }
    moved = {
        name(site.folder, page) for page in site.pages if parsed(page).css('meta[content^="0;"]')
    }
    every = {name(site.folder, page) for page in site.pages}
    assert every - seen - search - moved - {"404.html"} == set()
