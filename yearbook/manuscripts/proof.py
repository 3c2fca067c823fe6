"""The proof that an import loses nothing and invents nothing, made before anything is written.

What is compared is what no change of punctuation touches: Han, and numbers whole. The manuscript
is taken from its blocks as they were read, the result from the files as the program reads them.
Every line of the manuscript must be a row of whole pieces, in order, each of which stands once in
the result or in the report; and no piece of the result may be left over. Within an entry the
pieces come in the order of the manuscript.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yearbook.manuscripts.blocks import Grid, Paragraph
from yearbook.manuscripts.drafts import Found, Line, raw_of, without_marks
from yearbook.manuscripts.files import SectionFiles
from yearbook.manuscripts.mending import HAN, Mended, encoded
from yearbook.manuscripts.shapes import proper
from yearbook.markup import parse
from yearbook.model import Edition, Section, sections

TOKEN = re.compile(rf"[{HAN}]|\d+(?:[.,]\d+)*")
Tokens = tuple[str, ...]
FIELDS = {
    "people": ("name", "office", "note"),
    "bodies": ("name",),
    "items": ("text",),
    "events": ("date", "text"),
    "references": ("title", "author", "publisher", "date", "url", "accessed", "note"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many Han characters and numbers there are."""

    han: int = 0
    numbers: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """Words at a place of the manuscript that stand nowhere, or of the result that it lacks."""

    place: int
    text: str
    extra: bool = False


@dataclass(slots=True)
class Proof:
    """What was counted: manuscript = result + report - repeated."""

    manuscript: Count
    result: Count
    report: Count
    added: Count
    losses: list[Loss] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the result: its words, and in which entry it stands."""

    tokens: Tokens
    text: str
    where: str


def tokens(text: str) -> Tokens:
    return tuple(TOKEN.findall(text))


def count(texts: Iterable[str]) -> Count:
    found = [token for text in texts for token in tokens(text)]
    numbers = sum(token[0].isdigit() for token in found)
    return Count(len(found) - numbers, numbers)


def prove(found: Found, made: Sequence[SectionFiles], edition: Edition) -> Proof:
    """The proof for one manuscript and the edition that was read back."""
    back = {section.stem: section for section in sections(edition)}
    pieces = [piece for files in made for piece in _pieces(files, back[files.stem])]
    pieces += _categories(found, edition)
    escapes = [one for line in _words(found) for one in line[1].escapes]
    before = [*(one.before for one in escapes), *(one.before for one in found.dated)]
    after = [*(one.after for one in escapes), *(one.after for one in found.dated)]
    losses = [*_kept(found), *_covered(found, [piece for piece in pieces if piece.tokens])]
    return Proof(
        manuscript=count([*_raw(found), *map(str, found.manuscript.lost)]),
        result=count(piece.text for piece in pieces),
        report=count([*(one.text for one in found.left), *before]),
        added=count([*(one.text for one in found.added), *after]),
        losses=losses,
    )


def _categories(found: Found, edition: Edition) -> Iterator[Piece]:
    """The categories of the manuscript that the contents have; the others go into the report."""
    titles = {proper(one.title): one.title for one in edition.contents}
    for line in found.categories:
        name = proper(line.text)
        if name in titles:
            yield Piece(tokens(titles[name]), titles[name], "")
        else:
            found.leave(line.place, name, "title")


def _raw(found: Found) -> Iterator[str]:
    """All texts of the manuscript as they were read."""
    manuscript = found.manuscript
    for block in manuscript.blocks:
        if isinstance(block, Grid):
            yield from (cell for row in block.rows for cell in row)
        else:
            yield raw_of(block)
    for remark in manuscript.remarks:
        yield from (raw_of(one) for one in remark.paragraphs)


def _words(found: Found) -> Iterator[tuple[Line, Mended]]:
    for line in found.lines:
        yield line, line.words
        yield from ((line, cell) for row in line.cells for cell in row)


def _kept(found: Found) -> Iterator[Loss]:
    """The lines hold all that was read: with the escapes put back they are the raw text."""
    lines: dict[int, list[str]] = defaultdict(list)
    for line, words in _words(found):
        lines[line.place] += tokens(without_marks(encoded(words.decoded, words.escapes)))
    raw: dict[int, list[str]] = defaultdict(list)
    for place, text in _placed(found):
        raw[place] += tokens(without_marks(text))
    for place, said in raw.items():
        if said != lines[place]:
            yield Loss(place, "".join(said))


def _placed(found: Found) -> Iterator[tuple[int, str]]:
    blocks: Iterable[Paragraph | Grid] = (
        *found.manuscript.blocks,
        *(one for remark in found.manuscript.remarks for one in remark.paragraphs),
    )
    for block in blocks:
        if isinstance(block, Grid):
            yield from ((block.place, cell) for row in block.rows for cell in row)
        else:
            yield block.place, raw_of(block)


def _pieces(files: SectionFiles, section: Section) -> Iterator[Piece]:
    """What the files of a section say, piece by piece, as the program reads them."""
    draft = files.draft
    own = {one.id for one in draft.all}
    stem = section.stem
    if not files.added:
        yield Piece(tokens(section.title), section.title, f"{stem}#")
    groups: list[str] = []
    for entry in section.entries:
        if entry.id not in own or files.added:
            continue
        if entry.group and (not groups or groups[-1] != entry.group):
            yield Piece(tokens(entry.group), entry.group, f"{stem}#")
            groups.append(entry.group)
        if entry.id != "lead":
            yield Piece(tokens(entry.title), entry.title, f"{stem}#{entry.id}")
        for text in parse(entry.source).text.split("\n"):
            yield Piece(tokens(text), text, f"{stem}#{entry.id}")
        if any(one.id == entry.id and one.contributors for one in draft.all):
            yield from _texts((one.name for one in entry.contributors), stem)
    if draft.contributors:
        yield from _texts((one.name for one in section.contributors), stem)
    if not (files.added or files.keeps):
        for note in section.notes:
            yield from _texts(parse(note.source).text.split("\n"), f"{stem}^")
    yield from _records(files, section)
    yield from _tables(files, section)


def _texts(texts: Iterable[str], where: str) -> Iterator[Piece]:
    return (Piece(tokens(text), text, where) for text in texts)


def _records(files: SectionFiles, section: Section) -> Iterator[Piece]:
    own = {one.id for one in files.draft.records}
    for kind, names in FIELDS.items():
        for one in getattr(section, kind):
            if one.id in own:
                texts = (str(getattr(one, name)) for name in names)
                yield from _texts(
                    (t for text in texts for t in re.split("[\n；]", text)), f"{section.stem}."
                )


def _tables(files: SectionFiles, section: Section) -> Iterator[Piece]:
    own = {table.id for _, table in files.draft.tables}
    for table in section.tables:
        if table.id in own:
            yield from _texts((table.caption, table.units, table.source), f"{section.stem}.")
            yield from _texts((cell for row in table.rows for cell in row), f"{section.stem}|")


class _Stock:
    """The pieces that are still to be found in the manuscript, the earliest first."""

    def __init__(self, found: Found, pieces: Sequence[Piece]) -> None:
        self.left: dict[int, Counter[Tokens]] = defaultdict(Counter)
        self.pieces: dict[Tokens, deque[Piece]] = defaultdict(deque)
        self.places: dict[Piece, list[tuple[int, Tokens]]] = defaultdict(list)
        self.again: set[Tokens] = set()
        self.starts: dict[str, set[Tokens]] = defaultdict(set)
        for piece in pieces:
            self.pieces[piece.tokens].append(piece)
        self.missing = [one for one in found.added if not self._repeated(tokens(one.text))]
        self.missing += [one for one in found.dated if not self._dated(one.before, one.after)]  # type: ignore[misc]
        for one in found.left:
            self.left[one.place][tokens(one.text)] += 1
        for key in (*self.pieces, *(key for row in self.left.values() for key in row)):
            if key:
                self.starts[key[0]].add(key)

    def _repeated(self, key: Tokens) -> bool:
        if key and not self.pieces[key]:
            return False
        if key:
            self.pieces[key].pop()
        return True

    def _dated(self, before: str, after: str) -> bool:
        """A date is the same one: its numbers are the last of those that are written."""
        old, new = tokens(before), tokens(after)
        said = [int(n) for token in old if token[0].isdigit() for n in token.split(".")]
        row = self.pieces[new]
        if not row or said != [int(token) for token in new][-len(said) :]:
            return False
        piece = row.popleft()
        self.pieces[old].append(Piece(old, before, piece.where))
        return True

    def at(self, token: str) -> Iterable[Tokens]:
        return self.starts.get(token, ())

    def has(self, key: Tokens, place: int) -> bool:
        return self.count(key, place) > 0

    def parted(self, place: int) -> bool:
        """Whether some of a line is in the report: such lines get their pieces last."""
        return any(key and count > 0 for key, count in self.left[place].items())

    def count(self, key: Tokens, place: int) -> int:
        """How often a piece is there for a line; what is left at place 0 is for any."""
        return self.left[place][key] + self.left[0][key] + len(self.pieces.get(key, ()))

    def take(self, key: Tokens, place: int, line: Tokens) -> None:
        for where in (place, 0):
            if self.left[where][key] > 0:
                self.left[where][key] -= 1
                return
        piece = self.pieces[key].popleft()
        self.places[piece].append((place, line))

    def rest(self) -> Iterator[Piece]:
        yield from (piece for row in self.pieces.values() for piece in row)


def _covered(found: Found, pieces: Sequence[Piece]) -> Iterator[Loss]:
    """Every line is a row of whole pieces, and no piece is left over."""
    stock = _Stock(found, pieces)
    for lost in found.manuscript.lost:
        stock.left[0][tokens(str(lost))] -= 1
    seen: set[Tokens] = set()
    for line, words in sorted(_words(found), key=lambda one: stock.parted(one[0].place)):
        said = _said(words)
        stock.again |= {said} & seen
        seen.add(said)
        row = _row(said, line.place, stock)
        if row is None:
            yield Loss(line.place, words.text)
            continue
        for key in row:
            stock.take(key, line.place, said)
    yield from (Loss(one.place, getattr(one, "text", ""), extra=True) for one in stock.missing)
    yield from (Loss(0, piece.text, extra=True) for piece in stock.rest())
    yield from _disordered(stock, pieces)


def _said(words: Mended) -> Tokens:
    return tokens(without_marks(words.decoded))


def _row(said: Tokens, place: int, stock: _Stock) -> list[Tokens] | None:
    """The pieces that make a line, the longest first; None where there is no such row."""
    if not said:
        return []
    if stock.has(said, place) and not stock.parted(place):
        return [said]
    dead: set[int] = set()

    def from_(at: int, used: Counter[Tokens]) -> list[Tokens] | None:
        if at == len(said):
            return []
        if at in dead:
            return None
        fitting = (key for key in stock.at(said[at]) if said[at : at + len(key)] == key)
        left = stock.left[place]
        for key in sorted(fitting, key=lambda one: (left[one] <= used[one], -len(one))):
            if stock.count(key, place) > used[key]:
                rest = from_(at + len(key), used + Counter([key]))
                if rest is not None:
                    return [key, *rest]
        dead.add(at)
        return None

    return from_(0, Counter())


def _disordered(stock: _Stock, pieces: Sequence[Piece]) -> Iterator[Loss]:
    """Pieces of an entry that do not come in the order of the manuscript."""
    last: dict[str, int] = defaultdict(int)
    many = Counter(piece.tokens for piece in pieces)
    for piece in pieces:
        if "#" not in piece.where or many[piece.tokens] > 1 or not stock.places[piece]:
            continue
        place, line = stock.places[piece][0]
        if line in stock.again:
            continue  # which of two equal lines a piece is of is all one
        if place < last[piece.where]:
            yield Loss(place, piece.text)
        last[piece.where] = place
