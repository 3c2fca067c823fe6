"""The store of a small yearbook: one script that holds all words."""

from __future__ import annotations

from yearbook.render.labels import T
from yearbook.render.site import Site
from yearbook.search.chapters import chapters
from yearbook.search.sharded import script
from yearbook.search.terms import terms


def pack(site: Site) -> bytes:
    """The script that hands over all units, the oldest volume first, and the terms."""
    editions = [(volume.edition.id, volume.label) for volume in site.volumes]
    sections: list[tuple[str, str, str]] = []
    units: list[tuple[int, int, int, str, str, str]] = []
    for edition, volume in enumerate(site.volumes):
        for chapter in chapters(site, volume):
            sections.append((chapter.stem, chapter.title, chapter.category))
            units += (
                (edition, len(sections) - 1, unit.kind, unit.id, unit.title, unit.body)
                for unit in chapter.units
            )
    suggested = [(one.kind, one.text, one.others, one.places) for one in terms(site)]
    said = {
        "editions": editions,
        "sections": sections,
        "kinds": T.search_kind_names,
        "units": units,
        "terms": suggested,
    }
    return script("all", said)
