"""The English contents of a volume: titles and summaries, linked to the Chinese pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yearbook import address
from yearbook.model import Section
from yearbook.output import Output
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Page, view


@view
class Title:
    """A title in English, or in Chinese where it has none; `chinese` is always the Chinese one."""

    text: str
    href: str
    chinese: str
    translated: bool


@view
class EnglishSection:
    """A section with its summary and entries."""

    title: Title
    summary: str
    entries: tuple[Title, ...]


@view
class EnglishPart:
    """A category; without a title its sections stand alone."""

    title: Title | None
    sections: tuple[EnglishSection, ...]


@view
class EnglishView:
    """The English contents page."""

    page: Page
    title: str
    lead: str
    parts: tuple[EnglishPart, ...]


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    if volume.english:
        path = address.english(volume.edition.id)
        yield site.page(path, "english.html", partial(english_view, site, volume))


def english_view(site: Site, volume: Volume) -> EnglishView:
    """All that the English contents of a volume show."""
    edition, path = volume.edition, address.english(volume.edition.id)
    name = edition.imprint.title_en or edition.imprint.title
    lead = T.english_lead.format(volume=edition.volume)
    return EnglishView(
        _page(site, volume, path, lead),
        f"{name}, {edition.volume}",
        lead,
        tuple(
            EnglishPart(
                _title(path, "", category.title, category.title_en) if category.title else None,
                tuple(_section(path, edition.id, section) for section in category.sections),
            )
            for category in edition.contents
        ),
    )


def _page(site: Site, volume: Volume, path: str, lead: str) -> Page:
    edition = volume.edition
    head = meta(
        edition.imprint,
        path,
        (T.english_title, volume.label, edition.imprint.title),
        lead,
        "CollectionPage",
        edition.revised.isoformat() if edition.revised else "",
        lang="en",
    )
    crumbs = (
        (T.home, address.HOME),
        (volume.label, address.edition(edition.id)),
        (T.use_english, path),
    )
    return page(site, path, head, volume, crumbs=crumbs, same=_same)


def _same(other: Volume) -> str:
    return address.english(other.edition.id) if other.english else ""


def _section(path: str, edition: str, section: Section) -> EnglishSection:
    target = address.section(edition, section.stem)
    entries = (
        _title(path, f"{target}#{entry.id}", entry.title, entry.title_en)
        for entry in section.entries
        if entry.id != "lead"
    )
    title = _title(path, target, section.title, section.title_en)
    return EnglishSection(title, section.summary_en, tuple(entries))


def _title(path: str, target: str, chinese: str, english: str) -> Title:
    href = address.relative(path, target) if target else ""
    return Title(english or chinese, href, chinese, bool(english))
