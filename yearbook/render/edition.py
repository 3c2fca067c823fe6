"""The page of a volume: cover, the year in figures, contents, honours, what can be taken away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yearbook import address
from yearbook.cite import cited
from yearbook.model import LEVELS, Edition, Section
from yearbook.output import Output
from yearbook.render import cite, dates, draft, extras
from yearbook.render.corrected import of_cover
from yearbook.render.draft import Board
from yearbook.render.figure import FigureView
from yearbook.render.frame import page
from yearbook.render.highlights import highlights
from yearbook.render.labels import T
from yearbook.render.meta import meta, place
from yearbook.render.site import Site, Volume, entry_count
from yearbook.render.views import Citation, Item, Page, view

EDITION_DATA = "edition.json"


@view
class Row:
    """A line of the contents with its counts."""

    text: str
    href: str
    counts: str


@view
class Part:
    """A category of the contents; without a title its sections stand alone."""

    id: str
    title: str
    rows: tuple[Row, ...]


@view
class HonourRow:
    """An honour in short."""

    level: str
    title: str
    href: str


@view
class EditionView:
    """A volume's page; `uses` are the pages and files that exist beside it."""

    page: Page
    title: str
    cover_label: str
    kicker: str
    spine: str
    lead: str
    figures_title: str
    highlights: tuple[FigureView, ...]
    figures: str
    parts: tuple[Part, ...]
    honours: tuple[HonourRow, ...]
    honours_page: str
    all_honours: str
    downloads: tuple[Item, ...]
    offline: Item | None
    english: str
    citation: Citation
    citations: tuple[Item, ...]
    was: tuple[str, ...]
    board: Board | None


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    path = address.edition(volume.edition.id)
    yield site.page(path, "edition.html", partial(edition_view, site, volume))


def edition_view(site: Site, volume: Volume) -> EditionView:
    """All that the page of a volume shows."""
    edition = volume.edition
    path, title = address.edition(edition.id), edition.imprint.title
    return EditionView(
        _page(site, volume, path),
        title,
        T.cover.format(title=title, volume=volume.label),
        _kicker(volume),
        dates.han_digits(edition.volume),
        lead(volume),
        T.year_in_figures.format(volume=edition.volume),
        highlights(path, volume),
        address.relative(path, address.figures(edition.id)) if volume.figures else "",
        (*_parts(volume, path), *_appended(volume, path)),
        tuple(_honours(volume, path)),
        address.relative(path, address.honours(edition.id)) if volume.honours else "",
        T.all_honours.format(count=len(volume.honours)),
        _downloads(volume, path),
        extras.offered(site, edition.id, path),
        address.relative(path, address.english(edition.id)) if volume.english else "",
        cite.edition(edition),
        cite.files(edition, path),
        of_cover(edition),
        draft.of(edition),
    )


def _kicker(volume: Volume) -> str:
    """二〇一七年卷; the label of a volume that is not called by a year."""
    named = volume.edition.volume
    said = T.year_volume.format(volume=named) if named[-1:].isdecimal() else volume.label
    return dates.han_digits(said)


def _page(site: Site, volume: Volume, path: str) -> Page:
    edition = volume.edition
    head = meta(
        edition.imprint,
        path,
        (volume.label, edition.imprint.title),
        lead(volume),
        "Book",
        edition.revised.isoformat() if edition.revised else "",
        cited=cited.volume(edition),
        name=f"{edition.imprint.title}{volume.label}",
        isbn=edition.imprint.isbn,
        temporalCoverage=period(edition),
        encoding={
            "@type": "MediaObject",
            "encodingFormat": "application/json",
            "contentUrl": place(edition.imprint, path, address.data(edition.id, EDITION_DATA)),
        },
    )
    return page(site, path, head, volume, crumbs=((T.home, address.HOME), (volume.label, path)))


def period(edition: Edition) -> str:
    """What a volume covers, as machines read it."""
    return f"{edition.covers.start.isoformat()}/{edition.covers.end.isoformat()}"


def lead(volume: Volume) -> str:
    """What the volume records, and how much of it."""
    edition = volume.edition
    counts = {
        "sections": len(volume.sections),
        "entries": volume.entries,
        "figures": len(volume.figures),
        "honours": len(volume.honours),
    }
    whole = volume.figures and volume.honours
    return _period(edition) + (T.extent if whole else T.extent_plain).format(**counts)


def _period(edition: Edition) -> str:
    year = dates.whole_year(edition.covers)
    if year:
        return T.covers_year.format(year=year)
    start, end = dates.day(edition.covers.start), dates.day(edition.covers.end)
    return T.covers_days.format(start=start, end=end)


def _parts(volume: Volume, path: str) -> Iterator[Part]:
    for category in volume.edition.contents:
        rows = tuple(_row(volume, path, section) for section in category.sections)
        yield Part(f"{category.id}_" if category.id else "", category.title, rows)


def _row(volume: Volume, path: str, section: Section) -> Row:
    href = address.relative(path, address.section(volume.edition.id, section.stem))
    entries = T.entries_count.format(entries=entry_count(section))
    figures = T.figures_count.format(figures=len(section.figures)) if section.figures else ""
    return Row(section.title, href, "·".join(part for part in (entries, figures) if part))


def _appended(volume: Volume, path: str) -> Iterator[Part]:
    """The pages that are made from the sections."""
    id_, rows = volume.edition.id, []
    if volume.figures:
        count = T.figures_count.format(figures=len(volume.figures))
        rows.append(Row(T.figures, address.relative(path, address.figures(id_)), count))
    if volume.honours:
        count = T.honours_count.format(honours=len(volume.honours))
        rows.append(Row(T.honours, address.relative(path, address.honours(id_)), count))
    if volume.sections:
        rows.append(Row(T.index, address.relative(path, address.index("subjects", id_)), ""))
    if volume.corrections:
        count = T.corrections_count.format(count=len(volume.corrections))
        rows.append(Row(T.corrections, address.relative(path, address.corrections(id_)), count))
    if rows:
        yield Part("", T.appended, tuple(rows))


def _honours(volume: Volume, path: str) -> Iterator[HonourRow]:
    """The institution's own honours by level; all there are when it has none of its own."""
    own = [row for row in volume.honours if row[1].recipient.self_]
    for section, honour in sorted(
        own or volume.honours, key=lambda row: LEVELS.index(row[1].level)
    ):
        target = address.section(volume.edition.id, section.stem)
        anchor = address.honour_id(honour.id)
        yield HonourRow(
            T.levels[honour.level], honour.title, address.relative(path, f"{target}#{anchor}")
        )


def _downloads(volume: Volume, path: str) -> tuple[Item, ...]:
    """The data files of a volume: its figures, and all of it."""
    whole = address.relative(path, address.data(volume.edition.id, EDITION_DATA))
    return (*downloads(volume, path), Item(T.use_volume, whole))


def downloads(volume: Volume, path: str) -> tuple[Item, ...]:
    """The files of figures of a volume, when it has any."""
    if not volume.figures:
        return ()
    files = ((T.csv, address.figures_csv), (T.json, address.figures_json))
    return tuple(
        Item(text, address.relative(path, where(volume.edition.id))) for text, where in files
    )
