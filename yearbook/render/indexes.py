"""The pages of the indexes: five of each volume and five of all volumes together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from yearbook import address
from yearbook.indexes import Joined, Line, book_of, index_of, known
from yearbook.indexes.headings import PAGES
from yearbook.model import Imprint
from yearbook.output import Output, digest
from yearbook.render.frame import page
from yearbook.render.honours import Level, levels
from yearbook.render.labels import T
from yearbook.render.lines import Index, Kind, Letter, Strokes
from yearbook.render.lives import anchors
from yearbook.render.lives import pages as pages_of_lives
from yearbook.render.meta import meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Item, Meta, Page, view

LONG = 1000  # headings
SCHEMA = {"person": "Person", "body": "Organization", "term": "DefinedTerm"}


@view
class IndexView:
    """A page of an index.

    `others` are the other indexes of the same scope, `scopes` leads between one volume and all.
    `levels` are the honours of a volume by level, on their own page. `long`: letters are to be
    laid out only when they come into view.
    """

    page: Page
    title: str
    volume: str
    lead: str
    others: tuple[Item, ...]
    scopes: tuple[Item, ...]
    kinds: tuple[Kind, ...]
    letters: tuple[Letter, ...]
    strokes: tuple[Strokes, ...]
    levels: tuple[Level, ...]
    long: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """A volume, or all of them without one; `held` are the indexes that each volume has.

    `lives` are the addresses of people and bodies through the years.
    """

    site: Site
    volume: Volume | None
    held: dict[str, tuple[str, ...]]
    lives: Mapping[str, str] = field(default_factory=dict)

    @property
    def imprint(self) -> Imprint:
        return self.volume.edition.imprint if self.volume else self.site.yearbook.imprint


def outputs(site: Site) -> Iterator[Output]:
    """The pages that have headings; none is made anew before an index is another."""
    told = tuple(known(site))
    made = Made(site, {one.edition: one.pages for one in told})
    key = digest(site.key, told) if site.key else ""
    for volume in (*site.volumes, None):
        edition = volume.edition.id if volume else ""
        for name in made.there(volume):
            yield Output(address.index(name, edition), key, partial(made.page, volume, name))


class Made:
    """The pages of all indexes; only those of one volume, or of all, are gathered at a time.

    `held` are the pages that each volume has.
    """

    def __init__(self, site: Site, held: dict[str, tuple[str, ...]]) -> None:
        self.site, self.held = site, held
        self.book = book_of(site.yearbook.names)
        self.latest: tuple[Scope, Joined] | None = None

    def there(self, volume: Volume | None) -> tuple[str, ...]:
        """The pages of a volume, or those of all."""
        if volume:
            return self.held[volume.edition.id]
        return tuple(page for page in PAGES if any(page in one for one in self.held.values()))

    def page(self, volume: Volume | None, name: str) -> bytes:
        """A page of a volume's index, or of the index of all."""
        if self.latest is None or self.latest[0].volume is not volume:
            self.latest = None  # makes room for the next
            self.latest = self._gathered(volume)
        scope, joined = self.latest
        index = Index(
            name,
            joined.lines(name, self.book),
            joined.editions,
            volume.edition.id if volume else "",
            self.site.search,
            joined.shared,
            scope.lives,
        )
        return _page_of(scope, index, self.there(volume))

    def _gathered(self, volume: Volume | None) -> tuple[Scope, Joined]:
        volumes = (volume,) if volume else self.site.volumes
        lives = {} if volume else anchors(self.site)
        joined = Joined(index_of(self.site, one, self.book) for one in volumes)
        return Scope(self.site, volume, self.held, lives), joined


def _page_of(scope: Scope, index: Index, there: tuple[str, ...]) -> bytes:
    made = index_view(scope, index, there)
    return scope.site.theme.render("indexes.html", view=made)


def index_view(scope: Scope, index: Index, there: tuple[str, ...]) -> IndexView:
    """All that a page of an index shows; `there` are the indexes of its scope."""
    volume, title = scope.volume, T.indexes[index.page][1]
    return IndexView(
        _page(scope, index, title),
        title,
        volume.label if volume else T.index_all_volumes,
        _lead(volume, index),
        (*_others(index, there), *(() if volume else pages_of_lives(scope.site))),
        tuple(_scopes(scope, index)),
        index.kinds(),
        index.letters(),
        index.strokes(),
        tuple(levels(volume, index.path)) if volume and index.page == "honours" else (),
        index.count > LONG,
    )


def _lead(volume: Volume | None, index: Index) -> str:
    if volume is None:
        return T.index_lead_all.format(count=index.count)
    return T.index_lead.format(volume=volume.label, count=index.count)


def _others(index: Index, there: tuple[str, ...]) -> Iterator[Item]:
    for name in there:
        target = address.index(name, index.scope)
        here = "page" if name == index.page else ""
        yield Item(T.indexes[name][0], address.relative(index.path, target), here)


def _scopes(scope: Scope, index: Index) -> Iterator[Item]:
    """The volume, or the newest that has such an index, and all volumes."""
    having = [one for one in scope.site.volumes if index.page in scope.held[one.edition.id]]
    one, here = scope.volume or having[-1], bool(scope.volume)
    target = address.index(index.page, one.edition.id)
    yield Item(one.label, address.relative(index.path, target), "true" if here else "")
    target = address.index(index.page)
    yield Item(T.index_all_volumes, address.relative(index.path, target), "" if here else "true")


def _page(scope: Scope, index: Index, title: str) -> Page:
    def same(other: Volume) -> str:
        id_ = other.edition.id
        names = sorted(scope.held[id_], key=lambda name: name != index.page)
        return address.index(names[0], id_) if names else ""

    crumbs = [(T.home, address.HOME), (title, index.path)]
    if scope.volume:
        crumbs.insert(1, (scope.volume.label, address.edition(scope.volume.edition.id)))
    head = _meta(scope, index, title)
    return page(scope.site, index.path, head, scope.volume, crumbs=tuple(crumbs), same=same)


def _meta(scope: Scope, index: Index, title: str) -> Meta:
    imprint, volume = scope.imprint, scope.volume
    revised = volume.edition.revised if volume else None
    return meta(
        imprint,
        index.path,
        (title, *([volume.label] if volume else []), imprint.title),
        f"{imprint.title}：{_lead(volume, index)}",
        "CollectionPage",
        revised.isoformat() if revised else "",
        mainEntity=_linked(imprint, index, title),
    )


def _linked(imprint: Imprint, index: Index, title: str) -> dict[str, object] | None:
    """The people and bodies, or the glossed terms, as linked data."""
    lines = [line for line in index.lines if line.places]
    if index.page == "names":
        things = [_thing(imprint, index, line) for line in lines]
        rows = [
            {"@type": "ListItem", "position": n, "item": one} for n, one in enumerate(things, 1)
        ]
        return {"@type": "ItemList", "name": title, "itemListElement": rows}
    glossed = [line for line in lines if line.gloss and "term" in line.kinds]
    if index.page == "subjects" and glossed:
        terms = [_thing(imprint, index, line) for line in glossed]
        return {"@type": "DefinedTermSet", "name": title, "hasDefinedTerm": terms}
    return None


def _thing(imprint: Imprint, index: Index, line: Line) -> dict[str, object]:
    target = f"{index.path}#{line.anchor}"
    known = {
        "@type": SCHEMA[line.kinds[0]],
        "@id": address.absolute(imprint.base_url, target) or f"#{line.anchor}",
        "name": line.text,
        "alternateName": list(line.others),
        "description": line.gloss,
        "url": address.absolute(imprint.base_url, target),
    }
    return {key: value for key, value in known.items() if value}
