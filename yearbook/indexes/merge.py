"""From the headings of editions to the pages of an index: joined, sorted, with see and see also."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from yearbook import address
from yearbook.indexes import reading
from yearbook.indexes.book import Book, forms
from yearbook.indexes.headings import PAGE_OF, PAGES, EditionIndex, Heading, Unit, bare
from yearbook.model import Name

Place = tuple[int, Unit]  # the edition's place in the list given, and a unit of it


class Ref(NamedTuple):
    """A reference to a heading of a page."""

    page: str
    anchor: str
    text: str


class Line(NamedTuple):
    """A line of an index: a heading with its places, or, without places, what to `see` instead.

    `others` are its short forms and variants, `also` the headings to see besides.
    """

    anchor: str
    text: str
    key: str
    kinds: tuple[str, ...]
    gloss: str = ""
    places: tuple[Place, ...] = ()
    others: tuple[str, ...] = ()
    see: tuple[Ref, ...] = ()
    also: tuple[Ref, ...] = ()
    id: str = ""


def pages(indexes: Iterable[EditionIndex], book: Book) -> dict[str, tuple[Line, ...]]:
    """The lines of each page that has any, in the order of their keys."""
    joined = Joined(indexes)
    return {page: joined.lines(page, book) for page, rows in joined.rows.items() if rows}


def named(indexes: Iterable[EditionIndex], book: Book) -> dict[str, list[Line]]:
    """The headings of each page, but for those that are titles of entries alone; they are told of
    without places and what to see besides."""
    found = Joined(indexes, located=False).rows.items()
    rows = {page: [row for row in there if [*row.kinds] != ["title"]] for page, there in found}
    return {page: sorted((_main(row, {}, book) for row in rows[page]), key=_order) for page in rows}


def count(index: EditionIndex) -> int:
    """How many headings an edition has on all its pages; forms to see elsewhere do not count."""
    return len({(PAGE_OF[one.kind], _same(one)) for one in index.headings})


class _Row:
    """The headings of all editions and kinds that are one line, with their places."""

    __slots__ = ("anchor", "best", "id", "kinds", "page", "places")

    def __init__(self, page: str, first: Heading, same: tuple[str, str]) -> None:
        self.page, self.id, self.best = page, first.id, first
        self.anchor = address.name_id(first.id) if first.id else address.heading_id(*same)
        self.kinds: dict[str, None] = {}
        self.places: dict[Place, None] = {}

    def join(self, one: Heading, nth: int, units: Sequence[Unit]) -> None:
        """Take in a heading of the `nth` edition, with its places if there are units; the first
        kind and the newest edition give the line its words."""
        if _rank(one.kind) <= _rank(self.best.kind):
            self.best = one
        self.kinds[one.kind] = None
        for at in one.units if units else ():
            self.places[nth, units[at]] = None

    def located(self) -> tuple[Place, ...]:
        """The places; notes to a unit only where the unit itself does not say the heading."""
        return tuple(
            (nth, unit)
            for nth, unit in self.places
            if not unit.note or (nth, unit._replace(note=False)) not in self.places
        )

    @property
    def ref(self) -> Ref:
        return Ref(self.page, self.anchor, self.best.text)


@lru_cache
def _rank(kind: str) -> int:
    return PAGES[PAGE_OF[kind]].index(kind)


def _same(one: Heading) -> tuple[str, str]:
    """What makes headings of a page one: the id, else the words; people and bodies never are."""
    page = PAGE_OF[one.kind]
    return ("", one.id) if one.id else (one.kind if page == "names" else page, bare(one.text))


class Joined:
    """The indexes of editions in one, taken in one after another so that none need be kept.

    `editions` are without units and headings, `shared` the titles that stand in more than one
    section. Places are left out unless they are to be `located`.
    """

    def __init__(self, indexes: Iterable[EditionIndex], *, located: bool = True) -> None:
        self.editions: list[EditionIndex] = []
        self.shared: set[str] = set()
        self._stems: dict[str, str] = {}
        self._rows: dict[str, dict[tuple[str, str], _Row]] = {page: {} for page in PAGES}
        for index in indexes:
            self._join(index, index.units if located else ())
            self.editions.append(index._replace(units=(), headings=()))

    def _join(self, index: EditionIndex, units: Sequence[Unit]) -> None:
        nth = len(self.editions)
        for unit in units:
            if self._stems.setdefault(unit.title, unit.stem) != unit.stem:
                self.shared.add(unit.title)
        for one in index.headings:
            page, same = PAGE_OF[one.kind], _same(one)
            row = self._rows[page].get(same)
            if row is None:
                row = self._rows[page][same] = _Row(page, one, same)
            row.join(one, nth, units)

    @cached_property
    def rows(self) -> dict[str, list[_Row]]:
        """The lines of each page in the order of their first headings."""
        return {page: list(rows.values()) for page, rows in self._rows.items()}

    @cached_property
    def refs(self) -> dict[str, Ref]:
        """The headings of names.yaml by id."""
        return {row.id: row.ref for rows in self.rows.values() for row in rows if row.id}

    def lines(self, page: str, book: Book) -> tuple[Line, ...]:
        """The headings of a page, and between them the forms that lead to them or to headings of
        other pages."""
        main = [_main(row, self.refs, book) for row in self.rows[page]]
        there = {bare(line.text) for line in main}
        forms_ = _forms([line for line in main if line.id], book)
        see = [_see(form, lines, book) for form, lines in forms_.items() if bare(form) not in there]
        there.update(bare(line.text) for line in see)
        see += [line for line in _away(page, self.rows, book) if bare(line.text) not in there]
        return tuple(sorted((*main, *see), key=_order))


def _order(line: Line) -> tuple[tuple[bool, str], str]:
    return reading.order(line.key), line.text


def _away(page: str, joined: dict[str, list[_Row]], book: Book) -> Iterator[Line]:
    """The names of this page's kinds that `see` a heading of another page."""
    told: set[str] = set()
    for row in (row for rows in joined.values() for row in rows if row.id and row.page != page):
        for other in book.led(row.id):
            for form in forms(other) if PAGE_OF[other.kind] == page else ():
                if bare(form) not in told:
                    told.add(bare(form))
                    anchor, key = address.heading_id("see", bare(form)), book.form_key(other, form)
                    yield Line(anchor, form, key, (other.kind,), see=(row.ref,))


def _main(row: _Row, refs: dict[str, Ref], book: Book) -> Line:
    name, best = book.by_id.get(row.id), row.best
    kinds = tuple(sorted(row.kinds, key=_rank))
    text, key, gloss = best.text, best.key, best.gloss
    others: tuple[str, ...] = ()
    also: tuple[Ref, ...] = ()
    if name:
        text, key, gloss = name.name, book.key(name), name.gloss
        others, also = tuple(_others(name, book)), tuple(_also(name, refs, book))
    return Line(row.anchor, text, key, kinds, gloss, row.located(), others, (), also, row.id)


def _others(name: Name, book: Book) -> Iterator[str]:
    """The other forms of a name, and those of the names that its editors lead to it."""
    yield from forms(name)[1:]
    for other in book.led(name.id):
        yield from forms(other)


def _also(name: Name, refs: dict[str, Ref], book: Book) -> Iterator[Ref]:
    """What the editors say to see besides, and what a body was before and after."""
    targets = dict.fromkeys(book.proper(id) for id in (*name.also, name.before, name.after) if id)
    yield from (refs[id] for id in targets if id in refs and id != name.id)


def _forms(lines: list[Line], book: Book) -> dict[str, list[Line]]:
    """The forms that are not headings themselves, each with the headings that it stands for."""
    found: dict[str, list[Line]] = {}
    known: dict[str, str] = {}
    for line in lines:
        for form in line.others:
            one = known.setdefault(bare(form), form)
            if line not in found.setdefault(one, []):
                found[one].append(line)
    return found


def _see(form: str, lines: list[Line], book: Book) -> Line:
    name = book.by_id[lines[0].id]
    kinds = tuple(dict.fromkeys(kind for line in lines for kind in line.kinds))
    page = PAGE_OF[kinds[0]]
    refs = tuple(Ref(page, line.anchor, line.text) for line in lines)
    anchor = address.heading_id("see", bare(form))
    return Line(anchor, form, book.form_key(name, form), kinds, see=refs)
