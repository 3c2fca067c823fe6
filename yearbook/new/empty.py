"""A section that is to be written: its titles, ids and figures, and last year's as comments."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.fix.draft import scalar
from yearbook.model import STATES, Contributor, Edition, Entry, Figure, Section, Slot
from yearbook.new import remarks
from yearbook.new.step import Step

ASKED = STATES[0]
LEAD = "lead"


def prose(edition: Edition, section: Section) -> str:
    """The Markdown: headings with their ids, and a comment where words are to stand."""
    blocks, group = [f"# {section.title}"], ""
    for entry in section.entries:
        if entry.group and entry.group != group:
            blocks.append(f"## {entry.group} {{.group}}")
        group = entry.group
        if entry.id != LEAD:
            blocks.append(f"## {entry.title} {{#{entry.id}}}")
        blocks.append(remarks.entry_remark(edition, section, entry))
    return "\n\n".join(blocks) + "\n"


def data(edition: Edition, section: Section, step: Step, has_prose: bool) -> str:
    """The YAML: who is asked for it, the figures as slots, and comments on all the rest."""
    lines = [
        *([] if has_prose else [f"title: {scalar(section.title)}"]),
        *([f"title_en: {scalar(section.title_en)}"] if section.title_en else []),
        *([f"# summary_en: {_line(section.summary_en)}"] if section.summary_en else []),
        f"state: {ASKED}",
        *([f"editor: {scalar(section.editor)}"] if section.editor else []),
        *([f"contributors: {_contributors(section.contributors)}"] if section.contributors else []),
        *_entries(section),
        *_figures(edition, section, step),
        *remarks.honour_remarks(edition, section),
        *remarks.records_remark(edition, section),
    ]
    return "".join(f"{line}\n" for line in lines)


def _entries(section: Section) -> Iterator[str]:
    rows = [(entry, _details(entry)) for entry in section.entries]
    if any(said or entry.id == LEAD for entry, said in rows):
        yield "entries:"
    for entry, said in rows:
        if said or entry.id == LEAD:  # a lead that is named is known to be awaited
            yield f"  {entry.id}: {{{', '.join(f'{key}: {value}' for key, value in said)}}}"
        if entry.keywords:
            yield f"  # {entry.id} 的主题词：{'、'.join(entry.keywords)}"


def _details(entry: Entry) -> list[tuple[str, str]]:
    """What stays of an entry."""
    said = {
        "title_en": scalar(entry.title_en) if entry.title_en else "",
        "contributors": _contributors(entry.contributors) if entry.contributors else "",
        "editor": scalar(entry.editor) if entry.editor else "",
    }
    return [(key, value) for key, value in said.items() if value]


def _contributors(row: tuple[Contributor, ...]) -> str:
    said = [
        f"{{name: {scalar(one.name)}{f', body: {scalar(one.body)}' if one.body else ''}}}"
        for one in row
    ]
    return f"[{', '.join(said)}]"


def _figures(edition: Edition, section: Section, step: Step) -> Iterator[str]:
    if section.figures or section.slots:
        yield "figures:"
    for one in section.figures:
        yield f"  {_slot(one, step)}  {remarks.figure_remark(edition, one)}"
    for slot in section.slots:
        yield f"  {_braced(slot.id, _head(slot))}"


def _slot(figure: Figure, step: Step) -> str:
    """A figure without its value, wording and approximation."""
    said = _head(figure)
    said |= {"as_of": step.day(figure.as_of).isoformat()} if figure.as_of else {}
    said |= {"per": scalar(figure.per)} if figure.per else {}
    said |= {"definition": scalar(figure.definition)} if figure.definition else {}
    said |= {"series": figure.series} if figure.series else {}
    return _braced(figure.id, said)


def _head(one: Figure | Slot) -> dict[str, str]:
    return {"entry": one.entry, "label": scalar(one.label), "value": "", "unit": scalar(one.unit)}


def _braced(id_: str, said: dict[str, str]) -> str:
    fields = ", ".join(f"{key}: {value}" for key, value in said.items())
    return f"{id_}: {{{fields}}}"


def _line(text: str) -> str:
    return " ".join(text.split())
