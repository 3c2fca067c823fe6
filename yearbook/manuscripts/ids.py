"""Ids of what is imported: those in use already, else proposals in pinyin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from yearbook import address
from yearbook.manuscripts.drafts import EntryDraft, RecordDraft, SectionDraft
from yearbook.manuscripts.markdown import title
from yearbook.manuscripts.shapes import proper
from yearbook.model import Edition, Section, records, sections
from yearbook.read.slugs import propose

WORDS = {"null", "true", "false"}  # no text in YAML
NOT_STEMS = address.RESERVED_STEMS | address.WINDOWS_NAMES | {"edition"} | WORDS
ALIKE, MOSTLY = 0.5, 0.7
KEYS = {
    "people": "name",
    "bodies": "name",
    "items": "text",
    "events": "text",
    "references": "title",
}


@dataclass(slots=True)
class Known:
    """The sections of this edition and of the one before it, by which ids are found again.

    `remembered` are the ids of earlier imports: by stem the id of each title.
    """

    here: Edition | None
    before: Edition | None
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def sections(self) -> Iterable[Section]:
        for edition in (self.here, self.before):
            yield from sections(edition) if edition else ()

    def of(self, stem: str) -> list[Section]:
        """The sections of that stem, that of this edition first."""
        return [one for one in self.sections() if one.stem == stem]

    def stem(self, title: str) -> str:
        """The stem of a section that has, or had, that title; empty for none."""
        name = proper(title)
        return next((one.stem for one in self.sections() if proper(one.title) == name), "")

    def titles(self) -> frozenset[str]:
        return frozenset(proper(one.title) for one in self.sections())

    def categories(self) -> dict[str, str]:
        """The ids of categories by their titles."""
        made: dict[str, str] = {}
        for edition in (self.here, self.before):
            for category in edition.contents if edition else ():
                if category.title:
                    made.setdefault(proper(category.title), category.id)
        return made


def stem(title: str, known: Known, taken: Set[str]) -> str:
    """The stem of a section: the one of its title, else a new one that no section has."""
    found = known.stem(title)
    if found:
        return found
    used = taken | WORDS | {one.stem for one in known.sections()}
    made = propose(title, used)
    return propose(f"{title} list", used | NOT_STEMS) if made in NOT_STEMS else made


def entries(section: SectionDraft, known: Known) -> list[EntryDraft]:
    """Give every entry and record of a section its id; the entries that have a new title."""
    same = known.of(section.stem)
    old = [(proper(e.title), e.id) for one in same for e in one.entries if e.id != "lead"]
    old += [(proper(said), id_) for said, id_ in known.remembered.get(section.stem, {}).items()]
    taken = {"lead", *WORDS}
    for entry in section.entries:
        entry.title = title(entry.title)
        entry.id = _old(proper(entry.title), old, taken) or ""
        taken.add(entry.id)
    here = [one for one in same if known.here and one in sections(known.here)]
    renamed = [entry for entry in section.entries if not entry.id and _same(entry, here, taken)]
    for record in section.records:
        known_ones = _records(same, record.kind)
        record.id = _old(_said(record), known_ones, taken) or _like(record, known_ones, taken)
        taken.add(record.id)
    for entry in section.entries:
        entry.id = entry.id or _new(entry.title, taken, old)
    for record in section.records:
        record.id = record.id or _new(_said(record), taken, old)
    return renamed


def _same(entry: EntryDraft, here: Iterable[Section], taken: set[str]) -> bool:
    """Whether an entry that is here says nearly the same under another title; its id is taken."""
    said = "".join(block.text for block in entry.blocks)
    row = [one for section in here for one in section.entries if one.id not in taken]
    best = max(((_alike(said, one.source.strip()), one.id) for one in row), default=(0.0, ""))
    if best[0] < MOSTLY:
        return False
    entry.id = best[1]
    taken.add(entry.id)
    return True


def _old(name: str, old: Iterable[tuple[str, str]], taken: set[str]) -> str | None:
    return next((id_ for said, id_ in old if said == name and id_ not in taken), None)


def _like(record: RecordDraft, old: Iterable[tuple[str, str]], taken: set[str]) -> str:
    """The id of a duty that says nearly the same; empty for none, and for other records."""
    if record.kind != "items":
        return ""
    said = _said(record)
    row = [(_alike(said, text), id_) for text, id_ in old if id_ not in taken]
    best = max(row, default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else ""


def _alike(one: str, two: str) -> float:
    return SequenceMatcher(None, one[:200], two[:200], autojunk=False).ratio()


def _new(said: str, taken: set[str], old: Iterable[tuple[str, str]]) -> str:
    made = propose(said, taken | {id_ for _, id_ in old})
    taken.add(made)
    return made


def _said(record: RecordDraft) -> str:
    return proper(record.fields[KEYS[record.kind]])


def _records(same: Iterable[Section], kind: str) -> list[tuple[str, str]]:
    """What the records of that kind say, with their ids."""
    row = (one for section in same for one in records(section) if one in getattr(section, kind))
    return [(proper(str(getattr(one, KEYS[kind]))), one.id) for one in row]
