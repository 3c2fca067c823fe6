"""From a yearbook to the outputs of its site; a new kind of output is one module in the list."""

from __future__ import annotations

from collections.abc import Container, Iterator

from yearbook.model import Yearbook
from yearbook.output import Bundle, Output
from yearbook.parts import Parts
from yearbook.render.theme import Theme


def outputs(
    yearbook: Yearbook,
    theme: Theme,
    parts: Parts | None = None,
    *,
    store: str = "",
    without: Container[str] = (),
) -> list[Output | Bundle]:
    """All outputs of the yearbook; editions that are not wanted have been left out of it.

    `parts` remembers what was worked out for editions that have not changed, `store` is that of
    the search, `text` or `exact`, else chosen by size; `without` names what is left out, as
    `across`: the pages across years.
    Making an output may raise `ContentError` for a fault in the templates.
    """
    return list(_outputs(yearbook, theme, parts or Parts(), store, without))


def _outputs(
    yearbook: Yearbook, theme: Theme, parts: Parts, store: str, without: Container[str]
) -> Iterator[Output | Bundle]:
    from yearbook import address
    from yearbook.render import (
        about,
        assets,
        chronicle,
        cite,
        compare,
        corrections,
        data,
        dataset,
        days,
        edition,
        english,
        extras,
        feed,
        figures,
        home,
        indexes,
        lives,
        moved,
        notfound,
        package,
        search,
        section,
        series,
        sitemap,
        through,
        years,
    )
    from yearbook.render.site import site

    made = site(yearbook, theme, address.SEARCH, parts, store=store, without=without)
    kinds = (
        home, about, notfound, edition, section, figures, data, indexes, english,
        years, through, series, compare, chronicle, days, lives, corrections,
        cite, dataset, package, feed, search, moved, assets, sitemap, extras,
    )  # fmt: skip
    for kind in kinds:
        yield from kind.outputs(made)
