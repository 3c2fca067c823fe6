"""The figures chosen for the cover of a volume."""

from __future__ import annotations

from yearbook.render.figure import FigureView, figure_view
from yearbook.render.site import Volume


def highlights(path: str, volume: Volume) -> tuple[FigureView, ...]:
    """The highlights of a volume in the order of its `highlights:`, for the page at `path`."""
    known = {figure.id: (section, figure) for section, figure in volume.figures}
    chosen = (known[id_] for id_ in volume.edition.highlights if id_ in known)
    return tuple(
        figure_view(path, volume.edition.id, section, figure) for section, figure in chosen
    )
