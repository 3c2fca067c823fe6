"""Rules of figures: declared once, found in the prose once, and no number left out."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from yearbook import figures, units
from yearbook.figures import Number
from yearbook.issues import Place, Words
from yearbook.markup import Prose, parse
from yearbook.model import Edition, Figure, Section, records, sections
from yearbook.rules.scope import Finding, Part, Scope, data_path, nearest
from yearbook.words import entry_of, record_of, record_words, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.wording import Said

Span = tuple[int, int]
FALLEN = frozenset("少降低滑跌落减了达\n")  # the last signs of words that say a fall


def said(scope: Scope) -> Iterator[Finding]:
    """A declared figure stands in the words of its entry, exactly once, sharing no character."""
    known = scope.units
    texts: dict[str, str | None] = {}
    taken: dict[str, list[tuple[Span, Figure]]] = {}
    for figure in scope.section.figures:
        if figure.cell:
            continue
        if figure.entry not in texts:
            texts[figure.entry] = _known_words(scope.section, figure.entry)
        text = texts[figure.entry]
        if text is None:
            continue
        found = figures.spans(figure, text, known)
        if len(found) == 1:
            others = taken.setdefault(figure.entry, [])
            yield from _shared(figure, found[0], others, text)
            yield from _agreed(scope.section, figure, text, found[0], known)
            others.append((found[0], figure))
        elif figure.value is None and not figure.text:
            yield figure.at, "C307", {"id": figure.id}
        else:
            yield from _miscounted(scope.section, figure, text, found)


def _known_words(section: Section, id_: str) -> str | None:
    """The words of an entry or record; None where there is none or its words are not known."""
    entry = entry_of(section, id_)
    if entry:
        prose = parse(entry.source)
        return None if prose.unsure else prose.text
    record = record_of(section, id_)
    return record_words(record) if record else None


def _shared(
    figure: Figure, span: Span, taken: list[tuple[Span, Figure]], text: str
) -> Iterator[Finding]:
    for other, first in taken:
        if span[0] < other[1] and other[0] < span[1]:
            shared = {"id": figure.id, "other": first.id, "text": text[slice(*span)]}
            yield figure.at, "C303", {**shared}


def _agreed(
    section: Section, figure: Figure, text: str, span: Span, known: frozenset[str]
) -> Iterator[Finding]:
    """The wording says the figure's number, unit and approximation; a fall is negative."""
    if figure.value is None:
        return
    start = span[0]
    if not figure.text and (figure.value <= 0 or text[max(0, start - 1) : start] not in FALLEN):
        return
    from yearbook import wording

    if figure.text:
        one = wording.match(figure, text, span, known)
        if one is None:
            yield figure.at, "C306", _unsaid(section, figure, text, span)
            return
        start = one.start
    if figure.value > 0 and wording.compared_fall(text, start):
        said = text[wording.fall(text, start) : span[1]]
        value = figure.written.lstrip("0") or figure.written
        args: dict[str, object] = {"id": figure.id, "said": said, "value": value}
        yield figure.at, "C309", args | {"written": figures.written(figure)}


def _unsaid(section: Section, figure: Figure, text: str, span: Span) -> dict[str, object]:
    """Both places of a wording that says something else than its figure, and what it says."""
    place = str(_place_of(section, figure.entry))
    args = {"id": figure.id, "where": place, "text": figure.text}
    from yearbook import wording

    row = [one for one in wording.said(text, span, [figure.unit]) if one.unit]
    meant = min(row, key=lambda one: units.bare(one.unit) != units.bare(figure.unit), default=None)
    return args | {"written": figures.written(figure), "near": _near_said(meant, text)}


def _near_said(meant: Said | None, text: str) -> Words:
    if meant is None:
        return Words(
            "那里没有带单位的数：改正 text，照抄说出这个数的一段",
            "no number with a unit stands there: copy words with text that say the number",
        )
    stands = text[meant.start : meant.end]
    return Words(
        f"正文是“{stands}”：改正 value、unit、approx（减少的写负数）或 text",
        f"the prose has “{stands}”: mend value (negative for a fall), unit, approx or text",
    )


def _miscounted(
    section: Section, figure: Figure, text: str, found: tuple[Span, ...]
) -> Iterator[Finding]:
    """Not said, or said more than once."""
    looked = figure.text or figures.written(figure)
    where = str(_place_of(section, figure.entry))
    args: dict[str, object] = {"id": figure.id, "entry": figure.entry, "where": where}
    args["written"] = looked
    if found:
        example = _longer(text, found)
        yield figure.at, "C302", args | {"count": len(found), "example": example}
    elif figure.value is not None and figure.value < 0 and not figure.text:
        yield (
            figure.at,
            "C308",
            {"id": figure.id, "written": looked, "example": _fallen(figure, text)},
        )
    else:
        yield figure.at, "C301", args | {"near": _near_number(figure, text)}


def _place_of(section: Section, id_: str) -> Place:
    found = entry_of(section, id_) or record_of(section, id_)
    assert found is not None
    return Place(found.at.path, found.at.line)


def _longer(text: str, found: tuple[Span, ...]) -> str:
    """A wording around one of the spans that stands once, for a proposal."""
    ends = [(re.split(r"[\s，。；、：！？]", text[:start])[-1], start, end) for start, end in found]
    for before, start, end in ends:
        after = re.split(r"[\s，。；、：！？]", text[end:])[0]
        for longer in (before + text[start:end], before + text[start:end] + after):
            if len(figures.places(longer, text)) == 1:
                return longer
    return ends[0][0] + text[slice(*found[0])]


def _fallen(figure: Figure, text: str) -> str:
    """How the prose puts a fall: the word before its number and the number, for a proposal."""
    positive = replace(
        figure, value=abs(figure.value or Decimal(0)), written=figure.written.lstrip("-")
    )
    from yearbook import wording

    row = figures.spans(positive, text, [figure.unit])
    for start, end in row:
        first = wording.fall(text, start)
        if first is not None and len(figures.places(text[first:end], text)) == 1:
            return text[first:end]
    return _longer(text, row) if row else f"下降{figures.written(positive)}"


def _near_number(figure: Figure, text: str) -> Words:
    """The number in the entry that comes nearest, as a question; blanks that hide it."""
    if figures.spans(figure, figures.unspaced(text)):
        return Words(
            "正文里有，只是汉字和数字之间打了空格；删去空格",
            "it is there, with blanks between Han and digits; delete the blanks in the prose",
        )
    best = _meant(figure, figures.numbers(text))
    meant = nearest(figure.text, text) if figure.text else best and best.written
    if not meant:
        return Words(
            "改正 value、unit、approx，或用 text: 照抄正文的说法（如 text: 三人）",
            "mend value, unit or approx, or copy the words of the prose with text:",
        )
    return Words(
        f"是不是“{meant}”？改正 YAML 或正文，使两处一致",
        f'did you mean "{meant}"? mend the YAML file or the prose so that they agree',
    )


def _meant(figure: Figure, row: Iterable[Number]) -> Number | None:
    """The number that a figure comes nearest to; with a `text` only the same one. None for none."""
    best = max(row, key=lambda one: _likeness(figure, one), default=None)
    least = 1.35 if figure.text else 0.5
    return None if best is None or _likeness(figure, best) < least else best


def _likeness(figure: Figure, number: Number) -> float:
    """1 for the same value; else as much as the digits agree, more for the same unit."""
    from difflib import SequenceMatcher

    digits = figure.written.replace(",", "")
    alike = SequenceMatcher(None, digits, number.digits.replace(",", "")).ratio()
    same = number.value == figure.value
    return (1 if same else alike * 0.6) + (0.35 if number.unit == figure.unit else 0)


def declared_units(edition: Edition | None) -> frozenset[str]:
    """The units of all figures of an edition: known units there, whatever they are."""
    row = sections(edition) if edition else ()
    return frozenset(figure.unit for section in row for figure in section.figures if figure.unit)


def undeclared(scope: Scope) -> Iterator[Finding]:
    """With `figures: all` every number with a unit is a figure or `plain`."""
    if scope.edition is None or scope.edition.figures != "all":
        return
    for part in (part for part in scope.entries if not part.prose.unsure):
        for number in missing(scope.section, part.id, part.prose, scope.units):
            place = _number_place(part, part.prose.text, number)
            yield place, "C304", {"written": number.written}
    for record in records(scope.section):
        prose = Prose(text=record_words(record))
        for number in missing(scope.section, record.id, prose, scope.units):
            yield record.at, "C304", {"written": number.written}


def missing(section: Section, id_: str, prose: Prose, units: Iterable[str]) -> tuple[Number, ...]:
    """The numbers of an entry that are neither figures nor plain nor part of an honour's title.

    A number that a figure seems to mean, though it says otherwise, is not told of twice.
    """
    own = [figure for figure in section.figures if figure.entry == id_ and not figure.cell]
    taken = [span for figure in own for span in figures.spans(figure, prose.text, units)]
    spared = (*section.plain, *(h.title for h in section.honours if h.entry == id_))
    taken += [span for one in spared for span in figures.places(one, prose.text)]
    found = figures.numbers(prose.text, prose.quiet, units)
    left = [one for one in found if not _covered(one, taken)]
    for figure in own:
        if not figures.spans(figure, prose.text, units) and (meant := _meant(figure, left)):
            left.remove(meant)
    return tuple(left)


def _covered(number: Number, taken: list[Span]) -> bool:
    return any(start < number.end and number.start < end for start, end in taken)


def _number_place(part: Part, text: str, number: Number) -> Place:
    """Where a number of the words stands in the source: the same one counted from the start."""
    text, source = (figures.narrow(one) for one in (text, part.source))
    before = bisect(_places(number.digits, text), number.end, key=lambda span: span[1])
    found = _places(number.digits, source)[: max(1, before)]
    return part.offset(found[-1][0]) if found else Place(part.at.path, part.at.line)


_places = lru_cache(maxsize=16)(figures.places)


def plain_used(scope: Scope) -> Iterator[Finding]:
    """Every wording of `plain` stands in the words of the section."""
    if not scope.section.plain or any(part.prose.unsure for part in scope.entries):
        return
    ids = [entry.id for entry in scope.section.entries]
    ids += [record.id for record in records(scope.section)]
    texts = [words(scope.section, id_) for id_ in ids]
    for plain in scope.section.plain:
        if not any(figures.places(plain, text) for text in texts):
            spot = getattr(plain, "line", 0), getattr(plain, "column", 0)
            yield Place(data_path(scope.section), *spot), "C305", {"text": plain}
