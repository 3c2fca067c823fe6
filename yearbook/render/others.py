"""The same matter in the volumes around: lines of links on the pages of a volume.

They know of volumes within reach only, so that a new volume changes no older page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from yearbook import address
from yearbook.model import Entry, Section
from yearbook.render.labels import T
from yearbook.render.site import REACH, Site, Volume, volumes_around
from yearbook.render.views import Item, Others
from yearbook.years.threads import Spot


def section_in(site: Site, volume: Volume, section: Section) -> Callable[[Volume], str]:
    """Where a section stands in another volume; empty where it does not."""
    years = _years(site, volume, Spot(section.stem))

    def there(other: Volume) -> str:
        spots = years.get(site.threads.at[other.edition.id])
        return place(other, spots[0]) if spots else ""

    return there


def place(volume: Volume, spot: Spot) -> str:
    """The address of a matter in a volume that has it."""
    page = address.section(volume.edition.id, spot.stem)
    return f"{page}#{spot.id}" if spot.id else page


def section(site: Site, volume: Volume, path: str, one: Section) -> Others | None:
    """A section in the volumes around, with the ways to all years and to the comparison."""
    if len(site.volumes) < 2:
        return None
    found = _others(site, volume, path, Spot(one.stem), one.title)
    return Others(found.links, found.lacking, tuple(_ways(site, volume, path, one)))


def entry(site: Site, volume: Volume, path: str, stem: str, one: Entry) -> Others | None:
    """An entry in the volumes around; the lead is its section."""
    if len(site.volumes) < 2 or one.id == "lead":
        return None
    return _others(site, volume, path, Spot(stem, one.id), one.title)


def page(site: Site, volume: Volume, path: str, same: Callable[[Volume], str]) -> Others | None:
    """A page that each volume may have, such as that of figures."""
    if len(site.volumes) < 2:
        return None
    around = [(one, same(one)) for one in volumes_around(site, volume) if one is not volume]
    links = [
        Item(one.edition.volume, address.relative(path, target)) for one, target in around if target
    ]
    return Others(tuple(links), _lacking(one for one, target in around if not target))


def _years(site: Site, volume: Volume, spot: Spot) -> Mapping[int, tuple[Spot, ...]]:
    return site.threads.years(site.threads.at[volume.edition.id], spot, REACH)


def _others(site: Site, volume: Volume, path: str, spot: Spot, title: str) -> Others:
    years = _years(site, volume, spot)
    links: list[Item] = []
    without = []
    for other in volumes_around(site, volume):
        at = site.threads.at[other.edition.id]
        if other is not volume:
            spots = _nearest(years.get(at, ()))
            links += (_link(site, other, path, one, title) for one in spots)
            without += [] if at in years else [other]
    return Others(tuple(links), _lacking(without) if links else T.others_none)


def _nearest(spots: tuple[Spot, ...]) -> list[Spot]:
    """Without the sections of which an entry is there as well."""
    within = {spot.stem for spot in spots if spot.id}
    return [spot for spot in spots if spot.id or spot.stem not in within]


def _link(site: Site, other: Volume, path: str, spot: Spot, title: str) -> Item:
    """The volume, with the title there when it is another."""
    text = other.edition.volume
    called = site.threads.title(site.threads.at[other.edition.id], spot)
    if called != title:
        text = T.other_title.format(volume=text, title=called)
    return Item(text, address.relative(path, place(other, spot)))


def _lacking(volumes: Iterator[Volume] | list[Volume]) -> str:
    names = T.join.join(one.edition.volume for one in volumes)
    return T.others_lacking.format(volumes=names) if names else ""


def _ways(site: Site, volume: Volume, path: str, one: Section) -> Iterator[Item]:
    if not site.across:
        return
    yield Item(T.through, address.relative(path, address.through(one.stem)))
    at = site.threads.at[volume.edition.id]
    if site.threads.comparable(at, one):
        before = site.volumes[at - 1]
        target = address.compare(before.edition.id, volume.edition.id, one.stem)
        yield Item(T.compared.format(volume=before.label), address.relative(path, target))
