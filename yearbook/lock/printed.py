"""What was printed: words with their dated corrections taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yearbook import markup
from yearbook.markup.prose import Correction, Prose
from yearbook.model import Erratum

MARKED = re.compile(r"[*`\[\\&\n]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of a text, and what was printed in its place."""

    start: int
    end: int
    printed: str


def printed_prose(prose: Prose) -> str:
    """The words with the dated corrections taken back; the others keep both readings."""
    text = f"{prose.text}\n"  # what was left out at the end stood on a line of its own
    for one in reversed(prose.readings):
        was = plain(one.printed) if one.day else literal(one)
        text = text[: one.start] + was + text[one.end :]
    return text.rstrip("\n")


def literal(one: Correction) -> str:
    """Both readings of a correction that has no day, as they are locked."""
    return f"{{~~{plain(one.printed)}~>{one.corrected}~~}}"


def plain(words: str) -> str:
    """The words of a printed reading, its marks taken away as those of the prose are."""
    return markup.parse(words).text if MARKED.search(words) else words


def readings(prose: Prose) -> list[Reading]:
    """The dated corrections of prose."""
    return [Reading(one.start, one.end, plain(one.printed)) for one in prose.readings if one.day]


def place(wanted: str, text: str) -> tuple[int, ...]:
    """Where words stand in a text: as a whole line, else anywhere."""
    if not wanted:
        return ()
    lines = [one.start() for one in re.finditer(f"^{re.escape(wanted)}$", text, re.MULTILINE)]
    return tuple(lines or (one.start() for one in re.finditer(re.escape(wanted), text)))


def taken_back(text: str, errata: Iterable[Erratum]) -> Iterator[tuple[Erratum, int, str]]:
    """The corrections of YAML taken back one by one, the newest first.

    Gives each with the number of places where its corrected words stand, and the text after it;
    only one that stands once changes the text. Of one day those come first that fit. What was left
    out, with nothing in its place, stood at the end.
    """
    rest = newest(errata)
    while rest:
        day = [one for one in rest if one.date == rest[0].date]
        one = next((one for one in day if len(_places(one, text)) == 1), rest[0])
        rest.remove(one)
        found = _places(one, text)
        if len(found) == 1 and one.corrected:
            text = text[: found[0]] + one.printed + text[found[0] + len(one.corrected) :]
        elif len(found) == 1:
            text = f"{text}\n{one.printed}"
        yield one, len(found), text


def newest(errata: Iterable[Erratum]) -> list[Erratum]:
    """Corrections, the newest first; of one day the one written last."""
    return sorted(errata, key=lambda one: one.date)[::-1]


def _places(one: Erratum, text: str) -> tuple[int, ...]:
    return place(one.corrected, text) if one.corrected else (len(text),)


def corrected(text: str, errata: Iterable[Erratum]) -> str:
    """The text after the corrections of YAML, as far as what they say was printed stands in it."""
    for one in newest(errata)[::-1]:
        found = place(one.printed, text)
        if len(found) == 1:
            text = text[: found[0]] + one.corrected + text[found[0] + len(one.printed) :]
    return text


def printed(text: str, errata: Iterable[Erratum]) -> str:
    """The text as it was before the corrections of YAML."""
    for _, _, before in taken_back(text, errata):
        text = before
    return text


def as_readings(text: str, errata: Iterable[Erratum]) -> list[Reading]:
    """The corrections of YAML that stand once in a text."""
    found = [(one, place(one.corrected, text)) for one in errata]
    return [
        Reading(at[0], at[0] + len(one.corrected), one.printed) for one, at in found if len(at) == 1
    ]


def said(text: str, start: int, end: int, row: Sequence[Reading]) -> tuple[str, ...]:
    """What was printed for a stretch of a text, in the ways in which it may have been.

    Where a correction changed something right at the edge, that may have belonged to it or not.
    """
    made = [_said(text, start, end, row, edges) for edges in (False, True)]
    return tuple(dict.fromkeys(made))


def _said(text: str, start: int, end: int, row: Sequence[Reading], edges: bool) -> str:
    out, at = "", start
    for one in sorted((_core(text, one) for one in row), key=lambda one: one.start):
        within = start < one.end and one.start < end and one.start < one.end
        touches = start <= one.end and one.start <= end
        if within or (touches and (edges or start < one.start < end)):
            out += text[at : max(at, one.start)] + one.printed
            at = max(at, one.end)
    return out + text[at:end]


def _core(text: str, one: Reading) -> Reading:
    """The part of a correction in which the readings differ."""
    now = text[one.start : one.end]
    head = shared(now, one.printed)
    tail = shared(now[head:][::-1], one.printed[head:][::-1])
    return Reading(one.start + head, one.end - tail, one.printed[head : len(one.printed) - tail])


def shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their heads."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
