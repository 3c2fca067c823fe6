"""Rules of the pictures of an edition."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from yearbook.issues import Place
from yearbook.model import Edition, Section, sections
from yearbook.rules.scope import Finding, parts


def pictures_used(edition: Edition) -> Iterator[Finding]:
    """Every picture in the images folder is shown somewhere in its edition."""
    within = sections(edition)
    if not all(section.clean for section in within):
        return
    used = {source for section in within for source in _shown(section)}
    folder = posixpath.dirname(edition.at.path)
    for media in edition.media:
        if media.path not in used:
            yield Place(posixpath.join(folder, media.path)), "C261", {"name": media.path}


def _shown(section: Section) -> Iterator[str]:
    for part in parts(section):
        yield from (image.src for image in part.prose.images)
    yield from (picture.file for picture in section.pictures)
