"""`new`: the next edition from the last, ready to be filled.

The texts are made first, all of them; then they are written beside the editions and moved to their
place in one step, so that there is either a whole edition or none.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from yearbook import address
from yearbook.issues import ContentError, Issue, Issues, Place, UseError, near
from yearbook.model import Edition, Period, Section, Yearbook, sections
from yearbook.new import carried, empty
from yearbook.new.carried import Stay
from yearbook.new.edition import edition_yaml
from yearbook.new.step import LATEST, Step, step
from yearbook.read import load
from yearbook.read.text import Source, read_text
from yearbook.rules import check


@dataclass(frozen=True, slots=True)
class Made:
    """A new edition as it was written: what is carried over, and what is to be filled."""

    folder: Path
    old: str
    volume: str
    covers: str
    carried: tuple[str, ...]
    sections: int
    entries: int
    figures: int


def new(content: Path, id: str, old: str = "") -> Made:
    """Make the edition `id` in `content` from the edition `old`, by default the last one.

    `UseError` when it cannot be made, `ContentError` when the old one has errors.
    """
    issues = Issues()
    yearbook = load(content, issues)
    if yearbook is None or not yearbook.editions:
        issues.raise_errors()
    assert yearbook is not None
    check(yearbook, issues)
    edition = _old(yearbook, old, content, issues)
    way = _step(content, yearbook, edition, id)
    folder = content / id
    try:
        _write(folder, _files(content / edition.id, edition, way))
    except OSError as error:
        raise _refused(folder, "S055", reason=error.strerror or str(error)) from error
    return _made(folder, edition, way)


def _old(yearbook: Yearbook, old: str, content: Path, issues: Issues) -> Edition:
    """The edition to begin from, which must be free of errors."""
    row = {one.id: one for one in yearbook.editions}
    if old and old not in row:
        raise _refused(content, "S052", said=old, near=near(old, row))
    edition = row[old] if old else yearbook.editions[-1]
    own = (content / edition.id).as_posix()
    wrong = tuple(one for one in issues.errors if f"{one.place.path}/".startswith(f"{own}/"))
    if wrong:
        raise ContentError(wrong)
    return edition


def _step(content: Path, yearbook: Yearbook, old: Edition, id: str) -> Step:
    """How far the new edition is from the old; it must be later, and free."""
    if not address.EDITION_ID.fullmatch(id):
        raise _refused(content, "S050", said=id)
    folder = content / id
    if folder.exists() or folder.is_symlink():
        raise _refused(folder, "S051", said=id)
    way = step(old.id, id)
    if way is None or old.covers.end.year + way.years > LATEST:
        raise _refused(content, "S050", said=id)
    if way.years <= 0:
        raise _refused(content, "S053", said=id, old=old.id)
    covers = way.period(old.covers)
    for other in yearbook.editions:
        if other.covers == covers:
            raise _refused(content, "S054", said=id, covers=_said(covers), other=other.id)
    return way


def _said(covers: Period) -> str:
    start, end = covers.start, covers.end
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole and start.year == end.year:
        return str(start.year)
    return f"{start.isoformat()}/{end.isoformat()}"


def _refused(path: Path, code: str, **args: object) -> UseError:
    return UseError(Issue(Place(path.as_posix()), code, tuple(args.items())))


def _files(folder: Path, edition: Edition, way: Step) -> dict[str, bytes]:
    """Every file of the new edition by its path."""
    texts = {"edition.yaml": edition_yaml(_text(folder / "edition.yaml"), edition, way)}
    known = carried.stay(edition)
    files: dict[str, bytes] = {}
    for section in sections(edition):
        if carried.is_stable(section):
            texts |= _carried(folder, edition, section, known)
            files |= {name: (folder / name).read_bytes() for name in _used(edition, section)}
        else:
            texts |= _empty(folder, edition, section, way)
    return files | {name: text.encode("utf-8") for name, text in texts.items()}


def _carried(folder: Path, edition: Edition, section: Section, known: Stay) -> dict[str, str]:
    md, yaml = (_text(folder / f"{section.stem}.{kind}") for kind in ("md", "yaml"))
    made = {f"{section.stem}.yaml": carried.data(yaml, edition)}
    return made | ({f"{section.stem}.md": carried.prose(md, known)} if md else {})


def _empty(folder: Path, edition: Edition, section: Section, way: Step) -> dict[str, str]:
    has_prose = (folder / f"{section.stem}.md").exists()
    made = {f"{section.stem}.yaml": empty.data(edition, section, way, has_prose)}
    return made | ({f"{section.stem}.md": empty.prose(edition, section)} if has_prose else {})


def _used(edition: Edition, section: Section) -> list[str]:
    """The pictures and tables that a section shows."""
    sources = [entry.source for entry in section.entries]
    prose = "\n".join([*sources, *(note.source for note in section.notes)])
    named = [picture.file for picture in section.pictures]
    images = [one.path for one in edition.media if one.path in prose or one.path in named]
    return [*images, *(table.file for table in section.tables)]


def _text(path: Path) -> str:
    """The text of a file that was read before; empty when there is none."""
    source = Source(path.as_posix(), Issues())
    return (read_text(path, source) or "") if path.exists() else ""


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files to a hidden folder and move it to its place."""
    stage = folder.with_name(f".{folder.name}.new")
    try:
        shutil.rmtree(stage, ignore_errors=True)
        for name, data in files.items():
            path = stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        stage.rename(folder)
    except OSError:
        shutil.rmtree(stage, ignore_errors=True)
        raise


def _made(folder: Path, edition: Edition, way: Step) -> Made:
    row = sections(edition)
    taken = [section for section in row if carried.is_stable(section)]
    rest = [section for section in row if section not in taken]
    return Made(
        folder,
        edition.id,
        way.label(edition.volume),
        _said(way.period(edition.covers)),
        tuple(section.stem for section in taken),
        len(rest),
        sum(len(section.entries) for section in rest),
        sum(len(section.figures) + len(section.slots) for section in rest),
    )
