"""People and bodies of all years: what the volumes say of each, and what a body was before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from yearbook import address
from yearbook.indexes import Book, book_of, reading
from yearbook.indexes.book import forms
from yearbook.output import Output
from yearbook.render import dates
from yearbook.render.frame import page
from yearbook.render.labels import T
from yearbook.render.lines import letter_id
from yearbook.render.meta import meta
from yearbook.render.site import Site
from yearbook.render.views import Item, Page, Toc, view
from yearbook.years.lineages import Lineages
from yearbook.years.lives import Award, Life, Place, Term, Who, lives, named

PAGES = {"person": address.PEOPLE, "body": address.BODIES}
CHAINS = "chains_"


@view
class Told:
    """Words that volumes say, when and by whom; each of the volumes leads to where it says so."""

    text: str
    when: str
    by: str
    volumes: tuple[Item, ...]


@view
class LifeView:
    """A person or body; `remarks` are what else it is called and how long it stands.

    It stands by `reading` where the editors say how the name is read.
    """

    id: str
    text: str
    reading: str
    remarks: tuple[str, ...]
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    terms: tuple[Told, ...]
    awards: tuple[Told, ...]


@view
class LifeLetter:
    """The people or bodies under a letter."""

    id: str
    text: str
    lives: tuple[LifeView, ...]


@view
class Stage:
    """A body in a chain of bodies of which each became the next."""

    text: str
    when: str
    href: str


@view
class LivesView:
    """The page of people or of bodies, in the order of the volumes."""

    page: Page
    title: str
    lead: str
    lives: tuple[LifeView, ...]
    chains: tuple[tuple[Stage, ...], ...]


@view
class LivesShown:
    """The same in the order of the page."""

    toc: tuple[Toc, ...]
    letters: tuple[LifeLetter, ...]
    chains: tuple[tuple[Stage, ...], ...]


def outputs(site: Site) -> Iterator[Output]:
    """The pages of people and of bodies, when there are two volumes and any of them."""
    for kind, path in PAGES.items():
        register = Register(site, kind)
        if register.lives:
            made = register.view()
            yield site.shown(path, "lives.html", made, partial(register.shown, made))


def anchors(site: Site) -> dict[str, str]:
    """The addresses of the people and bodies that have a page, by the anchor they have there."""
    return {
        who.anchor: f"{path}#{who.anchor}"
        for kind, path in PAGES.items()
        for who in Register(site, kind).lives
    }


def pages(site: Site) -> Iterator[Item]:
    """The pages of people and bodies that there are."""
    for kind, path in PAGES.items():
        if Register(site, kind).lives:
            yield Item(T.lives[kind], path)


class Register:
    """The people or bodies of all volumes."""

    def __init__(self, site: Site, kind: str) -> None:
        self.site, self.kind, self.path = site, kind, PAGES[kind]
        self.book = book_of(site.yearbook.names)
        editions = [volume.edition for volume in site.volumes]
        several = editions if len(editions) > 1 else []
        self.lives = lives(several, self.book, kind)
        joined = kind == "body" and bool(several)
        self.lineages = Lineages(several, self.book) if joined else Lineages((), Book(()))
        if joined:
            self._complete()

    def _complete(self) -> None:
        """Take in the bodies that names.yaml alone tells of: their days, before and after."""
        dated = (one for one in self.book.names if one.kind == "body" and (one.from_ or one.to))
        proper = (named(one) for one in dated if self.book.proper(one.id) == one.id)
        for who in (*self.lineages.members(), *proper):
            self.lives.setdefault(who, Life(who, who.text))

    def view(self) -> LivesView:
        """All that the page shows, not yet in its order."""
        title = T.lives[self.kind]
        lead = T.lives_lead[self.kind].format(count=len(self.lives))
        chains = tuple(tuple(map(self._stage, chain)) for chain in self.lineages.chains())
        made = tuple(map(self._life, self.lives.values()))
        return LivesView(self._page(title, lead), title, lead, made, chains)

    def _page(self, title: str, lead: str) -> Page:
        imprint = self.site.yearbook.imprint
        head = meta(
            imprint, self.path, (title, imprint.title), f"{imprint.title}：{lead}", "CollectionPage"
        )
        crumbs = ((T.home, address.HOME), (title, self.path))
        return page(self.site, self.path, head, crumbs=crumbs)

    def shown(self, made: LivesView) -> dict[str, object]:
        """The lives by letter, the chains by their first body."""
        keys = {who.anchor: self._key(who, life) for who, life in self.lives.items()}
        row = sorted(made.lives, key=lambda one: (reading.order(keys[one.id]), one.text))
        groups = groupby(row, key=lambda one: reading.letter(keys[one.id]))
        letters = tuple(LifeLetter(letter_id(one), one, tuple(them)) for one, them in groups)
        chains = sorted(made.chains, key=lambda chain: reading.order(keys[chain[0].href[1:]]))
        head = [Toc(T.lineages, f"#{CHAINS}")] if chains else []
        toc = (*head, *(Toc(letter.text, f"#{letter.id}") for letter in letters))
        return {"shown": LivesShown(toc, letters, tuple(chains))}

    def _key(self, who: Who, life: Life) -> str:
        if who.id:
            return self.book.key(self.book.by_id[who.id])
        return reading.key(life.text, reading.reading(life.text, who.kind == "person"))

    def _life(self, life: Life) -> LifeView:
        who = life.who
        name = self.book.by_id.get(who.id)
        return LifeView(
            who.anchor,
            life.text,
            name.reading if name else "",
            tuple(filter(None, self._remarks(who))),
            self._items(self.lineages.before.get(who, ())),
            self._items(self.lineages.after.get(who, ())),
            tuple(map(self._term, life.terms)),
            tuple(map(self._award, sorted(life.awards, key=self._day))),
        )

    def _remarks(self, who: Who) -> Iterator[str]:
        name = self.book.by_id.get(who.id)
        if name:
            led = (form for one in self.book.led(name.id) for form in forms(one))
            others = tuple(dict.fromkeys((*forms(name)[1:], *led)))
            yield span(name.from_, name.to)
            yield T.written_also.format(names=T.join.join(others)) if others else ""
            yield name.gloss
        if who.unsure:
            yield T.unsure[self.kind]

    def _items(self, bodies: Sequence[Who]) -> tuple[Item, ...]:
        return tuple(Item(self.lives[who].text, f"#{who.anchor}") for who in bodies)

    def _term(self, term: Term) -> Told:
        return Told(T.join.join(term.words), span(term.start, term.end), "", self._volumes(term))

    def _award(self, award: Award) -> Told:
        by = T.honour_from.format(name=award.by) if award.by else ""
        return Told(award.title, dates.written(award.date), by, self._volumes(award))

    def _volumes(self, told: Term | Award) -> tuple[Item, ...]:
        return tuple(map(self._volume, told.places))

    def _volume(self, place: Place) -> Item:
        edition, spot = self.site.volumes[place[0]].edition, place[1]
        return Item(edition.volume, f"{address.section(edition.id, spot.stem)}#{spot.id}")

    def _day(self, award: Award) -> str:
        start = self.site.volumes[award.places[0][0]].edition.covers.start
        return award.date or str(start.year)

    def _stage(self, who: Who) -> Stage:
        name, life = self.book.by_id.get(who.id), self.lives[who]
        when = span(name.from_, name.to) if name else ""
        return Stage(life.text, when or self._standing(life), f"#{who.anchor}")

    def _standing(self, life: Life) -> str:
        """The volumes from the first to the last that list a body."""
        places = sorted(place[0] for term in life.terms for place in term.places)
        labels = [self.site.volumes[nth].label for nth in dict.fromkeys(places[:1] + places[-1:])]
        return "—".join(labels)


def span(start: str, end: str) -> str:
    """From when to when, as far as it is known."""
    form = T.spans[bool(start) + 2 * bool(end)]
    return form.format(start=dates.written(start), end=dates.written(end))
