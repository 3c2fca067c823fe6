"""`feed.xml`: an Atom feed of the volumes and of the corrections in them, with a base URL.

A volume's day is that of its revision, without one the end of what it covers. A correction with a
day is an entry of its own; those without one are an entry together, which is updated when the
volume is revised. Nothing is said of the day of the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from yearbook import address
from yearbook.errata import Corrected
from yearbook.model import Edition
from yearbook.output import Output, digest
from yearbook.record import positional
from yearbook.render.corrections import named
from yearbook.render.edition import lead
from yearbook.render.labels import T
from yearbook.render.site import Site, Volume, program

XHTML = "http://www.w3.org/1999/xhtml"


@positional
class Item:
    """An entry of the feed; `id` and `href` are published addresses, `body` is XML."""

    id: str
    title: str
    href: str
    day: str
    body: str


def outputs(site: Site) -> Iterator[Output]:
    if site.yearbook.imprint.base_url:
        yield Output(address.FEED, _key(site), lambda: feed(site).encode("utf-8"))


def _key(site: Site) -> str:
    """A digest of what the feed is made from, taken without parsing any prose."""
    imprint = site.yearbook.imprint
    volumes = [
        (one.edition.id, one.edition.imprint, day(one.edition), lead(one)) for one in _shown(site)
    ]
    corrected = [(volume.label, volume.corrections) for volume in _shown(site)]
    return digest(address.FEED, imprint, volumes, corrected, program())


def _shown(site: Site) -> tuple[Volume, ...]:
    """The volumes that are out, the newest first; one without an address cannot be fed."""
    out = (one for one in site.volumes if one.edition.status != "draft")
    return tuple(one for one in reversed(tuple(out)) if one.edition.imprint.base_url)


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
        f"{one.body}\n</entry>\n"
    )


def _time(day: str) -> str:
    """A day as the time that Atom asks for; a feed of nothing is as old as Unix."""
    return f"{day or '1970-01-01'}T00:00:00Z"


def _items(site: Site) -> Iterator[Item]:
    for volume in _shown(site):
        edition = volume.edition
        url = address.absolute(edition.imprint.base_url, address.edition(edition.id))
        title = f"{edition.imprint.title}{volume.label}"
        yield Item(url, title, url, day(edition), f"<summary>{escape(lead(volume))}</summary>")
        yield from _undated(volume, url, title)
        yield from (_dated(volume, *row) for row in named(volume) if row[0].day)


def _undated(volume: Volume, url: str, title: str) -> Iterator[Item]:
    """The corrections of a volume that have no day, as one item."""
    rows = "".join(_line(volume, one) for one in volume.corrections if not one.day)
    if rows:
        said = T.feed_corrections.format(title=title)
        body = f'<content type="xhtml"><div xmlns="{XHTML}"><ul>\n{rows}</ul></div></content>'
        yield Item(f"{url}#corrections_", said, url, day(volume.edition), body)


def _dated(volume: Volume, one: Corrected, anchor: str) -> Item:
    """A correction with a day: known by what it says, for the same may be corrected again."""
    base = volume.edition.imprint.base_url
    own = f"{address.corrections(volume.edition.id)}#{anchor}"
    title = T.feed_correction.format(volume=volume.label, title=one.title)
    body = f"<summary>{escape(said(one))}</summary>"
    return Item(
        address.absolute(base, own), title, address.absolute(base, one.address), one.day, body
    )


def _line(volume: Volume, one: Corrected) -> str:
    href = escape(address.absolute(volume.edition.imprint.base_url, one.address))
    return f'<li><a href="{href}">{escape(one.title)}</a>：{escape(said(one))}</li>\n'


def said(one: Corrected) -> str:
    """A correction in a sentence."""
    if one.printed and one.corrected:
        change = T.feed_corrected.format(printed=one.printed, corrected=one.corrected)
    elif one.corrected:
        change = T.feed_added.format(corrected=one.corrected)
    elif one.printed:
        change = T.feed_removed.format(printed=one.printed)
    else:
        change = T.feed_whole.format(title=one.title)
    return f"{change}：{one.reason}" if one.reason else f"{change}。"
