"""A figure through the years: a page and a CSV file for each series of two and more editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from yearbook import address
from yearbook.output import Output
from yearbook.render.data import csv_of, row
from yearbook.render.finding import finding
from yearbook.render.frame import Frame
from yearbook.render.labels import T
from yearbook.render.meta import meta, place
from yearbook.render.moved import MovedPageView, MovedRow
from yearbook.render.serieslist import WAY, list_view
from yearbook.render.seriesrows import SeriesPart, parts
from yearbook.render.site import Site, Volume
from yearbook.render.trend import Trend
from yearbook.render.trendbars import bars
from yearbook.render.trendline import line
from yearbook.render.views import Item, Meta, Page, view
from yearbook.years.series import Series

LEAST = 4  # comparable values for a line
MANY = 12  # values from which on a line is drawn in any case
COLUMNS = (
    "edition volume from to written value scaled unit approx per as_of definition break"
    " section entry address"
).split()


@view
class SeriesView:
    """The page of a series; `notes` are its definitions, `links` what else there is of it."""

    page: Page
    title: str
    lead: str
    headline: str
    chart: Trend | None
    caption: str
    parts: tuple[SeriesPart, ...]
    notes: tuple[str, ...]
    csv: str
    links: tuple[Item, ...]


def outputs(site: Site) -> Iterator[Output]:
    lasting = tuple(site.indicators.lasting()) if site.across else ()
    if not lasting:
        return
    frame = Frame(site)
    for series in lasting:
        yield from _outputs(frame, series)
    for id_, joined in _joined(site, lasting).items():
        way = joined_view(frame, joined, address.series(id_))
        yield site.output(way.page.path, "moved.html", way)
    made = list_view(site, lasting)
    yield site.output(made.page.path, "allseries.html", made)


def _outputs(frame: Frame, series: Series) -> Iterator[Output]:
    """Page and file of a series."""
    site, path = frame.site, address.series(series.id)
    yield site.output(path, "series.html", series_view(frame, series))
    yield Output(address.series_csv(series.id), "", lambda: csv_of(COLUMNS, csv_rows(site, series)))


def _joined(site: Site, lasting: Sequence[Series]) -> dict[str, list[Series]]:
    """The ids that have no series of their own but continue others, with those."""
    own = {series.id for series in lasting}
    found: dict[str, list[Series]] = {}
    for series in lasting:
        for id_ in series.ids:
            if id_ not in own:
                found.setdefault(id_, []).append(series)
    return found


def series_view(frame: Frame, series: Series) -> SeriesView:
    """All that the page of a series shows."""
    site, path = frame.site, address.series(series.id)
    labels = [volume.label for volume in site.volumes]
    spans = {"first": labels[series.points[0].edition], "last": labels[series.points[-1].edition]}
    said = finding(series, labels)
    framed = _page(frame, path, _meta(site, series, path, spans), series)
    return SeriesView(
        framed,
        series.label,
        T.series_lead.format(**spans, count=len(series.points)) + _ended(site, series, spans),
        said,
        _chart(site, series, said),
        T.series_caption.format(label=series.label),
        tuple(parts(site, series, framed.root)),
        tuple(_notes(series, labels)),
        address.relative(path, address.series_csv(series.id)),
        tuple(_links(series, path)),
    )


def _chart(site: Site, series: Series, title: str) -> Trend | None:
    """A line where enough values can be compared, else bars; nothing without a value."""
    valued = [point.segment for point in series.valued]
    if not valued:
        return None
    long = len(valued) >= MANY or max(map(valued.count, set(valued))) >= LEAST
    return (line if long else bars)(series, site.yearbook.editions, title)


def _ended(site: Site, series: Series, spans: dict[str, str]) -> str:
    over = series.points[-1].edition < len(site.volumes) - 1
    return T.series_ended.format(**spans) if over else ""


def _notes(series: Series, labels: Sequence[str]) -> Iterator[str]:
    """Each definition with the volumes that give it."""
    for definition, group in groupby(series.points, lambda point: point.figure.definition):
        row = [labels[point.edition] for point in group]
        if definition:
            names = T.series_to.join(dict.fromkeys((row[0], row[-1])))
            yield T.series_defined.format(volumes=names, definition=definition)


def _links(series: Series, path: str) -> Iterator[Item]:
    """The sections through the years in which the figure stood, and the list of all series."""
    stems = {point.section.stem: point.section.title for point in series.points}
    for stem, title in stems.items():
        text = T.series_through.format(title=title)
        yield Item(text, address.relative(path, address.through(stem)))
    yield Item(T.series_pages, address.relative(path, address.ALL_SERIES))


def _page(frame: Frame, path: str, head: Meta, series: Series) -> Page:
    there = {frame.site.volumes[point.edition].edition.id: point for point in series.points}

    def same(other: Volume) -> str:
        point = there.get(other.edition.id)
        if point is None:
            return ""
        anchor = address.figure_id(point.figure.id)
        return f"{address.section(other.edition.id, point.section.stem)}#{anchor}"

    crumbs = (*WAY, (T.series_pages, address.ALL_SERIES), (series.label, path))
    return frame.page(path, head, crumbs=crumbs, same=same)


def _meta(site: Site, series: Series, path: str, spans: dict[str, str]) -> Meta:
    imprint = site.yearbook.imprint
    first, last = (site.yearbook.editions[series.points[n].edition] for n in (0, -1))
    file = place(imprint, path, address.series_csv(series.id))
    return meta(
        imprint,
        path,
        (T.series_of.format(label=series.label), imprint.title),
        T.series_describe.format(label=series.label, **spans),
        "Dataset",
        temporalCoverage=f"{first.covers.start.isoformat()}/{last.covers.end.isoformat()}",
        variableMeasured=series.label,
        distribution=[{"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": file}],
    )


def csv_rows(site: Site, series: Series) -> Iterator[dict[str, str]]:
    """A row for each point: what the volume's own file says, and what is of the series."""
    for point in series.points:
        edition = site.yearbook.editions[point.edition]
        made = row(edition, point.section, point.figure)
        yield made | {
            "volume": edition.volume,
            "from": edition.covers.start.isoformat(),
            "to": edition.covers.end.isoformat(),
            "break": " ".join(point.breaks),
        }


def joined_view(frame: Frame, joined: Sequence[Series], path: str) -> MovedPageView:
    """The page at an id that continues other series: the way there, at once where it is one."""
    imprint = frame.site.yearbook.imprint
    head = meta(imprint, path, (T.moved_title, imprint.title), T.series_joined)
    ways = [address.relative(path, address.series(series.id)) for series in joined]
    one = len(ways) == 1
    rows = (
        MovedRow("", T.series_of.format(label=series.label), way, whole=one)
        for series, way in zip(joined, ways, strict=True)
    )
    framed, onward = _page(frame, path, head, joined[-1]), ways[0] if one else ""
    return MovedPageView(framed, T.moved_title, T.series_joined, tuple(rows), onward)
