"""Two neighbouring editions side by side: a page for each section, one for each pair, and the list
of all pairs, from which any two editions can be compared in the browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from yearbook import address
from yearbook.output import Group, Output
from yearbook.render import compareview as shown
from yearbook.render.comparedata import scripts
from yearbook.render.frame import Frame, page
from yearbook.render.keys import Keys
from yearbook.render.labels import T
from yearbook.render.matter import Matters
from yearbook.render.meta import book, meta
from yearbook.render.others import Around, standing
from yearbook.render.site import Site, Volume, decade
from yearbook.render.views import Item, Meta, Page, view
from yearbook.years import pairing

OPEN = 10  # pairs of volumes whose sections are listed open
RUN = 8  # pairs of volumes that are made one after the other, at most


@view
class CompareView:
    """A section in two editions, `before` and `after` their names. `earlier` says what it was
    called in the earlier when that was something else."""

    page: Page
    kicker: str
    title: str
    before: str
    after: str
    earlier: str
    through: Item


@view
class PairView:
    """What two neighbouring editions have both: a page for each section; and what one has alone."""

    page: Page
    title: str
    both: tuple[Item, ...]
    new_title: str
    new: tuple[Item, ...]
    gone_title: str
    gone: tuple[Item, ...]


@view
class PairRow:
    """Two neighbouring editions with the sections that both have."""

    text: str
    href: str
    sections: tuple[Item, ...]


@view
class Decade:
    """The pairs of ten years, folded."""

    title: str
    pairs: tuple[PairRow, ...]


@view
class ComparesView:
    """All pairs of neighbouring editions, the newest first; `volumes` (id, label) can be chosen."""

    page: Page
    lead: str
    pairs: tuple[PairRow, ...]
    decades: tuple[Decade, ...]
    volumes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Neighbours:
    """Two volumes next to each other, the later at place `n`."""

    matters: Matters
    n: int

    @property
    def site(self) -> Site:
        return self.matters.site

    @cached_property
    def volumes(self) -> tuple[Volume, Volume]:
        return self.site.volumes[self.n - 1], self.site.volumes[self.n]

    @cached_property
    def ids(self) -> tuple[str, str]:
        before, after = self.volumes
        return before.edition.id, after.edition.id

    @cached_property
    def title(self) -> str:
        before, after = self.volumes
        return T.compare_pair.format(before=before.label, after=after.label)

    @cached_property
    def frame(self) -> Frame:
        return Frame(self.site, self.volumes[1])

    @cached_property
    def around(self) -> Around:
        return Around(self.site, self.volumes[1])

    @cached_property
    def book(self) -> dict[str, str]:
        after = self.volumes[1]
        return book(after.edition, after.label, self.path("index"))

    @cached_property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        home = ((T.home, address.HOME), (T.compare, address.COMPARE))
        return (*home, (self.title, self.path("index")))

    @cached_property
    def sources(self) -> dict[str, dict[str, frozenset[str] | None]]:
        """The sections of the later volume that have something to be compared with, by stem."""
        before, after = self.matters.contents[self.n - 1 : self.n + 1]
        found = {head.stem: pairing.sources(head.stem, before, after) for head in after.heads}
        return {stem: wanted for stem, wanted in found.items() if wanted}

    def path(self, stem: str) -> str:
        return address.compare(*self.ids, stem)

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {}

    def compared(self, stem: str) -> shown.Compared:
        """The two sides of a section aligned."""
        wanted, later = self.sources[stem], self.matters.contents[self.n]
        before = pairing.gathered(
            wanted, {one: self.matters.matter(self.n - 1, one) for one in wanted}
        )
        made = shown.compared(before, self.matters.matter(self.n, stem), later)
        self._counts[stem] = made.counts
        return made

    def counts(self, stem: str) -> Counter[str]:
        """How many sentences differ, as the page of the section found if it was made before."""
        return self._counts[stem] if stem in self._counts else self.compared(stem).counts


def neighbours(site: Site) -> tuple[Neighbours, ...]:
    """All pairs of neighbouring volumes, the oldest first; none where there is one edition, or
    where no pages across years are wanted."""
    matters = Matters(site)
    return tuple(Neighbours(matters, n) for n in range(1, len(site.volumes) if site.across else 1))


def groups(site: Site, keys: Keys) -> Iterator[Group]:
    """The list of all pairs, and the pages of some that follow each other, since what is worked
    out for a volume serves both its neighbours."""
    rows = neighbours(site)
    if rows:
        yield Group("compare", keys.words, partial(_all, site, rows))
    parts = -(-len(rows) // RUN)
    for nth in range(parts):
        run = rows[len(rows) * nth // parts : len(rows) * (nth + 1) // parts]
        key = keys.words_of(run[0].n - 1, run[-1].n)
        yield Group(f"compare {run[0].ids[0]}", key, partial(_run, run))


def _run(rows: Sequence[Neighbours]) -> Iterator[Output]:
    for pair in rows:
        yield from (_section(pair, stem) for stem in pair.sources)
        yield _pair(pair)
        yield from scripts(pair.matters, pair.n)


def _all(site: Site, rows: Sequence[Neighbours]) -> Iterator[Output]:

    def make() -> bytes:
        return site.theme.render("compares.html", view=compares_view(site, rows))

    yield Output(address.COMPARE, site.keyed(), make)
    yield from scripts(rows[0].matters, 0)


def addresses(site: Site) -> Iterator[str]:
    """The address of every page, for the map of the site."""
    rows = neighbours(site)
    if rows:
        yield address.COMPARE
    for pair in rows:
        yield from (pair.path(stem) for stem in ("index", *pair.sources))


def _section(pair: Neighbours, stem: str) -> Output:
    site, n = pair.site, pair.n
    words = site.words_of(n, stem), site.words_of(n - 1, *pair.sources[stem])

    def make() -> bytes:
        made = section_view(pair, stem)
        said = shown.shown(pair.compared(stem), pair.volumes, made.page.root)
        return site.theme.render("compare.html", view=made, **said)

    return Output(pair.path(stem), site.keyed(*words), make)


def section_view(pair: Neighbours, stem: str) -> CompareView:
    """The page of a section in two editions."""
    path, (before, after) = pair.path(stem), pair.volumes
    later = pair.matters.contents[pair.n].by_stem[stem]
    earlier = pair.matters.contents[pair.n - 1].by_stem
    titles = [earlier[one].title for one, keys in pair.sources[stem].items() if keys is None]
    other = T.join.join(titles)
    said = T.compare_earlier.format(volume=before.label, title=other)
    return CompareView(
        _page(
            pair,
            path,
            (later.title, pair.title),
            (later.title, path),
            same=standing(pair.site, pair.around.years(stem)),
        ),
        T.compare_kicker.format(pair=pair.title),
        later.title,
        before.label,
        after.label,
        said if other not in ("", later.title) else "",
        Item(T.compare_through, address.relative(path, address.through(stem))),
    )


def _page(
    pair: Neighbours,
    path: str,
    titles: tuple[str, ...],
    *crumbs: tuple[str, str],
    same: Callable[[Volume], str] | None = None,
) -> Page:
    before, after = pair.volumes
    imprint = after.edition.imprint
    head = meta(
        imprint,
        path,
        (*titles, imprint.title),
        T.compare_description.format(
            title=imprint.title, matter=titles[0], before=before.label, after=after.label
        ),
        isPartOf=pair.book,
    )
    return pair.frame.page(
        path,
        head,
        crumbs=(*pair.crumbs, *crumbs),
        same=same or (lambda other: address.edition(other.edition.id)),
    )


def _pair(pair: Neighbours) -> Output:
    site, n = pair.site, pair.n

    def make() -> bytes:
        counts = {stem: shown.counted(pair.counts(stem)) for stem in pair.sources}
        return site.theme.render("compared.html", view=pair_view(pair), counts=counts)

    key = site.keyed(site.words_of(n), site.words_of(n - 1))
    return Output(pair.path("index"), key, make)


def pair_view(pair: Neighbours) -> PairView:
    """What two editions have both, and what one has alone."""
    path = pair.path("index")
    before, after = pair.matters.contents[pair.n - 1 : pair.n + 1]
    used = {one for wanted in pair.sources.values() for one, keys in wanted.items() if keys is None}
    both = [head for head in after.heads if head.stem in pair.sources]
    new = [head for head in after.heads if head.stem not in pair.sources]
    gone = [head for head in before.heads if head.stem not in used]
    return PairView(
        _page(pair, path, (pair.title,)),
        pair.title,
        tuple(Item(head.title, f"{head.stem}.html", head.stem) for head in both),
        T.compare_alone.format(volume=pair.volumes[1].label),
        tuple(_link(path, after.edition, head) for head in new),
        T.compare_alone.format(volume=pair.volumes[0].label),
        tuple(_link(path, before.edition, head) for head in gone),
    )


def _link(path: str, edition: str, head: pairing.Head) -> Item:
    return Item(head.title, address.relative(path, address.section(edition, head.stem)))


def compares_view(site: Site, rows: Sequence[Neighbours]) -> ComparesView:
    """The list of all pairs of neighbouring editions."""
    path = address.COMPARE
    newest = [_row(pair) for pair in reversed(rows[-OPEN:])]
    return ComparesView(
        page(site, path, _meta(site), crumbs=((T.home, address.HOME), (T.compare, path))),
        T.compare_lead_all.format(count=len(site.volumes)),
        tuple(newest),
        tuple(_decades(rows[:-OPEN])),
        tuple((one.edition.id, one.label) for one in reversed(site.volumes)),
    )


def _meta(site: Site) -> Meta:
    imprint = site.yearbook.imprint
    said = f"{imprint.title}：{T.compare_lead_all.format(count=len(site.volumes))}"
    return meta(imprint, address.COMPARE, (T.compare, imprint.title), said, "CollectionPage")


def _row(pair: Neighbours) -> PairRow:
    titles = pair.matters.contents[pair.n].by_stem
    links = (Item(titles[stem].title, pair.path(stem)) for stem in pair.sources)
    return PairRow(pair.title, pair.path("index"), tuple(links))


def _decades(rows: Sequence[Neighbours]) -> Iterator[Decade]:
    """The older pairs by the decade which the later volume covers."""
    found: dict[int, list[PairRow]] = {}
    for pair in reversed(rows):
        found.setdefault(decade(pair.volumes[1]), []).append(_row(pair))
    for year, made in found.items():
        yield Decade(T.compare_decade.format(year=year), tuple(made))
