"""The about page: the editors' words, then what follows from the content."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.model import Entry, Imprint, Yearbook
from yearbook.output import Output
from yearbook.render import cite
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.site import Site
from yearbook.render.theme import Theme
from yearbook.render.views import Citation, Item, Page, Toc, view


@view
class Words:
    """A chapter of the editors' own words, as Markdown."""

    id: str
    title: str
    source: str


@view
class Term:
    """A term of the glossary with its gloss."""

    id: str
    name: str
    gloss: str


@view
class AboutView:
    """The about page."""

    page: Page
    title: str
    lead: str
    toc: tuple[Toc, ...]
    words: tuple[Words, ...]
    notes: tuple[tuple[str, str], ...]
    cite_text: str
    citations: tuple[tuple[str, str, Citation, tuple[Item, ...]], ...]
    terms: tuple[Term, ...]
    licence: str
    colophon: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]


def outputs(site: Site) -> Iterator[Output]:
    made = about_view(site)
    yield site.shown(address.ABOUT, "about.html", made, lambda: _show(site.theme, made))


def _show(theme: Theme, made: AboutView) -> dict[str, object]:
    from yearbook.render.present import words

    return {"shown": words(made.page.path, made.words, made.notes, made.gone)}


def about_view(site: Site) -> AboutView:
    """All that the about page shows."""
    yearbook = site.yearbook
    imprint = yearbook.imprint
    title = yearbook.about.title if yearbook.about and yearbook.about.title else T.about_title
    chapters = tuple(_words(yearbook, title))
    terms = tuple(_terms(yearbook))
    lead = T.join.join(parts(site)) + "。"
    head = meta(imprint, address.ABOUT, (title, imprint.title), lead, "AboutPage")
    crumbs = ((T.home, address.HOME), (title, address.ABOUT))
    notes = yearbook.about.notes if yearbook.about else ()
    return AboutView(
        page(site, address.ABOUT, head, crumbs=crumbs),
        title,
        lead,
        tuple(_toc(chapters, bool(site.volumes), bool(terms), bool(imprint.licence))),
        chapters,
        tuple((note.id, note.source) for note in notes),
        _cite_text(site),
        tuple(_citations(site)),
        terms,
        imprint.licence,
        tuple(_colophon(site, imprint)),
        yearbook.gone,
    )


def parts(site: Site) -> tuple[str, ...]:
    """What the about page holds, in its order."""
    yearbook = site.yearbook
    held = {
        "words": yearbook.about,
        "terms": tuple(_terms(yearbook)),
        "cited": site.volumes,
        "licence": yearbook.imprint.licence,
        "colophon": True,
    }
    return tuple(word for key, word in T.about_parts.items() if held[key])


def _toc(chapters: tuple[Words, ...], cited: bool, terms: bool, licence: bool) -> Iterator[Toc]:
    for chapter in chapters:
        if chapter.id != "lead":
            yield Toc(chapter.title, f"#{chapter.id}")
    for here, title, anchor in (
        (terms, T.glossary, "glossary_"),
        (cited, T.how_to_cite, "cite_"),
        (licence, T.licence, "licence_"),
        (True, T.keys, "keys_"),
        (True, T.colophon, "colophon_"),
    ):
        if here:
            yield Toc(title, f"#{anchor}")


def _words(yearbook: Yearbook, title: str) -> Iterator[Words]:
    entries: tuple[Entry, ...] = yearbook.about.entries if yearbook.about else ()
    for entry in entries:
        yield Words(entry.id, entry.title if entry.id != "lead" else title, entry.source)


def _cite_text(site: Site) -> str:
    """How citations are made; the standard of each volume where they differ."""
    known = {one.label: T.standards[one.edition.imprint.citation] for one in site.volumes}
    same = set(known.values()) or {T.standards[site.yearbook.imprint.citation]}
    each = (T.standard_of.format(volume=one, standard=known[one]) for one in reversed(known))
    said = T.how_to_cite_text.format(standard=same.pop() if len(same) == 1 else T.comma.join(each))
    online = any(one.edition.imprint.base_url for one in site.volumes)
    return said + T.how_to_cite_day if online else said


def _citations(site: Site) -> Iterator[tuple[str, str, Citation, tuple[Item, ...]]]:
    for volume in reversed(site.volumes):
        edition = volume.edition
        label = T.cite_volume.format(volume=volume.label)
        files = cite.files(edition, address.ABOUT)
        yield f"c_{edition.id}", label, cite.edition(edition), files


def _terms(yearbook: Yearbook) -> Iterator[Term]:
    for name in yearbook.names:
        if name.kind == "term" and name.gloss:
            yield Term(f"t_{name.id}", name.name, name.gloss)


def _colophon(site: Site, imprint: Imprint) -> Iterator[tuple[str, str]]:
    said = {
        "title": imprint.title,
        "title_en": imprint.title_en,
        "institution": imprint.institution,
        "editor": imprint.editor,
        "publisher": imprint.publisher,
        "place": imprint.place,
        "isbn": imprint.isbn,
        "volumes": T.join.join(volume.label for volume in site.volumes),
        "format": T.format,
    }
    for key, label in T.colophon_rows.items():
        if said[key]:
            yield label, said[key]
