"""The frame of a page: masthead, navigation, year rail, breadcrumb, foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yearbook import address
from yearbook.indexes.headings import PAGES
from yearbook.model import Imprint
from yearbook.record import positional
from yearbook.render import dates
from yearbook.render.labels import T
from yearbook.render.site import REACH, Site, Volume, missing, volumes_around
from yearbook.render.views import Item, Meta, Page, Rail, Year

Link = tuple[str, str]
Same = Callable[[Volume], str]


def _cover(volume: Volume) -> str:
    return address.edition(volume.edition.id)


def page(
    site: Site,
    path: str,
    meta: Meta,
    volume: Volume | None = None,
    *,
    crumbs: tuple[Link, ...] = (),
    same: Same = _cover,
    before: Link | None = None,
    after: Link | None = None,
) -> Page:
    """The frame of one page, of a `volume` or of the whole series; see `Frame`."""
    made = Frame(site, volume)
    return made.page(path, meta, crumbs=crumbs, same=same, before=before, after=after)


@positional
class Shared:
    """What the frames of a folder's pages have in common; `top` is the folder of the site."""

    top: str
    root: str
    nav: tuple[Item, ...]
    shelf: str
    search: str
    about: str
    feed: str


class Frame:
    """The frames of pages of a `volume` or of the whole series: what they share is made once."""

    def __init__(self, site: Site, volume: Volume | None = None) -> None:
        self.site, self.volume = site, volume
        self.imprint = volume.edition.imprint if volume else site.yearbook.imprint
        self.draft = volume.edition.status == "draft" if volume else False
        self.foot = _foot(self.imprint, volume)
        self.around = volumes_around(site, volume)
        self.gaps = tuple(_gaps(self.around))
        self.links = tuple(_links(site, volume))
        self.indexes = frozenset(_indexes(volume))
        self.named = {*self.indexes, *(target for _, target, _ in self.links)}
        self.shared: dict[str, Shared] = {}

    def page(
        self,
        path: str,
        meta: Meta,
        *,
        crumbs: tuple[Link, ...] = (),
        same: Same = _cover,
        before: Link | None = None,
        after: Link | None = None,
    ) -> Page:
        """The frame of the page at `path`.

        `crumbs`, `before` and `after` are (text, address); `same` gives the address of the same
        matter in another volume, empty where that volume lacks it.
        """
        shared = self._shared(path)
        return Page(
            path,
            shared.root,
            self.imprint.title,
            meta,
            shared.nav,
            self._rail(path, shared, same),
            shared.search,
            tuple([_item(path, crumb) for crumb in crumbs]),
            _item(path, before) if before else None,
            _item(path, after) if after else None,
            self.foot,
            shared.about,
            self.draft,
            shared.feed,
        )

    def _shared(self, path: str) -> Shared:
        """Of the pages of a folder; one that the navigation itself names stands alone."""
        folder = path if path in self.named else path.rpartition("/")[0]
        if folder not in self.shared:
            self.shared[folder] = self._made(path)
        return self.shared[folder]

    def _made(self, path: str) -> Shared:
        home, site = address.relative(path, address.HOME), self.site
        return Shared(
            path.rpartition("/")[0].partition("/")[0],
            home.removesuffix(address.HOME),
            tuple(self._nav(path)),
            home if _cut(self.around, self.volume) else "",
            address.relative(path, site.search) if site.search else "",
            address.relative(path, address.ABOUT),
            address.relative(path, address.FEED) if site.yearbook.imprint.base_url else "",
        )

    def _nav(self, path: str) -> Iterator[Item]:
        """The pages that exist: of the volume, else of the newest, and of the series.

        One may also be the way of what lies below it; the way to the indexes is that of each, but
        for the honours of a volume, whose way has its own name.
        """
        for text, target, folder in self.links:
            below = bool(folder) and path.startswith(folder)
            listed = target in self.indexes and path in self.indexes
            item = _item(path, (text, target))
            yield Item(text, item.href, "true") if below or (listed and not item.current) else item

    def _rail(self, path: str, shared: Shared, same: Same) -> Rail:
        """The volumes around this one. Within reach nothing newer or older changes a page."""
        items = []
        for volume, gap in zip(self.around, self.gaps, strict=True):
            edition = volume.edition
            if volume is self.volume:
                href, current, lacking = address.relative(path, _cover(volume)), "true", ""
            else:
                target = same(volume)
                there = target or _cover(volume)
                if edition.id == shared.top:
                    href = address.relative(path, there)
                else:
                    href = address.outside(shared.root, there)
                current, lacking = "", "" if target else T.lacking
            items.append(Year(edition.volume, href, current, lacking, gap))
        return Rail(tuple(items), shared.shelf)


def _item(path: str, link: Link) -> Item:
    text, target = link
    here = "page" if target == path else ""
    return Item(text, address.relative(path, target), here)


def _links(site: Site, volume: Volume | None) -> Iterator[tuple[str, str, str]]:
    """What the navigation names: texts, addresses, and the folders of what lies below."""
    shown = volume or site.latest
    if shown:
        id_ = shown.edition.id
        yield T.contents, address.edition(id_), ""
        if "figures" in shown.has:
            yield T.figures, address.figures(id_), ""
        if shown.chronicle:
            yield T.chronicle, address.chronicle(id_), ""
        if "honours" in shown.has:
            yield T.honours, address.honours(id_), ""
    if shown and "sections" in shown.has:
        yield T.index, address.index("subjects", volume.edition.id if volume else ""), ""
    if len(site.volumes) > 1:
        yield T.through, address.YEARS, "through/"
    if site.across:
        yield T.compare, address.COMPARE, "compare/"
    yield T.about, address.ABOUT, ""


def _indexes(volume: Volume | None) -> Iterator[str]:
    """The pages of the way to the indexes."""
    edition = volume.edition.id if volume else ""
    for page in PAGES:
        if page != "honours" or not edition:
            yield address.index(page, edition)


def _gaps(around: tuple[Volume, ...]) -> Iterator[str]:
    """What is said before each volume of the years that are missing there."""
    for before, volume in zip((None, *around), around, strict=False):
        years = missing(before, volume) if before else ""
        yield T.missing.format(years=years) if years else ""


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
