"""What search suggests above its hits: the headings of the indexes, and the figures."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yearbook import address
from yearbook.figures import written
from yearbook.output import digest
from yearbook.render.labels import T
from yearbook.render.site import Site, Volume
from yearbook.render.views import view


@view
class Term:
    """A heading or a figure: its kind, its words and other words that lead to it.

    `places` are where it leads to: a label that tells them apart, what is said there (the amount
    of a figure) and the address.
    """

    kind: str
    text: str
    others: tuple[str, ...]
    places: tuple[tuple[str, str, str], ...]

    @property
    def body(self) -> str:
        """The words, besides its own, by which it is found."""
        return "\n".join((*self.others, *(said for _, said, _ in self.places if said)))


def terms(site: Site) -> tuple[Term, ...]:
    """The headings in the order of the indexes, those of the contents, then the figures.

    They are remembered until an index is another, or what is said besides words of prose.
    """
    from yearbook import indexes

    if not site.key:
        return tuple(_found(site))
    key = digest(site.key, indexes.keys(site))
    said = site.parts.get("terms", key, lambda: json.dumps([*map(_row, _found(site))]).encode())
    return tuple(
        Term(kind, text, tuple(others), tuple(tuple(one) for one in places))
        for kind, text, others, places in json.loads(said)
    )


def _row(one: Term) -> tuple[object, ...]:
    return one.kind, one.text, one.others, one.places


def _found(site: Site) -> Iterator[Term]:
    yield from _headings(site)
    yield from _contents(site)
    yield from _figures(site)


def _headings(site: Site) -> Iterator[Term]:
    from yearbook import indexes

    for one in indexes.terms(site):
        yield Term(T.index_kinds[one.kind], one.text, one.others, (("", "", one.href),))


def _contents(site: Site) -> Iterator[Term]:
    """Categories, groups and the sections that are no units themselves, in their newest volume."""
    newest: dict[str, str] = {}
    for volume in reversed(site.volumes):
        for title, href in _titles(volume):
            newest.setdefault(title, href)
    for title, href in newest.items():
        yield Term(T.contents, title, (), (("", "", href),))


def _titles(volume: Volume) -> Iterator[tuple[str, str]]:
    edition = volume.edition
    for category in edition.contents:
        if category.title:
            yield category.title, f"{address.edition(edition.id)}#{category.id}"
        for section in category.sections:
            page = address.section(edition.id, section.stem)
            if all(entry.id != "lead" for entry in section.entries):
                yield section.title, page
            for entry in section.entries:
                if entry.group:
                    yield entry.group, f"{page}#{entry.id}"


def _figures(site: Site) -> Iterator[Term]:
    """A figure of many volumes is one term, the newest first."""
    places: dict[str, list[tuple[str, str, str]]] = {}
    labels: dict[str, str] = {}
    for volume in reversed(site.volumes):
        for _, figure in volume.figures:
            href = f"{address.figures(volume.edition.id)}#{address.figure_id(figure.id)}"
            said = written(figure) if figure.value is not None else figure.written
            places.setdefault(figure.id, []).append((volume.label, said, href))
            labels.setdefault(figure.id, figure.label)
    for id_, label in labels.items():
        yield Term(T.figures, label, (), tuple(places[id_]))
