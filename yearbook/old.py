"""Old addresses: what `aliases` keep, and what moves along with it.

An alias is written on what stands at the old address's new place, so that it always leads
somewhere. With an entry its figures and honours move, with a section all that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from yearbook import address
from yearbook.issues import Place
from yearbook.model import Edition, Figure, Section, Yearbook, records, sections
from yearbook.record import positional

LEAD = "lead"


@positional
class Old:
    """An old address, and where it leads: `path#anchor`, from the root of the site.

    `owner` is the edition that keeps it, `title` what stands there. `written` is the alias; what
    moved along has none, but the old address with which it moved.
    """

    path: str
    anchor: str
    target: str
    title: str
    owner: str
    at: Place
    written: str = ""
    along: str = ""

    @property
    def address(self) -> str:
        return f"{self.path}#{self.anchor}" if self.anchor else self.path


@positional
class Thing:
    """What has an address on a section's page; a section itself has no `anchor`.

    `owner` is the id of the entry or record that says it, for figures and honours.
    """

    anchor: str
    title: str
    at: Place
    aliases: tuple[str, ...]
    owner: str = ""


def things(section: Section) -> Iterator[Thing]:
    """The section and all that has an address on its page."""
    yield Thing("", section.title, section.at, section.aliases)
    for entry in section.entries:
        yield Thing(entry.id, entry.title, entry.at, entry.aliases)
    for one in (*records(section), *section.tables):
        yield Thing(one.id, called(one), one.at, one.aliases)
    for figure in section.figures:
        anchor = address.figure_id(figure.id)
        yield Thing(anchor, figure.label, figure.at, figure.aliases, _owner(figure))
    for honour in section.honours:
        anchor = address.honour_id(honour.id)
        yield Thing(anchor, honour.title, honour.at, honour.aliases, honour.entry)


def anchors(section: Section, id_: str) -> tuple[str, ...]:
    """The anchors of an entry or a record and of the figures and honours that it says."""
    figures = (one.id for one in section.figures if _owner(one) == id_)
    honours = (one.id for one in section.honours if one.entry == id_)
    return (id_, *map(address.figure_id, figures), *map(address.honour_id, honours))


def _owner(figure: Figure) -> str:
    """The table or the entry that says a figure."""
    return (figure.cell.table if figure.cell else "") or figure.entry


def called(one: object) -> str:
    """The name, title, caption or text of a record."""
    fields = ("name", "title", "caption", "text")
    return next(str(getattr(one, field)) for field in fields if hasattr(one, field))


def standing(edition: Edition) -> Iterator[str]:
    """The addresses that an edition has now: its pages of sections, and what stands on them."""
    for section in sections(edition):
        page = address.section(edition.id, section.stem)
        for thing in things(section):
            yield f"{page}#{thing.anchor}" if thing.anchor else page


ALIASES = attrgetter("aliases")


def _keeps(section: Section) -> bool:
    """Whether anything on a section's page has an alias."""
    row = chain(section.entries, section.figures, section.honours, section.tables, records(section))
    return bool(section.aliases) or any(map(ALIASES, row))


def written(edition: Edition) -> Iterator[Old]:
    """The aliases of an edition as they are written."""
    for section in filter(_keeps, sections(edition)):
        page = address.section(edition.id, section.stem)
        for thing in things(section):
            target = f"{page}#{thing.anchor}" if thing.anchor else page
            for alias in thing.aliases:
                path, anchor = placed(edition.id, alias)
                yield Old(path, anchor, target, thing.title, edition.id, thing.at, alias)


def placed(edition: str, alias: str) -> tuple[str, str]:
    """The path from the root and the anchor of an alias: `x.html#y`, `../2016/x.html`."""
    path, _, anchor = alias.partition("#")
    return (path[3:] if path.startswith("../") else f"{edition}/{path}"), anchor


def old(yearbook: Yearbook) -> tuple[Old, ...]:
    """Every old address of a yearbook once, those that moved along last."""
    made: dict[str, Old] = {}
    for edition in yearbook.editions:
        for one in written(edition):
            made.setdefault(one.address, one)
    if not made:
        return ()
    live = {one for edition in yearbook.editions for one in standing(edition)}
    for edition in yearbook.editions:
        for one in _along(edition):
            if one.address not in live:
                made.setdefault(one.address, one)
    return tuple(made.values())


def _along(edition: Edition) -> Iterator[Old]:
    """What moved along with what an alias names."""
    for section in sections(edition):
        page = address.section(edition.id, section.stem)
        row = tuple(things(section))
        for thing in row:
            for alias in thing.aliases:
                path, anchor = placed(edition.id, alias)
                along = f"{path}#{anchor}" if anchor else path
                for other, now in _with(thing, anchor, row):
                    target, title = f"{page}#{now}", other.title
                    yield Old(path, other.anchor, target, title, edition.id, other.at, along=along)


def _with(thing: Thing, anchor: str, row: tuple[Thing, ...]) -> Iterator[tuple[Thing, str]]:
    """What stood on the old page of a thing beside it, and its anchor now."""
    if not thing.anchor:
        yield from ((other, other.anchor) for other in row if other.anchor and not anchor)
        return
    yield from ((other, other.anchor) for other in row if other.owner == thing.anchor)
    if not anchor:  # the entry was a page of its own, on which it was the lead
        yield Thing(LEAD, thing.title, thing.at, ()), thing.anchor


def old_anchors(aliases: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The anchors of aliases that begin so, which a page of figures or honours had too."""
    anchors = (alias.partition("#")[2] for alias in aliases)
    return tuple(anchor for anchor in anchors if anchor.startswith(kind))
