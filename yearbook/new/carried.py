"""A section that is taken over whole, to be looked through: it changes little over the years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from yearbook.markup import dialect
from yearbook.model import STATES, Edition, Section, records, sections
from yearbook.new.rewrite import Rewrite

STABLE = ("about", "duties", "departments", "leaders")
RECEIVED = STATES[1]
PAST = ("aliases", "corrections")  # of the last edition alone
CORRECTION = re.compile(dialect.CORRECTION, re.DOTALL)
LINK = re.compile(r"(?<=\]\()(?P<stem>[a-z][a-z0-9-]*)\.md#(?P<id>[a-z][a-z0-9-]*)")
HEAD = ("title", "title_en", "summary_en")


def is_stable(section: Section) -> bool:
    """Whether a section is taken over whole.

    The sections about, duties, departments and leaders are, and every section of people, bodies
    or items that has no other entries than its lead.
    """
    listed = section.people or section.bodies or section.items
    return section.stem in STABLE or (
        bool(listed) and all(entry.id == "lead" for entry in section.entries)
    )


@dataclass(frozen=True, slots=True)
class Stay:
    """The entries and records that the new edition has from its beginning, `stem#id`."""

    edition: str
    ids: frozenset[str]


def stay(edition: Edition) -> Stay:
    return Stay(edition.id, frozenset(_ids(edition)))


def _ids(edition: Edition) -> Iterator[str]:
    for section in sections(edition):
        yield from (f"{section.stem}#{entry.id}" for entry in section.entries)
        if is_stable(section):
            yield from (f"{section.stem}#{one.id}" for one in (*records(section), *section.tables))


def prose(text: str, known: Stay) -> str:
    """The Markdown as it is, its corrections made; a link to what is not taken over leads to the
    last edition."""

    text = CORRECTION.sub(lambda found: found[2], text)

    def link(found: re.Match[str]) -> str:
        stays = f"{found['stem']}#{found['id']}" in known.ids
        return found[0] if stays else f"../{known.edition}/{found[0]}"

    return LINK.sub(link, text)


def data(text: str, edition: Edition) -> str:
    """The YAML as it is, marked: received, and from which edition it was taken."""
    marks = {"state": RECEIVED, "carried": edition.id}
    if not text:
        return "".join(f"{key}: {value}\n" for key, value in marks.items())
    new = Rewrite(text)
    missing = [f"{key}: {value}" for key, value in marks.items() if new.get(key) is None]
    for key, value in marks.items():
        node = new.get(key)
        if node is not None:
            new.put(node, value)
    if missing:
        new.add_first(missing, after=(*HEAD, "state"))
    for node in _states(new):
        new.put(node, RECEIVED)
    new.drop(PAST)
    for mapping in _mappings(new):
        new.drop(PAST, mapping)
    return new.result()


def _mappings(new: Rewrite) -> Iterator[yaml.MappingNode]:
    """The entries, figures, records and so on, each of which may have old addresses."""
    for _, node in new.root.value:
        rows = node.value if isinstance(node, yaml.SequenceNode | yaml.MappingNode) else ()
        values = (row[1] if isinstance(row, tuple) else row for row in rows)
        yield from (value for value in values if isinstance(value, yaml.MappingNode))


def _states(new: Rewrite) -> Iterator[yaml.Node]:
    """The states of the single entries."""
    entries = new.get("entries")
    for _, details in entries.value if entries else ():
        node = new.get("state", details)
        if node is not None:
            yield node
