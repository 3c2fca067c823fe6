"""From a yearbook to the outputs of its site; a new kind of output is one module in a list."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import partial

from yearbook.model import Yearbook
from yearbook.output import Bundle, Group, Output, flat
from yearbook.parts import Parts
from yearbook.render.site import Site, Volume, site
from yearbook.render.theme import Theme


def groups(
    yearbook: Yearbook,
    theme: Theme,
    parts: Parts | None = None,
    *,
    store: str = "",
    without: Container[str] = (),
) -> list[Group]:
    """All outputs of the yearbook, those of a volume in one group; editions that are not wanted
    have been left out of it.

    `parts` remembers what was worked out for editions that have not changed, `store` is that of
    the search, `text` or `exact`, else chosen by size; `without` names what is left out, as
    `across`: the pages across years.
    Making an output may raise `ContentError` for a fault in the templates.
    """
    from yearbook import address

    made = site(yearbook, theme, address.SEARCH, parts, store=store, without=without)
    return [*_volumes(made), *_all(made)]


def outputs(yearbook: Yearbook, theme: Theme, parts: Parts | None = None) -> list[Output | Bundle]:
    """The outputs of all groups, one after another."""
    return list(flat(groups(yearbook, theme, parts)))


def _volumes(made: Site) -> Iterator[Group]:
    """The pages and files of each volume."""
    for one in made.volumes:
        yield Group(f"volume {one.edition.id}", "", partial(_volume, made, one))


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


def _all(made: Site) -> Iterator[Group]:
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

    kinds = (
        indexes, series, through, search, home, about, notfound, years, days, lives,
        shapes, package, feed, assets, sitemap, extras,
    )  # fmt: skip
    yield Group("store", "", partial(search.store, made))
    yield from compare.groups(made)
    for kind in kinds:
        name = kind.__name__.rpartition(".")[2]
        yield Group(name, "", partial(kind.outputs, made))
