"""The frame of a page: masthead, navigation, year rail, breadcrumb, foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from yearbook import address
from yearbook.indexes.headings import PAGES
from yearbook.model import Imprint
from yearbook.render import dates
from yearbook.render.labels import T
from yearbook.render.site import REACH, Site, Volume, missing, volumes_around
from yearbook.render.views import Item, Meta, Page, Rail, Year


def page(
    site: Site,
    path: str,
    meta: Meta,
    volume: Volume | None = None,
    *,
    crumbs: tuple[tuple[str, str], ...] = (),
    same: Callable[[Volume], str] = lambda volume: address.edition(volume.edition.id),
    before: tuple[str, str] | None = None,
    after: tuple[str, str] | None = None,
) -> Page:
    """The frame of the page at `path`, of a `volume` or of the whole series.

    `crumbs`, `before` and `after` are (text, address); `same` gives the address of the same
    matter in another volume, empty where that volume lacks it.
    """
    imprint = volume.edition.imprint if volume else site.yearbook.imprint
    return Page(
        path,
        address.relative(path, address.HOME).removesuffix(address.HOME),
        imprint.title,
        meta,
        _nav(site, path, volume),
        _rail(site, path, volume, same),
        address.relative(path, site.search) if site.search else "",
        tuple(_item(path, crumb) for crumb in crumbs),
        _item(path, before) if before else None,
        _item(path, after) if after else None,
        _foot(imprint, volume),
        address.relative(path, address.ABOUT),
        volume.edition.status == "draft" if volume else False,
        address.relative(path, address.FEED) if site.yearbook.imprint.base_url else "",
    )


def _item(path: str, link: tuple[str, str]) -> Item:
    text, target = link
    here = "page" if target == path else ""
    return Item(text, address.relative(path, target), here)


def _nav(site: Site, path: str, volume: Volume | None) -> tuple[Item, ...]:
    """The pages that exist: of the volume, else of the newest, and of the series."""
    links: list[tuple[str, str]] = []
    shown = volume or site.latest
    if shown:
        id_ = shown.edition.id
        links.append((T.contents, address.edition(id_)))
        if shown.figures:
            links.append((T.figures, address.figures(id_)))
        if shown.chronicle:
            links.append((T.chronicle, address.chronicle(id_)))
        if shown.honours:
            links.append((T.honours, address.honours(id_)))
    items = [_item(path, link) for link in links]
    if shown and shown.sections:
        items.append(_index(path, volume.edition.id if volume else ""))
    if len(site.volumes) > 1:
        items += _across(site, path)
    return (*items, _item(path, (T.about, address.ABOUT)))


def _across(site: Site, path: str) -> Iterator[Item]:
    """The ways to the pages of all years; they are also the ways of what lies below them."""
    ways = (T.through, address.YEARS, "through/"), (T.compare, address.COMPARE, "compare/")
    for text, target, folder in ways if site.across else ways[:1]:
        item = _item(path, (text, target))
        yield replace(item, current="true") if path.startswith(folder) else item


def _index(path: str, edition: str) -> Item:
    """The way to the indexes; on the honours of a volume that way has its own name."""
    pages = [address.index(page, edition) for page in PAGES if page != "honours" or not edition]
    item = _item(path, (T.index, address.index("subjects", edition)))
    return item if item.current or path not in pages else replace(item, current="true")


def _rail(site: Site, path: str, here: Volume | None, same: Callable[[Volume], str]) -> Rail:
    """The volumes around this one. Within reach nothing newer or older changes a page."""
    around = volumes_around(site, here)
    items = []
    for before, volume in zip((None, *around), around, strict=False):
        years = missing(before, volume) if before else ""
        gap = T.missing.format(years=years) if years else ""
        items.append(_year(path, volume, here, same, gap))
    return Rail(tuple(items), address.relative(path, address.HOME) if _cut(around, here) else "")


def _year(
    path: str, volume: Volume, here: Volume | None, same: Callable[[Volume], str], gap: str
) -> Year:
    cover, text = address.edition(volume.edition.id), volume.edition.volume
    if volume is here:
        return Year(text, address.relative(path, cover), "true", gap=gap)
    target = same(volume)
    return Year(
        text, address.relative(path, target or cover), lacking="" if target else T.lacking, gap=gap
    )


def _cut(around: tuple[Volume, ...], here: Volume | None) -> bool:
    """Whether there may be volumes beyond those shown."""
    if here is None:
        return len(around) > 2 * REACH
    at = around.index(here)
    return at >= REACH or len(around) - at > REACH


def _foot(imprint: Imprint, volume: Volume | None) -> tuple[str, ...]:
    revised = volume.edition.revised if volume else None
    words = (
        imprint.title + (f"·{volume.label}" if volume else ""),
        imprint.institution,
        T.revised.format(date=dates.day(revised)) if revised else "",
        imprint.licence,
    )
    return tuple(word for word in words if word)
