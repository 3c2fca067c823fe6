"""sitemap.xml and robots.txt, which need absolute addresses: only with a base URL."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from yearbook import address
from yearbook.indexes import held_of, keys
from yearbook.output import Output, digest
from yearbook.render import compare, lives
from yearbook.render.days import has_days
from yearbook.render.site import Site, Volume, program
from yearbook.render.through import stems

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def outputs(site: Site) -> Iterator[Output]:
    base = site.yearbook.imprint.base_url
    if base:
        key = digest(SITEMAP, site.key, keys(site)) if site.key else ""

        def made() -> bytes:
            rows = tuple((address.absolute(base, path), day) for path, day in pages(site))
            return sitemap(rows).encode("utf-8")

        yield Output(SITEMAP, key, made)
        yield _text(
            ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {address.absolute(base, SITEMAP)}\n"
        )


def _text(path: str, text: str) -> Output:
    return Output(path, digest(path, text, program()), lambda: text.encode("utf-8"))


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """The address of each page, and the day when its volume was last revised."""
    yield address.HOME, ""
    yield address.ABOUT, ""
    indexes: dict[str, None] = {}
    for volume in site.volumes:
        revised = volume.edition.revised
        names = held_of(site, volume)
        indexes |= dict.fromkeys(names)
        for path in (*_of(volume), *(address.index(name, volume.edition.id) for name in names)):
            yield path, revised.isoformat() if revised else ""
    yield from ((address.index(name), "") for name in indexes)
    if len(site.volumes) > 1:
        yield address.YEARS, ""
    if site.across:
        yield from ((address.through(stem), "") for stem in stems(site))
        yield from ((path, "") for path in compare.addresses(site))
    if has_days(site):
        yield address.DAYS, ""
    yield from ((one.href, "") for one in lives.pages(site))
    lasting = tuple(site.indicators.lasting()) if site.across else ()
    if lasting:
        yield address.ALL_SERIES, ""
    yield from ((address.series(series.id), "") for series in lasting)


def _of(volume: Volume) -> Iterator[str]:
    id_ = volume.edition.id
    yield address.edition(id_)
    yield from (address.section(id_, section.stem) for section in volume.sections)
    if "figures" in volume.has:
        yield address.figures(id_)
    if volume.chronicle:
        yield address.chronicle(id_)
    if volume.corrections:
        yield address.corrections(id_)
    if volume.english:
        yield address.english(id_)


def sitemap(rows: tuple[tuple[str, str], ...]) -> str:
    """The sitemap of (address, day) rows; a day may be empty."""
    lines = (f"<url><loc>{escape(url)}</loc>{_day(day)}</url>\n" for url, day in rows)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{''.join(lines)}</urlset>\n"
    )


def _day(day: str) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""
