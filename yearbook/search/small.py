"""The store of a small yearbook: one script that holds all words."""

from __future__ import annotations

from io import BytesIO

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
    made = BytesIO()  # which holds a single volume besides what is made
    made.write(start + b"[")
    for nth, one in enumerate(site.volumes):
        made.write(b"," * bool(nth))
        made.write(written(site, one))
    made.write(b"]" + end)
    return made.getvalue()
