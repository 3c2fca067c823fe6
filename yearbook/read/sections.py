"""A section: `STEM.md` cut into entries, `STEM.yaml` read by the field table, both put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from yearbook.issues import near
from yearbook.model import Entry, Figure, Section, Slot
from yearbook.read import format, plainprose
from yearbook.read.forms import Details
from yearbook.read.nodes import Map
from yearbook.read.plainprose import LEAD, Prose
from yearbook.read.source import compose
from yearbook.read.text import Source


def read_prose(text: str, source: Source) -> Prose:
    """The title, entries and notes of a section's Markdown."""
    ordinary = plainprose.read(text, source.path)
    if ordinary is not None:
        return ordinary
    from yearbook.read import prose

    return prose.read(text, source)


def read_data(text: str, source: Source, prose: bool) -> dict[str, Any]:
    """The fields of a section's YAML that read well, by key; `prose`: it has a Markdown file."""
    top = compose(text, source)
    if top is None:
        return {}
    _check_data_title(top, source, prose)
    return format.SECTION.part(top, source)


def _check_data_title(top: Map, source: Source, prose: bool) -> None:
    """With Markdown the title is its `# ` line; without, YAML must say it."""
    if prose and "title" in top.values:
        key = top.key("title")
        source.fault(key.line, key.column, "C154")
    elif not prose and not top.torn and not format.SECTION.mentions(top, "title"):
        source.fault(0, 0, "C171")


def assemble(
    stem: str, prose: Prose | None, data: dict[str, Any], md: Source | None, yaml: Source | None
) -> Section:
    """The section of prose and data; adds the issues of what one says about the other."""
    source = md or yaml
    assert source is not None
    written = data.pop("title", "")
    title = prose.title if prose else written
    entries = tuple(prose.entries) if prose else ()
    details = data.pop("entries", ())
    declared = data.pop("figures", ())
    if md is not None and md.draft and _awaits_lead(entries, details, declared):
        entries = (Entry(id=LEAD, title=title, source="", line=1, at=md.at(1, 1)), *entries)
    if details and yaml is not None and (md is None or md.clean):
        entries = _detailed(entries, details, yaml)
    return Section(
        stem=stem,
        title=title,
        at=source.at(),
        entries=entries,
        notes=prose.notes if prose else (),
        figures=tuple(one for one in declared if isinstance(one, Figure)),
        slots=tuple(one for one in declared if isinstance(one, Slot)),
        **data,
    )


def _awaits_lead(
    entries: tuple[Entry, ...], details: Sequence[Details], declared: Sequence[Figure | Slot]
) -> bool:
    """Whether the data of a draft speaks of a lead that has no words yet."""
    named = {*(one.id for one in details), *(one.entry for one in declared)}
    return LEAD in named and all(entry.id != LEAD for entry in entries)


def _detailed(
    entries: tuple[Entry, ...], details: tuple[Details, ...], source: Source
) -> tuple[Entry, ...]:
    """The entries with what YAML says about them; an issue for one that the prose lacks."""
    said = {one.id: one for one in details}
    known = {entry.id: None for entry in entries}
    for one in details:
        if one.id not in known:
            source.fault(one.at.line, one.at.column, "C147", id=one.id, near=near(one.id, known))
    return tuple(
        replace(entry, **said[entry.id].values) if entry.id in said else entry for entry in entries
    )
