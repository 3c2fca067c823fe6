"""历史上的今天: what the volumes tell of each day of the year, when two and more tell of days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yearbook import address
from yearbook.markup import han
from yearbook.output import Output
from yearbook.render.chronicle import told, words
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site
from yearbook.render.views import Page, Toc, view
from yearbook.years.days import DAY, Dated, dated, on_days


@view
class DayRow:
    """What happened in a year."""

    year: str
    text: str
    href: str


@view
class DayView:
    """A day of all years."""

    id: str
    title: str
    rows: tuple[DayRow, ...]


@view
class DaysMonth:
    """The days of a month of which something is told."""

    id: str
    title: str
    days: tuple[DayView, ...]


@view
class DaysView:
    """The days of all years."""

    page: Page
    title: str
    lead: str
    toc: tuple[Toc, ...]
    months: tuple[DaysMonth, ...]


def has_days(site: Site) -> bool:
    """Whether two volumes and more tell of days."""
    telling = (any(len(one.date) == DAY for one in dated(v.edition)) for v in site.volumes)
    return sum(telling) > 1


def outputs(site: Site) -> Iterator[Output]:
    if has_days(site):
        yield site.output(address.DAYS, "days.html", days_view(site))


def days_view(site: Site) -> DaysView:
    """All that the page of days shows."""
    found = on_days(volume.edition for volume in site.volumes)
    months = tuple(
        _month(site, month, {day: found[day] for day in days})
        for month, days in groupby(found, key=lambda day: day[:2])
    )
    lead = T.days_lead.format(count=sum(map(len, found.values())))
    toc = tuple(Toc(month.title, f"#{month.id}") for month in months)
    return DaysView(_page(site, lead), T.days, lead, toc, months)


def _page(site: Site, lead: str) -> Page:
    imprint = site.yearbook.imprint
    titles = (T.days, imprint.title)
    head = meta(imprint, address.DAYS, titles, f"{imprint.title}：{lead}", "CollectionPage")
    crumbs = ((T.home, address.HOME), (T.days, address.DAYS))
    return page(site, address.DAYS, head, crumbs=crumbs)


def _month(site: Site, month: str, days: dict[str, list[tuple[int, Dated]]]) -> DaysMonth:
    title = T.month.format(month=han(int(month)))
    made = tuple(_day(site, day, rows) for day, rows in days.items())
    return DaysMonth(address.month_id(month), title, made)


def _day(site: Site, day: str, rows: list[tuple[int, Dated]]) -> DayView:
    title = T.day.format(month=int(day[:2]), day=int(day[2:]))
    made = []
    for nth, one in rows:
        volume = site.volumes[nth]
        made.append(DayRow(one.date[:4], words(volume, one), told(volume, one)))
    return DayView(address.day_id(day), title, tuple(made))
