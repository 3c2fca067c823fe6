"""`years.html`: the sections and entries of all volumes, a row for each matter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yearbook import address
from yearbook.output import Output
from yearbook.render import lives
from yearbook.render.days import has_days
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.others import place
from yearbook.render.site import MANY, Site, decade, missing
from yearbook.render.views import Item, Page, view
from yearbook.years.matrix import Years, rows
from yearbook.years.threads import Spot


@view
class Column:
    """A volume; `gap` says which years are missing before it."""

    text: str
    href: str
    gap: str


@view
class Decade:
    """Columns of one decade; `id` is its anchor."""

    id: str
    text: str
    span: int


@view
class YearCell:
    """Where the matter stands in a volume; without links, the `span` volumes that lack it."""

    links: tuple[Item, ...]
    span: int = 1


@view
class YearRow:
    """A matter and where it stands, volume by volume."""

    title: str
    href: str
    cells: tuple[YearCell, ...]


@view
class SectionRows:
    """A section, its entries, and how many more there are in its page through the years, to which
    it leads where there is one."""

    row: YearRow
    count: str
    entries: tuple[YearRow, ...]
    more: str


@view
class YearsView:
    """The page of all years; `ways` are other pages of all years."""

    page: Page
    title: str
    lead: str
    ways: tuple[Item, ...]
    caption: str
    columns: tuple[Column, ...]
    decades: tuple[Decade, ...]
    sections: tuple[SectionRows, ...]


def outputs(site: Site) -> Iterator[Output]:
    if len(site.volumes) > 1:
        made = years_view(site)
        yield site.output(made.page.path, "years.html", made)


def years_view(site: Site) -> YearsView:
    """All that the page of all years shows."""
    path, imprint = address.YEARS, site.yearbook.imprint
    first, last = site.volumes[0], site.volumes[-1]
    lead = T.years_lead.format(count=len(site.volumes), first=first.label, last=last.label)
    head = meta(imprint, path, (T.through, imprint.title), lead, "CollectionPage")
    many = len(site.volumes) > MANY
    return YearsView(
        page(site, path, head, crumbs=((T.home, address.HOME), (T.through, path))),
        T.through,
        lead,
        tuple(_ways(site)),
        T.years_caption,
        tuple(_columns(site)),
        tuple(_decades(site)) if many else (),
        tuple(_sections(site, many)),
    )


def _ways(site: Site) -> Iterator[Item]:
    if site.across:
        yield Item(T.compare, address.COMPARE)
    if site.across and any(site.indicators.lasting()):
        yield Item(T.series_pages, address.ALL_SERIES)
    if has_days(site):
        yield Item(T.days, address.DAYS)
    yield from lives.pages(site)


def _columns(site: Site) -> Iterator[Column]:
    for before, volume in zip((None, *site.volumes), site.volumes, strict=False):
        years = missing(before, volume) if before else ""
        gap = T.missing.format(years=years) if years else ""
        yield Column(volume.edition.volume, address.edition(volume.edition.id), gap)


def _decades(site: Site) -> Iterator[Decade]:
    for start, volumes in groupby(site.volumes, decade):
        yield Decade(f"d_{start}", T.decade.format(year=start), len(tuple(volumes)))


def _sections(site: Site, many: bool) -> Iterator[SectionRows]:
    for one in rows(site.threads):
        row = _row(site, one.years, one.years)
        through = _through(one.years) if site.across else ""
        shown = [years for years in one.entries if len(years) > 1 or not (many and through)]
        left = len(one.entries) - len(shown)
        yield SectionRows(
            YearRow(row.title, through or row.href, row.cells),
            T.entries_count.format(entries=len(one.entries)) if one.entries else "",
            tuple(_row(site, years, one.years) for years in shown),
            T.years_more.format(count=left) if left else "",
        )


def _through(years: Years) -> str:
    return address.through(years[max(years)][0].stem)


def _row(site: Site, years: Years, home: Years) -> YearRow:
    """A matter of the section whose years are `home`: that section itself or an entry."""
    newest = max(years)
    title = site.threads.title(newest, years[newest][0])
    target = place(site.volumes[newest], years[newest][0])
    return YearRow(title, target, tuple(_cells(site, years, title, home)))


def _cells(site: Site, years: Years, title: str, home: Years) -> Iterator[YearCell]:
    """A cell for each volume that has the matter; those in a row that lack it share one."""
    for has, places in groupby(range(len(site.volumes)), lambda n: n in years):
        row = tuple(places)
        if not has:
            yield YearCell((), len(row))
        for n in row if has else ():
            yield YearCell(tuple(_links(site, n, years, title, home)))


def _links(site: Site, n: int, years: Years, title: str, home: Years) -> Iterator[Item]:
    """The volume, or the title there when it is another, with the section when it is another."""
    volume = site.volumes[n]
    stems = {spot.stem for spot in home.get(n, ()) if not spot.id}
    for spot in years[n]:
        called = site.threads.title(n, spot)
        if spot.stem not in stems:
            section = site.threads.title(n, Spot(spot.stem))
            called = T.years_elsewhere.format(section=section, title=called)
        same = called == title and len(years[n]) == 1
        yield Item(volume.edition.volume if same else called, place(volume, spot))
