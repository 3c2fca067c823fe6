"""What search suggests above its hits: the headings of the indexes, and the figures."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.figures import written
from yearbook.render.labels import T
from yearbook.render.site import Site
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
    """The headings in the order of the indexes, then the figures."""
    return (*_headings(site), *_figures(site))


def _headings(site: Site) -> Iterator[Term]:
    try:
        from yearbook import indexes
        found = indexes.terms(site)
    except (ImportError, AttributeError):
        return
    for one in found:
        yield Term(T.index_kinds[one.kind], one.text, one.others, (("", "", one.href),))


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
