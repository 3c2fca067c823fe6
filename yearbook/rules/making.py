"""Rules of an edition in the making: what is still empty, carried over, or not finished.

In a draft this is only listed; a released edition should have none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from yearbook import model
from yearbook.issues import Place, Words, near
from yearbook.model import Edition, Entry, Figure, Section, Slot
from yearbook.record import positional
from yearbook.rules.scope import Finding, Scope, data_path, place_in_data


@positional
class Lack:
    """What keeps an edition from release: `state` is the one that is not the last yet.

    `entry` is the entry or, for what the section says of all its entries and records, None.
    """

    kind: Literal["state", "empty", "slot", "carried"]
    section: Section
    entry: Entry | None = None
    slot: Slot | None = None
    state: str = ""

    @property
    def at(self) -> Place:
        """Where it is mended: what is a matter of YAML, in the YAML file."""
        if self.kind in ("state", "carried"):
            said = self.state if self.kind == "state" else self.section.carried
            return _written(self.section, said)
        return (self.slot or self.entry or self.section).at


def unfinished(edition: Edition) -> Iterator[Lack]:
    """All that keeps an edition from release, in the order of its contents.

    An entry has words and is 定稿, by itself or by its section; so are the records of a section.
    No figure awaits its value, and no section is carried over without having been looked through.
    """
    for section in model.sections(edition):
        yield from _unfinished(section)


def _unfinished(section: Section) -> Iterator[Lack]:
    if section.carried:
        yield Lack("carried", section)
    if is_empty(section):
        yield Lack("empty", section)
    written = [entry for entry in section.entries if has_words(entry)]
    if section.state != model.FINAL and (has_data(section) or any(not e.state for e in written)):
        yield Lack("state", section, state=section.state)
    for entry in section.entries:
        if not has_words(entry):
            yield Lack("empty", section, entry)
        elif entry.state not in ("", model.FINAL):
            yield Lack("state", section, entry, state=entry.state)
    for slot in section.slots:
        yield Lack("slot", section, slot=slot)


def has_words(entry: Entry) -> bool:
    return bool(entry.source.strip())


def has_data(section: Section) -> bool:
    """Whether a section has records or tables, which have no state of their own."""
    return bool(model.records(section) or section.tables)


def is_empty(section: Section) -> bool:
    """Whether a page would show nothing at all: no entry, no record, no table."""
    return not section.entries and not has_data(section)


def _draft(scope: Scope) -> bool:
    return scope.edition is not None and scope.edition.status == "draft"


def empty_entries(scope: Scope) -> Iterator[Finding]:
    """An entry has words; in a draft those without are listed."""
    for entry in scope.section.entries:
        if not has_words(entry):
            yield entry.at, "C371" if _draft(scope) else "C172", {"title": entry.title}


def empty_section(scope: Scope) -> Iterator[Finding]:
    """A section has something to show; in a draft those without are listed."""
    section = scope.section
    if is_empty(section):
        yield section.at, "C373" if _draft(scope) else "C173", {"title": section.title}


def slots(scope: Scope) -> Iterator[Finding]:
    """The figures of a draft that await their value are listed."""
    for slot in scope.section.slots:
        like = _like(scope, slot)
        yield slot.at, "C372", {"id": slot.id, "label": slot.label, "like": like}


def _like(scope: Scope, slot: Slot) -> Words:
    """The figure of the same entry that may be the same in another unit, or nothing."""
    for figure in _alike(scope, slot):
        said = f"{figure.written}{figure.unit}"
        return Words(
            f"；{figure.id}（{figure.label}：{said}）若是同一个数，"
            f"把它的标识改为 {slot.id}，删去这一行",
            f"; if {figure.id} ({figure.label}: {said}) is the same, give it the id {slot.id}"
            " and delete this line",
        )
    return Words("", "")


def _alike(scope: Scope, slot: Slot) -> Iterator[Figure]:
    """Figures of this edition alone that are called most like this one of those that wait."""
    from yearbook.likeness import bare, likeness, named_alike

    others = [one for one in scope.yearbook.editions if one is not scope.edition]
    for figure in scope.section.figures:
        if figure.entry != slot.entry or not named_alike(figure.label, slot.label):
            continue
        waiting = [one for one in scope.section.slots if one.entry == slot.entry]
        best = max(waiting, key=lambda one: likeness(bare(one.label), bare(figure.label)))
        known = any(one.id == figure.id for other in others for one in model.declared(other))
        if best is slot and not known:
            yield figure


def carried(scope: Scope) -> Iterator[Finding]:
    """What was carried over from an earlier edition is looked through, and says so no more."""
    section = scope.section
    if not section.carried or scope.edition is None:
        return
    row = [one.id for one in scope.yearbook.editions]
    earlier = row[: row.index(scope.edition.id)]
    place = _written(section, section.carried)
    if section.carried in earlier:
        yield place, "C374", {"title": section.title, "edition": section.carried}
    else:
        args = {"edition": section.carried, "near": near(section.carried, earlier)}
        yield place, "C376", {**args}


def states(scope: Scope) -> Iterator[Finding]:
    """No entry of a released edition says that it is not finished."""
    if scope.edition is None or _draft(scope):
        return
    section = scope.section
    row = [entry if entry.state else section for entry in section.entries]
    for one in (*row, *([section] if has_data(section) else [])):
        if one.state not in ("", model.FINAL):
            yield _written(section, one.state), "C375", {"title": one.title, "state": one.state}


def _written(section: Section, said: str) -> Place:
    """Where a word of a section's YAML stands."""
    return place_in_data(section, said, Place(data_path(section)))
