"""The page for addresses that do not exist: it may be served at any depth.

So it carries its style inline, allowed by its hash; with a base URL its links are absolute,
without one they are relative to the root.
"""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.output import Output
from yearbook.render.assets import squeezed
from yearbook.render.labels import T
from yearbook.render.policy import inline_policy
from yearbook.render.site import Site
from yearbook.render.views import Item, view

STYLE = "404.css"


@view
class NotFoundView:
    """The page for lost readers."""

    title: str
    style: str
    policy: str
    links: tuple[Item, ...]


def outputs(site: Site) -> Iterator[Output]:
    yield site.output(address.NOT_FOUND, "404.html", notfound_view(site))


def notfound_view(site: Site) -> NotFoundView:
    """All that the page shows."""
    style = squeezed(site.theme.text(STYLE)).strip()
    links = [(T.home, address.HOME)]
    for volume in reversed(site.volumes):
        links.append((f"{volume.label}{T.contents}", address.edition(volume.edition.id)))
    if site.search:
        links.append((T.search_all, site.search))
    links.append((T.about, address.ABOUT))
    base = site.yearbook.imprint.base_url
    return NotFoundView(
        site.yearbook.imprint.title,
        style,
        inline_policy(style),
        tuple(Item(text, address.absolute(base, target) or target) for text, target in links),
    )
