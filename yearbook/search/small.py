"""The store of a small yearbook: one script that holds all words."""

from __future__ import annotations

from yearbook.render.labels import T
from yearbook.render.site import Site
from yearbook.search.chapters import written
from yearbook.search.script import script
from yearbook.search.terms import terms


def pack(site: Site) -> bytes:
    """The script that hands over all volumes, the oldest first, with their units, and the terms.

    What it has of a volume is the part that is remembered of it, byte for byte.
    """
    volumes = [(volume.edition.id, volume.label) for volume in site.volumes]
    suggested = [(one.kind, one.text, one.others, one.places) for one in terms(site)]
    said = {"editions": volumes, "kinds": T.search_kind_names, "terms": suggested, "volumes": []}
    start, end = script("all", said).rsplit(b"[]", 1)
    return b"".join((start, b"[", b",".join(written(site, one) for one in site.volumes), b"]", end))
