"""The home page: the shelf of volumes, the latest one in figures, ways to read."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.output import Output
from yearbook.render import dates
from yearbook.render.about import parts
from yearbook.render.days import has_days
from yearbook.render.figure import FigureView
from yearbook.render.frame import page
from yearbook.render.highlights import highlights
from yearbook.render.labels import T
from yearbook.render.meta import book, meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Page, view


@view
class Spine:
    """A volume on the shelf; `name` is its volume in Chinese digits."""

    name: str
    href: str
    counts: tuple[tuple[int, str], ...]
    gap: bool


@view
class Way:
    """A way into the yearbook."""

    text: str
    href: str
    said: str
    lang: str = ""


@view
class HomeView:
    """The home page; `cover` is the latest volume, shown from the front."""

    page: Page
    title: str
    lead: str
    cover: Spine | None
    spines: tuple[Spine, ...]
    latest: str
    highlights: tuple[FigureView, ...]
    ways: tuple[Way, ...]


def outputs(site: Site) -> Iterator[Output]:
    made = home_view(site)
    yield site.output(address.HOME, "home.html", made)


def home_view(site: Site) -> HomeView:
    """All that the home page shows, newest volume first."""
    imprint, latest = site.yearbook.imprint, site.latest
    lead = T.series.format(institution=imprint.institution, count=len(site.volumes))
    books = [book(one.edition, one.label, address.HOME) for one in reversed(site.volumes)]
    head = meta(imprint, address.HOME, (imprint.title,), lead, "WebSite", hasPart=books)
    spines = tuple(_spines(site))
    return HomeView(
        page(site, address.HOME, head),
        imprint.title,
        lead,
        spines[0] if spines else None,
        spines[1:],
        T.latest.format(volume=latest.edition.volume) if latest else "",
        highlights(address.HOME, latest) if latest else (),
        (*(_ways(latest) if latest else ()), *_days(site), _about(site)),
    )


def _spines(site: Site) -> Iterator[Spine]:
    """The volumes from the newest; a gap stands before one when a year between is missing."""
    newer = 0
    for volume in reversed(site.volumes):
        edition = volume.edition
        year = edition.covers.start.year
        yield Spine(
            dates.han_digits(edition.volume),
            address.edition(edition.id),
            counts(volume),
            bool(newer and newer - year > 1),
        )
        newer = year


def counts(volume: Volume) -> tuple[tuple[int, str], ...]:
    """How much a volume holds: 27 条, 108 数."""
    found = ((volume.entries, T.entry_word), (len(volume.figures), T.figure_word))
    return tuple(row for row in found if row[0])


def _ways(volume: Volume) -> Iterator[Way]:
    edition, count = volume.edition.id, len(volume.sections)
    text, said = T.by_contents
    yield Way(text, address.edition(edition), said.format(sections=count, entries=volume.entries))
    if volume.figures:
        text, said = T.by_figures
        yield Way(text, address.figures(edition), said.format(figures=len(volume.figures)))
    if volume.chronicle:
        text, said = T.by_chronicle
        yield Way(text, address.chronicle(edition), said.format(volume=volume.label))
    if volume.honours:
        text, said = T.by_honours
        yield Way(text, address.honours(edition), said.format(honours=len(volume.honours)))
    if volume.sections:
        text, said = T.by_index
        yield Way(text, address.index("subjects"), said)
    if volume.english:
        text, said = T.by_english
        yield Way(text, address.english(edition), said.format(volume=volume.edition.volume), "en")


def _days(site: Site) -> Iterator[Way]:
    if has_days(site):
        yield Way(T.days, address.DAYS, T.by_days)


def _about(site: Site) -> Way:
    return Way(T.by_about, address.ABOUT, T.join.join(parts(site)))
