"""The files of a section: Markdown, YAML and tables, put together with what stands there."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from yearbook.fix.same import dated_sections, old_figures
from yearbook.issues import Issues
from yearbook.manuscripts import markdown, sectiondata
from yearbook.manuscripts.drafts import Found, Line, SectionDraft
from yearbook.manuscripts.ids import WORDS
from yearbook.manuscripts.imports import digests
from yearbook.manuscripts.mending import MARK
from yearbook.manuscripts.numbers import (
    Proposed,
    cell_figures,
    is_large,
    numbers_said,
    propose_figures,
    ranks,
    undeclared,
)
from yearbook.manuscripts.target import Target
from yearbook.model import Entry, Imprint, Section, Yearbook
from yearbook.model import figures as all_figures
from yearbook.read.sections import assemble, read_data, read_prose
from yearbook.read.text import Source


@dataclass(slots=True)
class SectionFiles:
    """What a section is written as; an empty text is no file. `figures` are the new ones,
    `awaited` the entries of a scaffold that the manuscript does not have. `added`: tables of a
    sheet were added to a section that is there. `keeps`: its Markdown stays as it is. `dropped` are
    entries with words that go."""

    stem: str
    draft: SectionDraft
    found: Found
    md: str = ""
    yaml: str = ""
    tables: dict[str, str] = field(default_factory=dict)
    figures: list[Proposed] = field(default_factory=list)
    awaited: list[Entry] = field(default_factory=list)
    dropped: list[Entry] = field(default_factory=list)
    added: bool = False
    keeps: bool = False


def section_files(
    draft: SectionDraft, found: Found, target: Target, taken: set[str]
) -> SectionFiles:
    """The files of a section; `taken` are the ids of figures in use, to which the new are added."""
    made = SectionFiles(draft.stem, draft, found)
    here = target.section(draft.stem)
    if draft.sheet and here and here.entries:
        _add_tables(made, here, target)
    else:
        made.awaited = _awaited(draft, here)
        made.keeps = not draft.all and _is_own(f"{made.stem}.md", target)
        made.dropped = [] if made.keeps else _dropped(made, here)
        made.md = _prose(made, target)
    made.tables = {table.file: _csv(table.rows) for _, table in draft.tables}
    _declare(
        made,
        sectiondata.Data(draft, bool(made.md), here, _old_yaml(made, target), made.keeps),
        target,
        taken,
    )
    return made


def _is_own(name: str, target: Target) -> bool:
    """Whether a file is there that no import made, such as one that `new` carried over."""
    return bool(target.text(name)) and name not in digests(target.imports)


def _prose(made: SectionFiles, target: Target) -> str:
    if made.keeps:
        return target.text(f"{made.stem}.md")
    return _markdown(made, target) if made.draft.all or made.awaited else ""


def _dropped(made: SectionFiles, here: Section | None) -> list[Entry]:
    """Entries with words that the section has and the manuscript has not."""
    own = made.draft.ids
    return [
        one for one in (here.entries if here else ()) if one.source.strip() and one.id not in own
    ]


def _old_yaml(made: SectionFiles, target: Target) -> str:
    here = target.section(made.stem)
    return target.text(f"{made.stem}.yaml") if here and here.clean else ""


def _add_tables(made: SectionFiles, here: Section, target: Target) -> None:
    """Tables of a sheet go to the lead of the section, or to its first entry."""
    made.found.added = [one for one in made.found.added if one.where != "title"]
    made.added, made.draft.lead.id = True, here.entries[0].id
    made.md = target.text(f"{made.stem}.md")


def _awaited(draft: SectionDraft, here: Section | None) -> list[Entry]:
    """Entries of a scaffold that are still without words and not in the manuscript."""
    own = {entry.id for entry in draft.all}
    row = here.entries if here else ()
    return [one for one in row if one.id not in own and not one.source.strip() and one.id != "lead"]


# Markdown


def _markdown(made: SectionFiles, target: Target) -> str:
    draft, found = made.draft, made.found
    notes = _notes(draft, found)
    parts = [f"# {markdown.title(draft.title)}"]
    if draft.lead.blocks:
        parts.append(markdown.body(draft.lead.blocks, notes))
    group = ""
    for entry in draft.entries:
        if entry.group != group and entry.group:
            parts.append(f"## {markdown.title(entry.group)} {{.group}}")
        group = entry.group
        parts.append(f"## {markdown.title(entry.title)} {{#{entry.id}}}")
        parts.append(markdown.body(entry.blocks, notes))
    parts += [_as_it_stands(one, target.text(f"{made.stem}.md")) for one in made.awaited]
    parts += [_note(id_, found.notes[key]) for key, id_ in _ids(notes, found).items()]
    return "\n\n".join(part for part in parts if part) + "\n"


def _as_it_stands(entry: Entry, text: str) -> str:
    """An entry of a scaffold with its comments, as it is in the file."""
    lines = text.split("\n")[entry.at.line - 1 :]
    end = next(
        (n for n, line in enumerate(lines[1:], 1) if line.startswith(("# ", "## ", "[^"))), None
    )
    return "\n".join(lines[:end]).strip()


def _notes(draft: SectionDraft, found: Found) -> dict[str, str]:
    """The id of the note for each mark in the section, in the order of reading.

    A note that another section took before is not written twice.
    """
    made: dict[str, str] = {}
    ids: dict[str, str] = {}
    for entry in draft.all:
        for mark in MARK.findall("".join(block.text for block in entry.blocks)):
            kind, _, key = found.marks.get(mark, "").partition(":")
            if kind == "note" and key in found.notes and found.takes(key, draft):
                made[mark] = ids.setdefault(key, f"n{len(ids) + 1}")
    return made


def _ids(notes: Mapping[str, str], found: Found) -> dict[str, str]:
    return {found.marks[mark].partition(":")[2]: id_ for mark, id_ in notes.items()}


def _note(id_: str, lines: Sequence[Line]) -> str:
    """A note; its further paragraphs are indented."""
    row = [markdown.paragraph(MARK.sub("", line.text)) for line in lines if MARK.sub("", line.text)]
    return f"[^{id_}]: " + "\n\n    ".join(row) if row else f"[^{id_}]: —"


def _csv(rows: Sequence[Sequence[str]]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()


# Figures


def _declare(made: SectionFiles, data: sectiondata.Data, target: Target, taken: set[str]) -> None:
    """Propose figures for the numbers of the section and of its tables, and write the YAML."""
    before = all_figures(target.before) if target.before else ()
    dated = dated_sections(made.stem, target.here, target.before, target.year)
    old = old_figures(dated)
    reserved = {*taken, *WORDS, *(one.id for one in old), *(one.id for _, one in before)}
    free = [one for one in old if one.id not in taken and one.id not in data.held]
    now = _section(made.md, data.text(()), made.stem)
    numbers = numbers_said(now, target.here)
    row = propose_figures(numbers, free, reserved)
    for _, table in made.draft.tables:
        used = {one.id for one in row}
        left = [one for one in free if one.id not in used]
        said = [*now.figures, *(one.figure for one in row if one.figure)]
        row += cell_figures(table, left, said, reserved)
    wrong = _wrong(replace(now, figures=tuple(one.figure for one in row if one.figure)))
    made.figures = [one for one in row if one.id not in wrong]
    data.plain = ranks(numbers)
    _report_numbers(made, undeclared(numbers, made.figures))
    made.yaml = data.text(made.figures)
    taken |= {*(one.id for one in made.figures), *data.held}


def _report_numbers(made: SectionFiles, rows: Mapping[str, Sequence[str]]) -> None:
    """Numbers that were not declared: those that no words tell apart, or too many in a table."""
    draft = made.draft
    places = {one.id: one.place for one in (draft.lead, *draft.entries)}
    places |= {one.id: one.place for one in draft.records}
    for id_, row in rows.items():
        if id_ in places:
            counts = Counter(row).items()
            said = "、".join(f"{one}×{n}" if n > 1 else one for one, n in counts)
            made.found.doubt(places[id_], "figure", said)
    for _, table in draft.tables:
        if is_large(table):
            made.found.doubt(table.place, "cells", table.caption)


def _wrong(section: Section) -> set[str]:
    """The ids of proposed figures that the rules would not let stand."""
    from yearbook.rules.figures import said
    from yearbook.rules.scope import Scope

    scope = Scope(Yearbook(imprint=Imprint(title=""), editions=()), None, section)
    return {str(args["id"]) for _, _, args in said(scope)}


def _section(md: str, yaml: str, stem: str) -> Section:
    """The section that two texts make, its tables not read."""
    issues = Issues()
    first, second = Source(f"{stem}.md", issues), Source(f"{stem}.yaml", issues)
    first.draft = second.draft = True
    prose = read_prose(md, first) if md else None
    data = read_data(yaml, second, bool(md)) if yaml else {}
    return assemble(stem, prose, data, first if md else None, second if yaml else None)
