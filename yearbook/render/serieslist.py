"""All series in a list, and those of a section as small pictures beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yearbook import address
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site
from yearbook.render.trend import Trend, spoken
from yearbook.render.trendline import spark
from yearbook.render.views import Page, view
from yearbook.years.series import Point, Series

WAY = ((T.home, address.HOME), (T.through, address.YEARS))


@view
class SeriesLine:
    """A series in the list of all: from when to when, and its newest value."""

    label: str
    href: str
    span: str
    written: str


@view
class SeriesGroup:
    """The series that stood in a section when they were last said, by its newest title."""

    title: str
    rows: tuple[SeriesLine, ...]


@view
class AllSeriesView:
    """The list of all series."""

    page: Page
    title: str
    lead: str
    groups: tuple[SeriesGroup, ...]


@view
class Multiple:
    """A small picture of a series, with the newest value and its volume."""

    label: str
    href: str
    chart: Trend
    written: str
    volume: str


def list_view(site: Site, lasting: Sequence[Series]) -> AllSeriesView:
    """All that the list of all series shows, by section as the newest volume has them."""
    path, imprint = address.ALL_SERIES, site.yearbook.imprint
    lead = T.series_pages_lead.format(count=len(lasting))
    head = meta(imprint, path, (T.series_pages, imprint.title), lead, "CollectionPage")
    return AllSeriesView(
        page(site, path, head, crumbs=(*WAY, (T.series_pages, path))),
        T.series_pages,
        lead,
        tuple(_groups(site, lasting)),
    )


def _groups(site: Site, lasting: Sequence[Series]) -> Iterator[SeriesGroup]:
    found: dict[str, list[Series]] = {}
    for series in lasting:
        found.setdefault(series.points[-1].section.stem, []).append(series)
    for volume in reversed(site.volumes):
        for section in volume.sections:
            rows = found.pop(section.stem, ())
            if rows:
                yield SeriesGroup(section.title, tuple(_line(site, one) for one in rows))


def _line(site: Site, series: Series) -> SeriesLine:
    first, last = (site.volumes[series.points[n].edition].label for n in (0, -1))
    return SeriesLine(
        series.label,
        address.relative(address.ALL_SERIES, address.series(series.id)),
        T.series_span.format(first=first, last=last, count=len(series.points)),
        spoken(series.points[-1]),
    )


class Multiples:
    """The series of two values and more as small pictures, by the sections in which they stood."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.series = [one for one in site.indicators.lasting() if len(one.valued) > 1]
        self.at: dict[str, list[int]] = {}
        for n, one in enumerate(self.series):
            for stem in {point.section.stem for point in one.points}:
                self.at.setdefault(stem, []).append(n)

    def of(self, stems: Iterable[str], path: str) -> tuple[Multiple, ...]:
        """Those of a section, under all its stems, over the same years, for the page at `path`."""
        found = [self.series[n] for n in sorted({n for one in stems for n in self.at.get(one, ())})]
        if not found:
            return ()
        first = min(series.points[0].edition for series in found)
        last = max(series.points[-1].edition for series in found)
        return tuple(_multiple(self.site, one, path, range(first, last + 1)) for one in found)


def _multiple(site: Site, series: Series, path: str, shown: range) -> Multiple:
    last: Point = series.valued[-1]
    return Multiple(
        series.label,
        address.relative(path, address.series(series.id)),
        spark(series, site.yearbook.editions, shown),
        spoken(last),
        site.volumes[last.edition].label,
    )
