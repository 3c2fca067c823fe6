"""Pages at old addresses: an alias that names a page which no longer exists keeps it reachable.

They lead on by themselves: with a script each anchor to what stood there, without one the page
where it became an entry of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from yearbook import address
from yearbook.old import LEAD, Old
from yearbook.output import Output
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Page, view

MARKS = (address.figure_id(""), address.honour_id(""))


@view
class MovedRow:
    """What stood here, by its old anchor, and where it stands now.

    `along` are anchors of what moved with it: figures and honours keep them on the new page.
    `whole`: it is the page itself.
    """

    id: str
    title: str
    href: str
    along: tuple[str, ...] = ()
    whole: bool = False


@view
class MovedPageView:
    """The page at an old address; `onward` is where all of it stands now, if in one place."""

    page: Page
    title: str
    lead: str
    rows: tuple[MovedRow, ...]
    onward: str = ""


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    existing = {address.section(volume.edition.id, stem) for stem in volume.stems}
    paths = dict.fromkeys(one.path for one in volume.moved)
    for path in (path for path in paths if path not in existing):
        here = tuple(one for one in volume.moved if one.path == path)
        yield site.output(path, "moved.html", moved_view(site, volume, path, here))


def moved_view(site: Site, volume: Volume, path: str, here: tuple[Old, ...]) -> MovedPageView:
    """All that the page at the old address `path` shows."""
    imprint = volume.edition.imprint
    head = meta(imprint, path, (T.moved_title, volume.label, imprint.title), T.moved_text)
    whole = next((one.target for one in here if not one.anchor), "")
    if whole and imprint.base_url:
        head = replace(head, canonical=address.absolute(imprint.base_url, whole))
    cover = address.edition(volume.edition.id)
    crumbs = ((T.home, address.HOME), (volume.label, cover), (T.moved_title, path))
    single = "#" in whole and all(one.along == path for one in here if one.anchor)
    return MovedPageView(
        page(site, path, head, volume, crumbs=crumbs),
        T.moved_title,
        T.moved_text,
        tuple(_rows(path, here)),
        address.relative(path, whole) if single else "",
    )


def _rows(path: str, here: tuple[Old, ...]) -> Iterator[MovedRow]:
    """A row for each place to which the anchors of the page lead, that of the page itself first."""
    rows: dict[str, list[Old]] = {}
    for one in sorted(here, key=lambda one: bool(one.anchor)):
        if not (one.along and _within(one)):
            rows.setdefault(one.target, []).append(one)
    for target, (first, *more) in rows.items():
        own = {one.address for one in (first, *more)}
        along = [one.anchor for one in here if one.along in own and _within(one)]
        anchors = dict.fromkeys([*(one.anchor for one in more), *along])
        href, whole = address.relative(path, target), not first.anchor
        yield MovedRow(first.anchor, first.title, href, tuple(anchors), whole)


def _within(one: Old) -> bool:
    """Whether an anchor stands in the row of what it moved along with."""
    return one.anchor.startswith(MARKS) or one.anchor == LEAD
