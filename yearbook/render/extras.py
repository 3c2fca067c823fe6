"""Files that are copied: pictures of a volume, cleaned, and the files of content/files/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yearbook.model import Edition, Media
from yearbook.output import Output, digest
from yearbook.render.site import Site, program


def outputs(site: Site) -> Iterator[Output]:
    for extra in site.yearbook.extras:
        key = digest(extra.path, extra.digest)
        yield Output(extra.path, key, Path(extra.source).read_bytes, extra.source)
    for volume in site.volumes:
        for media in volume.edition.media:
            yield picture(volume.edition, media)


def picture(edition: Edition, media: Media) -> Output:
    """A picture without the place where it was taken."""
    key = digest(media.path, media.digest, program())
    path = f"{edition.id}/{media.path}"
    return Output(path, key, lambda: _cleaned(Path(media.source)), media.source)


def _cleaned(source: Path) -> bytes:
    from yearbook import images

    return images.clean(source.read_bytes())
