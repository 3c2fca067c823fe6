"""From a yearbook to the outputs of its site; a new kind of output is one module in a list."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from functools import partial

from yearbook.model import Yearbook
from yearbook.output import Bundle, Group, Output, flat
from yearbook.parts import Parts
from yearbook.render.keys import Keys
from yearbook.render.site import Site, Volume, site
from yearbook.render.theme import Theme

VOLUME = "volume {}"  # the name of the group of a volume

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.again import Notes


def groups(
    yearbook: Yearbook,
    theme: Theme,
    parts: Parts | None = None,
    *,
    store: str = "",
    without: Container[str] = (),
    noted: Notes | None = None,
) -> list[Group]:
    """All outputs of the yearbook, those of a volume in one group; editions that are not wanted
    have been left out of it.

    `parts` remembers what was worked out for editions that have not changed, `store` is that of
    the search, `text` or `exact`, else chosen by size; `without` names what is left out, as
    `across`: the pages across years. With what is `noted` of the editions groups have keys.
    Making an output may raise `ContentError` for a fault in the templates.
    """
    from yearbook import address

    made = site(
        yearbook,
        theme,
        address.SEARCH,
        parts,
        store=store,
        without=without,
        moved=noted.moved if noted else None,
        threads=noted.threads(yearbook.editions) if noted else None,
    )
    keys = Keys(made, noted(made) if noted else {})
    made = replace(made, key=keys.surface, words=keys.prose)
    return [*_volumes(made, keys), *_all(made, keys)]


def outputs(yearbook: Yearbook, theme: Theme, parts: Parts | None = None) -> list[Output | Bundle]:
    """The outputs of all groups, one after another."""
    return list(flat(groups(yearbook, theme, parts)))


def _volumes(made: Site, keys: Keys) -> Iterator[Group]:
    """The pages and files of each volume."""
    for n, one in enumerate(made.volumes):
        yield Group(VOLUME.format(one.edition.id), keys.volume(n), partial(_volume, made, one))


def _volume(made: Site, one: Volume) -> Iterator[Output]:
    from yearbook.render import (
        chronicle,
        cite,
        corrections,
        data,
        dataset,
        edition,
        english,
        extras,
        figures,
        moved,
        section,
    )

    kinds = (
        edition, section, figures, data, english, chronicle, corrections, cite, dataset, moved,
    )  # fmt: skip
    for kind in kinds:
        yield from kind.outputs(made, one)
    yield from extras.pictures(one)


def _all(made: Site, keys: Keys) -> Iterator[Group]:
    """What belongs to no volume alone, by kinds."""
    from yearbook.render import (
        about,
        assets,
        compare,
        days,
        extras,
        feed,
        home,
        indexes,
        lives,
        notfound,
        package,
        search,
        series,
        shapes,
        sitemap,
        through,
        years,
    )

    named: Mapping[str, Callable[[Site], Iterator[Output | Bundle]]] = {
        "indexes": indexes.outputs, "store": search.store, "letters": search.letters,
        "sitemap": sitemap.outputs,
    }  # fmt: skip
    yield from (Group(name, "", partial(outputs, made)) for name, outputs in named.items())
    yield from compare.groups(made, keys)
    yield Group("through", keys.words, partial(through.outputs, made))
    yield Group("search", keys.latest, partial(search.outputs, made))
    kinds = (
        series, home, about, notfound, years, days, lives, shapes, package, feed, assets, extras,
    )  # fmt: skip
    for kind in kinds:
        name = kind.__name__.rpartition(".")[2]
        yield Group(name, keys.surface, partial(kind.outputs, made))
