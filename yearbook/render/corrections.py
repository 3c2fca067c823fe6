"""校勘记: the corrections of a volume, the newest first, each with the way to where it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

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

SHORT = 6  # characters


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


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    if volume.corrections:
        path = address.corrections(volume.edition.id)
        yield site.page(path, "corrections.html", partial(corrections_view, site, volume))


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
    newest = sorted(named(volume), key=lambda row: row[0].day, reverse=True)
    crumbs = ((T.home, address.HOME), (volume.label, cover), (T.corrections, path))
    return CorrectionsView(
        page(site, path, head, volume, crumbs=crumbs, same=_same),
        volume.label,
        T.corrections,
        said,
        tuple(_row(path, *one) for one in newest),
    )


def _same(other: Volume) -> str:
    id_ = other.edition.id
    return address.corrections(id_) if other.corrections else address.edition(id_)


def named(volume: Volume) -> list[tuple[Corrected, str]]:
    """The corrections of a volume with their anchors, which last as long as they say the same."""
    made, seen = [], Counter[str]()
    for one in volume.corrections:
        said = digest(one.address, one.day, one.printed, one.corrected, one.reason)
        seen[said] += 1
        made.append((one, address.correction_id(said, seen[said])))
    return made


def _row(path: str, one: Corrected, anchor: str) -> CorrectionView:
    day = (dates.written(one.day), one.day) if one.day else (T.corrections_undated, "")
    title = one.title if one.anchor or not one.page.endswith("index.html") else T.corrections_cover
    href = address.relative(path, one.address)
    return CorrectionView(anchor, day, title, href, tuple(_words(one)), one.reason)


def _words(one: Corrected) -> Iterator[tuple[str, str]]:
    """The readings; what is short with the words around it."""
    spot = T.correction_after.format(words=one.before) if one.before else ""
    if one.printed and one.corrected:
        short = max(len(one.printed), len(one.corrected)) <= SHORT
        before, after = (one.before, one.after) if short else ("", "")
        yield T.correction_printed, f"{before}{dates.plain(one.printed)}{after}"
        yield T.correction_now, f"{before}{dates.plain(one.corrected)}{after}"
    elif one.corrected:
        yield spot + T.correction_added, dates.plain(one.corrected)
    elif one.printed:
        yield spot + T.correction_removed, dates.plain(one.printed)
    else:
        yield T.correction_whole, ""
