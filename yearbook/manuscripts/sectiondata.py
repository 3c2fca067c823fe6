"""The YAML of a section that is imported: what stays of the old one, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yearbook.manuscripts import yamlfile
from yearbook.manuscripts.drafts import EntryDraft, RecordDraft, SectionDraft, TableDraft
from yearbook.manuscripts.numbers import Proposed
from yearbook.manuscripts.yamlfile import above, comments, inline, record, scalar
from yearbook.model import Section

STATE = "收稿"
RECORDS = ("people", "bodies", "items", "events", "references")
ORDER = (
    "title",
    "title_en",
    "summary_en",
    "contributors",
    "state",
    "editor",
    "carried",
    "entries",
    "figures",
    "plain",
    "honours",
    *RECORDS,
    "tables",
    "pictures",
    "ignore",
)


@dataclass(slots=True)
class Data:
    """`prose`: the section has Markdown, which has its title. `old` is the YAML that is there.
    `keeps`: the Markdown that is there stays.

    `held` are ids of figures that stay: those of entries that are not imported; `gone` are ids of
    entries and records that are no more; `tail` are comments below figures that are declared anew.
    """

    draft: SectionDraft
    prose: bool
    here: Section | None
    old: str
    keeps: bool = False
    kept: dict[str, list[str]] = field(default_factory=dict)
    slots: dict[str, list[str]] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    details: dict[str, list[str]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    plain: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.adds:
            self.gone = self._gone()
        self.kept = yamlfile.keys(self.old) if self.old else {}
        self._sort_figures()
        if not self.adds:
            self._drop()
            lines = self.kept.get("entries", [])
            self.kept["entries"] = above(lines)
            self.details = yamlfile.members(lines[len(self.kept["entries"]) :])

    @property
    def adds(self) -> bool:
        """Whether tables of a sheet are added to a section that stays."""
        return self.draft.sheet and self.here is not None and bool(self.here.entries)

    def _gone(self) -> frozenset[str]:
        """What the section has and will not have: entries with words, records of the same kind."""
        kinds = {one.kind for one in self.draft.records}
        row = [one.id for one in self.here.entries if one.source.strip()] if self.here else []
        row = [] if self.keeps else row
        for kind in kinds if self.here else ():
            row += [one.id for one in getattr(self.here, kind)]
        return frozenset(row) - self.draft.ids

    def _sort_figures(self) -> None:
        """Of the old figures stay the slots, and those of entries that are not imported."""
        lines = self.kept.pop("figures", [])
        loose = above(lines)
        for id_, row in yamlfile.members(lines[len(loose) :]).items():
            said = yamlfile.fields(row)
            if said.get("entry") in self.gone:
                self.tail += comments(row[1:])
                continue
            own = said.get("entry") in self.draft.ids
            imported = not self.adds and (own or "table" in said)
            if not said.get("value") and "table" not in said:
                self.slots[id_] = row
            elif not imported:
                self.slots[id_] = row
                self.held.add(id_)
            else:
                self.tail += comments(row[1:])
        self.kept["figures"] = loose

    def _drop(self) -> None:
        """Take out what the manuscript says anew; comments stay."""
        kinds = {one.kind for one in self.draft.records}
        gone = ["title", "carried", "state", "tables", *kinds]
        gone += ["contributors"] if self.draft.contributors else []
        for key in gone:
            if key in self.kept:
                self.kept[key] = above(self.kept[key])

    def text(self, row: Iterable[Proposed]) -> str:
        """The YAML with these figures."""
        parts = {key: list(lines) for key, lines in self.kept.items()}
        for key, lines in self._new(row).items():
            if lines:
                parts[key] = [*parts.get(key, []), *lines]
        rest = [key for key in parts if key and key not in ORDER]
        return yamlfile.joined(
            [parts.get("", []), *(parts.get(key, []) for key in (*ORDER, *rest))]
        )

    def _new(self, row: Iterable[Proposed]) -> dict[str, list[str]]:
        draft, made = self.draft, dict[str, list[str]]()
        if not self.adds:
            made["title"] = [] if self.prose else [f"title: {scalar(draft.title)}"]
            made["state"] = [f"state: {STATE}"]
            made["entries"] = self._entries()
        if draft.contributors:
            made["contributors"] = [f"contributors: {_people(draft.contributors)}"]
        made["figures"] = self._figures(row)
        if self.plain and not self.kept.get("plain"):
            made["plain"] = [f"plain: [{', '.join(map(scalar, self.plain))}]"]
        for kind in RECORDS:
            lines = [line for one in draft.records if one.kind == kind for line in _record(one)]
            made[kind] = [f"{kind}:", *lines] if lines else []
        tables = [_table(entry, table) for entry, table in draft.tables]
        there = any(not line.startswith("#") for line in self.kept.get("tables", []))
        made["tables"] = [*([] if there else ["tables:"]), *tables] if tables else []
        return made

    def _figures(self, row: Iterable[Proposed]) -> list[str]:
        new = {one.id: [f"  {one.line}"] for one in row}
        rest = [line for id_, lines in self.slots.items() if id_ not in new for line in lines]
        rest += [line for id_ in new for line in comments(self.slots.get(id_, [""])[1:])]
        lines = [line for said in new.values() for line in said] + rest + self.tail
        return ["figures:", *lines] if new or self.slots else [line.strip() for line in lines]

    def _entries(self) -> list[str]:
        """What YAML says about the entries: as before, with those who wrote them."""
        own = {entry.id: entry for entry in self.draft.all}
        made = []
        for id_, row in self.details.items():
            if id_ in self.gone:
                made += comments(row[1:])
                continue
            said = _detail(own.pop(id_), self.here) if id_ in own else row[:1]
            made += [*said, *(row[1:] if said == row[:1] else comments(row[1:]))]
        made += [line for entry in own.values() for line in _detail(entry, None)]
        only_comments = len(comments(made)) == len(made)
        return [line.strip() for line in made] if only_comments else ["entries:", *made]


def _detail(entry: EntryDraft, here: Section | None) -> list[str]:
    """A line on an entry; nothing where there is nothing to say."""
    rows = here.entries if here else ()
    old = next((one for one in rows if one.id == entry.id), None)
    said: dict[str, str] = {}
    if old:
        lists = {key: getattr(old, key) for key in ("keywords", "aliases", "continues")}
        said |= {key: getattr(old, key) for key in ("title_en", "editor") if getattr(old, key)}
        said = {key: scalar(value) for key, value in said.items()}
        said |= {key: f"[{', '.join(map(scalar, row))}]" for key, row in lists.items() if row}
        said |= {"date": scalar(old.date)} if old.date else {}
    if entry.contributors:
        said["contributors"] = _people(entry.contributors)
    elif old and old.contributors:
        fields = [{"name": one.name, "body": one.body} for one in old.contributors]
        said["contributors"] = f"[{', '.join(inline(_scalars(one)) for one in fields)}]"
    return [f"  {entry.id}: {inline(said)}"] if said else []


def _people(names: Sequence[str]) -> str:
    """Contributors by their names; `unit name` would be one name."""
    return f"[{', '.join(inline({'name': scalar(name)}) for name in names)}]"


def _scalars(fields: dict[str, str]) -> dict[str, str]:
    return {key: scalar(said) for key, said in fields.items() if said}


def _record(one: RecordDraft) -> list[str]:
    return record({"id": one.id} | _scalars(one.fields))


def _table(entry: EntryDraft, table: TableDraft) -> str:
    fields = {"entry": entry.id, "caption": scalar(table.caption), "file": table.file}
    fields |= _scalars({"units": table.units, "source": table.source})
    return f"  {table.id}: {inline(fields)}"
