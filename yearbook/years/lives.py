"""What the editions say of people and bodies: offices or standing, and honours, year by year.

Who is who is told as in the index: by names.yaml, of two people of one name by the id of the
record; else by the words. Where that leaves a choice the name stands for itself, `unsure`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yearbook import address
from yearbook.indexes.book import Book
from yearbook.indexes.collect import NAMED
from yearbook.indexes.guess import kind_of
from yearbook.indexes.headings import bare
from yearbook.model import Edition, Honour, Name, sections
from yearbook.years.threads import Spot

Place = tuple[int, Spot]  # the edition's place in the row, and the record or honour


@dataclass(frozen=True, slots=True)
class Who:
    """A person or body: the id in names.yaml, or the words alone."""

    kind: str
    id: str
    text: str
    unsure: bool = False

    @property
    def anchor(self) -> str:
        """The anchor that the index of names has for it too."""
        return address.name_id(self.id) if self.id else address.heading_id(self.kind, self.text)


@dataclass(frozen=True, slots=True)
class Term:
    """An office, or as what a body stands, with the days and the records that say so."""

    words: tuple[str, ...]
    start: str
    end: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Award:
    """An honour received; of one told in several editions all the places."""

    title: str
    by: str
    date: str
    places: tuple[Place, ...]


@dataclass(slots=True)
class Life:
    """What is said of one person or body."""

    who: Who
    text: str
    terms: list[Term] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)


def lives(editions: Sequence[Edition], book: Book, kind: str) -> dict[Who, Life]:
    """The people or bodies that records and honours tell of, in the order of the editions."""
    found: dict[Who, Life] = {}
    for nth, edition in enumerate(editions):
        for who, text, term in _terms(nth, edition, book, kind):
            life = found.setdefault(who, Life(who, text))
            _add_term(life.terms, term)
        for who, text, award in _awards(nth, edition, book, kind):
            _add_award(found.setdefault(who, Life(who, text)).awards, award)
    return found


def who(book: Book, kind: str, form: str, edition: Edition, id_: str = "") -> tuple[Who, str]:
    """Who is meant by a written form, of several the one with this id; and the name to show."""
    own = book.by_id.get(id_)
    names = book.meant(form, edition.covers, (kind,))
    if own and own.kind == kind and own.id in book.ids.get(form, ()):
        names = [own]
    if len(names) == 1:
        return named(names[0]), names[0].name
    return Who(kind, "", bare(form), len(names) > 1), form


def named(name: Name) -> Who:
    """A person or body of names.yaml."""
    return Who(name.kind, name.id, name.name)


def _terms(nth: int, edition: Edition, book: Book, kind: str) -> Iterator[tuple[Who, str, Term]]:
    for section in sections(edition):
        for person in section.people if kind == "person" else ():
            places = ((nth, Spot(section.stem, person.id)),)
            term = Term((person.office,), person.from_, person.to, places)
            yield *who(book, kind, person.name, edition, person.id), term
        for body in section.bodies if kind == "body" else ():
            words = tuple(word for word in (body.kind, body.parent) if word)
            term = Term(words, "", "", ((nth, Spot(section.stem, body.id)),))
            yield *who(book, kind, body.name, edition, body.id), term


def _add_term(terms: list[Term], new: Term) -> None:
    """Join a term with the latest of the same words whose days agree with it."""
    for n in range(len(terms) - 1, -1, -1):
        old = terms[n]
        start, end = _closer(old.start, new.start), _closer(old.end, new.end)
        if old.words == new.words and start is not None and end is not None:
            terms[n] = Term(old.words, start, end, (*old.places, *new.places))
            return
    terms.append(new)


def _closer(one: str, other: str) -> str | None:
    """The fuller of two dates, one of which may be missing; None when they differ."""
    if one.startswith(other):
        return one
    return other if other.startswith(one) else None


def _awards(nth: int, edition: Edition, book: Book, kind: str) -> Iterator[tuple[Who, str, Award]]:
    for section in sections(edition):
        for honour in section.honours:
            places = ((nth, Spot(section.stem, address.honour_id(honour.id))),)
            award = Award(honour.title, honour.from_, honour.date, places)
            for form in _receivers(edition, honour):
                if kind_of_receiver(book, form, edition) == kind:
                    yield *who(book, kind, form, edition), award


def _receivers(edition: Edition, honour: Honour) -> Iterator[str]:
    one = honour.recipient
    own = edition.imprint.institution if one.self_ else ""
    yield from dict.fromkeys(name for name in (own, one.name, *one.named) if name)


def kind_of_receiver(book: Book, form: str, edition: Edition) -> str:
    """The kind of a recipient after names.yaml, else after its words; of the institution itself
    a body."""
    known = book.meant(form, edition.covers, NAMED)
    if not known and form == edition.imprint.institution:
        return "body"
    return known[0].kind if known else kind_of(form)


def _add_award(awards: list[Award], new: Award) -> None:
    """Join an honour with the same of the same day; one without a day is another each year."""
    for n, old in enumerate(awards):
        if new.date and (old.title, old.by, old.date) == (new.title, new.by, new.date):
            awards[n] = Award(old.title, old.by, old.date, (*old.places, *new.places))
            return
    awards.append(new)
