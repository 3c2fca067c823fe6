"""What the sections of a volume have to compare: sentences, records, tables, figures.

Notes are left out: they are the editors' own words on the text, not the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from yearbook import address
from yearbook.model import Entry, Section, records
from yearbook.render.labels import T
from yearbook.render.records import headed, records_view
from yearbook.render.site import Site, Volume
from yearbook.search.chapters import entry_texts
from yearbook.years.change import months
from yearbook.years.pairing import Block, Contents, Indicator, Matter, contents
from yearbook.years.sentences import sentences

FIELDS = {
    "people": ("main", "before", "after"),
    "bodies": ("main", "after"),
    "items": ("main",),
    "events": ("before", "main"),
    "references": ("before", "main", "after"),
    "pictures": ("caption", "credit"),
}


@dataclass
class Matters:
    """The matter of all volumes, worked out for a section when it is asked for, and kept while
    the volume or a neighbour is being asked for."""

    site: Site
    made: dict[int, dict[str, Matter]] = field(default_factory=dict)
    texts: dict[int, dict[str, dict[str, str]]] = field(default_factory=dict)
    sections: dict[int, dict[str, Section]] = field(default_factory=dict)

    @cached_property
    def contents(self) -> tuple[Contents, ...]:
        return contents(self.site.threads)

    @property
    def series(self) -> dict[tuple[int, str], str]:
        """The series of each figure by the place of its volume and its id."""
        return self.site.series.of

    def matter(self, n: int, stem: str) -> Matter:
        """What a section of the volume `n` has to compare."""
        if n not in self.made:
            self.made = {m: found for m, found in self.made.items() if abs(m - n) == 1} | {n: {}}
        made = self.made[n]
        if stem not in made:
            made[stem] = self._matter(n, self._section(n, stem))
        return made[stem]

    def _section(self, n: int, stem: str) -> Section:
        if n not in self.sections:
            self.sections[n] = {one.stem: one for one in self.site.volumes[n].sections}
        return self.sections[n][stem]

    def _matter(self, n: int, section: Section) -> Matter:
        volume, stem = self.site.volumes[n], section.stem
        if n not in self.texts:
            self.texts = {n: entry_texts(self.site, volume)}
        keys = self.contents[n].by_stem[stem].entries
        texts = self.texts[n][stem]
        entries = (
            Block(stem, keys[one.id], one.id, _title(section, one), sentences(texts[one.id]))
            for one in section.entries
        )
        span = months(volume.edition.covers)
        figures = (Indicator(stem, self.series[n, one.id], one, span) for one in section.figures)
        blocks = (*entries, *_records(volume, section), *_tables(section))
        return Matter(stem, section.title, blocks, tuple(figures))


def _title(section: Section, entry: Entry) -> str:
    """The title of an entry; the lead has none where more follows."""
    more = len(section.entries) > 1 or records(section)
    return T.compare_opening if entry.id == "lead" and more else entry.title


def _records(volume: Volume, section: Section) -> Iterator[Block]:
    """The records of each kind, a line each."""
    kinds = [kind for kind in FIELDS if getattr(section, kind)]
    if not kinds:
        return
    shown = records_view(address.section(volume.edition.id, section.stem), volume, section)
    for kind in kinds:
        rows = [(one.id, _line(kind, one)) for one in getattr(shown, kind)]
        ids, lines = tuple(id_ for id_, _ in rows), tuple(line for _, line in rows)
        anchor = f"{kind}_" if headed(section) else ids[0]
        yield Block(section.stem, (f"{kind}_",), anchor, getattr(T, kind), lines, ids)


def _line(kind: str, one: object) -> str:
    """The fields of a record in the order in which its page shows them."""
    joint = T.compare_event if kind == "events" else T.comma
    return joint.join(said for name in FIELDS[kind] if (said := getattr(one, name))) + "\n"


def _tables(section: Section) -> Iterator[Block]:
    """The tables, a line for each row."""
    for one in section.tables:
        lines = tuple(T.comma.join(filter(None, row)) + "\n" for row in one.rows)
        yield Block(section.stem, (f"{one.id}_",), one.id, one.caption or T.table, lines)
