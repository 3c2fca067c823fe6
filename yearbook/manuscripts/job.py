"""`import`: read, recognise, place, prove; then write all of it or nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from yearbook import address
from yearbook.issues import ContentError, Issue, Issues, Lang, Place, UseError
from yearbook.manuscripts import contents, imports, originals, report, source, stage, writing
from yearbook.manuscripts.blocks import Manuscript
from yearbook.manuscripts.drafts import Found
from yearbook.manuscripts.files import SectionFiles, section_files
from yearbook.manuscripts.ids import WORDS
from yearbook.manuscripts.imports import Import
from yearbook.manuscripts.listing import unlisted
from yearbook.manuscripts.places import Placing, Wish, hints, named
from yearbook.manuscripts.proof import Proof, prove
from yearbook.manuscripts.recognise import recognise
from yearbook.manuscripts.shapes import proper
from yearbook.manuscripts.tabular import gridded
from yearbook.manuscripts.target import Target, target
from yearbook.model import sections
from yearbook.read.slugs import propose


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be imported, and where."""

    content: Path
    edition: str
    files: tuple[Path, ...]
    section: str = ""
    opening: str = ""
    force: bool = False
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Taken:
    """A manuscript with what was made of it, and the proof that it is all of it."""

    found: Found
    made: tuple[SectionFiles, ...]
    original: str
    proof: Proof


@dataclass(slots=True)
class Outcome:
    """What an import does: the files it changes with their differences, and the reports."""

    target: Target
    taken: list[Taken] = field(default_factory=list)
    files: dict[str, bytes | None] = field(default_factory=dict)
    diffs: dict[str, str] = field(default_factory=dict)
    warnings: tuple[Issue, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether a section, a table, a picture or the contents change."""
        return any(not name.startswith("originals/") for name in self.files)


def run(job: Job) -> Outcome:
    """Import the manuscripts; `ContentError` or `UseError` where it cannot, nothing written."""
    with writing.alone(job.content):
        return _run(job)


def _run(job: Job) -> Outcome:
    if address.EDITION_ID.fullmatch(job.edition):
        writing.recover(job.content / job.edition)
    place = target(job.content, job.edition)
    issues = Issues()
    read = [(path, source.read(path, issues)) for path in job.files]
    issues.raise_errors()
    row = [(path, gridded(unlisted(one))) for path, one in read if one is not None]
    found = _recognised(row, place, job, issues)
    made = _made(found, place)
    outcome = Outcome(place, warnings=tuple(issues))
    files = _content(made, found, place)
    _refuse_edited(made, files, outcome, job)
    back = stage.read_back(place, files)
    names = originals.names(place.folder, [one for _, one in row])
    for (path, _), one in zip(row, found, strict=True):
        own = tuple(files_ for files_ in made if files_.found is one)
        proof = prove(one, own, back)
        _report_losses(proof, path, issues)
        outcome.taken.append(Taken(one, own, names[one.manuscript.digest], proof))
    issues.raise_errors()
    outcome.files = _changed(files, place)
    _keep_originals(outcome, row, job.lang)
    writing.write(place.folder, outcome.files)
    return outcome


def _recognised(
    row: Sequence[tuple[Path, Manuscript]], place: Target, job: Job, issues: Issues
) -> list[Found]:
    """What each manuscript holds, with its place in the edition."""
    wish = Wish(job.section, job.opening)
    placing = Placing(place, wish, issues)
    placing.images = originals.images(place.folder)
    placing.tables = _tables_of_others(place)
    made = []
    told = named(place, job.section)[0] if job.section else ""
    for path, one in sorted(row, key=lambda pair: pair[1].kind == "sheet"):
        if one.kind == "sheet" and not job.section:
            raise UseError(Issue(Place(str(path)), "M036"))
        found = recognise(one, hints(place, wish), told)
        if not found.sections:
            issues.add(Place(str(path)), "M038")
        for section in found.sections:
            section.sheet = one.kind == "sheet"
        placing.place(found, str(path))
        made.append(found)
    issues.raise_errors()
    order = {id(one): n for n, (_, one) in enumerate(row)}
    return sorted(made, key=lambda found: order[id(found.manuscript)])


def _tables_of_others(place: Target) -> set[str]:
    """Names of tables that sections have of which nothing is imported: all but re-imports."""
    mine = imports.digests(place.imports)
    row = sections(place.here) if place.here else ()
    files = {table.file for section in row for table in section.tables}
    return {name.removeprefix("tables/").removesuffix(".csv") for name in files if name not in mine}


def _made(found: Sequence[Found], place: Target) -> list[SectionFiles]:
    stems = {section.stem for one in found for section in one.sections}
    others = [s for s in (sections(place.here) if place.here else ()) if s.stem not in stems]
    taken = {one.id for section in others for one in section.figures}
    taken |= {one.id for section in others for one in section.slots}
    made = [section_files(one, each, place, taken) for each in found for one in each.sections]
    for each in found:
        each.leave_notes()
    return made


def _content(
    made: Sequence[SectionFiles], found: Sequence[Found], place: Target
) -> dict[str, bytes | None]:
    """Every file of content as it is to be; None for one that goes."""
    files: dict[str, bytes | None] = {}
    for one in made:
        for name, text in ((f"{one.stem}.md", one.md), (f"{one.stem}.yaml", one.yaml)):
            there = (place.folder / name).exists()
            if text or there:
                files[name] = text.encode() if text else None
        files |= {name: text.encode() for name, text in one.tables.items()}
        files |= _pictures(one)
        files |= dict.fromkeys(_stale(one, files, place))
    files["edition.yaml"] = _edition(made, place).encode()
    return files


def _pictures(made: SectionFiles) -> dict[str, bytes | None]:
    data = {one.key: one.data for one in made.found.manuscript.pictures}
    return {one.file: data[one.key] for one in made.draft.pictures}


def _stale(made: SectionFiles, files: dict[str, bytes | None], place: Target) -> Iterable[str]:
    """Tables of the section that an earlier import made and this one does not."""
    here = place.section(made.stem)
    known = imports.digests(place.imports)
    rows = here.tables if here and not made.added else ()
    return [one.file for one in rows if one.file in known and one.file not in files]


def _edition(made: Sequence[SectionFiles], place: Target) -> str:
    """The text of `edition.yaml` with every section in its contents."""
    categories = place.known.categories()
    listed = {one.stem for one in sections(place.here)} if place.here else set()
    new = []
    for one in made:
        title = one.draft.category
        if title and proper(title) not in categories:
            categories[proper(title)] = propose(title, {*categories.values(), *WORDS})
        if one.stem not in listed:
            new.append(contents.Place(one.stem, title, categories.get(proper(title), "")))
            listed.add(one.stem)
    if place.here is None:
        return contents.new_edition(place.id, place.year, new)
    text = (place.folder / "edition.yaml").read_bytes().decode("utf-8")
    return contents.with_sections(text, new)


def _changed(files: dict[str, bytes | None], place: Target) -> dict[str, bytes | None]:
    """The files that will not be as they are."""
    return {name: data for name, data in files.items() if _now(place, name) != data}


def _now(place: Target, name: str) -> bytes | None:
    path = place.folder / name
    return path.read_bytes() if path.is_file() else None


def _refuse_edited(
    made: Sequence[SectionFiles], files: dict[str, bytes | None], outcome: Outcome, job: Job
) -> None:
    """Nothing that an editor wrote is overwritten; the differences are kept for the report.

    What fills a section that was still to be written is no difference.
    """
    place, issues = outcome.target, Issues()
    known = imports.digests(place.imports)
    for name, data in files.items():
        now = _now(place, name)
        if now is None or now == data or name == "edition.yaml":
            continue
        owner = next((one for one in made if _owns(one, name)), None)
        if owner and not owner.added and stage.is_scaffold(owner.stem, place, known):
            continue
        if not name.startswith("images/"):
            outcome.diffs[name] = _diff(name, now, data or b"")
        if owner and owner.added:
            continue
        if known.get(name) != imports.digest(now) and not job.force:
            issues.add(Place((place.folder / name).as_posix()), "M039", name=name)
    if issues.errors:
        raise Edited(tuple(issues), outcome.diffs)


def _owns(made: SectionFiles, name: str) -> bool:
    return name in (f"{made.stem}.md", f"{made.stem}.yaml")


class Edited(ContentError):
    """Files were written or edited by hand; carries what would change in them."""

    def __init__(self, issues: tuple[Issue, ...], diffs: dict[str, str]) -> None:
        super().__init__(issues)
        self.diffs = diffs


def _diff(name: str, old: bytes, new: bytes) -> str:
    before, after = (one.decode("utf-8", "replace").splitlines(keepends=True) for one in (old, new))
    lines = difflib.unified_diff(before, after, f"{name}（现有）", f"{name}（来稿）", n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _report_losses(proof: Proof, path: Path, issues: Issues) -> None:
    missing = [one for one in proof.losses if not one.extra]
    for loss in (missing or proof.losses)[:20]:
        code = "M041" if loss.extra else "M040"
        issues.add(Place(str(path), loss.place), code, text=loss.text[:60])


def _keep_originals(outcome: Outcome, row: Sequence[tuple[Path, Manuscript]], lang: Lang) -> None:
    """The manuscripts, the reports and the record, in originals/."""
    place = outcome.target
    by_digest = {one.digest: path for path, one in row}
    rows = list(place.imports)
    for taken in outcome.taken:
        digest = taken.found.manuscript.digest
        name = f"originals/{taken.original}"
        data = by_digest[digest].read_bytes()
        new = {name: data}
        if outcome.changes or _now(place, f"{name}.report.txt") is None:
            new[f"{name}.report.txt"] = report.text(taken, place, lang).encode()
        rows = _recorded(rows, taken, digest, outcome)
        outcome.files |= {key: value for key, value in new.items() if _now(place, key) != value}
    record = imports.text_of(rows).encode()
    if _now(place, imports.NAME) != record:
        outcome.files[imports.NAME] = record


def _recorded(rows: list[Import], taken: Taken, digest: str, outcome: Outcome) -> list[Import]:
    """The record with this import last: the files as they will be."""
    files: dict[str, str] = {}
    for one in taken.made:
        texts = {f"{one.stem}.md": "" if one.keeps else one.md, f"{one.stem}.yaml": one.yaml}
        texts = {} if one.added else texts
        files |= {name: imports.digest(text.encode()) for name, text in texts.items() if text}
        files |= {name: imports.digest(text.encode()) for name, text in one.tables.items()}
        files |= {name: imports.digest(data) for name, data in _pictures(one).items() if data}
    ids = {one.stem: {e.title: e.id for e in one.draft.entries} for one in taken.made}
    made = Import(taken.original, digest, files, {stem: row for stem, row in ids.items() if row})
    return [one for one in rows if (one.original, one.sha256) != (made.original, digest)] + [made]
