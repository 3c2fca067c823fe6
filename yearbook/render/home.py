"""The home page: the shelf of volumes, the latest one in figures, ways to read."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.output import Output
from yearbook.render import dates
from yearbook.render.about import parts
from yearbook.render.days import has_days
from yearbook.render.extras import offered
from yearbook.render.figure import FigureView
from yearbook.render.frame import page
from yearbook.render.highlights import highlights
from yearbook.render.labels import T
from yearbook.render.meta import book, meta
from yearbook.render.site import MANY, Site, Volume, decade, missing
from yearbook.render.views import Page, view

SPINES = 8  # at least so many of many volumes show their spines


@view
class Spine:
    """A volume on the shelf; `name` is its volume in Chinese digits.

    Without `href` it is one that is missing: the years, and `gap` says so.
    """

    name: str
    href: str = ""
    counts: tuple[tuple[int, str], ...] = ()
    gap: str = ""


@view
class DecadeRow:
    """Older volumes by what they cover, a decade in a row, the newest first."""

    text: str
    spines: tuple[Spine, ...]


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
    decades: tuple[DecadeRow, ...]
    latest: str
    highlights: tuple[FigureView, ...]
    ways: tuple[Way, ...]


def outputs(site: Site) -> Iterator[Output]:
    made = home_view(site)
    yield site.output(address.HOME, "home.html", made)


def home_view(site: Site) -> HomeView:
    """All that the home page shows, newest volume first."""
    imprint, latest = site.yearbook.imprint, site.latest
    lead = _lead(site)
    books = [book(one.edition, one.label, address.HOME) for one in reversed(site.volumes)]
    head = meta(imprint, address.HOME, (imprint.title,), lead, "WebSite", hasPart=books)
    near, older = _shelves(site)
    spines = tuple(_spines(near))
    return HomeView(
        page(site, address.HOME, head),
        imprint.title,
        lead,
        spines[0] if spines else None,
        spines[1:],
        tuple(_decades(older)),
        _newest(site).format(volume=latest.edition.volume) if latest else "",
        highlights(address.HOME, latest) if latest else (),
        (
            *(_ways(latest) if latest else ()),
            *_years(site),
            *_days(site),
            _about(site),
            *_offline(site),
        ),
    )


def _lead(site: Site) -> str:
    """What the yearbook is, and how many volumes are here; of one alone, which."""
    by, latest = site.yearbook.imprint.institution, site.latest
    if site.yearbook.gone and latest:
        return T.series_one.format(institution=by, volume=latest.label)
    return T.series.format(institution=by, count=len(site.volumes))


def _newest(site: Site) -> str:
    """What the figures are called; a volume alone may not be the newest."""
    return T.year_in_figures if site.yearbook.gone else T.latest


def _shelves(site: Site) -> tuple[tuple[Volume, ...], tuple[Volume, ...]]:
    """The newest volumes, which show their spines, and the older ones when there are many."""
    if len(site.volumes) <= MANY:
        return site.volumes, ()
    start = decade(site.volumes[-SPINES])
    older = tuple(one for one in site.volumes if decade(one) < start)
    return site.volumes[len(older) :], older


def _spines(volumes: tuple[Volume, ...]) -> Iterator[Spine]:
    """The volumes from the newest; between two of them what is missing."""
    newer: Volume | None = None
    for volume in reversed(volumes):
        years = missing(volume, newer) if newer else ""
        if years:
            yield _gap(years)
        name = dates.han_digits(volume.edition.volume)
        yield Spine(name, address.edition(volume.edition.id), counts(volume))
        newer = volume


def _gap(years: str) -> Spine:
    return Spine(dates.han_digits(years), gap=T.missing.format(years=years))


def _decades(volumes: tuple[Volume, ...]) -> Iterator[DecadeRow]:
    """Decades from the newest; a gap stands in the decade in which it begins."""
    rows: dict[int, list[Spine]] = {}
    for before, volume in zip((None, *volumes), volumes, strict=False):
        years = missing(before, volume) if before else ""
        if years:
            spine = Spine(years, gap=T.missing.format(years=years))
            rows.setdefault(int(years[:4]) // 10 * 10, []).append(spine)
        spine = Spine(volume.edition.volume, address.edition(volume.edition.id), counts(volume))
        rows.setdefault(decade(volume), []).append(spine)
    for start in sorted(rows, reverse=True):
        yield DecadeRow(T.decade.format(year=start), tuple(rows[start]))


def counts(volume: Volume) -> tuple[tuple[int, str], ...]:
    """How much a volume holds: 27 条, 108 数."""
    found = ((volume.entries, T.entry_word), (len(volume.figures), T.figure_word))
    return tuple(row for row in found if row[0])


def _ways(volume: Volume) -> Iterator[Way]:
    edition, count = volume.edition.id, len(volume.sections)
    text, said = T.by_contents
    yield Way(text, address.edition(edition), said.format(sections=count, entries=volume.entries))
    if "figures" in volume.has:
        text, said = T.by_figures
        yield Way(text, address.figures(edition), said.format(figures=len(volume.figures)))
    if volume.chronicle:
        text, said = T.by_chronicle
        yield Way(text, address.chronicle(edition), said.format(volume=volume.label))
    if "honours" in volume.has:
        text, said = T.by_honours
        yield Way(text, address.honours(edition), said.format(honours=len(volume.honours)))
    if "sections" in volume.has:
        text, said = T.by_index
        yield Way(text, address.index("subjects"), said)
    if volume.english:
        text, said = T.by_english
        yield Way(text, address.english(edition), said.format(volume=volume.edition.volume), "en")


def _years(site: Site) -> Iterator[Way]:
    if len(site.volumes) > 1:
        text, said = T.by_years
        yield Way(text, address.YEARS, said)
    if site.across:
        text, said = T.by_compare
        yield Way(text, address.COMPARE, said)


def _days(site: Site) -> Iterator[Way]:
    if has_days(site):
        yield Way(T.days, address.DAYS, T.by_days)


def _offline(site: Site) -> Iterator[Way]:
    found = offered(site, "", address.HOME)
    if found:
        yield Way(T.use_offline, found.href, found.text + T.offline_how)


def _about(site: Site) -> Way:
    return Way(T.by_about, address.ABOUT, T.join.join(parts(site)))
