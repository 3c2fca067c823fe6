"""Rules of the pictures of an edition."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from yearbook.issues import Place, likely
from yearbook.model import Edition, Section, sections
from yearbook.rules.scope import Finding, parts


def pictures_used(edition: Edition) -> Iterator[Finding]:
    """Every picture in the images folder is shown somewhere in its edition."""
    within = sections(edition) if edition.media else ()
    if not within or not all(section.clean for section in within) or any(map(_refused, within)):
        return
    known = [media.path for media in edition.media]
    shown = {source for section in within for source in _shown(section)}
    used = shown | {_meant(source, known) for source in shown.difference(known)}
    folder = posixpath.dirname(edition.at.path)
    for media in edition.media:
        if media.path not in used:
            yield Place(posixpath.join(folder, media.path)), "C261", {"name": media.path}


def _refused(section: Section) -> bool:
    """Whether some prose of the section was not parsed, so that its pictures are not known."""
    return any(part.prose.refused for part in parts(section))


def _meant(source: str, known: list[str]) -> str:
    """The picture for which a mistyped address likely stands; that it is wrong is told there."""
    name = f"images/{posixpath.basename(source).casefold()}"
    return name if name in known else likely(name, known)


def _shown(section: Section) -> Iterator[str]:
    for part in parts(section):
        yield from (image.src for image in part.prose.images)
    yield from (picture.file for picture in section.pictures)
