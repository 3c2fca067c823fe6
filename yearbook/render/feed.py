"""`feed.xml`: an Atom feed of the volumes and of the corrections in them, with a base URL.

A volume's day is that of its revision, without one the end of what it covers; a correction has
the day of its volume. Nothing is said of the day of the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from yearbook import address, markup
from yearbook.markup.prose import Correction
from yearbook.model import Edition, Entry, Section
from yearbook.output import Output, digest
from yearbook.render.edition import lead
from yearbook.render.labels import T
from yearbook.render.site import Site, Volume, program

CORRECTED = "{~~"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the feed; `id` and `href` are published addresses."""

    id: str
    title: str
    href: str
    day: str
    summary: str


def outputs(site: Site) -> Iterator[Output]:
    if site.yearbook.imprint.base_url:
        yield Output(address.FEED, _key(site), lambda: feed(site).encode("utf-8"))


def _key(site: Site) -> str:
    """A digest of what the feed is made from, taken without parsing any prose."""
    imprint = site.yearbook.imprint
    volumes = [
        (one.edition.id, one.edition.imprint, day(one.edition), lead(one)) for one in _shown(site)
    ]
    sources = [
        (volume.label, section.stem, entry.id, entry.title, entry.source)
        for volume in _shown(site)
        for section, entry in _corrected(volume)
    ]
    return digest(address.FEED, imprint, volumes, sources, program())


def _shown(site: Site) -> tuple[Volume, ...]:
    """The volumes that are out, the newest first; one without an address cannot be fed."""
    out = (one for one in site.volumes if one.edition.status != "draft")
    return tuple(one for one in reversed(tuple(out)) if one.edition.imprint.base_url)


def _corrected(volume: Volume) -> Iterator[tuple[Section, Entry]]:
    for section in volume.sections:
        yield from ((section, entry) for entry in section.entries if CORRECTED in entry.source)


def day(edition: Edition) -> str:
    """The day of a volume's last change, as far as it is known."""
    return (edition.revised or edition.covers.end).isoformat()


def feed(site: Site) -> str:
    """The feed, newest first."""
    imprint = site.yearbook.imprint
    items = sorted(_items(site), key=lambda one: one.day, reverse=True)
    title = T.feed_title.format(title=imprint.title)
    author = imprint.institution or imprint.editor or imprint.title
    own = address.absolute(imprint.base_url, address.FEED)
    home = address.absolute(imprint.base_url, address.HOME)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{T.lang}">\n'
        f"<id>{escape(own)}</id>\n<title>{escape(title)}</title>\n"
        f"<updated>{_time(items[0].day if items else '')}</updated>\n"
        f"<author><name>{escape(author)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(home)}"/>\n'
        f"{''.join(map(_entry, items))}</feed>\n"
    )


def _entry(one: Item) -> str:
    return (
        f"<entry>\n<id>{escape(one.id)}</id>\n<title>{escape(one.title)}</title>\n"
        f"<updated>{_time(one.day)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{escape(one.href)}"/>\n'
        f"<summary>{escape(one.summary)}</summary>\n</entry>\n"
    )


def _time(day: str) -> str:
    """A day as the time that Atom asks for; a feed of nothing is as old as Unix."""
    return f"{day or '1970-01-01'}T00:00:00Z"


def _items(site: Site) -> Iterator[Item]:
    for volume in _shown(site):
        edition = volume.edition
        url = address.absolute(edition.imprint.base_url, address.edition(edition.id))
        title = f"{edition.imprint.title}{volume.label}"
        yield Item(url, title, url, day(edition), lead(volume))
        for section, entry in _corrected(volume):
            yield from _corrections(volume, section, entry)


def _corrections(volume: Volume, section: Section, entry: Entry) -> Iterator[Item]:
    """The corrections of an entry, each with a name made from its words."""
    edition = volume.edition
    page = address.absolute(edition.imprint.base_url, address.section(edition.id, section.stem))
    title = T.feed_correction.format(title=entry.title, volume=volume.label)
    seen: list[str] = []
    for one in markup.parse(entry.source).readings:
        name = digest(one.printed, one.corrected, one.reason)[:12]
        seen.append(name)
        href = f"{page}#{entry.id}"
        yield Item(f"{href}_{name}_{seen.count(name)}", title, href, day(edition), said(one))


def said(one: Correction) -> str:
    """A correction in a sentence."""
    if one.printed and one.corrected:
        change = T.feed_corrected.format(printed=one.printed, corrected=one.corrected)
    elif one.corrected:
        change = T.feed_added.format(corrected=one.corrected)
    else:
        change = T.feed_removed.format(printed=one.printed)
    return f"{change}：{one.reason}" if one.reason else f"{change}。"
