"""From a yearbook to the outputs of its site; a new kind of output is one module in the list."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.model import Yearbook
from yearbook.output import Output
from yearbook.render.theme import Theme


def outputs(yearbook: Yearbook, theme: Theme) -> list[Output]:
    """All outputs of the yearbook; editions that are not wanted have been left out of it.

    Making an output may raise `ContentError` for a fault in the templates.
    """
    return list(_outputs(yearbook, theme))


def _outputs(yearbook: Yearbook, theme: Theme) -> Iterator[Output]:
    from yearbook import address
    from yearbook.render import (
        about,
        assets,
        data,
        edition,
        english,
        extras,
        figures,
        home,
        honours,
        moved,
        notfound,
        search,
        section,
        sitemap,
    )
    from yearbook.render.site import site

    made = site(yearbook, theme, address.SEARCH)
    kinds = (
        home, about, notfound, edition, section, figures, data, honours, english,
        search, moved, assets, sitemap, extras,
    )  # fmt: skip
    for kind in kinds:
        yield from kind.outputs(made)
