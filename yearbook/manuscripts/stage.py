"""The edition as it would be, in a place of its own: read and checked before it is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from yearbook.issues import ContentError, Issue, Issues, Lang, Place, Words
from yearbook.manuscripts.target import Target
from yearbook.model import Edition, Section, Yearbook, records, sections
from yearbook.read import load
from yearbook.rules import EDITION_RULES, SECTION_RULES
from yearbook.rules.figures import declared_units
from yearbook.rules.scope import Scope

LANGS: tuple[Lang, Lang] = ("zh", "en")


def read_back(target: Target, files: Mapping[str, bytes | None]) -> Edition:
    """The edition as it would be read.

    `ContentError` when a file that is to be written has an error.
    """
    with tempfile.TemporaryDirectory(prefix="yearbook-") as name:
        content = Path(name, "content")
        _lay(target, content, files)
        issues = Issues()
        yearbook = load(content, issues)
        edition = (
            next(one for one in yearbook.editions if one.id == target.id) if yearbook else None
        )
        assert yearbook is not None and edition is not None
        _check(yearbook, edition, issues)
        _raise(target, content, files, issues)
        return edition


def _lay(target: Target, content: Path, files: Mapping[str, bytes | None]) -> None:
    """The files of the edition that are read, with the new ones; pictures by name only."""
    folder = content / target.id
    folder.mkdir(parents=True)
    for name in ("yearbook.yaml", "names.yaml"):
        if (target.content / name).exists():
            shutil.copyfile(target.content / name, content / name)
    for path in sorted(target.folder.glob("*")) if target.folder.is_dir() else ():
        if path.is_file():
            shutil.copyfile(path, folder / path.name)
    for below in ("tables", "images"):
        place = target.folder / below
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            (folder / below).mkdir(exist_ok=True)
            data = path.read_bytes() if below == "tables" and path.is_file() else b""
            (folder / below / path.name).write_bytes(data)
    for name, new in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        if new is None:
            (folder / name).unlink(missing_ok=True)
        else:
            (folder / name).write_bytes(new)


def _check(yearbook: Yearbook, edition: Edition, issues: Issues) -> None:
    units = declared_units(edition)
    for section in sections(edition):
        if section.clean:
            for rule in SECTION_RULES:
                for place, code, args in rule(Scope(yearbook, edition, section, units)):
                    issues.add(place, code, **args)
    for edition_rule in EDITION_RULES:
        for place, code, args in edition_rule(edition):
            issues.add(place, code, **args)


def _raise(
    target: Target, content: Path, files: Mapping[str, bytes | None], issues: Issues
) -> None:
    """The errors of the files that are to be written, as of the places where they will be."""
    base = f"{content.as_posix()}/{target.id}/"
    own = {f"{base}{name}" for name, data in files.items() if data is not None}
    found = list(_own(issues, own, content, target))
    if found:
        raise ContentError(tuple(found))


def _own(issues: Issues, own: set[str], content: Path, target: Target) -> Iterator[Issue]:
    for one in issues.errors:
        if one.place.path in own:
            path = one.place.path.replace(content.as_posix(), target.content.as_posix(), 1)
            place = Place(path, one.place.line, one.place.column)
            code = "M044" if path.endswith("/edition.yaml") else "M042"
            yield Issue(place, code, (("code", one.code), ("said", Words(*map(one.text, LANGS)))))


def is_scaffold(stem: str, target: Target, known: Mapping[str, str]) -> bool:
    """Whether a section was made by `new` and nobody has written in it.

    Its entries are without words; or it is carried over and says what it said before.
    """
    here = target.section(stem)
    if here is None or f"{stem}.md" in known or f"{stem}.yaml" in known:
        return False
    if not any(one.source.strip() for one in here.entries) and not records(here):
        return True
    before = next((one for one in _before(target) if one.stem == stem), None)
    return bool(here.carried and before and _words(here) == _words(before))


def _before(target: Target) -> tuple[Section, ...]:
    return sections(target.before) if target.before else ()


def _words(section: Section) -> list[tuple[str, ...]]:
    """What a section says, without places."""
    from yearbook.words import record_words, words

    row: list[tuple[str, ...]] = [
        (one.id, one.title, words(section, one.id)) for one in section.entries
    ]
    row += [(one.id, record_words(one), one.note) for one in records(section)]
    return row
