"""The pages of the indexes: five of each volume and five of all volumes together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yearbook import address
from yearbook.indexes import Book, EditionIndex, Line, index_of, pages
from yearbook.model import Imprint
from yearbook.output import Output
from yearbook.render.frame import page
from yearbook.render.honours import Level, levels
from yearbook.render.labels import T
from yearbook.render.lines import Index, Kind, Letter, Strokes
from yearbook.render.meta import meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Item, Meta, Page, view

SCHEMA = {"person": "Person", "body": "Organization", "term": "DefinedTerm"}


@view
class IndexView:
    """A page of an index.

    `others` are the other indexes of the same scope, `scopes` leads between one volume and all.
    `levels` are the honours of a volume by level, on their own page.
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


Found = dict[str, tuple[Line, ...]]


def outputs(site: Site) -> Iterator[Output]:
    """The pages that have headings; a volume's page of honours also where it has honours alone."""
    book = Book(site.yearbook.names)
    editions = tuple(index_of(site, volume, book) for volume in site.volumes)
    found = tuple(pages((edition,), book) for edition in editions)
    held = {edition.edition: tuple(lines) for edition, lines in zip(editions, found, strict=True)}
    for volume, edition, lines in zip(site.volumes, editions, found, strict=True):
        yield from _outputs(site, volume, (edition,), lines, held)
    if editions:
        yield from _outputs(site, None, editions, pages(editions, book), held)


def _outputs(
    site: Site,
    volume: Volume | None,
    editions: Sequence[EditionIndex],
    found: Found,
    held: dict[str, tuple[str, ...]],
) -> Iterator[Output]:
    scope = volume.edition.id if volume else ""
    for name, lines in found.items():
        index = Index(name, lines, editions, scope, site.search)
        made = index_view(site, volume, index, tuple(found), held)
        yield site.output(index.path, "indexes.html", made)


def index_view(
    site: Site,
    volume: Volume | None,
    index: Index,
    there: tuple[str, ...],
    held: dict[str, tuple[str, ...]],
) -> IndexView:
    """All that a page of an index shows; `there` are the indexes of its scope, `held` those of
    each volume."""
    title = T.indexes[index.page][1]
    return IndexView(
        _page(site, volume, index, title, held),
        title,
        volume.label if volume else T.index_all_volumes,
        _lead(volume, index),
        tuple(_others(index, there)),
        tuple(_scopes(site, volume, index, held)),
        index.kinds(),
        index.letters(),
        index.strokes(),
        tuple(levels(volume, index.path)) if volume and index.page == "honours" else (),
    )


def _lead(volume: Volume | None, index: Index) -> str:
    if volume is None:
        return T.index_lead_all.format(count=index.count)
    return T.index_lead.format(volume=volume.edition.volume, count=index.count)


def _others(index: Index, there: tuple[str, ...]) -> Iterator[Item]:
    for name in there:
        target = address.index(name, index.scope)
        here = "page" if name == index.page else ""
        yield Item(T.indexes[name][0], address.relative(index.path, target), here)


def _scopes(
    site: Site, volume: Volume | None, index: Index, held: dict[str, tuple[str, ...]]
) -> Iterator[Item]:
    """The volume, or the newest that has such an index, and all volumes."""
    having = [one for one in site.volumes if index.page in held[one.edition.id]]
    one = volume or having[-1]
    target = address.index(index.page, one.edition.id)
    yield Item(one.label, address.relative(index.path, target), "true" if volume else "")
    target = address.index(index.page)
    yield Item(T.index_all_volumes, address.relative(index.path, target), "" if volume else "true")


def _page(
    site: Site,
    volume: Volume | None,
    index: Index,
    title: str,
    held: dict[str, tuple[str, ...]],
) -> Page:
    def same(other: Volume) -> str:
        names = held[other.edition.id]
        name = index.page if index.page in names else next(iter(names), "")
        return address.index(name, other.edition.id) if name else address.edition(other.edition.id)

    crumbs = [(T.home, address.HOME), (title, index.path)]
    if volume:
        crumbs.insert(1, (volume.label, address.edition(volume.edition.id)))
    head = _meta(site, volume, index, title)
    return page(site, index.path, head, volume, crumbs=tuple(crumbs), same=same)


def _meta(site: Site, volume: Volume | None, index: Index, title: str) -> Meta:
    imprint = volume.edition.imprint if volume else site.yearbook.imprint
    revised = volume.edition.revised if volume else None
    return meta(
        imprint,
        index.path,
        tuple(word for word in (title, volume.label if volume else "", imprint.title) if word),
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
        rows = [{"@type": "ListItem", "position": n, "item": one} for n, one in enumerate(things, 1)]
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
