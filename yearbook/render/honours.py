"""The honours page of a volume, grouped by level, each honour linked to the prose that says it."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.model import LEVELS, Edition, Honour, Recipient, Section
from yearbook.output import Output
from yearbook.render import dates
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Page, view


@view
class HonourView:
    """An honour; `facts` are who received it, from whom, and when."""

    id: str
    title: str
    href: str
    section: str
    facts: tuple[str, ...]


@view
class Level:
    """The honours of one level."""

    id: str
    title: str
    honours: tuple[HonourView, ...]


@view
class HonoursView:
    """The honours page."""

    page: Page
    title: str
    volume: str
    lead: str
    levels: tuple[Level, ...]


def outputs(site: Site) -> Iterator[Output]:
    for volume in site.volumes:
        if volume.honours:
            made = honours_view(site, volume)
            yield site.output(made.page.path, "honours.html", made)


def honours_view(site: Site, volume: Volume) -> HonoursView:
    """All that the honours page of a volume shows."""
    path = address.honours(volume.edition.id)
    lead = T.honours_lead.format(volume=volume.edition.volume, count=len(volume.honours))
    return HonoursView(
        _page(site, volume, path, lead),
        T.honours_title,
        volume.label,
        lead,
        tuple(_levels(volume, path)),
    )


def _page(site: Site, volume: Volume, path: str, lead: str) -> Page:
    edition = volume.edition
    head = meta(
        edition.imprint,
        path,
        (T.honours_title, volume.label, edition.imprint.title),
        f"{edition.imprint.title}：{lead}",
        "CollectionPage",
        edition.revised.isoformat() if edition.revised else "",
    )
    crumbs = (
        (T.home, address.HOME),
        (volume.label, address.edition(edition.id)),
        (T.honours_title, path),
    )
    return page(site, path, head, volume, crumbs=crumbs, same=_same)


def _same(other: Volume) -> str:
    id_ = other.edition.id
    return address.honours(id_) if other.honours else address.edition(id_)


def _levels(volume: Volume, path: str) -> Iterator[Level]:
    for nth, level in enumerate(LEVELS, 1):
        rows = tuple(
            _honour(volume.edition, path, section, honour)
            for section, honour in volume.honours
            if honour.level == level
        )
        if rows:
            yield Level(f"level_{nth}", T.levels[level], rows)


def _honour(edition: Edition, path: str, section: Section, honour: Honour) -> HonourView:
    anchor = address.honour_id(honour.id)
    target = f"{address.section(edition.id, section.stem)}#{anchor}"
    facts = (
        recipient(honour.recipient, edition.imprint.institution or edition.imprint.title),
        T.honour_from.format(name=honour.from_) if honour.from_ else "",
        dates.written(honour.date),
    )
    said = tuple(fact for fact in facts if fact)
    return HonourView(anchor, honour.title, address.relative(path, target), section.title, said)


def recipient(one: Recipient, self_: str) -> str:
    """Who received an honour: the institution, a name, 甲等3家, or 2家：甲、乙."""
    if one.self_:
        return self_
    count = T.honour_count.format(count=one.count, unit=one.unit) if one.count else ""
    names = T.join.join(one.named)
    if one.count and names and len(one.named) < one.count:
        return T.honour_some.format(names=names, count=count)
    return one.name or "：".join(part for part in (count, names) if part)
