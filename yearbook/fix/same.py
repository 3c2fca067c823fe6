"""The same figure again: which numbers of a text carry on figures of last year or fill slots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yearbook import figures
from yearbook.figures import Number
from yearbook.fix.draft import Draft
from yearbook.likeness import ALIKE, TELLING, bare, likeness
from yearbook.model import Edition, Figure, Section, Slot, Yearbook, sections
from yearbook.units import SCALES
from yearbook.words import words

FAR_ALIKE = 0.5
MARGIN = 0.02
NEAR = re.compile(r"[，。；：！？\n,;:!?]")
FAR = re.compile(r"[。；！？\n;!?]")
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Context:
    """What is said around a number: in its clause, and in its sentence as far as its clause."""

    near: str
    far: str


@dataclass(frozen=True, slots=True)
class Old:
    """A figure of the same section as it was: by its id the number is known again.

    `contexts` are its label and the words around it in the prose of its year. `slot`: it waits in
    this edition for its value.
    """

    id: str
    entry: str
    unit: str
    label: str
    contexts: tuple[Context, ...]
    per: str = ""
    definition: str = ""
    as_of: str = ""
    slot: Slot | None = None

    def is_called(self, label: str, unit: str) -> bool:
        """Whether a row of a table that has this name means it."""
        names = {self.label, *(one.near for one in self.contexts)}
        return base(self.unit) == base(unit) and not names.isdisjoint((label, bare(label)))


def dated_sections(
    stem: str, here: Edition | None, before: Edition | None, year: int
) -> list[tuple[Section, int]]:
    """The section here and in the edition before, each with the years since."""
    row = [(one, 0) for one in sections(here) if one.stem == stem] if here else []
    if before:
        years = year - before.covers.start.year
        row += [(one, years) for one in sections(before) if one.stem == stem]
    return row


def edition_before(yearbook: Yearbook, year: int, but: str) -> Edition | None:
    """The last edition that covers a time before `year`."""
    row = [o for o in yearbook.editions if o.id != but and o.covers.start.year < year]
    return row[-1] if row else None


def old_figures(dated: Iterable[tuple[Section, int]]) -> list[Old]:
    """The figures and empty slots of the sections, each id once, the first first.

    With each section stands by how many years it is earlier: a day of a stock moves on by them.
    """
    made: dict[str, Old] = {}
    for section, years in dated:
        for slot in section.slots:
            about = (Context(bare(slot.label), bare(slot.label)),)
            old = Old(slot.id, slot.entry, slot.unit, slot.label, about, slot=slot)
            made.setdefault(slot.id, old)
        for figure in section.figures:
            made[figure.id] = _merged(section, figure, years, made.get(figure.id))
    return list(made.values())


def _merged(section: Section, figure: Figure, years: int, old: Old | None) -> Old:
    own = Context(bare(figure.label), bare(figure.label))
    return Old(
        figure.id,
        old.entry if old else figure.entry,
        old.unit if old else figure.unit,
        old.label if old else figure.label,
        (*(old.contexts if old else ()), own, *_as_said(section, figure)),
        figure.per,
        figure.definition,
        (old.as_of if old else "") or _moved(figure.as_of, years),
        old.slot if old else None,
    )


def _moved(day: date | None, years: int) -> str:
    if day is None:
        return ""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year + years, day.month, last).isoformat()


def _as_said(section: Section, figure: Figure) -> Iterator[Context]:
    """What is said around a figure in its prose."""
    text = words(section, figure.entry) if figure.entry and not figure.cell else ""
    found = figures.spans(figure, text) if text else ()
    row = figures.numbers(text) if found else ()
    for one in row:
        if found[0][0] < one.end and one.start < found[0][1]:
            yield from contexts(text, one, row)


def contexts(text: str, number: Number, row: Sequence[Number]) -> tuple[Context, ...]:
    """What is said around a number of a text, whose numbers are `row`: the words before it in its
    clause, the same with what follows, and those since the last item (3个区、2个县)."""
    start = max((one.end for one in row if one.end <= number.start), default=0)
    end = min((one.start for one in row if one.start >= number.end), default=len(text))
    before = NEAR.split(text[start : number.start])[-1]
    after = re.split("[、（(]", NEAR.split(text[number.end : end])[0])[0]
    far = _sentence(text, number, row)
    made = [Context(bare(before), far), Context(bare(before + after), far + bare(after))]
    if start and "、" in before and len(before) == number.start - start:
        item = before.partition("、")[2]
        made.append(Context(bare(item + after), far + bare(after)))
    return tuple(made)


def _sentence(text: str, number: Number, row: Sequence[Number]) -> str:
    """The words of a sentence as far as a number, without the numbers before it."""
    at = number.start - len(FAR.split(text[: number.start])[-1])
    said = ""
    for one in row:
        if at <= one.start and one.end <= number.start:
            said, at = said + text[at : one.start], one.end
    return bare(said + text[at : number.start])[-LONGEST:]


def base(unit: str) -> str:
    """The unit without its 万 or 亿: 人 of 万人."""
    scale = next((one for one in SCALES if unit.startswith(one) and unit != one), "")
    return unit.removeprefix(scale)


def matched(text: str, row: Sequence[Draft], free: list[Old]) -> Iterator[tuple[Draft, Old | None]]:
    """Each draft of an entry with the old figure that it carries on, which is taken from `free`.

    The best pairs come first. What two fit equally well is left alone: a wrong figure is worse
    than none.
    """
    scores = _scores(text, row, free)
    best: dict[int, Old] = {}
    for (n, name), score in sorted(scores.items(), key=lambda one: (-one[1], one[0])):
        if n in best or all(one.id != name for one in free):
            continue
        left = {one.id for one in free}
        rivals = (
            other
            for (m, id_), other in scores.items()
            if (m == n and id_ != name and id_ in left) or (id_ == name and m not in (n, *best))
        )
        if all(other < score - MARGIN for other in rivals):
            best[n] = next(one for one in free if one.id == name)
            free.remove(best[n])
    yield from ((draft, best.get(n)) for n, draft in enumerate(row))


def _scores(text: str, row: Sequence[Draft], free: Sequence[Old]) -> dict[tuple[int, str], float]:
    """How well each draft goes with each old figure; those that do not are left out."""
    numbers = figures.numbers(text)
    mine = Counter((one.entry, base(one.number.unit)) for one in row)
    theirs = Counter((one.entry, base(one.unit)) for one in free)
    made: dict[tuple[int, str], float] = {}
    for n, draft in enumerate(row):
        said = contexts(text, draft.number, numbers)
        key = draft.entry, base(draft.number.unit)
        for old in free:
            if (old.entry, base(old.unit)) == key:
                only = mine[key] == theirs[key] == 1
                score = max(_score(a, b, only) for a in said for b in old.contexts)
                each = not old.per or any("每" in one.far for one in said)
                made |= {(n, old.id): score} if score and each else {}
    return made


def renewed(draft: Draft, old: Old) -> Draft:
    """The draft with the id and what else lasts of an old figure."""
    more = {"per": old.per, "as_of": old.as_of, "definition": old.definition}
    lasting = tuple((key, said) for key, said in more.items() if said)
    return replace(draft, id=old.id, label=old.label, lasting=lasting)


def _score(one: Context, two: Context, only: bool) -> float:
    """The sum of both likenesses, or 0. `only`: no other number has the unit."""
    near, far = likeness(one.near, two.near), likeness(one.far, two.far)
    telling = min(len(one.near), len(two.near)) >= TELLING
    if (near >= ALIKE and (telling or far >= FAR_ALIKE)) or (only and far >= FAR_ALIKE):
        return near + far
    return 0
