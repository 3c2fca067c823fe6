"""Files that are copied: pictures of a volume, cleaned, and the files of content/files/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yearbook import address
from yearbook.model import Edition, Media, Offline
from yearbook.output import Output, digest
from yearbook.render.labels import T
from yearbook.render.site import Site, Volume, program
from yearbook.render.views import Item


def outputs(site: Site) -> Iterator[Output]:
    for extra in site.yearbook.extras:
        key = digest(extra.path, extra.digest)
        yield Output(extra.path, key, Path(extra.source).read_bytes, extra.source)
    for zipped in zips(site):
        key = digest(zipped.path, zipped.digest)
        yield Output(zipped.path, key, Path(zipped.source).read_bytes, zipped.source)


def pictures(volume: Volume) -> Iterator[Output]:
    """The pictures of a volume."""
    for media in volume.edition.media:
        yield picture(volume.edition, media)


def zips(site: Site) -> Iterator[Offline]:
    """The readers' zips that the site offers: whole ones, of volumes that it shows."""
    shown = {"", *(volume.edition.id for volume in site.volumes)}
    return (one for one in site.yearbook.offline if one.sound and one.edition in shown)


def offered(site: Site, edition: str, path: str) -> Item | None:
    """The way from the page at `path` to the zip of an edition, or of the whole site."""
    found = next((one for one in zips(site) if one.edition == edition), None)
    if found is None:
        return None
    text = T.offline_zip.format(size=size(found.size))
    return Item(text, address.relative(path, found.path))


def size(count: int) -> str:
    """1.2 MB; what is smaller in KB, what is larger in GB."""
    for unit, name in ((10**9, "GB"), (10**6, "MB")):
        if count >= unit:
            return f"{count / unit:.1f} {name}"
    return f"{max(1, round(count / 1000))} KB"


def picture(edition: Edition, media: Media) -> Output:
    """A picture without the place where it was taken."""
    key = digest(media.path, media.digest, program())
    path = f"{edition.id}/{media.path}"
    return Output(path, key, lambda: _cleaned(Path(media.source)), media.source)


def _cleaned(source: Path) -> bytes:
    from yearbook import images

    return images.clean(source.read_bytes())
