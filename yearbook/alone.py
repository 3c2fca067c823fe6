"""One edition alone: the yearbook that a reader's zip or a package shows, with all it needs.

What leads to other editions is left out: their old addresses, and of links in the prose all but
the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from yearbook import markup
from yearbook.issues import Issue, Issues, Place, UseError, near
from yearbook.markup.targets import Target, resolve
from yearbook.model import Edition, Extra, Section, Yearbook, sections

if TYPE_CHECKING:
    from yearbook.build import Job
    from yearbook.output import Bundle, Output
    from yearbook.parts import Parts


def outputs(
    job: Job, edition: str, issues: Issues, parts: Parts | None = None
) -> Sequence[Output | Bundle]:
    """The outputs of the site of one edition. `ContentError` with every error of the content.

    `UseError` when there is no such edition.
    """
    from yearbook import build

    def known(yearbook: Yearbook) -> Yearbook:
        named(yearbook, edition, job.content)
        return yearbook

    return build.outputs(job, issues, parts, known, shown=lambda yearbook: alone(yearbook, edition))


def named(yearbook: Yearbook, name: str, content: Path) -> Edition:
    """The edition `name`; `UseError` when there is none."""
    known = {one.id: one for one in yearbook.editions}
    if name not in known:
        args = (("edition", name), ("near", near(name, known)))
        raise UseError(Issue(Place(content.as_posix()), "S060", args))
    return known[name]


def alone(yearbook: Yearbook, name: str) -> Yearbook:
    """The yearbook as if it had the edition `name` alone; the others are `gone`."""
    edition = next(one for one in yearbook.editions if one.id == name)
    others = tuple(one.id for one in yearbook.editions if one is not edition)
    kept = replace(yearbook, editions=(edition,), gone=(*yearbook.gone, *others))
    return replace(kept, extras=tuple(_needed(kept)))


def _needed(yearbook: Yearbook) -> Iterator[Extra]:
    """The files that the prose links, a page with all of its folder."""
    linked = set(_linked(yearbook))
    folders = {name.rpartition("/")[0] for name in linked if name.endswith((".html", ".htm"))}
    for extra in yearbook.extras:
        above = extra.path.split("/")[:-1]
        within = {"/".join(above[:depth]) for depth in range(1, len(above) + 1)}
        if extra.path in linked or within & folders:
            yield extra


def _linked(yearbook: Yearbook) -> Iterator[str]:
    """The files of content/files/ that links lead to."""
    texts = [("", one) for one in (yearbook.about,) if one]
    texts += [(one.id, section) for one in yearbook.editions for section in sections(one)]
    for edition, section in texts:
        for href in _links(section):
            target = resolve(href, edition, section.stem)
            if isinstance(target, Target) and target.file:
                yield target.file


def _links(section: Section) -> Iterator[str]:
    """The links of a section as they are written."""
    for source in (one.source for row in (section.entries, section.notes) for one in row):
        if "files/" in source:
            yield from (link.href for link in markup.parse(source).links)
