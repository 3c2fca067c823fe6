"""The search page and its pack: the words of every entry and record, for an exact search offline.

The pack is a classic script that calls `yearbookSearch` with the data, because `fetch`, modules
and workers fail on `file://`. This is the store for a small yearbook, one file; a large one is to
be cut into parts that the same page loads as needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from yearbook import address
from yearbook.output import Output, digest
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site, Volume, program
from yearbook.render.views import Item, Page, view
from yearbook.search.units import units


@view
class VolumeLinks:
    """A volume and its pages that are read through where no search is to be had."""

    text: str
    links: tuple[Item, ...]


@view
class SearchView:
    """The search page. `words` is the JSON of what its script says."""

    page: Page
    pack: str
    words: str
    volumes: tuple[VolumeLinks, ...]


def outputs(site: Site) -> Iterator[Output]:
    """The search page and its pack."""
    yield site.output(address.SEARCH, "search.html", search_view(site))
    yield Output(address.SEARCH_PACK, _key(site), lambda: pack(site))


def search_view(site: Site) -> SearchView:
    """The page; its own form stands in place of the masthead's."""
    imprint = site.yearbook.imprint
    head = meta(imprint, address.SEARCH, (T.search_title, imprint.title), T.search_lead)
    head = replace(head, names=(*head.names, ("robots", "noindex")))
    crumbs = ((T.home, address.HOME), (T.search_title, address.SEARCH))
    return SearchView(
        replace(page(site, address.SEARCH, head, crumbs=crumbs), search=""),
        address.SEARCH_PACK,
        json.dumps(T.search_words, ensure_ascii=False),
        tuple(_links(volume) for volume in reversed(site.volumes)),
    )


def _links(volume: Volume) -> VolumeLinks:
    edition = volume.edition.id
    links = [Item(T.contents, address.edition(edition))]
    if volume.figures:
        links.append(Item(T.figures, address.figures(edition)))
    if volume.honours:
        links.append(Item(T.honours, address.honours(edition)))
    return VolumeLinks(volume.label, tuple(links))


def pack(site: Site) -> bytes:
    """The script that hands over all units, newest volume first, and by what they are found."""
    volumes = tuple(reversed(site.volumes))
    rows = [(n, volume, section) for n, volume in enumerate(volumes) for section in volume.sections]
    data = {
        "editions": [[volume.edition.id, volume.label] for volume in volumes],
        "sections": [[n, section.stem, section.title] for n, _, section in rows],
        "kinds": T.search_kind_names,
        "units": [
            [n, unit.kind, unit.id, unit.title, unit.body]
            for n, (_, volume, section) in enumerate(rows)
            for unit in units(volume, section)
        ],
    }
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    said = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"yearbookSearch({said});\n".encode()


def _key(site: Site) -> str:
    """A digest of what the pack is made from."""
    return digest([(volume.source, volume.label) for volume in site.volumes], program())
