"""The proof that an import loses nothing and invents nothing, made before anything is written.

What is compared is what no change of punctuation touches: Han, and numbers whole. The manuscript
is taken from its blocks as they were read, the result from the files as the program reads them.
Every line of the manuscript must be a row of whole pieces, in order, each of which stands once in
the result or in the report; and no piece of the result may be left over. Within an entry the
pieces come in the order of the manuscript.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from yearbook.manuscripts.blocks import Grid, Paragraph
from yearbook.manuscripts.drafts import Found, Line, raw_of, without_marks
from yearbook.manuscripts.files import SectionFiles
from yearbook.manuscripts.mending import Mended, encoded
from yearbook.manuscripts.pieces import Piece, Tokens, categories_of, pieces_of, tokens
from yearbook.model import Edition, sections


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


def count(texts: Iterable[str]) -> Count:
    found = [token for text in texts for token in tokens(text)]
    numbers = sum(token[0].isdigit() for token in found)
    return Count(len(found) - numbers, numbers)


def prove(found: Found, made: Sequence[SectionFiles], edition: Edition) -> Proof:
    """The proof for one manuscript and the edition that was read back."""
    back = {section.stem: section for section in sections(edition)}
    pieces = [piece for files in made for piece in pieces_of(files, back[files.stem])]
    pieces += categories_of(found, edition)
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

    def rest(self) -> Iterator[Loss]:
        """What is in the result or the report and in no line."""
        for row in self.pieces.values():
            yield from (Loss(0, piece.text, extra=True) for piece in row)
        for place, left in self.left.items():
            for key, count in left.items():
                if key and count > 0:
                    yield Loss(place, "".join(key), extra=True)


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
    yield from stock.rest()
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
