"""`ignore:` of a section: warnings and hints that its editors accept, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from yearbook.catalog import CATALOG
from yearbook.issues import Issue, Issues, Place, Words
from yearbook.model import Ignore, Section
from yearbook.rules.scope import data_path, parts

PROOFREADING = "L"  # the letter of its codes
Lines = dict[tuple[str, int], list[str]]


@dataclass(slots=True)
class Found:
    """The issues of a run by code and file, and which of them are dropped."""

    of: defaultdict[tuple[str, str], list[Issue]]
    dropped: set[int] = field(default_factory=set)

    @classmethod
    def by_file(cls, issues: Issues, codes: set[str]) -> Found:
        made = cls(defaultdict(list))
        for issue in issues.found:
            if issue.code in codes:
                made.of[issue.code, issue.place.path].append(issue)
        return made

    def drop(self, ignore: Ignore, section: Section, lines: Lines) -> bool:
        """Drop what an `ignore` accepts; whether there was anything."""
        files = _files(section, ignore)
        row = [issue for file in files for issue in self.of[ignore.code, file]]
        fitting = {id(issue) for issue in row if _fits(issue, ignore.text, lines)}
        self.dropped |= fitting
        return bool(fitting)


def apply(sections: list[Section], issues: Issues, *, proofread: bool) -> None:
    """Drop the issues that are ignored; report what matches nothing and what is no warning.

    Without proofreading what is ignored of it (L…) is passed over.
    """
    found = Found.by_file(issues, {one.code for section in sections for one in section.ignore})
    for section in sections:
        known: dict[bool, Lines] = {}
        for ignore in section.ignore:
            marks = ignore.code[:1] == PROOFREADING and ignore.code in CATALOG
            if ignore.code not in CATALOG or CATALOG[ignore.code].severity == "error":
                issues.add(ignore.at, "C249", ignored=ignore.code)
            elif not marks or proofread:
                if marks not in known:
                    known[marks] = _of_copies(section) if marks else _of_prose(section)
                if not found.drop(ignore, section, known[marks]):
                    issues.add(ignore.at, "C248", ignored=ignore.code, text=ignore.text)
    if found.dropped:
        issues.found[:] = [one for one in issues.found if id(one) not in found.dropped]


def _files(section: Section, ignore: Ignore) -> set[str]:
    """The files of a section: its prose, its data, its tables."""
    folder = data_path(section).rpartition("/")[0]
    tables = {f"{folder}/{table.file}" for table in section.tables}
    entries = {entry.at.path for entry in section.entries}
    return {section.at.path, ignore.at.path, data_path(section), *entries, *tables}


def _fits(issue: Issue, text: str, lines: Lines) -> bool:
    """Whether the line of an issue or its message holds the words."""
    if any(text in line for line in lines.get((issue.place.path, issue.place.line), ())):
        return True
    args = (str(value.zh if isinstance(value, Words) else value) for _, value in issue.args)
    return any(text in arg for arg in args)


def _of_prose(section: Section) -> Lines:
    """The lines of the prose of a section by their places."""
    return _lines((part.source, part.at) for part in parts(section))


def _of_copies(section: Section) -> Lines:
    """All lines of a section that are proofread, as written and without their markup."""
    from yearbook.proofread.copy import HIDDEN, copies

    row = list(copies(section))
    lines = _lines((copy.source, copy.at) for copy in row)
    for spot, more in _lines((copy.words.replace(HIDDEN, ""), copy.at) for copy in row).items():
        lines[spot] += more
    return lines


def _lines(row: Iterable[tuple[str, Place]]) -> Lines:
    made: Lines = defaultdict(list)
    for source, at in row:
        for number, line in enumerate(source.split("\n"), at.line):
            made[at.path, number].append(line)
    return made
