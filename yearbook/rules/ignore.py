"""`ignore:` of a section: warnings and hints that its editors accept, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.catalog import CATALOG
from yearbook.issues import Issue, Issues, Place, Words
from yearbook.model import Ignore, Section
from yearbook.rules.scope import parts

PROOFREADING = "L"  # the letter of its codes


def apply(sections: list[Section], issues: Issues, *, proofread: bool) -> None:
    """Drop the issues that are ignored; report what matches nothing and what is no warning.

    Without proofreading what is ignored of it (L…) is passed over.
    """
    for section in sections:
        lines = dict(_lines(section))
        for ignore in section.ignore:
            if ignore.code[:1] == PROOFREADING and ignore.code in CATALOG and not proofread:
                continue
            _apply_one(ignore, section, lines, issues)


def _apply_one(ignore: Ignore, section: Section, lines: dict[Place, str], issues: Issues) -> None:
    if ignore.code not in CATALOG or CATALOG[ignore.code].severity == "error":
        issues.add(ignore.at, "C249", ignored=ignore.code)
        return
    dropped = [issue for issue in issues.found if _matches(issue, ignore, section, lines)]
    for issue in dropped:
        issues.found.remove(issue)
    if not dropped:
        issues.add(ignore.at, "C248", ignored=ignore.code, text=ignore.text)


def _matches(issue: Issue, ignore: Ignore, section: Section, lines: dict[Place, str]) -> bool:
    """The code fits, the file is the section's, and the line or the message holds the words."""
    paths = {section.at.path, ignore.at.path, *(entry.at.path for entry in section.entries)}
    if issue.code != ignore.code or issue.place.path not in paths:
        return False
    line = lines.get(Place(issue.place.path, issue.place.line), "")
    args = [str(value.zh if isinstance(value, Words) else value) for _, value in issue.args]
    return ignore.text in line or any(ignore.text in arg for arg in args)


def _lines(section: Section) -> Iterator[tuple[Place, str]]:
    """Every line of the section's prose by its place."""
    for part in parts(section):
        for number, line in enumerate(part.source.split("\n")):
            yield Place(part.at.path, part.at.line + number), line
