"""The lines of an index as its page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from yearbook import address
from yearbook.indexes import EditionIndex, Line, reading
from yearbook.indexes.headings import PAGES, Unit, bare
from yearbook.indexes.merge import Place, Ref
from yearbook.indexes.strokes import strokes
from yearbook.markup import han
from yearbook.render.labels import T
from yearbook.render.views import Item, view

MOST = 40  # locators of a heading; the search finds the others


@view
class Locator:
    """An entry, and the volumes in which it stands with their links; in a volume's own index one
    link without a text."""

    text: str
    volumes: tuple[Item, ...]


@view
class HeadingView:
    """A heading with its locators, or with the headings to `see` instead.

    `marks` are the classes of its kinds, `more` leads on when there are too many locators.
    """

    id: str
    text: str
    marks: str
    gloss: str
    locators: tuple[Locator, ...]
    see: tuple[Item, ...]
    also: tuple[Item, ...]
    more: Item | None


@view
class Letter:
    """The headings under a letter."""

    id: str
    text: str
    headings: tuple[HeadingView, ...]


@view
class Strokes:
    """First characters with as many strokes, each leading to its first heading."""

    text: str
    chars: tuple[Item, ...]


@view
class Kind:
    """A kind of headings to show alone; `id` is that of its control."""

    id: str
    text: str
    count: int


class Index:
    """What a page of an index is made from: its lines and the editions they lead to.

    `scope` is the id of the edition, empty for all editions together.
    """

    def __init__(
        self,
        page: str,
        lines: tuple[Line, ...],
        editions: Sequence[EditionIndex],
        scope: str,
        search: str,
    ) -> None:
        self.page, self.lines, self.editions = page, lines, editions
        self.scope, self.search = scope, search
        self.path = address.index(page, scope)
        self.ways: dict[tuple[int, str], str] = {}
        there = {kind for line in lines for kind in line.kinds}
        self.known = tuple(kind for kind in PAGES[page] if kind in there)

    @property
    def count(self) -> int:
        """How many headings there are, those to see elsewhere not counted."""
        return sum(bool(line.places) for line in self.lines)

    def kinds(self) -> tuple[Kind, ...]:
        """The kinds to choose from; none where there is no choice."""
        if len(self.known) < 2:
            return ()
        counts = dict.fromkeys(self.known, 0)
        for line in self.lines:
            for kind in line.kinds if line.places else ():
                counts[kind] += 1
        return tuple(
            Kind(f"k_{nth}", T.index_kinds[kind], counts[kind])
            for nth, kind in enumerate(self.known, 1)
        )

    def letters(self) -> tuple[Letter, ...]:
        """The lines by letter."""
        groups = groupby(self.lines, key=lambda line: reading.letter(line.key))
        return tuple(
            Letter(_letter_id(letter), letter, tuple(map(self._heading, lines)))
            for letter, lines in groups
        )

    def strokes(self) -> tuple[Strokes, ...]:
        """The first characters of the lines, ordered by strokes."""
        first: dict[str, Line] = {}
        for line in self.lines:
            first.setdefault(reading.first(line.text), line)
        chars = sorted((strokes(char), char) for char in first if char)
        return tuple(
            Strokes(
                T.index_stroke.format(count=han(count)) if count else T.index_other,
                tuple(Item(char, f"#{first[char].anchor}") for _, char in group),
            )
            for count, group in groupby(chars, key=lambda row: row[0])
        )

    def _heading(self, line: Line) -> HeadingView:
        marks = " ".join(f"k{self.known.index(kind) + 1}" for kind in line.kinds)
        located = tuple(self._locators(line))
        return HeadingView(
            line.anchor,
            line.text,
            marks,
            line.gloss,
            located[:MOST],
            tuple(map(self._item, line.see)),
            tuple(map(self._item, line.also)),
            self._more(line) if len(located) > MOST else None,
        )

    def _item(self, ref: Ref) -> Item:
        target = f"{address.index(ref.page, self.scope)}#{ref.anchor}"
        return Item(ref.text, address.relative(self.path, target))

    def _more(self, line: Line) -> Item:
        href = address.relative(self.path, self.search) if self.search else ""
        query = f"{href}?q={quote(bare(line.text))}" if href else ""
        return Item(T.index_more.format(count=len(line.places)), query)

    def _locators(self, line: Line) -> Iterator[Locator]:
        """The places of a line; in all volumes those of one title are one locator."""
        said = bare(line.text)
        if self.scope:
            for place in line.places[: MOST + 1]:
                yield Locator(_title(place[1], said), (Item("", self._href(place)),))
            return
        titles: dict[str, list[Item]] = {}
        for place in line.places:
            volume = Item(self.editions[place[0]].volume, self._href(place))
            titles.setdefault(_title(place[1], said), []).append(volume)
        yield from (Locator(title, tuple(volumes)) for title, volumes in titles.items())

    def _href(self, place: Place) -> str:
        nth, unit = place
        way = self.ways.get((nth, unit.stem))
        if way is None:
            target = address.section(self.editions[nth].edition, unit.stem)
            way = self.ways[nth, unit.stem] = address.relative(self.path, target)
        return f"{way}#{unit.id}" if unit.id else way


def _title(unit: Unit, said: str) -> str:
    """What a locator says: the title, else the section where the heading is the title itself."""
    if bare(unit.title) != said:
        return unit.title
    return unit.section if bare(unit.section) != said else T.index_whole


def _letter_id(letter: str) -> str:
    return f"l_{letter.lower() if letter != reading.OTHER else 'other'}"
