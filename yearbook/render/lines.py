"""The lines of an index as its page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

from yearbook import address
from yearbook.indexes import EditionIndex, Line, reading
from yearbook.indexes.headings import PAGES, Unit, bare
from yearbook.indexes.merge import Place, Ref
from yearbook.indexes.strokes import strokes
from yearbook.markup import han
from yearbook.render.jinja import Pages
from yearbook.render.labels import T
from yearbook.render.views import view

escaped = Pages.escaped
MOST = 40  # locators of a heading; the search finds the others


Link = tuple[str, str]  # words, address


class Locator(NamedTuple):
    """Words, and where they lead with the volume to name beside them; when they stand in several
    volumes, these with their addresses instead."""

    words: str
    href: str
    volume: str
    volumes: tuple[Link, ...] = ()


class HeadingShown(NamedTuple):
    """A heading with its locators, or with the headings to `see` instead; escaped.

    `marks` are the classes of its kinds, `more` leads on when there are too many locators, `life`
    to the same person or body through the years.
    """

    id: str
    marks: str
    text: str
    gloss: str
    see: tuple[Link, ...]
    locators: tuple[Locator, ...]
    more: Link | None
    life: Link | None
    also: tuple[Link, ...]


@view
class Letter:
    """The headings under a letter; `marks` are the classes of their kinds.

    A page has thousands of headings. So each is a row, its words escaped: `id, marks, text, gloss,
    see, locators, more, life, also`; a locator is `words, href, volume, volumes`.
    """

    id: str
    text: str
    marks: str
    headings: tuple[HeadingShown, ...]


@view
class First:
    """A first character as it is read, leading to its first heading of the kinds in `marks`.

    With `o` among its marks the link is for whoever sees one of these kinds alone: the first
    heading of all is of another kind.
    """

    text: str
    href: str
    marks: str


@view
class Strokes:
    """First characters with as many strokes; `marks` are the classes of the kinds they lead to."""

    text: str
    marks: str
    chars: tuple[First, ...]


@view
class Kind:
    """A kind of headings to show alone; `id` is that of its control."""

    id: str
    text: str
    count: int


class Index:
    """What a page of an index is made from: its lines and the editions they lead to.

    `scope` is the id of the edition, empty for all editions together; `shared` are the titles
    that stand in more than one section, `lives` the addresses of people and bodies through the
    years by anchor.
    """

    def __init__(
        self,
        page: str,
        lines: tuple[Line, ...],
        editions: Sequence[EditionIndex],
        scope: str,
        search: str,
        shared: Set[str],
        lives: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.page, self.lines, self.editions = page, lines, editions
        self.scope, self.search, self.lives = scope, search, lives
        self.path = address.index(page, scope)
        self.ways: dict[tuple[int, str], str] = {}
        self.shared = shared
        self.marks: dict[tuple[str, ...], str] = {}
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
        return tuple(self._letter(letter, list(lines)) for letter, lines in groups)

    def _letter(self, letter: str, lines: list[Line]) -> Letter:
        marks = self._marks(kind for line in lines for kind in line.kinds)
        return Letter(letter_id(letter), letter, marks, tuple(map(self._heading, lines)))

    def _marks(self, kinds: Iterable[str]) -> str:
        """The classes of kinds, in the order of their controls."""
        there = tuple({*kinds})
        if there not in self.marks:
            nths = (nth for nth, kind in enumerate(self.known, 1) if kind in there)
            self.marks[there] = " ".join(f"k{nth}" for nth in nths)
        return self.marks[there]

    def strokes(self) -> tuple[Strokes, ...]:
        """The first characters of the lines, ordered by strokes."""
        groups = groupby(self._runs(), key=lambda run: strokes(run[0]))
        return tuple(self._row(count, list(runs)) for count, runs in groups)

    def _runs(self) -> list[tuple[str, list[Line]]]:
        """The lines by first character; one that is read in two ways has lines in two places."""
        runs: dict[tuple[str, str], list[Line]] = {}
        for line in self.lines:
            char = reading.first(line.text)
            if char:
                runs.setdefault((char, reading.syllable(line.key)), []).append(line)
        rows = [(char, lines) for (char, _), lines in runs.items()]
        return sorted(rows, key=lambda row: (strokes(row[0]), row[0]))

    def _row(self, count: int, runs: list[tuple[str, list[Line]]]) -> Strokes:
        several = {char for char, _ in runs if sum(char == other for other, _ in runs) > 1}
        chars = tuple(
            First(f"{char} {reading.sound(lines[0].key)}" if char in several else char, *way)
            for char, lines in runs
            for way in self._ways(lines)
        )
        marks = self._marks(kind for _, lines in runs for line in lines for kind in line.kinds)
        return Strokes(
            T.index_stroke.format(count=han(count)) if count else T.index_other, marks, chars
        )

    def _ways(self, lines: list[Line]) -> Iterator[tuple[str, str]]:
        """To the first of the lines, and to the first of each kind that it is not, with marks."""
        firsts: dict[str, list[str]] = {lines[0].anchor: []}
        told: set[str] = set()
        for line in lines:
            new = [kind for kind in line.kinds if kind not in told]
            if new:
                firsts.setdefault(line.anchor, []).extend(new)
                told.update(new)
        for anchor, kinds in firsts.items():
            other = "" if anchor == lines[0].anchor else "o "
            yield f"#{anchor}", other + self._marks(kinds)

    def _heading(self, line: Line) -> HeadingShown:
        located = self._located(line)
        return HeadingShown(
            line.anchor,
            self._marks(line.kinds),
            escaped(line.text),
            escaped(line.gloss),
            tuple(map(self._link, line.see)),
            located[:MOST],
            self._more(line) if len(located) > MOST else None,
            self._life(line),
            tuple(map(self._link, line.also)),
        )

    def _life(self, line: Line) -> Link | None:
        target = self.lives.get(line.anchor, "")
        return _link(T.lives_of[line.kinds[0]], target) if target and line.places else None

    def _link(self, ref: Ref) -> Link:
        target = f"{address.index(ref.page, self.scope)}#{ref.anchor}"
        return _link(ref.text, address.relative(self.path, target))

    def _more(self, line: Line) -> Link:
        href = address.relative(self.path, self.search) if self.search else ""
        query = f"{href}?q={quote(bare(line.text))}" if href else ""
        return _link(T.index_more.format(count=len(line.places)), query)

    def _located(self, line: Line) -> tuple[Locator, ...]:
        """The places of a line; in all volumes those of one section and title are one locator."""
        said = bare(line.text)
        if self.scope:
            return tuple(
                Locator(escaped(self._title(place[1], said)), self._href(place), "")
                for place in line.places[: MOST + 1]
            )
        titles: dict[tuple[str, str], list[Link]] = {}
        for place in line.places:
            volume = escaped(self.editions[place[0]].volume), self._href(place)
            key = place[1].stem, self._title(place[1], said)
            titles.setdefault(key, []).append(volume)
        return tuple(_locator(title, volumes) for (_, title), volumes in titles.items())

    def _title(self, unit: Unit, said: str) -> str:
        """The words of a locator, marked where only the notes say the heading."""
        title = self._plain(unit, said)
        return T.index_noted.format(title=title) if unit.note else title

    def _plain(self, unit: Unit, said: str) -> str:
        """What a locator says: the title, after its section where several sections have such a
        title; the section alone where the heading is the title itself."""
        if bare(unit.title) == said:
            return unit.section if bare(unit.section) != said else T.index_whole
        if unit.title in self.shared and unit.title != unit.section:
            return f"{unit.section}·{unit.title}"
        return unit.title

    def _href(self, place: Place) -> str:
        nth, unit = place
        way = self.ways.get((nth, unit.stem))
        if way is None:
            target = address.section(self.editions[nth].edition, unit.stem)
            way = self.ways[nth, unit.stem] = escaped(address.relative(self.path, target))
        return f"{way}#{escaped(unit.id)}" if unit.id else way


def _locator(words: str, volumes: list[Link]) -> Locator:
    if len(volumes) > 1:
        return Locator(escaped(words), "", "", tuple(volumes))
    volume, href = volumes[0]
    return Locator(escaped(words), href, volume)


def _link(words: str, href: str) -> Link:
    return escaped(words), escaped(href)


def letter_id(letter: str) -> str:
    return f"l_{letter.lower() if letter != reading.OTHER else 'other'}"
