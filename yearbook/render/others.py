"""The same matter in the volumes around: lines of links on the pages of a volume.

They know of volumes within reach only, so that a new volume changes no older page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from yearbook import address
from yearbook.model import Entry, Section
from yearbook.render.labels import T
from yearbook.render.site import REACH, Site, Volume, volumes_around
from yearbook.render.views import Item, Others
from yearbook.years.threads import Spot

Years = Mapping[int, tuple[Spot, ...]]


class Other(NamedTuple):
    """A volume beside another: its place in the site, its folder, its name and its matters.

    `titled` is what stands before and after the title that a matter has there.
    """

    nth: int
    folder: str
    name: str
    titles: Mapping[Spot, str]
    titled: tuple[str, str]


class Around:
    """The volumes around one, and where its matters stand in them."""

    def __init__(self, site: Site, volume: Volume) -> None:
        self.site, self.threads, self.volume = site, site.threads, volume
        self.at = self.threads.at[volume.edition.id]
        around = volumes_around(site, volume)
        self.others = tuple(self._other(one) for one in around if one is not volume)

    def _other(self, volume: Volume) -> Other:
        folder, name = address.outside("../", volume.edition.id), volume.edition.volume
        nth = self.threads.at[volume.edition.id]
        before, after = (part.format(volume=name) for part in T.other_title.split("{title}"))
        return Other(nth, folder, name, self.threads.stands[nth], (before, after))

    def years(self, stem: str, id_: str = "") -> Years:
        """Where a section or an entry of the volume stands in it and those around."""
        return self.threads.years(self.at, Spot(stem, id_), REACH)

    def section(self, path: str, one: Section, years: Years) -> Others | None:
        """A section in the volumes around, with the ways to all years and to the comparison."""
        if len(self.site.volumes) < 2:
            return None
        return self._line(years, one.title, tuple(self._ways(path, one)))

    def entry(self, stem: str, one: Entry) -> Others | None:
        """An entry in the volumes around; the lead is its section."""
        if len(self.site.volumes) < 2 or one.id == "lead":
            return None
        return self._line(self.years(stem, one.id), one.title)

    def _line(self, years: Years, title: str, ways: tuple[Item, ...] = ()) -> Others:
        links: list[Item] = []
        without = []
        for other in self.others:
            spots = years.get(other.nth)
            if spots is None:
                without.append(other.name)
            else:
                nearest = spots if len(spots) == 1 else _nearest(spots)
                links += [_link(other, one, title) for one in nearest]
        return Others(tuple(links), _lacking(without) if links else T.others_none, ways)

    def _ways(self, path: str, one: Section) -> Iterator[Item]:
        if not self.site.across:
            return
        yield Item(T.through, address.relative(path, address.through(one.stem)))
        if self.threads.comparable(self.at, one):
            before = self.site.volumes[self.at - 1]
            target = address.compare(before.edition.id, self.volume.edition.id, one.stem)
            yield Item(T.compared.format(volume=before.label), address.relative(path, target))


def _link(other: Other, spot: Spot, title: str) -> Item:
    """The way to a matter in another volume: that, with the title there when it is another."""
    name, called = other.name, other.titles[spot]
    if called != title:
        before, after = other.titled
        name = f"{before}{called}{after}"
    return Item(name, _place(other.folder, spot))


def standing(site: Site, years: Years) -> Callable[[Volume], str]:
    """Where a matter stands in another volume, that stands there in these years; else empty."""
    at = site.threads.at

    def there(other: Volume) -> str:
        spots = years.get(at[other.edition.id])
        return _place(other.edition.id, spots[0]) if spots else ""

    return there


def place(volume: Volume, spot: Spot) -> str:
    """The address of a matter in a volume that has it."""
    return _place(volume.edition.id, spot)


def _place(edition: str, spot: Spot) -> str:
    page = address.section(edition, spot.stem)
    return f"{page}#{spot.id}" if spot.id else page


def page(site: Site, volume: Volume, path: str, same: Callable[[Volume], str]) -> Others | None:
    """A page that each volume may have, such as that of figures."""
    if len(site.volumes) < 2:
        return None
    around = [(one, same(one)) for one in volumes_around(site, volume) if one is not volume]
    links = [
        Item(one.edition.volume, address.relative(path, target)) for one, target in around if target
    ]
    without = (one.edition.volume for one, target in around if not target)
    return Others(tuple(links), _lacking(without))


def _nearest(spots: tuple[Spot, ...]) -> list[Spot]:
    """Without the sections of which an entry is there as well."""
    within = {spot.stem for spot in spots if spot.id}
    return [spot for spot in spots if spot.id or spot.stem not in within]


def _lacking(names: Iterable[str]) -> str:
    said = T.join.join(names)
    return T.others_lacking.format(volumes=said) if said else ""
