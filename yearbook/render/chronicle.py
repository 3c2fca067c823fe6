"""大事记 of a volume: its dated things by month, each linked to where it is told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from yearbook import address
from yearbook.markup import han
from yearbook.model import Event, Honour, meets
from yearbook.output import Output
from yearbook.render import dates
from yearbook.render.frame import page
from yearbook.render.honours import recipient
from yearbook.render.labels import T
from yearbook.render.meta import book, meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Page, Toc, view
from yearbook.years.days import Dated, dated

LATE, OTHER = "0", "other"  # of a month: a date with a year alone, one outside the period


@view
class DatedRow:
    """A dated thing; `date` is as read.

    `context` is the entry or section that tells it, where that says more.
    """

    date: str
    datetime: str
    text: str
    href: str
    context: str
    note: str


@view
class MonthView:
    """The dated things of a month."""

    id: str
    title: str
    rows: tuple[DatedRow, ...]


@view
class ChronicleView:
    """The chronicle of a volume."""

    page: Page
    title: str
    volume: str
    lead: str
    toc: tuple[Toc, ...]
    months: tuple[MonthView, ...]


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    """The chronicle of a volume that has dated things."""
    if volume.chronicle:
        path = address.chronicle(volume.edition.id)
        yield site.page(path, "chronicle.html", partial(chronicle_view, site, volume))


def chronicle_view(site: Site, volume: Volume) -> ChronicleView:
    """All that the chronicle of a volume shows."""
    path, things = address.chronicle(volume.edition.id), dated(volume.edition)
    months = tuple(_months(volume, path, things))
    lead = T.chronicle_lead.format(volume=volume.label, count=len(things))
    toc = tuple(Toc(month.title, f"#{month.id}") for month in months)
    return ChronicleView(
        _page(site, volume, path, lead), T.chronicle, volume.label, lead, toc, months
    )


def _page(site: Site, volume: Volume, path: str, lead: str) -> Page:
    edition = volume.edition
    head = meta(
        edition.imprint,
        path,
        (T.chronicle, volume.label, edition.imprint.title),
        f"{edition.imprint.title}：{lead}",
        "CollectionPage",
        edition.revised.isoformat() if edition.revised else "",
        isPartOf=book(edition, volume.label, path),
    )
    crumbs = ((T.home, address.HOME), (volume.label, address.edition(edition.id)))
    return page(site, path, head, volume, crumbs=(*crumbs, (T.chronicle, path)), same=_same)


def _same(other: Volume) -> str:
    return address.chronicle(other.edition.id) if other.chronicle else ""


def _months(volume: Volume, path: str, things: tuple[Dated, ...]) -> Iterator[MonthView]:
    """The months of the period, what has a year alone, and what is of other years."""
    covers = volume.edition.covers

    def month(one: Dated) -> str:
        return OTHER if not meets(covers, one.date) else one.date[:7] if one.date[4:] else LATE

    places = {LATE: 1, OTHER: 2}
    in_order = sorted(things, key=lambda one: places.get(month(one), 0))
    single = covers.start.year == covers.end.year
    for name, rows in groupby(in_order, key=month):
        said = dates.written if name == OTHER else dates.in_year
        made = tuple(_row(volume, path, one, said(one.date)) for one in rows)
        yield MonthView(address.month_id(name), _title(name, single), made)


def _title(month: str, single: bool) -> str:
    """三月; with its year where the period has two."""
    if month in (LATE, OTHER):
        return T.within_year if month == LATE else T.other_years
    form = T.month if single else T.month_of
    return form.format(year=month[:4], month=han(int(month[5:])))


def _row(volume: Volume, path: str, one: Dated, date: str) -> DatedRow:
    note = one.thing.note if isinstance(one.thing, Event) else ""
    href = address.relative(path, told(volume, one))
    return DatedRow(date, one.date, words(volume, one), href, _context(volume, one), note)


def told(volume: Volume, one: Dated) -> str:
    """The address where a dated thing is told."""
    anchor = address.honour_id(one.id) if isinstance(one.thing, Honour) else one.id
    return f"{address.section(volume.edition.id, one.stem)}#{anchor}"


def words(volume: Volume, one: Dated) -> str:
    """What a dated thing says: the event, the title of the entry, who was honoured."""
    thing = one.thing
    if isinstance(thing, Event):
        return thing.text
    if not isinstance(thing, Honour):
        return thing.title
    imprint = volume.edition.imprint
    who = recipient(thing.recipient, imprint.institution or imprint.title)
    form = T.honoured_by if thing.from_ else T.honoured
    return form.format(recipient=who, name=thing.from_, title=thing.title)


def _context(volume: Volume, one: Dated) -> str:
    """The title of the entry that an event names; of an entry or honour, that of its section."""
    if isinstance(one.thing, Event):
        if not one.thing.entry:
            return ""
        section = next((row for row in volume.sections if row.stem == one.stem), one.section)
        return next((entry.title for entry in section.entries if entry.id == one.id), section.title)
    return one.section.title if one.section.title != words(volume, one) else ""
