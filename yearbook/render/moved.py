"""Pages at old addresses: an alias that names a page which no longer exists keeps it reachable."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.output import Output
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Moved, Site, Volume
from yearbook.render.views import Page, view


@view
class MovedRow:
    """What stood here, by its old anchor, and where it stands now."""

    id: str
    title: str
    href: str


@view
class MovedPageView:
    """The page at an old address."""

    page: Page
    title: str
    lead: str
    rows: tuple[MovedRow, ...]


def outputs(site: Site) -> Iterator[Output]:
    for volume in site.volumes:
        existing = {f"{stem}.html" for stem in volume.stems}
        for file in dict.fromkeys(moved.file for moved in volume.moved):
            if file not in existing and file.removesuffix(".html") not in address.RESERVED_STEMS:
                rows = tuple(moved for moved in volume.moved if moved.file == file)
                made = moved_view(site, volume, f"{volume.edition.id}/{file}", rows)
                yield site.output(made.page.path, "moved.html", made)


def moved_view(site: Site, volume: Volume, path: str, rows: tuple[Moved, ...]) -> MovedPageView:
    """All that the page at the old address `path` shows."""
    imprint = volume.edition.imprint
    head = meta(imprint, path, (T.moved_title, volume.label, imprint.title), T.moved_text)
    cover = address.edition(volume.edition.id)
    crumbs = ((T.home, address.HOME), (volume.label, cover), (T.moved_title, path))
    return MovedPageView(
        page(site, path, head, volume, crumbs=crumbs),
        T.moved_title,
        T.moved_text,
        tuple(MovedRow(one.anchor, one.title, address.relative(path, one.target)) for one in rows),
    )
