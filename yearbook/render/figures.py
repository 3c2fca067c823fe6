"""The figures page of a volume: charts, then every figure in a table grouped by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from yearbook import address
from yearbook.cite import cited
from yearbook.model import Entry, Section
from yearbook.old import old_anchors
from yearbook.output import Output
from yearbook.render import others
from yearbook.render.charts import ChartView, chart_view
from yearbook.render.edition import downloads, period
from yearbook.render.figure import FigureView, figure_view, row_here
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import book, meta, place
from yearbook.render.site import Site, Volume
from yearbook.render.views import Item, Others, Page, Toc, view


@view
class FigureRow:
    """A row of the table; `entry` is the title of the entry that says the figure.

    `series` leads to its page through the years when a volume near this one has it too.
    `old` are anchors that the row had before.
    """

    figure: FigureView
    entry: str
    series: str = ""
    old: tuple[str, ...] = ()


@view
class FigureGroup:
    """The figures of a section; `remarks` are what is to be known of each of them."""

    title: str
    href: str
    remarks: tuple[str, ...]
    rows: tuple[FigureRow, ...]


@view
class FiguresView:
    """The figures page; `cite` says to the script whose figures are cited."""

    page: Page
    title: str
    volume: str
    lead: str
    toc: tuple[Toc, ...]
    charts: tuple[ChartView, ...]
    caption: str
    count: str
    groups: tuple[FigureGroup, ...]
    downloads: tuple[Item, ...]
    cite: str
    cite_text: str
    others: Others | None


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    if volume.figures:
        path = address.figures(volume.edition.id)
        yield site.page(path, "figures.html", partial(figures_view, site, volume))


def figures_view(site: Site, volume: Volume) -> FiguresView:
    """All that the figures page of a volume shows."""
    edition, path = volume.edition, address.figures(volume.edition.id)
    title = T.figures_title.format(volume=edition.volume)
    charts = tuple(_charts(volume, path))
    return FiguresView(
        _page(site, volume, path, title),
        title,
        volume.label,
        T.figures_lead,
        (*(Toc(chart.title, f"#{chart.id}") for chart in charts), Toc(T.figures_table, "#data_")),
        charts,
        T.figures_caption.format(volume=volume.label),
        T.filter_count.format(count=len(volume.figures)),
        tuple(_groups(site, volume, path)),
        downloads(volume, path),
        f"{edition.id}.figures",
        T.cite_figure_online if edition.imprint.base_url else T.cite_figure_text,
        others.page(site, volume, path, _same),
    )


def _page(site: Site, volume: Volume, path: str, title: str) -> Page:
    edition = volume.edition
    files = (
        ("text/csv", address.figures_csv(edition.id)),
        ("application/json", address.figures_json(edition.id)),
    )
    head = meta(
        edition.imprint,
        path,
        (title, edition.imprint.title),
        f"{edition.imprint.title}{volume.label}：{T.figures_lead}",
        "Dataset",
        edition.revised.isoformat() if edition.revised else "",
        cited=cited.volume(edition),
        isPartOf=book(edition, volume.label, path),
        temporalCoverage=period(edition),
        variableMeasured=list(dict.fromkeys(figure.label for _, figure in volume.figures)),
        distribution=[
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": place(edition.imprint, path, file),
            }
            for kind, file in files
        ],
    )
    crumbs = (
        (T.home, address.HOME),
        (volume.label, address.edition(edition.id)),
        (T.figures, path),
    )
    return page(site, path, head, volume, crumbs=crumbs, same=_same)


def _same(other: Volume) -> str:
    return address.figures(other.edition.id) if "figures" in other.has else ""


def _charts(volume: Volume, path: str) -> Iterator[ChartView]:
    if not volume.edition.charts:
        return
    edition = volume.edition.id
    known = {figure.id: figure for _, figure in volume.figures}
    shown = {
        figure.id: figure_view(path, edition, section, figure) for section, figure in volume.figures
    }
    sources = {
        figure.id: (section.title, address.relative(path, address.section(edition, section.stem)))
        for section, figure in volume.figures
    }
    for chart in volume.edition.charts:
        made = chart_view(chart, known, shown, sources)
        if made.panels or made.tiles:  # a draft may have none of its figures yet
            yield made


def _groups(site: Site, volume: Volume, path: str) -> Iterator[FigureGroup]:
    edition = volume.edition.id
    nth = site.threads.at[edition]
    for section in volume.sections:
        if section.figures:
            titles = {entry.id: _title(section, entry) for entry in section.entries}
            href = address.relative(path, address.section(edition, section.stem))
            rows = tuple(
                FigureRow(
                    row_here(figure, href),
                    titles.get(figure.entry, ""),
                    _series(site, nth, figure.id, path),
                    old_anchors(figure.aliases, address.figure_id("")),
                )
                for figure in section.figures
            )
            yield _group(section.title, href, rows)


def _title(section: Section, entry: Entry) -> str:
    """What a row says of the entry; a lead has the title that heads the group already."""
    return entry.title if entry.title != section.title else ""


def _series(site: Site, edition: int, figure: str, path: str) -> str:
    name = site.series.around(edition, figure) if site.across else ""
    return address.relative(path, address.series(name)) if name else ""


def _group(title: str, href: str, rows: tuple[FigureRow, ...]) -> FigureGroup:
    """The group; what all its rows remark is said once."""
    if len(rows) < 2:
        return FigureGroup(title, href, (), rows)
    shared = set.intersection(*(set(row.figure.remarks) for row in rows))
    if not shared:
        return FigureGroup(title, href, (), rows)
    own = (tuple(one for one in row.figure.remarks if one not in shared) for row in rows)
    bare = tuple(
        replace(row, figure=replace(row.figure, remarks=remarks))
        for row, remarks in zip(rows, own, strict=True)
    )
    return FigureGroup(title, href, tuple(sorted(shared)), bare)
