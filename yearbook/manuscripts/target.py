"""The edition into which a manuscript goes, as it is before: what it has, what it may take."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from yearbook import address
from yearbook.fix.same import edition_before
from yearbook.issues import ContentError, Issue, Issues, Place, UseError
from yearbook.manuscripts.ids import Known
from yearbook.manuscripts.imports import Import, read_imports, remembered
from yearbook.model import Edition, Section, Yearbook, sections


@dataclass(frozen=True, slots=True)
class Target:
    """An edition's folder. `here` is None while there is none."""

    content: Path
    id: str
    yearbook: Yearbook
    here: Edition | None
    before: Edition | None
    year: int
    imports: tuple[Import, ...] = ()

    @property
    def folder(self) -> Path:
        return self.content / self.id

    @property
    def known(self) -> Known:
        return Known(self.here, self.before, remembered(self.imports))

    def section(self, stem: str) -> Section | None:
        """The section of that stem as it stands in the edition."""
        row = sections(self.here) if self.here else ()
        return next((one for one in row if one.stem == stem), None)

    def text(self, name: str) -> str:
        """The text of a file of the edition with plain line ends; empty where there is none."""
        path = self.folder / name
        if not path.is_file():
            return ""
        text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n")


def target(content: Path, edition: str) -> Target:
    """The edition called `edition`; `ContentError` or `UseError` where nothing may be imported."""
    from yearbook.read import load

    if not edition:
        raise UseError(Issue(Place("yearbook"), "M030"))
    if not address.EDITION_ID.fullmatch(edition):
        raise UseError(Issue(Place("yearbook"), "M031", (("id", edition),)))
    issues = Issues()
    yearbook = load(content, issues)
    base = content.as_posix()
    top = (f"{base}/yearbook.yaml", f"{base}/{edition}/edition.yaml", f"{base}/{edition}", base)
    faults = [one for one in issues.errors if one.place.path in top and one.code != "C016"]
    if faults or yearbook is None:
        raise ContentError(tuple(faults or issues))
    here = next((one for one in yearbook.editions if one.id == edition), None)
    folder = content / edition
    if here and (here.status == "released" or (folder / "edition.lock").exists()):
        raise ContentError((Issue(here.at, "M032", (("id", edition),)),))
    year = here.covers.start.year if here else _year(edition, yearbook)
    before = edition_before(yearbook, year, edition)
    return Target(content, edition, yearbook, here, before, year, read_imports(folder))


def _year(edition: str, yearbook: Yearbook) -> int:
    """The year that a new edition covers, by its id."""
    found = re.match("[1-9][0-9]{3}", edition)
    if not found:
        raise UseError(Issue(Place("yearbook"), "M031", (("id", edition),)))
    year = int(found.group())
    for one in yearbook.editions:
        if (one.covers.start.year, one.covers.end.year) == (year, year):
            args = (("id", edition), ("year", year), ("other", one.id))
            raise ContentError((Issue(one.at, "M033", args),))
    return year
