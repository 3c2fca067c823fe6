"""The page of a section: what it shows, gathered without parsing any prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeVar

from yearbook import address, model
from yearbook.cite import cited
from yearbook.cite.cited import Cited
from yearbook.markup.hypertext import han
from yearbook.model import Category, Figure, Honour, Imprint, Section
from yearbook.old import anchors
from yearbook.output import Output
from yearbook.render import cite, dates, draft, records
from yearbook.render.corrected import corrected
from yearbook.render.draft import Stage
from yearbook.render.figure import FigureView, said_here
from yearbook.render.frame import Frame
from yearbook.render.labels import T
from yearbook.render.meta import book, meta, place
from yearbook.render.others import Around, Years, standing
from yearbook.render.records import RecordsView, TableView
from yearbook.render.site import Site, Volume
from yearbook.render.theme import Theme
from yearbook.render.views import Citation, Others, Page, Toc, view

WHOLE_CONTENTS = 30
Said = TypeVar("Said", Figure, Honour)


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


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    sections = Sections(site, volume)
    for category in volume.edition.contents:
        for section in category.sections:
            yield sections.output(category, section)


class Sections:
    """The pages of a volume's sections: what they have in common is made once."""

    def __init__(self, site: Site, volume: Volume) -> None:
        edition = volume.edition
        cover = address.edition(edition.id)
        self.site, self.volume, self.edition = site, volume, edition
        self.n = site.threads.at[edition.id]
        self.frame, self.around = Frame(site, volume), Around(site, volume)
        self.citation = cite.Citations()
        self.crumbs = ((T.home, address.HOME), (volume.label, cover))
        self.book = book(edition, volume.label, cover)
        self.revised = edition.revised.isoformat() if edition.revised else ""
        self.toc_title = T.in_page.format(volume=volume.label)
        self.rows = {one.stem: _toc_row(cover, edition.id, one) for one in volume.sections}
        links = [(one.title, address.section(edition.id, one.stem)) for one in volume.sections]
        beside = zip([None, *links], [*links[1:], None], strict=False)
        self.beside = {one.stem: two for one, two in zip(volume.sections, beside, strict=True)}

    def output(self, category: Category, section: Section) -> Output:
        """The page of one section."""
        path = address.section(self.edition.id, section.stem)
        key = self.site.keyed(self.site.words_of(self.n, section.stem))
        return Output(path, key, partial(self._made, category, section))

    def _made(self, category: Category, section: Section) -> bytes:
        made, theme = self.view(category, section), self.site.theme
        return theme.render("section.html", view=made, **_show(theme, made))

    def view(self, category: Category, section: Section) -> SectionView:
        """All that the page of a section shows."""
        path = address.section(self.edition.id, section.stem)
        years = self.around.years(section.stem)
        known = cited.section(self.edition, section)
        return SectionView(
            self._page(section, path, years, known),
            category.title or self.volume.label,
            section.title,
            self.around.section(path, section, years),
            tuple(self._toc(category, section)),
            self.toc_title,
            tuple(self._entries(path, section)),
            records.records_view(path, self.volume, section),
            tuple([(note.id, note.source) for note in section.notes]),
            tuple(_images(self.edition, section)),
            signature(section.contributors) if not _signed(section) else "",
            self.citation(known),
            cite.records(self.edition, section),
            tuple(_moved(path, self.volume)),
            draft.head(self.edition, section),
            corrected(section, ("",)),
            self.site.yearbook.gone,
        )

    def _page(self, section: Section, path: str, years: Years, known: Cited) -> Page:
        volume, imprint = self.volume, self.edition.imprint
        before, after = self.beside[section.stem]
        head = meta(
            imprint,
            path,
            (section.title, volume.label, imprint.title),
            description(volume, section),
            "Chapter",
            self.revised,
            cited=known,
            signed=section.contributors,
            isPartOf=self.book,
            hasPart=[
                _part(imprint, f"{path}#{entry.id}", "Article", entry.title)
                for entry in section.entries
                if entry.id != "lead"
            ],
            mainEntity=_listed(imprint, path, section),
        )
        return self.frame.page(
            path,
            head,
            crumbs=(*self.crumbs, (section.title, path)),
            same=standing(self.site, years),
            before=before,
            after=after,
        )

    def _toc(self, here: Category, section: Section) -> Iterator[Toc]:
        """The sections of the volume under their categories, this one opened to its entries."""
        whole = len(self.volume.sections) <= WHOLE_CONTENTS
        for category in self.edition.contents if whole else (here,):
            rows = [
                self._opened(one) if one is section else self.rows[one.stem]
                for one in category.sections
            ]
            if category.title:
                yield Toc(category.title, children=tuple(rows))
            else:
                yield from rows

    def _opened(self, section: Section) -> Toc:
        rows = [Toc(one.title, f"#{one.id}") for one in section.entries if one.id != "lead"]
        href = self.rows[section.stem].href
        return Toc(section.title, href, "page", (*rows, *records.toc(section)))

    def _entries(self, path: str, section: Section) -> Iterator[EntryView]:
        headed = sum(entry.id != "lead" for entry in section.entries)
        figures, honours = _by_entry(section.figures), _by_entry(section.honours)
        traced = bool(self.volume.moved or section.corrections)
        group, nth = "", 0
        for entry in section.entries:
            nth += entry.id != "lead"
            own = anchors(section, entry.id) if traced else ()
            said = figures.get(entry.id, ())
            yield EntryView(
                entry.id,
                entry.title,
                T.nth.format(number=han(nth)) if headed > 1 and entry.id != "lead" else "",
                entry.group if entry.group != group else "",
                (dates.written(entry.date), entry.date) if entry.date else ("", ""),
                entry.source,
                signature(entry.contributors),
                records.kept(path, self.volume, own),
                corrected(section, own),
                tuple(said),
                tuple([said_here(figure) for figure in said if not figure.cell]),
                tuple(honours.get(entry.id, ())),
                tuple(records.tables_of(path, self.volume, section, entry.id)),
                self.citation(cited.entry(self.edition, section, entry)),
                self.around.entry(section.stem, entry),
                draft.stage(self.edition, section, entry),
            )
            group = entry.group


def _by_entry(rows: Iterable[Said]) -> dict[str, list[Said]]:
    """Figures or honours by the entry that says them."""
    found: dict[str, list[Said]] = {}
    for one in rows:
        found.setdefault(one.entry, []).append(one)
    return found


def _toc_row(path: str, edition: str, one: Section) -> Toc:
    return Toc(one.title, address.relative(path, address.section(edition, one.stem)))


def _show(theme: Theme, made: SectionView) -> dict[str, object]:
    from yearbook.render.present import present

    return present(made, theme.macro("macros.html", "table"))


def _part(imprint: Imprint, target: str, kind: str, name: str, **more: str) -> dict[str, str]:
    """A part of the page for machines: what stands at the anchor of the page."""
    page = target.partition("#")[0]
    return {"@type": kind, "@id": place(imprint, page, target), "name": name, **more}


def _listed(imprint: Imprint, path: str, section: Section) -> dict[str, object]:
    """The people and bodies of a section for machines."""
    if not section.people and not section.bodies:
        return {}
    rows = [
        *(
            _part(imprint, f"{path}#{one.id}", "Person", one.name, jobTitle=one.office)
            for one in section.people
        ),
        *(_part(imprint, f"{path}#{one.id}", "Organization", one.name) for one in section.bodies),
    ]
    return {"@type": "ItemList", "itemListElement": rows}


def description(volume: Volume, section: Section) -> str:
    """The section in a sentence: its volume and the titles of its entries, or what it lists."""
    entries = [entry.title for entry in section.entries if entry.id != "lead"]
    named = [*(one.name for one in section.people), *(one.name for one in section.bodies)]
    titles = T.join.join(entries or named)
    said = f"{volume.edition.imprint.title}{volume.label}“{section.title}”"
    return f"{said}：{titles}。" if titles else f"{said}。"


def _moved(path: str, volume: Volume) -> Iterator[MovedView]:
    """What stood on this page and stands on another now."""
    if not volume.moved:
        return
    here = [one for one in volume.moved if one.path == path and one.anchor]
    for one in here:
        if one.written and one.target.partition("#")[0] != path:
            along = tuple(other.anchor for other in here if other.along == one.address)
            said, href = T.moved.format(title=one.title), address.relative(path, one.target)
            yield MovedView(one.anchor, said, href, one.title, along)


def _images(edition: model.Edition, section: Section) -> Iterator[tuple[str, int, int]]:
    """The images that the prose of the section names, with their sizes."""
    if not edition.media:
        return
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
