"""The search page, and what it searches: see the package `yearbook.search`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from yearbook import address
from yearbook.indexes import book_of, held_of, key_of, reading
from yearbook.model import Name, records
from yearbook.output import Bundle, Output, digest
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site, Volume, program
from yearbook.render.views import Item, Page, view
from yearbook.search.chapters import is_long, is_small
from yearbook.search.script import script

QUOTED = re.compile("[《“][^》”]{1,40}[》”]")


@view
class VolumeLinks:
    """A volume and its pages that are read through where no search is to be had."""

    text: str
    links: tuple[Item, ...]


@view
class SearchView:
    """The search page."""

    page: Page
    volumes: tuple[VolumeLinks, ...]


def outputs(site: Site) -> Iterator[Output]:
    """The search page."""
    yield site.output(address.SEARCH, "search.html", search_view(site))


def store(site: Site) -> Iterator[Bundle]:
    """What is searched; a preview does without that of a long yearbook for a while."""
    late = is_long(site)
    if is_small(site):
        from yearbook.search.small import pack

        key, path = _key(site, "text"), address.search("all")
        yield Bundle(address.SEARCH_FOLDER, key, lambda: [(path, pack(site))], late)
    else:
        from yearbook.search.sharded import bundle

        yield Bundle(address.SEARCH_FOLDER, _key(site, "exact"), lambda: bundle(site), late)


def letters(site: Site) -> Iterator[Output]:
    """The maps for queries in other letters."""
    from yearbook.search import maps

    found = "".join(sorted({*"".join(_titles(site))}))
    said = sorted({pair for name in site.yearbook.names for pair in _said(name)})

    def pinyin() -> bytes:
        return script("pinyin", maps.pinyin(found, said))

    yield Output(address.search("pinyin"), digest(found, said, program()), pinyin)
    key = digest("traditional", program())
    yield Output(
        address.search("traditional"), key, lambda: script("traditional", maps.traditional())
    )


def _said(name: Name) -> Iterable[tuple[str, str]]:
    """The characters of a name with the readings that its editors give, without tones."""
    syllables = [one.rstrip("12345") for one in reading.given(name.reading, name.name)]
    characters = reading.HAN.findall(name.name)
    return zip(characters, syllables, strict=True) if len(characters) == len(syllables) else ()


def _titles(site: Site) -> Iterator[str]:
    """Words that may come into a title or a heading of an index: those and some more."""
    for name in site.yearbook.names:
        yield from (name.name, *name.short, *name.variants)
    for volume in site.volumes:
        key = digest(volume.said, program())
        part, make = f"{volume.edition.id}.letters", partial(_letters, volume)
        yield site.parts.get(part, key, make).decode("utf-8")


def _letters(volume: Volume) -> bytes:
    """The characters of the titles of a volume, each once."""
    return "".join(sorted({*"".join(_titles_of(volume))})).encode("utf-8", "replace")


def _titles_of(volume: Volume) -> Iterator[str]:
    yield from (category.title for category in volume.edition.contents)
    for section in volume.sections:
        yield section.title
        yield from (entry.group for entry in section.entries)
        yield from (one.label for one in section.figures)
        yield from (one.caption for one in section.tables)
        yield from (one.name for one in section.contributors)
        for honour in section.honours:
            yield from (honour.title, honour.recipient.name, *honour.recipient.named)
        for entry in section.entries:
            yield from (entry.title, *entry.keywords)
            if "《" in entry.source or "“" in entry.source:
                yield from QUOTED.findall(entry.source)
            yield from (one.name + one.body for one in entry.contributors)
        for one in records(section):
            yield from (str(getattr(one, field, "")) for field in ("name", "title", "caption"))


def search_view(site: Site) -> SearchView:
    """The page; its own form stands in place of the masthead's."""
    imprint = site.yearbook.imprint
    head = meta(imprint, address.SEARCH, (T.search_title, imprint.title), T.search_lead)
    head = replace(head, names=(*head.names, ("robots", "noindex")))
    crumbs = ((T.home, address.HOME), (T.search_title, address.SEARCH))
    return SearchView(
        replace(page(site, address.SEARCH, head, crumbs=crumbs), search=""),
        (*_indexes(site), *(_links(volume) for volume in reversed(site.volumes))),
    )


def _indexes(site: Site) -> Iterator[VolumeLinks]:
    """The indexes of all volumes: at least those that the newest volume has."""
    if site.latest:
        names = held_of(site, site.latest)
        links = (Item(T.indexes[name][0], address.index(name)) for name in names)
        yield VolumeLinks(T.index_all_volumes, tuple(links))


def _links(volume: Volume) -> VolumeLinks:
    edition = volume.edition.id
    links = [Item(T.contents, address.edition(edition))]
    if "figures" in volume.has:
        links.append(Item(T.figures, address.figures(edition)))
    if "honours" in volume.has:
        links.append(Item(T.honours, address.honours(edition)))
    if "sections" in volume.has:
        links.append(Item(T.index, address.index("subjects", edition)))
    return VolumeLinks(volume.label, tuple(links))


def _key(site: Site, store: str) -> str:
    """A digest of all that a store is made from, taken without parsing any prose."""
    book = book_of(site.yearbook.names)
    volumes = [(one.edition.id, one.label, key_of(one, book)) for one in site.volumes]
    return digest(store, volumes, program())
