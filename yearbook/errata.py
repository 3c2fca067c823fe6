"""The corrections of an edition: those in the prose and those in the YAML files, as one list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook import address, markup
from yearbook.lock.printed import plain
from yearbook.model import Edition, Erratum, Section, sections
from yearbook.old import things
from yearbook.record import positional

MARK = "{~~"
NOTE = "校注"
AROUND = 6  # characters
BREAK = r"[\n。！？；，]"


@positional
class Corrected:
    """A correction: the page and the anchor where it stands, and what is called so there.

    `day` is empty where none is written. Without both readings the whole of it was added. `before`
    and `after` are some words around it in prose.
    """

    page: str
    anchor: str
    title: str
    day: str
    printed: str
    corrected: str
    reason: str
    before: str = ""
    after: str = ""

    @property
    def address(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def corrections(edition: Edition) -> Iterator[Corrected]:
    """The corrections of an edition in its order."""
    cover = address.edition(edition.id)
    titles = {one.id: one.title for one in edition.contents}
    for one in edition.corrections:
        anchor = f"{one.anchor}_" if one.anchor else ""
        yield _declared(cover, anchor, titles.get(one.anchor, edition.imprint.title), one)
    for section in sections(edition):
        yield from _of_section(section, address.section(edition.id, section.stem))


def _of_section(section: Section, page: str) -> Iterator[Corrected]:
    for entry in section.entries:
        yield from _found(page, entry.id, entry.title, entry.source)
    for note in section.notes:
        title = f"{section.title}·{NOTE}"
        yield from _found(page, address.note_id(note.id), title, note.source)
    if not section.corrections:
        return
    titles = {thing.anchor: thing.title for thing in things(section)}
    for erratum in section.corrections:
        yield _declared(page, erratum.anchor, titles.get(erratum.anchor, section.title), erratum)


def _found(page: str, anchor: str, title: str, source: str) -> Iterator[Corrected]:
    """The corrections of prose; what has none is not parsed."""
    if MARK not in source:
        return
    prose = markup.parse(source)
    for one in prose.readings:
        yield Corrected(
            page,
            anchor,
            title,
            one.day,
            plain(one.printed),
            one.corrected,
            one.why,
            *_around(prose.text, one.start, one.end),
        )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Some words of the same clause before and after a span, with … where the clause goes on."""
    first, last = max(0, start - AROUND), end + AROUND - 2
    while first and first < start and text[first].isdigit() and text[first - 1].isdigit():
        first += 1
    while last > end and last < len(text) and text[last].isdigit():
        last -= 1
    before, after = re.split(BREAK, text[first:start]), re.split(BREAK, text[end:last])
    cut = (first > 0 and len(before) == 1, last < len(text) and len(after) == 1)
    return "…" * cut[0] + before[-1], after[0] + "…" * cut[1]


def _declared(page: str, anchor: str, title: str, one: Erratum) -> Corrected:
    day = one.date.isoformat()
    return Corrected(page, anchor, title, day, one.printed, one.corrected, one.reason)
