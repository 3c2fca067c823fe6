"""Which section of the edition everything belongs to: stems, ids, names of files."""

from __future__ import annotations

from dataclasses import dataclass, field

from yearbook.issues import Issues, Place
from yearbook.manuscripts import ids, imagefiles
from yearbook.manuscripts.drafts import Found, SectionDraft, without_marks
from yearbook.manuscripts.hints import Hints
from yearbook.manuscripts.shapes import captioned, proper
from yearbook.manuscripts.signs import report_signs
from yearbook.manuscripts.target import Target
from yearbook.read.slugs import propose

MOST = 500  # sections of a manuscript: a file or two each
OPENING = "概述"
SHOWN = 12


@dataclass(slots=True)
class Wish:
    """What the user said: the section for all, the section for an opening without a title."""

    section: str = ""
    opening: str = ""


def hints(target: Target, wish: Wish) -> Hints:
    known = target.known
    return Hints(
        sections=known.titles(),
        categories=frozenset(known.categories()),
        single=bool(wish.section),
        opening=bool(wish.opening),
        year=target.year,
    )


def named(target: Target, said: str) -> tuple[str, str]:
    """The title and, where it is known, the stem of a section that the user named."""
    from yearbook import address

    known = target.known
    for one in known.sections():
        if said in (one.stem, one.title) or proper(said) == proper(one.title):
            return one.title, one.stem
    good = address.ID.fullmatch(said) and said not in ids.NOT_STEMS
    return ("" if good else said), (said if good else "")


@dataclass(slots=True)
class Placing:
    """Gives stems, ids and file names; `tables` and `images` are the names in use."""

    target: Target
    wish: Wish
    issues: Issues
    stems: dict[str, Found] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)

    def place(self, found: Found, path: str) -> None:
        """All sections of a manuscript."""
        if len(found.sections) > MOST:
            count = len(found.sections)
            self.issues.add(Place(path), "M047", count=count, most=MOST)
            return
        for section in found.sections:
            self._stem(section, found, path)
        if self.issues.errors:
            return
        for section in found.sections:
            report_signs(found, section)
            for entry in ids.entries(section, self.target.known):
                found.doubt(entry.place, "renamed", f"{entry.title} #{entry.id}")
            imagefiles.place_pictures(found, section, self.images)
            self._tables(section)

    def _stem(self, section: SectionDraft, found: Found, path: str) -> None:
        where = Place(path, section.place)
        if self.wish.section:
            self._to(section, found, *named(self.target, self.wish.section))
        elif not section.title and self.wish.opening:
            title, stem = named(self.target, self.wish.opening)
            self._to(section, found, title or OPENING, stem)
        elif not section.title:
            words = [block.text for entry in section.all for block in entry.blocks if block.text]
            start = without_marks(" ".join(words))[:SHOWN]
            self.issues.add(where, "M035", start=start)
            return
        else:
            self._to(section, found, section.title, "")
        other = self.stems.get(section.stem)
        if other is found:
            section.stem = ids.stem(f"{section.title} 2", self.target.known, self.stems.keys())
            found.doubt(section.place, "twice", section.title)
        elif other is not None and not section.sheet:
            args = {"title": section.title, "stem": section.stem, "other": other.manuscript.name}
            self.issues.add(where, "M037", **args)
        self.stems.setdefault(section.stem, found)

    def _to(self, section: SectionDraft, found: Found, title: str, stem: str) -> None:
        """The section has a title that is known, or its own."""
        if title and proper(section.title) != proper(title):
            found.leave(section.place, section.title, "title")
            found.add(section.place, title, "title")
            section.title = section.lead.title = title
        if not section.title:
            section.title = section.lead.title = stem
            found.add(section.place, stem, "title")
        name = proper(section.title)
        section.stem = stem or self.titles.get(name, "")
        section.stem = section.stem or ids.stem(section.title, self.target.known, self.stems.keys())
        self.titles[name] = section.stem

    def _tables(self, section: SectionDraft) -> None:
        """Ids of tables are single on their page, their files in the edition."""
        taken = section.ids | ids.WORDS
        here = self.target.section(section.stem)
        if section.sheet and here:
            taken |= {one.id for one in here.entries} | {one.id for one in here.tables}
        old = {
            table.caption: table
            for one in self.target.known.of(section.stem)
            for table in one.tables
        }
        for _, table in section.tables:
            same = old.get(table.caption)
            kept = same.id if same and same.id not in taken else ""
            table.id = kept or propose(captioned(table.caption), taken)
            taken.add(table.id)
            name = propose(table.id, self.tables)
            table.file = f"tables/{name}.csv"
            self.tables.add(name)
