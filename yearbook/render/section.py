"""The page of a section: what it shows, gathered without parsing any prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yearbook import address, model
from yearbook.cite import cited
from yearbook.markup.hypertext import han
from yearbook.model import Category, Figure, Honour, Imprint, Section
from yearbook.old import anchors
from yearbook.output import Output
from yearbook.render import cite, dates, draft, others, records
from yearbook.render.corrected import corrected
from yearbook.render.draft import Stage
from yearbook.render.figure import FigureView, figure_view
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import book, meta, place
from yearbook.render.records import RecordsView, TableView
from yearbook.render.site import Site, Volume
from yearbook.render.theme import Theme
from yearbook.render.views import Citation, Others, Page, Toc, bare, view

WHOLE_CONTENTS = 30


@view
class EntryView:
    """An entry of prose. `number` is 其一 and so on; `figures` still have to be found in it."""

    id: str
    title: str
    number: str
    group: str
    date: tuple[str, str]
    source: str
    signed: str
    aliases: tuple[str, ...]
    was: tuple[str, ...]
    figures: tuple[Figure, ...]
    ledger: tuple[FigureView, ...]
    honours: tuple[Honour, ...]
    tables: tuple[TableView, ...]
    citation: Citation
    others: Others | None
    stage: Stage | None


@view
class MovedView:
    """An anchor of the page whose entry stands elsewhere now; `along` are those of its figures."""

    id: str
    said: str
    href: str
    title: str
    along: tuple[str, ...]


@view
class SectionView:
    """A section's page."""

    page: Page
    kicker: str
    title: str
    others: Others | None
    toc: tuple[Toc, ...]
    toc_title: str
    entries: tuple[EntryView, ...]
    records: RecordsView
    notes: tuple[tuple[str, str], ...]
    images: tuple[tuple[str, int, int], ...]
    signed: str
    citation: Citation
    cite_record: str
    moved: tuple[MovedView, ...]
    stage: Stage | None
    was: tuple[str, ...]
    gone: tuple[str, ...]


def outputs(site: Site) -> Iterator[Output]:
    for volume in site.volumes:
        for category in volume.edition.contents:
            for section in category.sections:
                yield section_output(site, volume, category, section)


def section_output(site: Site, volume: Volume, category: Category, section: Section) -> Output:
    """The page of one section."""
    made = section_view(site, volume, category, section)
    return site.shown(made.page.path, "section.html", made, lambda: _show(site.theme, made))


def _show(theme: Theme, made: SectionView) -> dict[str, object]:
    from yearbook.render.present import present

    return present(made, theme.macro("macros.html", "table"))


def section_view(site: Site, volume: Volume, category: Category, section: Section) -> SectionView:
    """All that the page of a section shows."""
    edition = volume.edition
    path = address.section(edition.id, section.stem)
    return SectionView(
        _page(site, volume, section, path),
        category.title or volume.label,
        section.title,
        others.section(site, volume, path, section),
        tuple(_toc(path, volume, category, section)),
        T.in_page.format(volume=volume.label),
        tuple(_entries(site, path, volume, section)),
        records.records_view(path, volume, section),
        tuple((note.id, note.source) for note in section.notes),
        tuple(_images(edition, section)),
        signature(section.contributors) if not _signed(section) else "",
        cite.section(edition, section),
        cite.records(edition, section),
        tuple(_moved(path, volume)),
        draft.head(edition, section),
        corrected(section, ("",)),
        site.yearbook.gone,
    )


def _page(site: Site, volume: Volume, section: Section, path: str) -> Page:
    edition = volume.edition
    before, after = model.neighbours(edition, section.stem)
    cover = address.edition(edition.id)
    head = meta(
        edition.imprint,
        path,
        (section.title, volume.label, edition.imprint.title),
        description(volume, section),
        "Chapter",
        edition.revised.isoformat() if edition.revised else "",
        cited=cited.section(edition, section),
        signed=section.contributors,
        isPartOf=book(edition, volume.label, path),
        hasPart=[
            _part(edition.imprint, f"{path}#{entry.id}", "Article", entry.title)
            for entry in section.entries
            if entry.id != "lead"
        ],
        mainEntity=_listed(edition.imprint, path, section),
    )
    return page(
        site,
        path,
        head,
        volume,
        crumbs=((T.home, address.HOME), (volume.label, cover), (section.title, path)),
        same=others.section_in(site, volume, section),
        before=_turn(edition.id, before),
        after=_turn(edition.id, after),
    )


def _part(imprint: Imprint, target: str, kind: str, name: str, **more: str) -> dict[str, str]:
    """A part of the page for machines: what stands at the anchor of the page."""
    page = target.partition("#")[0]
    return {"@type": kind, "@id": place(imprint, page, target), "name": name, **more}


def _listed(imprint: Imprint, path: str, section: Section) -> dict[str, object]:
    """The people and bodies of a section for machines."""
    rows = [
        *(
            _part(imprint, f"{path}#{one.id}", "Person", one.name, jobTitle=one.office)
            for one in section.people
        ),
        *(_part(imprint, f"{path}#{one.id}", "Organization", one.name) for one in section.bodies),
    ]
    return {"@type": "ItemList", "itemListElement": rows} if rows else {}


def _turn(edition: str, section: Section | None) -> tuple[str, str] | None:
    return (section.title, address.section(edition, section.stem)) if section else None


def description(volume: Volume, section: Section) -> str:
    """The section in a sentence: its volume and the titles of its entries, or what it lists."""
    entries = [entry.title for entry in section.entries if entry.id != "lead"]
    named = [*(one.name for one in section.people), *(one.name for one in section.bodies)]
    titles = T.join.join(entries or named)
    said = f"{volume.edition.imprint.title}{volume.label}“{section.title}”"
    return f"{said}：{titles}。" if titles else f"{said}。"


def _toc(path: str, volume: Volume, here: Category, section: Section) -> Iterator[Toc]:
    """The sections of the volume under their categories, this one opened to its entries."""
    whole = len(volume.sections) <= WHOLE_CONTENTS
    for category in volume.edition.contents if whole else (here,):
        rows = tuple(_toc_section(path, volume, one, section) for one in category.sections)
        if category.title:
            yield Toc(category.title, children=rows)
        else:
            yield from rows


def _toc_section(path: str, volume: Volume, one: Section, here: Section) -> Toc:
    target = address.relative(path, address.section(volume.edition.id, one.stem))
    if one is not here:
        return Toc(one.title, target)
    rows = [Toc(entry.title, f"#{entry.id}") for entry in one.entries if entry.id != "lead"]
    return Toc(one.title, target, "page", (*rows, *records.toc(one)))


def _entries(site: Site, path: str, volume: Volume, section: Section) -> Iterator[EntryView]:
    headed = [entry for entry in section.entries if entry.id != "lead"]
    group = ""
    for entry in section.entries:
        own = anchors(section, entry.id)
        nth = headed.index(entry) + 1 if entry in headed and len(headed) > 1 else 0
        yield EntryView(
            entry.id,
            entry.title,
            T.nth.format(number=han(nth)) if nth else "",
            entry.group if entry.group != group else "",
            (dates.written(entry.date), entry.date),
            entry.source,
            signature(entry.contributors),
            records.kept(path, volume, own),
            corrected(section, own),
            tuple(bare(figure) for figure in section.figures if figure.entry == entry.id),
            _ledger(path, volume, section, entry.id),
            tuple(bare(honour) for honour in section.honours if honour.entry == entry.id),
            tuple(records.tables_of(path, volume, section, entry.id)),
            cite.entry(volume.edition, section, entry),
            others.entry(site, volume, path, section.stem, entry),
            draft.stage(volume.edition, section, entry),
        )
        group = entry.group


def _ledger(path: str, volume: Volume, section: Section, entry: str) -> tuple[FigureView, ...]:
    edition = volume.edition.id
    own = (figure for figure in section.figures if figure.entry == entry and not figure.cell)
    return tuple(figure_view(path, edition, section, figure) for figure in own)


def _moved(path: str, volume: Volume) -> Iterator[MovedView]:
    """What stood on this page and stands on another now."""
    here = [one for one in volume.moved if one.path == path and one.anchor]
    for one in here:
        if one.written and one.target.partition("#")[0] != path:
            along = tuple(other.anchor for other in here if other.along == one.address)
            said, href = T.moved.format(title=one.title), address.relative(path, one.target)
            yield MovedView(one.anchor, said, href, one.title, along)


def _images(edition: model.Edition, section: Section) -> Iterator[tuple[str, int, int]]:
    """The images that the prose of the section names, with their sizes."""
    sources = [entry.source for entry in section.entries]
    sources += [note.source for note in section.notes]
    for media in edition.media:
        if any(media.path in source for source in sources):
            yield media.path, media.width, media.height


def signature(contributors: Iterable[model.Contributor]) -> str:
    """（张三、李四）: the contributors as they sign an entry."""
    return T.join.join(one.name for one in contributors)


def _signed(section: Section) -> bool:
    """Whether each of its entries is signed, so that the section need not be."""
    return bool(section.entries) and all(entry.contributors for entry in section.entries)
