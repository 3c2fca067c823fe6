"""Rules of people and bodies through the years."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.issues import Words
from yearbook.model import Edition, Name, Section, Yearbook, sections
from yearbook.rules.names import KINDS, place_of
from yearbook.rules.scope import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.indexes.book import Book


def circles(yearbook: Yearbook) -> Iterator[Finding]:
    """What was before or after a body does not lead back to it."""
    after: dict[str, dict[str, None]] = {}
    for name in yearbook.names:
        for old, new in ((name.before, name.id), (name.id, name.after)):
            if old and new and old != new:
                after.setdefault(old, {})[new] = None
    told: set[str] = set()
    for name in yearbook.names:
        row = [] if name.id in told else _way(name.id, after, told)
        if row:
            told |= {*row}
            field = name.after or name.before
            yield place_of(name, field), "C358", {"circle": " → ".join(row)}


def _way(start: str, after: dict[str, dict[str, None]], told: set[str]) -> list[str]:
    """The shortest way that leads from a name back to itself; empty without one.

    A name without such a way is in no circle: it joins those not to be walked through again.
    """
    came, todo = {start: ""}, [start]
    for one in todo:
        for new in after.get(one, ()):
            if new == start:
                return [*_back(one, came), start]
            if new not in came and new not in told:
                came[new] = one
                todo.append(new)
    told |= {start}
    return []


def _back(one: str, came: dict[str, str]) -> list[str]:
    """The way by which a name was reached."""
    row = [one]
    while came[row[-1]]:
        row.append(came[row[-1]])
    return row[::-1]


def standing(yearbook: Yearbook) -> Iterator[Finding]:
    """A body that a volume lists stood in its time, by `from` and `to` of its name."""
    if not yearbook.names:
        return
    from yearbook.indexes.book import book_of, lived

    book = book_of(yearbook.names)
    for edition, section in _clean(yearbook):
        for body in section.bodies:
            names = _meant(book, "body", body.name, body.id)
            if names and not any(lived(name, edition.covers) for name in names):
                yield body.at, "C359", {"name": body.name, **_times(names[0], edition)}


def _clean(yearbook: Yearbook) -> Iterator[tuple[Edition, Section]]:
    for edition in yearbook.editions:
        yield from ((edition, one) for one in sections(edition) if one.clean)


def _meant(book: Book, kind: str, form: str, id_: str) -> list[Name]:
    """The names that a record may mean; the one that has its id, if any has."""
    names = [book.by_id[one] for one in book.ids.get(form, ())]
    names = [name for name in names if name.kind == kind]
    return [name for name in names if name.id == id_] or names


def _times(name: Name, edition: Edition) -> dict[str, object]:
    zh = [f"起于 {name.from_}"] * bool(name.from_) + [f"止于 {name.to}"] * bool(name.to)
    en = [f"began in {name.from_}"] * bool(name.from_) + [f"ended in {name.to}"] * bool(name.to)
    span = Words("、".join(zh), " and ".join(en))
    covers = edition.covers
    return {"span": span, "start": covers.start.isoformat(), "end": covers.end.isoformat()}


def told_apart(yearbook: Yearbook) -> Iterator[Finding]:
    """A record of one of several people or bodies of one name has the id of one of them."""
    if not yearbook.names:
        return
    from yearbook.indexes.book import book_of, lived

    book = book_of(yearbook.names)
    for edition, section in _clean(yearbook):
        for kind, rows in (("person", section.people), ("body", section.bodies)):
            for record in rows:
                names = [
                    name
                    for name in _meant(book, kind, record.name, record.id)
                    if lived(name, edition.covers)
                ]
                if len(names) > 1:
                    found = [name.id for name in names]
                    ids = Words("、".join(found), " or ".join(found))
                    yield record.at, "C357", {"kind": KINDS[kind], "name": record.name, "ids": ids}
