"""What a body was before and after: by names.yaml, and by records whose id stayed as the name
changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yearbook.indexes.book import Book
from yearbook.model import Edition, Name, sections
from yearbook.years.lives import Who, named, who
from yearbook.years.threads import Spot

Step = tuple[Who, Who]  # a body and what it became


class Lineages:
    """The steps from body to body; one that would lead back in a circle is left out."""

    def __init__(self, editions: Sequence[Edition], book: Book) -> None:
        self.after: dict[Who, list[Who]] = {}
        self.before: dict[Who, list[Who]] = {}
        for old, new in (*_by_names(book), *_by_records(editions, book)):
            if new not in self.after.get(old, ()) and not self._leads(new, old):
                self.after.setdefault(old, []).append(new)
                self.before.setdefault(new, []).append(old)

    def _leads(self, start: Who, end: Who) -> bool:
        """Whether steps lead from one body to the other."""
        seen, todo = {start}, [start]
        while todo:
            one = todo.pop()
            if one == end:
                return True
            fresh = [new for new in self.after.get(one, ()) if new not in seen]
            seen.update(fresh)
            todo += fresh
        return False

    def members(self) -> Iterator[Who]:
        """The bodies that came from another or became another."""
        yield from dict.fromkeys((*self.after, *self.before))

    def chains(self) -> Iterator[tuple[Who, ...]]:
        """The steps as chains from fork to fork; each step stands in one of them."""
        for start in self.members():
            if not self._within(start):
                for new in self.after.get(start, ()):
                    yield tuple(self._chain(start, new))

    def _chain(self, start: Who, one: Who) -> Iterator[Who]:
        yield start
        yield one
        while self._within(one):
            one = self.after[one][0]
            yield one

    def _within(self, one: Who) -> bool:
        """Whether a body came from one and became one: no chain ends at it."""
        return len(self.before.get(one, ())) == 1 == len(self.after.get(one, ()))


def _by_names(book: Book) -> Iterator[Step]:
    """The steps that `before` and `after` of names.yaml say."""
    for name in book.names:
        own = _body(book, name.id)
        before, after = _body(book, name.before), _body(book, name.after)
        if own and before:
            yield named(before), named(own)
        if own and after:
            yield named(own), named(after)


def _body(book: Book, id_: str) -> Name | None:
    name = book.by_id.get(book.proper(id_)) if id_ else None
    return name if name and name.kind == "body" else None


def _by_records(editions: Sequence[Edition], book: Book) -> Iterator[Step]:
    """The steps from edition to edition of a record whose body has another name, where the
    later edition has no body of the old name."""
    last: dict[Spot, Who] = {}
    for edition in editions:
        here = {
            Spot(section.stem, body.id): who(book, "body", body.name, edition, body.id)[0]
            for section in sections(edition)
            for body in section.bodies
        }
        standing = {*here.values()}
        for spot, new in here.items():
            old = last.get(spot, new)
            if old not in standing and not (old.unsure or new.unsure):
                yield old, new
        last |= here
