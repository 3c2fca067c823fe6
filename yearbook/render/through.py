"""`through/STEM.html`: a section through the years, what came, went, moved and was renamed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from itertools import groupby

from yearbook import address
from yearbook.model import Body, Entry, Person, Section
from yearbook.output import Output
from yearbook.render.frame import Frame
from yearbook.render.labels import T
from yearbook.render.meta import meta
from yearbook.render.others import place, standing
from yearbook.render.section import signature
from yearbook.render.serieslist import Multiple, Multiples
from yearbook.render.site import MANY, Site, decade, entry_count
from yearbook.render.views import Page, Toc, view
from yearbook.years.matrix import Years
from yearbook.years.threads import LEAD, Spot, Stand

Named = Entry | Person | Body


@view
class Matter:
    """An entry or a record of a year; `said` is what became of it since the year before."""

    title: str
    href: str
    said: str = ""


@view
class ThroughYear:
    """The section in a volume: `facts` are its numbers and who wrote it; `gone` what it lost.

    Without `href` the volume lacks it.
    """

    id: str
    label: str
    title: str
    href: str
    facts: str
    matters: tuple[Matter, ...] = ()
    gone: tuple[Matter, ...] = ()


@view
class ThroughView:
    """A section's page through the years, newest year first; `figures` are its series."""

    page: Page
    title: str
    lead: str
    toc: tuple[Toc, ...]
    figures: tuple[Multiple, ...]
    years: tuple[ThroughYear, ...]


def outputs(site: Site) -> Iterator[Output]:
    through = Through(site)
    for stem, newest in stems(site).items() if site.across else ():
        years = site.threads.years(newest, Spot(stem))
        words = [site.words_of(n, *(spot.stem for spot in row)) for n, row in years.items()]
        make = partial(through.page, stem, newest)
        yield Output(address.through(stem), site.keyed(words), make)


def stems(site: Site) -> dict[str, int]:
    """The stems of all volumes, each with the place of the newest that has it."""
    found = [(stem, n) for n, one in enumerate(site.volumes) for stem in sorted(one.stems)]
    return dict(found)


class Through:
    """The pages of sections through the years: what they have in common is made once."""

    def __init__(self, site: Site) -> None:
        self.site, self.threads = site, site.threads

    @cached_property
    def frame(self) -> Frame:
        return Frame(self.site)

    @cached_property
    def multiples(self) -> Multiples:
        return Multiples(self.site)

    @cached_property
    def sections(self) -> list[dict[str, Section]]:
        return [{one.stem: one for one in volume.sections} for volume in self.site.volumes]

    def page(self, stem: str, newest: int) -> bytes:
        return self.site.theme.render("through.html", view=self.view(stem, newest))

    def view(self, stem: str, newest: int) -> ThroughView:
        """All that the page of a section through the years shows."""
        site, path, imprint = self.site, address.through(stem), self.site.yearbook.imprint
        years = self.threads.years(newest, Spot(stem))
        last = max(years)
        title, lead = self.threads.title(last, years[last][0]), _lead(site, years)
        head = meta(
            imprint,
            path,
            (T.through_title.format(title=title), imprint.title),
            lead,
            "CollectionPage",
        )
        crumbs = ((T.home, address.HOME), (T.through, address.YEARS), (title, path))
        blocks = tuple(self._blocks(path, years))
        stems = {one.stem for row in years.values() for one in row if not one.id}
        return ThroughView(
            self.frame.page(path, head, crumbs=crumbs, same=standing(site, years)),
            title,
            lead,
            tuple(_toc(site, blocks)),
            self.multiples.of(stems, path),
            blocks,
        )

    def _blocks(self, path: str, years: Years) -> Iterator[ThroughYear]:
        """Each volume between the first and the last that has the section, the newest first."""
        having = sorted(years)
        earlier = dict(zip(having, [None, *having], strict=False))
        for n in range(having[-1], having[0] - 1, -1):
            volume = self.site.volumes[n]
            anchor = f"y_{volume.edition.id}"
            if n not in years:
                yield ThroughYear(anchor, volume.label, T.lacking, "", "")
                continue
            for nth, spot in enumerate(years[n]):
                yield self._block(path, years, (n, spot), earlier[n], "" if nth else anchor)

    def _block(
        self, path: str, years: Years, here: Stand, before: int | None, anchor: str
    ) -> ThroughYear:
        n, spot = here
        volume, title = self.site.volumes[n], self.threads.title(n, spot)
        href, section = address.relative(path, place(volume, spot)), self.sections[n][spot.stem]
        if spot.id:
            said = T.through_entry.format(title=section.title)
            return ThroughYear(anchor, volume.label, title, href, said)
        gone = self._gone(path, years, n, before) if anchor and before is not None else ()
        return ThroughYear(
            anchor,
            volume.label,
            title,
            href,
            _facts(section),
            tuple(
                [self._matter(path, years, n, section, one, before) for one in _matters(section)]
            ),
            tuple(gone),
        )

    def _matter(
        self, path: str, years: Years, n: int, section: Section, one: Named, before: int | None
    ) -> Matter:
        spot = Spot(section.stem, one.id)
        href = address.relative(path, place(self.site.volumes[n], spot))
        return Matter(_name(one), href, _became(self.site, years, (n, spot), before))

    def _gone(self, path: str, years: Years, here: int, before: int) -> Iterator[Matter]:
        """What the section had the time before and has no more, and where it went."""
        stems = {spot.stem for spot in years[here]}
        for stem in dict.fromkeys(spot.stem for spot in years[before] if not spot.id):
            for one in _matters(self.sections[before][stem]):
                spot = Spot(stem, one.id)
                carried = [on for on in self.threads.after(before, spot) if on[0] <= here]
                if not any(on.stem in stems for _, on in carried):
                    target = address.relative(path, place(self.site.volumes[before], spot))
                    yield Matter(_name(one), target, _went(self.site, carried))


def _lead(site: Site, years: Years) -> str:
    first, last = (site.volumes[n].label for n in (min(years), max(years)))
    words = T.through_lead if len(years) > 1 else T.through_lead_one
    return words.format(count=len(years), first=first, last=last)


def _toc(site: Site, blocks: tuple[ThroughYear, ...]) -> Iterator[Toc]:
    """The years; when there are many, by decade."""
    at = {f"y_{volume.edition.id}": volume for volume in site.volumes}
    found = [block for block in blocks if block.id]
    for start, of_decade in groupby(found, lambda block: decade(at[block.id])):
        rows = tuple(Toc(block.label, f"#{block.id}") for block in of_decade)
        if len(found) > MANY:
            yield Toc(T.decade.format(year=start), children=rows)
        else:
            yield from rows


def _matters(section: Section) -> Iterator[Named]:
    """What is listed by name: entries, people and bodies."""
    yield from (entry for entry in section.entries if entry.id != LEAD)
    yield from section.people
    yield from section.bodies


def _name(one: Named) -> str:
    return one.title if isinstance(one, Entry) else one.name


def _facts(section: Section) -> str:
    """4条·约1200字·3数·（周宁）."""
    written = [entry.source for entry in section.entries]
    letters = sum(len("".join(text.split())) for text in written)
    signed = [*section.contributors, *(one for e in section.entries for one in e.contributors)]
    facts = (
        T.entries_count.format(entries=entry_count(section)),
        T.letters_count.format(count=_rounded(letters)) if letters else "",
        T.figures_count.format(figures=len(section.figures)) if section.figures else "",
        signature({one.name: one for one in signed}.values()),
    )
    return "·".join(fact for fact in facts if fact)


def _rounded(count: int) -> int:
    """To two digits, at least to tens."""
    step = max(10, int("1" + "0" * (len(str(count)) - 2)))
    return max(step, round(count / step) * step)


def _became(site: Site, years: Years, here: Stand, before: int | None) -> str:
    """New, renamed, moved, or there again after some years; empty when it went on as it was."""
    if before is None:
        return ""
    back, threads = site.threads.before(*here), site.threads
    if not back:
        return T.matter_new
    said: dict[str, None] = {}
    stems = {spot.stem for spot in years[before]}
    latest = max(n for n, _ in back)
    for n, spot in (one for one in back if one[0] == latest):
        if threads.title(n, spot) != threads.title(*here):
            said[T.matter_was.format(title=threads.title(n, spot))] = None
        if n < before:
            said[T.matter_last.format(volume=site.volumes[n].label)] = None
        elif spot.stem not in stems | {here[1].stem}:
            title = threads.title(n, Spot(spot.stem))
            said[T.matter_from.format(title=title)] = None
    return T.comma.join(said)


def _went(site: Site, carried: list[Stand]) -> str:
    titles = (site.threads.title(n, Spot(spot.stem)) for n, spot in carried)
    said = T.join.join(T.quoted.format(title=title) for title in dict.fromkeys(titles))
    return T.matter_to.format(title=said) if said else ""
