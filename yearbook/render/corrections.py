"""校勘记: the corrections of a volume, the newest first, each with the way to where it was made."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.cite import cited
from yearbook.errata import Corrected
from yearbook.output import Output, digest
from yearbook.render import dates
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import book, meta
from yearbook.render.site import Site, Volume
from yearbook.render.views import Page, view


@view
class CorrectionView:
    """A correction: `words` are the readings with what each is called, in the order of saying."""

    id: str
    day: tuple[str, str]
    title: str
    href: str
    words: tuple[tuple[str, str], ...]
    reason: str


@view
class CorrectionsView:
    """The page of corrections of a volume."""

    page: Page
    volume: str
    title: str
    lead: str
    rows: tuple[CorrectionView, ...]


def outputs(site: Site) -> Iterator[Output]:
    for volume in site.volumes:
        if volume.corrections:
            made = corrections_view(site, volume)
            yield site.output(made.page.path, "corrections.html", made)


def corrections_view(site: Site, volume: Volume) -> CorrectionsView:
    """All that the page of corrections shows."""
    edition, path = volume.edition, address.corrections(volume.edition.id)
    said = T.corrections_lead.format(volume=volume.label, count=len(volume.corrections))
    head = meta(
        edition.imprint,
        path,
        (T.corrections, volume.label, edition.imprint.title),
        said,
        cited=cited.volume(edition),
        isPartOf=book(edition, volume.label, path),
    )
    cover = address.edition(edition.id)
    crumbs = ((T.home, address.HOME), (volume.label, cover), (T.corrections, path))
    return CorrectionsView(
        page(site, path, head, volume, crumbs=crumbs, same=_same),
        volume.label,
        T.corrections,
        said,
        tuple(_row(path, one) for one in newest(volume)),
    )


def _same(other: Volume) -> str:
    id_ = other.edition.id
    return address.corrections(id_) if other.corrections else address.edition(id_)


def newest(volume: Volume) -> list[Corrected]:
    """The corrections by their days, the newest first; those without a day last."""
    return sorted(volume.corrections, key=lambda one: one.day, reverse=True)


def _row(path: str, one: Corrected) -> CorrectionView:
    day = (dates.written(one.day), one.day) if one.day else (T.corrections_undated, "")
    title = one.title if one.anchor or not one.page.endswith("index.html") else T.corrections_cover
    href = address.relative(path, one.address)
    return CorrectionView(anchor(one), day, title, href, tuple(_words(one)), one.reason)


def anchor(one: Corrected) -> str:
    """The anchor of a correction on its page: the same as long as it says the same."""
    said = digest(one.address, one.day, one.printed, one.corrected, one.reason)
    return address.correction_id(said)


def _words(one: Corrected) -> Iterator[tuple[str, str]]:
    if one.printed and one.corrected:
        yield T.correction_printed, one.printed
        yield T.correction_now, one.corrected
    elif one.corrected:
        yield T.correction_added, one.corrected
    elif one.printed:
        yield T.correction_removed, one.printed
    else:
        yield T.correction_whole, ""
