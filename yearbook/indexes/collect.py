"""From the words and records of an edition to its headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from yearbook.indexes import people, quoted, reading
from yearbook.indexes.book import Book, forms
from yearbook.indexes.guess import kind_of
from yearbook.indexes.headings import EditionIndex, Heading, Unit, bare
from yearbook.indexes.matching import Matcher, Span, longest
from yearbook.markup import han, parse
from yearbook.model import Contributor, Entry, Honour, Name, Section
from yearbook.render import dates
from yearbook.render.labels import T
from yearbook.render.site import Volume
from yearbook.search.units import BODY, ENTRY, EVENT, ITEM, PERSON, units
from yearbook.search.units import Unit as Text
from yearbook.words import entry_of, record_of, record_words

Read = Callable[[Section], Iterable[Text]]
NAMED = ("person", "body", "place", "programme", "competition")
PROPER = ("person", "body", "place")  # kinds that do not count within a document's title


def edition_index(volume: Volume, book: Book, read: Read | None = None) -> EditionIndex:
    """The headings of an edition; `read` gives the units of a section where they are known."""
    made = _Collector(volume, book)
    for section in volume.sections:
        made.section(section, tuple(read(section) if read else units(volume, section)))
    edition = volume.edition
    return EditionIndex(
        edition.id, edition.volume, volume.entries, tuple(made.units), tuple(made.headings())
    )


class _Collector:
    """The headings found so far, by what makes them one."""

    def __init__(self, volume: Volume, book: Book) -> None:
        self.volume, self.book = volume, book
        self.period = volume.edition.covers
        self.own = dict(_own_names(volume, book))
        self.matcher = Matcher(self.own)
        self.matchers = (book.matcher, book.terms, self.matcher)
        self.units: list[Unit] = []
        self.notes: tuple[str, ...] = ()
        self.noted: dict[int, int] = {}
        self.found: dict[tuple[str, str, str], tuple[str, str, dict[int, None]]] = {}

    def headings(self) -> Iterator[Heading]:
        for (kind, id_, _), (text, gloss, places) in self.found.items():
            name = self.book.by_id.get(id_)
            if name:
                yield Heading(kind, id_, name.name, self.book.key(name), name.gloss, tuple(places))
            else:
                key = reading.key(text, reading.reading(text, kind == "person"))
                yield Heading(kind, "", text, key, gloss, tuple(places))

    def section(self, section: Section, texts: tuple[Text, ...]) -> None:
        places = {}
        self.notes = tuple(parse(note.source).text for note in section.notes)
        for title, text in _titled(section, texts):
            places[text.id] = len(self.units)
            self.units.append(Unit(section.stem, text.id, title, section.title))
            self.words(section, text, places[text.id])
        if any(text.id == "lead" and text.kind == ENTRY for text in texts):
            whole = places["lead"]
        else:
            whole = len(self.units)
            self.units.append(Unit(section.stem, "", section.title, section.title))
            self.subject("title", section.title, whole)
        for entry in section.entries:
            self.entry(entry, places.get(entry.id, whole))
        for contributor in section.contributors:
            self.contributor(contributor, whole)
        for honour in section.honours:
            self.honour(honour, places.get(honour.entry, whole))
        self.records(section, places)

    def words(self, section: Section, text: Text, place: int) -> None:
        """What stands in the words: documents, names, quoted terms."""
        said = f"{text.title}\n{text.body}"
        if not self.telling(said):
            return
        titles = [honour.title for honour in section.honours if honour.entry == text.id]
        masks = [*_places_of(titles, said)]
        notes = list(_places_of(self._notes(section, text), said))

        def there(span: Span) -> int:
            return self.note(place) if any(a <= span[0] < b for a, b in notes) else place

        for document, span in quoted.documents(said):
            masks.append((span[0] + 1, span[1] - 1))
            self.add("document", "", document, there(span))
        spans = {*self.book.matcher.spans(said), *self.matcher.spans(said)}
        names = longest(span for span in spans if self.stands(said, span)) if spans else []
        terms = longest(self.book.terms.spans(said))
        own = self.book.by_id.get(text.id) if text.kind in (PERSON, BODY) else None
        for span in (*names, *terms):
            form = said[slice(*span)]
            if own and form in forms(own):
                self.add(own.kind, own.id, own.name, place)
            else:
                self.named(form, there(span), _within(span, masks))
        quotes = tuple(quoted.terms(said))
        source = _own_words(section, text) if quotes else ""
        for term, span in quotes:
            known = _within(span, masks) or _covered(span, (*names, *terms)) or self.torn(term)
            if term in source and not known:
                self.subject("quoted", term, place)

    def telling(self, said: str) -> bool:
        """Whether words may hold a heading at all."""
        marked = any(mark in said for mark in quoted.OPENING)
        return marked or any(matcher.may_be_in(said) for matcher in self.matchers)

    def _notes(self, section: Section, text: Text) -> tuple[str, ...]:
        """The editors' notes to a unit, as its words have them."""
        if text.kind == ENTRY:
            return self.notes
        record = record_of(section, text.id)
        return (record.note,) if record is not None and record.note else ()

    def note(self, place: int) -> int:
        """The place of the notes to the unit at a place."""
        if place not in self.noted:
            self.noted[place] = len(self.units)
            self.units.append(self.units[place]._replace(note=True))
        return self.noted[place]

    @cached_property
    def quoting(self) -> str:
        """All names and honours that have quotes within them."""
        honours = (one.title for section in self.volume.sections for one in section.honours)
        said = (*self.book.ids, *honours)
        return "\n".join(form for form in said if "“" in form)

    def torn(self, term: str) -> bool:
        """Whether a quoted term is a piece of a longer name or honour."""
        return any(term in form and term != form for form in self.quoting.split("\n"))

    def stands(self, said: str, span: Span) -> bool:
        """Whether a name found in the words is one: people's may be pieces of ordinary words."""
        form = said[slice(*span)]
        kinds = {self.book.by_id[id].kind for id in self.book.ids.get(form, ())}
        kinds |= {self.own[form]} if form in self.own else set()
        return kinds != {"person"} or people.stands(said, span)

    def named(self, form: str, place: int, masked: bool) -> None:
        for name in self.book.meant(form, self.period):
            if not (masked and name.kind in PROPER):
                self.add(name.kind, name.id, name.name, place)
        if form in self.own and not masked:
            self.add(self.own[form], "", form, place)

    def entry(self, entry: Entry, place: int) -> None:
        self.subject("title", entry.title, place)
        for keyword in entry.keywords:
            self.subject("keyword", keyword, place)
        for contributor in entry.contributors:
            self.contributor(contributor, place)

    def subject(self, kind: str, text: str, place: int) -> None:
        """A subject; a term of names.yaml, however it is written, is one with the term."""
        terms: list[Name] = []
        if self.book.names:
            terms = self.book.meant(text, self.period, ("term",)) or self.book.meant(
                bare(text), self.period, ("term",)
            )
        self.add(kind, terms[0].id if terms else "", text, place)

    def contributor(self, one: Contributor, place: int) -> None:
        self.listed("person", one.name, "", place)
        if one.body:
            self.listed("body", one.body, "", place)

    def honour(self, honour: Honour, place: int) -> None:
        self.add("honour", "", honour.title, place, T.levels[honour.level])
        for name in receivers(honour):
            known = self.book.meant(name, self.period, NAMED)
            kind = known[0].kind if known else kind_of(name)
            if kind:
                self.listed(kind, name, "", place)

    def records(self, section: Section, places: dict[str, int]) -> None:
        """What the records name; one of punctuation alone is in no index."""
        for person in (one for one in section.people if one.id in places):
            self.listed("person", person.name, person.id, places[person.id])
        for body in (one for one in section.bodies if one.id in places):
            self.listed("body", body.name, body.id, places[body.id])
        for one in (one for one in section.references if one.id in places):
            gloss = "，".join(part for part in (one.author, one.publisher) if part)
            self.add("reference", "", one.title, places[one.id], gloss)

    def listed(self, kind: str, form: str, id_: str, place: int) -> None:
        """A name that stands in a field: of several that are written so, the one with this id."""
        names = self.book.meant(form, self.period, (kind,))
        for name in [name for name in names if name.id == id_] or names:
            self.add(kind, name.id, name.name, place)
        if not names:
            self.add(kind, "", form, place)

    def add(self, kind: str, id_: str, text: str, place: int, gloss: str = "") -> None:
        made = (text, gloss, dict[int, None]())
        self.found.setdefault((kind, id_, "" if id_ else bare(text)), made)[2][place] = None


def _own_names(volume: Volume, book: Book) -> Iterator[tuple[str, str]]:
    """The names of people and bodies that only the edition's records have, with their kind."""
    for section in volume.sections:
        signed = [*section.contributors, *(one for e in section.entries for one in e.contributors)]
        rows = [("person", one.name) for one in section.people]
        rows += [("person", one.name) for one in signed]
        rows += [("body", one.name) for one in section.bodies]
        rows += [("body", one.body) for one in signed if one.body]
        rows += [(kind_of(name), name) for one in section.honours for name in receivers(one)]
        yield from ((form, kind) for kind, form in rows if kind and form not in book.ids)


def receivers(honour: Honour) -> tuple[str, ...]:
    """The names of an honour's recipients and of who bestowed it."""
    one = honour.recipient
    return tuple(name for name in (one.name, *one.named, honour.from_) if name)


def _titled(section: Section, texts: tuple[Text, ...]) -> Iterator[tuple[str, Text]]:
    """What a locator says of each unit: its title, else its section and number or day."""
    nth = 0
    days = {event.id: dates.written(event.date) for event in section.events}
    for text in texts:
        nth += text.kind == ITEM
        title = text.title or section.title
        if text.kind == ITEM:
            title = f"{section.title}{T.nth.format(number=han(nth))}"
        elif text.kind == EVENT:
            title = T.index_event.format(section=section.title, date=days[text.id])
        yield title, text


def _own_words(section: Section, text: Text) -> str:
    """The words of an entry as written, or of a record, without editors' notes."""
    entry = entry_of(section, text.id) if text.kind == ENTRY else None
    record = None if entry else record_of(section, text.id)
    return entry.source + entry.title if entry else record_words(record) if record else ""


def _places_of(words: Iterable[str], text: str) -> Iterator[Span]:
    for word in words:
        at = text.find(word)
        while word and at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + len(word))


def _within(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span lies within another that is longer."""
    return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in others)


def _covered(span: Span, names: Iterable[Span]) -> bool:
    """Whether the words between the quotes lie within a name."""
    return any(a <= span[0] + 1 and span[1] - 1 <= b for a, b in names)
